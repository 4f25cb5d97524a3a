"""Every way of deciding: what it counts, when it carries (domain 4.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import ObjectionKind
from kooperation_tui.domain.model import Majority, Method, Subject
from kooperation_tui.domain.state import WordingState
from tests.domain.room import Room


def last(room: Room) -> b.Ballot:
    return room.state.countings[-1].ballot


def propose(room: Room, text: str = "Wir machen das.", point: str = "") -> None:
    room.do(it.Propose(text=text, point=point))


def test_no_opposition_carries(room: Room) -> None:
    propose(room)
    room.do(it.NobodyOpposes())
    assert (last(room).method, last(room).tally) == (Method.NO_OPPOSITION, b.Silence())
    assert room.stands() is WordingState.CARRIED


def test_i05_votes_fit_the_represented_and_the_rest_did_not_vote(room: Room) -> None:
    propose(room)
    with pytest.raises(Refused, match="6 votes were counted, but only 5 can vote now"):
        room.do(it.TakeVote(yes=4, no=1, abstain=1))
    room.do(it.TakeVote(yes=2, no=1, abstain=0))
    assert last(room).tally == b.Votes(yes=2, no=1, abstain=0, not_voted=2)


@pytest.mark.parametrize(
    ("majority", "votes", "state"),
    [
        (Majority.SIMPLE, (2, 2, 1), WordingState.REJECTED),
        (Majority.SIMPLE, (1, 0, 4), WordingState.CARRIED),
        (Majority.ABSOLUTE, (2, 0, 3), WordingState.REJECTED),
        (Majority.ABSOLUTE, (3, 2, 0), WordingState.CARRIED),
        (Majority.TWO_THIRDS, (3, 2, 0), WordingState.REJECTED),
        (Majority.TWO_THIRDS, (2, 1, 2), WordingState.CARRIED),
        (Majority.THREE_QUARTERS, (3, 1, 1), WordingState.CARRIED),
        (Majority.UNANIMOUS, (4, 0, 1), WordingState.REJECTED),
        (Majority.ALL_PARTNERS, (5, 0, 0), WordingState.CARRIED),
        (Majority.ALL_PARTNERS, (4, 0, 0), WordingState.REJECTED),
    ],
)
def test_votes_with_each_majority(
    room: Room, majority: Majority, votes: tuple[int, int, int], state: WordingState
) -> None:
    propose(room)
    yes, no, abstain = votes
    room.do(it.TakeVote(yes=yes, no=no, abstain=abstain, majority=majority))
    assert last(room).majority is majority
    assert room.wording.state is state
    assert room.decisions[0].status == ("in_force" if state is WordingState.CARRIED else "rejected")


def test_agreed_rules_cannot_be_softened_and_proposals_can(room: Room, ruled: Room) -> None:
    for each, used in ((room, Majority.SIMPLE), (ruled, Majority.TWO_THIRDS)):
        propose(each, point="p3")
        each.do(it.TakeVote(yes=3, no=2, abstain=0, majority=Majority.SIMPLE))
        assert last(each).majority is used
    propose(ruled)
    ruled.do(it.TakeVote(yes=3, no=2, abstain=0, majority=Majority.THREE_QUARTERS))
    assert last(ruled).majority is Majority.THREE_QUARTERS


def test_unanimous_is_said_only_if_it_is(room: Room) -> None:
    propose(room)
    with pytest.raises(Refused, match="not unanimous: 0 against, 1 abstained"):
        room.do(it.TakeVote(yes=4, no=0, abstain=1, unanimous=True))
    room.do(it.TakeVote(yes=5, no=0, abstain=0, unanimous=True))
    assert last(room).unanimous


def test_consensus_keeps_who_stands_aside(room: Room) -> None:
    propose(room)
    with pytest.raises(Refused, match="only 5 can vote"):
        room.do(it.TakeConsensus(stand_asides=6))
    room.do(it.TakeConsensus(stand_asides=1))
    assert last(room).tally == b.StandAsides(count=1)
    assert room.stands() is WordingState.CARRIED


def test_consent_waits_for_paramount_objections_and_counts_them(room: Room) -> None:
    propose(room)
    bb, jc = room.orgs("BB", "JC")
    paramount, concern = ObjectionKind.PARAMOUNT, ObjectionKind.CONCERN
    room.do(it.RaiseObjection(kind=paramount, organisation=bb, text="Datenschutz"))
    room.do(it.RaiseObjection(kind=concern, organisation=jc, text="Aufwand"))
    room.do(it.RaiseObjection(kind=paramount, organisation=jc, text="Geld"))
    with pytest.raises(Refused, match="Objection 1 of BB is still open"):
        room.do(it.TakeConsent())
    room.do(it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"))
    with pytest.raises(Refused, match="Objection 3 of JC"):
        room.do(it.TakeConsent())
    room.do(it.SettleObjection(number=3, integrated=False))
    room.do(it.TakeConsent())
    assert last(room).tally == b.Consent(open=0, integrated=1, withdrawn=1, concerns=1)
    assert [o.how for o in room.wording.objections] == ["nur Funktionskontakte", "", ""]


def test_objections_are_refused_in_words(room: Room) -> None:
    bb = room.org("BB")
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.RaiseObjection(kind=ObjectionKind.CONCERN, organisation=bb, text="x"))
    propose(room)
    with pytest.raises(Refused, match="needs its reason"):
        room.do(it.RaiseObjection(kind=ObjectionKind.PARAMOUNT, organisation=bb, text=" "))
    with pytest.raises(Refused, match="no objection number 2"):
        room.do(it.SettleObjection(number=2, integrated=True))
    room.do(it.RaiseObjection(kind=ObjectionKind.PARAMOUNT, organisation=bb, text="x"))
    room.do(it.SettleObjection(number=1, integrated=True))
    with pytest.raises(Refused, match="settled already"):
        room.do(it.SettleObjection(number=1, integrated=True))


def test_fist_of_five_goes_in_rounds_until_all_show_three(room: Room) -> None:
    propose(room)
    room.do(it.TakeFist(counts=(2, 1, 1, 1, 0, 0)))
    assert (last(room).result, last(room).round) == (b.Result.OPEN, 1)
    assert room.stands() is WordingState.OPEN
    assert not room.decisions
    room.do(it.Propose(text="Wir machen das mit Vorbehalt."))
    room.do(it.TakeFist(counts=(2, 2, 1, 0, 0, 0)))
    assert (last(room).result, last(room).round) == (b.Result.CARRIED, 2)
    assert room.wording.old == ("Wir machen das.",)
    assert room.decisions[0].text == "Wir machen das mit Vorbehalt."
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.TakeFist(counts=(5, 0, 0, 0, 0, 0)))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=5))
def test_fist_of_five_carries_exactly_if_everybody_shows_the_threshold(shown: list[int]) -> None:
    room = Room()
    propose(room)
    five, four, three, two, one, none = (shown.count(fingers) for fingers in range(5, -1, -1))
    room.do(it.TakeFist(counts=(five, four, three, two, one, none)))
    assert (last(room).result is b.Result.CARRIED) is all(fingers >= 3 for fingers in shown)


def test_resistance_binds_the_next_wording(room: Room) -> None:
    room.noted()
    room.go(2)
    for label, text in (("a", "halber Tag"), ("B", "online")):
        room.do(it.AddOption(label=label, text=text))
    room.do(it.TakeResistance(sums=(("A", 11), ("B", 21), ("N", 40))))
    tally = last(room).tally
    assert isinstance(tally, b.Resistance)
    assert (tally.chosen, tally.voters, tally.options[0].text) == ("A", 5, "halber Tag")
    assert not room.decisions
    event = room.do(it.Propose(text="Ein halber Tag."))
    assert room.stands() is WordingState.CARRIED
    assert [(d.text, d.event, d.item) for d in room.decisions] == [("Ein halber Tag.", event.id, 2)]
    assert not room.state.bound_resistance
    propose(room, "Etwas anderes")
    assert room.stands() is WordingState.OPEN


def test_undo_of_a_bound_wording_takes_the_whole_line_back(room: Room) -> None:
    room.do(it.AddOption(label="A", text="a"))
    room.do(it.TakeResistance(sums=(("A", 1), ("N", 9))))
    propose(room)
    room.do(it.Undo())
    assert room.state.wordings == ()
    assert room.state.bound_resistance
    assert room.decisions[0].status == "retracted"
    propose(room, "Besser")
    assert room.stands() is WordingState.CARRIED


def test_a_tie_in_resistance_chooses_nothing(room: Room) -> None:
    room.do(it.AddOption(label="A", text="a"))
    propose(room)
    room.do(it.TakeResistance(sums=(("A", 9), ("N", 9))))
    assert room.stands() is WordingState.REJECTED


def test_resistance_is_refused_in_words(room: Room) -> None:
    room.do(it.AddOption(label="A", text="a"))
    for sums, words in (
        ((("A", 1),), "at least two"),
        ((("A", 1), ("a", 2)), "each option once"),
        ((("A", 1), ("C", 2)), "no option C yet"),
        ((("A", 51), ("N", 2)), "more than 5 votes can give \\(50\\)"),
    ):
        with pytest.raises(Refused, match=words):
            room.do(it.TakeResistance(sums=sums))


def test_resistance_satisfies_no_agreed_majority(ruled: Room) -> None:
    ruled.do(it.AddOption(label="A", text="a"))
    ruled.do(it.TakeResistance(sums=(("A", 1), ("N", 9))))
    propose(ruled, "Punkt 3 so", point="p3")
    assert ruled.stands() is WordingState.OPEN
    ruled.do(it.TakeVote(yes=4, no=1, abstain=0))
    assert ruled.stands() is WordingState.CARRIED
    propose(ruled, "Punkt 4 so", point="p4")
    with pytest.raises(Refused, match="the rules ask for more"):
        ruled.do(it.TakeResistance(sums=(("A", 1), ("N", 9))))


def test_a_straw_poll_binds_nothing(ruled: Room) -> None:
    ruled.do(it.Leave(organisations=ruled.orgs("BB", "VHS", "JC")))
    propose(ruled)
    ruled.do(it.TakeStraw(text="eher dafür"))
    ballot = last(ruled)
    assert (ballot.binding, ballot.quorate, ballot.result) == (False, False, b.Result.OPEN)
    assert ruled.stands() is WordingState.OPEN
    ruled.do(it.EndWording(withdrawn=True))
    ruled.do(it.VoidBallot(reason="verzählt"))
    assert ruled.stands() is WordingState.WITHDRAWN
    assert not ruled.decisions


def test_who_is_recused_does_not_vote_and_still_counts(ruled: Room) -> None:
    ruled.do(it.Leave(organisations=ruled.orgs("JC", "AA")))
    propose(ruled)
    ruled.do(it.Recuse(organisation=ruled.org("HWK")))
    with pytest.raises(Refused, match="already"):
        ruled.do(it.Recuse(organisation=ruled.org("HWK")))
    with pytest.raises(Refused, match="JC is not represented"):
        ruled.do(it.Recuse(organisation=ruled.org("JC")))
    with pytest.raises(Refused, match="only 2 can vote"):
        ruled.do(it.TakeVote(yes=3, no=0, abstain=0))
    ruled.do(it.TakeVote(yes=2, no=0, abstain=0))
    assert ruled.codes(last(ruled).recused) == ["HWK"]
    assert (len(last(ruled).represented), last(ruled).quorate) == (3, True)
    propose(ruled, "Das Nächste")
    assert ruled.wording.recused == ()


@pytest.mark.parametrize(
    "intent",
    [
        it.NobodyOpposes(),
        it.TakeConsensus(),
        it.TakeConsent(),
        it.TakeFist(counts=(5, 0, 0, 0, 0, 0)),
        it.TakeVote(yes=5, no=0, abstain=0),
    ],
)
def test_what_satisfies_every_majority(ruled: Room, intent: it.Intent) -> None:
    propose(ruled, point="p5")
    ruled.do(intent)
    assert ruled.stands() is WordingState.CARRIED
    assert ruled.decisions[0].subject is Subject.AGREEMENT


def consensed(room: Room) -> None:
    room.do(it.AddOption(label="A", text="ja"))
    room.do(it.TakeResistance(sums=(("A", 1), ("N", 9))))


def test_what_was_consensed_does_not_decide_another_item(room: Room) -> None:
    room.noted()
    consensed(room)
    room.go(2)
    propose(room, "Das Netzwerk tritt dem Landesverband bei.")
    assert room.stands() is WordingState.OPEN
    assert (room.state.wordings[0].item, room.decisions) == (room.state.running, ())
    room.do(it.EndWording(withdrawn=True))
    room.noted()
    room.go(1)
    propose(room, "Zurück im ersten TOP")
    assert room.stands() is WordingState.OPEN


def test_what_was_consensed_waits_over_a_break_for_the_very_next_wording(room: Room) -> None:
    consensed(room)
    room.do(it.Pause(minutes=10))
    room.do(it.Resume())
    room.do(it.Leave(organisations=room.orgs("BB")))
    propose(room, "So")
    assert room.stands() is WordingState.CARRIED
    assert len(last(room).represented) == 5
    room.go(2)
    consensed(room)
    propose(room, "Ein Punkt der Vereinbarung", point="p1")
    assert room.stands() is WordingState.OPEN
    room.do(it.EndWording(withdrawn=True))
    propose(room, "Etwas anderes")
    assert room.stands() is WordingState.OPEN
