"""A partner that signs while a meeting runs votes in it from then on (I-14, I-04)."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.commands.network import add_partner
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Organisation, OrganisationStatus
from kooperation_tui.domain.plan import by_code
from tests.domain.room import DAY, Room


def with_applicant() -> Room:
    """Five partners under agreed rules, all there; HS has applied and is no partner."""
    room = Room(agreed=True)
    applicant = OrganisationStatus.APPLICANT
    made = add_partner(
        room.data, room.moment(), code="HS", name="Haus HS", delegate="Hanna Neu", status=applicant
    )
    room.run(made)
    room.go(2)
    return room


def sign(room: Room, on: dt.date | None = DAY) -> Organisation:
    """HS joins by its signature, or that is taken back."""
    own = by_code(room.data, "HS")
    assert own is not None
    status = OrganisationStatus.PARTNER if on is not None else OrganisationStatus.APPLICANT
    changed = msgspec.structs.replace(own, status=status, joined_on=on, founder=False)
    room.put(changed)
    return changed


def arrive(room: Room, time: str = "") -> ev.Event:
    arriving = it.Arriving(organisation=room.org("HS"))
    return room.do(it.Arrive(arrivals=(arriving,)), time)


def last(room: Room) -> Ballot:
    return room.state.countings[-1].ballot


def test_from_its_signature_on_it_is_entitled_and_counts_once_it_is_there() -> None:
    room = with_applicant()
    with pytest.raises(Refused, match="not a partner"):
        arrive(room)
    room.decide("Erstes.")
    assert (len(last(room).entitled), last(room).needed) == (5, 3)
    sign(room)
    event = arrive(room, "09:30")
    assert isinstance(event.what, ev.Arrived)
    room.decide("Zweites.", yes=6)
    ballot = last(room)
    assert (len(ballot.entitled), len(ballot.represented), ballot.needed) == (6, 6, 4)
    first = room.state.countings[0].ballot
    assert (len(first.entitled), first.needed) == (5, 3)


def test_it_is_entitled_although_it_is_not_there() -> None:
    room = with_applicant()
    sign(room)
    room.decide()
    assert (len(last(room).entitled), len(last(room).represented)) == (6, 5)
    told = [e.what for e in room.log if isinstance(e.what, ev.VotesChanged)]
    assert [what.organisations for what in told] == [room.orgs("HS")]
    room.decide("Noch eins.")
    assert len([e for e in room.log if isinstance(e.what, ev.VotesChanged)]) == 1


def test_a_refused_line_notes_nothing() -> None:
    room = with_applicant()
    sign(room)
    before = len(room.log)
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert len(room.log) == before


def test_a_signature_that_is_taken_back_takes_the_vote_along() -> None:
    room = with_applicant()
    sign(room)
    room.decide()
    sign(room, None)
    room.decide("Noch eins.")
    assert [len(c.ballot.entitled) for c in room.state.countings] == [6, 5]


def test_a_line_for_an_earlier_time_counts_as_it_was_then() -> None:
    room = with_applicant()
    sign(room)
    arrive(room, "09:30")
    room.do(it.Propose(text="Früher."), at="09:10")
    room.do(it.TakeVote(yes=5, no=0, abstain=0), at="09:11")
    assert (len(last(room).entitled), len(last(room).represented)) == (5, 5)
    assert room.state.quorate(room.state.started_at)


def test_undo_takes_back_the_arrival_and_never_the_vote() -> None:
    room = with_applicant()
    sign(room)
    arrive(room)
    room.do(it.Undo())
    assert room.org("HS") not in room.state.represented()
    assert room.org("HS") in room.state.entitled


def test_nobody_else_changes_who_is_entitled_while_it_runs() -> None:
    room = with_applicant()
    partner = room.data.get(Organisation, room.org("AA"))
    room.put(msgspec.structs.replace(partner, left_on=DAY - dt.timedelta(days=1)))
    room.decide()
    assert room.codes(last(room).entitled) == ["BB", "VHS", "JC", "AA", "HWK"]
    assert not [e for e in room.log if isinstance(e.what, ev.VotesChanged)]
