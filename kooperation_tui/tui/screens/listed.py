"""Areas that are a list with the chosen row's detail below it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import AreaScreen
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows


class ListedScreen(AreaScreen):
    """A list and a detail. Subclasses say which rows, and what is said of the chosen one."""

    def body(self) -> ComposeResult:
        """List and detail."""
        with Vertical(id="body"):
            yield Rows(id="list")
            yield Bar(id="detail")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.listed.focus()

    @property
    def listed(self) -> Rows:
        """The list."""
        return self.query_one("#list", Rows)

    @property
    def chosen(self) -> str:
        """The id of the chosen row, '' if none."""
        return self.listed.chosen if self.query("#list") else ""

    def rows(self, view: View) -> list[Row]:
        """The rows to show."""
        raise NotImplementedError

    def detail(self, view: View, chosen: str) -> Content:
        """What is said of the chosen row."""
        raise NotImplementedError

    def draw(self) -> None:
        """The rows as they are now."""
        self.listed.show(self.rows(self.view(self.size.width - 3)))
        self.draw_detail()

    def draw_detail(self) -> None:
        """The detail of the chosen row."""
        view = self.view(self.size.width - 3)
        self.query_one("#detail", Bar).show(self.detail(view, self.chosen))

    def on_option_list_option_highlighted(self) -> None:
        """Another row is chosen."""
        if self.size.width and not self.has_class("-small"):
            self.draw_detail()
            self.show_foot()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.opened()

    def opened(self) -> None:
        """Enter on a row."""
        raise NotImplementedError
