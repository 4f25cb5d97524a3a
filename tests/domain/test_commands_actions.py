"""News of actions between two meetings."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.commands.actions import update_action
from kooperation_tui.domain.commands.network import add_action
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action, ActionStatus
from tests.domain.room import Room

DUE, LATER = dt.date(2026, 11, 1), dt.date(2026, 12, 1)


@pytest.fixture
def action(room: Room) -> str:
    change = add_action(
        room.data, room.moment(), title="Brief", organisation=room.org("BB"), due=DUE
    )
    room.run(change)
    return str(change.result.id)


def of(room: Room, action: str) -> Action:
    return room.data.get(Action, action)


def test_another_day_keeps_the_old_promise(room: Room, action: str) -> None:
    room.run(update_action(room.data, room.moment(), action=action, due=LATER, reason=" krank "))
    changed = of(room, action)
    assert (changed.due, changed.status) == (LATER, ActionStatus.OPEN)
    step = changed.history[-1]
    assert (step.was_due, step.due, step.reason, step.event) == (DUE, LATER, "krank", "")


def test_done_and_running_again(room: Room, action: str) -> None:
    room.run(update_action(room.data, room.moment(), action=action, status=ActionStatus.DONE))
    assert of(room, action).status is ActionStatus.DONE
    with pytest.raises(Refused, match="not running any more"):
        update_action(room.data, room.moment(), action=action, due=LATER)
    again = ActionStatus.IN_PROGRESS
    room.run(update_action(room.data, room.moment(), action=action, status=again))
    assert [u.status for u in of(room, action).history] == [ActionStatus.DONE, again]


@pytest.mark.parametrize("status", [ActionStatus.ON_HOLD, ActionStatus.DROPPED])
def test_resting_and_dropped_need_a_reason(room: Room, action: str, status: ActionStatus) -> None:
    with pytest.raises(Refused, match="Say why"):
        update_action(room.data, room.moment(), action=action, status=status, reason=" ")
    room.run(
        update_action(room.data, room.moment(), action=action, status=status, reason="kein Geld")
    )
    assert of(room, action).history[-1].reason == "kein Geld"


def test_somebody_else_takes_it_and_has_said_yes(room: Room, action: str) -> None:
    vhs = room.org("VHS")
    room.run(update_action(room.data, room.moment(), action=action, organisation=vhs))
    changed = of(room, action)
    assert (changed.owner_organisation, changed.owner) == (vhs, room.person("VHS"))
    assert changed.accepted
    assert changed.history[-1].was_owner_organisation == room.org("BB")


def test_nothing_new_changes_nothing(room: Room, action: str) -> None:
    assert not update_action(room.data, room.moment(), action=action, due=DUE)
    assert not update_action(room.data, room.moment(), action=action, status=ActionStatus.OPEN)
