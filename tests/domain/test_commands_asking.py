"""What people say who are asked to take a role."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.commands import asking
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Role, RoleAnswer, RolePlan
from tests.domain.room import Room

FACILITATOR, MINUTES, TIME = Role.FACILITATOR, Role.MINUTES, Role.TIMEKEEPER


@pytest.fixture
def planned() -> Room:
    """BB is to facilitate, VHS to take the minutes."""
    return Room(started=False, present=False)


def say(room: Room, role: Role, said: RoleAnswer) -> bool:
    change = asking.answer_role(
        room.data, room.moment(), meeting=room.meeting, role=role, said=said
    )
    room.run(change)
    return bool(change)


def decline(room: Room, role: Role, code: str) -> None:
    room.run(
        asking.decline_role(
            room.data, room.moment(), meeting=room.meeting, role=role, person=room.person(code)
        )
    )


def answers(room: Room) -> list[RoleAnswer]:
    return [plan.said for plan in room.row.roles]


def test_an_answer_belongs_to_the_role_and_the_last_one_counts(planned: Room) -> None:
    assert say(planned, MINUTES, RoleAnswer.ASKED)
    assert answers(planned) == [RoleAnswer.NONE, RoleAnswer.ASKED]
    assert say(planned, MINUTES, RoleAnswer.PROMISED)
    assert not say(planned, MINUTES, RoleAnswer.PROMISED)
    assert say(planned, FACILITATOR, RoleAnswer.ASKED)
    assert answers(planned) == [RoleAnswer.ASKED, RoleAnswer.PROMISED]
    assert say(planned, MINUTES, RoleAnswer.NONE)
    assert answers(planned) == [RoleAnswer.ASKED, RoleAnswer.NONE]


def test_nobody_answers_for_a_role_without_a_person(planned: Room) -> None:
    with pytest.raises(Refused, match="Choose somebody for this role first"):
        say(planned, TIME, RoleAnswer.ASKED)


def test_not_this_time_takes_the_role_away_from_that_person_only(planned: Room) -> None:
    decline(planned, FACILITATOR, "BB")
    assert [plan.role for plan in planned.row.roles] == [MINUTES]
    assert planned.row.declined == (RolePlan(role=FACILITATOR, person=planned.person("BB")),)
    decline(planned, MINUTES, "BB")
    assert [plan.role for plan in planned.row.roles] == [MINUTES]
    assert len(planned.row.declined) == 2


def test_said_again_it_is_taken_back(planned: Room) -> None:
    decline(planned, FACILITATOR, "BB")
    decline(planned, FACILITATOR, "JC")
    decline(planned, FACILITATOR, "BB")
    assert planned.row.declined == (RolePlan(role=FACILITATOR, person=planned.person("JC")),)
    assert [plan.role for plan in planned.row.roles] == [MINUTES]


def test_nobody_unknown_declines(planned: Room) -> None:
    with pytest.raises(KeyError):
        asking.decline_role(
            planned.data, planned.moment(), meeting=planned.meeting, role=TIME, person="f" * 32
        )


def test_once_the_meeting_began_hand_overs_are_lines_of_its_log(room: Room) -> None:
    for step in (
        lambda: say(room, MINUTES, RoleAnswer.PROMISED),
        lambda: decline(room, MINUTES, "VHS"),
    ):
        with pytest.raises(Refused, match="has begun"):
            step()
