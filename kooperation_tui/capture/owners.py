"""Who an action belongs to: a partner, a person, or nobody on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Person

TOKEN: Final = re.compile(r"\(([^()]*)\)[,;]?|\+[\"„“”«»]([^\"„“”«»]+)[\"„“”«»][,;]?|\S+")
"""A reason in brackets, a helper in quotation marks, or a word."""
AT: Final = re.compile(r"(?:^|(?<=\s))@(?=\S)")


@dataclass(frozen=True)
class Owner:
    """Who was named: a partner, people of whom one is meant, or nobody on purpose."""

    organisation: str = ""
    people: tuple[Person, ...] = ()
    nobody: bool = False


def named(tokens: Sequence[str], context: Context) -> tuple[Owner, int] | None:
    """Who these words name first, and how many words that took."""
    if not tokens:
        return None
    first = tokens[0].rstrip(",;")
    if words.fold(first) in words.NOBODY:
        return Owner(nobody=True), 1
    organisation = context.names.code(first)
    if organisation is not None:
        return Owner(organisation=organisation.id), 1
    people, count = context.names.longest_name(tokens)
    if not people:
        return None
    code = TOKEN.fullmatch(tokens[count]) if count < len(tokens) else None
    known = context.names.code(code[1]) if code is not None and code[1] else None
    if known is not None:  # "Petra Vogt (BIB)", as the echo writes it
        return Owner(people=context.names.of(people, known.id, context.day)), count + 1
    return Owner(people=people), count


def no_owner(text: str, context: Context) -> Refused:
    """The refusal of an action that names nobody; the nearest code is offered."""
    at = [m.end() for m in AT.finditer(text)]
    word = text[at[-1] :].split()[:1] if at else []
    if not word:
        return Refused(
            "Who does it? Write “> TEXT @CODE 13.11.”, or “@nobody (reason)” if that is open."
        )
    near = context.names.near(word[0])
    if near:
        return Refused(
            "“@{word}” is no partner and no person; did you mean @{near}?", word=word[0], near=near
        )
    return Refused(
        "“@{word}” is no partner and no person; write a code, a name, or “@nobody (reason)”.",
        word=word[0],
    )
