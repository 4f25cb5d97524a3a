"""Something to read: minutes, a decision, a history. ↑ and ↓ scroll, Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog


class ReadingDialog(Dialog[None]):
    """Plain text that was drawn before; nothing in it is read as markup.

    Args:
        rows: wrapped to the width of the dialog by whoever drew them.
        at: the row to begin with.
    """

    def __init__(self, title: str, rows: Sequence[Content], at: int = 0) -> None:
        super().__init__(title)
        self._rows = tuple(rows)
        self._at = at

    def body(self) -> ComposeResult:
        """The text."""
        with VerticalScroll():
            yield Static(ink.lines(self._rows), markup=False)

    def keys(self) -> Content:
        """Scroll, back."""
        return self.key_row(("↑↓", self.tr.t("scroll")), ("escape", self.tr.t("back")))

    def action_elsewhere(self, area: str) -> None:
        """F2 to F9: nothing is typed here, so over an area the key leads on at once."""
        below = self.app.screen_stack[-2] if len(self.app.screen_stack) > 1 else None
        if below is not self.koop.area_screen:
            super().action_elsewhere(area)
            return
        self.dismiss(None)
        self.koop.action_area(area)

    def on_mount(self) -> None:
        """The text has the keys."""
        page = self.query_one(VerticalScroll)
        page.focus()
        if self._at:
            self.call_after_refresh(page.scroll_to, y=self._at, animate=False)
