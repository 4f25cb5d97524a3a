"""What stands around the log on F5: the running item, the agenda, who is there, what is missing."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from typing import Final

from textual.content import Content

from kooperation_tui.domain import running
from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import ItemKind, Role
from kooperation_tui.domain.state import ItemState, MeetingState, Phase
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing import sent
from kooperation_tui.tui.keys import key_name, slash
from kooperation_tui.tui.view import View

_ENDED: Final = {
    OutcomeKind.NOTED: N_("is noted"),
    OutcomeKind.RESULT: N_("has its outcome"),
    OutcomeKind.POSTPONED: N_("is postponed"),
    OutcomeKind.PARKED: N_("is parked"),
    OutcomeKind.DROPPED: N_("is dropped"),
}
"""An item that ended and still runs."""
LAST_MINUTES = dt.timedelta(minutes=2)
"""In these the clock ticks each second."""


def item_title(view: View) -> Content:
    """The running item, and at the end what comes next if there is room."""
    state = view.state
    if state is None:
        return Content("")
    if state.phase is Phase.CLOSED:
        return sent.title(view)
    current = state.item(state.break_running or state.running)
    if state.phase is Phase.PAUSED:
        back = _after_break(state)
        pieces: list[ink.Piece] = [(view.tr.t("Break"), "strong")]
        if back is not None and back.item.number:
            going_on = view.tr.t("then on with item {number}", number=back.item.number)
            pieces.append((f"   {going_on}", "dim"))
        return ink.put(*pieces)
    if current is None:
        return ink.put((view.tr.t("No item is running"), "strong"))
    title = ink.put((_numbered(view, current), "strong"))
    following = running.next_item(state)
    if following is None:
        return title
    after = view.tr.t("then {item}", item=_short(view, following))
    right = ink.put((after, "dim"))
    if title.cell_length + right.cell_length + 3 > view.width:
        return title
    return ink.apart(title, right, view.width)


def _after_break(state: MeetingState) -> ItemState | None:
    """Where the next item's key leads in a break: on with the item before it unless that ended."""
    if running.has_outcome(state, state.running):
        return running.next_item(state)
    return state.running_item


def _numbered(view: View, item: ItemState) -> str:
    if not item.item.number:
        return item.item.title or view.tr.t("Break")
    return f"{view.tr.t('Item {number}', number=item.item.number)}  {item.item.title}"


def _short(view: View, item: ItemState) -> str:
    if not item.item.number:
        return item.item.title or view.tr.t("Break")
    return f"{view.tr.t('Item {number}', number=item.item.number)} {item.item.title}"


def item_line(view: View) -> Content:
    """Kind · owner · time left · who is there; entered afterwards, the time that holds."""
    tr, state = view.tr, view.state
    if state is None:
        return Content("")
    if state.phase is Phase.CLOSED:
        return sent.what_next(view)
    current = state.item(state.break_running) or state.running_item
    pieces: list[ink.Piece] = []
    if view.afterwards:
        said = tr.t("without a time {time} holds", time=view.line_time)
        pieces += [(tr.t("Entered afterwards:"), "now"), f" {said}", (" · ", "dim")]
    elif current is not None and state.phase is Phase.RUNNING:
        pieces.append((words.kind_name(current.item.kind, tr), "dim"))
        if current.item.owner:
            pieces.append((f" · {words.code(view.data, current.item.owner)}", "dim"))
        pieces += [(" · ", "dim"), *_left_or_ended(view, current), (" · ", "dim")]
    elif current is not None and state.phase is Phase.PAUSED:
        pieces += [*_break_left(view, current), (" · ", "dim")]
        pieces += [(slash("next", tr), "mark"), f" {tr.t('ends it')}", (" · ", "dim")]
    pieces += [quorum_words(view, state)]
    return ink.put(*pieces)


def _left_or_ended(view: View, item: ItemState) -> list[ink.Piece]:
    """The time left, or that the item ended and is left by the key."""
    ended = [one for one in item.outcomes if not one.point]
    if not ended:
        return time_left(view, item)
    tr = view.tr
    return [
        (tr.t(_ENDED[ended[-1].kind]), "now"),
        (", ", "dim"),
        (key_name("ctrl+n", tr), "key"),
        f" {tr.t('goes on')}",
    ]


def _break_left(view: View, item: ItemState) -> list[ink.Piece]:
    """How long the break still is, or since when it is over; since when it is, without an end."""
    if item.minutes + item.extended:
        return time_left(view, item)
    return [(view.tr.t("since {time}", time=item.runs[-1].start), "dim")]


