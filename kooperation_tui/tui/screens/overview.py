"""F2: the next or running meeting, what is overdue, how far the agreement is."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing import overview
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

AROUND = 21
"""Rows of everything but the actions, with four meetings."""


class OverviewScreen(AreaScreen):
    """What is next; below all meetings to choose from."""

    AREA = "overview"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("overview")

    def body(self) -> ComposeResult:
        """Next meeting, the rest, the list of meetings."""
        with Vertical(id="body"):
            yield Bar(id="next")
            yield Bar(id="rest")
            yield Bar(id="meetings-head")
            yield Rows(id="meetings")

    def on_mount(self) -> None:
        """The list has the keys, its cursor on the meeting looked at."""
        self.query_one(Rows).focus()

    def draw(self) -> None:
        """Everything as it is now."""
        view = self.view(self.size.width - 5)
        rows = overview.meeting_rows(view)
        self.query_one("#next", Bar).show(overview.next_meeting(view))
        self.query_one("#rest", Bar).show(overview.rest(view, self.size.height - AROUND))
        head = ink.put((self.tr.t("Meetings"), "head")) if rows else ink.put("")
        self.query_one("#meetings-head", Bar).show(head)
        meetings = self.query_one(Rows)
        meetings.show(rows, chosen=None if meetings.chosen else view.meeting_id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """This meeting from now on; before it begins the agenda, else the minutes."""
        chosen = self.query_one(Rows).chosen
        if self.session.data.find(Meeting, chosen) is None:
            return
        self.session.meeting_id = chosen
        state = self.view().state
        planned = state is not None and state.phase is Phase.PLANNED
        self.show()
        self.koop.action_area("agenda" if planned else "minutes")

    def action_new(self) -> None:
        """Plan a meeting."""
        self.start(self._new())

    async def _new(self) -> None:
        from kooperation_tui.tui.meetings import new_meeting

        if await new_meeting(self.koop):
            self.koop.action_area("agenda")

    def action_change(self) -> None:
        """Date, time and place of the chosen meeting."""
        from kooperation_tui.tui.meetings import change_meeting

        chosen = self.query_one(Rows).chosen
        if chosen:
            self.session.meeting_id = chosen
            self.start(change_meeting(self.koop))


SCREEN = OverviewScreen
