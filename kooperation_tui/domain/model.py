"""The records of a network file and the values inside them.

Every `Record` is one row of one table. Ids are 128-bit random numbers in hex,
made by whoever issues a command. Names follow the domain vocabulary.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar, dataclass_transform

import msgspec


@dataclass_transform(frozen_default=True, kw_only_default=True)
class FrozenMeta(msgspec.StructMeta):
    """Tells type checkers what the bases below hand down: frozen, by keyword."""


class Value(msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=True):
    """A part of a record."""


class Record(msgspec.Struct, metaclass=FrozenMeta, frozen=True, kw_only=True, omit_defaults=True):
    """A row of the file. `TABLE` names its table."""

    TABLE: ClassVar[str] = ""

    id: str


# --- rules -------------------------------------------------------------------


class Template(StrEnum):
    """The preset a rule set grew from (domain 1.1)."""

    NONE = "none"
    INFORMAL = "informal"
    MUNICIPAL = "municipal"
    CONSORTIUM = "consortium"


class Majority(StrEnum):
    """How many votes carry a wording (domain 4.4)."""

    SIMPLE = "simple"
    ABSOLUTE = "absolute"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    UNANIMOUS = "unanimous"
    ALL_PARTNERS = "all_partners"


class Method(StrEnum):
    """How a group decides (domain 4.4)."""

    NO_OPPOSITION = "no_opposition"
    VOTE = "vote"
    CONSENSUS = "consensus"
    CONSENT = "consent"
    FIST_OF_FIVE = "fist_of_five"
    RESISTANCE = "resistance"
    STRAW = "straw"


class Subject(StrEnum):
    """What an item is about, beside its kind; drives majority and announcement."""

    ORDINARY = "ordinary"
    AGREEMENT = "agreement"
    ADMISSION = "admission"
    EXCLUSION = "exclusion"
    ELECTION = "election"
    MINUTES = "minutes"
    BUDGET = "budget"


class QuorumKind(StrEnum):
    NONE = "none"
    HALF = "half"
    MORE_THAN_HALF = "more_than_half"
    FRACTION = "fraction"
    NUMBER = "number"


class Quorum(Value):
    """From how many represented partners a body may decide."""

    kind: QuorumKind = QuorumKind.NONE
    numerator: int = 0
    denominator: int = 1
    number: int = 0


class Majorities(Value):
    """The majority for each subject; what is not named takes the default."""

    default: Majority = Majority.SIMPLE
    agreement: Majority | None = None
    admission: Majority | None = None
    exclusion: Majority | None = None
    election: Majority | None = None
    budget: Majority | None = None


class RuleSet(Record):
    """The rules of procedure, as far as they can be computed (domain 1.1).

    `remarks` holds what a template says and no program can check.
    """

    TABLE: ClassVar[str] = "rulesets"

    version: int = 1
    template: Template = Template.NONE
    quorum: Quorum = Quorum()
    majorities: Majorities = Majorities()
    first_method: Method = Method.VOTE
    abstentions_count: bool = False
    invitation_days: int | None = None
    agenda_request_days: int | None = None
    must_be_announced: tuple[Subject, ...] = ()
    aob_decisions: bool = False
    fist_threshold: int = 3
    fist_legend: tuple[str, ...] = ()
    resistance_scale: int = 10
    second_meeting_days: int | None = None
    minutes_days: int | None = None
    minutes_working_days: bool = True
    objection_days: int | None = None
    attendance_years: int | None = None
    absence_limit: int = 3
    remarks: tuple[str, ...] = ()


# --- the network -------------------------------------------------------------


class Network(Record):
    """The association itself; exactly one in a file."""

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
    """

    TABLE: ClassVar[str] = "organisations"

    code: str
    name: str
    short_name: str = ""
    status: OrganisationStatus = OrganisationStatus.PARTNER
    founder: bool = True
    joined_on: dt.date | None = None
    left_on: dt.date | None = None
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


