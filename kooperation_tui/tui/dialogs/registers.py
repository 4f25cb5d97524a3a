"""The registers of data; Enter changes the chosen one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.commands.own_data import own_register
from kooperation_tui.tui import ink
from kooperation_tui.tui import register_work as work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.registers import about, register_detail, register_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.rows import Rows


class RegistersDialog(BoardDialog):
    """What is kept, by whom, how long.

    Args:
        chosen: id of the register to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("g", "checked", show=False),
        Binding("l", "remove", show=False),
        Binding("e", "own", show=False),
    ]

    def __init__(self, title: str, chosen: str = "") -> None:
        super().__init__(title)
        self._first = chosen

    def keys(self) -> Content:
        """Enter and the letters."""
        tr = self.tr
        keys = [("enter", tr.t("change")), ("n", tr.t("new")), ("g", tr.t("checked"))]
        keys.append(("l", tr.p("key", "remove")))
        return self.key_row(*keys, ("escape", tr.t("back")))

    def on_mount(self) -> None:
        """The list has the keys."""
        super().on_mount()
        if self._first:
            self.query_one(Rows).choose(self._first)

    def about(self, view: View) -> list[Content]:
        """What a register is."""
        return about(view)

    def rows(self, view: View) -> list[Row]:
        """The registers."""
        return register_rows(view) or [
            Row(ink.put((view.tr.t("Nothing is entered yet: n enters a register."), "dim")))
        ]

    def detail(self, view: View, chosen: str) -> list[Content]:
        """Everything about the chosen one."""
        return register_detail(view, chosen)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Other facts."""
        return work.enter(self.koop, chosen)

    def action_new(self) -> None:
        """n"""
        self.begin(work.enter(self.koop))

    def action_checked(self) -> None:
        """g"""
        if self.chosen:
            self.begin(work.checked(self.koop, self.chosen))

    def action_remove(self) -> None:
        """l"""
        if self.chosen:
            self.begin(work.remove_one(self.koop, self.chosen))

    def action_own(self) -> None:
        """e"""
        if own_register(self.koop.session.data) is None:
            self.begin(work.enter_this_file(self.koop))
