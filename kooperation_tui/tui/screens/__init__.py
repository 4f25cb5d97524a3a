"""One module for each area. Screens give commands and draw states; they decide nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.base import AreaScreen


def make_screen(area: str) -> AreaScreen:
    """A new screen for an area; its module is loaded when it is first needed."""
    from importlib import import_module

    module = import_module(f"kooperation_tui.tui.screens.{area}")
    screen = module.SCREEN()
    assert area == screen.AREA
    return screen  # type: ignore[no-any-return]
