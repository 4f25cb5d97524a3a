"""What somebody asks to have recorded, before any rule looked at it.

The capture language, dialogs and buttons make intents; `recording.record`
turns one into an event on the newest state, or refuses. Ids are those of
records; an empty string means "not named, find it".
"""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.events import NoteKind, ObjectionKind, OutcomeKind
from kooperation_tui.domain.model import (
    ActionStatus,
    Disposition,
    ItemKind,
    Majority,
    Role,
    Subject,
    Value,
)


class Say(Value):
    """A note, question, statement, confidential line, annex, or a gap."""

    kind: NoteKind
    text: str
    organisation: str = ""


class Continue(Value):
    """More words for the own seat's last text, or a remark on its last result."""

    text: str


class Substitute(Value):
    """`old` becomes `new` in the own seat's last text, first place."""

    old: str
    new: str


class Edit(Value):
    """Another wording for an entry; an empty one is refused (delete instead)."""

    entry: str
    text: str


class Delete(Value):
    entry: str


class MoveEntry(Value):
    entry: str
    item: str


class Mark(Value):
    entry: str
    confidential: bool = True


class Undo(Value):
    """Take back the own seat's last event that still stands."""


# --- decisions ---


class Propose(Value):
    text: str
    point: str = ""


class BindPoint(Value):
    point: str


class ApproveMinutes(Value):
    """The open wording approves this meeting's minutes."""

    meeting: str


class NobodyOpposes(Value):
    pass


class TakeVote(Value):
    """`majority` only if another than the rules' is named."""

    yes: int
    no: int
    abstain: int
    majority: Majority | None = None
    unanimous: bool = False


class TakeConsensus(Value):
    stand_asides: int = 0


class TakeConsent(Value):
    pass


class TakeFist(Value):
    """Counts from five fingers down to none."""

    counts: tuple[int, int, int, int, int, int]


class AddOption(Value):
    label: str
    text: str


class TakeResistance(Value):
    """Sums of resistance by option label; N is the zero option."""

    sums: tuple[tuple[str, int], ...]


class TakeStraw(Value):
    text: str = ""


class VoidBallot(Value):
    reason: str


class EndWording(Value):
    withdrawn: bool


class RaiseObjection(Value):
    kind: ObjectionKind
    organisation: str
    text: str


class SettleObjection(Value):
    number: int
    integrated: bool
    text: str = ""


class Recuse(Value):
    organisation: str


class Review(Value):
    on: dt.date


# --- actions and parked topics ---


class TakeAction(Value):
    """Without `owner` the present or named person of `owner_organisation` is meant.

    Neither of both needs `owner_reason`; no `due` needs no reason now, but shows
    as a gap.
    """

    title: str
    owner: str = ""
    owner_organisation: str = ""
    nobody: bool = False
    owner_reason: str = ""
    helpers: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    due: dt.date | None = None
    due_reason: str = ""


class ProgressAction(Value):
    action: str
    status: ActionStatus | None = None
    due: dt.date | None = None
    owner: str = ""
    owner_organisation: str = ""
    reason: str = ""


class Park(Value):
    text: str
    by: str = ""


class DisposeParking(Value):
    parking: str
    disposition: Disposition
    target: str = ""
    target_on: dt.date | None = None
    note: str = ""


# --- who is there ---


class Arriving(Value):
    """Without a person the delegate is meant; `new_person` is created as deputy."""

    organisation: str
    person: str = ""
    new_person: str = ""
    remote: bool = False


class Arrive(Value):
    arrivals: tuple[Arriving, ...]


class ArriveAll(Value):
    """Everybody who is not excused."""


class Leave(Value):
    organisations: tuple[str, ...]


class Excuse(Value):
    organisations: tuple[str, ...]


class GuestIn(Value):
    name: str
    organisation: str = ""
    items: tuple[int, ...] = ()


class GuestOut(Value):
    name: str


class TakeRole(Value):
    role: Role
    person: str


# --- the run of the meeting ---


class Start(Value):
    pass


class Next(Value):
    """On to the next item. `after` names the item it was said in, so that two
    hands that press at once move on only once."""

    after: str = ""


class GoTo(Value):
    number: int


class Pause(Value):
    minutes: int = 0


class Resume(Value):
    pass


class Extend(Value):
    minutes: int


class Close(Value):
    """`force` closes although items have no outcome."""

    force: bool = False


class AddItem(Value):
    title: str
    minutes: int = 0
    kind: ItemKind = ItemKind.DISCUSSION
    subject: Subject = Subject.ORDINARY


class MoveBefore(Value):
    number: int
    before: int


class SetMinutes(Value):
    number: int
    minutes: int


class SetOutcome(Value):
    """How the running item ends, or (with `point`) one point of the agreement.

    POSTPONED without `until` goes to the next meeting, whenever that is.
    """

    kind: OutcomeKind
    text: str = ""
    until: dt.date | None = None
    point: str = ""


class Correct(Value):
    """A passage of the minutes to be approved."""

    item: int
    old: str
    new: str


class NextMeeting(Value):
    start: dt.datetime
    place: str = ""


Intent = (
    Say
    | Continue
    | Substitute
    | Edit
    | Delete
    | MoveEntry
    | Mark
    | Undo
    | Propose
    | BindPoint
    | ApproveMinutes
    | NobodyOpposes
    | TakeVote
    | TakeConsensus
    | TakeConsent
    | TakeFist
    | AddOption
    | TakeResistance
    | TakeStraw
    | VoidBallot
    | EndWording
    | RaiseObjection
    | SettleObjection
    | Recuse
    | Review
    | TakeAction
    | ProgressAction
    | Park
    | DisposeParking
    | Arrive
    | ArriveAll
    | Leave
    | Excuse
    | GuestIn
    | GuestOut
    | TakeRole
    | Start
    | Next
    | GoTo
    | Pause
    | Resume
    | Extend
    | Close
    | AddItem
    | MoveBefore
    | SetMinutes
    | SetOutcome
    | Correct
    | NextMeeting
)
