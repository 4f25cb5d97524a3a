"""Finding entries: no index, all of them are looked through.

Looking through 20,000 stemmed lines takes a few hundredths of a second; an index
would have to be kept in step with the file.
"""

from __future__ import annotations

import datetime as dt
from heapq import nsmallest
from typing import Any

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Value
from kooperation_tui.search.entries import entries
from kooperation_tui.search.entry import Entry, Kind
from kooperation_tui.search.folding import SHORT, WORD, Lines, Wanted, fold, wanted

_EXCERPT = 160
"""Letters of an excerpt."""
_WHOLE, _START, _INSIDE, _CORRECTED = 8, 4, 2, 1
_PHRASE = 6
_LONG_WORD = 7
"""From this length on a word may have two typing errors, below it one."""


class Found(Value):
    """A hit.

    `id` is the event of a line, the item of an agenda, the row of everything else
    and the key of a block. `title` is a number, a code, the meeting's number;
    `excerpt` the words around the hit, on one line.
    """

    kind: Kind
    id: str
    meeting: str
    title: str
    excerpt: str
    score: int
    confidential: bool = False


def find(
    data: Data, query: str, limit: int = 20, today: dt.date | None = None
) -> tuple[Found, ...]:
    """The best hits for a query, best first; prepared once for each view of the file."""
    searcher = data.derived.get("searcher")
    if searcher is None:
        searcher = data.derived["searcher"] = Searcher()
    assert isinstance(searcher, Searcher)
    return searcher.find(data, query, limit, today)


class Searcher:
    """Keeps what it prepared from one view of a file to the next.

    A screen keeps one; after a new line only what is new is stemmed. The first
    preparation of ten years takes about a second: call it in a thread.
    """

    def __init__(self) -> None:
        self._folded = Lines()
        self._lines: dict[tuple[str, str], str] = {}
        self._of: Any = None
        self._day: dt.date | None = None
        self._entries: list[Entry] = []
        self._prepared: list[str] = []
        self._vocabulary: list[str] = []

    def prepare(self, data: Data, today: dt.date | None = None) -> None:
        """Make everything ready for this view and day; nothing if it is."""
        if self._of is data.tables and self._day == today:
            return
        wanted("", data.network.language)  # the stemmer is loaded here, not at the first query
        self._entries = entries(data, today)
        known, self._lines = self._lines, {}
        for entry in self._entries:
            key = (entry.text, entry.more)
            line = known.get(key)
            self._lines[key] = self._folded.of(key) if line is None else line
        self._prepared = [self._lines[e.text, e.more] for e in self._entries]
        self._vocabulary = []
        self._of, self._day = data.tables, today

    def find(
        self, data: Data, query: str, limit: int = 20, today: dt.date | None = None
    ) -> tuple[Found, ...]:
        """The best hits, best first: every word is found in each of them.

        A word is found whole, in another form, as a part of a compound, and only if
        nothing of that kind is there, with typing errors.

        Args:
            query: words as typed; empty finds nothing.
            limit: at most so many.
            today: with the day, what one is reminded of is found, too.
        """
        self.prepare(data, today)
        words = wanted(query, data.network.language)
        if not words or limit < 1:
            return ()
        scores = self._matching(words)
        phrase = f" {' '.join(one.word for one in words)} "
        for number in scores:
            scores[number] += _PHRASE * (phrase in self._prepared[number])
        best = nsmallest(limit, scores, key=lambda n: (-scores[n], -self._entries[n].day, n))
        return tuple(self._found(n, scores[n], words) for n in best)

    def _matching(self, words: tuple[Wanted, ...]) -> dict[int, int]:
        """Entry -> score, for entries that have all words; the longest is looked for first."""
        scores: dict[int, int] | None = None
        for one in sorted(words, key=lambda w: -len(w.stem)):
            scores = self._with(one, scores) or self._corrected(one, scores)
            if not scores:
                return {}
        return scores or {}

    def _with(self, one: Wanted, among: dict[int, int] | None) -> dict[int, int]:
        """Entries with a word, and how well it fits."""
        lines = self._prepared
        start, whole = f" {one.stem}", f" {one.word} "
        # Two letters stand inside of every second word.
        needle = one.stem if len(one.stem) >= SHORT else start
        if among is None:
            hits = [n for n, line in enumerate(lines) if needle in line]
        else:
            hits = [n for n in among if needle in lines[n]]
        before = among or {}
        return {
            n: before.get(n, 0)
            + (_WHOLE if whole in lines[n] else _START if start in lines[n] else _INSIDE)
            for n in hits
        }

    def _corrected(self, one: Wanted, among: dict[int, int] | None) -> dict[int, int]:
        """Entries with a word that this one is a mistyped form of."""
        if len(one.word) <= SHORT or not one.word.isalpha():
            return {}
        found: dict[int, int] = {}
        for other in self._near(one.word) or self._near(one.stem):
            whole = f" {other} "
            numbers = range(len(self._prepared)) if among is None else among
            for n in numbers:
                if whole in self._prepared[n] and n not in found:
                    found[n] = (among or {}).get(n, 0) + _CORRECTED
        return found

    def _near(self, word: str) -> list[str]:
        """Words of the file that differ by a letter or two, nearest first."""
        from rapidfuzz import distance, process

        if not self._vocabulary:
            self._vocabulary = sorted({w for line in self._prepared for w in line.split()})
        near = process.extract(
            word,
            self._vocabulary,
            scorer=distance.DamerauLevenshtein.distance,
            score_cutoff=1 if len(word) < _LONG_WORD else 2,
            limit=3,
        )
        return [str(one[0]) for one in near]

    def _found(self, number: int, score: int, words: tuple[Wanted, ...]) -> Found:
        entry = self._entries[number]
        return Found(
            kind=entry.kind,
            id=entry.id,
            meeting=entry.meeting,
            title=entry.title,
            excerpt=excerpt(entry.text, words),
            score=score,
            confidential=entry.confidential,
        )


def excerpt(text: str, words: tuple[Wanted, ...]) -> str:
    """So much of a text, on one line, that the first word of the query can be seen."""
    flat = " ".join(text.split())
    if len(flat) <= _EXCERPT:
        return flat
    place = 0
    for match in WORD.finditer(flat):
        if any(one.stem in fold(match[0]) for one in words):
            place = match.start()
            break
    begin = max(0, place - _EXCERPT // 3)
    begin = flat.rfind(" ", 0, begin) + 1 if begin else 0
    cut = flat[begin : begin + _EXCERPT]
    if begin + _EXCERPT < len(flat):
        cut = f"{cut.rpartition(' ')[0] or cut}…"
    return f"…{cut}" if begin else cut
