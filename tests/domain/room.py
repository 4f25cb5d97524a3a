"""A room to meet in: a small network, a meeting, a clock and two hands."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.commands import network, planning
from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.fold import fold, state_of
from kooperation_tui.domain.model import (
    Action,
    Block,
    BlockState,
    Decision,
    ItemKind,
    Majorities,
    Majority,
    Meeting,
    Organisation,
    ParkingItem,
    Person,
    Quorum,
    QuorumKind,
    Record,
    Role,
    RolePlan,
    RuleSet,
    Subject,
)
from kooperation_tui.domain.plan import by_code, delegate
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import MeetingState, Wording, WordingState

UTC = dt.UTC
DAY = dt.date(2026, 10, 14)
CODES = ("BB", "VHS", "JC", "AA", "HWK")
NAMES = ("Ada Brand", "Ben Wolf", "Cem Acar", "Dora Lenz", "Emil Roth", "Fee Karg", "Gil Nagy")
ITEMS: tuple[tuple[str, ItemKind, Subject], ...] = (
    ("Ankommen", ItemKind.FORMAL, Subject.ORDINARY),
    ("Landkarte", ItemKind.DECISION, Subject.ORDINARY),
    ("Vereinbarung", ItemKind.DECISION, Subject.AGREEMENT),
    ("", ItemKind.BREAK, Subject.ORDINARY),
    ("Aufnahme", ItemKind.DECISION, Subject.ADMISSION),
    ("Verschiedenes", ItemKind.AOB, Subject.ORDINARY),
)
RULES = RuleSet(
    id="0",
    quorum=Quorum(kind=QuorumKind.MORE_THAN_HALF),
    majorities=Majorities(agreement=Majority.TWO_THIRDS, admission=Majority.TWO_THIRDS),
    must_be_announced=(Subject.AGREEMENT, Subject.ADMISSION),
)


def clock(time: str) -> dt.datetime:
    """The moment on the meeting's day; seconds may be given."""
    return dt.datetime.combine(DAY, dt.time.fromisoformat(time), UTC)


