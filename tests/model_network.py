"""The model network as test data: partners, people, the meeting of 14 October 2026.

It is the practice network of the program, built with ids that never change, so
that a failing test can be run again. `Desk` types lines into it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count
from zoneinfo import ZoneInfo

from kooperation_tui.capture import command, preview, read
from kooperation_tui.capture.echo_types import Echo
from kooperation_tui.capture.reading import Choice, Reading
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Delegation, Meeting, Person, Record
from kooperation_tui.domain.plan import by_code
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.i18n import translator
from kooperation_tui.practice import build

ZONE = ZoneInfo("Europe/Berlin")
DAY = dt.date(2026, 10, 14)
TOGETHER = "+bb vhs jc hwk jbh mbb bts bib"
"""Eight of the nine who are there from the start; AA comes as deputy."""


def ids(start: int = 1) -> Callable[[], str]:
    """Makes 128-bit ids, the same ones each time."""
    numbers: Iterator[int] = count(start)
    return lambda: f"{next(numbers):032x}"


def clock(hour: int, minute: int = 0, *, day: dt.date = DAY) -> dt.datetime:
    """A moment of the meeting's day in the network's zone."""
    return dt.datetime.combine(day, dt.time(hour, minute), ZONE)


@cache
def records(language: str = "de") -> tuple[Record, ...]:
    """All records of the network on the morning of its third meeting in 2026."""
    return build(language, ids(), everyday=False)


@cache
def everyday(language: str = "de") -> tuple[Record, ...]:
    """The same network with contacts, contributions, registers, roles and signatures."""
    return build(language, ids())


def network(language: str = "de", *more: Record) -> Data:
    """A fresh view of the network, with further records if given."""
    return Data.of((*records(language), *more))


def meeting_id(data: Data, number: int = 3, year: int = 2026) -> str:
    return next(m.id for m in data.rows(Meeting) if (m.year, m.number) == (year, number))


def partner_id(data: Data, code: str) -> str:
    found = by_code(data, code)
    assert found is not None
    return found.id


def person_id(data: Data, name: str) -> str:
    return next(p.id for p in data.rows(Person) if p.name == name)


def newcomer(data: Data, name: str, code: str, number: int = 1) -> tuple[Record, ...]:
    """One more person who speaks for a partner, e.g. a second one named Vogt."""
    identity = f"{0xF000 + number:032x}"
    return (
        Person(id=identity, name=name),
        Delegation(
            id=f"{0xE000 + number:032x}", organisation=partner_id(data, code), person=identity
        ),
    )


class Desk:
    """A seat that types into the model meeting.

    `now` goes on with each line that is typed at a later clock; `data` is the
    newest state.
    """

    def __init__(
        self,
        data: Data | None = None,
        *,
        language: str = "de",
        seat: str = "minutes",
        now: dt.datetime | None = None,
    ) -> None:
        self.data = network(language) if data is None else data
        self.language = language
        self.seat = seat
        self.now = now or clock(8, 50)
        self.meeting = meeting_id(self.data)
        self._new_id = ids(0x10000)

    def at(self, hour: int, minute: int = 0) -> Desk:
        """Move the clock."""
        self.now = clock(hour, minute)
        return self

    @property
    def moment(self) -> Moment:
        return Moment(now=self.now, new_id=self._new_id, seat=self.seat)

    @property
    def state(self) -> MeetingState:
        return state_of(self.data, self.meeting)

    def read(self, line: str, *, english: bool | None = None, imported: bool = False) -> Reading:
        """How a line is read now."""
        return read(
            line,
            self.data,
            self.meeting,
            now=self.now,
            seat=self.seat,
            english=self.language == "en" if english is None else english,
            imported=imported,
        )

    def type(
        self, line: str, *, answer: Choice | None = None, running: str = ""
    ) -> tuple[Event, ...]:
        """Record a line. Raises Refused as the program would."""
        run = command(
            line,
            self.meeting,
            self.moment,
            event_id=self._new_id(),
            english=self.language == "en",
            answer=answer,
            running=running,
        )
        change: Change = run(self.data)
        self.data = self.data.apply(change)
        events: tuple[Event, ...] = change.result
        return events

    def echo(self, line: str) -> Echo:
        """What stands under the field while the line is typed."""
        return preview(line, self.data, self.meeting, self.moment, translator(self.language))

    def plain(self, line: str) -> str:
        return self.echo(line).plain

    def partner(self, code: str) -> str:
        return partner_id(self.data, code)

    def person(self, name: str) -> str:
        return person_id(self.data, name)

    def item(self, number: int) -> str:
        found = self.state.numbered(number)
        assert found is not None
        return found.item.id


def started(language: str = "de", *more: Record) -> Desk:
    """A desk at 09:10: the meeting began at 09:04 with nine partners."""
    desk = Desk(network(language, *more), language=language)
    desk.at(8, 55).type("+AA Lena Fiedler")
    desk.at(8, 57).type(TOGETHER)
    desk.at(9, 4).type("/start")
    return desk.at(9, 10)
