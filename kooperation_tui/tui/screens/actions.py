"""F7: who does what by when, over all meetings."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from kooperation_tui.tui.drawing.actions import action_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.lists import ListScreen
from kooperation_tui.tui.view import View


class ActionsScreen(ListScreen):
    """One list."""

    AREA = "actions"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("actions")

    def rows(self, view: View) -> list[Row]:
        """What is to be read here."""
        return action_rows(view)


SCREEN = ActionsScreen
