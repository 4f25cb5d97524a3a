"""A decision in text form while it runs; Enter notes the answer of the chosen partner."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.commands.circular import running
from kooperation_tui.tui import circular_work as work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.circular import about, answer_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


class CircularDialog(BoardDialog):
    """Who has answered what; counted when all have, or the time is over."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "close", show=False)]

    def keys(self) -> Content:
        """Enter, s, Esc."""
        tr = self.tr
        return self.key_row(
            ("enter", tr.t("note answer")), ("s", tr.t("count and end")), ("escape", tr.t("back"))
        )

    def about(self, view: View) -> list[Content]:
        """Wording, how far, the terms."""
        return about(view)

    def rows(self, view: View) -> list[Row]:
        """The partners."""
        return answer_rows(view)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Its answer."""
        return work.enter_answer(self.koop, chosen)

    def action_close(self) -> None:
        """s"""
        self.begin(self._close())

    async def _close(self) -> None:
        if await work.close(self.koop) and running(self.koop.session.data) is None:
            self.dismiss(None)