# --- a meeting's plan ----------------------------------------------------------


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
    """One item of the agenda. A break has number 0."""

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


# --- what meetings leave behind ------------------------------------------------


class DecisionStatus(StrEnum):
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    VOID = "void"
    RETRACTED = "retracted"
    SUPERSEDED = "superseded"


class Decision(Record):
    """A line of the decision register. `number` is never given again (I-19)."""

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
    helpers are words. `short` is a label of a word or two.
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


class MinutesObjection(Value):
    organisation: str
    received_on: dt.date
    text: str


class Correction(Value):
    """A passage corrected by decision; the old wording stays (I-20)."""

    item: int
    old: str
    new: str
    meeting: str
    event: str


class SentText(Value):
    """The bytes that were sent, by audience, language and format."""

    audience: str
    language: str
    format: str
    text: str
    sha256: str


class Minutes(Record):
    """The life of one meeting's minutes; `texts` are what was sent, unchanged."""

    TABLE: ClassVar[str] = "minutes"

    meeting: str
    version: int = 1
    status: MinutesStatus = MinutesStatus.DRAFT
    sent_on: dt.date | None = None
    objections_until: dt.date | None = None
    approved_on: dt.date | None = None
    approved_by: str = ""
    objections: tuple[MinutesObjection, ...] = ()
    corrections: tuple[Correction, ...] = ()
    texts: tuple[SentText, ...] = ()


# --- the agreement -------------------------------------------------------------

FRAME_BLOCKS = ("preamble", "goals", "principles")
POINT_BLOCKS = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9")
CLOSING_BLOCKS = ("data_protection", "entry_into_force")
BLOCKS = FRAME_BLOCKS + POINT_BLOCKS + CLOSING_BLOCKS


class BlockState(StrEnum):
    OPEN = "open"
    DRAFT = "draft"
    AGREED = "agreed"
    NOT_NEEDED = "not_needed"


class Block(Record):
    """A block of the agreement: preamble, goals, principles, a point, a closing.

    Agreed only with a decision number, or on paper with its date; not needed
    only with a reason (I-22). The state and the text in force stand beside the
    draft that is being worked on.
    """

    TABLE: ClassVar[str] = "blocks"

    key: str
    text: str = ""
    state: BlockState = BlockState.OPEN
    decision: str = ""
    agreed_on: dt.date | None = None
    reason: str = ""
    responsible: str = ""
    review_on: dt.date | None = None
    text_in_force: str = ""
    in_force_since: dt.date | None = None


class VersionStatus(StrEnum):
    WORKING = "working"
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    OPEN_FOR_SIGNATURE = "open_for_signature"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


class Version(Record):
    """A numbered version of the whole agreement, on paper or from the blocks."""

    TABLE: ClassVar[str] = "versions"

    number: str
    status: VersionStatus = VersionStatus.WORKING
    adopted_on: dt.date | None = None
    decision: str = ""
    valid_from: dt.date | None = None
    on_paper: bool = False
    texts: dict[str, str] = {}
    sha256: str = ""
    frozen_on: dt.date | None = None


class SignatureStatus(StrEnum):
    PENDING = "pending"
    RESERVED = "reserved"
    SIGNED = "signed"
    REFUSED = "refused"


class SignatureForm(StrEnum):
    """How a signature was given; the program records it and judges nothing."""

    INK = "ink"
    TEXT_FORM = "text_form"
    ADVANCED = "advanced"
    QUALIFIED = "qualified"


class Signature(Record):
    """How far a partner is with a version. `sha256` is the text it was given to (I-12).

    `accession` marks the signature with which a partner joined, `decision` the
    number of the decision that admitted it.
    """

    TABLE: ClassVar[str] = "signatures"

    version: str
    organisation: str
    status: SignatureStatus = SignatureStatus.PENDING
    name: str = ""
    function: str = ""
    place: str = ""
    signed_on: dt.date | None = None
    form: str = ""
    sha256: str = ""
    reason: str = ""
    accession: bool = False
    decision: str = ""
