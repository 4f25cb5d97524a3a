"""Codes of partners, proposed from their names."""

from __future__ import annotations

import re
from collections.abc import Iterable

CODE = re.compile(r"[^\W_]{2,8}")
"""2 to 8 letters or digits."""

_SMALL_WORDS = (
    "der die das des dem den und für von vom zu zur im in am an e v gmbh ggmbh ag mbh "
    "the of and for at"
)
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that give a name no initial."""


def propose_code(name: str, taken: Iterable[str]) -> str:
    """A free code from a name: its capitals' initials, else its beginning.

    Stadtbibliothek Auenstadt -> SA, Volkshochschule -> VOL.
    """
    used = {code.casefold() for code in taken}
    words = [w for w in re.findall(r"[^\W\d_]+", name) if w.casefold() not in _SMALL]
    single = _capitals(words[0]) if words else "X"
    initials = _capitals("".join(word[0] for word in words))[:8]
    short = single if CODE.fullmatch(single) and len(single) <= 4 else ""
    candidates = [short, initials, single[:3], single[:4]]
    for code in candidates:
        if CODE.fullmatch(code) and code.casefold() not in used:
            return code
    base = (short or initials or single[:3])[:6].ljust(1, "X")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        if f"{base}{letter}".casefold() not in used:
            return f"{base}{letter}"
    number = 2
    while f"{base}{number}".casefold() in used:
        number += 1
    return f"{base}{number}"


def _capitals(word: str) -> str:
    """A word in capitals, without the marks that some letters become."""
    return "".join(c for c in word.upper() if c.isalnum() and c == c.upper())
