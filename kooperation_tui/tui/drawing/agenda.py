"""The agenda as a list with clock times, the time left, and the invitation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from textual.content import Content

from kooperation_tui.domain.model import ItemKind, Meeting
from kooperation_tui.domain.state import ItemState, MeetingState, Phase
from kooperation_tui.domain.templates import is_gap
from kooperation_tui.i18n import translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

_FIXED, _KIND = 24, 15
"""Cells of all columns but topic and kind; those of the kind."""
_NARROW = 65
"""Below so many cells the kind is left out for the topic."""
UP, DOWN = range(2), range(4, 6)
"""Cells of the chosen row that move it by a click: `▲ 4 ▼`."""


def top(view: View) -> Content:
    """When, where, and whether the invitation went out."""
    tr, meeting = view.tr, view.meeting
    if meeting is None:
        return ink.lines(
            [
                ink.put((tr.t("No meeting yet."), "strong")),
                ink.put(tr.t("F2, then n plans one: date, time, place and a template.")),
            ]
        )
    when = tr.time(meeting.start)
    if meeting.end is not None:
        when += f"–{tr.time(meeting.end)}"
    place = f", {meeting.place}" if meeting.place else ", " + tr.t("no place yet")
    state = view.state
    if state is None or state.phase is not Phase.PLANNED:
        said = tr.t("On F5, /add, /before and /minutes change the agenda now.")
        hint = Content("") if state is None or state.phase is Phase.CLOSED else ink.put(said)
        return ink.lines([ink.put(when + place), *([hint] if hint.plain else [])])
    right = ink.put(("o", "key"), f" {tr.t('date and place')}")
    key = ink.put(("e", "key"), f" {tr.t('invitation')}")
    rows = [
        ink.apart(ink.put(when + place), right, view.width),
        ink.apart(_invitation(view, meeting), key, view.width),
    ]
    return ink.lines(rows)


def _invitation(view: View, meeting: Meeting) -> Content:
    """Whether it went out, and until when it had to."""
    tr, last = view.tr, _last_day(view)
    agreed = view.state is not None and view.state.rules_agreed
    passed = "bad" if agreed else "warn"
    if meeting.invited_on is not None:
        said = tr.t("Invitation sent on {day}", day=tr.day_short(meeting.invited_on))
        if last is None or meeting.invited_on <= last:
            return ink.put((said, "good"))
        day = tr.date_tiny(last)
        late = (
            tr.t("last day was {day}", day=day) if agreed else tr.t("proposed: by {day}", day=day)
        )
        return ink.put((said, "good"), (f", {late}", passed))
    if last is None:
        return ink.put(tr.t("Invitation not sent yet"))
    day = tr.day_short(last)
    said = tr.t("Invitation not sent yet, last day is {day}", day=day)
    if not agreed:
        said = tr.t("Invitation not sent yet, proposed: by {day}", day=day)
    return ink.put((said, "warn" if view.today <= last else passed))


def _last_day(view: View) -> dt.date | None:
    """The last day for the invitation; None without such a rule."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None or state.rules.invitation_days is None:
        return None
    return meeting.start.date() - dt.timedelta(days=state.rules.invitation_days)


def deadline(view: View) -> Content:
    """The rule about the invitation, and whether it holds already."""
    tr, last, state = view.tr, _last_day(view), view.state
    if last is None or state is None:
        return ink.put(tr.t("The rules name no last day for the invitation."))
    said = tr.t("Last day: {day}", day=tr.day_short(last))
    if not state.rules_agreed and state.votes().agreed:
        said += " · " + tr.t("agreed in this meeting: counts from the next one on")
    elif not state.rules_agreed:
        said += " · " + tr.t("a proposal: the rules are not agreed yet")
    return ink.put(said)


def column_heads(view: View) -> Content:
    """The names of the columns."""
    if view.meeting is None:
        return Content("")
    return ink.put((_row(view, _headings(view)), "dim"))


def _headings(view: View) -> tuple[str, ...]:
    tr = view.tr
    return (
        tr.p("column", "No."),
        tr.p("column", "Start"),
        tr.p("column", "Min"),
        tr.p("column", "Topic"),
        tr.p("column", "Kind"),
        tr.p("column", "From"),
    )


