"""A line as a command on the newest state."""

from __future__ import annotations

import pytest

from kooperation_tui.capture import command
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import ActionTaken, ItemBegan
from tests.model_network import started

EVENT = f"{0xABC:032x}"


def test_the_same_id_again_changes_nothing() -> None:
    desk = started()
    run = command("Eine Notiz", desk.meeting, desk.moment, event_id=EVENT)
    desk.data = desk.data.apply(run(desk.data))
    again = run(desk.data)
    assert not again
    assert [event.id for event in again.result] == [EVENT]


def test_it_reads_on_the_newest_state() -> None:
    """A code that another seat entered meanwhile is known."""
    desk = started()
    run = command("/nächstes 2.12. 9:00 Saal", desk.meeting, desk.moment, event_id=EVENT)
    later = command("> Text @BB nt", desk.meeting, desk.moment, event_id=f"{0xABD:032x}")
    with pytest.raises(Refused):
        later(desk.data)
    desk.data = desk.data.apply(run(desk.data))
    (event,) = later(desk.data).result
    assert isinstance(event.what, ActionTaken)
    assert event.what.due is not None


def test_time_and_item_are_passed_on() -> None:
    desk = started().at(10, 45)
    (event,) = desk.type("10:30 /zu 4 Notiz")
    assert event.at.hour == 10
    assert event.at.minute == 30
    assert desk.state.entry(event.id).item == desk.item(4)  # type: ignore[union-attr]


def test_two_hands_move_on_once() -> None:
    desk = started()
    desk.type("/ergebnis")
    here = desk.state.running
    (event,) = desk.type("/next", running=here)
    assert isinstance(event.what, ItemBegan)
    with pytest.raises(Refused, match="further on"):
        desk.type("/next", running=here)


def test_an_empty_line_records_nothing() -> None:
    desk = started()
    assert desk.type("   ") == ()


def test_the_speakers_list_is_not_recorded() -> None:
    with pytest.raises(Refused, match="not recorded"):
        started().type("q+ HWK")
