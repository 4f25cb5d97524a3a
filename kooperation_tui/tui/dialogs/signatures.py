"""The signature board: a row for each partner; Enter notes how far it is."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.model import Version
from kooperation_tui.tui import ink, signature_work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.signatures import about, board_rows, detail
from kooperation_tui.tui.view import View


class SignaturesDialog(BoardDialog):
    """Who signed this version.

    Args:
        version: its id.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("m", "remind", show=False)]

    def __init__(self, title: str, version: str) -> None:
        super().__init__(title)
        self._version = version

    def keys(self) -> Content:
        """Enter, m, Esc."""
        tr = self.tr
        return self.key_row(
            ("enter", tr.t("enter it")),
            ("m", tr.t("text for a reminder")),
            ("escape", tr.t("back")),
        )

    def about(self, view: View) -> list[Content]:
        """How many, and what the program is not."""
        return about(view, view.data.get(Version, self._version))

    def rows(self, view: View) -> list[Row]:
        """The partners; without any the way to them."""
        rows = board_rows(view, view.data.get(Version, self._version))
        return rows or [Row(ink.put((view.tr.t("No partner yet: F8 enters them."), "dim")))]

    def detail(self, view: View, chosen: str) -> list[Content]:
        """Who signs for the chosen partner, where, when, how, or why not yet."""
        return detail(view, view.data.get(Version, self._version), chosen)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any]:
        """Who signed, or why not yet."""
        return signature_work.note_signature(self.koop, self._version, chosen)

    def action_remind(self) -> None:
        """m"""
        signature_work.show_reminder(self.koop)
        self.draw()
