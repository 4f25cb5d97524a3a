"""How long the agreement is: words, minutes to read, pages (two are enough).

Pages are those of the printed document without its signatures: A4, 11 point. Lines are
counted, since German words are longer than English ones: a page holds about 435 words of
German and 540 of English. A minute of silent reading takes about 200 words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from kooperation_tui.domain import printed
from kooperation_tui.domain.model import BLOCKS, Value

WORDS_PER_MINUTE = 200
MOST_PAGES = 2
LONGEST = 3
"""How many sentences are named when the text is too long."""

_GAPS = re.compile(r"[\s—]+")
_MARKS = re.compile(r"^\s*(?:[-+*]|\d{1,3}[.)]|>|#{1,6})\s+|[*_`~]", re.MULTILINE)
# Not after a single letter, a number or a usual abbreviation: "z. B.", "1. Januar", "e. V."
_END = re.compile(
    r"(?<=[.!?…])(?<!\b\w\.)(?<!\d\.)(?<!\bbzw\.)(?<!\bca\.)(?<!\busw\.)(?<!\bNr\.)(?<!\bAbs\.)"
    r"[”“\"')»*_]*\s+(?=[„“\"'(«]*[^\Wa-z_])"
)


class Sentence(Value):
    """A sentence of a block and its number of words."""

    key: str
    text: str
    words: int


class Brevity(Value):
    """The length of a text. `pages` and `minutes` are exact, to be rounded when shown."""

    words: int
    pages: float
    minutes: float
    too_long: bool
    longest: tuple[Sentence, ...] = ()


def word_count(text: str) -> int:
    """Words of a text: what stands between blanks and holds a letter or a digit.

    Numbers and words with hyphens, colons or stars count once (2.500, 1,5, und/oder,
    Ja-Stimmen, Partner*innen), signs of Markdown and numbers of a list not at all.
    """
    return sum(any(map(str.isalnum, part)) for part in _GAPS.split(_MARKS.sub(_kept, text)))


def _kept(mark: re.Match[str]) -> str:
    """Nothing in the place of emphasis, which may stand inside a word; else a blank."""
    return "" if mark[0] in "*_`~" else " "


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text; a new paragraph or item of a list begins one."""
    found = []
    for line in text.split("\n"):
        plain = " ".join(_MARKS.sub(_kept, line).split())
        found += [part for part in _END.split(plain) if part]
    return tuple(found)


def brevity_of(text: str, key: str = "") -> Brevity:
    """The length of one block."""
    return brevity({key: text})


def brevity(texts: Mapping[str, str], not_needed: Mapping[str, str] | None = None) -> Brevity:
    """The length of the whole, with the longest sentences in their order of length.

    Args:
        texts: words of each block by key.
        not_needed: reasons of blocks that are left out; they are printed, but are no
            words of the agreement.
    """
    words = sum(word_count(text) for text in texts.values())
    place = {key: number for number, key in enumerate(BLOCKS)}
    keys = sorted(texts, key=lambda key: place.get(key, len(place)))
    found = [
        Sentence(key=key, text=text, words=word_count(text))
        for key in keys
        for text in sentences(texts[key])
    ]
    found.sort(key=lambda one: -one.words)
    pages = printed.pages([*texts.values(), *(not_needed or {}).values()])
    return Brevity(
        words=words,
        pages=pages,
        minutes=words / WORDS_PER_MINUTE,
        too_long=pages > MOST_PAGES,
        longest=tuple(found[:LONGEST]),
    )


def half_pages(length: Brevity) -> float:
    """Pages as people say them, rounded up to halves: 1.5."""
    return math.ceil(length.pages * 2) / 2
