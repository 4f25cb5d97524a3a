"""Who is there, before the meeting begins: letters act on the partner under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.tui.drawing.attendance import Seat, columns, grid


class AttendanceGrid(Static, can_focus=True):
    """All partners in as many columns as fit.

    Args:
        passed_on: takes what can only be meant for the line: a key that is no
            key here, and those still on their way when the line got the keys.
        pasted: takes pasted text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
        Binding("space,enter", "ask('there')", show=False),
        Binding("e", "ask('excused')", show=False),
        Binding("v", "ask('deputy')", show=False),
        Binding("a", "ask('all')", show=False),
        Binding("g", "ask('guest')", show=False),
        Binding("s", "ask('start')", show=False),
    ]

    class Asked(Message):
        """A letter was pressed on a partner."""

        def __init__(self, what: str, organisation: str) -> None:
            super().__init__()
            self.what = what
            self.organisation = organisation

    def __init__(
        self,
        passed_on: Callable[[events.Key], None],
        pasted: Callable[[events.Paste], None],
        *,
        id: str | None = None,
    ) -> None:
        super().__init__("", id=id, markup=False)
        self._passed_on = passed_on
        self._pasted = pasted
        self._seats: tuple[Seat, ...] = ()
        self._width = 78
        self._cursor = 0

    @property
    def chosen(self) -> str:
        """The partner under the cursor."""
        return self._seats[self._cursor].organisation if self._seats else ""

    def show(self, seats: tuple[Seat, ...], width: int) -> None:
        """Draw the partners."""
        self._seats = seats
        self._width = width
        self._cursor = min(self._cursor, max(len(seats) - 1, 0))
        self._draw()

    @property
    def _height(self) -> int:
        return -(-len(self._seats) // columns(self._width))

    @property
    def in_hand(self) -> bool:
        """Whether the keys go here. Known at once, before anything was told about it."""
        return self.screen.focused is self

    def _draw(self) -> None:
        cursor = self._cursor if self.in_hand else None
        self.update(grid(self._seats, cursor, self._width) if self._seats else Content(""))

    def _move(self, cursor: int) -> None:
        self._cursor = cursor
        self._draw()
        if isinstance(self.parent, VerticalScroll):
            row = self.virtual_region.y + cursor % self._height
            self.parent.scroll_to_region(Region(0, row, 1, 1), animate=False)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._draw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """What is no key of the list goes on to the line."""
        if self.in_hand:
            ours = not event.is_printable or event.key in self.screen.active_bindings
        else:
            ours = not event.is_printable and event.key != "enter"
        if ours:
            return
        event.prevent_default()
        event.stop()
        self._passed_on(event)

    def on_paste(self, event: events.Paste) -> None:
        """Nothing of a paste is lost."""
        event.prevent_default()
        event.stop()
        self._pasted(event)

    def action_step(self, by: int) -> None:
        """One partner up or down."""
        if self._seats:
            self._move((self._cursor + by) % len(self._seats))

    def action_across(self, by: int) -> None:
        """Into the other column."""
        if self._seats and 0 <= self._cursor + by * self._height < len(self._seats):
            self._move(self._cursor + by * self._height)

    def action_ask(self, what: str) -> None:
        """Tell the screen what was pressed."""
        self.post_message(self.Asked(what, self.chosen))
