"""A row of a list."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True)
class Row:
    """A line (or several) of a list; `id` '' means a heading or a blank that cannot be chosen."""

    text: Content
    id: str = ""


BLANK = Row(Content(" "))
