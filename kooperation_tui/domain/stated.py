"""Which rules a wording of the agreement states: deadlines, quorum, majorities.

It knows the sentences of the sample clauses and of the model agreement, in both
languages, and what is worded like them. What it does not recognise, or what a wording
says in two ways, is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kooperation_tui.domain.model import Majority, Quorum, QuorumKind

Value = int | bool | Quorum | Majority
Found = Iterator[tuple[str, Value]]

_WORDS = {
    word: number
    for number, words in {
        1: "ein eine einem einer one",
        2: "zwei zweimal two twice",
        3: "drei dreimal three",
        4: "vier viermal four",
        5: "fünf fünfmal five",
        6: "sechs six",
        7: "sieben seven",
        8: "acht eight",
        9: "neun nine",
        10: "zehn ten",
        12: "zwölf twelve",
        14: "vierzehn fourteen",
        15: "fünfzehn fifteen",
        20: "zwanzig twenty",
        21: "einundzwanzig twenty-one",
        28: "achtundzwanzig",
        30: "dreißig thirty",
    }.items()
    for word in words.split()
}
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNIT = (
    r"(?:arbeitstag\w*|werktag\w*|kalendertag\w*|tag\w*|woche\w*"
    r"|working days?|business days?|calendar days?|days?|weeks?)"
)
_TIME = rf"\b(?P<n>{_N})[ -](?P<unit>{_UNIT})\b"
_WITHIN = r"(?:binnen|innerhalb(?: von)?|within|spätestens)"

_SENT = re.compile(rf"(?:\bgeh(?:t|en)\b|\bversende\w*|\bverschick\w*|\bgo(?:es)?\b|\bsends?\b)"
                   rf".*?{_WITHIN} {_TIME}")  # fmt: skip
_OBJECTS = re.compile(r"\b(?:einw[aä]nd\w*|widersprich\w*|object\w*)")
_INVITED = re.compile(
    rf"\b(?:eingeladen|einladung\w*|invit\w*)\b.*?{_TIME} (?:vorher|vor dem|zuvor|ahead|before)"
)
_SECOND = re.compile(rf"\b(?:zweite[nrs]? (?:treffen|sitzung)|second meeting)\b.*?{_TIME}")
_BY_TEXT = re.compile(r"\b(?:textform|text form|umlauf\w*|circular\w*)\b")
_QUORUM = re.compile(r"\b(?:beschlussfähig|vertreten|quorate|quorum|represented)\b")
_OF_PARTNERS = r"(?: der| of(?: the| all)?)? (?:partner|stimmen|sitze|partners|votes|seats)\b"
_MORE_THAN_HALF = re.compile(r"\b(?:mehr als die hälfte|more than half)" + _OF_PARTNERS)
_HALF = re.compile(r"(?<!als )\b(?:die hälfte|half)" + _OF_PARTNERS)
_SHARES = {"zwei drittel": (2, 3), "two thirds": (2, 3), "drei viertel": (3, 4)}
_SHARES |= {"three quarters": (3, 4), "2/3": (2, 3), "3/4": (3, 4), "ein drittel": (1, 3)}
_SHARE = rf"(?P<share>{'|'.join(_SHARES)})n?"
_SHARE_THERE = re.compile(rf"\b{_SHARE}{_OF_PARTNERS}")
_SHARE_CAST = re.compile(
    rf"\b{_SHARE}(?: der| of(?: the)?)? (?:ja- und nein-stimmen|abgegebenen stimmen"
    r"|yes and no votes|votes cast)"
)
_SIMPLE = re.compile(r"\b(?:mehrheit der ja- und nein-stimmen|einfache mehrheit"
                     r"|majority of yes and no votes|simple majority)\b")  # fmt: skip
_SUBJECTS = {
    "agreement": re.compile(r"\b(?:änderung\w*|change\w*)\b"),
    "admission": re.compile(r"\b(?:aufnahme\w*|admission\w*)\b"),
    "exclusion": re.compile(r"\b(?:ausschlu\w*|exclusion\w*)\b"),
    "election": re.compile(r"\b(?:wahl|wahlen|election\w*)\b"),
    "budget": re.compile(r"\b(?:haushalt\w*|budget\w*)\b"),
}
_ABSTAIN = re.compile(r"\b(?:enthaltungen zählen nicht|abstentions (?:are|do) not count)")
_MISSING = re.compile(
    rf"\b(?:fehlt|miss\w*)\b.*?\b(?P<n>{_N})(?:-mal| times| meetings)? (?:in folge"
    r"|hintereinander|in a row)"
)
_SENTENCE = re.compile(r"[.;!?](?:\s|$)|\n")
_MAJORITIES = {(2, 3): Majority.TWO_THIRDS, (3, 4): Majority.THREE_QUARTERS}


@cache
def stated(key: str, text: str) -> dict[str, Value]:
    """The rules that a block's wording states, by their place in the rule set.

    `circular.days` and `majorities.agreement` are parts of a rule; what differs between
    two sentences is left out.
    """
    read = _READ.get(key, _nothing)
    sentences = (" ".join(one.split()) for one in _SENTENCE.split(text.casefold()))
    return undisputed(pair for said in sentences for pair in read(said))


def undisputed(found: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Rules with their value; those that are given two values are left out."""
    values: dict[str, set[Value]] = {}
    for name, value in found:
        values.setdefault(name, set()).add(value)
    return {name: next(iter(said)) for name, said in values.items() if len(said) == 1}


