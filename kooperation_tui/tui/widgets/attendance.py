"""Who is there, before the meeting begins: letters act on the partner under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.tui.drawing.attendance import Seat, grid


class AttendanceGrid(Static, can_focus=True):
    """All partners in as many columns as fit."""

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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
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

    def _draw(self) -> None:
        cursor = self._cursor if self.has_focus else None
        self.update(grid(self._seats, cursor, self._width) if self._seats else Content(""))

    def on_focus(self) -> None:
        """Show the cursor."""
        self._draw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._draw()

    def action_step(self, by: int) -> None:
        """One partner up or down."""
        if self._seats:
            self._cursor = (self._cursor + by) % len(self._seats)
            self._draw()

    def action_across(self, by: int) -> None:
        """Into the other column."""
        from kooperation_tui.tui.drawing.attendance import columns

        height = -(-len(self._seats) // columns(self._width))
        if self._seats and 0 <= self._cursor + by * height < len(self._seats):
            self._cursor += by * height
            self._draw()

    def action_ask(self, what: str) -> None:
        """Tell the screen what was pressed."""
        self.post_message(self.Asked(what, self.chosen))
