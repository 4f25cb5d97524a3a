"""A field with a few values: left and right change it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.tui import ink


class Choice(Static, can_focus=True):
    """One of a few values, shown as `‹ value ›`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right,space", "turn(1)", show=False),
    ]

    class Changed(Message):
        """Another value."""

    def __init__(
        self, options: Sequence[tuple[str, str]], value: str, *, id: str | None = None
    ) -> None:
        super().__init__("", id=id, markup=False)
        self._options = list(options)
        self._place = next((n for n, (v, _) in enumerate(options) if v == value), 0)

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._options[self._place][0] if self._options else ""

    def on_mount(self) -> None:
        """Draw it."""
        self._draw()

    def _draw(self) -> None:
        label = self._options[self._place][1] if self._options else ""
        self.update(ink.put(("‹ ", "link"), label, (" ›", "link")))

    def action_turn(self, by: int) -> None:
        """The next value, or the one before."""
        self._place = (self._place + by) % len(self._options)
        self._draw()
        self.post_message(self.Changed())

    def on_click(self) -> None:
        """A click takes the next value."""
        self.action_turn(1)
