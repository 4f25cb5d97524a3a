"""Sentences of a version that still name an earlier one, or as many partners as there were."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kooperation_tui.domain.brevity import Sentence, sentences
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import BLOCKS, Version
from kooperation_tui.domain.plan import is_partner, partners
from kooperation_tui.domain.stated import NUMBER, number_of
from kooperation_tui.domain.versions import versions

_NUMBER = re.compile(r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){1,2}(?![.\d]*\d)")

_PARTNERS = re.compile(
    rf"\b(?P<n>{NUMBER}) (?:\w+ )?(?:einrichtungen|organisationen|institutionen|partner"
    r"|institutions|organi[sz]ations|partners)\b"
)


def old_numbers(data: Data, version: Version) -> tuple[Sentence, ...]:
    """Sentences that name another version and not this one: “we accept version 1.0”.

    Whoever signs would accept the other one; a sentence that names both is meant so.
    """
    others = {v.number for v in versions(data)} - {version.number}
    return tuple(_found(version, others))


def _found(version: Version, others: set[str]) -> Iterator[Sentence]:
    for key in BLOCKS:
        for text in sentences(version.texts.get(key, "")):
            named = set(_NUMBER.findall(text))
            if named & others and version.number not in named:
                yield Sentence(key=key, text=text, words=len(text.split()))


def old_counts(data: Data, version: Version, today: dt.date) -> tuple[tuple[Sentence, ...], int]:
    """Sentences of the preamble that count the partners otherwise, and how many there are.

    "Zwölf Einrichtungen haben sich zusammengeschlossen" is signed as it stands, whoever
    joined or left since it was written.
    """
    count = sum(is_partner(one, today) for one in partners(data))
    found = []
    for text in sentences(version.texts.get("preamble", "")):
        named = {number_of(match["n"]) for match in _PARTNERS.finditer(text.casefold())}
        if named and count not in named:
            found.append(Sentence(key="preamble", text=text, words=len(text.split())))
    return tuple(found), count
