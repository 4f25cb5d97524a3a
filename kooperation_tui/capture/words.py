"""The words of the capture language, German and English together.

Both are always understood, whatever language the interface speaks.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Final

from kooperation_tui.domain.model import Majority, MinutesPart, Role

_SPELLED: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def fold(word: str) -> str:
    """A word without case, with umlauts spelled out: ÄNDERN and aendern are the same."""
    return word.casefold().translate(_SPELLED)


SLASH: Final[Mapping[str, tuple[str, ...]]] = {
    "add": ("add", "neu"),
    "all": ("all", "alle"),
    "annex": ("annex", "anlage"),
    "approve": ("approve", "genehmigen"),
    "before": ("before", "vor"),
    "close": ("close", "end", "ende", "schluss"),
    "concern": ("concern", "bedenken"),
    "correct": ("correct", "berichtigen"),
    "drop": ("drop", "fallen"),
    "edit": ("edit", "bearbeiten"),
    "excused": ("excused", "abgesagt"),
    "extend": ("extend", "verlängern"),
    "for": ("for", "zu"),
    "guest": ("guest", "gast"),
    "integrated": ("integrated", "eingearbeitet"),
    "item": ("item", "top"),
    "minority": ("minority", "minderheit"),
    "minutes": ("minutes", "minuten"),
    "next": ("next", "weiter"),
    "nextmeeting": ("nextmeeting", "nächstes"),
    "noted": ("noted", "kenntnis"),
    "objection": ("objection", "einwand"),
    "option": ("option",),
    "outcome": ("outcome", "ergebnis"),
    "park": ("park", "parken"),
    "pause": ("pause",),
    "point": ("point", "punkt"),
    "postpone": ("postpone", "vertagen"),
    "recused": ("recused", "befangen"),
    "reject": ("reject", "abgelehnt"),
    "resume": ("resume", "fortsetzen"),
    "review": ("review", "wiedervorlage"),
    "role": ("role", "rolle"),
    "speak": ("speak", "wort"),
    "start": ("start", "beginn"),
    "undo": ("undo", "zurücknehmen"),
    "withdraw": ("withdraw", "zurückgezogen"),
    "withdrawn": ("withdrawn", "erledigt"),
}
"""What a slash line does -> its words, English first."""

BY_WORD: Final[Mapping[str, str]] = {
    fold(word): what for what, words in SLASH.items() for word in words
}


def slash_words(*, english: bool) -> tuple[str, ...]:
    """The slash words to offer, one for each thing, in one language."""
    return tuple(words[0 if english else -1] for words in SLASH.values())


def nearest(word: str) -> str:
    """The known slash word that looks most like this one, '' if none does."""
    known = {fold(w): w for words in SLASH.values() for w in words}
    found = difflib.get_close_matches(fold(word), known, n=1, cutoff=0.6)
    return known[found[0]] if found else ""


_ALL: Final = (
    *("aller", "aller partner", "der partner", "aller stimmberechtigten"),
    *("of all", "of all partners", "of the partners"),
)
_MAJORITIES: Final[Mapping[Majority, tuple[str, ...]]] = {
    Majority.SIMPLE: ("einfach", "einfache", "simple"),
    Majority.ABSOLUTE: ("absolut", "absolute"),
    Majority.TWO_THIRDS: ("2/3", "⅔", "zweidrittel", "twothirds"),
    Majority.THREE_QUARTERS: ("3/4", "¾", "dreiviertel", "threequarters"),
    Majority.UNANIMOUS: ("einstimmig", "unanimous"),
    Majority.TWO_THIRDS_OF_ALL: tuple(
        f"{share} {of}" for share in ("2/3", "⅔", "zweidrittel", "two thirds") for of in _ALL
    ),
    Majority.THREE_QUARTERS_OF_ALL: tuple(
        f"{share} {of}" for share in ("3/4", "¾", "dreiviertel", "three quarters") for of in _ALL
    ),
    Majority.ALL_PARTNERS: ("alle", "allepartner", "all", "allpartners"),
}
_MAJORITY_OF: Final = {
    word.replace(" ", ""): kind for kind, words in _MAJORITIES.items() for word in words
}


def majority(text: str) -> Majority | None:
    """The majority that these words name, e.g. ``zwei Drittel`` or ``3/4 majority``."""
    word = "".join(fold(text).replace("-", " ").split())
    for ending in ("mehrheit", "majority"):
        word = word.removesuffix(ending)
    return _MAJORITY_OF.get(word)


def majority_word(majority: Majority) -> str:
    """What names a majority after the numbers of a count, in either language: ``2/3``."""
    return _MAJORITIES[majority][0]


METHODS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("einstimmig", "unanimous"), "unanimous"),
    **dict.fromkeys(("konsens", "consensus"), "consensus"),
    **dict.fromkeys(("konsent", "consent"), "consent"),
    **dict.fromkeys(("finger", "fingers", "fist"), "fist"),
    **dict.fromkeys(("widerstand", "resistance"), "resistance"),
    **dict.fromkeys(("stimmung", "stimmungsbild", "straw"), "straw"),
    **dict.fromkeys(("ungueltig", "void"), "void"),
}
"""The first word after `=` (folded) -> how it is counted."""

_ROLES: Final[Mapping[Role, tuple[str, ...]]] = {
    Role.FACILITATOR: ("moderation", "facilitator", "facilitation", "moderator"),
    Role.CO_FACILITATOR: ("co-moderation", "co-facilitator", "comoderation", "cofacilitator"),
    Role.MINUTES: ("minutes", "protokoll", "minute-taker"),
    Role.TIMEKEEPER: ("zeit", "time", "timekeeper"),
    Role.SPEAKERS_LIST: ("redeliste", "speakers", "speakerslist"),
    Role.HOST: ("host", "raum", "gastgeber", "gastgeberin"),
    Role.TECH: ("technik", "tech"),
}
ROLE_OF: Final = {word: role for role, words in _ROLES.items() for word in words}
"""A role's word (folded) -> the role."""

