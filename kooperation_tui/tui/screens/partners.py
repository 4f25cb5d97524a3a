"""F8: the partners and those who speak for them."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain.model import Organisation
from kooperation_tui.tui import contribution_work, ink
from kooperation_tui.tui import partner_changes as changes
from kooperation_tui.tui import partner_work as work
from kooperation_tui.tui.drawing import partners
from kooperation_tui.tui.drawing.partner_detail import partner_detail
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.register_work import show_registers
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.listed import ListedScreen
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

HIGH = 30
"""Rows from which on there is room for more than the list."""
_ON_A_PARTNER = frozenset({"partners.open", "partners.bring", "partners.status"})


class PartnersScreen(ListedScreen):
    """The list; the chosen partner below."""

    AREA = "partners"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("partners")

    def body(self) -> ComposeResult:
        """Count where there is room, list, detail."""
        with Vertical(id="body"):
            yield Bar(id="count")
            yield Rows(id="list")
            yield Bar(id="detail")

    def draw(self) -> None:
        """Twelve partners and the chosen one fill 24 rows; the count comes from 30 on."""
        view = self.view(self.size.width - 3)
        count = self.query_one("#count", Bar)
        count.display = self.size.height >= HIGH and bool(view.data.rows(Organisation))
        count.show(ink.put((partners.count_words(view), "strong")))
        super().draw()

    def rows(self, view: View) -> list[Row]:
        """The partners."""
        return partners.partner_rows(view)

    def detail(self, view: View, chosen: str) -> Content:
        """The chosen one."""
        return partner_detail(view, chosen)

    def offers(self, action: str) -> bool:
        """A partner can be opened where one is chosen."""
        return super().offers(action) and (action not in _ON_A_PARTNER or bool(self.chosen))

    @property
    def exported(self) -> str:
        """The partner under the cursor."""
        return self.chosen

    def opened(self) -> None:
        """Enter or a click."""
        self.action_open()

    def choose(self, identity: str) -> None:
        """Put the cursor on a partner."""
        self.show()
        self.listed.choose(identity)

    def action_open(self) -> None:
        """Names and people."""
        from kooperation_tui.tui.dialogs.partner import PartnerDialog

        if self.chosen:
            self.koop.push_screen(PartnerDialog(self.chosen), lambda _: self.show())

    def action_new(self) -> None:
        """n"""
        self.start(self._new())

    async def _new(self) -> None:
        made = await work.new_partner(self.koop)
        if made:
            self.listed.choose(made)

    def action_paste(self) -> None:
        """i"""
        self.start(work.insert_list(self.koop))

    def action_bring(self) -> None:
        """b"""
        if self.chosen:
            self.start(contribution_work.bring_in(self.koop, self.chosen))

    def action_status(self) -> None:
        """t"""
        if self.chosen:
            self.start(changes.change_status(self.koop, self.chosen))

    def action_contributions(self) -> None:
        """k"""
        self.start(contribution_work.look_through(self.koop))

    def action_data(self) -> None:
        """d"""
        self.start(show_registers(self.koop))

    def action_ending(self) -> None:
        """What has to be settled before the network ends."""
        from kooperation_tui.tui.archive_work import read_document

        read_document(self.koop, DocumentKind.DISSOLUTION)

    def action_admit(self) -> None:
        """u"""
        self.start(self._admit())

    async def _admit(self) -> None:
        from kooperation_tui.tui.admitting import admit

        one = await admit(self.koop, self.chosen)
        if one:
            self.listed.choose(one)


SCREEN = PartnersScreen
