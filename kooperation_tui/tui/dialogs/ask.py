"""Short questions: yes or no, or one of a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from kooperation_tui.search.folding import fold
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.widgets.rows import Rows


class Confirm(Dialog[bool]):
    """Enter is yes, Esc is no; nothing else does anything. `text` is what it is about."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "yes", show=False)]

    def __init__(self, question: str, text: str = "") -> None:
        super().__init__(question)
        self._text = text

    def body(self) -> ComposeResult:
        """The text."""
        if self._text:
            yield Static(ink.put(self._text), markup=False)

    def keys(self) -> Content:
        """Yes and no."""
        return self.key_row(("enter", self.tr.t("yes")), ("escape", self.tr.t("no")))

    def action_yes(self) -> None:
        """Enter."""
        self.dismiss(True)


class Choose(Dialog[str]):
    """One of a list, found by typing a part of it.

    Args:
        options: (id, text) pairs.
        chosen: the one to begin with.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("pageup", "step(-10)", show=False),
        Binding("pagedown", "step(10)", show=False),
    ]

    def __init__(
        self, title: str, options: Sequence[tuple[str, str | Content]], chosen: str = ""
    ) -> None:
        super().__init__(title)
        self._options = [(id, ink.put(text)) for id, text in options]
        self._first = chosen

    def body(self) -> ComposeResult:
        """A field to narrow the list down, and the list."""
        yield Input(placeholder=self.tr.t("type to search"), compact=True, classes="filter")
        yield Rows(id="options")
        yield Static(self.tr.t("Nothing found."), id="nothing", markup=False)

    def about_this(self) -> tuple[str, ...]:
        """A list that narrows down."""
        return (
            self.tr.t("Type a part of a word to narrow the list down; ↑ ↓ choose, Enter takes."),
        )

    def keys(self) -> Content:
        """Enter and Esc."""
        return self.key_row(("enter", self.tr.t("choose")), ("escape", self.tr.t("back")))

    def on_mount(self) -> None:
        """The whole list first."""
        self.query_one(Rows).can_focus = False
        self.query_one(Input).cursor_blink = False
        self._narrow("")
        if self._first:
            self.query_one(Rows).choose(self._first)

    def _narrow(self, typed: str) -> None:
        """Rows with all words; "raum" finds Räume."""
        wanted = [fold(word) for word in typed.split()]
        found = [
            Row(text, id)
            for id, text in self._options
            if all(word in fold(text.plain) for word in wanted)
        ]
        begins = fold(typed.strip())
        found.sort(key=lambda row: not fold(row.text.plain).startswith(begins))
        self.query_one(Rows).show(found, chosen=found[0].id if found else "")
        self.query_one("#nothing").display = not found

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list down."""
        self._narrow(event.value)

    def on_input_submitted(self) -> None:
        """Enter."""
        chosen = self.query_one(Rows).chosen
        if chosen:
            self.dismiss(chosen)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click."""
        if event.option.id:
            self.dismiss(event.option.id)

    def action_step(self, by: int) -> None:
        """Move in the list while typing."""
        rows = self.query_one(Rows)
        for _ in range(abs(by)):
            if by > 0:
                rows.action_cursor_down()
            else:
                rows.action_cursor_up()
