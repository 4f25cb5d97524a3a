"""The wording that is decided on, in three rows at most: a longer one is paged through."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from kooperation_tui.tui import ink


def wording_keys() -> list[Binding]:
    """Keys of a dialog with such a box; its `action_page` turns the page."""
    return [
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
    ]


class WordingBox(VerticalScroll, can_focus=False):
    """Nothing of the text is cut; the scroll bar says that there is more."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(ink.put((self._text, "strong")), markup=False)

    def page(self, by: int) -> None:
        """Up or down by what is seen."""
        self.scroll_relative(y=by * max(self.size.height, 1), animate=False)
