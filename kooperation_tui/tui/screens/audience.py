"""The seat for the wall: to read only, nothing on it that does not belong there."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Digits

from kooperation_tui.tui.drawing import audience
from kooperation_tui.tui.drawing.head import head
from kooperation_tui.tui.drawing.minutes import last_minutes
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.session import pick_meeting
from kooperation_tui.tui.widgets.bars import Bar, Foot

_HERE = frozenset(
    {"app.help", "app.palette", "app.language", "app.theme", "app.leave", "app.messages"}
)
_AROUND = 16
"""Rows of everything but the wording and the decisions."""


class AudienceScreen(AreaScreen):
    """Clock, item, speakers, the open wording, what was decided."""

    AREA = "audience"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("audience")

    def compose(self) -> ComposeResult:
        """No row of areas: there is nowhere to go."""
        for part in super().compose():
            if part.id != "areas":
                yield part

    def body(self) -> ComposeResult:
        """From the top down what matters now."""
        with Vertical(id="body"):
            yield Bar(id="title")
            with Horizontal(id="clock-row"):
                yield Digits("", id="clock")
                yield Bar(id="beside")
            yield Bar(id="wording")
            yield Bar(id="decided")

    def offers(self, action: str) -> bool:
        """To read, to choose colours and language, to leave."""
        return action in _HERE

    def show(self) -> None:
        """The running meeting, whichever it is; always as for the wall."""
        session = self.session
        session.beamer = True
        session.meeting_id = pick_meeting(session.data, session.now())
        super().show()

    def draw_frame(self, width: int) -> None:
        """Only the head."""
        self.query_one("#head", Bar).show(head(self.view(width - 2)))

    def draw(self) -> None:
        """Everything as it is now."""
        view = self.view(self.size.width - 6)
        speakers = self.session.presence.speakers
        self.query_one("#title", Bar).show(audience.title(view))
        clock = self.query_one("#clock", Digits)
        now = self.tr.time(view.now)
        if clock.value != now:
            clock.update(now)
        beside = self.view(max(self.size.width - 32, 20))
        self.query_one("#beside", Bar).show(audience.beside_clock(beside, speakers))
        wording = audience.wording(view)
        bar = self.query_one("#wording", Bar)
        bar.display = bool(wording.plain)
        bar.show(wording)
        used = len(wording.plain.split("\n")) + 4 if wording.plain else 0
        decided = audience.decided(view, self.size.height - _AROUND - used)
        self.query_one("#decided", Bar).show(decided)

    def counts_seconds(self) -> bool:
        """Only in the last two minutes, as on F5."""
        return last_minutes(self.view(1))

    def show_foot(self) -> None:
        """Nothing was saved here."""
        width = self.size.width - 2
        self.query_one(Foot).show_actions(self.foot_actions(), width, self.tr, ())


SCREEN = AudienceScreen
