"""Codes of partners, proposed from their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

CODE = re.compile(r"[^\W_]{2,8}")
"""2 to 8 letters or digits."""

_SMALL = frozenset(
    (
        *("der", "die", "das", "des", "dem", "den", "und", "für", "von", "vom", "zu", "zur", "im"),
        *(
            "in",
            "am",
            "an",
            "e",
            "v",
            "gmbh",
            "ggmbh",
            "ag",
            "mbh",
            "the",
            "of",
            "and",
            "for",
            "at",
        ),
    )
)


def propose_code(name: str, taken: Iterable[str]) -> str:
    """A free code from a name: its capitals' initials, else its beginning.

    Stadtbibliothek Auenstadt -> SA, Volkshochschule -> VOL.
    """
    used = {code.casefold() for code in taken}
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w.casefold() not in _SMALL]
    single = words[0] if words else "X"
    initials = "".join(word[0] for word in words)[:8].upper()
    short = single[:8].upper() if CODE.fullmatch(single) and len(single) <= 4 else ""
    candidates = [short, initials, single[:3].upper(), single[:4].upper()]
    for code in candidates:
        if CODE.fullmatch(code) and code.casefold() not in used:
            return code
    base = (short or initials or single[:3].upper())[:6].ljust(1, "X")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if f"{base}{letter}".casefold() not in used and len(base) > 0:
            return f"{base}{letter}"
    number = 2
    while f"{base}{number}".casefold() in used:
        number += 1
    return f"{base}{number}"
