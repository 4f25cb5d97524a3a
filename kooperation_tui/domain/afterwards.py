"""A meeting that was held without the program and is entered later, from paper.

Its lines know no clock: each holds at the time it begins with, else when the line
before it holds. Nothing of it may ever be stamped with the moment of typing.
"""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, MeetingStatus
from kooperation_tui.domain.plan import zone
from kooperation_tui.domain.state import MeetingState, Phase

AHEAD = dt.timedelta(hours=2)
"""How long before the start somebody may already have come."""
_LONG = dt.timedelta(hours=4)
"""How long a meeting without a planned end is taken to last at most."""
_SILENT = dt.timedelta(hours=12)


def is_over(data: Data, meeting: Meeting, now: dt.datetime) -> bool:
    """Whether the planned day of a meeting has passed, in the network's zone."""
    where = zone(data)
    last = meeting.end or meeting.start
    return now.astimezone(where).date() > last.astimezone(where).date()


def began_before(data: Data, meeting: Meeting, at: dt.datetime, now: dt.datetime) -> bool:
    """Whether a start that holds at `at` is entered after the meeting.

    So on a later day, and in the evening of the same one: the planned end is over,
    and the start was hours ago.
    """
    return is_over(data, meeting, now) or (_ended(meeting, now) and now - at > AHEAD)


def _ended(meeting: Meeting, now: dt.datetime) -> bool:
    return now >= (meeting.end or meeting.start + _LONG)


def entered_afterwards(data: Data, meeting: Meeting, state: MeetingState, now: dt.datetime) -> bool:
    """Whether lines without a time hold when the last one does, and not now.

    One that has not begun by its planned end was held, or whoever comes counts from
    the start anyway. Also in a meeting that nobody closed and that is opened again on
    another day. A closed one takes only lines with a time.
    """
    if state.phase is Phase.CLOSED:
        return False
    if state.started_at is None:
        return is_over(data, meeting, now) or _ended(meeting, now)
    if state.afterwards:
        return True
    last = state.last_line_at or state.started_at
    return is_over(data, meeting, now) and now - last > _SILENT


def runs_on_paper(data: Data, meeting: Meeting) -> bool:
    """Whether a meeting that is not closed had been held when it was begun here."""
    return meeting.status is MeetingStatus.RUNNING and state_of(data, meeting.id).afterwards


def _before(meeting: Meeting) -> dt.datetime:
    return meeting.start - AHEAD


def is_before(meeting: Meeting, state: MeetingState, at: dt.datetime) -> bool:
    """Whether a line only says what was so before the start, at no time in particular."""
    return (state.afterwards or state.started_at is None) and at == _before(meeting)


def moment_of(meeting: Meeting, state: MeetingState, *, begins: bool = False) -> dt.datetime:
    """When a line without a time holds in a meeting entered afterwards.

    The start itself (`begins`) as planned; who came before it, before it whenever
    that will be; everything else with the last line.
    """
    if state.started_at is None:
        return meeting.start if begins else _before(meeting)
    return max(state.last_line_at or state.started_at, state.started_at)
