"""Sample clauses and questions for each block of the agreement, in both languages.

They are proposals of three kinds of networks; a place such as {{ tage }} is filled
from the network where it is known and asked for otherwise.
"""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from typing import Any

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    Organisation,
    OrganisationStatus,
    Template,
    Value,
)
from kooperation_tui.domain.versions import filled, in_the_making, next_number, placeholders

TEMPLATES = (Template.INFORMAL, Template.MUNICIPAL, Template.CONSORTIUM)
_SOURCE = {
    "preamble": "P0",
    "goals": "P0",
    "principles": "PG",
    "data_protection": "PD",
    "entry_into_force": "PS",
}
_ANNEX_OF_DATA = "C"
_SENTENCE = re.compile(r"[^.]+\.")
_GOAL = {"zieljahr", "ziel", "kennzeichen", "target_year", "goal", "indicator"}
"""Places of the sentences that name a goal."""


class Clause(Value):
    """A sample clause. `text` is filled as far as the network knows, `asks` what is left."""

    template: Template
    text: str
    asks: tuple[str, ...]


@cache
def _read(name: str) -> list[dict[str, Any]]:
    package = resources.files("kooperation_tui.documents")
    rows: list[dict[str, Any]] = json.loads(package.joinpath(name).read_text("utf-8"))
    return rows


def _source(key: str) -> str:
    if key not in BLOCKS:
        raise Refused("There is no block “{key}” in the agreement.", key=key)
    return _SOURCE.get(key, key.upper())


def questions(key: str, lang: str) -> tuple[str, ...]:
    """What a facilitator asks about a block, in the order of talking."""
    return tuple(row[lang] for row in _read("questions.json") if row["point"] == _source(key))


def clauses(data: Data, key: str, lang: str) -> tuple[Clause, ...]:
    """The clauses of the three templates for a block; the goals have the same for all of them."""
    known = known_values(data, key)
    found = []
    for template in TEMPLATES:
        text = filled(_words(key, template, lang), known)
        found.append(Clause(template=template, text=text, asks=placeholders(text)))
    return tuple(found)


def _words(key: str, template: Template, lang: str) -> str:
    """The sample clause with its places.

    The sentences of one clause may be used singly (domain 1): those that name a goal
    are the clause of the goals, for every kind of network; the preamble has the rest.
    """
    wanted = Template.INFORMAL if key == "goals" else template
    text: str = next(
        r[lang]
        for r in _read("clauses.json")
        if r["point"] == _source(key) and r["template"] == wanted.value
    )
    if key not in ("preamble", "goals"):
        return text
    sentences = _SENTENCE.findall(text)
    own = [s for s in sentences if (key == "goals") is bool(_GOAL & set(placeholders(s)))]
    return " ".join(s.strip() for s in own)


def clause(data: Data, key: str, template: Template, lang: str, values: dict[str, str]) -> str:
    """One clause with the places filled; what has no value stays a place.

    Raises:
        Refused: there is no such place in it.
    """
    words = _words(key, template, lang)
    names = placeholders(words)
    for name in values:
        if name not in names:
            raise Refused(
                "There is no place “{name}” in this clause; there are: {names}.",
                name=name,
                names=", ".join(names) or "–",
            )
    return filled(words, {**known_values(data, key), **values})


def known_values(data: Data, key: str) -> dict[str, str]:
    """What the network knows for the places of a block's clauses, by German and English name."""
    network = data.network
    count = sum(o.status is OrganisationStatus.PARTNER for o in data.rows(Organisation))
    going = in_the_making(data)
    number = going.number if going is not None else next_number(data)
    controller = _controller(data)
    values = {
        ("anzahl_partner", "partner_count"): str(count) if count else "",
        ("netzwerk", "network"): network.name,
        ("region",): network.place,
        ("fassung", "version"): number,
        ("stelle", "unit"): controller,
    }
    if key in ("p5", "data_protection"):
        values["nr", "no"] = _ANNEX_OF_DATA
        values["partner",] = controller
    days = plan.rules_of(data).minutes_days
    if key == "p6" and days:
        values["tage", "days"] = str(days)
    return {name: value for names, value in values.items() for name in names if value}


def _controller(data: Data) -> str:
    wanted = data.network.controller
    known = plan.by_code(data, wanted) if wanted else None
    if known is None:
        known = next((o for o in data.rows(Organisation) if o.id == wanted), None)
    return known.name if known is not None else ""