class Room:
    """Records intents on the newest state and checks the tables after each."""

    def __init__(
        self,
        *,
        rules: RuleSet | None = RULES,
        agreed: bool = False,
        codes: Iterable[str] = CODES,
        items: tuple[tuple[str, ItemKind, Subject], ...] = ITEMS,
        present: bool = True,
        started: bool = True,
    ) -> None:
        self._ids = itertools.count(2**127)
        self.now = clock("08:50")
        self.checked = True
        moment = self.moment()
        self.data = Data.of(found(moment, name="Netz", plenary="Treffen", language="de"))
        if rules is not None:
            self.put(msgspec.structs.replace(rules, id=self.data.network.ruleset))
        for code, name in zip(codes, NAMES, strict=False):
            self.run(
                network.add_partner(self.data, moment, code=code, name=f"Amt {code}", delegate=name)
            )
        if agreed:
            point = next(b for b in self.data.rows(Block) if b.key == "p1")
            self.put(msgspec.structs.replace(point, state=BlockState.AGREED, agreed_on=DAY))
        start = clock("09:00")
        meeting = self.run(
            planning.add_meeting(
                self.data, moment, start=start, end=start + dt.timedelta(hours=3), words=str
            )
        ).result
        self.meeting: str = meeting.id
        for title, kind, subject in items:
            self.run(
                planning.add_item(
                    self.data,
                    moment,
                    meeting=self.meeting,
                    title=title,
                    kind=kind,
                    subject=subject,
                    minutes=20,
                )
            )
        self.put(
            msgspec.structs.replace(
                self.row,
                roles=(
                    RolePlan(role=Role.FACILITATOR, person=self.person("BB")),
                    RolePlan(role=Role.MINUTES, person=self.person("VHS")),
                ),
            )
        )
        if started:
            self.do(it.Start(), "09:00")
        if present:
            self.do(it.ArriveAll())

    # What is there

    @property
    def row(self) -> Meeting:
        return self.data.get(Meeting, self.meeting)

    @property
    def state(self) -> MeetingState:
        return state_of(self.data, self.meeting)

    @property
    def log(self) -> tuple[ev.Event, ...]:
        return self.data.log(self.meeting)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return self.data.rows(Decision)

    @property
    def actions(self) -> tuple[Action, ...]:
        return self.data.rows(Action)

    @property
    def topics(self) -> tuple[ParkingItem, ...]:
        return self.data.rows(ParkingItem)

    @property
    def wording(self) -> Wording:
        """The wording proposed last."""
        return self.state.wordings[-1]

    def stands(self) -> WordingState:
        """Where the wording proposed last stands now."""
        return self.wording.state

    def block(self, key: str) -> Block:
        return next(b for b in self.data.rows(Block) if b.key == key)

    def org(self, code: str) -> str:
        found = by_code(self.data, code)
        assert found is not None
        return found.id

    def orgs(self, *codes: str) -> tuple[str, ...]:
        return tuple(self.org(code) for code in codes)

    def codes(self, identities: Iterable[str]) -> list[str]:
        return [self.data.get(Organisation, i).code for i in identities]

    def person(self, code: str) -> str:
        found = delegate(self.data, self.org(code), DAY)
        assert found is not None
        return found.id

    def name(self, person: str) -> str:
        return self.data.get(Person, person).name

    def item(self, number: int) -> str:
        found = self.state.numbered(number)
        assert found is not None
        return found.item.id

    def texts(self, number: int) -> list[str]:
        """Words of the entries under an item, in their order."""
        here = self.item(number)
        return [e.text for e in self.state.entries if e.item == here and e.text]

    # What is done

    def new_id(self) -> str:
        return f"{next(self._ids):032x}"

    def moment(self, seat: str = "") -> Moment:
        return Moment(now=self.now, new_id=self.new_id, seat=seat)

    def put(self, *records: Record) -> None:
        self.data = self.data.apply(Change(puts=records))

    def run(self, change: Change) -> Change:
        self.data = self.data.apply(change)
        return change

    def change(
        self,
        intent: it.Intent,
        now: str = "",
        *,
        at: str = "",
        seat: str = "",
        under: int = 0,
        event_id: str = "",
    ) -> Change:
        """What recording an intent would do, now or at a typed time."""
        if now:
            self.now = clock(now)
        return record(
            self.data,
            self.meeting,
            intent,
            self.moment(seat),
            at=clock(at) if at else None,
            item=self.item(under) if under else "",
            event_id=event_id,
        )

    def do(
        self,
        intent: it.Intent,
        now: str = "",
        *,
        at: str = "",
        seat: str = "",
        under: int = 0,
        event_id: str = "",
    ) -> ev.Event:
        """Record an intent; the first event of it."""
        change = self.change(intent, now, at=at, seat=seat, under=under, event_id=event_id)
        self.run(change)
        if self.checked:
            assert check_tables(self.data) == ()
        event = change.result[0]
        assert isinstance(event, ev.Event)
        return event

    def say(self, text: str, now: str = "", *, at: str = "", seat: str = "") -> ev.Event:
        return self.do(it.Say(kind=ev.NoteKind.NOTE, text=text), now, at=at, seat=seat)

    def noted(self) -> ev.Event:
        """The running item ends without a decision."""
        return self.do(it.SetOutcome(kind=ev.OutcomeKind.NOTED))

    def go(self, number: int) -> None:
        """On to an item."""
        if self.state.running != self.item(number) or self.state.break_running:
            self.do(it.GoTo(number=number))

    def decide(self, text: str = "Wir machen das.", yes: int = 5) -> ev.Event:
        """A wording, and everybody for it."""
        self.do(it.Propose(text=text))
        return self.do(it.TakeVote(yes=yes, no=0, abstain=0))

    def refolded(self, log: Iterable[ev.Event]) -> MeetingState:
        return fold(self.data, self.row, log)
