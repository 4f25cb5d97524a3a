"""Applies one command after the other to a network in memory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Body, BodyKind, Person, Record
from kooperation_tui.domain.plan import by_code

ZONE = ZoneInfo("Europe/Berlin")
MORNING = dt.datetime(2026, 10, 14, 8, 40, tzinfo=ZONE)
"""When the practice network is opened: twenty minutes before its meeting."""


class Builder:
    """A network that grows. `texts` are its words, `moment` is the morning of its meeting."""

    def __init__(self, texts: dict[str, Any], new_id: Callable[[], str]) -> None:
        self.texts = texts
        self.moment = Moment(now=MORNING, new_id=new_id)
        self.data = Data.of(())

    def put(self, *records: Record) -> None:
        self.data = self.data.apply(Change(puts=records))

    def run(self, change: Change) -> Any:
        self.data = self.data.apply(change)
        return change.result

    def partner(self, code: str) -> str:
        found = by_code(self.data, code)
        assert found is not None
        return found.id

    def person(self, name: str) -> str:
        return next(p.id for p in self.data.rows(Person) if p.name == name)

    def plenary(self) -> Body:
        return next(b for b in self.data.rows(Body) if b.kind is BodyKind.PLENARY)

    def on(self, day: dt.date) -> Moment:
        """Noon of another day."""
        now = dt.datetime.combine(day, dt.time(12), ZONE)
        return Moment(now=now, new_id=self.moment.new_id)
