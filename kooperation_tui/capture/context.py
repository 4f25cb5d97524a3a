"""What a line is read against: the meeting, its day, and who is who."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kooperation_tui.capture import dates
from kooperation_tui.capture.names import Names, names_of
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Person
from kooperation_tui.domain.state import MeetingState


@dataclass(frozen=True)
class Context:
    """Everything that reading a line may look at. `day` is the day it is said on."""

    data: Data
    meeting: Meeting
    state: MeetingState
    names: Names
    now: dt.datetime
    day: dt.date
    seat: str
    english: bool
    imported: bool

    @classmethod
    def of(
        cls,
        data: Data,
        meeting: str,
        *,
        now: dt.datetime,
        seat: str,
        english: bool,
        imported: bool,
    ) -> Context:
        record = data.get(Meeting, meeting)
        zone = plan.zone(data)
        return cls(
            data=data,
            meeting=record,
            state=state_of(data, meeting),
            names=names_of(data),
            now=now.astimezone(zone),
            day=record.start.astimezone(zone).date(),
            seat=seat,
            english=english,
            imported=imported,
        )

    def said_on(self, at: dt.datetime) -> Context:
        """The context for a line with a typed time."""
        return replace(self, day=at.date())

    @property
    def following(self) -> dt.date | None:
        """The day of the next meeting: the one fixed in the log, else the one planned."""
        zone = plan.zone(self.data)
        if self.state.next_meeting is not None:
            return self.state.next_meeting.start.astimezone(zone).date()
        planned = plan.following(self.data, self.meeting)
        return None if planned is None else planned.start.astimezone(zone).date()

    @property
    def following_meeting(self) -> str:
        """The id of the next meeting, '' if none is known."""
        if self.state.next_meeting is not None:
            return self.state.next_meeting.meeting
        planned = plan.following(self.data, self.meeting)
        return "" if planned is None else planned.id

    def date(self, text: str) -> dates.Found | None:
        """The date that a whole text means (see `dates.read`)."""
        return dates.read(text, self.day, english=self.english, following=self.following)

    def take_date(
        self, words: Sequence[str], *, numeric: bool = False
    ) -> tuple[dates.Found, int] | None:
        """The longest date that words begin with (see `dates.take`)."""
        return dates.take(
            words, self.day, english=self.english, following=self.following, numeric=numeric
        )

    def need_date(self, text: str) -> dates.Found:
        """The date that a text means. Raises Refused if it is none."""
        found = self.date(text)
        if found is None:
            raise Refused("“{text}” is no date; write it like 13.11. or 2026-11-13.", text=text)
        return found

    def labels(self, people: Sequence[Person]) -> tuple[str, ...]:
        """People with their partner's code, for a question."""
        return tuple(self.names.with_code(p, self.day) for p in people)

    def need_item(self, number: int) -> str:
        """The id of the item with this number. Raises Refused if there is none."""
        found = self.state.numbered(number)
        if found is None:
            raise Refused("There is no item {number} on the agenda.", number=number)
        return found.item.id
