"""F2: the next or running meeting, what is overdue, how far the agreement is."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.model import (
    Disposition,
    Meeting,
    MeetingStatus,
    Minutes,
    MinutesStatus,
    Organisation,
    ParkingItem,
    Role,
)
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.actions import action_line, live_actions, overdue
from kooperation_tui.tui.drawing.agreement import dots, settled_points, version_words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

_LABEL = 17


def next_meeting(view: View) -> Content:
    """The meeting looked at: when, where, and whether everything is ready."""
    tr, meeting, state = view.tr, view.meeting, view.state
    if meeting is None or state is None:
        return _nothing_yet(view)
    title = words.meeting_title(view.data, meeting, tr)
    place = f", {meeting.place}" if meeting.place else ""
    rows = [ink.put((_when(view, meeting) + "  ", "strong"), title, place)]
    if state.phase is Phase.PLANNED:
        rows += [ink.put((_plan_words(view, state), "dim")), _ready(view, meeting, state)]
        label = tr.t("to the agenda")
    elif state.phase is Phase.CLOSED:
        rows.append(ink.put((tr.t("closed"), "dim"), " · ", _minutes_words(view, meeting)))
        label = tr.t("to the minutes")
    else:
        since = tr.t("running since {time}", time=state.started_at)
        rows.append(ink.put((since, "good")))
        label = tr.t("to the minutes")
    rows.append(ink.put((tr.p("key", "Enter"), "mark"), f" {label}"))
    return ink.lines(row for line in rows for row in line.wrap(view.width))


def _nothing_yet(view: View) -> Content:
    tr = view.tr
    rows = [ink.put((tr.t("What next?"), "strong"))]
    if not view.data.rows(Organisation):
        rows.append(
            ink.put(
                ("F8", "key"),
                " " + tr.t("Partners: paste a list from a spreadsheet, or enter them."),
            )
        )
    rows.append(
        ink.put(
            ("n", "key"), "  " + tr.t("The first meeting from a template; then print the agenda.")
        )
    )
    return ink.lines(rows)


def _when(view: View, meeting: Meeting) -> str:
    tr, day = view.tr, meeting.start.date()
    if day == view.today:
        return tr.t("Today {time}", time=meeting.start)
    return f"{tr.day_short(day)} {tr.time(meeting.start)}"


def _plan_words(view: View, state: MeetingState) -> str:
    tr = view.tr
    numbered = [i for i in state.items if i.item.number]
    minutes = sum(i.minutes for i in state.items)
    said = tr.n(
        "{count} item, {minutes} min",
        "{count} items, {minutes} min",
        len(numbered),
        minutes=minutes,
    )
    coming = [e for e in state.expected if e.answer == "coming"]
    parts = [said]
    if coming:
        parts.append(tr.n("{count} coming", "{count} coming", len(coming)))
    if state.excused:
        parts.append(tr.t("not coming {codes}", codes=words.codes(view.data, state.excused)))
    return " · ".join(parts)


def _ready(view: View, meeting: Meeting, state: MeetingState) -> Content:
    """What is still to be done before it can begin."""
    tr = view.tr
    missing = []
    if not state.items:
        missing.append(tr.t("the agenda is empty"))
    if not state.holder(Role.FACILITATOR):
        missing.append(tr.t("nobody facilitates"))
    if not state.holder(Role.MINUTES):
        missing.append(tr.t("nobody takes the minutes"))
    if meeting.invited_on is None:
        missing.append(tr.t("the invitation is not sent"))
    if missing:
        return ink.put((tr.t("still to do:") + " ", "warn"), ", ".join(missing))
    return ink.put((tr.t("ready"), "good"), "  ", tr.t("agenda, roles and invitation are done"))


def _minutes_words(view: View, meeting: Meeting) -> Content:
    tr = view.tr
    found = next((m for m in view.data.rows(Minutes) if m.meeting == meeting.id), None)
    if found is None or found.status is MinutesStatus.DRAFT:
        return ink.put((tr.t("minutes not sent yet"), "warn"))
    if found.status is MinutesStatus.APPROVED:
        return ink.put((tr.t("minutes approved"), "good"))
    return ink.put(tr.t("minutes sent"))


def rest(view: View, rows: int) -> Content:
    """Actions (so many rows of them), agreement, minutes to approve, parking lot."""
    tr, data = view.tr, view.data
    live = live_actions(view)
    late = [a for a in live if overdue(view, a)]
    head: list[ink.Piece] = [
        _label(tr.t("Actions")),
        tr.n("{count} open", "{count} open", len(live)),
    ]
    if late:
        head.append(("   " + tr.n("{count} overdue", "{count} overdue", len(late)), "bad"))
    found = [ink.put(*head)]
    found += [action_line(view, action, view.width) for action in live[: max(rows, 0)]]
    agreed = tr.t("{count} of 9", count=settled_points(view))
    found += [
        Content(""),
        ink.put(_label(tr.t("Agreement")), dots(view), f"  {agreed}   ", version_words(view)),
    ]
    waiting = [m for m in plan.meetings(data) if _to_approve(view, m)]
    for meeting in waiting[-1:]:
        title = tr.t("minutes of {day}", day=tr.date_short(meeting.start.date()))
        found.append(ink.put(_label(tr.t("To approve")), title))
    parked = [p for p in data.rows(ParkingItem) if p.disposition is Disposition.OPEN]
    found.append(
        ink.put(_label(tr.t("Parking lot")), tr.n("{count} open", "{count} open", len(parked)))
    )
    return ink.lines(row.truncate(view.width, ellipsis=True) for row in found)


def _label(text: str) -> tuple[str, str]:
    return (ink.fit(text, _LABEL), "head")


def _to_approve(view: View, meeting: Meeting) -> bool:
    found = next((m for m in view.data.rows(Minutes) if m.meeting == meeting.id), None)
    return found is not None and found.status in (MinutesStatus.SENT, MinutesStatus.OBJECTIONS)


def meeting_rows(view: View) -> list[Row]:
    """All meetings, the latest first; the one looked at is marked."""
    tr = view.tr
    rows = []
    for meeting in reversed(plan.meetings(view.data)):
        day = f"{tr.day_short(meeting.start.date())} {tr.time(meeting.start)}"
        title = words.meeting_title(view.data, meeting, tr)
        state = tr.t(words.MEETING_STATES[meeting.status])
        running = meeting.status is MeetingStatus.RUNNING
        mark = "▶ " if meeting.id == view.meeting_id else "  "
        left = ink.put((mark, "now"), ink.fit(day, 22), title)
        rows.append(
            Row(
                ink.apart(left, ink.put((state, "good" if running else "dim")), view.width),
                meeting.id,
            )
        )
    return rows
