"""Words that were written, changed, struck out, taken back."""

from __future__ import annotations

from enum import StrEnum

from kooperation_tui.domain.events.results import ActionTaken
from kooperation_tui.domain.model import Value


class NoteKind(StrEnum):
    NOTE = "note"
    QUESTION = "question"
    GAP = "gap"
    STATEMENT = "statement"
    MINORITY = "minority"
    CONFIDENTIAL = "confidential"
    ANNEX = "annex"


class Noted(Value, tag="noted"):
    kind: NoteKind
    text: str
    organisation: str = ""
    item: str = ""


class Continued(Value, tag="continued"):
    """More text for an entry; after a result it is the result's remark."""

    entry: str
    text: str


class Revised(Value, tag="revised"):
    """Another wording for an entry; the old one is kept.

    `action` is a line about an action as it stands now, if more than its title changed.
    """

    entry: str
    text: str
    action: ActionTaken | None = None


class Deleted(Value, tag="deleted"):
    """An entry is struck out; its wording is kept in the log."""

    entry: str


class EntryMoved(Value, tag="entry_moved"):
    entry: str
    item: str


class Marked(Value, tag="marked"):
    """An entry becomes confidential, or stops being so."""

    entry: str
    confidential: bool


class Retracted(Value, tag="retracted"):
    """The seat takes its own event back (undo)."""

    event: str


class Blanked(Value, tag="blanked"):
    """A person was erased on request: `count` places in this log were blanked."""

    count: int