PARTS: Final[Mapping[str, MinutesPart]] = {
    **dict.fromkeys(("anwesenheit", "attendance"), MinutesPart.ATTENDANCE),
    **dict.fromkeys(("kopf", "head"), MinutesPart.HEAD),
}
"""A part of minutes above their items (folded), in which a passage can be corrected."""

NOBODY: Final = frozenset({"niemand", "nobody"})

KEYWORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("beschluss", "resolution"), "!"),
    **dict.fromkeys(("aufgabe", "action"), ">"),
}
"""A word before a colon (folded) -> the mark it stands for."""

FRAME_BLOCKS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("praeambel", "preamble"), "preamble"),
    **dict.fromkeys(("ziele", "goals"), "goals"),
    **dict.fromkeys(("grundsaetze", "principles"), "principles"),
    **dict.fromkeys(("datenschutz", "privacy", "data protection"), "data_protection"),
    **dict.fromkeys(("inkrafttreten", "commencement", "entry into force"), "entry_into_force"),
}
"""Names (folded) of the agreement's blocks that are no numbered points -> their keys."""


_NO_BLOCK: Final = ("none", "keiner", "keinem", "keine", "keines", "keins", "-")


def none_word(lang: str) -> str:
    """What stands behind `/point` for a decision about none of the agreement's blocks."""
    return _NO_BLOCK[lang == "de"]


def is_no_block(text: str) -> bool:
    """Whether a word says that something is about none of the agreement's blocks."""
    return fold(text.strip()) in _NO_BLOCK


def block(text: str) -> str:
    """The key of a block of the agreement: ``3``, ``P3``, ``Ziele``; '' if it is none."""
    word = fold(text.strip())
    number = word.removeprefix("p")
    if len(number) == 1 and number in "123456789":
        return f"p{number}"
    return FRAME_BLOCKS.get(word, "")
