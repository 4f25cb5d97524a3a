"""What was changed in minutes after a version of them had been sent."""

from __future__ import annotations

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import fold, state_of
from kooperation_tui.domain.model import Meeting, Value
from kooperation_tui.domain.state import Entry, MeetingState


class MinutesChange(Value):
    """A line by its entry: without `old` it is new, without `new` it was struck out."""

    entry: Entry
    old: str = ""
    new: str = ""


def is_secret(state: MeetingState, number: int, old: str) -> bool:
    """Whether words of a meeting's minutes are about a confidential item or line.

    Args:
        number: the item they stand under.
        old: the words, or a part of them.
    """
    item = state.numbered(number)
    if item is None:
        return False
    return item.item.confidential or any(
        entry.confidential and entry.item == item.item.id and old in entry.text
        for entry in state.entries
    )


def changes_between(
    data: Data, meeting: str, seq: int, until: int | None = None
) -> tuple[MinutesChange, ...]:
    """Lines worded otherwise than when the log ended with `seq`, by time.

    Args:
        until: where the log ended when the next version went out; None for now.
    """
    old, new = _lines(data, meeting, seq), _lines(data, meeting, until)
    found = [
        MinutesChange(entry=entry, old=_text(old, entry.id), new=_text(new, entry.id))
        for entry in (old | new).values()
        if _text(old, entry.id) != _text(new, entry.id)
    ]
    return tuple(sorted(found, key=lambda one: (one.entry.at, one.entry.seq)))


def _lines(data: Data, meeting: str, until: int | None) -> dict[str, Entry]:
    if until is None:
        state = state_of(data, meeting)
    else:
        log = (event for event in data.log(meeting) if event.seq <= until)
        state = fold(data, data.get(Meeting, meeting), log)
    return {entry.id: entry for entry in state.entries if not entry.deleted}


def _text(entries: dict[str, Entry], identity: str) -> str:
    """Words and remarks of a line, '' if it is not there."""
    entry = entries.get(identity)
    return " ".join((entry.text, *entry.remarks)).strip() if entry is not None else ""
