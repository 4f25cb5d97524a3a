"""What was on the invitation, and whether that was in time (point 1, I-10)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.model import AgendaItem, Meeting, RuleSet


def added_late(rules: RuleSet, meeting: Meeting, item: AgendaItem) -> AgendaItem:
    """An item as it is put onto an agenda: after the invitation it was not announced.

    Only what the rules want on the invitation is marked; of the rest nobody asks.
    """
    if meeting.invited_on is None or item.subject not in rules.must_be_announced:
        return item
    return msgspec.structs.replace(item, announced=False)


def sent_on(meeting: Meeting, item: AgendaItem | None) -> dt.date | None:
    """The day an item was announced: its own, else that of the invitation."""
    own = item.announced_on if item is not None else None
    return own or meeting.invited_on


def last_day(rules: RuleSet, on: dt.date) -> dt.date | None:
    """The last day for the invitation to a meeting on a day; None if no rule says so."""
    if rules.invitation_days is None:
        return None
    return on - dt.timedelta(days=rules.invitation_days)
