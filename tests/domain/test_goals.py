"""What served the goals of the network."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import goals
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import goals as goal_commands
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action
from tests.domain.room import DAY, Room

YEAR = (dt.date(2026, 1, 1), dt.date(2026, 12, 31))


@pytest.fixture
def room() -> Room:
    """Two goals; item 2 serves the first."""
    room = Room(started=False, present=False)
    for text in ("Alle Angebote stehen in einer Übersicht.", "Wer verwiesen wird, kommt an."):
        room.run(goal_commands.set_goal(room.data, room.moment(), text=text, indicator="Zahl"))
    first = goals.goals(room.data)[0].id
    item = room.row.items[1]
    room.run(
        planning.change_item(
            room.data, room.moment(), meeting=room.meeting, item=item.id, goals=(first,)
        )
    )
    room.do(it.Start(), "09:00")
    room.do(it.ArriveAll())
    room.noted()
    return room


def action(room: Room, title: str) -> Action:
    room.do(it.TakeAction(title=title, owner_organisation=room.org("BB")))
    return room.actions[-1]


def test_decisions_and_actions_of_an_item_serve_its_goals(room: Room) -> None:
    room.go(2)
    room.decide("Wir führen die Karte.")
    action(room, "Karte drucken")
    room.go(3)
    action(room, "Etwas anderes")
    first, second = goals.work(room.data, *YEAR)
    assert [one.item.title for one in first.items] == ["Landkarte"]
    assert [d.text for d in first.decisions] == ["Wir führen die Karte."]
    assert [a.title for a in first.actions] == ["Karte drucken"]
    assert (second.items, second.decisions, second.actions) == ((), (), ())


def test_an_action_names_a_goal_of_its_own(room: Room) -> None:
    room.go(3)
    taken = action(room, "Anrufen")
    second = goals.goals(room.data)[1].id
    room.put(msgspec.structs.replace(taken, goals=(second,)))
    assert [a.title for a in goals.work(room.data, *YEAR)[1].actions] == ["Anrufen"]
    assert goals.work(room.data, dt.date(2027, 1, 1), dt.date(2027, 12, 31))[1].actions == ()
    assert goals.work(room.data, DAY, DAY)[1].actions


def test_goals_are_called_by_their_place(room: Room) -> None:
    first, second = (goal.id for goal in goals.goals(room.data))
    assert goals.goal_ids(room.data, "2, G1,2") == (second, first)
    assert goals.goal_ids(room.data, "") == ()
    assert goals.goal_numbers(room.data, (second,)) == (2,)
    for typed in ("3", "0", "x", "²"):
        with pytest.raises(Refused, match="There is no goal"):
            goals.goal_ids(room.data, typed)
