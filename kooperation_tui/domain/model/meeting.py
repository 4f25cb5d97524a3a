"""A meeting's plan: agenda, roles, who said what before the day."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.model.base import Record, Value
from kooperation_tui.domain.model.rules import Subject


class ItemKind(StrEnum):
    FORMAL = "formal"
    INFORMATION = "information"
    DISCUSSION = "discussion"
    DECISION = "decision"
    COLLECT = "collect"
    BREAK = "break"
    AOB = "aob"
    CLOSING = "closing"


CLOSING_KINDS = (ItemKind.AOB, ItemKind.CLOSING)
"""Items that end a meeting and hold no binding decision (I-10)."""


class AgendaItem(Value):
    """One item of the agenda. A break has number 0; `goals` are ids of goals it serves.

    `announced_on` is the day it was announced, if that was not with the invitation.
    """

    id: str
    number: int
    title: str
    kind: ItemKind = ItemKind.DISCUSSION
    subject: Subject = Subject.ORDINARY
    points: tuple[str, ...] = ()
    minutes: int = 0
    owner: str = ""
    announced: bool = True
    goal: str = ""
    wording: str = ""
    confidential: bool = False
    source: str = ""
    goals: tuple[str, ...] = ()
    announced_on: dt.date | None = None


class Role(StrEnum):
    FACILITATOR = "facilitator"
    CO_FACILITATOR = "co_facilitator"
    MINUTES = "minutes"
    TIMEKEEPER = "timekeeper"
    SPEAKERS_LIST = "speakers_list"
    HOST = "host"
    TECH = "tech"


class RoleAnswer(StrEnum):
    """What somebody said who was asked to take a role."""

    NONE = ""
    ASKED = "asked"
    PROMISED = "promised"


class RolePlan(Value):
    """Who takes a role in a planned meeting."""

    role: Role
    person: str
    said: RoleAnswer = RoleAnswer.NONE


class StandingRoleKind(StrEnum):
    COORDINATOR = "coordinator"
    COORDINATION_TEAM = "coordination_team"
    ACTION_PLAN = "action_plan"
    DATABASE = "database"
    DOCUMENTATION = "documentation"
    PUBLIC_RELATIONS = "public_relations"
    SPOKESPERSON = "spokesperson"


class StandingRole(Record):
    """A lasting responsibility in the network."""

    TABLE: ClassVar[str] = "standing_roles"

    role: StandingRoleKind
    person: str
    since: dt.date | None = None
    until: dt.date | None = None


class Answer(StrEnum):
    COMING = "coming"
    EXCUSED = "excused"


class Expectation(Value):
    """What a partner said before the day: coming or excused, and by whom."""

    organisation: str
    answer: Answer
    person: str = ""


class ExpectedGuest(Value):
    name: str
    organisation: str = ""
    items: tuple[int, ...] = ()


class MeetingStatus(StrEnum):
    PLANNED = "planned"
    INVITED = "invited"
    RUNNING = "running"
    CLOSED = "closed"
    CANCELLED = "cancelled"


TO_COME = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
"""A meeting that nobody has begun or called off."""


class Meeting(Record):
    """A meeting's plan. Once it runs, the log of events is the truth.

    `started_at` and `ended_at` repeat the log so that lists need no fold.
    `external` marks one whose minutes exist outside the app, `declined` says who
    does not want which role this time.
    """

    TABLE: ClassVar[str] = "meetings"

    body: str
    year: int
    number: int
    start: dt.datetime
    end: dt.datetime | None = None
    title: str = ""
    place: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    invited_on: dt.date | None = None
    is_second: bool = False
    external: bool = False
    items: tuple[AgendaItem, ...] = ()
    roles: tuple[RolePlan, ...] = ()
    declined: tuple[RolePlan, ...] = ()
    expected: tuple[Expectation, ...] = ()
    guests: tuple[ExpectedGuest, ...] = ()
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None
