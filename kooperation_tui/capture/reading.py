"""What a line was read as, and what has to be asked or said about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from enum import StrEnum

import msgspec

from kooperation_tui.capture.dates import Ambiguous
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import Intent
from kooperation_tui.domain.model import Value


class Message(Value):
    """A sentence for the reader: a message id and the values for its places."""

    msgid: str
    args: dict[str, object] = msgspec.field(default_factory=dict)


def M_(msgid: str, /, **args: object) -> Message:
    """A message, marked for the catalogue where it is written down."""
    return Message(msgid=msgid, args=args)


class Choice(Value):
    """One reading of a line that has several.

    `line` says the same without a doubt; '' where no line does.
    """

    label: Message
    intent: Intent
    line: str = ""


class Speaking(StrEnum):
    """What a line does to the speakers' list."""

    JOIN = "join"
    LEAVE = "leave"
    NEXT = "next"
    CLOSE = "close"


class SpeakersCommand(Value):
    """A change of the speakers' list; `organisation` is an id or ''."""

    what: Speaking
    organisation: str = ""


class Reading(Value):
    """A line, read.

    `line` is the normalised text, `at` a typed time in the network's zone,
    `item` the id of the item it was said to belong to. Exactly one of `intent`,
    `speakers` and `question` is set; none of them for an empty line. A question
    names its readings in its own sentence, `choices` offer them. `rather` is the
    line that may have been meant by a note, '' if it is no more than a note.
    """

    line: str
    intent: Intent | None = None
    at: dt.datetime | None = None
    item: str = ""
    hints: tuple[Message, ...] = ()
    question: Message | None = None
    choices: tuple[Choice, ...] = ()
    speakers: SpeakersCommand | None = None
    rather: str = ""


def given(intent: Intent, *hints: Message) -> Reading:
    """A reading without a doubt."""
    return Reading(line="", intent=intent, hints=hints)


def asked(question: Message, *choices: Choice) -> Reading:
    """A reading that somebody must choose."""
    return Reading(line="", question=question, choices=choices)


def hinted(reading: Reading, *hints: Message) -> Reading:
    """The reading with more said about it."""
    return msgspec.structs.replace(reading, hints=reading.hints + hints) if hints else reading


def in_two_ways(when: Ambiguous, typed: str) -> Refused:
    """The sentence for a date that can be two."""
    return Refused(
        "“{text}” can be {first} or {second}; write the date like {iso}.",
        text=typed,
        first=when.first,
        second=when.second,
        iso=when.first.isoformat(),
    )


def on_day(
    when: dt.date | Ambiguous, typed: str, build: Callable[[dt.date], Intent], *hints: Message
) -> Reading:
    """A reading that hangs on a date; an ambiguous one is asked."""
    if isinstance(when, dt.date):
        return given(build(when), *hints)
    doubt = in_two_ways(when, typed)
    question = Message(msgid=doubt.message, args=doubt.args_by_name)
    choices = (
        Choice(label=M_("{date}", date=day), intent=build(day)) for day in (when.first, when.second)
    )
    return asked(question, *choices)
