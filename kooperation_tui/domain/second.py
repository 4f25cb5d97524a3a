"""A second meeting decides without a minimum number what the first one could not (I-06).

It needs a rule that knows second meetings, and a first meeting of the same body that
was not quorate on the same matter (domain P1: SHZ, POT).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import AgendaItem, Meeting, MeetingStatus, RuleSet
from kooperation_tui.domain.plan import preceding
from kooperation_tui.domain.postponed import FRAME, same_title
from kooperation_tui.domain.state import ItemState, MeetingState

_JUST_BEFORE = dt.timedelta(microseconds=1)


def first_meetings(data: Data, meeting: Meeting, rules: RuleSet) -> tuple[Meeting, ...]:
    """Meetings of the same body, in the days the rules give, that lacked their quorum.

    Of one that was held before the program nobody knows; it may have been one.
    """
    days = rules.second_meeting_days
    if days is None:
        return ()
    earliest = meeting.start.date() - dt.timedelta(days=days)
    return tuple(
        m
        for m in preceding(data, meeting)
        if m.start.date() >= earliest
        and m.status is MeetingStatus.CLOSED
        and (m.external or any(undecidable(state_of(data, m.id))))
    )


def undecidable(state: MeetingState) -> Iterator[AgendaItem]:
    """The items of a closed meeting that it could not decide for want of its quorum."""
    if state.needed is None:
        return
    for item in state.items:
        if item.item.kind in FRAME:
            continue
        if any(len(state.represented(at)) < state.needed for at in _moments(state, item)):
            yield item.item


def _moments(state: MeetingState, item: ItemState) -> Iterator[dt.datetime]:
    """When an item ended, or when the meeting did if nobody came to it."""
    ends = [run.end for run in item.runs if run.end is not None]
    last = ends[-1] if ends else state.ended_at
    if last is not None:
        yield last - _JUST_BEFORE


def need_first(data: Data, meeting: Meeting, rules: RuleSet) -> None:
    """Raises Refused if a meeting cannot be a second one."""
    if rules.second_meeting_days is None:
        raise Refused(
            "The rules know no second meeting; name its days first with “set rules "
            "second_meeting_days=28”."
        )
    if not first_meetings(data, meeting, rules):
        raise Refused(
            "No meeting of this body in the {days} days before lacked its quorum; a second meeting "
            "needs a first one.",
            days=rules.second_meeting_days,
        )


def frees(data: Data, meeting: Meeting, rules: RuleSet, item: AgendaItem | None) -> bool:
    """Whether a second meeting may decide an item without a minimum number."""
    if not meeting.is_second or item is None:
        return False
    for first in first_meetings(data, meeting, rules):
        if first.external:
            return True
        if any(_same(item, one) for one in undecidable(state_of(data, first.id))):
            return True
    return False


def _same(item: AgendaItem, first: AgendaItem) -> bool:
    """Whether an item takes up the matter of an earlier one."""
    if item.source.split(":")[:2] == ["item", first.id]:
        return True
    if item.points and first.points:
        return set(item.points) <= set(first.points)
    return same_title(item, first.title)
