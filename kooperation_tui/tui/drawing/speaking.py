"""The speakers' list, and that the minutes need a moment."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.tui import ink, words
from kooperation_tui.tui.speakers import Speakers
from kooperation_tui.tui.view import View


def row(view: View, speakers: Speakers, moment: dt.datetime | None, *, wide: bool) -> Content:
    """`Redeliste  ▶ HWK · BK · VHS (zum 2. Mal)`; the list only if no column has it."""
    tr = view.tr
    rows: list[Content] = []
    shown = _here(view, speakers)
    if shown is not None and not wide:
        pieces: list[ink.Piece] = [(tr.t("Speakers’ list") + "  ", "dim")]
        for place, piece in enumerate(_names(view, shown)):
            pieces += [(" · ", "dim"), piece] if place else [piece]
        rows += ink.put(*pieces).wrap(view.width)
    if moment is not None:
        said = tr.t("The minutes need a moment ({time}).", time=tr.time(moment))
        rows.append(ink.put((said, "warn")))
    return ink.lines(rows)


def column(view: View, speakers: Speakers) -> list[Content]:
    """The list for the side column; nothing if nobody speaks or waits."""
    shown = _here(view, speakers)
    if shown is None:
        return []
    head = ink.put((view.tr.t("Speakers’ list"), "head"))
    names = _names(view, shown)
    first = 1 if shown.speaking else 0
    names = [*names[:first], *(ink.put("  ", name) for name in names[first:])]
    return [head, *names, Content("")]


def _here(view: View, speakers: Speakers) -> Speakers | None:
    """The list if it belongs to what runs."""
    state = view.state
    if state is None or not speakers:
        return None
    return speakers if speakers.item == (state.break_running or state.running) else None


def _names(view: View, speakers: Speakers) -> list[Content]:
    found = []
    if speakers.speaking:
        code = words.code(view.data, speakers.speaking)
        found.append(ink.put(("▶ ", "now"), (code, "now")))
    for organisation in speakers.waiting:
        code, times = words.code(view.data, organisation), speakers.times(organisation)
        again = view.tr.t("for the {ordinal} time", ordinal=view.tr.ordinal(times + 1))
        found.append(ink.put(code, (f" ({again})", "dim") if times else ""))
    if speakers.closed:
        found.append(ink.put((view.tr.t("list closed"), "warn")))
    return found
