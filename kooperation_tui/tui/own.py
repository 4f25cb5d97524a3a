"""The changes of this session that can be taken back, the newest last (rules of the log, 5)."""

from __future__ import annotations

from dataclasses import dataclass

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.inverse import Rows, inverse, rows_before
from kooperation_tui.domain.model import Person
from kooperation_tui.domain.ways_back import takes_back
from kooperation_tui.store.contract import Command

MOST = 100
"""Changes that are remembered; the log remembers its lines by itself."""


@dataclass(frozen=True)
class Own:
    """A change somebody made here.

    Attributes:
        meeting: whose log it went to; '' outside a meeting.
        rows: what it replaced.
        back: takes it back; a line of a log is taken back by its log instead.
    """

    change: Change
    meeting: str
    rows: Rows
    back: Command


class OwnChanges:
    """What undo offers, one after the other. Taking back is no change of its own here."""

    def __init__(self) -> None:
        self._made: list[Own] = []

    @property
    def last(self) -> Own | None:
        """What undo offers next; None: what the log says."""
        return self._made[-1] if self._made else None

    def add(self, before: Data, change: Change) -> None:
        """Remember a change that was made."""
        if any(isinstance(r, Person) and r.erased_on is not None for r in change.puts):
            self._made.clear()  # a name that was erased comes back from nowhere
            return
        events = [r for r in change.puts if isinstance(r, Event)]
        if any(takes_back(e.what) for e in events):
            self._forget_line(events[0].meeting)
            return
        meeting = events[0].meeting if events else ""
        rows = rows_before(before, change)
        self._made.append(Own(change, meeting, rows, inverse(before, change)))
        del self._made[:-MOST]

    def _forget_line(self, meeting: str) -> None:
        """A line of this log was taken back: its newest."""
        place = next((n for n, o in enumerate(reversed(self._made)) if o.meeting == meeting), None)
        if place is not None:
            del self._made[-1 - place]

    def forget(self, change: Change) -> None:
        """It was taken back, cannot be, or took something back itself."""
        self._made = [own for own in self._made if own.change is not change]
