"""The run of the meeting and of its agenda."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.model import ItemKind, MinutesPart, Subject, Value


class Start(Value):
    """The meeting begins; with `afterwards` it was held before and is entered now."""

    afterwards: bool = False


class Next(Value):
    """On to the next item. `after` names the item it was said in, so that two
    hands that press at once move on only once."""

    after: str = ""


class GoTo(Value):
    number: int


class Pause(Value):
    minutes: int = 0


class Resume(Value):
    pass


class Extend(Value):
    minutes: int


class Close(Value):
    """`force` closes although items have no outcome."""

    force: bool = False


class AddItem(Value):
    title: str
    minutes: int = 0
    kind: ItemKind = ItemKind.DISCUSSION
    subject: Subject = Subject.ORDINARY


class MoveBefore(Value):
    number: int
    before: int


class SetMinutes(Value):
    number: int
    minutes: int


class SetOutcome(Value):
    """How the running item ends, or (with `point`) one point of the agreement.

    POSTPONED without `until` goes to the next meeting, whenever that is.
    """

    kind: OutcomeKind
    text: str = ""
    until: dt.date | None = None
    point: str = ""


class Correct(Value):
    """A passage of the minutes to be approved; `item` is 0 in a part that is no item."""

    item: int
    old: str
    new: str
    part: MinutesPart = MinutesPart.ITEM


class NextMeeting(Value):
    start: dt.datetime
    place: str = ""
