"""Earlier minutes at a later meeting: which wait, which an item means, which a decision approves.

The next meeting decides on them (point 6); an approval belongs to its decision (I-20).
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.consequences import approved
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    TO_APPROVE,
    AgendaItem,
    Decision,
    Meeting,
    Minutes,
    MinutesStatus,
    Subject,
    Value,
)
from kooperation_tui.domain.plan import day_of, label, meetings, preceding
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import MeetingState, Wording, WordingState

_SOURCE = "minutes:"


class ApprovalDue(Value):
    """A decision was carried, and nobody said yet whether it approves these minutes.

    `corrections` counts what was corrected in them at this meeting.
    """

    wording: Wording
    meeting: Meeting
    corrections: int = 0


def waiting(data: Data, body: str, before: dt.datetime | None = None) -> tuple[Meeting, ...]:
    """A body's meetings whose minutes wait for approval, by start.

    Minutes that were sent wait; of those that were not sent only the last ones.

    Args:
        before: only meetings that started earlier; None for all that were held.
    """
    held = [
        m
        for m in meetings(data)
        if m.body == body
        and (before is None or m.start < before)
        and (m.ended_at is not None or m.external)
    ]
    records = {m.meeting: m.status for m in data.rows(Minutes)}
    return tuple(
        m
        for m in held
        if records.get(m.id) in TO_APPROVE
        or (m is held[-1] and records.get(m.id) is not MinutesStatus.APPROVED)
    )


def minutes_meant(data: Data, meeting: Meeting, item: AgendaItem | None) -> Meeting | None:
    """The earlier meeting whose minutes an item is about; None if it is about no minutes.

    The item says it by its source, or by a day or a number in its title; else it is the
    last one whose minutes wait.
    """
    if item is None or item.subject is not Subject.MINUTES:
        return None
    if item.source.startswith(_SOURCE):
        return data.find(Meeting, item.source.removeprefix(_SOURCE))
    earlier = preceding(data, meeting)
    named = tuple(m for m in earlier if _names(item.title, data, m))
    found = named or waiting(data, meeting.body, meeting.start) or earlier
    return found[-1] if found else None


def _names(title: str, data: Data, meeting: Meeting) -> bool:
    """Whether a title names a meeting: 14.10.2026, 14.10., 2026-10-14 or 2026-3."""
    day = day_of(data, meeting.start)
    year = rf"(?:\s?(?:{day:%Y}|{day:%y}))?(?!\d)"
    german = rf"(?<!\d)0?{day.day}\.\s?0?{day.month}\.{year}"
    number = rf"(?<![\w-]){re.escape(label(data, meeting))}(?![\w-])"
    return re.search(f"{german}|{day.isoformat()}|{number}", title) is not None


def approval_due(data: Data, state: MeetingState) -> ApprovalDue | None:
    """What the running item still has to say about the minutes it is about."""
    running, meeting = state.running_item, data.get(Meeting, state.meeting)
    if running is None or state.open_wording:
        return None
    meant = minutes_meant(data, meeting, running.item)
    wording = _carried(state, running.item.id)
    if meant is None or wording is None:
        return None
    record = minutes_of(data, meant.id)
    if record is not None and record.status is MinutesStatus.APPROVED:
        return None
    count = sum(1 for c in state.corrections if c.meeting == meant.id)
    return ApprovalDue(wording=wording, meeting=meant, corrections=count)


def approving_decision(data: Data, meeting: str) -> Decision | None:
    """The decision of a later meeting that approves these minutes, said or not."""
    row = data.get(Meeting, meeting)
    for later in meetings(data):
        if later.body != row.body or later.start <= row.start or later.started_at is None:
            continue
        state = state_of(data, later.id)
        for wording in state.wordings:
            item = state.item(wording.item)
            meant = minutes_meant(data, later, item.item) if item is not None else None
            means = wording.approves or (meant.id if meant is not None else "")
            if wording.state is WordingState.CARRIED and means == meeting:
                return data.find(Decision, wording.decision)
    return None


def _carried(state: MeetingState, item: str) -> Wording | None:
    """The last wording of an item that was carried and approves nothing yet."""
    found = [
        w
        for w in state.wordings
        if w.item == item and w.state is WordingState.CARRIED and not w.approves
    ]
    return found[-1] if found else None


def approve_minutes(scene: Scene, intent: it.ApproveMinutes) -> Recording:
    """The open wording, else the carried one of this item, approves earlier minutes.

    Raises Refused if there is neither, and for minutes of this or a later meeting.
    """
    meeting = scene.data.get(Meeting, intent.meeting)
    if meeting.start >= scene.meeting.start:
        raise Refused(
            "Minutes of {meeting} cannot be approved here; name an earlier meeting.",
            meeting=label(scene.data, meeting),
        )
    carried = None if scene.state.open_wording else _carried(scene.state, scene.item)
    wording = carried or scene.need_wording()
    event = ev.Approves(meeting=meeting.id, wording=wording.id, corrected=intent.corrected)
    row = scene.data.find(Decision, wording.decision)
    if carried is None or row is None:
        return Recording(event)
    settled = msgspec.structs.replace(wording, approves=meeting.id, corrects=intent.corrected)
    record = approved(scene, settled, row.number, row.decided_on, row.event)
    return Recording(event, puts=tuple(record))
