"""Earlier minutes at a later meeting: which wait, which an item means, which a decision approves.

The next meeting decides on them (point 6); an approval belongs to its decision (I-20).
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
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


def approvals_due(data: Data, state: MeetingState) -> tuple[ApprovalDue, ...]:
    """What the items about minutes still have to say about them; the running one first."""
    meeting = data.get(Meeting, state.meeting)
    treated = sorted(
        (i for i in state.items if i.item.subject is Subject.MINUTES),
        key=lambda item: item.item.id != state.running,
    )
    found = (_due(data, state, meeting, item.item) for item in treated)
    return tuple(due for due in found if due is not None)


def approval_due(data: Data, state: MeetingState) -> ApprovalDue | None:
    """The first of them, to be asked; None also while something is being decided."""
    return None if state.open_wording else next(iter(approvals_due(data, state)), None)


def _due(data: Data, state: MeetingState, meeting: Meeting, item: AgendaItem) -> ApprovalDue | None:
    wording = _carried(state, item.id)
    meant = minutes_meant(data, meeting, item) if wording is not None else None
    if meant is None or wording is None or wording.no_minutes or _are_approved(data, meant):
        return None
    count = sum(1 for c in state.corrections if c.meeting == meant.id)
    return ApprovalDue(wording=wording, meeting=meant, corrections=count)


def _are_approved(data: Data, meeting: Meeting) -> bool:
    approved = MinutesStatus.APPROVED
    return any(m.meeting == meeting.id and m.status is approved for m in data.rows(Minutes))


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
    """The open wording, else the carried one of the item about them, approves earlier minutes.

    Without a meeting the carried one approves none. Raises Refused if there is neither,
    and for minutes of this or a later meeting.
    """
    if not intent.meeting:
        return _approves_none(scene)
    meeting = scene.data.get(Meeting, intent.meeting)
    if meeting.start >= scene.meeting.start:
        raise Refused(
            "Minutes of {meeting} cannot be approved here; name an earlier meeting.",
            meeting=label(scene.data, meeting),
        )
    carried = _carried_about(scene, meeting)
    wording = carried or scene.need_wording()
    event = ev.Approves(meeting=meeting.id, wording=wording.id, corrected=intent.corrected)
    row = scene.data.find(Decision, wording.decision)
    if carried is None or row is None:
        return Recording(event)
    settled = msgspec.structs.replace(wording, approves=meeting.id, corrects=intent.corrected)
    record = approved(scene, settled, row.number, row.decided_on, row.event)
    return Recording(event, puts=tuple(record))


def _carried_about(scene: Scene, meeting: Meeting) -> Wording | None:
    """The carried wording that may approve these minutes, if the open one is not about them."""
    state = scene.state
    open_wording = state.wording(state.open_wording)
    if open_wording is not None:
        known = state.item(open_wording.item)
        item = known.item if known is not None else None
        if minutes_meant(scene.data, scene.meeting, item) == meeting:
            return None
    due = (d.wording for d in approvals_due(scene.data, state) if d.meeting.id == meeting.id)
    return next(due, None) or (None if open_wording else _carried(state, scene.item))


def _approves_none(scene: Scene) -> Recording:
    due = approvals_due(scene.data, scene.state)
    if not due:
        raise Refused("No decision is asked whether it approves minutes; leave the line out.")
    return Recording(ev.Approves(meeting="", wording=due[0].wording.id))
