"""A field with a few values: left and right change it, letters jump to one that begins so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.search.folding import fold
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
        self._typed = ""

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._options[self._place][0] if self._options else ""

    def choose(self, value: str) -> None:
        """Another value; one that is no option changes nothing."""
        self._place = next((n for n, (v, _) in enumerate(self._options) if v == value), self._place)
        self._draw()

    def on_mount(self) -> None:
        """Draw it."""
        self._draw()

    def _draw(self) -> None:
        label = self._options[self._place][1] if self._options else ""
        self.update(ink.put(("‹ ", "link"), label, (" ›", "link")))

    def action_turn(self, by: int) -> None:
        """The next value, or the one before."""
        self._typed = ""
        self._take((self._place + by) % len(self._options))

    def _take(self, place: int) -> None:
        self._place = place
        self._draw()
        self.post_message(self.Changed())

    def on_key(self, event: events.Key) -> None:
        """Letters jump: `jbh` to the partner with this code; what fits nothing begins anew."""
        if event.key == "backspace":
            self._typed = self._typed[:-1]
        elif event.character is None or not event.is_printable or event.character == " ":
            return
        else:
            found = self._begins(self._typed + event.character)
            self._typed = self._typed + event.character if found is not None else event.character
            place = found if found is not None else self._begins(event.character)
            if place is not None:
                self._take(place)
            else:
                self._typed = ""
        event.stop()
        event.prevent_default()

    def _begins(self, typed: str) -> int | None:
        """The first value whose words begin so, else one with such a word in it."""
        wanted = fold(typed)
        labels = [fold(label) for _, label in self._options]
        for found in (
            (n for n, label in enumerate(labels) if label.startswith(wanted)),
            (n for n, label in enumerate(labels) if f" {wanted}" in label),
        ):
            place = next(found, None)
            if place is not None:
                return place
        return None

    def on_blur(self) -> None:
        """What is typed later begins anew."""
        self._typed = ""

    def on_click(self) -> None:
        """A click takes the next value."""
        self.action_turn(1)
