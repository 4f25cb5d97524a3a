"""The rules of procedure; Enter changes the chosen one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.tui import rules_work as work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.rules import about, rule_detail, rule_rows
from kooperation_tui.tui.view import View


class RulesDialog(BoardDialog):
    """Quorum, majorities, deadlines, deciding in text form."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("v", "template", show=False)]

    def keys(self) -> Content:
        """Enter, v, Esc."""
        tr = self.tr
        return self.key_row(
            ("enter", tr.t("change")), ("v", tr.t("template")), ("escape", tr.t("back"))
        )

    def about(self, view: View) -> list[Content]:
        """Where the rules come from."""
        return about(view)

    def rows(self, view: View) -> list[Row]:
        """The rules."""
        return rule_rows(view)

    def detail(self, view: View, chosen: str) -> list[Content]:
        """The chosen one."""
        return rule_detail(view, chosen)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Another value."""
        return work.change_rule(self.koop, chosen)

    def action_template(self) -> None:
        """v"""
        self.begin(work.choose_template(self.koop))
