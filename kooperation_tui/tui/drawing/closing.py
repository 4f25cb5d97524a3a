"""Before the close: what is missing, and what goes where."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import running
from kooperation_tui.domain.model import Disposition, ParkingItem
from kooperation_tui.domain.plan import following
from kooperation_tui.domain.state import ItemState, MeetingState, WordingState
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing.minutes import gap_lines
from kooperation_tui.tui.view import View

_WHAT = 24
"""Cells of what goes somewhere."""


def closing_lines(view: View) -> list[Content]:
    """What is missing when the meeting is closed now: also items without an outcome."""
    state = view.state
    if state is None:
        return []
    rows = gap_lines(view)
    item = state.running_item
    if item is not None and item.item.number and not running.has_outcome(state, item.item.id):
        said = view.tr.t("Item {number} has no outcome yet.", number=item.item.number)
        rows.append(ink.put(("· ", "warn"), said))
    waiting = [str(i.item.number) for i in state.items if not i.runs and i.item.number]
    if waiting:
        said = view.tr.t("Not treated yet: items {numbers}", numbers=", ".join(waiting))
        rows += ink.put(("· ", "warn"), said).wrap(view.width)
    return rows


def goes_where(view: View) -> list[Content]:
    """`3 Maßnahmen → Maßnahmenplan (F7)`: what this meeting leaves, a row each."""
    state, tr = view.state, view.tr
    if state is None:
        return []
    rows: list[Content] = []
    decided = sum(w.state is WordingState.CARRIED for w in state.wordings)
    if decided:
        what = tr.n("{count} decision", "{count} decisions", decided)
        rows.append(_row(view, what, tr.t("register of decisions (F9)")))
    actions = sum(isinstance(e.what, ev.ActionTaken) and not e.deleted for e in state.entries)
    if actions:
        what = tr.n("{count} new action", "{count} new actions", actions)
        rows.append(_row(view, what, tr.t("action plan (F7), next agenda")))
    topics = len(_topics(view, state))
    if topics:
        what = tr.n("{count} topic", "{count} topics", topics)
        rows.append(_row(view, what, tr.t("parking lot, proposed for an agenda (F3)")))
    rows += [
        _row(view, _postponed(view, item), _until(view, item))
        for item in state.items
        if item.item.number and _is_postponed(item)
    ]
    untouched = [str(i.item.number) for i in state.items if i.item.number and running.is_waiting(i)]
    if untouched:
        what = tr.t("not treated: {numbers}", numbers=", ".join(untouched))
        rows.append(_row(view, what, _next_meeting(view)))
    rows.append(_row(view, tr.t("the minutes"), tr.t("a draft to polish, sent from F5")))
    return [ink.put((tr.t("What goes where"), "head")), *rows]


def _row(view: View, what: str, where: str) -> Content:
    first = ink.put(ink.fit(what, _WHAT), (" → ", "dim"))
    return ink.hanging(first, ink.put(where), view.width)


def _topics(view: View, state: MeetingState) -> list[ParkingItem]:
    """Parked here and still open."""
    parked = [
        view.data.find(ParkingItem, e.what.parking)
        for e in state.entries
        if isinstance(e.what, ev.Parked | ev.Outcome) and e.what.parking and not e.deleted
    ]
    open_ones = [t for t in parked if t is not None and t.disposition is Disposition.OPEN]
    return list({topic.id: topic for topic in open_ones}.values())


def _is_postponed(item: ItemState) -> bool:
    return any(o.kind is ev.OutcomeKind.POSTPONED for o in item.outcomes)


def _postponed(view: View, item: ItemState) -> str:
    return view.tr.t("item {number} postponed", number=item.item.number)


def _until(view: View, item: ItemState) -> str:
    """The day it was put off to, else the next meeting."""
    days = [o.until for o in item.outcomes if o.kind is ev.OutcomeKind.POSTPONED]
    day = days[-1]
    return _next_meeting(view) if day is None else view.tr.date_short(day)


def _next_meeting(view: View) -> str:
    tr, state, meeting = view.tr, view.state, view.meeting
    if state is not None and state.next_meeting is not None:
        return tr.t("next meeting, {day}", day=tr.date_short(state.next_meeting.start.date()))
    ahead = following(view.data, meeting) if meeting is not None else None
    if ahead is None:
        return tr.t("proposed for the next meeting")
    return tr.t("next meeting, {day}", day=tr.date_short(ahead.start.date()))
