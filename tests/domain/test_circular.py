"""Decisions in text form between two meetings."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.applied import (
    Circular,
    CircularAnswer,
    CircularResult,
    CircularVote,
)
from kooperation_tui.domain.ballots import Ballot, Result
from kooperation_tui.domain.circulars import count, counts, needed_for, silent
from kooperation_tui.domain.commands import circular
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.deciding import BELOW_QUORUM, PROPOSED_MAJORITY
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BlockState,
    CircularRules,
    Decision,
    DecisionStatus,
    Majorities,
    Majority,
    Quorum,
    QuorumKind,
    RuleSet,
    Silence,
    Subject,
    Template,
)
from kooperation_tui.domain.presets import preset
from tests.domain.seat import Seat

TODAY = dt.date(2026, 3, 1)


def opened(
    *, points: tuple[str, ...] = (), rules: RuleSet | None = None, agreed: bool = False
) -> Seat:
    """A circular of today; `agreed` says that point 1 is agreed on paper."""
    seat = Seat().on(TODAY)
    if rules is not None:
        rules = msgspec.structs.replace(rules, id=seat.data.network.ruleset)
        seat.run(Change(puts=(rules,)))
    if agreed:
        state = BlockState.AGREED
        seat.run(set_block(seat.data, seat.moment, key="p1", state=state, agreed_on=TODAY))
    seat.run(
        circular.open_circular(seat.data, seat.moment, text="Wir mieten den Saal.", points=points)
    )
    return seat


def answer(seat: Seat, code: str, vote: str) -> None:
    seat.run(
        circular.answer(
            seat.data,
            seat.moment,
            organisation=seat.partner(code).id,
            vote=CircularVote(vote),
        )
    )


def closed(seat: Seat) -> Circular:
    result = seat.run(circular.close(seat.data, seat.moment))
    assert isinstance(result, Circular)
    return result


def last(seat: Seat) -> Decision:
    return seat.data.rows(Decision)[-1]


def test_it_is_counted_once_everybody_answered() -> None:
    seat = opened()
    answer(seat, "AA", "yes")
    answer(seat, "BB", "no")
    with pytest.raises(Refused, match="until 2026-03-15; 2 of 3 have answered"):
        closed(seat)
    answer(seat, "BB", "yes")
    answer(seat, "CC", "no")
    done = closed(seat)
    assert (done.result, counts(done)) == (CircularResult.CARRIED, (2, 1, 0))
    assert (last(seat).number, last(seat).status) == ("B-2026-U-1", DecisionStatus.IN_FORCE)
    assert circular.running(seat.data) is None


def test_after_the_deadline_silence_is_an_abstention() -> None:
    seat = opened()
    answer(seat, "AA", "yes")
    seat.on(dt.date(2026, 3, 16))
    with pytest.raises(Refused, match="ended on 2026-03-15"):
        answer(seat, "BB", "no")
    done = closed(seat)
    assert (done.result, counts(done)) == (CircularResult.CARRIED, (1, 0, 2))


def test_one_objection_to_this_way_stops_it() -> None:
    seat = opened()
    answer(seat, "AA", "yes")
    answer(seat, "BB", "objects")
    before = len(seat.data.rows(Decision))
    assert closed(seat).result is CircularResult.STOPPED
    assert len(seat.data.rows(Decision)) == before


TWO_THIRDS = RuleSet(id="0", majorities=Majorities(agreement=Majority.TWO_THIRDS))


def test_the_agreed_majority_counts_and_points_take_their_state() -> None:
    seat = opened(points=("p3",), rules=TWO_THIRDS, agreed=True)
    for code, vote in (("AA", "yes"), ("BB", "no"), ("CC", "abstain")):
        answer(seat, code, vote)
    assert closed(seat).result is CircularResult.REJECTED
    assert last(seat).status is DecisionStatus.REJECTED
    assert seat.block("p3").state is BlockState.DRAFT
    seat.run(circular.open_circular(seat.data, seat.moment, text="Noch einmal.", points=("p3",)))
    for code, vote in (("AA", "yes"), ("BB", "no"), ("CC", "yes")):
        answer(seat, code, vote)
    assert closed(seat).decision == "B-2026-U-2"
    assert (seat.block("p3").state, seat.block("p3").decision) == (
        BlockState.AGREED,
        "B-2026-U-2",
    )


def test_a_point_without_a_wording_is_worded_by_the_decision() -> None:
    seat = opened(points=("p3",))
    seat.run(set_block(seat.data, seat.moment, key="p3", text=""))
    for code in ("AA", "BB", "CC"):
        answer(seat, code, "yes")
    closed(seat)
    block = seat.block("p3")
    assert (block.state, block.text) == (BlockState.AGREED, "Wir mieten den Saal.")


def ballot_of(seat: Seat) -> Ballot:
    found = seat.data.rows(Circular)[-1].ballot
    assert found is not None
    return found


def test_a_majority_nobody_agreed_warns_and_rejects_nothing() -> None:
    rules = RuleSet(id="0", majorities=Majorities(default=Majority.UNANIMOUS))
    seat = opened(rules=rules)
    for code, vote in (("AA", "yes"), ("BB", "no"), ("CC", "yes")):
        answer(seat, code, vote)
    assert closed(seat).result is CircularResult.CARRIED
    ballot = ballot_of(seat)
    assert (ballot.majority, ballot.proposed) == (Majority.SIMPLE, Majority.UNANIMOUS)
    assert ballot.warnings == (PROPOSED_MAJORITY,)


MOST = RuleSet(id="0", quorum=Quorum(kind=QuorumKind.FRACTION, numerator=2, denominator=3))


@pytest.mark.parametrize(
    ("agreed", "result", "warnings"),
    [
        (True, CircularResult.NOT_QUORATE, ()),
        (False, CircularResult.CARRIED, (BELOW_QUORUM,)),
    ],
)
def test_one_yes_and_silence_does_not_carry_under_an_agreed_quorum(
    agreed: bool, result: CircularResult, warnings: tuple[str, ...]
) -> None:
    seat = opened(rules=MOST, agreed=agreed)
    answer(seat, "AA", "yes")
    seat.on(dt.date(2026, 3, 16))
    done = closed(seat)
    assert done.result is result
    ballot = ballot_of(seat)
    assert (ballot.needed, ballot.quorate, ballot.warnings) == (2, False, warnings)
    assert ballot.represented == (seat.partner("AA").id,)
    kept = DecisionStatus.NOT_QUORATE if agreed else DecisionStatus.IN_FORCE
    assert last(seat).status is kept


def test_silence_is_a_no_where_the_agreed_rules_say_so() -> None:
    own = CircularRules(days=14, silence=Silence.NO, stopped=False)
    seat = opened(rules=RuleSet(id="0", circular=own), agreed=True)
    answer(seat, "AA", "yes")
    with pytest.raises(Refused, match="let nobody stop"):
        answer(seat, "BB", "objects")
    seat.on(dt.date(2026, 3, 16))
    done = closed(seat)
    assert (done.result, counts(done)) == (CircularResult.REJECTED, (1, 2, 0))


def test_a_consortium_asks_for_the_majority_of_all_partners() -> None:
    rules = preset(Template.CONSORTIUM, "0")
    seat = opened(rules=rules, agreed=True)
    answer(seat, "AA", "yes")
    answer(seat, "BB", "yes")
    done = seat.data.rows(Circular)[-1]
    assert (done.deadline, needed_for(done, rules)) == (TODAY + dt.timedelta(days=10), None)
    seat.on(dt.date(2026, 3, 16))
    assert closed(seat).result is CircularResult.CARRIED
    assert ballot_of(seat).majority is Majority.ABSOLUTE
    seat.run(circular.open_circular(seat.data, seat.moment, text="Noch einmal."))
    answer(seat, "AA", "yes")
    seat.on(dt.date(2026, 5, 16))
    assert closed(seat).result is CircularResult.REJECTED


def test_agreed_rules_give_their_days_to_answer() -> None:
    own = RuleSet(id="0", circular=CircularRules(days=10))
    soon = TODAY + dt.timedelta(days=3)
    for agreed in (False, True):
        seat = opened(rules=own, agreed=agreed)
        answer(seat, "AA", "objects")
        closed(seat)
        if agreed:
            with pytest.raises(Refused, match="earliest deadline is 2026-03-11"):
                circular.open_circular(seat.data, seat.moment, text="Eilig.", deadline=soon)
        else:
            assert circular.open_circular(seat.data, seat.moment, text="Eilig.", deadline=soon)


def test_a_running_circular_keeps_the_rules_of_its_first_day() -> None:
    seat = opened()
    strict = msgspec.structs.replace(MOST, id=seat.data.network.ruleset)
    seat.run(Change(puts=(strict,)))
    state = BlockState.AGREED
    seat.run(set_block(seat.data, seat.moment, key="p1", state=state, agreed_on=TODAY))
    answer(seat, "AA", "yes")
    seat.on(dt.date(2026, 3, 16))
    assert closed(seat).result is CircularResult.CARRIED


@given(
    st.sampled_from(list(Template)),
    st.booleans(),
    st.sampled_from([Subject.ORDINARY, Subject.AGREEMENT, Subject.ADMISSION]),
    st.lists(st.sampled_from(["yes", "no", "abstain", ""]), min_size=3, max_size=3),
)
def test_what_carries_has_the_agreed_majority_and_enough_answers(
    template: Template, agreed: bool, subject: Subject, votes: list[str]
) -> None:
    rules = preset(template, "0")
    one = Circular(
        id="a",
        text="Ja?",
        opened_on=TODAY,
        deadline=TODAY,
        subject=subject,
        entitled=("a", "b", "c"),
        answers=tuple(
            CircularAnswer(organisation=who, vote=CircularVote(vote), on=TODAY)
            for who, vote in zip("abc", votes, strict=True)
            if vote
        ),
        rules=rules,
        rules_agreed=agreed,
    )
    ballot = count(one, rules)
    yes, no, abstain = counts(one)
    assert yes + no + abstain == 3 and len(ballot.represented) == 3 - len(silent(one))
    if ballot.result is not Result.CARRIED:
        return
    assert yes > no
    if agreed:
        assert ballot.quorate and ballot.warnings == () and ballot.proposed is None
        if subject is Subject.AGREEMENT and template is not Template.NONE:
            needed = {Template.INFORMAL: 2 * no, Template.MUNICIPAL: no + 1}
            assert yes >= needed.get(template, 3)


def test_one_at_a_time_and_only_who_has_a_vote() -> None:
    seat = opened()
    with pytest.raises(Refused, match="running already"):
        circular.open_circular(seat.data, seat.moment, text="Zweites.")
    left = msgspec.structs.replace(seat.partner("CC"), left_on=TODAY - dt.timedelta(days=1))
    seat = Seat().on(TODAY)
    seat.run(Change(puts=(left,)))
    with pytest.raises(Refused, match="needs its wording"):
        circular.open_circular(seat.data, seat.moment, text=" ")
    with pytest.raises(Refused, match="has passed"):
        circular.open_circular(
            seat.data, seat.moment, text="Spät.", deadline=TODAY - dt.timedelta(days=1)
        )
    with pytest.raises(Refused, match="No circular decision is running"):
        closed(seat)
    seat.run(circular.open_circular(seat.data, seat.moment, text="Erstes."))
    with pytest.raises(Refused, match="CC has no vote"):
        answer(seat, "CC", "yes")
