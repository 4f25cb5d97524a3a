"""The goals of the network; Enter changes the chosen one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.tui import goals_work as work
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.goals import about, goal_detail, goal_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


class GoalsDialog(BoardDialog):
    """What the network wants, and by what it is seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("l", "remove", show=False),
        Binding("j", "review", show=False),
    ]

    def keys(self) -> Content:
        """Enter and the letters."""
        tr = self.tr
        return self.key_row(
            ("enter", tr.t("change")),
            ("n", tr.t("new")),
            ("l", tr.p("key", "remove")),
            ("j", tr.t("look back")),
            ("escape", tr.t("back")),
        )

    def about(self, view: View) -> list[Content]:
        """What a goal is."""
        return about(view)

    def rows(self, view: View) -> list[Row]:
        """The goals."""
        return goal_rows(view) or [
            Row(ink.put((view.tr.t("Nothing is entered yet: n enters a goal."), "dim")))
        ]

    def detail(self, view: View, chosen: str) -> list[Content]:
        """Everything about the chosen one."""
        return goal_detail(view, chosen)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Other facts."""
        return work.enter(self.koop, chosen)

    def action_new(self) -> None:
        """n"""
        self.begin(work.enter(self.koop))

    def action_remove(self) -> None:
        """l"""
        if self.chosen:
            self.begin(work.remove_one(self.koop, self.chosen))

    def action_review(self) -> None:
        """j"""
        work.read_review(self.koop)
