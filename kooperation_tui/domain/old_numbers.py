"""Sentences of a version that still name the number of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kooperation_tui.domain.brevity import Sentence, sentences
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import BLOCKS, Version
from kooperation_tui.domain.versions import versions

_NUMBER = re.compile(r"(?<![\d.])\d{1,4}(?:\.\d{1,4}){1,2}(?![.\d]*\d)")


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