def time_left(view: View, item: ItemState) -> list[ink.Piece]:
    """`12 min übrig von 20`, in the last minutes with seconds, then for how long it is over."""
    tr = view.tr
    if not item.minutes + item.extended:
        return [(tr.t("no time planned"), "dim")]
    left = running.time_left(item, view.now)
    minutes = item.minutes + item.extended
    if left <= dt.timedelta():
        over = int(-left.total_seconds() // 60)
        if over == 0:
            return [(tr.t("time is up"), "warn")]
        return [(tr.t("time up for {minutes} min", minutes=over), "warn")]
    if left <= LAST_MINUTES:
        seconds = math.ceil(left.total_seconds())
        return [(f"{seconds // 60}:{seconds % 60:02}", "now"), (" " + tr.p("time", "left"), "dim")]
    whole = math.ceil(left.total_seconds() / 60)
    return [f"{whole} min ", (tr.t("left of {minutes}", minutes=minutes), "dim")]


def last_minutes(view: View) -> bool:
    """Whether the clock of the running item ticks each second now."""
    state = view.state
    if state is None or state.phase not in (Phase.RUNNING, Phase.PAUSED) or view.afterwards:
        return False
    item = state.item(state.break_running) or state.running_item
    if item is None or not item.minutes + item.extended:
        return False
    return dt.timedelta() < running.time_left(item, view.now) <= LAST_MINUTES


def quorum_words(view: View, state: MeetingState) -> Content:
    """`10 von 12 da, beschlussfähig`; without a quorum just the numbers."""
    tr = view.tr
    there = tr.t("{there} of {all} there", there=len(state.represented()), all=len(state.entitled))
    if state.needed is None:
        return ink.put(there)
    if state.quorate():
        return ink.put(there + " · ", (tr.t("quorate"), "good"))
    needed = tr.t("no quorum, {count} needed", count=state.needed)
    return ink.put(there + " · ", (needed, "bad"))


def open_wording(view: View) -> Content:
    """What is being decided: objections to the minutes it is about, the wording in large."""
    state = view.state
    wording = state.wording(state.open_wording) if state is not None else None
    objected = sent.objections_here(view)
    if wording is None:
        return ink.lines(objected)
    blocks = words.blocks_name(wording.points, view.tr)
    said = view.tr.t("To decide")
    head = ink.put((f"{said}: {blocks}" if blocks else said, "now"))
    text = ink.put((wording.text, "strong")).wrap(view.width - 2)
    rows = [*objected, head, *(ink.put("  ", row) for row in text)]
    for objection in wording.objections:
        if not objection.settled:
            code = words.code(view.data, objection.organisation)
            said = f"{objection.number} {code}: {objection.text}"
            rows += ink.put(("  " + said, "warn")).wrap(view.width)
    return ink.lines(rows)


def side(view: View, speakers: Sequence[Content] = ()) -> Content:
    """The side column from 100 columns on, with the speakers' list if there is one."""
    state = view.state
    if state is None:
        return Content("")
    rows = [ink.put((view.tr.t("Agenda"), "head")), *_agenda(view, state), Content("")]
    rows += speakers
    rows += [ink.put((view.tr.t("Present"), "head"), " ", quorum_short(view, state))]
    rows += [*_present(view, state), Content("")]
    rows += [ink.put((view.tr.t("Roles"), "head")), *_roles(view, state)]
    if not view.beamer:
        missing = gap_lines(view, short=True)
        if missing:
            rows += [Content(""), ink.put((view.tr.t("Still missing"), "head")), *missing[:6]]
    return ink.lines(rows)


def quorum_short(view: View, state: MeetingState) -> Content:
    """`10/12 · beschlussfähig`"""
    count = f"{len(state.represented())}/{len(state.entitled)}"
    if state.needed is None:
        return ink.put(count)
    word = view.tr.t("quorate") if state.quorate() else view.tr.t("no quorum")
    return ink.put(f"{count} · ", (word, "good" if state.quorate() else "bad"))


def _agenda(view: View, state: MeetingState) -> list[Content]:
    rows = []
    now_running = state.break_running or state.running
    for item in state.items:
        runs = item.item.id == now_running and state.phase is not Phase.CLOSED
        done = bool(item.runs) and not runs
        mark = "▶" if runs else "✓" if done else " "
        number = str(item.item.number or "–").rjust(2)
        used = str(round(item.used(view.line_time).total_seconds() / 60)) if item.runs else ""
        minutes = f"{used:>3}/{item.minutes + item.extended:>2}"
        title = item.item.title or words.kind_name(ItemKind.BREAK, view.tr)
        text = f"{mark}{number} {ink.fit(title, view.width - 11)} {minutes}"
        rows.append(ink.put((text, "now" if runs else "dim" if done else "")))
    return rows


def _present(view: View, state: MeetingState) -> list[Content]:
    tr, data = view.tr, view.data
    there = state.represented()
    rows = ink.put((" ".join(words.code(data, o) for o in there), "good")).wrap(view.width)
    came = {p.organisation for p in state.presences}
    gone = tuple(o for o in state.entitled if o not in there and o in came)
    silent = [o for o in state.entitled if o not in (*there, *gone, *state.excused)]
    excused = [o for o in state.excused if o not in there and o not in gone]
    if gone:
        rows += ink.put((tr.t("left early") + " ", "dim"), words.codes(data, gone)).wrap(view.width)
    if excused:
        rows += [ink.put((tr.t("not coming") + " ", "dim"), words.codes(data, tuple(excused)))]
    if silent:
        said = ink.put((tr.t("no answer") + " ", "dim"), words.codes(data, tuple(silent)))
        rows += said.wrap(view.width)
    rows += [
        ink.put((tr.t("Guest") + " ", "dim"), ink.shorten(g.name, view.width - 6))
        for g in state.guests
        if g.end is None
    ]
    return rows


def _roles(view: View, state: MeetingState) -> list[Content]:
    rows = []
    shown = (Role.FACILITATOR, Role.MINUTES, Role.TIMEKEEPER, Role.SPEAKERS_LIST)
    cells = 1 + max(ink.width(view.tr.t(words.ROLES[role])) for role in shown)
    for role in shown:
        person = state.holder(role)
        meeting = view.meeting
        assert meeting is not None
        name = words.person_with_code(view.data, person, meeting) if person else "–"
        label = ink.fit(view.tr.t(words.ROLES[role]), cells)
        rows.append(ink.put((label, "dim"), ink.shorten(name, view.width - cells)))
    return rows


def gap_lines(view: View, short: bool = False) -> list[Content]:
    """What the minutes still need, one line each."""
    state = view.state
    if state is None:
        return []
    found = gaps(view.data, state)
    rows = [ink.put(("· ", "warn"), view.tr.t(gap.message, **gap.args)) for gap in found]
    if short:
        return [row.truncate(view.width, ellipsis=True) for row in rows]
    return [line for row in rows for line in row.wrap(view.width)]
