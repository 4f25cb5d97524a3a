"""A list to work on in a dialog: each step is done at once, what is refused stands below it."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.rows import Rows

WIDTH = 88
"""Cells of a row at most."""
_AROUND = 10


class BoardDialog(Dialog[None]):
    """Subclasses say what stands above the list, its rows, and what Enter does."""

    def about(self, view: View) -> list[Content]:
        """Above the list."""
        raise NotImplementedError

    def rows(self, view: View) -> list[Row]:
        """The list."""
        raise NotImplementedError

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Enter or a click on a row."""
        raise NotImplementedError

    def detail(self, view: View, chosen: str) -> list[Content]:
        """Below the list: more about the row under the cursor; nothing by default."""
        return []

    def body(self) -> ComposeResult:
        """What it is about, the list, the last message."""
        yield Static("", id="about", markup=False)
        yield Rows(id="list")
        yield Static("", id="detail", markup=False)
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """The list has the keys."""
        self.draw()
        self.query_one(Rows).focus()

    def on_resize(self) -> None:
        """Another width."""
        self.draw()

    def on_screen_resume(self) -> None:
        """A form was closed."""
        if self.query("#list"):
            self.draw()

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor, '' if none."""
        return self.query_one(Rows).chosen

    @property
    def page_view(self) -> View:
        """What is drawn, for the width of the dialog."""
        width = max(20, min(WIDTH, self.app.size.width - _AROUND))
        return self.koop.session.view(self.tr, width)

    def draw(self) -> None:
        """Everything as it is now."""
        view = self.page_view
        said = self.about(view)
        about = self.query_one("#about", Static)
        about.display = bool(said)
        about.update(ink.lines(said))
        rows = self.rows(view)
        self.query_one(Rows).show(rows)
        self.query_one(Rows).display = bool(rows)
        self._draw_detail()
        self.query_one("#keys", Static).update(self.keys())
        standing = self.koop.messages.standing
        problem = self.query_one("#problem", Static)
        problem.display = standing is not None
        if standing is not None:
            problem.update(ink.put((standing.text, standing.tone)))

    def _draw_detail(self) -> None:
        rows = self.detail(self.page_view, self.chosen)
        shown = self.query_one("#detail", Static)
        shown.display = bool(rows)
        shown.update(ink.lines(rows))

    def on_option_list_option_highlighted(self) -> None:
        """Another row."""
        self._draw_detail()

    def begin(self, work: Coroutine[Any, Any, Any] | None) -> None:
        """Do something that waits; then draw again."""
        if work is not None:
            self.koop.messages.read()
            self.run_worker(self._then_draw(work))

    async def _then_draw(self, work: Coroutine[Any, Any, Any]) -> None:
        known = {row.id for row in self.rows(self.page_view)}
        await work
        if not self.is_mounted:
            return
        self.draw()
        added = [row.id for row in self.rows(self.page_view) if row.id not in known]
        if added:
            self.query_one(Rows).choose(added[0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.begin(self.open_row(event.option.id or ""))
