"""Which rules a wording of the agreement states: deadlines, quorum, majorities.

It knows the sentences of the sample clauses and of the model agreement, in both
languages, and what is worded like them. What it does not recognise, or what a wording
says in two ways, is not stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

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
        11: "elf eleven",
        12: "zwölf twelve",
        13: "dreizehn thirteen",
        14: "vierzehn fourteen",
        15: "fünfzehn fifteen",
        20: "zwanzig twenty",
        21: "einundzwanzig twenty-one",
        28: "achtundzwanzig",
        30: "dreissig thirty",
    }.items()
    for word in words.split()
}
NUMBER: Final = rf"(?:\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNIT = (
    r"(?:arbeitstag\w*|werktag\w*|kalendertag\w*|tag\w*|woche\w*"
    r"|working days?|business days?|calendar days?|days?|weeks?)"
)
_TIME = rf"\b(?P<n>{NUMBER})[ -](?P<unit>{_UNIT})\b"
_WITHIN = r"(?:binnen|innerhalb(?: von)?|within|spätestens)"

_SENT = re.compile(rf"(?:\bgeh(?:t|en)\b|\bversende\w*|\bverschick\w*|\bgo(?:es)?\b|\bsends?\b)"
                   rf".*?{_WITHIN} {_TIME}")  # fmt: skip
_OBJECTS = re.compile(r"\b(?:einw[aä]nd\w*|widersprich\w*|object\w*)")
_INVITED = re.compile(
    rf"\b(?:eingeladen|einladung\w*|invit\w*)\b.*?{_TIME} (?:vorher|vor dem|zuvor|ahead|before)"
)
_SECOND = re.compile(rf"\b(?:zweite[nrs]? (?:treffen|sitzung)|second meeting)\b.*?{_TIME}")
_BY_TEXT = re.compile(r"\b(?:textform|text form|umlauf\w*|circular\w*)\b")
_QUORUM = re.compile(
    r"\b(?:beschlussfähig|beschlussfähigkeit|vertreten|anwesend|quorate|quorum|represented|present)\b"
)
_OF_PARTNERS = (
    r"(?: der| aller| of(?: the| all)?)? (?:partner|stimmen|sitze|partners|votes|seats)\b"
)
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
_SHARE_OF_ALL = re.compile(
    rf"\b{_SHARE} (?:(?:der|aller|von allen) (?:stimmberechtigten(?: partner)?|partner)"
    r"|of (?:the|all|all the) (?:voting )?partners)\b"
)
_DECIDES = re.compile(
    r"\b(?:brauch\w*|benötig\w*|erforder\w*|beschliess\w*|entscheide\w*|zustimm\w*|mehrheit\w*"
    r"|needs?|requires?|decides?|approv\w*|agrees?|majorit\w*)\b"
)
_OF_VOTES = re.compile(
    r"\b(?:\w*mehrheit\w*|\w*drittel\w*|\w*viertel\w*|einstimmig\w*|hälfte|prozent"
    r"|majorit\w*|thirds?|quarters?|unanim\w*|half|percent|\d+/\d+)\b|\d ?%"
)
"""Words by which a sentence that decides names a majority."""
_SIMPLE = re.compile(r"\b(?:mehrheit der ja- und nein-stimmen|einfache mehrheit"
                     r"|majority of yes and no votes|simple majority)\b")  # fmt: skip
_SUBJECTS = {
    "agreement": re.compile(r"\b(?:änderung\w*|change\w*)\b"),
    "admission": re.compile(r"\b(?:aufnahme\w*|admission\w*)\b"),
    "exclusion": re.compile(r"\b(?:ausschlu\w*|exclusion\w*)\b"),
    "election": re.compile(r"\b(?:wahl|wahlen|election\w*)\b"),
    "budget": re.compile(r"\b(?:haushalt\w*|budget\w*)\b"),
}
_THIS = re.compile(r"\b(?:diese[rn]? vereinbarung|this agreement)\b")
"""In point 1 a majority for the agreement, elsewhere only what is signed."""
_ABSTAIN = re.compile(r"\b(?:enthaltungen zählen nicht|abstentions (?:are|do) not count)")
_MISSING = re.compile(
    rf"\b(?:fehlt|miss\w*)\b.*?\b(?P<n>{NUMBER})(?:-mal| times| meetings)? (?:in folge"
    r"|hintereinander|in a row)"
)
_CLAUSE = re.compile(r",|\b(?:wenn|sofern|falls|if|when|provided)\b")
_APPROVED = r"(?:genehmigt|angenommen|approved|accepted)"
_NO_OBJECTION = (
    r"(?:\bohne (?:einwand|einwände|einspruch|widerspruch)\b|\bwithout (?:any )?objections?\b"
    r"|\b(?:kein\w*|niemand|nobody|no (?:partner|one))\b[^,]*\b(?:einwand|einwände|einspruch"
    r"|einspricht|widerspruch|widerspricht|object\w*)"
    r"|\bunless\b.*\bobject\w*)"
)
_SILENCE = re.compile(
    rf"{_NO_OBJECTION}.*\b{_APPROVED}\b|\b{_APPROVED}\b.*{_NO_OBJECTION}"
    r"|\b(?:schweigen|silence)\b.*\b(?:zustimmung|genehmigung|consent|approval|approves)\b"
)
_SENTENCE = re.compile(r"[.;!?](?:\s|$)|\n")
_MAJORITIES = {(2, 3): Majority.TWO_THIRDS, (3, 4): Majority.THREE_QUARTERS}
_MAJORITIES_OF_ALL = {
    (2, 3): Majority.TWO_THIRDS_OF_ALL,
    (3, 4): Majority.THREE_QUARTERS_OF_ALL,
}


@cache
def stated(key: str, text: str) -> dict[str, Value]:
    """The rules that a block's wording states, by their place in the rule set.

    `circular.days` and `majorities.agreement` are parts of a rule; what differs between
    two sentences is left out.
    """
    read = _READ.get(key, _nothing)
    return undisputed(pair for said in _sentences(text) for pair in read(said))


@cache
def unread(key: str, text: str) -> frozenset[str]:
    """The majorities that a block's wording names in words not known, or in two ways."""
    otherwise = {"p1": "default", "p8": "admission"}.get(key)
    if otherwise is None:
        return frozenset()
    named = {
        name
        for said in _sentences(text)
        if _majority(said) is not None or _names_majority(said)
        for name in _named(said, otherwise)
    }
    return frozenset(named - stated(key, text).keys())


