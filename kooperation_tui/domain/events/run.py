"""The run of a meeting: items, breaks, the agenda while it runs, outcomes."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from kooperation_tui.domain.model import (
    AgendaItem,
    Expectation,
    ExpectedGuest,
    RolePlan,
    RuleSet,
    Value,
)


class Started(Value, tag="started"):
    """The plan as it was when the meeting began, copied into the log.

    `afterwards` if the meeting had been held when it was entered.
    """

    rules: RuleSet
    items: tuple[AgendaItem, ...]
    roles: tuple[RolePlan, ...] = ()
    expected: tuple[Expectation, ...] = ()
    guests: tuple[ExpectedGuest, ...] = ()
    entitled: tuple[str, ...] = ()
    rules_agreed: bool = False
    needed: int | None = None
    afterwards: bool = False


class VotesChanged(Value, tag="votes_changed"):
    """A partner signed while the meeting runs and votes from here on (I-14).

    `entitled` and `needed` are from now on what `Started` said; `organisations` are the
    partners that gained a vote, none where a signature was taken back.
    """

    entitled: tuple[str, ...]
    needed: int | None = None
    organisations: tuple[str, ...] = ()


class RulesChanged(Value, tag="rules_changed"):
    """Other rules count from here on: point 1 was decided, or stands no more.

    For deciding only: what had to be on the invitation stays as `Started` has it.
    """

    rules: RuleSet
    agreed: bool = False
    needed: int | None = None


class ItemBegan(Value, tag="item_began"):
    """An item (or a planned break, by its id) runs from here on."""

    item: str


class BreakBegan(Value, tag="break_began"):
    """An unplanned break; the running item is paused."""

    minutes: int = 0


class Resumed(Value, tag="resumed"):
    """The break ends; the paused item goes on."""


class Extended(Value, tag="extended"):
    item: str
    minutes: int


class Closed(Value, tag="closed"):
    pass


class ItemAdded(Value, tag="item_added"):
    """A new item; it stands before item `before`, or at the end."""

    item: AgendaItem
    before: str = ""


class ItemMoved(Value, tag="item_moved"):
    """`item` is taken before `before`; numbers stay."""

    item: str
    before: str


class ItemTimed(Value, tag="item_timed"):
    """`item` gets other planned minutes."""

    item: str
    minutes: int


class OutcomeKind(StrEnum):
    NOTED = "noted"
    RESULT = "result"
    POSTPONED = "postponed"
    PARKED = "parked"
    DROPPED = "dropped"


class Outcome(Value, tag="outcome"):
    """How an item, or a point of it, ends.

    `until` is the day it is postponed to; None with POSTPONED means the next
    meeting, whenever that will be. `point` names a point of the agreement if
    only that part is meant; `parking` and `number` are the topic's row and its number
    if it was parked. `withdrew` is the open wording that was withdrawn with it.
    """

    item: str
    kind: OutcomeKind
    text: str = ""
    until: dt.date | None = None
    point: str = ""
    parking: str = ""
    number: str = ""
    withdrew: str = ""
