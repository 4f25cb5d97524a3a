"""What Tab offers: codes, names and slash words."""

from __future__ import annotations

import re

from kooperation_tui.capture import words
from kooperation_tui.capture.names import names_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Value
from kooperation_tui.domain.plan import partners

_SLASH = re.compile(r"\s*(?:\d{1,2}:\d{2}\s+)?/([^\W\d_]*)")
_WORD = re.compile(r"(?:^|(?<=\s))([@+~\-−–]?)([^\s@]*)$")
MOST = 12
"""More than these are no help."""


class Completion(Value):
    """A word with its sign (``/postpone``, ``@BIB``), and the line with it put in."""

    word: str
    line: str


def completions(line: str, cursor: int, data: Data, meeting: str) -> tuple[Completion, ...]:
    """What the word before the cursor may become, best first; empty if nothing fits.

    Args:
        line: what is typed.
        cursor: place in the line, in characters.
        data: the file.
        meeting: id of the meeting; those who are there come first.
    """
    before, after = line[: max(0, cursor)], line[max(0, cursor) :]
    start, found = _found(before, data, meeting)
    return tuple(
        Completion(word=word, line=f"{before[:start]}{word} {after.lstrip()}") for word in found
    )


def _found(before: str, data: Data, meeting: str) -> tuple[int, tuple[str, ...]]:
    """Where the word begins, and what it may become."""
    slash = _SLASH.fullmatch(before)
    if slash is not None:
        return slash.start(1) - 1, _slash_words(words.fold(slash[1]))
    match = _WORD.search(before)
    if match is None or not (match[1] or match[2]):
        return 0, ()
    sign, start = match[1], match[2].casefold()
    if not sign and len(start) < 2:
        return 0, ()
    found = [f"{sign}{code}" for code in _codes(start, data, meeting)]
    if sign in ("", "@"):
        found += [f"{sign}{name}" for name in _names(start, data, meeting)]
    return match.start(), tuple(dict.fromkeys(found))[:MOST]


def _slash_words(start: str) -> tuple[str, ...]:
    every = sorted({word for group in words.SLASH.values() for word in group})
    return tuple(f"/{word}" for word in every if words.fold(word).startswith(start))


def _codes(start: str, data: Data, meeting: str) -> list[str]:
    """Codes of the meeting's partners first, then those of everybody else."""
    entitled = set(state_of(data, meeting).entitled)
    known = sorted(partners(data), key=lambda o: o.id not in entitled)
    return [o.code for o in known if o.code.casefold().startswith(start)]


def _names(start: str, data: Data, meeting: str) -> list[str]:
    """Names of which any word begins like this; people in the room first."""
    if not start:
        return []
    state = state_of(data, meeting)
    day = data.get(Meeting, meeting).start.date()
    names = names_of(data)
    there = {p.person for p in state.present()}
    people = sorted(
        names.people.values(),
        key=lambda p: (p.id not in there, not names.organisations_of(p.id, day), p.name),
    )
    guests = [g.name for g in state.guests if g.end is None]
    every = [*(p.name for p in people), *guests]
    return [n for n in every if any(w.startswith(start) for w in n.casefold().split())]