def _row(view: View, cells: tuple[str, ...]) -> str:
    number, begin, minutes, title, kind, owner = cells
    kind = f"  {ink.fit(kind, _KIND - 2)}" if view.width >= _NARROW else ""
    return (
        f" {ink.fit(number, 5)}{ink.fit(begin, 7)}{minutes:>3}  "
        f"{ink.fit(title, topic_room(view))}{kind} {ink.fit(owner, 5)}"
    )


def topic_room(view: View) -> int:
    """Cells of the topic."""
    return view.width - _FIXED - (_KIND if view.width >= _NARROW else 0)


def item_rows(view: View, chosen: str = "") -> list[Row]:
    """One row for each item with its clock time, and the time that is left at the end.

    Args:
        chosen: id of the item under the cursor; while it can be moved it has its marks.
    """
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return []
    rows = []
    for item, at in _times(view, state, meeting):
        marked = item.item.id == chosen and state.phase is Phase.PLANNED
        rows.append(Row(_item(view, state, item, at, marked), item.item.id))
    if not rows:
        said = view.tr.t("The agenda is empty: t fills it from a template, n adds an item.")
        rows += [Row(ink.put((f" {row.plain}", "dim"))) for row in ink.put(said).wrap(view.width)]
    return rows


def time_left(view: View) -> Content:
    """When it will end, and how many minutes are free or too many; keys that change that."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return Content("")
    at = _end(view, state, meeting)
    row = ink.put(" " * 6, f"{view.tr.time(at)}       ", *_free(view, at, meeting.end))
    if state.phase is not Phase.PLANNED:
        return row
    pause = ink.put(("p", "key"), (f" {view.tr.t('break')}", "dim"))
    minutes = ink.put(("+ −", "key"), (f" {view.tr.p('duration', 'Minutes')}   ", "dim"), pause)
    for hint in (minutes, pause):
        if row.cell_length + 2 + hint.cell_length <= view.width:
            return ink.apart(row, hint, view.width)
    return row


def _item(
    view: View, state: MeetingState, item: ItemState, at: dt.datetime, marked: bool
) -> Content:
    plan = item.item
    runs = item.item.id == (state.break_running or state.running) and state.phase in (
        Phase.RUNNING,
        Phase.PAUSED,
    )
    is_break = plan.kind is ItemKind.BREAK
    title = plan.title or (view.tr.t("Break") if is_break else "")
    cells = (
        f"{plan.number:>2}" if plan.number else "",
        view.tr.time(at),
        str(item.minutes + item.extended),
        title,
        "" if is_break else words.kind_name(plan.kind, view.tr),
        words.code(view.data, plan.owner) if plan.owner else "",
    )
    text = _row(view, cells)
    if marked:
        return ink.put(("▲", "mark"), text[1:4], ("▼", "mark"), text[5:])
    if runs:
        return ink.put(("▶" + text[1:], "now"))
    if item.runs:
        return ink.put(("✓" + text[1:], "dim"))
    if is_gap(plan.title, translator(view.data.network.language).t):
        return ink.put((text, "warn"))
    return ink.put((text, "dim") if is_break else text)


def _times(
    view: View, state: MeetingState, meeting: Meeting
) -> Iterator[tuple[ItemState, dt.datetime]]:
    """Each item with the time at which it begins."""
    at = state.started_at or meeting.start
    for item in state.items:
        at = item.began or at
        yield item, at
        at = _until(view, item, at)


def _until(view: View, item: ItemState, at: dt.datetime) -> dt.datetime:
    """When an item that begins at a time ends."""
    end = item.ended or (at + dt.timedelta(minutes=item.minutes + item.extended))
    return max(end, view.line_time) if item.runs and item.ended is None else end


def _end(view: View, state: MeetingState, meeting: Meeting) -> dt.datetime:
    """When the last item ends."""
    last = list(_times(view, state, meeting))[-1:]
    return _until(view, *last[0]) if last else meeting.start


def _free(view: View, at: dt.datetime, end: dt.datetime | None) -> tuple[ink.Piece, ...]:
    """Minutes between the last item and the planned end."""
    if end is None:
        return ()
    left = round((end - at).total_seconds() / 60)
    day = view.tr.time(end)
    if left >= 0:
        said = view.tr.n(
            "{count} minute free until {end}", "{count} minutes free until {end}", left, end=day
        )
        return ((said, "good"),)
    said = view.tr.n(
        "{count} minute too much until {end}",
        "{count} minutes too much until {end}",
        -left,
        end=day,
    )
    return ((said, "warn"),)
