"""Words to be written, changed, struck out, taken back."""

from __future__ import annotations

from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.intents.results import TakeAction
from kooperation_tui.domain.model import Value


class Say(Value):
    """A note, question, statement, confidential line, annex, or a gap."""

    kind: NoteKind
    text: str
    organisation: str = ""


class Continue(Value):
    """More words for the own seat's last text, or a remark on its last result."""

    text: str


class Substitute(Value):
    """`old` becomes `new` in the own seat's last text, first place."""

    old: str
    new: str


class Edit(Value):
    """Another wording for an entry; an empty one is refused (delete instead).

    `action` says how the line of an action reads now, with owner, helpers and date.
    """

    entry: str
    text: str
    action: TakeAction | None = None


class Delete(Value):
    entry: str


class MoveEntry(Value):
    entry: str
    item: str


class Mark(Value):
    entry: str
    confidential: bool = True


class Undo(Value):
    """Take back the own seat's last event that still stands."""
