"""The agenda as a list with clock times, and what follows from an item."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain import rules
from kooperation_tui.domain.model import ItemKind, Meeting, Method, Subject
from kooperation_tui.domain.state import ItemState, MeetingState, Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.proposals import history
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

_FIXED = 38
"""Cells of all columns but the topic."""


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
    if meeting.invited_on is not None:
        said = tr.t("Invitation sent on {day}", day=tr.day_short(meeting.invited_on))
        if last is None or meeting.invited_on <= last:
            return ink.put((said, "good"))
        late = tr.t("after the last day, {day}", day=tr.day_short(last))
        return ink.put((said, "good"), (f", {late}", "bad"))
    if last is None:
        return ink.put(tr.t("Invitation not sent yet"))
    said = tr.t("Invitation not sent yet, last day is {day}", day=tr.day_short(last))
    return ink.put((said, "warn" if view.today <= last else "bad"))


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
    if not state.rules_agreed:
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
    return (
        f" {ink.fit(number, 4)}{ink.fit(begin, 7)}{minutes:>3}  "
        f"{ink.fit(title, view.width - _FIXED)}  {ink.fit(kind, 13)} {ink.fit(owner, 5)}"
    )


def item_rows(view: View) -> list[Row]:
    """One row for each item with its clock time, and the time that is left at the end."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return []
    rows = []
    at = state.started_at or meeting.start
    for item in state.items:
        at = item.began or at
        rows.append(Row(_item(view, state, item, at), item.item.id))
        at = item.ended or (at + dt.timedelta(minutes=item.minutes + item.extended))
        if item.runs and item.ended is None:
            at = max(at, view.now)
    if not rows:
        rows.append(Row(ink.put((view.tr.t("The agenda is empty: n adds an item."), "dim"))))
    elif meeting.end is not None:
        rows.append(Row(_rest(view, at, meeting.end)))
    return rows


def _item(view: View, state: MeetingState, item: ItemState, at: dt.datetime) -> Content:
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
    if runs:
        return ink.put(("▶" + text[1:], "now"))
    if item.runs:
        return ink.put(("✓" + text[1:], "dim"))
    return ink.put((text, "dim") if is_break else text)


def _rest(view: View, at: dt.datetime, end: dt.datetime) -> Content:
    left = round((end - at).total_seconds() / 60)
    day = view.tr.time(end)
    if left >= 0:
        said = view.tr.n(
            "{count} minute free until {end}", "{count} minutes free until {end}", left, end=day
        )
    else:
        said = view.tr.n(
            "{count} minute too much for the end at {end}",
            "{count} minutes too much for the end at {end}",
            -left,
            end=day,
        )
    return ink.put("     ", f"{view.tr.time(at)}       ", (said, "good" if left >= 0 else "warn"))


def about(view: View, identity: str) -> Content:
    """What follows from the chosen item."""
    state = view.state
    item = state.item(identity) if state is not None else None
    if state is None or item is None or item.item.kind is ItemKind.BREAK:
        return Content("")
    tr, plan = view.tr, item.item
    head = tr.t("Item {number}", number=plan.number)
    facts = [ink.put((plan.title, "strong"))]
    if plan.goal:
        facts.append(ink.put((tr.t("Goal:") + " ", "dim"), plan.goal))
    subject = tr.t(words.SUBJECTS[plan.subject])
    if plan.points:
        points = ", ".join(p.removeprefix("p") for p in plan.points)
        subject = tr.t("Point {points} of the agreement", points=points)
    facts.append(ink.put((tr.t("About:") + " ", "dim"), subject))
    facts.append(follows(view, state, plan.subject, plan.kind))
    if plan.kind is ItemKind.DECISION and not plan.wording:
        facts.append(
            ink.put(
                (tr.t("still missing: the wording to decide on"), "warn"),
                "   ",
                ("w", "key"),
                f" {tr.t('write')}",
            )
        )
    elif plan.wording:
        facts.append(ink.put((tr.t("Wording:") + " ", "dim"), plan.wording))
    before = history(view, plan)
    if before.plain:
        facts.append(before)
    if not plan.announced:
        facts.append(ink.put((tr.t("was not in the invitation"), "warn")))
    first = ink.put((head + "  ", "head"))
    rows = [ink.hanging(first, facts[0], view.width)]
    indent = ink.put(" " * first.cell_length)
    rows += [ink.hanging(indent, fact, view.width) for fact in facts[1:]]
    return ink.lines(rows)


def follows(view: View, state: MeetingState, subject: Subject, kind: ItemKind) -> Content:
    """The majority, the announcement, and whether the rules hold already."""
    tr = view.tr
    if kind in (ItemKind.AOB, ItemKind.CLOSING):
        return ink.put((tr.t("no binding decision here"), "dim"))
    majority = tr.t(words.MAJORITIES[rules.majority_for(state.rules, subject)])
    methods = {Method.CONSENT: tr.t("consent"), Method.CONSENSUS: tr.t("consensus")}
    first = methods.get(state.rules.first_method)
    said = tr.t("{first}, else {majority}", first=first, majority=majority) if first else majority
    if subject in state.rules.must_be_announced:
        said += " · " + tr.t("must be in the invitation")
    if not state.rules_agreed:
        said += " · " + tr.t("a proposal: the rules are not agreed yet")
    return ink.put((said, "dim"))
