"""F9: all meetings and decisions."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from kooperation_tui.tui.drawing.archive import archive_rows
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.lists import ListScreen
from kooperation_tui.tui.view import View


class ArchiveScreen(ListScreen):
    """One list."""

    AREA = "archive"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("archive")

    def rows(self, view: View) -> list[Row]:
        """What is to be read here."""
        return archive_rows(view)


SCREEN = ArchiveScreen
