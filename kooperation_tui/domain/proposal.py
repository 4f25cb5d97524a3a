"""A proposal for an agenda: what it would become, and why."""

from __future__ import annotations

from enum import StrEnum

from kooperation_tui.domain.model import ItemKind, Subject, Value


class ProposalKind(StrEnum):
    """Where a proposal comes from, in the order in which they are shown."""

    MINUTES = "minutes"
    ACTIONS = "actions"
    POSTPONED = "postponed"
    UNTREATED = "untreated"
    APPLICATION = "application"
    REVIEW = "review"
    PARKED = "parked"
    OWNERLESS = "ownerless"


class Proposal(Value):
    """An item for an agenda, with the reason why it is proposed.

    The title is `text` (people's words) or else the message id `heading`; the
    reason is the message id `message`, followed by `why` (people's words), if
    any. `args` fill both messages. `source` is kept in the item that is made
    from it; `item` and `meeting` are ids of where it comes from, '' if nowhere.
    """

    kind: ProposalKind
    source: str
    message: str
    args: dict[str, object]
    text: str = ""
    heading: str = ""
    why: str = ""
    subject: Subject = Subject.ORDINARY
    item_kind: ItemKind = ItemKind.DISCUSSION
    points: tuple[str, ...] = ()
    minutes: int = 10
    owner: str = ""
    postponed: int = 0
    confidential: bool = False
    meeting: str = ""
    item: str = ""
