"""The state of a meeting: what plan and log, folded, say.

Screens, echoes and documents are drawn from these values and from nothing
else. Times carry the network's zone; lists are in the order documents show.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.events import (
    Corrected,
    NextMeetingSet,
    ObjectionKind,
    Outcome,
    Payload,
)
from kooperation_tui.domain.model import (
    AgendaItem,
    Expectation,
    ExpectedGuest,
    Role,
    RuleSet,
    Value,
)
from kooperation_tui.domain.votes import Votes


class Phase(StrEnum):
    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    CLOSED = "closed"


class Span(Value):
    """From a moment to another; open while `end` is None."""

    start: dt.datetime
    end: dt.datetime | None = None


class ItemState(Value):
    """An item in the order it was, or will be, treated.

    `minutes` are planned minutes with later changes, `extended` what was added
    while it ran, `outcomes` those that hold. `moved` says that it was taken earlier
    than planned. Breaks are items too; an unplanned one has no minutes in the plan.
    `place` is the position on the agenda, counted from 0; -1 if it has none.
    """

    item: AgendaItem
    runs: tuple[Span, ...] = ()
    minutes: int = 0
    extended: int = 0
    outcomes: tuple[Outcome, ...] = ()
    moved: bool = False
    added: bool = False
    planned: bool = True
    place: int = -1

    @property
    def began(self) -> dt.datetime | None:
        return self.runs[0].start if self.runs else None

    @property
    def ended(self) -> dt.datetime | None:
        return self.runs[-1].end if self.runs else None

    def used(self, now: dt.datetime) -> dt.timedelta:
        """Time spent on this item so far."""
        return sum(
            ((run.end or max(now, run.start)) - run.start for run in self.runs),
            dt.timedelta(),
        )


class Presence(Value):
    """A person of a partner in the room (or on the line) for a while."""

    organisation: str
    person: str
    deputy: bool
    remote: bool
    start: dt.datetime
    end: dt.datetime | None = None


class GuestPresence(Value):
    name: str
    organisation: str
    items: tuple[int, ...]
    start: dt.datetime
    end: dt.datetime | None = None


class RoleSpan(Value):
    role: Role
    person: str
    start: dt.datetime | None
    end: dt.datetime | None = None


class Entry(Value):
    """A line of the minutes.

    `id` is its event; `item` the item it belongs to ('' before the start);
    `old` are earlier wordings, `remarks` what was added after a result. `lifted` of an
    outcome that holds no more is the wording decided since, '' if another outcome was
    said; None while it holds.
    """

    id: str
    seq: int
    at: dt.datetime
    item: str
    what: Payload
    text: str = ""
    seat: str = ""
    confidential: bool = False
    deleted: bool = False
    late: bool = False
    old: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    lifted: str | None = None


class WordingState(StrEnum):
    OPEN = "open"
    CARRIED = "carried"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    WITHDRAWN = "withdrawn"


class Objection(Value):
    number: int
    kind: ObjectionKind
    organisation: str
    text: str
    settled: bool = False
    integrated: bool = False
    how: str = ""
    event: str = ""


class Counting(Value):
    """A ballot in its place: `event` is its entry, `void` a reason or ''."""

    event: str
    wording: str
    item: str
    at: dt.datetime
    ballot: Ballot
    void: str = ""


class Wording(Value):
    """A proposed decision on its way; `id` is the event that proposed it first."""

    id: str
    text: str
    item: str
    state: WordingState = WordingState.OPEN
    points: tuple[str, ...] = ()
    no_point: bool = False
    """Somebody said that it is about no block of the agreement."""
    old: tuple[str, ...] = ()
    objections: tuple[Objection, ...] = ()
    recused: tuple[str, ...] = ()
    countings: tuple[str, ...] = ()
    number: str = ""
    decision: str = ""
    approves: str = ""
    """The meeting whose minutes it approves, `corrects` with what was corrected here."""
    corrects: bool = True
    no_minutes: bool = False
    """Somebody said that it approves no minutes."""
    review_on: dt.date | None = None

    @property
    def open_objections(self) -> int:
        return sum(
            1 for o in self.objections if o.kind is ObjectionKind.PARAMOUNT and not o.settled
        )


class MeetingState(Value):
    """Everything a meeting is at the end of its log."""

    meeting: str
    rules: RuleSet
    """Those it began with: what had to be announced; `votes()` has those that count now."""
    phase: Phase = Phase.PLANNED
    rules_agreed: bool = False
    entitled: tuple[str, ...] = ()
    needed: int | None = None
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
    afterwards: bool = False
    """It had been held when it was entered."""
    last_at: dt.datetime | None = None
    last_line_at: dt.datetime | None = None
    """When the last line that stands holds; changes of other lines do not count."""
    last_seq: int = 0
    items: tuple[ItemState, ...] = ()
    running: str = ""
    """The item that runs, or ran before the break."""
    break_running: str = ""
    entries: tuple[Entry, ...] = ()
    presences: tuple[Presence, ...] = ()
    expected: tuple[Expectation, ...] = ()
    excused: tuple[str, ...] = ()
    guests: tuple[GuestPresence, ...] = ()
    expected_guests: tuple[ExpectedGuest, ...] = ()
    roles: tuple[RoleSpan, ...] = ()
    wordings: tuple[Wording, ...] = ()
    open_wording: str = ""
    countings: tuple[Counting, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    bound_resistance: str = ""
    """A counted systemic consensing that the next wording is bound to."""
    corrections: tuple[Corrected, ...] = ()
    annexes: tuple[str, ...] = ()
    next_meeting: NextMeetingSet | None = None
    changed_votes: tuple[Votes, ...] = ()
    """How it began, and what somebody’s signature or point 1 changed since; '()' if nothing."""
    gaps_flagged: tuple[str, ...] = ()
    """Entries in which the minute-taker marked a gap ("?" alone)."""

    def item(self, identity: str) -> ItemState | None:
        return next((i for i in self.items if i.item.id == identity), None)

    def numbered(self, number: int) -> ItemState | None:
        """The item with this number on the agenda."""
        return next((i for i in self.items if i.item.number == number and number), None)

    def entry(self, identity: str) -> Entry | None:
        return next((e for e in self.entries if e.id == identity), None)

    def wording(self, identity: str) -> Wording | None:
        return next((w for w in self.wordings if w.id == identity), None)

    def counting(self, event: str) -> Counting | None:
        return next((c for c in self.countings if c.event == event), None)

    @property
    def running_item(self) -> ItemState | None:
        return self.item(self.running)

    def present(self, at: dt.datetime | None = None) -> tuple[Presence, ...]:
        """Who is there at a moment, by default at the end of the log."""
        if at is None:
            return tuple(p for p in self.presences if p.end is None)
        return tuple(p for p in self.presences if p.start <= at and (p.end is None or at < p.end))

    def represented(self, at: dt.datetime | None = None) -> tuple[str, ...]:
        """Ids of entitled partners that are represented, in the order of `entitled`."""
        there = {p.organisation for p in self.present(at)}
        return tuple(o for o in self.votes(at).entitled if o in there)

    def votes(self, at: dt.datetime | None = None) -> Votes:
        """Who is entitled, rules and quorum, at a moment; by default at the end of the log."""
        found = [v for v in self.changed_votes if at is None or v.start <= at]
        start = self.started_at or dt.datetime.min.replace(tzinfo=dt.UTC)
        if found:
            return found[-1]
        return Votes(
            start=start,
            entitled=self.entitled,
            rules=self.rules,
            agreed=self.rules_agreed,
            needed=self.needed,
        )

    def quorate(self, at: dt.datetime | None = None) -> bool:
        needed = self.votes(at).needed
        return needed is None or len(self.represented(at)) >= needed

    def holder(self, role: Role, at: dt.datetime | None = None) -> str:
        """The person who has a role, by default at the end of the log; '' if nobody."""
        for span in reversed(self.roles):
            if span.role is not role:
                continue
            if at is None and span.end is None:
                return span.person
            if (
                at is not None
                and (span.start is None or span.start <= at)
                and (span.end is None or at < span.end)
            ):
                return span.person
        return ""
