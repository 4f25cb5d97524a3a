"""Typed text before anything is read from it.

Text becomes NFC, what cannot be seen is shown, half characters are replaced and
said. Doing it twice changes nothing more.
"""

from __future__ import annotations

import re
import unicodedata

from kooperation_tui.capture.reading import M_, Message
from kooperation_tui.domain.errors import Refused

LIMIT = 64 * 1024
"""Bytes of UTF-8 that one line may have."""

_BREAKS = re.compile(r"\r\n|\r|\n")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and marks that turn the direction of what is read."""


def split_lines(text: str) -> tuple[str, ...]:
    """The lines of a pasted text, empty ones included; nothing is dropped."""
    return tuple(_BREAKS.split(text))


def normalise(line: str) -> tuple[str, tuple[Message, ...]]:
    """A line as it is read and stored, and what has to be said about it.

    A line break at the end is not part of the line; one inside is shown.

    Raises:
        Refused: the line is longer than 64 kB.
    """
    size = len(line.encode("utf-8", "surrogatepass"))
    if size > LIMIT:
        raise Refused(
            "This line has {size} kB, and 64 kB is the most; split it into several lines.",
            size=-(-size // 1024),
        )
    line = line.rstrip("\r\n").lstrip("\ufeff")
    line, broken = _SURROGATES.subn("\ufffd", line)
    line = _HIDDEN.sub(_shown, line)
    hints = (M_("{count} broken characters were replaced by �.", count=broken),) if broken else ()
    return unicodedata.normalize("NFC", line), hints


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code == 0x09:
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    return f"‹U+{code:04X}›"
