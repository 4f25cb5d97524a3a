"""Lasting responsibilities: taken, shared, handed over, ended; what was stays."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.commands import standing
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import StandingRole, StandingRoleKind
from tests.domain.room import DAY, Room

DATABASE = StandingRoleKind.DATABASE
ONE_DAY = dt.timedelta(days=1)
LATER = DAY + dt.timedelta(days=100)


def take(room: Room, code: str, since: dt.date | None = None, until: dt.date | None = None) -> None:
    room.run(
        standing.take_standing(
            room.data,
            room.moment(),
            role=DATABASE,
            person=room.person(code),
            since=since,
            until=until,
        )
    )


def who(room: Room, on: dt.date = DAY) -> list[str]:
    return [room.name(row.person) for row in standing.holders(room.data, DATABASE, on)]


def rows(room: Room) -> list[tuple[dt.date | None, dt.date | None]]:
    return [(row.since, row.until) for row in room.data.rows(StandingRole)]


def test_several_share_a_responsibility(room: Room) -> None:
    take(room, "BB")
    take(room, "VHS", DAY, LATER)
    assert who(room) == ["Ada Brand", "Ben Wolf"]
    assert who(room, LATER + ONE_DAY) == ["Ada Brand"]


def test_the_same_person_again_gets_other_days(room: Room) -> None:
    take(room, "BB", DAY)
    take(room, "BB", DAY - dt.timedelta(days=300), LATER)
    assert rows(room) == [(DAY - dt.timedelta(days=300), LATER)]
    take(room, "BB", LATER + ONE_DAY)
    assert len(rows(room)) == 2
    before = room.data.rows(StandingRole)
    take(room, "BB", LATER + ONE_DAY)
    assert room.data.rows(StandingRole) == before


def test_days_in_the_wrong_order_are_refused(room: Room) -> None:
    with pytest.raises(Refused, match="before the first"):
        take(room, "BB", DAY, DAY - ONE_DAY)


def test_handed_over_from_a_day(room: Room) -> None:
    take(room, "BB", DAY - dt.timedelta(days=300))
    room.run(
        standing.hand_over(
            room.data, room.moment(), role=DATABASE, person=room.person("JC"), since=LATER
        )
    )
    assert who(room) == ["Ada Brand"] and who(room, LATER) == ["Cem Acar"]
    assert rows(room)[0][1] == LATER - ONE_DAY


def test_handed_over_to_one_of_those_who_shared_it(room: Room) -> None:
    take(room, "BB")
    room.run(standing.hand_over(room.data, room.moment(), role=DATABASE, person=room.person("BB")))
    assert who(room) == ["Ada Brand"]
    assert len(rows(room)) == 1


def test_ended_never_longer_than_it_was(room: Room) -> None:
    take(room, "BB", DAY - dt.timedelta(days=300), DAY + ONE_DAY)
    take(room, "VHS", DAY)
    room.run(standing.end_standing(room.data, room.moment(), role=DATABASE, on=LATER))
    assert [until for _, until in rows(room)] == [DAY + ONE_DAY, LATER]
    room.run(standing.end_standing(room.data, room.moment(), role=DATABASE))
    assert who(room, DAY + ONE_DAY) == []
    # It began today and has lasted this day.
    assert who(room) == ["Ben Wolf"]


def test_what_nobody_has_cannot_end(room: Room) -> None:
    with pytest.raises(Refused, match="Nobody has"):
        room.run(standing.end_standing(room.data, room.moment(), role=DATABASE))
