"""Wordings, countings, objections."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.events import ObjectionKind
from kooperation_tui.domain.model import Majority, Value


class Propose(Value):
    """`amends`: the words of the open wording itself are changed, and drafts that have them."""

    text: str
    point: str = ""
    amends: bool = False


class BindPoint(Value):
    """The open wording is for this block of the agreement too; '': it is for none."""

    point: str


class ApproveMinutes(Value):
    """The open wording, else the carried one, approves this meeting's minutes.

    `corrected` by what was corrected here, else as they were sent. Without a meeting the
    carried one approves none.
    """

    meeting: str
    corrected: bool = True


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
    """`decision` is the one meant, '' the last one of the meeting."""

    on: dt.date
    decision: str = ""
