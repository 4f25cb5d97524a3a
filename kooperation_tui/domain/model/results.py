"""What meetings leave behind: decisions, actions, topics, minutes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, ClassVar

from kooperation_tui.domain.model.base import Record, Value
from kooperation_tui.domain.model.rules import Subject


class DecisionStatus(StrEnum):
    """Where a decision stands (domain 4.1). One that was carried out still holds."""

    IN_FORCE = "in_force"
    CARRIED_OUT = "carried_out"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    VOID = "void"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"
    REVOKED = "revoked"
    EXPIRED = "expired"


class Decision(Record):
    """A line of the decision register. `number` is never given again (I-19).

    `ended_by` is the number of the decision that took its place or revoked it, `ended_on`
    the day from which it is carried out or holds no more.
    """

    TABLE: ClassVar[str] = "decisions"

    number: str
    text: str
    decided_on: dt.date
    status: DecisionStatus = DecisionStatus.IN_FORCE
    meeting: str = ""
    event: str = ""
    item: int = 0
    subject: Subject = Subject.ORDINARY
    points: tuple[str, ...] = ()
    review_on: dt.date | None = None
    ended_on: dt.date | None = None
    ended_by: str = ""
    remark: str = ""


class ActionStatus(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    ON_HOLD = "on_hold"
    DROPPED = "dropped"
    RETRACTED = "retracted"


class ActionUpdate(Value):
    """One step in an action's life: the history of promises."""

    on: dt.date
    status: ActionStatus
    was: ActionStatus
    due: dt.date | None = None
    was_due: dt.date | None = None
    was_due_reason: str = ""
    was_owner: str = ""
    was_owner_organisation: str = ""
    was_owner_reason: str = ""
    was_accepted: bool = False
    reason: str = ""
    event: str = ""


class Action(Record):
    """Who does what by when (I-01, I-03).

    Exactly one owner, or `owner_reason` says why nobody; a due date, or
    `due_reason` says why none. `helpers` are ids of partners, `outside`
    helpers are words. `short` is a label of a word or two, `goals` are ids of the goals
    it serves beside those of its item.
    """

    TABLE: ClassVar[str] = "actions"

    number: str
    title: str
    created_on: dt.date
    short: str = ""
    owner: str = ""
    owner_organisation: str = ""
    owner_reason: str = ""
    helpers: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    due: dt.date | None = None
    due_reason: str = ""
    status: ActionStatus = ActionStatus.OPEN
    accepted: bool = False
    meeting: str = ""
    event: str = ""
    item: int = 0
    history: tuple[ActionUpdate, ...] = ()
    goals: tuple[str, ...] = ()


class Disposition(StrEnum):
    OPEN = "open"
    AGENDA = "agenda"
    BODY = "body"
    ACTION = "action"
    DROPPED = "dropped"
    RETRACTED = "retracted"


class ParkingItem(Record):
    """A topic for later. `note` may say with what; `target_on` when."""

    TABLE: ClassVar[str] = "parking"

    number: str
    text: str
    created_on: dt.date
    by: str = ""
    meeting: str = ""
    event: str = ""
    item: int = 0
    disposition: Disposition = Disposition.OPEN
    target: str = ""
    target_on: dt.date | None = None
    note: str = ""
    postponed: int = 0


class MinutesStatus(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    OBJECTIONS = "objections"
    APPROVED = "approved"


TO_APPROVE = (MinutesStatus.SENT, MinutesStatus.OBJECTIONS)
"""Minutes that went out and wait for a decision about them."""


class ObjectionOutcome(StrEnum):
    """What became of an objection (domain 4.1)."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOTED = "noted"
    WITHDRAWN = "withdrawn"


class MinutesObjection(Value):
    """A partner says what is wrong in a version that was sent; `decision` is a number."""

    organisation: str
    received_on: dt.date
    text: str
    version: int = 1
    outcome: ObjectionOutcome = ObjectionOutcome.OPEN
    decision: str = ""


class MinutesPart(StrEnum):
    """Where in minutes a passage stands: under an item, or above them all."""

    ITEM = "item"
    ATTENDANCE = "attendance"
    HEAD = "head"


class Correction(Value):
    """A passage corrected by decision; the old wording stays (I-20).

    `item` is 0 if it stands in another part.
    """

    item: int
    old: str
    new: str
    meeting: str
    event: str
    part: MinutesPart = MinutesPart.ITEM


class SentLines(Value):
    """Lines `start` to `end` of another text, and what stands in their place."""

    start: int
    end: int
    text: str


class SentText(Value):
    """The bytes that were sent, by audience, language and format.

    `like` names an audience whose text is kept whole; then `text` is empty and `lines`
    are what differs from it. `sha256` is that of the text as it was sent.
    """

    audience: str
    language: str
    format: str
    text: str
    sha256: str
    like: str = ""
    lines: tuple[SentLines, ...] = ()


class Frozen(Value):
    """What sent minutes took from other tables, as it stood (`domain.frozen`).

    `rows` are rows by table with the fields that minutes show, `left_out` entries that
    the public version does not hold.
    """

    rows: dict[str, tuple[dict[str, Any], ...]]
    left_out: tuple[str, ...] = ()


class EarlierMinutes(Value):
    """A version that was sent and then replaced: its texts, and the log up to `seq`."""

    version: int
    sent_on: dt.date
    seq: int
    reason: str = ""
    texts: tuple[SentText, ...] = ()
    frozen: Frozen | None = None


class Minutes(Record):
    """The life of one meeting's minutes; `texts` are what was sent, unchanged.

    `silence_approves` says that without an objection they count as approved after that day.
    `frozen` is what every other form of them is made from, `earlier` are versions that
    were sent before this one, the oldest first.
    """

    TABLE: ClassVar[str] = "minutes"

    meeting: str
    version: int = 1
    status: MinutesStatus = MinutesStatus.DRAFT
    sent_on: dt.date | None = None
    objections_until: dt.date | None = None
    silence_approves: bool = False
    approved_on: dt.date | None = None
    approved_by: str = ""
    objections: tuple[MinutesObjection, ...] = ()
    corrections: tuple[Correction, ...] = ()
    texts: tuple[SentText, ...] = ()
    frozen: Frozen | None = None
    earlier: tuple[EarlierMinutes, ...] = ()
