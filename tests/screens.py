"""A Textual screen as plain text, for Pilot tests and for snapshots that read well in a diff.

The text comes out of the public SVG export, so it is what would be drawn: clipped, stacked, with
the modal on top. Colours are not in it.
"""

from __future__ import annotations

import html
import re
import time
from typing import Any

from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

_WIDTH = re.compile(r'-clip-terminal">\s*<rect x="0" y="0" width="([\d.]+)"')
_TEXT = re.compile(
    r'<text class="[^"]*" x="([\d.]+)" y="[\d.]+" textLength="[\d.]+"'
    r' clip-path="url\(#[^"]*-line-(\d+)\)">(.*?)</text>',
    re.DOTALL,
)


def as_text(app: App[Any]) -> str:
    """What a running app shows: one line for each row of the terminal, blanks at line ends cut off.

    A wide character stands once and counts two cells: measure with `rich.cells.cell_len`. A
    non-breaking space comes out as a space.
    """
    cols, rows = app.size
    svg = app.export_screenshot()
    width = _WIDTH.search(svg)
    assert width, "the SVG export has another shape than expected"
    cell = (float(width[1]) + 1) / cols
    lines: list[list[tuple[int, str]]] = [[] for _ in range(rows)]
    for x, row, escaped in _TEXT.findall(svg):
        text = html.unescape(escaped).replace("\xa0", " ")
        lines[int(row)].append((round(float(x) / cell), text))
    return "\n".join(map(_line, lines))


async def shown(pilot: Pilot[Any], wanted: str, timeout: float = 20.0) -> str:
    """Wait until the screen of a Pilot test shows a text; the whole screen then.

    One `pilot.pause()` is not enough for parts that compose themselves late, as the footer does.

    Raises:
        AssertionError: It didn't show it in `timeout` seconds; the message has the screen.
    """
    end = time.monotonic() + timeout
    while wanted not in (text := as_text(pilot.app)):
        assert time.monotonic() < end, f"the screen never showed {wanted!r}:\n{text}"
        await pilot.pause()
    return text


def assert_fits(text: str, cols: int, rows: int) -> None:
    """Assert that a text needs no more than so many columns (in cells) and rows."""
    lines = text.split("\n")
    assert len(lines) <= rows, f"{len(lines)} lines for {rows} rows:\n{text}"
    for number, line in enumerate(lines, 1):
        needed = cell_len(line)
        assert needed <= cols, f"line {number} needs {needed} cells of {cols}:\n{line}"


def _line(pieces: list[tuple[int, str]]) -> str:
    """Put the pieces (column, text) of a row at their columns; blank ones are not exported."""
    line = ""
    for column, text in sorted(pieces):
        line += " " * (column - cell_len(line)) + text
    return line.rstrip()
