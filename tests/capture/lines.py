"""How a line is read in a running meeting, for the tests of the table "The lines"."""

from __future__ import annotations

import datetime as dt
from functools import cache

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import NoteKind
from tests.model_network import Desk, started

NOW = (10, 45)


@cache
def desk() -> Desk:
    """A running meeting whose next one is fixed for 2 December, 9:00."""
    desk = started().at(10, 40)
    desk.type("/nächstes 2.12. 9:00 Stadtbibliothek")
    return desk.at(*NOW)


def code(name: str) -> str:
    return desk().partner(name)


def who(name: str) -> str:
    return desk().person(name)


def action(number: str) -> str:
    return desk().read(f"> {number} läuft").intent.action  # type: ignore[union-attr, return-value]


def intent(line: str) -> it.Intent | None:
    reading = desk().read(line)
    assert reading.question is None
    return reading.intent


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


def note(text: str, kind: NoteKind = NoteKind.NOTE, organisation: str = "") -> it.Say:
    return it.Say(kind=kind, text=text, organisation=organisation)


def taken(title: str, owner: str, *helpers: str, **more: object) -> it.TakeAction:
    return it.TakeAction(
        title=title,
        owner_organisation=code(owner),
        helpers=tuple(code(helper) for helper in helpers),
        **more,  # type: ignore[arg-type]
    )
