"""What can be found: a text with a place to go to."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What was found."""

    ENTRY = "entry"
    ITEM = "item"
    MEETING = "meeting"
    DECISION = "decision"
    ACTION = "action"
    PARKING = "parking"
    BLOCK = "block"
    PARTNER = "partner"
    PERSON = "person"
    VERSION = "version"
    SIGNATURE = "signature"
    GOAL = "goal"
    CIRCULAR = "circular"
    APPLICATION = "application"
    RESOURCE = "resource"
    REGISTER = "register"
    ROLE = "role"
    BODY = "body"
    OBJECTION = "objection"
    NETWORK = "network"
    REMINDER = "reminder"


class Entry(NamedTuple):
    """A text that can be found.

    `id` is the event, the item, the row, or the key of a block; `title` a number,
    code or name; `text` is shown as excerpt, `more` only searched. `day` orders.
    """

    kind: Kind
    id: str
    meeting: str
    title: str
    text: str
    more: str = ""
    day: int = 0
    confidential: bool = False
