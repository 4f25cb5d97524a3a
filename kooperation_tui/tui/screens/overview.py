"""F2: the next or running meeting, what is overdue, how far the agreement is."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.state import Phase
from kooperation_tui.store import shelf
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing import notices, overview
from kooperation_tui.tui.drawing.overview import Storing
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar, Notice
from kooperation_tui.tui.widgets.rows import Rows

FRAME = 7
"""Rows of bars, blanks and the heading of the meetings."""


class OverviewScreen(AreaScreen):
    """What is next; below all meetings to choose from: the one under the cursor is looked at."""

    AREA = "overview"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("overview")

    def __init__(self) -> None:
        super().__init__()
        self._drawn_for = ""
        self._storing: Storing | None = None
        self._looked = False

    def body(self) -> ComposeResult:
        """Next meeting, the rest, the list of meetings."""
        with Vertical(id="body"):
            yield Bar(id="next")
            yield Bar(id="rest")
            yield Bar(id="meetings-head")
            yield Rows(id="meetings")

    def on_mount(self) -> None:
        """The list has the keys, its cursor on the meeting looked at."""
        self.meetings.focus()

    def on_screen_resume(self) -> None:
        """Look anew at what takes a while."""
        super().on_screen_resume()
        self.start(self._look_around(self.session.path))

    async def _look_around(self, path: Path | None) -> None:
        """Whether the file can be written; reminders, which fold past meetings, come then, too."""
        if path is not None:
            self._storing = await asyncio.to_thread(_storing, path)
        self._looked = True
        self.show()

    def _reminders(self, view: View, whole: bool = False) -> tuple[notices.Notice, ...]:
        """None before the first screen stands: no past meeting is folded at the start."""
        return notices.notices(view, whole) if self._looked else ()

    @property
    def meetings(self) -> Rows:
        """The list of meetings."""
        return self.query_one("#meetings", Rows)

    def offers(self, action: str) -> bool:
        """All reminders, where there are any."""
        if action == "overview.all":
            return bool(self._reminders(self.view(), whole=True))
        return super().offers(action)

    def show(self) -> None:
        """The head names the meeting under the cursor, too."""
        if self.query("#meetings"):
            self._follow_cursor()
        super().show()

    def draw(self) -> None:
        """Everything as it is now."""
        view = self.view(self.size.width - 5)
        rows = overview.meeting_rows(view)
        above = overview.next_meeting(view, self._storing)
        self.query_one("#next", Bar).show(above)
        found = self._reminders(view)
        bare = overview.rest(view, dict.fromkeys(("actions", "notices"), 0), found)
        said = self.query_one(Notice).rows(self.size.width)
        used = sum(text.plain.count("\n") + 1 for text in (above, bare))
        left = self.size.height - FRAME - used - said
        given = overview.shares(view, left, len(rows), found)
        self.query_one("#rest", Bar).show(overview.rest(view, given, found))
        head = ink.put((self.tr.t("Meetings"), "head")) if rows else ink.put("")
        self.query_one("#meetings-head", Bar).show(head)
        self.meetings.show(rows, chosen=view.meeting_id)

    def _follow_cursor(self) -> None:
        """Where the cursor went the meeting follows, unless another was chosen elsewhere."""
        chosen, session = self.meetings.chosen, self.session
        if session.meeting_id == self._drawn_for and session.data.find(Meeting, chosen):
            session.meeting_id = chosen
        self._drawn_for = session.meeting_id

    def on_option_list_option_highlighted(self) -> None:
        """Another meeting is under the cursor: from now on it is the one looked at."""
        if self.meetings.chosen != self.session.meeting_id:
            self.show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Before it begins the agenda, else the minutes."""
        self._follow_cursor()
        state = self.view().state
        if state is not None:
            self.koop.action_area("agenda" if state.phase is Phase.PLANNED else "minutes")

    def action_new(self) -> None:
        """Plan a meeting."""
        self.start(self._new())

    async def _new(self) -> None:
        from kooperation_tui.tui.meetings import new_meeting

        if await new_meeting(self.koop):
            self.koop.action_area("agenda")

    def action_change(self) -> None:
        """Date, time and place of the meeting looked at."""
        from kooperation_tui.tui.meetings import change_meeting

        self._follow_cursor()
        self.start(change_meeting(self.koop))

    def action_cancel(self) -> None:
        """Delete"""
        from kooperation_tui.tui.cancelling import cancel_or_remove

        self._follow_cursor()
        self.start(cancel_or_remove(self.koop))

    def action_network(self) -> None:
        """Name, controller, how long it runs."""
        from kooperation_tui.tui.network import change_network

        self.start(change_network(self.koop))

    def action_all(self) -> None:
        """Everything that must not be forgotten."""
        self.start(self._all())

    async def _all(self) -> None:
        from kooperation_tui.tui.dialogs.ask import Choose
        from kooperation_tui.tui.dialogs.base import room

        view = self.view(room(self.app))
        found = self._reminders(view, whole=True)
        title = self.tr.t("Reminders ({count})", count=len(found))
        chosen = await self.koop.push_screen_wait(Choose(title, notices.options(view, found)))
        if chosen is not None:
            await self._go(found[int(chosen)])

    async def _go(self, notice: notices.Notice) -> None:
        """To the place where something can be done about it."""
        if notice.meeting:
            self.session.meeting_id = notice.meeting
            self.show()
        if "." in notice.where:
            await self.koop.do(notice.where)
        else:
            self.koop.action_area(notice.where)


def _storing(path: Path) -> Storing:
    """Whether the file and its folder can be written, and the last backup of it."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    made = [one.taken_at for one in shelf.backups(path) if not one.replaced]
    return Storing(writable=writable, backup=made[0] if made else None)


SCREEN = OverviewScreen
