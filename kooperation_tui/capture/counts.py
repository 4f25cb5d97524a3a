"""`= 8 1 1` and the other ways to say what a group decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from kooperation_tui.capture import words
from kooperation_tui.capture.reading import M_, Reading, given
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import (
    NobodyOpposes,
    TakeConsensus,
    TakeConsent,
    TakeFist,
    TakeResistance,
    TakeStraw,
    TakeVote,
    VoidBallot,
)
from kooperation_tui.domain.model import Majority

_THREE = re.compile(
    r"(\d{1,6})(\s*[/-]\s*|,\s*|\s+)(\d{1,6})(\s*[/-]\s*|,\s*|\s+)(\d{1,6})"
    r"(?:\s+(\S.*))?",
    re.ASCII | re.DOTALL,
)
_DASHES = str.maketrans("−–", "--")
_PAIR = re.compile(r"([^\W_]{1,8})[\s=:]+(\d{1,6})", re.ASCII)
_GAP = re.compile(r"[\s/,\-−–]+")


def counting(text: str) -> Reading:
    """A line after ``=``.

    Raises:
        Refused: the numbers are not those that the method needs, or the words
            name no method.
    """
    text = text.strip()
    if not text:
        return given(NobodyOpposes())
    if text[0].isdecimal():
        return given(_votes(text, unanimous=False))
    first, rest = (*text.split(maxsplit=1), "")[:2]
    method = words.METHODS.get(words.fold(first).rstrip(":,"))
    if method is None:
        raise Refused(
            "“{word}” is no way to count; write “= 8 1 1” (yes, no, abstentions) or a method.",
            word=first,
        )
    return _METHOD[method](rest.strip())


def _votes(text: str, *, unanimous: bool) -> TakeVote:
    match = _THREE.fullmatch(text.translate(_DASHES))
    if match is None or match[2].strip() != match[4].strip():
        raise Refused(
            "A count has three numbers: yes, no, abstentions. Write “= 8 1 1”, with 0 for none."
        )
    named: Majority | None = None
    if match[6]:
        named = words.majority(match[6])
        if named is None:
            raise Refused(
                "“{word}” is no majority; write 2/3, 2/3 of all, 3/4, simple, absolute or "
                "unanimous.",
                word=match[6],
            )
    return TakeVote(
        yes=int(match[1]),
        no=int(match[3]),
        abstain=int(match[5]),
        majority=named,
        unanimous=unanimous,
    )


def _unanimous(rest: str) -> Reading:
    return given(_votes(rest, unanimous=True))


def _consensus(rest: str) -> Reading:
    if not rest:
        return given(TakeConsensus())
    if not re.fullmatch(r"\d{1,6}", rest, re.ASCII):
        raise Refused("After “consensus” stands one number: how many partners stand aside.")
    return given(TakeConsensus(stand_asides=int(rest)))


def _consent(rest: str) -> Reading:
    if rest:
        raise Refused(
            "After “consent” stands nothing; objections have lines of their own (/objection).",
        )
    return given(TakeConsent(), M_("When is it looked at again? /review 1.6.2027"))


def _fist(rest: str) -> Reading:
    numbers = [n for n in _GAP.split(rest) if n]
    if len(numbers) != 6 or not all(re.fullmatch(r"\d{1,6}", n, re.ASCII) for n in numbers):
        raise Refused(
            "A fist of five has six numbers, from 5 fingers down to 0: “= fist 4 4 2 0 0 0”."
        )
    five, four, three, two, one, none = (int(n) for n in numbers)
    return given(TakeFist(counts=(five, four, three, two, one, none)))


def _resistance(rest: str) -> Reading:
    pairs = _PAIR.findall(rest)
    left = _PAIR.sub("", rest).strip(" ,;/")
    labels = [label.upper() for label, _ in pairs]
    if not pairs or left or len(set(labels)) != len(labels):
        raise Refused(
            "Name each option once with its sum of resistance: “= resistance A 21 B 38 N 67”."
        )
    sums = tuple(zip(labels, (int(number) for _, number in pairs), strict=True))
    return given(TakeResistance(sums=sums))


def _straw(rest: str) -> Reading:
    return given(TakeStraw(text=rest))


def _void(rest: str) -> Reading:
    if not rest:
        raise Refused("Say why the ballot is void: “= void REASON”.")
    return given(VoidBallot(reason=rest))


_METHOD: Final[Mapping[str, Callable[[str], Reading]]] = {
    "unanimous": _unanimous,
    "consensus": _consensus,
    "consent": _consent,
    "fist": _fist,
    "resistance": _resistance,
    "straw": _straw,
    "void": _void,
}
