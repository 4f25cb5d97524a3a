"""F9: what is past, and the search over everything."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from kooperation_tui.domain.model import Decision, Meeting
from kooperation_tui.search import Found, Searcher
from kooperation_tui.tui import archive_work as work
from kooperation_tui.tui.decision_work import change_standing
from kooperation_tui.tui.drafts import SEARCH
from kooperation_tui.tui.drawing import archive
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.found_places import open_found
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.listed import ListedScreen
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

MOST = 50
"""Hits that are shown; whoever wants another one types another word."""


class ArchiveScreen(ListedScreen):
    """A field to search in, past meetings, decisions."""

    AREA = "archive"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("archive")

    def __init__(self) -> None:
        super().__init__()
        self._searcher = Searcher()
        self._turn = asyncio.Lock()
        self._found: tuple[Found, ...] | None = ()

    def body(self) -> ComposeResult:
        """Field, list, detail."""
        with Vertical(id="body"):
            yield Input(id="search", compact=True)
            yield Rows(id="list")
            yield Bar(id="detail")

    def on_mount(self) -> None:
        """The list has the keys until somebody wants to search."""
        self.field.cursor_blink = False
        super().on_mount()
        drafts = self.session.drafts
        if drafts.is_old(SEARCH):
            self.koop.tell(self.tr.t("This is what you typed last time and did not save."), "warn")
        self.field.value = drafts.get(SEARCH)

    @property
    def field(self) -> Input:
        """Where people type what they look for."""
        return self.query_one("#search", Input)

    @property
    def query_text(self) -> str:
        """What is looked for, '' if nothing."""
        return self.field.value.strip() if self.query("#search") else ""

    def draw(self) -> None:
        """The list as it is now."""
        self.field.placeholder = self.tr.t("/ search in minutes, decisions, actions, partners …")
        super().draw()

    def rows(self, view: View) -> list[Row]:
        """Hits while something is looked for, else what is past."""
        if self.query_text:
            return archive.found_rows(view, self.query_text, self._found)
        return archive.archive_rows(view)

    def detail(self, view: View, chosen: str) -> Content:
        """What Enter does."""
        return archive.archive_detail(view, "" if self.query_text else chosen)

    def offers(self, action: str) -> bool:
        """A meeting can be chosen where the cursor is on one."""
        if action == "archive.choose":
            return super().offers(action) and self._meeting() != ""
        if action == "archive.open":
            return super().offers(action) and bool(self.chosen)
        if action == "archive.standing":
            return super().offers(action) and bool(self._decision())
        return super().offers(action)

    def _hit(self) -> Found | None:
        if not self.query_text or not self._found or not self.chosen:
            return None
        return self._found[int(self.chosen.partition(" ")[0])]

    def _meeting(self) -> str:
        """The meeting under the cursor, '' if none."""
        hit = self._hit()
        if hit is not None:
            return hit.meeting or (hit.id if hit.kind.value == "meeting" else "")
        known = self.session.data.find(Meeting, self.chosen) if not self.query_text else None
        return known.id if known is not None else ""

    def _decision(self) -> str:
        """The decision under the cursor, '' if none."""
        hit = self._hit()
        if hit is not None:
            return hit.id if hit.kind.value == "decision" else ""
        known = self.session.data.find(Decision, self.chosen) if not self.query_text else None
        return known.id if known is not None else ""

    @property
    def exported(self) -> str:
        """The meeting under the cursor."""
        return self._meeting()

    # Searching

    def action_search(self) -> None:
        """/"""
        self.field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for it; the first time takes a moment, so it is done in a thread."""
        event.stop()
        self.session.drafts.keep(SEARCH, self.query_text)
        self._found = None if self.query_text else ()
        if self.query_text:
            self.run_worker(self._search(self.query_text), group="search", exclusive=True)
        self._show_found()

    async def _search(self, query: str) -> None:
        data = self.session.data
        async with self._turn:
            if query != self.query_text:
                return
            today = self.view().today
            found = await asyncio.to_thread(self._searcher.find, data, query, MOST, today)
        if query == self.query_text:
            self._found = found
            self._show_found()

    def _show_found(self) -> None:
        self.draw()
        self.listed.choose("")
        self.show_foot()

    def on_key(self, event: events.Key) -> None:
        """From the field into the list, and out of the search."""
        if not self.field.has_focus:
            return
        match event.key:
            case "down" | "tab":
                self.listed.focus()
            case "escape":
                self._leave_search()
            case _:
                return
        event.stop()
        event.prevent_default()

    def action_read(self) -> None:
        """Esc: first the message, then the search."""
        if self.koop.messages.standing is None and self.query_text:
            self._leave_search()
        else:
            super().action_read()

    def _leave_search(self) -> None:
        self.field.value = ""
        self.listed.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter in the field opens the best hit."""
        event.stop()
        self.action_open()

    # What to do with a row

    def opened(self) -> None:
        """Enter or a click."""
        self.action_open()

    def action_open(self) -> None:
        """Minutes, a decision, or where the hit leads to."""
        hit = self._hit()
        if hit is not None:
            open_found(self.koop, hit)
        elif self._decision():
            work.show_decision(self.koop, self._decision())
        elif self._meeting():
            work.read_minutes(self.koop, self._meeting())

    def action_choose(self) -> None:
        """m"""
        if self._meeting():
            work.go_to(self.koop, self._meeting())

    def action_standing(self) -> None:
        """s"""
        self.start(change_standing(self.koop, self._decision()))

    def action_decision(self) -> None:
        """n"""
        self.start(self._entered(decision=True))

    def action_meeting(self) -> None:
        """v"""
        self.start(self._entered(decision=False))

    async def _entered(self, *, decision: bool) -> None:
        enter = work.earlier_decision if decision else work.earlier_meeting
        made = await enter(self.koop)
        if made and not self.query_text:
            self.listed.choose(made)


SCREEN = ArchiveScreen
