"""Records by which the agreement is applied: applications, data registers, resources."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.model import Record


class ApplicationStatus(StrEnum):
    """How far an application is (domain 4.3)."""

    RECEIVED = "received"
    CHECKED = "checked"
    SCHEDULED = "scheduled"
    ACCEPTED = "accepted"
    SIGNED = "signed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class Application(Record):
    """Somebody wants to join (point 8). `meeting` hears it, `decision` is its number.

    `mentor` is the id of a partner that accompanies the new one for a year.
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


class DataRegister(Record):
    """A stock of data that the network keeps (point 5): what for, who, where, how long.

    `keeper` is the id of a partner; `every` the months between two checks, 0 for none.
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
