"""A list of rows: one widget for every list of the interface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from kooperation_tui.tui.drawing.row import Row


class Rows(OptionList):
    """Rows with a cursor that stays on its row, by id, when the rows change.

    Without `choosing` there is a cursor only where somebody put it.
    """

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, choosing: bool = True
    ) -> None:
        super().__init__(id=id, classes=classes, markup=False)
        self._choosing = choosing
        self._rows: tuple[Row, ...] = ()

    @property
    def chosen(self) -> str:
        """The id of the row under the cursor, '' if none."""
        option = self.highlighted_option
        return (option.id or "") if option is not None else ""

    def show(self, rows: Sequence[Row], chosen: str | None = None) -> bool:
        """Put these rows in place; what did not change is left alone. True if anything did."""
        rows = tuple(rows)
        wanted = self.chosen if chosen is None else chosen
        was, here = self._rows, self.highlighted
        if rows == was and chosen is None:
            return False
        self._rows = rows
        if [r.id for r in rows] == [r.id for r in was]:
            for index, (new, old) in enumerate(zip(rows, was, strict=True)):
                if new != old:
                    self.replace_option_prompt_at_index(index, new.text)
        elif rows[: len(was)] == was:
            self.add_options(_options(rows[len(was) :]))
        else:
            self.clear_options()
            self.add_options(_options(rows))
        self._choose(wanted, here)
        return rows != was

    def choose(self, identity: str) -> None:
        """Put the cursor on a row; if it is not there, where it is or on the first one."""
        self._choose(identity, self.highlighted)

    def _choose(self, identity: str, here: int | None) -> None:
        places = [n for n, row in enumerate(self._rows) if row.id]
        if not places or not (self._choosing or identity):
            self.highlighted = None
            return
        place = next((n for n in places if self._rows[n].id == identity), None)
        if place is None:
            place = min(places, key=lambda n: abs(n - here)) if here is not None else places[0]
        self.highlighted = place

    def on_resize(self) -> None:
        """The cursor stays in sight when the place gets smaller, without one the end."""
        if self.highlighted is not None:
            self.call_after_refresh(self.scroll_to_highlight)
        elif not self._choosing:
            self.call_after_refresh(self.to_end)

    def to_end(self) -> None:
        """Show the last row without choosing it."""
        self.scroll_end(animate=False)


def _options(rows: Sequence[Row]) -> list[Option]:
    return [Option(row.text, id=row.id or None, disabled=not row.id) for row in rows]
