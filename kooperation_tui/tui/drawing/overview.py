"""F2: the next or running meeting, what is overdue, how far the agreement is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.gaps import Gap
from kooperation_tui.domain.model import (
    Action,
    Answer,
    Meeting,
    MeetingStatus,
    Minutes,
    MinutesStatus,
    Organisation,
)
from kooperation_tui.domain.overview import NOT_INVITED, missing_for
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing import notices
from kooperation_tui.tui.drawing.actions import action_line
from kooperation_tui.tui.drawing.agreement import dots, version_words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

_LABEL = 17
_NAMED = 4
"""So many partners without an answer are named; more are counted."""
_STEPS = (
    ("meetings", 2),
    ("notices", 2),
    ("actions", 2),
    ("notices", 3),
    ("meetings", 4),
    ("notices", 8),
    ("actions", 6),
    ("notices", 99),
)
"""Who gets the rows that are left, and up to how many."""


@dataclass(frozen=True)
class Storing:
    """Whether the file can be written, and when its last backup was made."""

    writable: bool = True
    backup: dt.datetime | None = None


def next_meeting(view: View, storing: Storing | None = None) -> Content:
    """The meeting looked at: when, where, and whether everything is ready."""
    tr, meeting, state = view.tr, view.meeting, view.state
    if meeting is None or state is None:
        return _nothing_yet(view)
    title = words.meeting_title(view.data, meeting, tr)
    place = f", {meeting.place}" if meeting.place else ""
    rows = [ink.put((_when(view, meeting) + "  ", "strong"), title, place)]
    label = tr.t("to the minutes")
    if state.phase is Phase.PLANNED:
        label = tr.t("to the agenda")
        rows += [ink.put((_plan_words(view, meeting, state), "dim"))]
        rows += _ready(view, meeting, storing)
    elif state.phase is Phase.CLOSED:
        rows.append(ink.put((tr.t("closed"), "dim"), " · ", _minutes_words(view, meeting)))
    elif view.afterwards:
        rows.append(ink.put((tr.t("being entered afterwards"), "warn")))
    else:
        rows.append(ink.put((tr.t("running since {time}", time=state.started_at), "good")))
    wrapped = [line for row in rows for line in row.wrap(view.width)]
    key = ink.put((tr.p("key", "Enter"), "mark"), f" {label}")
    if wrapped[-1].cell_length + key.cell_length + 2 > view.width:
        return ink.lines([*wrapped, key])
    return ink.lines([*wrapped[:-1], ink.apart(wrapped[-1], key, view.width)])


def _nothing_yet(view: View) -> Content:
    tr = view.tr
    rows = [ink.put((tr.t("What next?"), "strong"))]
    if not view.data.rows(Organisation):
        said = tr.t("Partners: paste a list from a spreadsheet, or enter them.")
        rows.append(ink.hanging(ink.put(("F8", "key"), " "), ink.put(said), view.width))
    said = tr.t("The first meeting from a template; then print the agenda.")
    rows.append(ink.hanging(ink.put(("n", "key"), "  "), ink.put(said), view.width))
    return ink.lines(rows)


def _when(view: View, meeting: Meeting) -> str:
    tr, day = view.tr, meeting.start.date()
    if day == view.today:
        return tr.t("Today {time}", time=meeting.start)
    return f"{tr.day_short(day)} {tr.time(meeting.start)}"


def _plan_words(view: View, meeting: Meeting, state: MeetingState) -> str:
    """`8 TOP, 180 min · 10 zugesagt · abgesagt IHK · ohne Nachricht MGH`

    Whoever is in the room already is counted as that. On the wall nobody is named.
    """
    tr = view.tr
    numbered = [i for i in state.items if i.item.number]
    minutes = sum(i.minutes for i in state.items)
    parts = [
        tr.n(
            "{count} item, {minutes} min",
            "{count} items, {minutes} min",
            len(numbered),
            minutes=minutes,
        )
    ]
    there = state.represented()
    if there:
        parts.append(tr.n("{count} there", "{count} there", len(there)))
    coming = {e.organisation for e in state.expected if e.answer == Answer.COMING} - {*there}
    if coming:
        parts.append(tr.n("{count} coming", "{count} coming", len(coming)))
    if view.beamer:
        return " · ".join(parts)
    excused = tuple(o for o in state.excused if o not in there)
    if excused:
        parts.append(tr.t("not coming {codes}", codes=words.codes(view.data, excused)))
    answered = {e.organisation for e in state.expected} | {*there, *state.excused}
    silent = tuple(o for o in plan.entitled_partners(view.data, meeting) if o not in answered)
    if silent and len(silent) <= _NAMED:
        parts.append(tr.t("no answer from {codes}", codes=words.codes(view.data, silent)))
    elif silent:
        parts.append(tr.n("{count} without an answer", "{count} without an answer", len(silent)))
    return " · ".join(parts)


def _ready(view: View, meeting: Meeting, storing: Storing | None) -> list[Content]:
    """What is still to be done before it can begin; on its day also whether it can be saved.

    The wall does not say what is missing.
    """
    tr = view.tr
    missing = [_told(view, meeting, one) for one in missing_for(view.data, meeting)]
    told = [] if view.beamer else missing
    if storing is not None and not storing.writable:
        told = [tr.t("The file cannot be written."), *told]
    if told or missing:
        return [_to_do(view, told)] if told else []
    done = [tr.t("agenda, roles and invitation are done")]
    if storing is not None and meeting.start.date() == view.today:
        done.append(tr.t("saving works"))
        if storing.backup is not None and storing.backup.date() == view.today:
            done.append(tr.t("backup of today {time}", time=storing.backup))
    return [ink.put((tr.t("ready"), "good"), "  ", ", ".join(done))]


def _told(view: View, meeting: Meeting, one: Gap) -> str:
    """A thing that is missing; for the invitation its last day if there is one."""
    state = notices.seen(view)
    if one.message == NOT_INVITED and state.next == meeting.id and state.invite_by:
        return notices.invitation(view)
    return notices.say(view, one)


def _to_do(view: View, missing: list[str]) -> Content:
    """As many sentences as two rows hold."""
    tr = view.tr
    said = tr.t("still to do:") + " "
    room = 2 * view.width - ink.width(said) - 24
    shown = ""
    for number, sentence in enumerate(missing):
        if shown and ink.width(f"{shown} {sentence}") > room:
            more = tr.n("and {count} more", "and {count} more", len(missing) - number)
            return ink.put((said, "warn"), shown, (f" {more}  ", "dim"), ("a", "key"))
        shown = f"{shown} {sentence}".strip()
    return ink.put((said, "warn"), shown)


def _minutes_words(view: View, meeting: Meeting) -> Content:
    tr = view.tr
    found = next((m for m in view.data.rows(Minutes) if m.meeting == meeting.id), None)
    if found is None or found.status is MinutesStatus.DRAFT:
        return ink.put((tr.t("minutes not sent yet"), "warn"))
    if found.status is MinutesStatus.APPROVED:
        return ink.put((tr.t("minutes approved"), "good"))
    return ink.put(tr.t("minutes sent"))


def shares(
    view: View, rows: int, meetings: int, found: Sequence[notices.Notice]
) -> Mapping[str, int]:
    """Rows for meetings, notices and actions of so many that are left for all three."""
    state = notices.seen(view)
    wanted = {
        "meetings": meetings,
        "notices": len(found),
        "actions": len(state.overdue) + len(state.due_soon),
    }
    given = dict.fromkeys(wanted, 0)
    for name, most in _STEPS:
        more = min(most, wanted[name]) - given[name]
        more = max(min(more, rows), 0)
        given[name] += more
        rows -= more
    return given


def rest(view: View, given: Mapping[str, int], reminders: Sequence[notices.Notice]) -> Content:
    """Actions, reminders (so many rows of them), agreement, minutes to approve, parking lot."""
    tr, state = view.tr, notices.seen(view)
    head: list[ink.Piece] = [
        _label(tr.t("Actions")),
        tr.n("{count} open", "{count} open", state.running_actions),
    ]
    if state.overdue:
        late = tr.n("{count} overdue", "{count} overdue", len(state.overdue))
        head.append(("   " + late, "bad"))
    found = [ink.put(*head)]
    for identity in (*state.overdue, *state.due_soon)[: given["actions"]]:
        found.append(action_line(view, view.data.get(Action, identity), view.width))
    found += _reminders(view, given["notices"], reminders)
    agreed = tr.t("{count} of 9", count=state.settled)
    found.append(
        ink.put(_label(tr.t("Agreement")), dots(view), f"  {agreed}   ", version_words(view))
    )
    if any(row.result is CircularResult.OPEN for row in view.data.rows(Circular)):
        # Seldom: its counting need not be loaded for every first screen.
        from kooperation_tui.tui.drawing import circular

        found.append(ink.put(_label(tr.t("In text form")), circular.running_line(view)))
    if state.to_approve:
        found.append(ink.put(_label(tr.t("To approve")), _to_approve(view)))
    parked = tr.n("{count} open", "{count} open", state.parked)
    found.append(ink.put(_label(tr.t("Parking lot")), parked, *_admissions(view)))
    return ink.lines(row.truncate(view.width, ellipsis=True) for row in found)


def _reminders(view: View, rows: int, found: Sequence[notices.Notice]) -> list[Content]:
    if not found:
        return []
    late = sum(notice.late for notice in found)
    head: list[ink.Piece] = [_label(view.tr.t("Reminders")), str(len(found))]
    if late:
        head.append(("   " + view.tr.n("{count} late", "{count} late", late), "bad"))
    if not rows:
        head += ["   ", ("a", "key"), f" {view.tr.t('all')}"]
    return [ink.put(*head), *notices.lines(view, found, rows)]


def _to_approve(view: View) -> Content:
    """The last ones that wait, their objections, and how many more."""
    tr, waiting = view.tr, notices.seen(view).to_approve
    last = waiting[-1]
    day = view.data.get(Meeting, last.meeting).start.date()
    pieces: list[ink.Piece] = [tr.t("minutes of {day}", day=tr.date_short(day))]
    if last.objections:
        said = tr.n("{count} objection", "{count} objections", last.objections)
        pieces += [", ", (said, "warn")]
    if len(waiting) > 1:
        pieces.append(", " + tr.n("and {count} more", "and {count} more", len(waiting) - 1))
    return ink.put(*pieces)


def _admissions(view: View) -> list[ink.Piece]:
    """`Aufnahme  Hochschule Auental, heute TOP 6`"""
    tr = view.tr
    pieces: list[ink.Piece] = []
    for one in notices.seen(view).admissions:
        name = view.data.get(Organisation, one.organisation).name
        pieces += [("   " + tr.t("Admission") + "  ", "head"), name]
        meeting = view.data.find(Meeting, one.meeting)
        if meeting is None:
            continue
        day = meeting.start.date()
        when = tr.t("today") if day == view.today else tr.date_tiny(day)
        pieces.append(f", {when} {tr.t('item {number}', number=one.item)}")
    return pieces


def _label(text: str) -> tuple[str, str]:
    return (ink.fit(text, _LABEL), "head")


def meeting_rows(view: View) -> list[Row]:
    """All meetings, the latest first; the one looked at is marked."""
    tr = view.tr
    rows = []
    for meeting in reversed(plan.meetings(view.data)):
        day = f"{tr.day_short(meeting.start.date())} {tr.time(meeting.start)}"
        title = words.meeting_title(view.data, meeting, tr)
        state, tone = tr.t(words.MEETING_STATES[meeting.status]), "dim"
        if meeting.status is MeetingStatus.RUNNING:
            tone = "good"
            if replace(view, meeting_id=meeting.id).afterwards:
                state, tone = tr.t("being entered afterwards"), "warn"
        mark = "▶ " if meeting.id == view.meeting_id else "  "
        left = ink.put((mark, "now"), ink.fit(day, 22), title)
        right = ink.put((state, tone))
        rows.append(Row(ink.apart(left, right, view.width), meeting.id))
    return rows
