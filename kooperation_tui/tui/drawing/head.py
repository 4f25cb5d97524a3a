"""The head: which network and meeting, what time it is, when it will end."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain import running
from kooperation_tui.domain.model import Network
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

WIDE = 100
"""From here on there is room for full names and a side column."""


def head(view: View) -> Content:
    """One row: left where we are, right the time."""
    right = _right(view)
    room = view.width - right.cell_length - 2
    return ink.apart(_left(view, room), right, view.width)


def _left(view: View, room: int) -> Content:
    found = view.data.rows(Network)
    if not found:
        return ink.put(("Kooperation", "strong"))
    network, meeting = found[0], view.meeting
    title = words.meeting_title(view.data, meeting, view.tr) if meeting is not None else ""
    name = network.name
    if title and ink.width(name) + 3 + ink.width(title) > room and network.short_name:
        name = network.short_name
    pieces: list[ink.Piece] = [(name, "strong")]
    if title:
        pieces += [(" · ", "dim"), title]
    return ink.put(*pieces)


def _right(view: View) -> Content:
    marks: list[ink.Piece] = []
    if any(network.practice for network in view.data.rows(Network)):
        marks += [(view.tr.t("Practice"), "now"), "   "]
    if view.beamer:
        marks += [(view.tr.t("PROJECTOR"), "now"), "   "]
    return ink.put(*marks, _moment(view))


def _moment(view: View) -> Content:
    tr, now, meeting, state = view.tr, view.now, view.meeting, view.state
    if meeting is None or state is None:
        return ink.put(f"{tr.day_short(now.date())}   {tr.time(now)}")
    if state.phase in (Phase.RUNNING, Phase.PAUSED) and not view.afterwards:
        return _running(view, state, meeting.end)
    if state.phase is Phase.CLOSED:
        day = tr.day_short(meeting.start.date())
        ended = state.ended_at or meeting.ended_at
        said = tr.t("closed at {time}", time=ended) if ended is not None else tr.t("closed")
        return ink.put(f"{day}  ", (said, "dim"))
    days = (meeting.start.date() - now.date()).days
    day = tr.day_short(meeting.start.date())
    if days == 0:
        return ink.put(f"{day}   {tr.time(now)}")
    if days > 0:
        return ink.put(day, ", ", tr.n("in {count} day", "in {count} days", days))
    return ink.put(day, ", ", (tr.n("{count} day ago", "{count} days ago", -days), "warn"))


def _running(view: View, state: MeetingState, planned_end: dt.datetime | None) -> Content:
    tr, now = view.tr, view.now
    end = running.forecast(state, now)
    late = round((end - planned_end).total_seconds() / 60) if planned_end is not None else 0
    later: list[ink.Piece] = []
    if late > 0:
        said = tr.t("{minutes} min later", minutes=late) if view.width >= WIDE else f"+{late}"
        later = [(f" ({said})", "warn")]
    paused = state.phase is Phase.PAUSED
    if view.width >= WIDE:
        since = tr.t("since {time}", time=state.started_at)
        word = tr.t("break") if paused else tr.t("running")
        start: list[ink.Piece] = [(f"● {word} ", "warn" if paused else "good"), since, "   "]
        about = tr.t("end about")
    else:
        start = [("● ", "warn" if paused else "good")]
        about = tr.t("end")
    return ink.put(*start, tr.time(now), "  ", (about + " ", "dim"), tr.time(end), *later)
