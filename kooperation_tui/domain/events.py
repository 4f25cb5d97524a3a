"""The log of a meeting: one `Event` for each thing that happened.

What a rule decided is stored in the event (numbers, who was entitled and
represented, the ballot's result, resolved dates), so that folding the log
never decides anything again.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.model import (
    ActionStatus,
    AgendaItem,
    BlockState,
    Disposition,
    Expectation,
    ExpectedGuest,
    Record,
    Role,
    RolePlan,
    RuleSet,
    Value,
)

# --- the run of the meeting ------------------------------------------------------


class Started(Value, tag="started"):
    """The plan as it was when the meeting began, copied into the log."""

    rules: RuleSet
    items: tuple[AgendaItem, ...]
    roles: tuple[RolePlan, ...] = ()
    expected: tuple[Expectation, ...] = ()
    guests: tuple[ExpectedGuest, ...] = ()
    entitled: tuple[str, ...] = ()
    rules_agreed: bool = False
    needed: int | None = None


class ItemBegan(Value, tag="item_began"):
    """An item (or a planned break, by its id) runs from here on."""

    item: str


class BreakBegan(Value, tag="break_began"):
    """An unplanned break; the running item is paused."""

    minutes: int = 0


class Resumed(Value, tag="resumed"):
    """The break ends; the paused item goes on."""


class Extended(Value, tag="extended"):
    item: str
    minutes: int


class Closed(Value, tag="closed"):
    pass


class ItemAdded(Value, tag="item_added"):
    """A new item; it stands before item `before`, or at the end."""

    item: AgendaItem
    before: str = ""


class ItemMoved(Value, tag="item_moved"):
    """`item` is taken before `before`; numbers stay."""

    item: str
    before: str


class ItemTimed(Value, tag="item_timed"):
    """`item` gets other planned minutes."""

    item: str
    minutes: int


class OutcomeKind(StrEnum):
    NOTED = "noted"
    RESULT = "result"
    POSTPONED = "postponed"
    PARKED = "parked"
    DROPPED = "dropped"


class Outcome(Value, tag="outcome"):
    """How an item, or a point of it, ends.

    `until` is the day it is postponed to; None with POSTPONED means the next
    meeting, whenever that will be. `point` names a point of the agreement if
    only that part is meant; `parking` is the topic's row if it was parked.
    """

    item: str
    kind: OutcomeKind
    text: str = ""
    until: dt.date | None = None
    point: str = ""
    parking: str = ""


# --- who is there ------------------------------------------------------------------


class Arrival(Value):
    organisation: str
    person: str
    deputy: bool = False
    remote: bool = False


class Arrived(Value, tag="arrived"):
    arrivals: tuple[Arrival, ...]


class Left(Value, tag="left"):
    """These partners leave; with `person` only that person."""

    organisations: tuple[str, ...]
    person: str = ""


class Excused(Value, tag="excused"):
    organisations: tuple[str, ...]


class GuestCame(Value, tag="guest_came"):
    name: str
    organisation: str = ""
    items: tuple[int, ...] = ()


class GuestLeft(Value, tag="guest_left"):
    name: str


class RoleTaken(Value, tag="role_taken"):
    """`person` has the role from here on; nobody if empty."""

    role: Role
    person: str


# --- words ---------------------------------------------------------------------------


class NoteKind(StrEnum):
    NOTE = "note"
    QUESTION = "question"
    GAP = "gap"
    STATEMENT = "statement"
    MINORITY = "minority"
    CONFIDENTIAL = "confidential"
    ANNEX = "annex"


class Noted(Value, tag="noted"):
    kind: NoteKind
    text: str
    organisation: str = ""
    item: str = ""


class Continued(Value, tag="continued"):
    """More text for an entry; after a result it is the result's remark."""

    entry: str
    text: str


class Revised(Value, tag="revised"):
    """Another wording for an entry; the old one is kept."""

    entry: str
    text: str


class Deleted(Value, tag="deleted"):
    """An entry is struck out; its wording is kept in the log."""

    entry: str


class EntryMoved(Value, tag="entry_moved"):
    entry: str
    item: str


class Marked(Value, tag="marked"):
    """An entry becomes confidential, or stops being so."""

    entry: str
    confidential: bool


class Retracted(Value, tag="retracted"):
    """The seat takes its own event back (undo)."""

    event: str


# --- decisions -------------------------------------------------------------------------


class Proposed(Value, tag="proposed"):
    """A wording to decide on; a second one replaces the open wording's text."""

    wording: str
    text: str
    points: tuple[str, ...] = ()
    item: str = ""


class PointBound(Value, tag="point_bound"):
    """The open wording is for this point of the agreement."""

    wording: str
    point: str


class OptionAdded(Value, tag="option_added"):
    """An option for systemic consensing."""

    label: str
    text: str


