"""Records by which the agreement is applied: applications, data registers, resources."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.model import Record, RuleSet, Subject, Value


class ApplicationStatus(StrEnum):
    """How far an application is (domain 4.3)."""

    RECEIVED = "received"
    CHECKED = "checked"
    SCHEDULED = "scheduled"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


RUNNING = (
    ApplicationStatus.RECEIVED,
    ApplicationStatus.CHECKED,
    ApplicationStatus.SCHEDULED,
    ApplicationStatus.ACCEPTED,
)
"""An application that is neither signed nor rejected or withdrawn."""


class Application(Record):
    """Somebody wants to join (point 8). `meeting` hears it, `decision` is its number.

    `mentor` is the id of a partner that accompanies the new one for a year. The check says
    whether it shares the goals, and what else is `missing`.
    """

    TABLE: ClassVar[str] = "applications"

    organisation: str
    received_on: dt.date
    status: ApplicationStatus = ApplicationStatus.RECEIVED
    contact: str = ""
    contribution: str = ""
    meeting: str = ""
    decision: str = ""
    mentor: str = ""
    signed_on: dt.date | None = None
    reason: str = ""
    shares_goals: bool = False
    missing: str = ""


class DataRegister(Record):
    """A stock of data that the network keeps (point 5): what for, who, where, how long.

    `keeper` is the id of a partner; `every` the months between two checks, 0 for none;
    `holds` the personal data in it; `own` marks the register that is this file.
    """

    TABLE: ClassVar[str] = "data_registers"

    name: str
    purpose: str = ""
    keeper: str = ""
    place: str = ""
    access: str = ""
    retention: str = ""
    every: int = 0
    checked_on: dt.date | None = None
    check_on: dt.date | None = None
    holds: str = ""
    own: bool = False


class ResourceKind(StrEnum):
    TIME = "time"
    ROOM = "room"
    SKILL = "skill"
    CONTACT = "contact"
    MONEY = "money"
    OTHER = "other"


class Resource(Record):
    """What a partner brings in (point 2): time, rooms, skills, contacts, money."""

    TABLE: ClassVar[str] = "resources"

    organisation: str
    text: str
    kind: ResourceKind = ResourceKind.OTHER
    amount: str = ""
    until: dt.date | None = None


class Goal(Record):
    """A goal of the network and the sign by which it is seen to be reached."""

    TABLE: ClassVar[str] = "goals"

    text: str
    indicator: str = ""
    review_on: dt.date | None = None
    result: str = ""
    order: int = 0


class CircularVote(StrEnum):
    """An answer by text. `objects` is to deciding this way; one stops it."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    OBJECTS = "objects"


class CircularAnswer(Value):
    organisation: str
    vote: CircularVote
    on: dt.date


class CircularResult(StrEnum):
    OPEN = "open"
    CARRIED = "carried"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    STOPPED = "stopped"


class Circular(Record):
    """A decision in text form between meetings (domain 1.1).

    `entitled` are ids of the partners with a vote on the day it was opened, `rules` the
    rules of that day and whether they were agreed. `ballot` is the count, frozen as in a
    meeting: `represented` are those who answered. `decision` is the number it got.
    """

    TABLE: ClassVar[str] = "circulars"

    text: str
    opened_on: dt.date
    deadline: dt.date
    subject: Subject = Subject.ORDINARY
    points: tuple[str, ...] = ()
    entitled: tuple[str, ...] = ()
    answers: tuple[CircularAnswer, ...] = ()
    result: CircularResult = CircularResult.OPEN
    closed_on: dt.date | None = None
    decision: str = ""
    rules: RuleSet | None = None
    rules_agreed: bool = False
    ballot: Ballot | None = None
