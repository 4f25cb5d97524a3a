"""A line of the log, whatever it holds."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from kooperation_tui.domain.events.attendance import (
    Arrived,
    Excused,
    GuestCame,
    GuestLeft,
    Left,
    RoleTaken,
)
from kooperation_tui.domain.events.decisions import (
    Balloted,
    Objected,
    ObjectionSettled,
    OptionAdded,
    PointBound,
    Proposed,
    Recused,
    ReviewSet,
    Voided,
    WordingEnded,
)
from kooperation_tui.domain.events.results import (
    ActionProgressed,
    ActionTaken,
    Approves,
    Corrected,
    NextMeetingSet,
    Parked,
    ParkingDisposed,
)
from kooperation_tui.domain.events.run import (
    BreakBegan,
    Closed,
    Extended,
    ItemAdded,
    ItemBegan,
    ItemMoved,
    ItemTimed,
    Outcome,
    Resumed,
    RulesChanged,
    Started,
    VotesChanged,
)
from kooperation_tui.domain.events.words import (
    Blanked,
    Continued,
    Deleted,
    EntryMoved,
    Marked,
    Noted,
    Retracted,
    Revised,
)
from kooperation_tui.domain.model import Record

Payload = (
    Started
    | VotesChanged
    | RulesChanged
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
    | Blanked
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
