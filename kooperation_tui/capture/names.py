"""Codes and names as they are typed, found among partners and people."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Sequence
from typing import Final

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Delegation, Organisation, Person

CODE: Final = re.compile(r"[^\W_]{2,8}")
LONGEST_NAME: Final = 5
"""Words of the longest name that is looked for."""

_PARTICLES: Final = frozenset({"von", "van", "de", "der", "den", "zu", "zur", "di", "el", "al"})


class Names:
    """What the codes and names in one view of a file mean. Get it from `names_of`."""

    def __init__(self, data: Data) -> None:
        self.organisations = {o.id: o for o in data.rows(Organisation)}
        self.people = {p.id: p for p in data.rows(Person) if p.erased_on is None}
        self._codes = {o.code.casefold(): o for o in reversed(data.rows(Organisation))}
        self._full: dict[str, list[Person]] = {}
        self._last: dict[str, list[Person]] = {}
        for person in self.people.values():
            words = person.name.casefold().split()
            if words:
                self._full.setdefault(" ".join(words), []).append(person)
                self._last.setdefault(words[-1], []).append(person)
        self._delegations = data.rows(Delegation)

    def code(self, word: str) -> Organisation | None:
        """The partner with this code, in any case; a comma behind it does not count."""
        return self._codes.get(word.rstrip(",;").casefold())

    def persons(self, words: Sequence[str]) -> tuple[Person, ...]:
        """Everybody who may be meant by a full name or a surname."""
        name = " ".join(words).rstrip(",;").casefold()
        return tuple(self._full.get(name) or self._last.get(name) or ())

    def longest_name(self, words: Sequence[str]) -> tuple[tuple[Person, ...], int]:
        """Who the words begin with, and how many words that took; nobody and 0."""
        for count in range(min(LONGEST_NAME, len(words)), 0, -1):
            found = self.persons(words[:count])
            if found:
                return found, count
        return (), 0

    def organisations_of(self, person: str, on: dt.date) -> tuple[str, ...]:
        """Ids of the partners that a person speaks for on a day."""
        return tuple(
            d.organisation
            for d in self._delegations
            if d.person == person
            and (d.since is None or d.since <= on)
            and (d.until is None or on <= d.until)
        )

    def of(self, people: Sequence[Person], organisation: str, on: dt.date) -> tuple[Person, ...]:
        """Those who speak for a partner, or all of them if none does."""
        close = tuple(p for p in people if organisation in self.organisations_of(p.id, on))
        return close or tuple(people)

    def with_code(self, person: Person, on: dt.date) -> str:
        """Petra Vogt (BIB)"""
        codes = [
            self.organisations[o].code
            for o in self.organisations_of(person.id, on)
            if o in self.organisations
        ]
        return f"{person.name} ({codes[0]})" if codes else person.name

    def near(self, word: str) -> str:
        """The code that looks most like a word, '' if none does."""
        found = difflib.get_close_matches(word.casefold(), self._codes, n=1, cutoff=0.6)
        return self._codes[found[0]].code if found else ""

    def need_code(self, word: str) -> Organisation:
        """The partner with this code.

        Raises:
            Refused: there is none; the nearest one is named.
        """
        found = self.code(word)
        if found is not None:
            return found
        near = self.near(word)
        if near:
            raise Refused(
                "No partner has the code “{word}”; did you mean {near}?", word=word, near=near
            )
        raise Refused("No partner has the code “{word}”; F8 shows all codes.", word=word)


def names_of(data: Data) -> Names:
    """The names in a view of a file, gathered once for each view."""
    known = data.derived.get("names")
    if known is None:
        known = data.derived["names"] = Names(data)
    assert isinstance(known, Names)
    return known


def capitalised(words: Sequence[str]) -> bool:
    """Whether words look like a person's name: two or more with a capital letter."""
    capitals = [w for w in words if w[:1].isupper()]
    return len(capitals) >= 2 and all(w[:1].isupper() or w.casefold() in _PARTICLES for w in words)
