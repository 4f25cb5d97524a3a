"""F8: the partners and those who speak for them."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from kooperation_tui.tui.drawing.partners import partner_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.lists import ListScreen
from kooperation_tui.tui.view import View


class PartnersScreen(ListScreen):
    """One list."""

    AREA = "partners"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("partners")

    def rows(self, view: View) -> list[Row]:
        """What is to be read here."""
        return partner_rows(view)


SCREEN = PartnersScreen
