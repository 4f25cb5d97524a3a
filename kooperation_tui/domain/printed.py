"""How much room an agreement takes on paper, without a browser: A4, 11 point.

The measures are those of the print style in `documents/html.py`; `bench/pages.py`
compares them with what a browser prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_POINTS_PER_MM = 72 / 25.4
_PAGE = (297 - 2 * 20) * _POINTS_PER_MM
_WIDTH = (210 - 2 * 18) * _POINTS_PER_MM
_SIZE = 11.0
_LINE = 1.25 * _SIZE
_INDENT = 30.0
"""Points by which a list stands to the right (40 pixels)."""
_BETWEEN = 0.15 * _SIZE
"""Between two paragraphs, and before and after a list."""
_HEADING = (0.65 + 0.15 + 1.25) * 1.05 * _SIZE + 0.75
"""The heading of a block with its margins and its line."""
_HEAD = (1.2 + 0.4) * 1.3 * _SIZE + _LINE + _BETWEEN
"""The title and the line below it."""

_ITEM = re.compile(r"\s*(?:[-+*]|\d{1,3}[.)])\s+")
_PIECE = re.compile(r"[^-]+-*|-+")
_BLANK = 278
_USUAL = 556
_LETTERS = {
    222: "ijl'‘’",
    278: ".,:;/If!|[]\\t",
    333: '()-r`„“”"»«',
    500: "ckJsvxyz",
    667: "ABEKPSVXYÄ&",
    722: "CDHNRUwÜ",
    778: "GOQÖ",
    833: "Mm",
    944: "W%",
}
_WIDTHS = {letter: width for width, letters in _LETTERS.items() for letter in letters}
"""Thousandths of the size of the letters, as in Arial and what is cut like it."""


def pages(texts: Iterable[str]) -> float:
    """Pages of a document with these blocks, without signatures and annexes: 1.62."""
    return (_HEAD + sum(_block(text) for text in texts if text.strip())) / _PAGE


def _block(text: str) -> float:
    """Points of a block with its heading."""
    height = _HEADING
    for is_item, parts in groupby(_paragraphs(text), lambda part: bool(_ITEM.match(part))):
        room = _WIDTH - _INDENT if is_item else _WIDTH
        lines = [_lines(_ITEM.sub("", part, count=1), room) for part in parts]
        height += sum(lines) * _LINE + (1 if is_item else len(lines)) * _BETWEEN
    return height


def _paragraphs(text: str) -> Iterator[str]:
    """Paragraphs and items of lists, each with its lines joined."""
    open_lines: list[str] = []
    for line in [*text.split("\n"), ""]:
        if open_lines and (not line.strip() or _ITEM.match(line)):
            yield " ".join(open_lines)
            open_lines = []
        if line.strip():
            open_lines.append(line.strip())


def _lines(text: str, room: float) -> int:
    """Lines of a paragraph, broken at blanks and after hyphens as browsers do."""
    limit = room / _SIZE * 1000
    lines, used = 1, 0.0
    for word in text.split():
        for piece in _PIECE.findall(word):
            width = sum(_WIDTHS.get(letter, _USUAL) for letter in piece)
            if used and used + width > limit:
                lines, used = lines + 1, 0.0
            more, rest = divmod(width, limit)
            lines, used = lines + int(more), used + rest
        used += _BLANK
    return lines
