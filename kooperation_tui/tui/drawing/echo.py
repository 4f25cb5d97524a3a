"""The row above the line: how it will be read, or what one can type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain.errors import Refused
from kooperation_tui.tui import ink
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.capture import Echo
    from kooperation_tui.i18n import Translator

_TONES = {
    "label": "dim",
    "text": "",
    "person": "good",
    "date": "good",
    "ok": "good",
    "warn": "warn",
    "error": "bad",
}


def echo_text(
    found: Echo, width: int, *, tr: Translator, refused: bool = False, left: int = 0
) -> Content:
    """Mark, kind, then who, with whom, by when, each with its label; two rows at most.

    A refusal is shown to its end: it says what to do next. `refused` says that
    Enter was pressed and nothing was recorded; `left` is the item that still runs although
    somebody wants to leave it.
    """
    before: list[ink.Piece] = []
    if refused:
        before = [(tr.t("Not recorded.") + " ", "bad"), (tr.p("key", "Esc"), "key")]
        before.append((f" {tr.t('discards it')}  ", "dim"))
    if left:
        before.append((tr.t("still item {number}", number=left) + "  ", "warn"))
    pieces: list[ink.Piece] = [
        *before,
        (found.mark.ljust(1), "mark"),
        " ",
        (found.kind, _TONES[found.tone]),
    ]
    for part in found.parts:
        label = f"   {part.label} " if part.label else "   "
        pieces += [(label, "dim"), (part.text, _TONES[part.tone])]
    rows = 4 if found.tone == "error" else 2
    return ink.lines(ink.put(*pieces).wrap(width)[:rows])


def begun(found: Echo, width: int) -> Content:
    """The first letter of a line: what comes next, no refusal yet."""
    said = "   ".join(part.text for part in found.parts)
    return ink.lines(ink.put((f"{found.mark}  ", "mark"), (said, "dim")).wrap(width)[:2])


def opened(view: View) -> Content:
    """An answer put the beginning of a line there."""
    tr = view.tr
    said = tr.t("Go on typing here; Enter records the line.")
    return ink.put((said, "dim"), "   ", (tr.p("key", "Esc"), "key"), f" {tr.t('leave it')}")


def editing(view: View) -> Content:
    """An entry is chosen: what can be done with it."""
    tr = view.tr
    return ink.put(
        (tr.t("You are changing an entry."), "now"),
        "  ",
        (tr.p("key", "Enter"), "key"),
        f" {tr.t('save')}  ",
        (key_name("ctrl+p", tr), "key"),
        f" {tr.t('strike out, move, confidential')}  ",
        (tr.p("key", "Esc"), "key"),
        f" {tr.t('leave it')}",
    )


def hidden(view: View) -> Content:
    """A confidential line while others look at the screen."""
    tr = view.tr
    return ink.put(
        ("% ", "mark"),
        (tr.t("confidential, hidden on the wall"), "warn"),
        "   ",
        (key_name("ctrl+t", tr), "key"),
        f" {tr.t('shows it')}",
    )


def prepared(view: View) -> Content:
    """A result of which nobody said yet what it is about."""
    said = view.tr.t("No wording is open; Enter offers the prepared one.")
    return ink.put(("=  ", "mark"), (said, "warn"))


def picking(view: View) -> Content:
    """Words to choose from stand above the line."""
    tr = view.tr
    return ink.put(
        ("↑ ↓", "key"),
        f" {tr.t('choose')}   ",
        (tr.p("key", "Tab"), "key"),
        f" {tr.t('take the word')}   ",
        ("F1", "key"),
        f" {tr.t('all words')}",
    )


def problem(view: View, found: Refused) -> Content:
    """What is wrong with the line."""
    said = ink.put((view.tr.t(found.message, **found.args_by_name), "bad"))
    return ink.lines(said.wrap(view.width))


def cheat_sheet(view: View, waiting: int = 0) -> Content:
    """What to type, while the line is empty; before it how many lines wait that were refused."""
    tr = view.tr
    if waiting:
        said = tr.n("{count} line is not recorded", "{count} lines are not recorded", waiting)
        return ink.put((said, "bad"), "  ", ("↑", "key"), f" {tr.t('brings them back')}")
    marks = [
        ("!", tr.t("decision")),
        (">", tr.t("action")),
        ("#", tr.t("parking lot")),
        ("?", tr.t("question")),
        ("F1", tr.t("all")),
    ]
    running = view.state.running_item if view.state is not None else None
    if running is not None and running.item.points:
        marks[2:4] = [("F6", tr.t("questions, wording"))]
    pieces: list[ink.Piece] = [(tr.t("Text is a note"), "dim")]
    for mark, word in marks:
        pieces += ["  ", (mark, "mark"), (f" {word}", "dim")]
    return ink.put(*pieces)


def no_meeting(view: View) -> Content:
    """The empty state of F5."""
    return ink.put(view.tr.t("No meeting yet."), " ", (view.tr.t("F2, then n plans one."), "dim"))
