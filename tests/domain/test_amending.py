"""An objection changes the open wording; a postponed item takes its wording with it."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.model import BlockState, DecisionStatus
from kooperation_tui.domain.state import WordingState
from tests.domain.room import Room

FIRST = "Wir treffen uns monatlich."
BETTER = "Wir treffen uns alle drei Monate."


def drafted() -> Room:
    """Under the item about the agreement point 3 is decided with the words of its draft."""
    room = Room()
    room.run(set_block(room.data, room.moment(), key="p3", text=FIRST, state=BlockState.DRAFT))
    room.go(3)
    room.do(it.Propose(text=FIRST, point="p3"))
    return room


def test_the_draft_follows_the_wording_that_was_changed() -> None:
    room = drafted()
    room.do(it.Propose(text=BETTER, amends=True))
    assert room.wording.text == BETTER and room.wording.old == (FIRST,)
    room.do(it.NobodyOpposes())
    point = room.block("p3")
    assert (point.text, point.state) == (BETTER, BlockState.AGREED)
    assert room.decisions[-1].text == BETTER


def test_the_draft_goes_back_with_the_wording() -> None:
    room = drafted()
    room.do(it.Propose(text=BETTER, amends=True))
    room.do(it.Undo())
    assert room.wording.text == FIRST and room.block("p3").text == FIRST


def test_a_draft_that_reads_otherwise_stays() -> None:
    room = drafted()
    room.run(set_block(room.data, room.moment(), key="p3", text="Etwas anderes."))
    room.do(it.Propose(text=BETTER, amends=True))
    assert room.block("p3").text == "Etwas anderes."
    room.do(it.Undo())
    assert room.block("p3").text == "Etwas anderes."


def test_a_draft_written_since_is_not_taken_back() -> None:
    room = drafted()
    room.do(it.Propose(text=BETTER, amends=True))
    room.run(set_block(room.data, room.moment(), key="p3", text="Noch besser."))
    room.do(it.Undo())
    assert room.block("p3").text == "Noch besser."


def test_another_wording_instead_leaves_the_draft() -> None:
    room = drafted()
    room.do(it.Propose(text="Der Entwurf gilt, wie er verteilt wurde."))
    assert room.block("p3").text == FIRST


@pytest.mark.parametrize(
    "kind", [ev.OutcomeKind.POSTPONED, ev.OutcomeKind.PARKED, ev.OutcomeKind.DROPPED]
)
def test_an_item_that_is_put_off_takes_its_open_wording_with_it(kind: ev.OutcomeKind) -> None:
    room = drafted()
    room.do(it.SetOutcome(kind=kind, text="keine Mehrheit da"))
    assert room.stands() is WordingState.WITHDRAWN and not room.state.open_wording
    room.do(it.Next())
    assert room.state.running not in ("", room.item(3))
    assert not room.decisions


def test_both_are_taken_back_together() -> None:
    room = drafted()
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED))
    room.do(it.Undo())
    assert room.stands() is WordingState.OPEN
    running = room.state.running_item
    assert running is not None and not running.outcomes


def test_withdrawing_and_postponing_are_two_lines_to_take_back() -> None:
    room = drafted()
    room.do(it.EndWording(withdrawn=True))
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED))
    room.do(it.Undo())
    assert room.stands() is WordingState.WITHDRAWN


def test_a_result_or_another_point_leaves_the_wording_open() -> None:
    room = drafted()
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED, point="p9"))
    room.do(it.SetOutcome(kind=ev.OutcomeKind.NOTED))
    assert room.stands() is WordingState.OPEN
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED, point="p3"))
    assert room.stands() is WordingState.WITHDRAWN


def test_a_postponed_wording_can_be_decided_after_all() -> None:
    room = drafted()
    room.do(it.SetOutcome(kind=ev.OutcomeKind.POSTPONED))
    room.do(it.Propose(text=FIRST, point="p3"))
    room.do(it.NobodyOpposes())
    assert room.decisions[-1].status is DecisionStatus.IN_FORCE