def _nothing(_: str) -> Found:
    return iter(())


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _WORDS[text]


def _days(match: re.Match[str]) -> int:
    return _number(match["n"]) * (7 if match["unit"].startswith(("woche", "week")) else 1)


def _steering(said: str) -> Found:
    if match := _INVITED.search(said):
        yield "invitation_days", _days(match)
    if match := _SECOND.search(said):
        yield "second_meeting_days", _days(match)
    elif _BY_TEXT.search(said) and (match := re.search(_TIME, said)):
        yield "circular.days", _days(match)
    if _QUORUM.search(said):
        yield from _quorum(said)
    if _ABSTAIN.search(said):
        yield "abstentions_count", False
    yield from _majorities(said, "default")


def _quorum(said: str) -> Found:
    if _MORE_THAN_HALF.search(said):
        yield "quorum", Quorum(kind=QuorumKind.MORE_THAN_HALF)
    elif match := _SHARE_THERE.search(said):
        over, under = _SHARES[match["share"]]
        yield "quorum", Quorum(kind=QuorumKind.FRACTION, numerator=over, denominator=under)
    elif _HALF.search(said):
        yield "quorum", Quorum(kind=QuorumKind.HALF)


def _majorities(said: str, otherwise: str) -> Found:
    named = [name for name, pattern in _SUBJECTS.items() if pattern.search(said)]
    if match := _SHARE_CAST.search(said):
        majority = _MAJORITIES.get(_SHARES[match["share"]])
    else:
        majority = Majority.SIMPLE if _SIMPLE.search(said) else None
    if majority is not None:
        for name in named or [otherwise]:
            yield f"majorities.{name}", majority


def _commitment(said: str) -> Found:
    if match := _MISSING.search(said):
        yield "absence_limit", _number(match["n"])


def _minutes(said: str) -> Found:
    if match := _SENT.search(said):
        yield "minutes_days", _days(match)
        unit = match["unit"]
        yield "minutes_working_days", unit.startswith(("arbeit", "werk", "working", "business"))
    elif _OBJECTS.search(said) and (match := re.search(_TIME, said)):
        yield "objection_days", _days(match)


def _admission(said: str) -> Found:
    yield from _majorities(said, "admission")


_READ = {"p1": _steering, "p3": _commitment, "p6": _minutes, "p8": _admission}
