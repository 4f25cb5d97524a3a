"""Random walks through a meeting: two seats, undo, late lines, every intent."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Counting, MeetingState
from tests.domain.room import Room
from tests.domain.walking import Step, steps

walk = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def take(room: Room, step: Step, earliest: dt.datetime | None = None) -> bool:
    """Record a step if the rules allow; only Refused may come, and then nothing changes.

    Args:
        earliest: no late line holds before; else before the planned start.
    """
    intent = step.intent(room)
    if intent is None:
        return False
    late = dt.timedelta(minutes=step.late)
    at = max(room.now - late, earliest or room.row.start) if step.late else None
    before = room.data.tables
    try:
        change = record(room.data, room.meeting, intent, room.moment(step.seat), at=at)
    except Refused as refused:
        assert str(refused)
        assert room.data.tables is before
        return False
    room.run(change)
    return True


def walked(agreed: bool, made: list[Step], check: bool = True) -> Room:
    room = Room(agreed=agreed)
    for step in made:
        room.now += dt.timedelta(seconds=50)
        frozen = {c.event: c.ballot for c in room.state.countings}
        if not take(room, step):
            continue
        if check:
            assert check_tables(room.data) == (), step
            for event, ballot in frozen.items():
                known = room.state.counting(event)
                assert known is None or known.ballot == ballot
    return room


@walk
@given(st.booleans(), steps)
def test_no_walk_breaks_tables_ballots_or_the_program(agreed: bool, made: list[Step]) -> None:
    room = walked(agreed, made)
    gaps(room.data, room.state)
    numbers = [d.number for d in room.decisions]
    assert len(numbers) == len(set(numbers))
    assert len({a.number for a in room.actions}) == len(room.actions)
    assert len({t.number for t in room.topics}) == len(room.topics)


@walk
@given(st.booleans(), steps, st.randoms(use_true_random=False))
def test_the_order_of_the_list_and_repeated_events_do_not_matter(
    agreed: bool, made: list[Step], chance: random.Random
) -> None:
    room = walked(agreed, made, check=False)
    log = [*room.log, *chance.sample(room.log, len(room.log) // 2)]
    chance.shuffle(log)
    assert room.refolded(log) == room.refolded(room.log) == room.state


@walk
@given(st.booleans(), steps)
def test_nothing_that_stands_is_lost(agreed: bool, made: list[Step]) -> None:
    """Every line that was not taken back is an entry, with its first or present words."""
    room = walked(agreed, made, check=False)
    entries = {e.id: e for e in room.state.entries}
    for event in standing(room.log):
        if isinstance(event.what, ev.Noted | ev.Parked):
            entry = entries[event.id]
            assert event.what.text in entry.text or event.what.text in entry.old
        elif isinstance(event.what, ev.ActionTaken):
            assert event.id in entries
        elif isinstance(event.what, ev.Proposed):
            wording = room.state.wording(event.what.wording)
            assert wording is not None
            assert any(event.what.text in words for words in (wording.text, *wording.old))


@walk
@given(st.booleans(), steps)
def test_ballots_stand_as_they_were_until_taken_back(agreed: bool, made: list[Step]) -> None:
    """I-04 over the whole log: the fold shows exactly the ballots in the events."""
    room = walked(agreed, made, check=False)
    stored = {e.id: e.what.ballot for e in standing(room.log) if isinstance(e.what, ev.Balloted)}

    def ballots(state: MeetingState) -> dict[str, object]:
        return {c.event: _ballot(c) for c in state.countings}

    assert ballots(room.state) == stored


def _ballot(counting: Counting) -> object:
    return counting.ballot


@walk
@given(steps)
def test_undo_always_ends(made: list[Step]) -> None:
    """It takes one more line back each time, or refuses; never the same twice."""
    room = walked(False, made, check=False)
    for seat in ("minutes", "moderator", "") * 2:
        for _ in range(3 * len(made) + 10):
            try:
                room.do(it.Undo(), seat=seat)
            except Refused:
                break
        else:
            raise AssertionError("undo never ends")
