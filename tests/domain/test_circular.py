"""Decisions in text form between two meetings."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.applied import Circular, CircularResult, CircularVote
from kooperation_tui.domain.commands import circular
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BlockState,
    Decision,
    DecisionStatus,
    Majorities,
    Majority,
)
from kooperation_tui.domain.plan import rules_of
from tests.domain.test_versions import Seat

TODAY = dt.date(2026, 3, 1)


def opened(*, points: tuple[str, ...] = ()) -> Seat:
    seat = Seat().on(TODAY)
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
    assert (done.result, circular.counts(done)) == (CircularResult.CARRIED, (2, 1, 0))
    assert (last(seat).number, last(seat).status) == ("B-2026-U-1", DecisionStatus.IN_FORCE)
    assert circular.running(seat.data) is None


def test_after_the_deadline_silence_is_an_abstention() -> None:
    seat = opened()
    answer(seat, "AA", "yes")
    seat.on(dt.date(2026, 3, 16))
    with pytest.raises(Refused, match="ended on 2026-03-15"):
        answer(seat, "BB", "no")
    done = closed(seat)
    assert (done.result, circular.counts(done)) == (CircularResult.CARRIED, (1, 0, 2))


def test_one_objection_to_this_way_stops_it() -> None:
    seat = opened()
    answer(seat, "AA", "yes")
    answer(seat, "BB", "objects")
    before = len(seat.data.rows(Decision))
    assert closed(seat).result is CircularResult.STOPPED
    assert len(seat.data.rows(Decision)) == before


def test_the_majority_of_the_rules_counts_and_points_take_their_state() -> None:
    seat = opened(points=("p3",))
    rules = msgspec.structs.replace(
        rules_of(seat.data), majorities=Majorities(agreement=Majority.TWO_THIRDS)
    )
    seat.run(Change(puts=(rules,)))
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


def test_one_at_a_time_and_only_who_has_a_vote() -> None:
    seat = opened()
    with pytest.raises(Refused, match="running already"):
        circular.open_circular(seat.data, seat.moment, text="Zweites.")
    left = msgspec.structs.replace(seat.partner("CC"), left_on=TODAY)
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
