"""What is still missing; before the close with the way to close in spite of it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.closing import closing_lines, goes_where
from kooperation_tui.tui.drawing.minutes import gap_lines


class GapsDialog(Dialog[bool]):
    """The list; with `closing`, Enter closes the meeting."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "close_meeting", show=False)]

    def __init__(self, *, closing: bool) -> None:
        super().__init__("")
        self._ends = closing

    def compose(self) -> ComposeResult:
        """The title in the interface's language."""
        self._title = self.tr.t("Still missing")
        yield from super().compose()

    def body(self) -> ComposeResult:
        """The gaps, or that there are none."""
        view = self.koop.session.view(self.tr, 64)
        rows = closing_lines(view) if self._ends else gap_lines(view)
        if not rows:
            rows = [ink.put((self.tr.t("Nothing is missing."), "good"))]
        if self._ends:
            rows += [Content(""), *goes_where(view)]
        with VerticalScroll():
            yield Static(ink.lines(rows), markup=False)

    def keys(self) -> Content:
        """Close in spite of it, or go back."""
        if not self._ends:
            return self.key_row(("escape", self.tr.t("back")))
        view = self.koop.session.view(self.tr, 64)
        label = self.tr.t("close anyway") if closing_lines(view) else self.tr.t("close the meeting")
        return self.key_row(("enter", label), ("escape", self.tr.t("back to the minutes")))

    def action_close_meeting(self) -> None:
        """Enter."""
        self.dismiss(True if self._ends else None)
