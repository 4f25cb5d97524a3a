"""Ballots: what each method counts, and when it carries (domain 4.4).

A `Ballot` is what the rules decided at one moment. It is stored whole in its
event and never computed again (I-04).
"""

from __future__ import annotations

from enum import StrEnum

from kooperation_tui.domain.model import Majority, Method, Value


class Result(StrEnum):
    CARRIED = "carried"
    REJECTED = "rejected"
    NOT_QUORATE = "not_quorate"
    OPEN = "open"
    """The wording stays open: a fist of five below the threshold, a straw poll."""


class Votes(Value, tag="votes"):
    """Yes, no, abstentions; `not_voted` is the rest of the votes that could be cast."""

    yes: int
    no: int
    abstain: int
    not_voted: int = 0


class Silence(Value, tag="silence"):
    """Nobody spoke against."""


class StandAsides(Value, tag="stand_asides"):
    """Consensus: how many partners stand aside."""

    count: int = 0


class Consent(Value, tag="consent"):
    """Open paramount objections, integrated ones, withdrawn ones and concerns."""

    open: int = 0
    integrated: int = 0
    withdrawn: int = 0
    concerns: int = 0


class Fingers(Value, tag="fingers"):
    """How many showed 5, 4, 3, 2, 1, 0; carried if all show the threshold."""

    counts: tuple[int, int, int, int, int, int]
    threshold: int = 3
    legend: tuple[str, ...] = ()


class OptionSum(Value):
    label: str
    text: str
    resistance: int


class Resistance(Value, tag="resistance"):
    """Sums of resistance by option; `voters` times `scale` is the most possible."""

    options: tuple[OptionSum, ...]
    voters: int
    scale: int = 10
    chosen: str = ""
    zero: str = "N"


class StrawPoll(Value, tag="straw"):
    """An impression in words or numbers; never binding."""

    text: str = ""


Tally = Votes | Silence | StandAsides | Consent | Fingers | Resistance | StrawPoll


class Ballot(Value):
    """One counting, frozen at its moment.

    `entitled` and `represented` are ids of partners, `recused` those that did
    not vote on this wording but count for the quorum. `needed` is the quorum in
    partners, None where no rule asks for one; `rules_agreed` says whether the
    rule set was binding then. `proposed` is the majority that rules nobody agreed
    would have asked for, where the votes do not reach it.
    """

    method: Method
    tally: Tally
    result: Result
    entitled: tuple[str, ...]
    represented: tuple[str, ...]
    recused: tuple[str, ...] = ()
    needed: int | None = None
    quorate: bool = True
    rules_agreed: bool = False
    majority: Majority | None = None
    proposed: Majority | None = None
    binding: bool = True
    round: int = 1
    unanimous: bool = False
    warnings: tuple[str, ...] = ()
