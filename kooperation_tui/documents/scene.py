"""One meeting as a document sees it: look-ups that give Markdown ready to use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kooperation_tui.documents.document import Audience, Hit
from kooperation_tui.documents.text import inline
from kooperation_tui.documents.words import body_name
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Body, Meeting, Organisation, Person, Role
from kooperation_tui.domain.names import as_of
from kooperation_tui.domain.plan import organisations_of, zone
from kooperation_tui.domain.state import Entry, ItemState, MeetingState, RoleSpan, Wording
from kooperation_tui.i18n import Translator

NOTHING = "–"


@dataclass(frozen=True)
class Scene:
    """A meeting, its state, and for whom and in which language it is told.

    `left_out` are entries that a public version must not hold, with why.
    """

    data: Data
    meeting: Meeting
    state: MeetingState
    tr: Translator
    audience: Audience
    now: dt.datetime
    left_out: Mapping[str, tuple[Hit, ...]] = field(default_factory=dict)

    @property
    def public(self) -> bool:
        return self.audience is Audience.PUBLIC

    @property
    def internal(self) -> bool:
        return self.audience is Audience.INTERNAL

    @cached_property
    def body(self) -> Body | None:
        return self.data.find(Body, self.meeting.body)

    @property
    def body_name(self) -> str:
        return inline(body_name(self.tr, self.body))

    def local(self, moment: dt.datetime) -> dt.datetime:
        """In the network's zone, to the minute."""
        if moment.tzinfo is not None:
            moment = moment.astimezone(zone(self.data))
        return moment.replace(second=0, microsecond=0)

    def clock(self, moment: dt.datetime) -> str:
        return self.tr.clock(self.local(moment))

    def hhmm(self, moment: dt.datetime) -> str:
        return self.tr.time(self.local(moment))

    @property
    def day(self) -> dt.date:
        """The meeting's day."""
        return self.local(self.state.started_at or self.meeting.start).date()

    def minutes(self, start: dt.datetime, end: dt.datetime) -> int:
        """Difference of two moments as the document shows them."""
        return int((self.local(end) - self.local(start)).total_seconds() // 60)

    def partner(self, identity: str) -> Organisation | None:
        """A partner with the code and the name it had on the meeting's day."""
        found = self.data.find(Organisation, identity)
        return as_of(found, self.day) if found is not None else None

    def code(self, identity: str) -> str:
        """The code of a partner; of a person the code of the partner it speaks for."""
        organisation = self.partner(identity)
        if organisation is not None:
            return inline(organisation.code)
        return self.code_of_person(identity)

    def code_of_person(self, person: str) -> str:
        here = [p.organisation for p in self.state.presences if p.person == person]
        found = [*here, *organisations_of(self.data, person, self.day)]
        organisation = self.partner(found[0]) if found else None
        return inline(organisation.code) if organisation is not None else ""

    def codes(self, identities: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.code(identity) or NOTHING for identity in identities)

    def person(self, identity: str) -> str:
        """The person's name; empty if it was erased."""
        person = self.data.find(Person, identity)
        return inline(person.name) if person is not None else ""

    def who(self, person: str, organisation: str = "") -> str:
        """Jonas Reuter (VHS); in public VHS."""
        code = self.code(organisation) if organisation else self.code_of_person(person)
        name = "" if self.public else self.person(person)
        if name and code:
            return f"{name} ({code})"
        return name or code or NOTHING

    def spans(self, role: Role) -> tuple[RoleSpan, ...]:
        """Who had a role, in order."""
        return tuple(s for s in self.state.roles if s.role is role)

    def topic(self, item: str) -> str:
        """TOP 4, item 4; empty without a number."""
        found = self.state.item(item)
        return self.topic_number(found.item.number) if found is not None else ""

    def topic_number(self, number: int) -> str:
        return self.tr.p("document", "item {number}", number=number) if number else ""

    def shows_item(self, item: ItemState | None) -> bool:
        return self.internal or item is None or not item.item.confidential

    def shows(self, entry: Entry) -> bool:
        """Whether this audience sees the entry at all."""
        gone = entry.lifted is not None and not entry.text.strip()  # a reason given stays
        if entry.deleted or gone or entry.id in self.left_out:
            return False
        hidden = entry.confidential or not self.shows_item(self.state.item(entry.item))
        return self.internal or not hidden

    def shows_wording(self, wording: Wording) -> bool:
        """A wording is shown unless its item, or a proposal of it, is confidential."""
        entries = [self.state.entry(e) for e in (wording.id, *wording.countings)]
        hidden = any(e is not None and (e.confidential or e.deleted) for e in entries)
        return self.shows_item(self.state.item(wording.item)) and (self.internal or not hidden)

    @property
    def confidential_mark(self) -> str:
        return self.tr.p("document", "(confidential)")

    def title_of(self, item: ItemState) -> str:
        """An item's title; what is confidential stays unnamed for others."""
        if not self.shows_item(item):
            return self.tr.p("document", "confidential item")
        title = inline(item.item.title)
        marks = []
        if item.moved:
            marks.append(self.tr.p("document", "(moved forward)"))
        if item.item.confidential:
            marks.append(self.confidential_mark)
        return " ".join([title or self.tr.p("document", "Break"), *marks])
