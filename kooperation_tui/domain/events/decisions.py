"""Wordings, countings, objections."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

import msgspec

from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.model import BlockState, RuleSet, Value


class Proposed(Value, tag="proposed"):
    """A wording to decide on; a second one replaces the open wording's text.

    `drafts` are the blocks whose draft had the former words and has these now.
    """

    wording: str
    text: str
    points: tuple[str, ...] = ()
    item: str = ""
    drafts: tuple[str, ...] = ()


class PointBound(Value, tag="point_bound"):
    """The open wording is for this point of the agreement too; '': it is for none."""

    wording: str
    point: str


class OptionAdded(Value, tag="option_added"):
    """An option for systemic consensing."""

    label: str
    text: str


class BlockBefore(Value):
    """Where a block of the agreement stood before a decision agreed it.

    `rules` are the rules before they followed its wording, if they did; `unworded`
    if the decision gave it its first words.
    """

    key: str
    state: BlockState
    decision: str = ""
    agreed_on: dt.date | None = None
    reason: str = ""
    rules: RuleSet | None = None
    unworded: bool = False


class Balloted(Value, tag="balloted"):
    """A counting about a wording ('' for options or a straw poll without one).

    `number` is the decision's number once the wording has a result; `decision`
    its row. `item` is the item it belongs to; `before` are the blocks it agreed and
    `texts` their words by key, where these are not the wording itself.
    """

    wording: str
    item: str
    ballot: Ballot
    number: str = ""
    decision: str = ""
    approves: str = ""
    before: tuple[BlockBefore, ...] = ()
    texts: dict[str, str] = msgspec.field(default_factory=dict)


class Voided(Value, tag="voided"):
    """A counting is void and stays visible; its wording is open again."""

    ballot: str
    reason: str


class WordingEnded(Value, tag="wording_ended"):
    """An open wording is withdrawn, or rejected without a count."""

    wording: str
    withdrawn: bool
    number: str = ""
    decision: str = ""
    item: str = ""


class ObjectionKind(StrEnum):
    PARAMOUNT = "paramount"
    CONCERN = "concern"


class Objected(Value, tag="objected"):
    wording: str
    number: int
    kind: ObjectionKind
    organisation: str
    text: str


class ObjectionSettled(Value, tag="objection_settled"):
    wording: str
    number: int
    integrated: bool
    text: str = ""


class Recused(Value, tag="recused"):
    wording: str
    organisation: str


class ReviewSet(Value, tag="review_set"):
    """The last decision is looked at again from this day on, no longer from `was`."""

    decision: str
    on: dt.date
    was: dt.date | None = None