def _sentences(text: str) -> Iterator[str]:
    return (" ".join(one.split()) for one in _SENTENCE.split(text.casefold()))


def undisputed(found: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """Rules with their value; those that are given two values are left out."""
    values: dict[str, set[Value]] = {}
    for name, value in found:
        values.setdefault(name, set()).add(value)
    return {name: next(iter(said)) for name, said in values.items() if len(said) == 1}


def silence_approves(text: str) -> bool:
    """Whether a wording of point 6 states that minutes nobody objects to count as approved."""
    return any(_SILENCE.search(said) for said in _sentences(text))


def _nothing(_: str) -> Found:
    return iter(())


def number_of(text: str) -> int:
    """What a match of `NUMBER` says: 14, zwölf, twelve."""
    return int(text) if text.isdecimal() else _WORDS[text]


def _days(match: re.Match[str]) -> int:
    return number_of(match["n"]) * (7 if match["unit"].startswith(("woche", "week")) else 1)


def _steering(said: str) -> Found:
    if match := _INVITED.search(said):
        yield "invitation_days", _days(match)
    if match := _SECOND.search(said):
        yield "second_meeting_days", _days(match)
    elif _BY_TEXT.search(said) and (match := re.search(_TIME, said)):
        yield "circular.days", _days(match)
    if _QUORUM.search(said):
        decides = set(_deciding(said))
        yield from _quorum(",".join(c for c in _CLAUSE.split(said) if c not in decides))
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
    majority = _majority(said)
    if majority is not None:
        for name in _named(said, otherwise):
            yield name, majority


def _named(said: str, otherwise: str) -> Iterator[str]:
    """The majorities a sentence is about, by their place in the rule set."""
    named = [name for name, pattern in _SUBJECTS.items() if pattern.search(said)]
    if not named and otherwise == "default" and _THIS.search(said):
        named = ["agreement"]
    return (f"majorities.{name}" for name in named or [otherwise])


def _majority(said: str) -> Majority | None:
    if match := _SHARE_CAST.search(said):
        return _MAJORITIES.get(_SHARES[match["share"]])
    for part in _deciding(said):
        if match := _SHARE_OF_ALL.search(part):
            return _MAJORITIES_OF_ALL.get(_SHARES[match["share"]])
    return Majority.SIMPLE if _SIMPLE.search(said) else None


def _deciding(said: str) -> Iterator[str]:
    """The clauses of a sentence that decide: how many must be there is no majority."""
    for part in _CLAUSE.split(said):
        if _DECIDES.search(part) and not _QUORUM.search(part):
            yield part


def _names_majority(said: str) -> bool:
    return any(_OF_VOTES.search(part) for part in _deciding(said))


def _commitment(said: str) -> Found:
    if match := _MISSING.search(said):
        yield "absence_limit", number_of(match["n"])


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
