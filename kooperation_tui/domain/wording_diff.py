"""What changed between two wordings, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from enum import StrEnum

from kooperation_tui.domain.model import Value
from kooperation_tui.domain.versions import normal

_TOKEN = re.compile(r"\n+|[^\s]+")


class Kind(StrEnum):
    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


class Piece(Value):
    """A run of words. Line ends stay inside `text`, words are one blank apart."""

    kind: Kind
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """The new wording with what went away and what came, deletions before insertions.

    What reads the same after `normal` is the same; a single word between two changes
    is counted as changed, so that nobody reads a sentence in crumbs.
    """
    before, after = _TOKEN.findall(normal(old)), _TOKEN.findall(normal(new))
    found: list[tuple[Kind, list[str]]] = []
    for tag, a, b, c, d in _steps(before, after):
        if tag == "equal":
            found.append((Kind.SAME, after[c:d]))
            continue
        if a < b:
            found.append((Kind.DELETED, before[a:b]))
        if c < d:
            found.append((Kind.INSERTED, after[c:d]))
    return tuple(Piece(kind=kind, text=_joined(tokens)) for kind, tokens in found)


def _steps(before: list[str], after: list[str]) -> list[tuple[str, int, int, int, int]]:
    """The steps of the comparison, with single equal words between changes taken in."""
    steps: list[tuple[str, int, int, int, int]] = []
    codes = SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    for place, (tag, a, b, c, d) in enumerate(codes):
        inside = 0 < place < len(codes) - 1
        crumb = tag == "equal" and inside and b - a == 1 and "\n" not in before[a]
        kind = "change" if crumb or tag != "equal" else "equal"
        if steps and kind == steps[-1][0] == "change":
            steps[-1] = ("change", steps[-1][1], b, steps[-1][3], d)
        else:
            steps.append((kind, a, b, c, d))
    return steps


def _joined(tokens: list[str]) -> str:
    text = " ".join(tokens)
    return re.sub(r" ?(\n+) ?", r"\1", text)
