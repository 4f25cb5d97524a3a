"""Notes that look as if another line was meant: they stay notes, but what they resemble is said.

`8 1 1` while a wording is open, `=8 1 1` without its blank, `+Hannah Nowak, Hochschule`,
`-BTS (krank)`.
"""

from __future__ import annotations

import re

from kooperation_tui.capture.context import Context
from kooperation_tui.capture.counts import counting
from kooperation_tui.capture.names import capitalised
from kooperation_tui.domain.errors import Refused

_NUMBERS = re.compile(r"\d{1,4}(?:[\s/,\-−–]+\d{1,4}){2}(?:\s+[\w/⅔¾ ]+)?")
_TIGHT = re.compile(r"=\s*([^\s=].*)", re.DOTALL)
_YES = re.compile(r"(?:(\d{1,4})\s*(?:ja|yes|dafür)\b|\b(?:ja|yes)\w*[:\s]+(\d{1,4}))", re.I)
_NO = re.compile(r"(?:(\d{1,4})\s*(?:nein|no|dagegen)\b|\b(?:nein|no)\b[:\s]+(\d{1,4}))", re.I)
_ABSTAIN = re.compile(
    r"(?:(\d{1,4})\s*(?:enthaltung|enth\b|abstention)|(?:enthaltung|abstention)\w*[:\s]+(\d{1,4}))",
    re.I,
)
_COUNT_WORDS = re.compile(
    r"(?:\d{1,4}|ja\w*|nein\w*|yes|no|dafür|dagegen|enth\w*|abst\w*|stimmen?|votes?|und|and"
    r"|mit|with|bei|at|[\s,.;:/()+-])+",
    re.IGNORECASE,
)
_REASONED = re.compile(r"([+\-~])([^\W_]{2,8})\s+\([^()]*\)")
_GUEST = re.compile(r"\+([^\d\s,][^,]*)(?:,\s*(\S.*))?", re.DOTALL)


def meant(line: str, context: Context) -> str:
    """The line that may have been meant by a note; '' if none."""
    count = context.state.open_wording and _count(line)
    return count or _guest(line, context) or _attends(line, context)


def _count(line: str) -> str:
    """The result that a note gives; only asked while a wording is open."""
    tight = _TIGHT.fullmatch(line)
    if tight is not None or _NUMBERS.fullmatch(line):
        said = tight[1] if tight is not None else line
        try:
            counting(said)
        except Refused:
            return ""
        return f"= {said}"
    if not _COUNT_WORDS.fullmatch(line):
        return ""
    numbers = [_number(pattern, line) for pattern in (_YES, _NO, _ABSTAIN)]
    if numbers[0] is None or numbers[1:] == [None, None]:
        return ""
    return "= " + " ".join(str(number or 0) for number in numbers)


def _number(pattern: re.Pattern[str], line: str) -> int | None:
    found = pattern.search(line)
    return None if found is None else int(found[1] or found[2])


def _guest(line: str, context: Context) -> str:
    """A person's name behind `+` where the code of a partner has its place."""
    match = _GUEST.fullmatch(line)
    if match is None or not capitalised(match[1].split()):
        return ""
    if context.names.code(match[1].split()[0]) is not None:
        return ""
    word = "/guest in" if context.english else "/gast da"
    return ", ".join(filter(None, [f"{word} {match[1].strip()}", match[2]]))


def _attends(line: str, context: Context) -> str:
    """A partner with words in brackets that are no person's name."""
    match = _REASONED.fullmatch(line)
    known = context.names.code(match[2]) if match is not None else None
    return f"{match[1]}{known.code}" if match is not None and known is not None else ""
