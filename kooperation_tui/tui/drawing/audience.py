"""What everybody in the room may see: the running item, the clock, who speaks, what is decided."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import running
from kooperation_tui.domain.state import MeetingState, Phase, WordingState
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.minutes import item_title, time_left
from kooperation_tui.tui.speakers import Speakers
from kooperation_tui.tui.view import View

SHOWN = 6
"""Decisions of today in sight."""


def title(view: View) -> Content:
    """`TOP 5 von 8`, under it the title."""
    tr, state, meeting = view.tr, view.state, view.meeting
    if state is None or meeting is None:
        return ink.put((tr.t("No meeting yet."), "strong"))
    name = words.meeting_title(view.data, meeting, tr)
    if state.phase is Phase.PLANNED:
        begins = tr.t("begins at {time}", time=meeting.start)
        return ink.lines([ink.put((name, "strong")), ink.put((begins, "dim"))])
    if state.phase is Phase.CLOSED:
        return ink.put((tr.t("The meeting is closed"), "strong"))
    item = state.running_item
    if state.phase is Phase.PAUSED or item is None or not item.item.number:
        return item_title(view)
    all_ = sum(1 for i in state.items if i.item.number)
    place = tr.t("Item {number} of {all}", number=item.item.number, all=all_)
    rows = [ink.put((place, "dim")), *ink.put((item.item.title, "strong")).wrap(view.width)]
    return ink.lines(rows)


def beside_clock(view: View, speakers: Speakers) -> Content:
    """Time left, what comes next, the forecast; who speaks and who waits."""
    tr, state = view.tr, view.state
    if state is None or state.phase not in (Phase.RUNNING, Phase.PAUSED) or view.afterwards:
        return Content("")
    rows: list[Content] = []
    item = state.item(state.break_running) or state.running_item
    if item is not None and state.phase is Phase.RUNNING:
        rows.append(ink.put(*time_left(view, item)))
    following = running.next_item(state)
    end = ink.put((tr.t("end about") + " ", "dim"), tr.time(running.forecast(state, view.now)))
    if following is not None and following.item.number:
        then = tr.t("then {item}", item=following.item.title)
        rows.append(ink.put((ink.shorten(then, view.width - 18), "dim"), "   ", end))
    else:
        rows.append(end)
    rows += _speaking(view, state, speakers)
    return ink.lines(rows)


def _speaking(view: View, state: MeetingState, speakers: Speakers) -> list[Content]:
    if speakers.item != (state.break_running or state.running) or not speakers:
        return []
    tr, data = view.tr, view.data
    pieces: list[ink.Piece] = []
    if speakers.speaking:
        said = tr.p("speakers", "speaking")
        pieces += [(said + " ", "dim"), (words.code(data, speakers.speaking), "now")]
    if speakers.waiting:
        said = tr.p("speakers", "then")
        gap = "   " if pieces else ""
        pieces += [(f"{gap}{said} ", "dim"), words.codes(data, speakers.waiting)]
    return [ink.put(*pieces)] if pieces else []


def wording(view: View) -> Content:
    """What is being decided, with room around it."""
    state = view.state
    found = state.wording(state.open_wording) if state is not None else None
    if found is None:
        return Content("")
    blocks = words.blocks_name(found.points, view.tr)
    head = view.tr.t("To decide")
    if blocks:
        head += f": {blocks}"
    text = ink.put((found.text, "strong")).wrap(max(view.width - 4, 20))
    return ink.lines([ink.put((head, "now")), Content(""), *text])


def decided(view: View, rows: int) -> Content:
    """The latest decisions of today; nothing confidential."""
    state = view.state
    if state is None:
        return Content("")
    hidden = {i.item.id for i in state.items if i.item.confidential}
    found = [w for w in state.wordings if w.state is WordingState.CARRIED and w.item not in hidden][
        -max(min(rows, SHOWN), 0) :
    ]
    if not found or rows < 1:
        return Content("")
    shown = [ink.put((view.tr.t("Decided today"), "dim"))]
    shown += [
        ink.put(("● ", "good"), " ".join(w.text.split())).truncate(view.width, ellipsis=True)
        for w in found
    ]
    return ink.lines(shown)
