"""What the commands print: tables as plain text, JSON, sentences for standard error."""

from __future__ import annotations

import datetime as dt
import json
import re
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.i18n import Translator

# Control characters, and marks that turn the direction of writing, would steer the terminal.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return _STEERING.sub("�", text)


def one_line(text: str) -> str:
    """The text on one line, harmless."""
    return harmless(" ".join(text.split()))


def say(text: str = "") -> None:
    """A line on standard output, at once."""
    print(harmless(text), flush=True)


def warn(text: str) -> None:
    """A line on standard error."""
    print(harmless(text), file=sys.stderr, flush=True)


def sentence(tr: Translator, error: KooperationError) -> str:
    """The sentence of an error in the reader's language."""
    return tr.t(error.message, **error.args_by_name)


def width(text: str) -> int:
    """Cells that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    return len(text) + wide - sum(unicodedata.combining(c) != 0 for c in text)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns of plain text, two blanks apart; the last one is not filled up."""
    cells = [[one_line(cell) for cell in row] for row in (header, *rows)]
    widths = [max(width(row[n]) for row in cells) for n in range(len(header))]
    lines = []
    for row in cells:
        filled = (c + " " * (w - width(c)) for c, w in zip(row, widths, strict=True))
        lines.append("  ".join(filled).rstrip())
    return "\n".join(lines)


def as_json(rows: Sequence[Mapping[str, Any]] | Mapping[str, Any]) -> str:
    """JSON for other programs: stable English keys, ISO dates and times."""
    text = json.dumps(rows, ensure_ascii=False, indent=2, default=_plain)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: object) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")
