"""The log of a meeting: one `Event` for each thing that happened.

What a rule decided is stored in the event (numbers, who was entitled and
represented, the ballot's result, resolved dates), so that folding the log
never decides anything again.
"""

from __future__ import annotations

from kooperation_tui.domain.events.attendance import (
    Arrival,
    Arrived,
    Excused,
    GuestCame,
    GuestLeft,
    Left,
    RoleTaken,
)
from kooperation_tui.domain.events.decisions import (
    Balloted,
    BlockBefore,
    Objected,
    ObjectionKind,
    ObjectionSettled,
    OptionAdded,
    PointBound,
    Proposed,
    Recused,
    ReviewSet,
    Voided,
    WordingEnded,
)
from kooperation_tui.domain.events.event import Event, Payload
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
    OutcomeKind,
    Resumed,
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
    NoteKind,
    Retracted,
    Revised,
)

__all__ = [
    "ActionProgressed",
    "ActionTaken",
    "Approves",
    "Arrival",
    "Arrived",
    "Balloted",
    "Blanked",
    "BlockBefore",
    "BreakBegan",
    "Closed",
    "Continued",
    "Corrected",
    "Deleted",
    "EntryMoved",
    "Event",
    "Excused",
    "Extended",
    "GuestCame",
    "GuestLeft",
    "ItemAdded",
    "ItemBegan",
    "ItemMoved",
    "ItemTimed",
    "Left",
    "Marked",
    "NextMeetingSet",
    "NoteKind",
    "Noted",
    "Objected",
    "ObjectionKind",
    "ObjectionSettled",
    "OptionAdded",
    "Outcome",
    "OutcomeKind",
    "Parked",
    "ParkingDisposed",
    "Payload",
    "PointBound",
    "Proposed",
    "Recused",
    "Resumed",
    "Retracted",
    "ReviewSet",
    "Revised",
    "RoleTaken",
    "Started",
    "Voided",
    "VotesChanged",
    "WordingEnded",
]
