"""What may be decided where and when; void, reject, withdraw (I-04 to I-10)."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import ItemKind, Subject
from kooperation_tui.domain.state import WordingState
from tests.domain.room import DAY, ITEMS, RULES, Room


def last(room: Room) -> b.Ballot:
    return room.state.countings[-1].ballot


def test_i04_a_ballot_freezes_entitled_represented_and_quorate(room: Room) -> None:
    room.do(it.Leave(organisations=room.orgs("HWK")), "09:05")
    room.decide(yes=4)
    frozen = last(room)
    assert (len(frozen.entitled), len(frozen.represented), frozen.quorate) == (5, 4, True)
    room.do(it.Leave(organisations=room.orgs("BB", "VHS", "JC")), "09:10")
    assert last(room) == frozen


def test_i06_without_a_quorum_agreed_rules_refuse_and_proposals_warn(
    room: Room, ruled: Room
) -> None:
    for each in (room, ruled):
        each.do(it.Leave(organisations=each.orgs("BB", "VHS", "JC")))
        each.do(it.Propose(text="Zu zweit"))
    room.do(it.TakeVote(yes=2, no=0, abstain=0))
    assert (last(room).quorate, last(room).warnings) == (False, ("below_quorum",))
    for intent in (
        it.NobodyOpposes(),
        it.TakeVote(yes=2, no=0, abstain=0),
        it.TakeConsent(),
        it.TakeConsensus(),
        it.TakeFist(counts=(2, 0, 0, 0, 0, 0)),
    ):
        with pytest.raises(Refused, match="Only 2 of 5 partners are represented, 3 are needed"):
            ruled.do(intent)
    assert not ruled.decisions


def test_i09_a_wording_with_a_result_changes_only_by_voiding(room: Room) -> None:
    proposed = room.do(it.Propose(text="Wortlaut"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    for intent in (
        it.Edit(entry=proposed.id, text="anders"),
        it.MoveEntry(entry=proposed.id, item=room.item(2)),
        it.Delete(entry=proposed.id),
        it.Substitute(old="Wort", new="x"),
    ):
        with pytest.raises(Refused):
            room.do(intent)
    room.do(it.VoidBallot(reason="Wortlaut falsch"))
    room.do(it.Edit(entry=proposed.id, text="anders"))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert [(d.number, d.text) for d in room.decisions] == [("B-2026-1-1", "anders")]


@pytest.mark.parametrize("kind", [ItemKind.AOB, ItemKind.CLOSING])
def test_i10_no_decision_under_any_other_business_or_closing(kind: ItemKind) -> None:
    """Whether the rules were agreed or not; straw polls are free."""
    room = Room(items=(("Verschiedenes", kind, Subject.ORDINARY),))
    with pytest.raises(Refused, match="No decisions are taken under “Verschiedenes”"):
        room.do(it.Propose(text="schnell noch"))
    room.do(it.TakeStraw(text="viele dafür"))
    allowed = msgspec.structs.replace(RULES, aob_decisions=True)
    room = Room(items=(("Verschiedenes", kind, Subject.ORDINARY),), rules=allowed)
    room.decide()
    assert room.stands() is WordingState.CARRIED


@pytest.mark.parametrize("agreed", [False, True])
def test_i10_what_had_to_be_announced_and_was_not(agreed: bool) -> None:
    room = Room(agreed=agreed)
    room.do(it.AddItem(title="Aufnahme", subject=Subject.ADMISSION))
    room.noted()
    room.go(6)
    room.do(it.Propose(text="aufnehmen"))
    if agreed:
        with pytest.raises(Refused, match="had to be on the invitation"):
            room.do(it.TakeVote(yes=5, no=0, abstain=0))
        return
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert last(room).warnings == ("not_announced",)


def test_an_ordinary_item_needs_no_announcement(ruled: Room) -> None:
    ruled.do(it.AddItem(title="Neues"))
    ruled.noted()
    ruled.go(6)
    ruled.decide()
    assert last(ruled).warnings == ()


def test_a_guest_in_the_room_is_named_before_an_admission(ruled: Room) -> None:
    ruled.noted()
    ruled.go(4)
    ruled.do(it.GuestIn(name="Hannah Nowak"))
    ruled.decide("aufnehmen")
    assert last(ruled).warnings == ("invitation_unknown", "guest_present")
    assert last(ruled).majority == "two_thirds"
    ruled.do(it.VoidBallot(reason="Gast im Raum"))
    ruled.do(it.GuestOut(name="Hannah Nowak"))
    ruled.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert last(ruled).warnings == ("invitation_unknown",)


def test_a_repeat_is_decided_under_the_item_of_its_wording(ruled: Room) -> None:
    """Majority and register follow the wording, not the item one has come to."""
    ruled.noted()
    ruled.go(4)
    ruled.decide("aufnehmen")
    ruled.go(2)
    ruled.do(it.VoidBallot(reason="verzählt"))
    ruled.do(it.TakeVote(yes=3, no=2, abstain=0))
    assert last(ruled).majority == "two_thirds"
    assert ruled.stands() is WordingState.REJECTED
    assert (ruled.decisions[0].item, ruled.decisions[0].subject) == (4, Subject.ADMISSION)


def test_a_wording_for_a_named_item_is_decided_there(room: Room) -> None:
    room.do(it.Propose(text="zu 2"), under=2)
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert room.decisions[0].item == 2
    assert room.state.countings[0].item == room.item(2)


def test_void_keeps_the_ballot_and_opens_the_wording(room: Room) -> None:
    room.decide()
    with pytest.raises(Refused, match="Say why"):
        room.do(it.VoidBallot(reason=" "))
    room.do(it.VoidBallot(reason="verzählt"))
    assert room.state.open_wording == room.wording.id
    assert room.state.countings[0].void == "verzählt"
    with pytest.raises(Refused, match="no ballot to declare void"):
        room.do(it.VoidBallot(reason="noch einmal"))


def test_void_is_refused_while_another_wording_is_open(room: Room) -> None:
    room.decide()
    room.do(it.Propose(text="das Nächste"))
    with pytest.raises(Refused, match="Another wording is open"):
        room.do(it.VoidBallot(reason="verzählt"))


def test_reject_and_withdraw_end_a_wording(room: Room) -> None:
    room.do(it.Propose(text="erste"))
    room.do(it.EndWording(withdrawn=True))
    assert not room.decisions
    room.do(it.Propose(text="zweite"))
    room.do(it.EndWording(withdrawn=False))
    assert [w.state for w in room.state.wordings] == [
        WordingState.WITHDRAWN,
        WordingState.REJECTED,
    ]
    assert [(d.number, d.status.value) for d in room.decisions] == [("B-2026-1-1", "rejected")]
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.EndWording(withdrawn=True))


def test_a_second_wording_replaces_the_open_one_and_keeps_it(room: Room) -> None:
    room.do(it.Propose(text="erste"))
    room.do(it.Propose(text="zweite", point="p3"))
    assert len(room.state.wordings) == 1
    assert (room.wording.text, room.wording.old) == ("zweite", ("erste",))
    assert room.wording.points == ("p3",)


def test_review_dates_belong_to_the_last_decision(room: Room) -> None:
    with pytest.raises(Refused, match="no decision yet"):
        room.do(it.Review(on=DAY))
    room.do(it.Propose(text="Konsent"))
    room.do(it.TakeConsent())
    missing = "{number} has no review date; /review and a day."
    assert missing in [g.message for g in gaps(room.data, room.state)]
    room.do(it.Review(on=DAY.replace(year=2027)))
    assert room.decisions[0].review_on == DAY.replace(year=2027)
    assert missing not in [g.message for g in gaps(room.data, room.state)]


def test_i24_a_ballot_holds_totals_and_no_single_votes() -> None:
    fields = {
        f.name
        for tally in (b.Votes, b.Fingers, b.Resistance)
        for f in msgspec.structs.fields(tally)
    }
    assert not fields & {"votes", "by", "organisation", "organisations"}


def test_nothing_is_decided_before_the_start() -> None:
    room = Room(started=False)
    for intent in (
        it.Propose(text="x"),
        it.TakeStraw(),
        it.TakeAction(title="x", owner="y"),
        it.Park(text="x"),
        it.Say(kind=ev.NoteKind.NOTE, text="x"),
    ):
        with pytest.raises(Refused, match="has not begun yet"):
            room.do(intent)
    assert len(ITEMS) == len(room.row.items)
