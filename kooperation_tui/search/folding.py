"""Words as they are compared: without case and umlauts, those of a query without endings.

Umlauts and their spellings (ä, ae) fall together on both sides, so that nobody has
to know how a name was typed. Texts keep their endings: a stem that is a part of a
word finds its other forms and the compounds that begin, hold or end with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from itertools import takewhile
from typing import NamedTuple

WORD = re.compile(r"\w+")
_SPELLED = (("ae", "a"), ("oe", "o"), ("ue", "u"))
SHORT = 3
"""Words of so many letters keep their form."""


def fold(word: str) -> str:
    """Straße, STRASSE and strasse are the same; so are Grün, gruen and grun."""
    text = unicodedata.normalize("NFKD", word.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    for spelled, plain in _SPELLED:
        text = text.replace(spelled, plain)
    return text


class Lines:
    """Texts as lines of folded words; each word is folded once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, texts: Iterable[str]) -> str:
        """All words with a blank before and behind each, in the order of the texts."""
        known = self._known
        words = []
        for text in texts:
            for word in WORD.findall(text):
                folded = known.get(word)
                if folded is None:
                    folded = known[word] = fold(word)
                words.append(folded)
        return f" {' '.join(words)} " if words else ""


class Wanted(NamedTuple):
    """A word of a query: folded, and the part that all its forms share."""

    word: str
    stem: str


def wanted(query: str, language: str) -> tuple[Wanted, ...]:
    """The words of a query, each once.

    Args:
        language: "de" or "en", in which the network writes.
    """
    stem = _stemmer(language)
    words = dict.fromkeys(fold(word) for word in WORD.findall(query))
    # English “happy” has the stem “happi”: what both share is a part of every form.
    return tuple(
        Wanted(word, _shared(word, stem(word)) if len(word) > SHORT else word) for word in words
    )


def _shared(word: str, stem: str) -> str:
    """The letters at the start that both have."""
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, stem, strict=False)))
    return word[:same]


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    # Loading all languages of the package takes a while; only who searches waits for it.
    from snowballstemmer import stemmer

    stem: Callable[[str], str] = stemmer("german" if language == "de" else "english").stemWord
    return stem
