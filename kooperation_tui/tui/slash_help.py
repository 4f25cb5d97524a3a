"""Every word that begins with a slash, with what it does: for F1 and while one types."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.content import Content

from kooperation_tui.capture.words import SLASH, fold
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing.row import Row

MEANINGS: Final[Mapping[str, str]] = {
    "start": N_("the meeting begins"),
    "next": N_("on to the next item"),
    "item": N_("another item now: its number"),
    "pause": N_("a break; minutes behind it"),
    "resume": N_("the break is over"),
    "extend": N_("more time for this item: minutes"),
    "close": N_("the meeting ends; shows first what is missing"),
    "outcome": N_("how the item ends, in words"),
    "noted": N_("the item ends as noted"),
    "postpone": N_("the item goes to a later meeting: date, reason"),
    "park": N_("the item goes to the parking lot"),
    "drop": N_("the item is dropped: reason"),
    "add": N_("a new item: title, minutes"),
    "before": N_("an item before another: two numbers"),
    "minutes": N_("planned minutes of an item: number, minutes"),
    "for": N_("the rest of the line belongs to another item: its number"),
    "all": N_("everybody is here who did not cancel"),
    "excused": N_("cannot come: code"),
    "guest": N_("a guest comes or goes: name, organisation"),
    "role": N_("a role, and who takes it"),
    "speak": N_("wants to speak: code"),
    "point": N_("the wording is for a point of the agreement: its number"),
    "objection": N_("a serious objection: code, words"),
    "concern": N_("a concern: code, words"),
    "integrated": N_("an objection is integrated: its number, how"),
    "withdrawn": N_("an objection is withdrawn: its number"),
    "recused": N_("does not vote on this wording: code"),
    "option": N_("an option for systemic consensing: letter, words"),
    "reject": N_("the open wording is rejected"),
    "withdraw": N_("the open wording is withdrawn"),
    "review": N_("when a decision is looked at again: number if not the last, date"),
    "minority": N_("a minority opinion: code, words"),
    "correct": N_("a passage of the last minutes: TOP 4 “old” “new”"),
    "approve": N_("the decision approves earlier minutes"),
    "nextmeeting": N_("the next meeting: date, time, place"),
    "annex": N_("an annex to the minutes"),
    "edit": N_("other words in an entry: “old” “new”"),
    "undo": N_("takes your last line back"),
}
"""What a slash line does, and what stands behind its word."""


def word_rows(typed: str, tr: Translator, width: int) -> list[Row]:
    """The words that a beginning may become, in the reader's language; all for `/` alone.

    A beginning in the other language finds them, too.
    """
    start = fold(typed.removeprefix("/"))
    return [
        Row(_row(what, tr, width), f"/{_word(what, tr)}")
        for what in MEANINGS
        if any(fold(word).startswith(start) for word in SLASH[what])
    ]


def word_lines(tr: Translator, width: int) -> list[Content]:
    """All of them for the help page; the other language's word at the end."""
    rows = []
    for what, meaning in MEANINGS.items():
        first = ink.put((ink.fit(f"/{_word(what, tr)}", _CELLS), "mark"))
        others = [f"/{word}" for word in SLASH[what] if word != _word(what, tr)]
        also = f"  {' '.join(others)}" if others else ""
        rows.append(ink.hanging(first, ink.put(tr.t(meaning), (also, "dim")), width))
    return rows


_CELLS = 17
"""The longest word, and a blank."""


def _word(what: str, tr: Translator) -> str:
    return SLASH[what][0 if tr.lang == "en" else -1]


def _row(what: str, tr: Translator, width: int) -> Content:
    word = ink.put((ink.fit(f"/{_word(what, tr)}", _CELLS), "mark"))
    return ink.put(word, tr.t(MEANINGS[what])).truncate(width, ellipsis=True)
