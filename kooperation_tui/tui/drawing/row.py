"""A row of a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content

from kooperation_tui.tui import ink


@dataclass(frozen=True)
class Row:
    """A line (or several) of a list; `id` '' means a heading or a blank that cannot be chosen."""

    text: Content
    id: str = ""


def facts(named: Iterable[tuple[str, str]], label: int, width: int) -> list[Content]:
    """(name, text) below each other, the names in a column of `label` cells; none without text."""
    return [
        ink.hanging(ink.put((ink.fit(name, label), "dim")), ink.put(text), width)
        for name, text in named
        if text
    ]


BLANK = Row(Content(" "))
