"""A table of numbers to fill in by digits: rows and columns with names, sums below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.widgets import Static

from kooperation_tui.tui import ink

CELL = 7
"""Cells of a column."""
_STEPS: Final = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}


class Numbers(Static, can_focus=True):
    """Digits go into the cell under the cursor, Enter goes to the next one.

    Args:
        rows, columns: their names.
        most: the largest number; a digit that would exceed it starts anew.
        name_width: cells of the rows' names.
    """

    class Changed(Message):
        """A number was typed or taken away."""

    def __init__(
        self,
        rows: Sequence[str],
        columns: Sequence[str],
        *,
        most: int,
        name_width: int = 24,
        id: str | None = None,
    ) -> None:
        super().__init__("", id=id, markup=False)
        self._names = tuple(rows)
        self._columns = tuple(columns)
        self._most = most
        self._name_width = name_width
        self._row = self._column = 0
        self._typing = False
        self.values: dict[tuple[int, int], int] = {}
        """(row, column) -> number; what is missing was not said."""

    @property
    def empty(self) -> int:
        """How many numbers are missing."""
        return len(self._names) * len(self._columns) - len(self.values)

    def sum_of(self, column: int) -> int:
        """The sum of a column so far."""
        return sum(n for (_, c), n in self.values.items() if c == column)

    def on_mount(self) -> None:
        """Draw it."""
        self._draw()

    def on_focus(self) -> None:
        """Show the cursor."""
        self._draw()

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Everything in one place, so that fast typing keeps its order."""
        if event.character is not None and event.character.isdecimal():
            self._digit(int(event.character))
        elif event.key in _STEPS:
            self._go(*_STEPS[event.key])
        elif event.key in ("enter", "space"):
            self._next()
        elif event.key in ("backspace", "delete"):
            self.values.pop((self._row, self._column), None)
            self._typing = False
            self._changed()
        else:
            return
        event.stop()

    def _digit(self, digit: int) -> None:
        here = (self._row, self._column)
        grown = self.values.get(here, 0) * 10 + digit if self._typing else digit
        self.values[here] = grown if grown <= self._most else min(digit, self._most)
        self._typing = True
        self._changed()

    def _go(self, down: int, right: int) -> None:
        self._row = max(0, min(len(self._names) - 1, self._row + down))
        self._column = max(0, min(len(self._columns) - 1, self._column + right))
        self._typing = False
        self._draw()

    def _next(self) -> None:
        """The next cell, at the end of a row the first one of the row below."""
        place = self._row * len(self._columns) + self._column + 1
        place = min(place, len(self._names) * len(self._columns) - 1)
        self._row, self._column = divmod(place, len(self._columns))
        self._typing = False
        self._draw()

    def _changed(self) -> None:
        self._draw()
        self.post_message(self.Changed())

    def _draw(self) -> None:
        self.update(ink.lines(self._drawn_row(n) for n in range(len(self._names))))
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """The cursor's row, where there is no room for all of them."""
        if isinstance(self.parent, VerticalScroll):
            row = Region(0, self.virtual_region.y + self._row, 1, 1)
            self.parent.scroll_to_region(row, animate=False)

    def on_resize(self) -> None:
        """Less room: the cursor stays in sight."""
        self._keep_in_sight()

    def head(self) -> Content:
        """The names of the columns, to stand above the table."""
        names = "".join(name.rjust(CELL - 1) + " " for name in self._columns)
        return ink.put((" " * self._name_width + names, "dim"))

    def sums(self, name: str) -> Content:
        """A row of sums that fits under the table."""
        found = "".join(
            str(self.sum_of(c)).rjust(CELL - 1) + " " for c in range(len(self._columns))
        )
        return ink.put((ink.fit(name, self._name_width), "dim"), (found, "strong"))

    def _drawn_row(self, row: int) -> Content:
        pieces: list[ink.Piece] = [ink.fit(self._names[row], self._name_width)]
        for column in range(len(self._columns)):
            value = self.values.get((row, column))
            text = "·" if value is None else str(value)
            here = self.has_focus and (row, column) == (self._row, self._column)
            if here:
                pieces += ["  ", (text.rjust(CELL - 3) + " ", "active")]
            else:
                pieces.append((text.rjust(CELL - 1) + " ", "dim" if value is None else ""))
        return ink.put(*pieces)
