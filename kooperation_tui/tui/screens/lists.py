"""Areas that are one list to read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import AreaScreen
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.rows import Rows


class ListScreen(AreaScreen):
    """A list over the whole body. Subclasses say which rows."""

    LIST_ID: ClassVar[str] = "list"

    def body(self) -> ComposeResult:
        """The list."""
        with Container(id="body"):
            yield Rows(id=self.LIST_ID)

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()

    def rows(self, view: View) -> list[Row]:
        """The rows to show."""
        raise NotImplementedError

    def draw(self) -> None:
        """The rows as they are now."""
        self.query_one(Rows).show(self.rows(self.view(self.size.width - 5)))
