"""Who could help with an action: partners whose contribution speaks of the same things.

Point 2 of the agreement asks what everybody can contribute; this is where it is used
(domain section 1, P2).
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping

from kooperation_tui.domain.applied import Resource, ResourceKind
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Organisation, OrganisationStatus, Value
from kooperation_tui.domain.plan import partners, status_on

MOST = 3
"""So many are proposed at most: more is a list, no hint."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "alle aller beim dass dazu eine einem einen einer eines fuer gemeinsam gemeinsame "
        "gemeinsamen gegen kann kein keine mehr nach netz netzwerk nicht oder ohne partner seine "
        "sich sind ueber unser unsere unserer unter wird werden wurde zwei zwischen "
        "about from have into more network other over people some that their them they this with "
        "will would",
    )
)
"""Words that say nothing about what is needed."""


class Helper(Value):
    """A partner (by id) and what it could help with."""

    organisation: str
    resource: Resource


def plain_words(text: str) -> frozenset[str]:
    """The words of a text that say something: folded, from four letters on."""
    folded = text.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    folded = unicodedata.normalize("NFKD", folded)
    folded = "".join(c for c in folded if not unicodedata.combining(c))
    return frozenset(_WORD.findall(folded)) - _SMALL


def helpers_for(
    data: Data,
    title: str,
    today: dt.date,
    *,
    kinds: Mapping[ResourceKind, Iterable[str]] | None = None,
    without: Iterable[str] = (),
) -> tuple[Helper, ...]:
    """Partners that may help with an action, the best first, each once.

    Args:
        title: what is to be done, in people's words.
        kinds: words that stand for a kind of contribution ("Raum", "Saal").
        without: ids of partners that do it already.
    """
    wanted = plain_words(title)
    if not wanted:
        return ()
    order = {o.id: n for n, o in enumerate(partners(data)) if _active(o, today)}
    names = {kind: plain_words(" ".join(said)) for kind, said in (kinds or {}).items()}
    found: dict[str, tuple[int, Resource]] = {}
    for one in data.rows(Resource):
        if one.organisation not in order or one.organisation in set(without):
            continue
        if one.until is not None and one.until < today:
            continue
        score = _shared(wanted, plain_words(one.text))
        score = 2 * score + _shared(wanted, names.get(one.kind, frozenset()))
        known = found.get(one.organisation)
        if score and (known is None or score > known[0]):
            found[one.organisation] = (score, one)
    best = sorted(found.items(), key=lambda pair: (-pair[1][0], order[pair[0]]))
    return tuple(Helper(organisation=o, resource=one) for o, (_, one) in best[:MOST])


def _active(organisation: Organisation, today: dt.date) -> bool:
    here = (OrganisationStatus.PARTNER, OrganisationStatus.ASSOCIATE)
    return status_on(organisation, today) in here


def _shared(wanted: frozenset[str], there: frozenset[str]) -> int:
    """How many words of the one are a part of a word of the other: Raum, Seminarraum."""
    return sum(any(_alike(a, b) for b in there) for a in wanted)


def _alike(one: str, other: str) -> bool:
    """The shorter, without its ending, begins or ends the longer: Kurse, Sprachkurs."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    cut = _stem(short)
    return any(word.startswith(cut) or word.endswith(cut) for word in (long, _stem(long)))


def _plain(word: str) -> str:
    """Räume and Raum share their letters once the umlaut is one letter."""
    return word.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _stem(word: str) -> str:
    cut = re.sub(r"(?:en|er|es|e|n|s)$", "", word)
    return cut if len(cut) >= 4 else word
