"""The pieces of a document and how they are put together.

Everything handed in is Markdown already: people's text has gone through
`text.inline` or `embed.embed`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping, Sequence

from kooperation_tui.documents.text import at_start

_PLAIN = re.compile(r"[^\W\d_][\w.&/-]*(?: [\w.&/-]+)*")
_RESERVED = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "ja", "nein"])


class Paper:
    """A document in the making: headings, paragraphs, bullets, quotes, tables."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []

    def heading(self, level: int, text: str) -> None:
        self._parts.append(("heading", f"{'#' * level} {text}"))

    def paragraph(self, text: str) -> None:
        """Lines that stay together; the first is kept from becoming anything else."""
        self._parts.append(("paragraph", at_start(text)))

    def block(self, markdown: str) -> None:
        """Ready blocks, as `embed` makes them."""
        self._parts.append(("block", markdown))

    def bullet(self, text: str) -> None:
        self.ready_bullet(f"- {at_start(text)}")

    def ready_bullet(self, bullet: str) -> None:
        """A bullet with its mark, as `bullet_of` makes it."""
        self._parts.append(("bullet", bullet))

    def quote(self, paragraphs: Sequence[str]) -> None:
        self._parts.append(("quote", "\n>\n".join(f"> {at_start(text)}" for text in paragraphs)))

    def table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        lines = [_row(header), "|" + "---|" * len(header), *map(_row, rows)]
        self._parts.append(("table", "\n".join(lines)))

    def extend(self, other: Paper) -> None:
        """All pieces of another one below one's own."""
        self._parts += other._parts

    @property
    def is_empty(self) -> bool:
        return not self._parts

    @property
    def markdown(self) -> str:
        text = ""
        before = ""
        for kind, part in self._parts:
            text += "" if not text else ("\n" if kind == before == "bullet" else "\n\n")
            text += part
            before = kind
        return f"{text}\n"


def _row(cells: Sequence[str]) -> str:
    """A row; pipes in a cell are escaped here and nowhere else."""
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in escaped)


def front_matter(values: Mapping[str, object]) -> str:
    """YAML that every reader reads alike: plain words and dates, else JSON strings."""
    lines = "".join(f"{key}: {_scalar(value)}\n" for key, value in values.items())
    return f"---\n{lines}---\n\n"


def _scalar(value: object) -> str:
    if isinstance(value, bool | int):
        return json.dumps(value)
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    text = str(value)
    plain = _PLAIN.fullmatch(text) or re.fullmatch(r"(?:\w+-)?\d{4}-\d{1,3}", text)
    return (
        text if plain and text.casefold() not in _RESERVED else json.dumps(text, ensure_ascii=False)
    )


def without_front_matter(markdown: str) -> str:
    """The body of a document."""
    if not markdown.startswith("---\n"):
        return markdown
    _, end, body = markdown[4:].partition("\n---\n")
    return body.lstrip("\n") if end else markdown
