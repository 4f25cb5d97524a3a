"""Points that were put off: the agenda proposes them as often as their own page says."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.carry_over import ProposalKind, proposals
from kooperation_tui.domain.commands.agreement import paper_version, set_block
from kooperation_tui.domain.model import BlockState, Meeting
from kooperation_tui.domain.standing import history, next_treated, treated_now
from tests.domain.carried import after, begin, finish
from tests.domain.room import DAY, Room
from tests.domain.test_about import room_about

POSTPONED, NOTED = ev.OutcomeKind.POSTPONED, ev.OutcomeKind.NOTED
WHOLE = it.SetOutcome(kind=POSTPONED, text="keine Zeit")
NAMED = it.SetOutcome(kind=POSTPONED, point="p7", text="keine Zeit")


def proposed(room: Room, meeting: str) -> list[tuple[tuple[str, ...], int]]:
    found = proposals(room.data, room.data.get(Meeting, meeting))
    return [(p.points, p.postponed) for p in found if p.kind is ProposalKind.POSTPONED]


def times(room: Room, key: str) -> int:
    return sum(step.postponed for step in history(room.data, key))


@pytest.mark.parametrize("lines", [(WHOLE,), (NAMED,), (NAMED, WHOLE), (WHOLE, NAMED)])
def test_however_it_is_put_off_it_counts_once(lines: tuple[it.Intent, ...]) -> None:
    room = room_about("p7")
    for line in lines:
        room.do(line)
    (step,) = history(room.data, "p7")
    assert (step.postponed, step.reason) == (True, "keine Zeit")
    finish(room)
    assert proposed(room, after(room)) == [(("p7",), 1)] and times(room, "p7") == 1


def test_the_second_time_is_counted_by_both() -> None:
    room = room_about("p7")
    room.do(WHOLE)
    finish(room)
    second = after(room)
    items = room.data.get(Meeting, room.meeting).items
    again = msgspec.structs.replace(items[2], id=room.new_id(), number=1, title="Ganz anders")
    room.put(msgspec.structs.replace(room.data.get(Meeting, second), items=(again,)))
    assert proposed(room, second) == []
    begin(room, second)
    room.do(NAMED)
    finish(room)
    assert proposed(room, after(room, 98)) == [(("p7",), 2)] and times(room, "p7") == 2


def test_the_last_word_counts_for_both() -> None:
    room = room_about("p7")
    room.do(NAMED)
    room.do(it.SetOutcome(kind=NOTED, text="doch besprochen"))
    finish(room)
    assert proposed(room, after(room)) == [] and times(room, "p7") == 0


def test_the_rest_of_an_item_waits_without_what_was_decided_or_named() -> None:
    room = room_about("p3", "p8", "p9")
    room.do(it.Propose(text="Punkt 3", point="p3"))
    room.do(it.TakeConsent())
    room.do(it.SetOutcome(kind=POSTPONED, point="p9", text="Zahlen fehlen"))
    room.do(WHOLE)
    finish(room)
    assert sorted(proposed(room, after(room))) == [(("p8",), 1), (("p9",), 1)]


def _agree(room: Room) -> None:
    room.run(set_block(room.data, room.moment(), key="p7", state=BlockState.AGREED, agreed_on=DAY))


def _on_paper(room: Room) -> None:
    """The group finds the paper of 2019, types it in, and enters it as in force."""
    moment, paper = room.moment(), dt.date(2019, 3, 12)
    room.run(set_block(room.data, moment, key="p7", text="So steht es auf dem Papier."))
    room.run(paper_version(room.data, moment, number="1.0", agreed_on=paper, valid_from=None))


def _not_needed(room: Room) -> None:
    state = BlockState.NOT_NEEDED
    room.run(set_block(room.data, room.moment(), key="p7", state=state, reason="Wir sind klein"))


@pytest.mark.parametrize("settle", [_agree, _on_paper, _not_needed])
@pytest.mark.parametrize("line", [WHOLE, NAMED])
def test_what_is_settled_since_is_proposed_no_more(line: it.Intent, settle: object) -> None:
    room = room_about("p7")
    room.do(line)
    finish(room)
    later = after(room, 200)
    assert proposed(room, later) == [(("p7",), 1)]
    assert callable(settle)
    settle(room)
    assert proposed(room, later) == []


def test_a_running_item_treats_its_points_now() -> None:
    room = room_about("p7")
    item = treated_now(room.data, "p7")
    assert item is not None and item.item.number == 3
    assert next_treated(room.data, "p7") is not None
    room.do(WHOLE)
    room.go(2)
    assert treated_now(room.data, "p7") is None and next_treated(room.data, "p7") is None


def test_a_draft_has_no_reason_any_more() -> None:
    room = room_about("p7")
    _not_needed(room)
    assert room.block("p7").reason == "Wir sind klein"
    room.run(set_block(room.data, room.moment(), key="p7", text="Nun doch ein Satz."))
    assert (room.block("p7").state, room.block("p7").reason) == (BlockState.DRAFT, "")
    _not_needed(room)
    room.run(set_block(room.data, room.moment(), key="p7", state=BlockState.DRAFT))
    assert room.block("p7").reason == ""
