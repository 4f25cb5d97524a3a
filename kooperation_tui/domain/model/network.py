"""The network, its partners, people and bodies."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.model.base import Record, Value


class Network(Record):
    """The association itself; exactly one in a file.

    `notice_weeks` is the notice of a partner that leaves, `review_on` the day of the next
    yearly review (point 9); `distribution` holds addresses or names that get the minutes
    beside the partners, `publishing` what may be published (point 7).
    """

    TABLE: ClassVar[str] = "network"

    name: str
    short_name: str = ""
    place: str = ""
    language: str = "de"
    timezone: str = "Europe/Berlin"
    ruleset: str = ""
    controller: str = ""
    purpose: str = ""
    term_until: dt.date | None = None
    funding: str = ""
    funding_until: dt.date | None = None
    notice_weeks: int | None = None
    review_on: dt.date | None = None
    distribution: tuple[str, ...] = ()
    publishing: str = ""
    practice: bool = False
    practice_now: dt.datetime | None = None


class OrganisationStatus(StrEnum):
    APPLICANT = "applicant"
    PARTNER = "partner"
    ASSOCIATE = "associate"
    SUSPENDED = "suspended"
    LEFT = "left"


class FormerName(Value):
    """How a partner was called until a day; minutes of that time use it."""

    code: str
    name: str
    until: dt.date


class Organisation(Record):
    """A partner: the holder of the vote.

    A founder (entered before the first version in force) votes at once; a
    partner admitted later votes from `joined_on`, the day of its signature.
    `left_on` is its last day as a partner, also one to come; where it stands
    on a day says `plan.status_on`.
    """

    TABLE: ClassVar[str] = "organisations"

    code: str
    name: str
    short_name: str = ""
    status: OrganisationStatus = OrganisationStatus.PARTNER
    founder: bool = True
    joined_on: dt.date | None = None
    left_on: dt.date | None = None
    left_reason: str = ""
    order: int = 0
    former: tuple[FormerName, ...] = ()


class Person(Record):
    """Someone who speaks or works for a partner; work data only (G-01)."""

    TABLE: ClassVar[str] = "people"

    name: str
    email: str = ""
    phone: str = ""
    function: str = ""
    erased_on: dt.date | None = None


class DelegationKind(StrEnum):
    DELEGATE = "delegate"
    DEPUTY = "deputy"


class Delegation(Record):
    """A person speaks for a partner, from a day to a day."""

    TABLE: ClassVar[str] = "delegations"

    organisation: str
    person: str
    kind: DelegationKind = DelegationKind.DELEGATE
    since: dt.date | None = None
    until: dt.date | None = None


class BodyKind(StrEnum):
    PLENARY = "plenary"
    COORDINATION = "coordination"
    STEERING = "steering"
    WORKING_GROUP = "working_group"
    CONFERENCE = "conference"


class Body(Record):
    """A group that meets; without members of its own it is all partners."""

    TABLE: ClassVar[str] = "bodies"

    name: str
    kind: BodyKind = BodyKind.PLENARY
    members: tuple[str, ...] = ()
    prefix: str = ""
