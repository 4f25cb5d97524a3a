"""The rules of procedure, as far as they can be computed (domain 1.1)."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

from kooperation_tui.domain.model.base import Record, Value


class Template(StrEnum):
    """The preset a rule set grew from (domain 1.1)."""

    NONE = "none"
    INFORMAL = "informal"
    MUNICIPAL = "municipal"
    CONSORTIUM = "consortium"


class Majority(StrEnum):
    """How many votes carry a wording (domain 4.4).

    Shares are of the votes cast, those `_of_all` of all partners with a vote.
    """

    SIMPLE = "simple"
    ABSOLUTE = "absolute"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    UNANIMOUS = "unanimous"
    TWO_THIRDS_OF_ALL = "two_thirds_of_all"
    THREE_QUARTERS_OF_ALL = "three_quarters_of_all"
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


class Silence(StrEnum):
    """What it means that a partner does not answer in text form (domain 4.4, traps)."""

    ABSTAINS = "abstains"
    NO = "no"


class CircularRules(Value):
    """Decisions in text form between two meetings (domain 1.1).

    `days` is the least time to answer. `majority` is that of ordinary matters if it is
    not that of a meeting; an absolute one is of all partners. `stopped` says that one
    objection to deciding this way stops it.
    """

    days: int | None = None
    silence: Silence = Silence.ABSTAINS
    majority: Majority | None = None
    stopped: bool = True


class Deviation(Value):
    """A rule that was changed without a decision: its field, the agreed value as JSON, the day."""

    field: str
    agreed: str
    on: dt.date


class RuleSet(Record):
    """The rules of procedure, as far as they can be computed (domain 1.1).

    `remarks` holds what a template says and no program can check, `deviations` what
    differs from point 1 as it was agreed.
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
    circular: CircularRules = CircularRules()
    remarks: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()
