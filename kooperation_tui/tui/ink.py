"""Text with tones: words carry the meaning, a tone supports it.

Everything that people typed passes through here as plain text and is never
read as markup.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content

TONES: Final = {
    "": "",
    "dim": "$dim",
    "strong": "bold",
    "head": "bold $primary",
    "link": "$primary",
    "now": "$accent",
    "mark": "bold $accent",
    "good": "$success",
    "warn": "$warning",
    "bad": "$error",
    "key": "bold",
    "active": "bold $background on $primary",
}
"""Tone -> style. The names are ours, so that a drawing never names a colour."""

_DIRECTION: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks that would turn the rest of a row around."""

_SIGNS: Final = str.maketrans("▶✓●◑◔○▲…–−‹›←→↑↓„“”’", '>+#o.-!~--<><>^v"""\'')
"""What stands in for signs that a terminal's letters may lack, cell for cell."""
_signs: dict[str, bool] = {"ascii": False}


def use_signs(wanted: str) -> None:
    """Draw plain signs if "ascii" is wanted here or in KOOPERATION_SIGNS, or on a Linux console."""
    asked = wanted or os.environ.get("KOOPERATION_SIGNS", "")
    _signs["ascii"] = asked == "ascii" or (not asked and os.environ.get("TERM") == "linux")


def plain_signs() -> bool:
    """Whether plain signs are drawn."""
    return _signs["ascii"]


Piece = str | tuple[str, str] | Content


def clean(text: str) -> str:
    """The text in one line, control characters made visible, nothing left out."""
    shown = text if text.isprintable() else "".join(map(_shown, text))
    return shown.translate(_SIGNS) if _signs["ascii"] and not shown.isascii() else shown


def _shown(character: str) -> str:
    code = ord(character)
    if character in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    if code < 0x20 or code == 0x7F:
        return chr(0x2400 + code) if code < 0x20 else "␡"
    if 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 or character in _DIRECTION:
        return "�"
    return character


def put(*pieces: Piece) -> Content:
    """Pieces in a row: plain text, or (text, tone)."""
    return Content.assemble(*(_piece(piece) for piece in pieces))


def _piece(piece: Piece) -> str | tuple[str, str] | Content:
    if isinstance(piece, Content):
        return piece
    if isinstance(piece, str):
        return clean(piece)
    text, tone = piece
    return (clean(text), TONES[tone]) if TONES[tone] else clean(text)


def lines(rows: Iterable[Content]) -> Content:
    """Several lines under each other."""
    return Content("\n").join(list(rows))


def width(text: str) -> int:
    """Cells that a text takes."""
    return cell_len(text)


def fit(text: str, cells: int) -> str:
    """The text in exactly so many cells: filled up, or cut with an ellipsis."""
    text = clean(text)
    if cell_len(text) <= cells:
        return set_cell_size(text, cells)
    return set_cell_size(text, max(cells - 1, 0)) + "…"


def shorten(text: str, cells: int) -> str:
    """The text, cut with an ellipsis if it needs more cells."""
    return clean(text) if cell_len(clean(text)) <= cells else fit(text, cells)


def apart(left: Content, right: Content, cells: int) -> Content:
    """Left and right at the two ends of a row; the left one is cut if both don't fit."""
    room = cells - right.cell_length
    if left.cell_length >= room:
        left = left.truncate(max(room - 1, 0), ellipsis=True)
    return put(left, " " * max(room - left.cell_length, 0), right)


def flow(parts: Iterable[Content], cells: int) -> Content:
    """Parts beside each other; one that does not fit begins a new row."""
    rows: list[Content] = []
    for part in parts:
        if rows and rows[-1].cell_length + 3 + part.cell_length <= cells:
            rows[-1] = put(rows[-1], "   ", part)
        else:
            rows.append(part)
    return lines(rows)


def hanging(first: Content, text: Content, cells: int) -> Content:
    """`text` beside `first`, its further lines under its own first line."""
    indent = first.cell_length
    wrapped = text.wrap(max(cells - indent, 10))
    rows = [put(first, wrapped[0])] if wrapped else [first]
    rows += [put(" " * indent, row) for row in wrapped[1:]]
    return lines(rows)