class BlockBefore(Value):
    """Where a block of the agreement stood before a decision agreed it."""

    key: str
    state: BlockState
    decision: str = ""
    agreed_on: dt.date | None = None
    reason: str = ""


class Balloted(Value, tag="balloted"):
    """A counting about a wording ('' for options or a straw poll without one).

    `number` is the decision's number once the wording has a result; `decision`
    its row. `item` is the item it belongs to; `before` are the blocks it agreed.
    """

    wording: str
    item: str
    ballot: Ballot
    number: str = ""
    decision: str = ""
    approves: str = ""
    before: tuple[BlockBefore, ...] = ()


class Voided(Value, tag="voided"):
    """A counting is void and stays visible; its wording is open again."""

    ballot: str
    reason: str


class WordingEnded(Value, tag="wording_ended"):
    """An open wording is withdrawn, or rejected without a count."""

    wording: str
    withdrawn: bool
    number: str = ""
    decision: str = ""
    item: str = ""


class ObjectionKind(StrEnum):
    PARAMOUNT = "paramount"
    CONCERN = "concern"


class Objected(Value, tag="objected"):
    wording: str
    number: int
    kind: ObjectionKind
    organisation: str
    text: str


class ObjectionSettled(Value, tag="objection_settled"):
    wording: str
    number: int
    integrated: bool
    text: str = ""


class Recused(Value, tag="recused"):
    wording: str
    organisation: str


class ReviewSet(Value, tag="review_set"):
    """The last decision is looked at again from this day on, no longer from `was`."""

    decision: str
    on: dt.date
    was: dt.date | None = None


# --- what leaves the meeting -------------------------------------------------------------


class ActionTaken(Value, tag="action_taken"):
    """An action as it was taken; `action` is its row."""

    action: str
    number: str
    title: str
    owner: str = ""
    owner_organisation: str = ""
    owner_reason: str = ""
    helpers: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    due: dt.date | None = None
    due_reason: str = ""
    item: str = ""


class ActionProgressed(Value, tag="action_progressed"):
    """News of a running action. Only what is named changes.

    `was_due` and `overdue` are as they stood at that moment.
    """

    action: str
    status: ActionStatus | None = None
    due: dt.date | None = None
    owner: str = ""
    owner_organisation: str = ""
    reason: str = ""
    was_due: dt.date | None = None
    overdue: bool = False
    item: str = ""


class Parked(Value, tag="parked"):
    parking: str
    number: str
    text: str
    by: str = ""
    item: str = ""


class ParkingDisposed(Value, tag="parking_disposed"):
    """Where a parked topic goes; `was_*` is where it stood before."""

    parking: str
    disposition: Disposition
    target: str = ""
    target_on: dt.date | None = None
    note: str = ""
    was: Disposition = Disposition.OPEN
    was_target: str = ""
    was_target_on: dt.date | None = None
    was_note: str = ""


class Corrected(Value, tag="corrected"):
    """A passage of earlier minutes to be corrected with their approval."""

    meeting: str
    item: int
    old: str
    new: str


class Approves(Value, tag="approves"):
    """The open wording approves that meeting's minutes."""

    meeting: str
    wording: str = ""


class NextMeetingSet(Value, tag="next_meeting_set"):
    """The next meeting was fixed; `meeting` is its row.

    `was_*` is what a meeting planned before had; None means it was made now.
    """

    meeting: str
    start: dt.datetime
    place: str = ""
    was_start: dt.datetime | None = None
    was_end: dt.datetime | None = None
    was_place: str = ""


Payload = (
    Started
    | ItemBegan
    | BreakBegan
    | Resumed
    | Extended
    | Closed
    | ItemAdded
    | ItemMoved
    | ItemTimed
    | Outcome
    | Arrived
    | Left
    | Excused
    | GuestCame
    | GuestLeft
    | RoleTaken
    | Noted
    | Continued
    | Revised
    | Deleted
    | EntryMoved
    | Marked
    | Retracted
    | Proposed
    | PointBound
    | OptionAdded
    | Balloted
    | Voided
    | WordingEnded
    | Objected
    | ObjectionSettled
    | Recused
    | ReviewSet
    | ActionTaken
    | ActionProgressed
    | Parked
    | ParkingDisposed
    | Corrected
    | Approves
    | NextMeetingSet
)


class Event(Record):
    """A line of the log (architecture, rules of the log, 1).

    `seq` is given under the lock and is the only order of state; `at` is when
    it holds, `recorded_at` when it was written. The same `id` again does nothing.
    """

    TABLE: ClassVar[str] = "events"

    meeting: str
    seq: int
    at: dt.datetime
    recorded_at: dt.datetime
    what: Payload
    seat: str = ""
    author: str = ""
    v: int = 1
    late: bool = False
