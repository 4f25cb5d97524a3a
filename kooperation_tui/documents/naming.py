"""The name of a network inside a title: "of the Auental Education Network"."""

from __future__ import annotations

import re

from kooperation_tui.documents.text import inline
from kooperation_tui.i18n import Translator

# Endings of the first word of a German name: article and genitive ending.
_GERMAN = (
    ("netzwerk", "des", "s"),
    ("netz", "des", "es"),
    ("bündnis", "des", "ses"),
    ("verbund", "des", "es"),
    ("forum", "des", "s"),
    ("kreis", "des", "es"),
    ("allianz", "der", ""),
    ("initiative", "der", ""),
    ("runde", "der", ""),
    ("konferenz", "der", ""),
    ("kooperation", "der", ""),
    ("gemeinschaft", "der", ""),
)
# Endings of the first word of a German organisation: the article.
_ARTICLES = (
    ("verein", "der"),
    ("verband", "der"),
    ("kreis", "der"),
    ("büro", "das"),
    ("amt", "das"),
    ("zentrum", "das"),
    ("haus", "das"),
    ("kolleg", "das"),
    ("center", "das"),
    ("werk", "das"),
    ("stelle", "die"),
    ("schule", "die"),
    ("agentur", "die"),
    ("kammer", "die"),
    ("bibliothek", "die"),
    ("stadt", "die"),
    ("gemeinde", "die"),
    ("stiftung", "die"),
    ("verwaltung", "die"),
)
_LEGAL_FORMS = (" gmbh", " ggmbh", " e. v.", " e.v.", " ag", " eg", " ug", " kg")
_WITH_THE = re.compile(
    r"\b(?:office|centre|center|agency|chamber|house|library|council|association|foundation"
    r"|municipality|city of|college|network)\b",
    re.IGNORECASE,
)
_ENGLISH = ("network", "alliance", "forum", "partnership", "association", "council", "initiative")


def agreement_title(tr: Translator, name: str) -> str:
    """Cooperation Agreement of the Auental Education Network; with a colon if in doubt."""
    owner = _german_owner(name) if tr.lang == "de" else _english_owner(name)
    if owner:
        return tr.t("Cooperation Agreement {of_whom}", of_whom=inline(owner))
    return tr.t("Cooperation Agreement: {name}", name=inline(name))


def joined(tr: Translator, name: str) -> str:
    """The network one joins: "the Auental Education Network", "dem Bildungsnetz Auental"."""
    if tr.lang == "de":
        owner = _german_owner(name)
        article = {"des": "dem", "der": "der"}.get(owner.partition(" ")[0])
        return inline(f"{article} {name}" if article else f"dem Netzwerk „{name}“")
    return inline(f"the {name}" if _english_owner(name) else name)


def with_article(tr: Translator, name: str) -> str:
    """An organisation in a sentence: "das Bildungsbüro", "the Office"; bare if in doubt.

    In German the first word decides ("Bildungsbüro der Stadt"), unless a legal form
    at the end may ("Haus Sonne gGmbH").
    """
    if tr.lang != "de":
        return f"the {name}" if _WITH_THE.search(name) else name
    first, whole = name.partition(" ")[0].casefold(), name.casefold()
    if not whole.endswith(_LEGAL_FORMS):
        for ending, article in _ARTICLES:
            if first.endswith(ending):
                return f"{article} {name}"
    return name


def _german_owner(name: str) -> str:
    first, blank, rest = name.partition(" ")
    for ending, article, genitive in _GERMAN:
        if first.casefold().endswith(ending):
            return f"{article} {first}{genitive}{blank}{rest}"
    return ""


def _english_owner(name: str) -> str:
    return f"of the {name}" if name.casefold().endswith(_ENGLISH) else ""
