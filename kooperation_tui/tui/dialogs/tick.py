"""Several of a list: the space bar ticks, Enter takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.widgets.rows import Rows


class Tick(Dialog[tuple[str, ...]]):
    """The answer is what was ticked, in the order of the list.

    Args:
        options: (id, text) pairs.
        ticked: ids to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "turn", show=False),
        Binding("a", "all", show=False),
        Binding("enter", "take", show=False, priority=True),
    ]

    def __init__(
        self, title: str, options: Sequence[tuple[str, str]], ticked: Iterable[str], help: str
    ) -> None:
        super().__init__(title)
        self._options = tuple(options)
        self._ticked = set(ticked)
        self._help = help

    def body(self) -> ComposeResult:
        """What it is about, and the list."""
        yield Static(ink.put((self._help, "dim")), classes="help", markup=False)
        yield Rows(id="options")

    def keys(self) -> Content:
        """Space, all, Enter, Esc."""
        tr = self.tr
        return self.key_row(
            ("space", tr.t("tick")),
            ("a", tr.t("all/none")),
            ("enter", tr.t("take over")),
            ("escape", tr.t("back")),
        )

    def on_mount(self) -> None:
        """The list has the keys."""
        self._draw()
        self.query_one(Rows).focus()

    def _draw(self) -> None:
        rows = [
            Row(ink.put(("[x] " if id in self._ticked else "[ ] ", "mark"), text), id)
            for id, text in self._options
        ]
        self.query_one(Rows).show(rows)

    def action_turn(self) -> None:
        """Space."""
        self._ticked ^= {self.query_one(Rows).chosen}
        self._draw()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        event.stop()
        self.action_turn()

    def action_all(self) -> None:
        """a"""
        everything = {id for id, _ in self._options}
        self._ticked = set() if everything <= self._ticked else everything
        self._draw()

    def action_take(self) -> None:
        """Enter."""
        self.dismiss(tuple(id for id, _ in self._options if id in self._ticked))
