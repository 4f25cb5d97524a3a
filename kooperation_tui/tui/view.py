"""What a drawing needs to know: the data, the meeting looked at, the reader, the moment."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from kooperation_tui.domain.afterwards import entered_afterwards, moment_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.i18n import Translator


@dataclass(frozen=True)
class View:
    """A moment's look at a network.

    Attributes:
        meeting: id of the meeting looked at, '' if there is none.
        width: cells a drawing may use.
        beamer: the wall sees the screen: no contacts, nothing confidential, no gaps.
    """

    data: Data
    meeting_id: str
    tr: Translator
    now: dt.datetime
    width: int = 78
    beamer: bool = False
    seat: str = ""

    @property
    def meeting(self) -> Meeting | None:
        """The meeting looked at."""
        return self.data.find(Meeting, self.meeting_id)

    @property
    def state(self) -> MeetingState | None:
        """Its state."""
        return state_of(self.data, self.meeting_id) if self.meeting is not None else None

    @property
    def afterwards(self) -> bool:
        """Whether the meeting looked at was held before and is entered now, from paper."""
        meeting, state = self.meeting, self.state
        if meeting is None or state is None:
            return False
        return entered_afterwards(self.data, meeting, state, self.now)

    @property
    def line_time(self) -> dt.datetime:
        """When a line without a time holds: now, or with the last one if entered afterwards."""
        meeting, state = self.meeting, self.state
        if meeting is None or state is None or not self.afterwards:
            return self.now
        return moment_of(meeting, state)

    def wide(self, width: int) -> View:
        """The same view for a place with another width."""
        return replace(self, width=width)

    @property
    def today(self) -> dt.date:
        """The day in the network's zone."""
        return self.now.date()
