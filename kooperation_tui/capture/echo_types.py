"""The line under the field, in parts that a face may colour."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kooperation_tui.domain.model import Value


def pgettext(context: str, message: str) -> str:
    """Mark a word of the echo for the catalogue where it is written down."""
    del context
    return message


class Tone(StrEnum):
    """What a part is; a face gives each its colour, the words say it all the same."""

    LABEL = "label"
    TEXT = "text"
    PERSON = "person"
    DATE = "date"
    WARN = "warn"
    ERROR = "error"
    OK = "ok"


class Part(Value):
    """A piece of an echo: ``who`` + ``Petra Vogt (BIB)``."""

    text: str
    label: str = ""
    tone: Tone = Tone.TEXT

    @property
    def plain(self) -> str:
        return f"{self.label} {self.text}" if self.label else self.text


class Echo(Value):
    """How a line was read: its mark, its kind in words, and the details.

    `tone` is that of the kind; ERROR says that the line is refused. `plain` is
    everything in one line of text.
    """

    mark: str
    kind: str
    parts: tuple[Part, ...] = ()
    plain: str = ""
    tone: Tone = Tone.LABEL


def make(
    mark: str,
    kind: str,
    parts: Iterable[Part],
    *,
    tone: Tone = Tone.LABEL,
    separator: str = " · ",
) -> Echo:
    """An echo with its plain text."""
    kept = tuple(part for part in parts if part.text)
    details = separator.join(part.plain for part in kept)
    colon = ": " if separator == " · " else separator
    plain = f"{kind}{colon}{details}" if details else kind
    return Echo(mark=mark, kind=kind, parts=kept, plain=plain, tone=tone)
