"""One partner: names, people with their days, status; what it brings in."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from kooperation_tui.domain.applied import Resource
from kooperation_tui.domain.model import DelegationKind
from kooperation_tui.tui import contribution_work, ink, leaving_work
from kooperation_tui.tui import partner_changes as changes
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.partner import NAMES, partner_page
from kooperation_tui.tui.widgets.rows import Rows

WIDTH = 76
"""Cells of a row."""


class PartnerDialog(Dialog[None]):
    """Enter changes the chosen row; letters add, remove, and change the status.

    Args:
        partner: its id.
        chosen: id of the row to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "speaker", show=False),
        Binding("s", "deputy", show=False),
        Binding("t", "status", show=False),
        Binding("b", "bring", show=False),
        Binding("l", "remove", show=False),
        Binding("h", "held", show=False),
    ]

    def __init__(self, partner: str, chosen: str = "") -> None:
        super().__init__("")
        self._partner = partner
        self._first = chosen

    def body(self) -> ComposeResult:
        """One list."""
        yield Rows(id="page")

    def keys(self) -> Content:
        """Enter and the letters, on two lines so that none is broken apart."""
        tr = self.tr
        first = self.key_row(
            ("enter", tr.t("change")),
            ("v", tr.t("new representative")),
            ("s", tr.t("add deputy")),
            ("b", tr.t("contribution")),
        )
        second = self.key_row(
            ("l", tr.p("key", "remove")),
            ("t", tr.t("status")),
            ("h", tr.t("tasks")),
            ("escape", tr.t("back")),
        )
        return ink.lines([first, second])

    def on_mount(self) -> None:
        """The list has the keys."""
        self._draw()
        self.query_one(Rows).focus()
        if self._first:
            self.query_one(Rows).choose(self._first)

    def on_screen_resume(self) -> None:
        """A form was closed."""
        if self.query("#page"):
            self._draw()

    def _draw(self) -> None:
        width = min(WIDTH, self.app.size.width - 8)
        view = self.koop.session.view(self.tr, width)
        self.query_one(Rows).show(partner_page(view, self._partner))

    def _start(self, work: Coroutine[Any, Any, Any]) -> None:
        self.run_worker(self._then_draw(work))

    async def _then_draw(self, work: Coroutine[Any, Any, Any]) -> None:
        await work
        if self.is_mounted:
            self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        chosen = event.option.id or NAMES
        if chosen == NAMES:
            self._start(changes.change_names(self.koop, self._partner))
        elif self._is_given(chosen):
            self._start(contribution_work.change(self.koop, chosen))
        else:
            self._start(changes.change_person(self.koop, chosen))

    def _is_given(self, row: str) -> bool:
        """Whether a row is a contribution."""
        return self.koop.session.data.find(Resource, row) is not None

    def action_bring(self) -> None:
        """b"""
        self._start(contribution_work.bring_in(self.koop, self._partner))

    def action_remove(self) -> None:
        """l: a contribution, or a person"""
        chosen = self.query_one(Rows).chosen
        if chosen and chosen != NAMES:
            work = contribution_work.remove_one if self._is_given(chosen) else changes.remove_person
            self._start(work(self.koop, chosen))

    def action_held(self) -> None:
        """h"""
        self._start(leaving_work.show_held(self.koop, self._partner))

    def action_speaker(self) -> None:
        """v"""
        self._start(changes.new_person(self.koop, self._partner, DelegationKind.DELEGATE))

    def action_deputy(self) -> None:
        """s"""
        self._start(changes.new_person(self.koop, self._partner, DelegationKind.DEPUTY))

    def action_status(self) -> None:
        """t"""
        self._start(changes.change_status(self.koop, self._partner))
