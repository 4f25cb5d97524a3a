"""A person's name and addresses taken out of texts, wherever the file has them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from kooperation_tui.domain.data import KINDS, Data, Row
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import (
    Block,
    Minutes,
    Person,
    Record,
    Signature,
    SignatureStatus,
    Version,
)

EVERYTHING = frozenset({"*"})
_NAMES = frozenset({"name", "contact"})
"""Fields that hold a name and nothing else: here a name of one word counts, too."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?")
_FEW_DIGITS = 6
"""A shorter number may be any number."""


class Blank:
    """Replaces a person in texts and counts where, also by meeting.

    Args:
        label: what stands instead of the name.
    """

    def __init__(self, person: Person, label: str) -> None:
        self._label = label
        words = person.name.split()
        self._name = " ".join(words).casefold()
        wanted = [re.escape(person.email)] if "@" in person.email else []
        if sum(c.isdigit() for c in person.phone) >= _FEW_DIGITS:
            wanted.append(re.escape(person.phone))
        if len(words) > 1:
            # A name of one word may be an ordinary word of a sentence.
            wanted.append(r"\s+".join(map(re.escape, words)) + r"(?:s|’|')?")
        pattern = rf"(?<!\w)(?:{'|'.join(wanted)})(?!\w)"
        self._pattern = re.compile(pattern, re.IGNORECASE) if wanted else None
        self.count = 0
        self.by_meeting: dict[str, int] = {}

    def found(self, text: str, field: str = "") -> int:
        """How often a text names the person."""
        if field in _NAMES and " ".join(text.split()).casefold() == self._name:
            return 1
        if self._pattern is None or _DAY.fullmatch(text):
            return 0
        return len(self._pattern.findall(text))

    def text(self, text: str, field: str = "") -> str:
        """The text without the person; the same object if it does not name them."""
        times = self.found(text, field)
        self.count += times
        if not times:
            return text
        if field in _NAMES and " ".join(text.split()).casefold() == self._name:
            return self._label
        assert self._pattern is not None
        return self._pattern.sub(lambda _: self._label, text)

    def rows(self, data: Data) -> Iterator[Record]:
        """Rows that named the person, without the name; what was sent or signed stays."""
        for kind, row in all_rows(data):
            kept = kept_fields(kind, row)
            if kept is EVERYTHING or kind is Person:
                continue
            before = self.count
            parts = {key: each for key, each in row.items() if key not in kept}
            walked = walk(parts, self.text)
            if walked is parts:
                continue
            if kind is Event:
                known = self.by_meeting.get(row["meeting"], 0)
                self.by_meeting[row["meeting"]] = known + self.count - before
            yield msgspec.convert({**row, **walked}, kind)


def walk(value: Any, change: Callable[[str, str], str], field: str = "") -> Any:
    """A row's values with every text changed; the same object where nothing changed.

    Args:
        change: gets a text and the name of its field.
    """
    if isinstance(value, str):
        return change(value, field)
    if isinstance(value, dict):
        walked = {key: walk(each, change, key) for key, each in value.items()}
        return value if all(walked[k] is v for k, v in value.items()) else walked
    if isinstance(value, list | tuple):
        items = [walk(each, change, field) for each in value]
        return value if all(a is b for a, b in zip(items, value, strict=True)) else items
    return value


def all_rows(data: Data) -> Iterator[tuple[type[Record], Row]]:
    """Every row of the file with its kind."""
    for kind in KINDS:
        for row in data.tables.get(kind.TABLE, {}).values():
            yield kind, row


def kept_fields(kind: type[Record], row: Row) -> frozenset[str]:
    """Fields of a row that stay as they were sent or signed (rules of the log, 10).

    A text with a checksum stays, too, and the wording of a block that is in force.
    """
    if kind is Minutes:
        return frozenset({"texts"})
    if kind is Block:
        same = row.get("text") == row.get("text_in_force")
        return frozenset({"text_in_force", "text"} if same else {"text_in_force"})
    signed = kind is Signature and row.get("status") == SignatureStatus.SIGNED.value
    hashed = kind is Version and row.get("sha256")
    return EVERYTHING if signed or hashed else frozenset()
