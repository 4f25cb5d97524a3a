"""What a partner still holds; Enter hands the chosen thing over."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from textual.content import Content

from kooperation_tui.tui import leaving_work as work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.held import about, held_rows, to_hand_over
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


class HeldDialog(BoardDialog):
    """Of one partner (by id)."""

    def __init__(self, title: str, partner: str) -> None:
        super().__init__(title)
        self._partner = partner

    def keys(self) -> Content:
        """Enter, Esc."""
        tr = self.tr
        return self.key_row(("enter", tr.t("hand over")), ("escape", tr.t("back")))

    def about(self, view: View) -> list[Content]:
        """Who left when."""
        return about(view, self._partner)

    def rows(self, view: View) -> list[Row]:
        """What it holds."""
        return held_rows(view, self._partner)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """To whom?"""
        held = to_hand_over(self.page_view, self._partner)
        return work.hand_over(self.koop, held[int(chosen)])
