"""The file with a change laid over it, for looking names up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from kooperation_tui.capture.names import names_of
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Organisation, Person, Record
from kooperation_tui.domain.plan import label
from kooperation_tui.i18n import Translator

R = TypeVar("R", bound=Record)


class View:
    """The file with a change laid over it, for looking names up."""

    def __init__(self, data: Data, change: Change, tr: Translator) -> None:
        self.data = data
        self.change = change
        self.tr = tr
        self.events: tuple[ev.Event, ...] = change.result or ()
        self._new = {record.id: record for record in change.puts}

    def find(self, kind: type[R], identity: str) -> R | None:
        """The record, as it is after the change."""
        new = self._new.get(identity)
        return new if isinstance(new, kind) else self.data.find(kind, identity)

    def code(self, organisation: str) -> str:
        found = self.find(Organisation, organisation)
        return found.code if found is not None else ""

    def codes(self, organisations: Iterable[str]) -> str:
        return ", ".join(self.code(o) for o in organisations)

    def person(self, person: str, organisation: str = "", *, on: dt.date | None = None) -> str:
        """Petra Vogt (BIB)"""
        found = self.find(Person, person)
        if found is None:
            return self.code(organisation)
        code = self.code(organisation)
        if not code and on is not None:
            return names_of(self.data).with_code(found, on)
        return f"{found.name} ({code})" if code else found.name

    def item(self, meeting: str, item: str) -> str:
        """TOP 4 Beratungslandkarte"""
        known = state_of(self.data, meeting).item(item)
        if known is None:
            return ""
        if not known.item.number:
            return self.tr.p("echo", "Break")
        return self.tr.p(
            "echo", "item {number} {title}", number=known.item.number, title=known.item.title
        )

    def minutes(self, meeting: str, item: int = 0) -> str:
        """Protokoll 2026-2, TOP 4"""
        found = self.find(Meeting, meeting)
        name = label(self.data, found) if found is not None else ""
        if not item:
            return self.tr.p("echo", "minutes of {meeting}", meeting=name)
        return self.tr.p("echo", "minutes of {meeting}, item {number}", meeting=name, number=item)
