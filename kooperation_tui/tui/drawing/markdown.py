"""A document as text to read on a screen: no marks of Markdown, tables as rows of words."""

from __future__ import annotations

import re
from html import unescape

from textual.content import Content

from kooperation_tui.tui import ink

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*\|?")
_CELLS = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([^\w\s])")
_BREAK = re.compile(r"<br\s*/?>")
_STRONG = re.compile(r"(?<!\\)\*\*")
_ITEM = re.compile(r"(\s*(?:[-*]|\d+\.)\s+)(.*)")


def plain_rows(markdown: str, width: int) -> list[Content]:
    """The lines of a document, wrapped to a width in cells."""
    rows: list[Content] = []
    for line in markdown.split("\n"):
        rows += _rows(line.rstrip(), width)
    while rows and not rows[-1].plain.strip():
        rows.pop()
    return rows


def _rows(line: str, width: int) -> list[Content]:
    heading = _HEADING.fullmatch(line)
    if heading is not None:
        tone = "head" if len(heading[1]) < 3 else "strong"
        return list(ink.put((_plain(heading[2]), tone)).wrap(width))
    if line.startswith("|"):
        return _table_row(line, width)
    item = _ITEM.fullmatch(line)
    if item is not None:
        hanging = ink.hanging(ink.put(_bullet(item[1])), ink.put(_plain(item[2])), width)
        return list(hanging.split("\n", allow_blank=True))
    return list(ink.put(_plain(line)).wrap(width)) or [Content("")]


def _bullet(mark: str) -> str:
    return re.sub(r"[-*](?=\s)", "·", mark, count=1)


def _table_row(line: str, width: int) -> list[Content]:
    if _RULE.fullmatch(line):
        return []
    cells = [_plain(cell.strip()) for cell in _CELLS.split(line.strip("|"))]
    text = ink.put(" · ".join(cell for cell in cells if cell))
    hanging = ink.hanging(ink.put("  "), text, width)
    return list(hanging.split("\n", allow_blank=True))


def _plain(text: str) -> str:
    """Without marks and escapes, as people typed it."""
    text = _STRONG.sub("", _BREAK.sub(" ", text))
    return unescape(_ESCAPED.sub(r"\1", text))
