"""Texts that try to break out of their place, and the model network full of them."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import (
    Action,
    Block,
    Decision,
    Meeting,
    Minutes,
    MinutesObjection,
    Network,
    Organisation,
    ParkingItem,
    Record,
)

SAMPLES = (
    "# Beschluss",
    "Zeile\n===",
    "Zeile\n---",
    "a | b\n--- | ---\nc | d",
    "| x |",
    "\\",
    "\\|",
    "a\\",
    "```",
    "~~~\n# in der Klammer",
    "`` ` ``",
    "`a | b`",
    "<!-- offen",
    "<script>alert(1)</script>",
    "<div>\n\n# x",
    "<b>fett",
    "</table>",
    "> Zitat\n\nfrei",
    "- Strich\n- Strich\n\n1. eins",
    "1. Januar",
    "1) x",
    "***",
    "- - -",
    "**offen",
    "offen**",
    "__x",
    "Partner*innen und Berater*innen",
    "[x]: http://example.org",
    "[x](javascript:alert(1))",
    "[x",
    "](http://example.org)",
    "![Bild](http://example.org/x.png)",
    "<http://example.org>",
    "&lt;b&gt; &#60;b&#62;",
    "    eingerückt",
    "\ttab",
    "a\u2028# b",
    "a\r# b",
    "a\x0b# b\x00",
    "\u202e umgekehrt",
    "---\nstatus: genehmigt\n---",
    "[ ] offen",
    "Ende #",
    "{who} {0} %s",
)

_PIECES = st.sampled_from(
    [*SAMPLES, *"#>-+*_~`|<>[]()!\\&=:.\n \t1aäß", "\n\n", "  \n", "    ", "**", "```\n", "<!--"]
)
hostile = st.lists(_PIECES, min_size=1, max_size=8).map("".join)
"""Texts made of marks, samples and blanks; never empty of letters alone."""


def poisoned(data: Data, meeting: str, text: str) -> Data:
    """The network with this text at every place where people type."""
    puts: list[Record] = [_event(event, text) for event in data.log(meeting)]
    puts += [_row(row, text) for kind in _KINDS for row in data.rows(kind)]
    return data.apply(Change(puts=tuple(puts)))


_KINDS: tuple[type[Record], ...] = (
    Network,
    Organisation,
    Meeting,
    Action,
    Decision,
    ParkingItem,
    Block,
    Minutes,
)


def _event(event: ev.Event, text: str) -> ev.Event:
    replace = msgspec.structs.replace
    what = event.what
    match what:
        case ev.Started(items=items):
            titled = tuple(replace(i, title=text if i.number else "") for i in items)
            return replace(event, what=replace(what, items=titled))
        case ev.ActionTaken():
            return replace(event, what=replace(what, title=text))
        case ev.ActionProgressed():
            return replace(event, what=replace(what, reason=text))
        case ev.GuestCame():
            return replace(event, what=replace(what, organisation=text))
        case (
            ev.Noted()
            | ev.Proposed()
            | ev.Objected()
            | ev.ObjectionSettled()
            | ev.OptionAdded()
            | ev.Parked()
            | ev.Continued()
        ):
            return replace(event, what=replace(what, text=text))
        case ev.Outcome(point=point) if point:
            return replace(event, what=replace(what, text=text))
        case _:
            return event


def _row(row: Record, text: str) -> Record:
    replace = msgspec.structs.replace
    match row:
        case Network() | Organisation():
            return replace(row, name=text)
        case Meeting(items=items):
            titled = tuple(replace(i, title=text if i.number else "") for i in items)
            return replace(row, items=titled, place=text)
        case Action():
            reasons = {"owner_reason": text} if row.owner_reason else {}
            return replace(row, title=text, short=text, outside=(text,), **reasons)
        case Decision() | ParkingItem() | Block():
            return replace(row, text=text)
        case Minutes():
            said = MinutesObjection(organisation="", received_on=dt.date(2026, 10, 20), text=text)
            return replace(row, objections=(said,))
        case _:
            return row
