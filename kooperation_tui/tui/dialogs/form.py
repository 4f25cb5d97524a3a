"""A form: labels left, fields right, one row each; Enter saves, Esc asks if something changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.widgets.choice import Choice

Values = dict[str, str]


@dataclass(frozen=True)
class Field:
    """A row of a form; with `options` (value, label) it is chosen with ← and →.

    An empty field shows its `hint`, or an `example` of what is written there.
    """

    id: str
    label: str
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    example: str = ""


class Form(Dialog[Values]):
    """Asks for several values at once.

    Args:
        check: reads the values and raises KooperationError for what does not
            fit; the sentence is shown and the form stays.
        note: what follows from the values, drawn anew with each change.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("tab,down", "go(1)", show=False),
        Binding("shift+tab,up", "go(-1)", show=False),
        Binding("pageup", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(1)", show=False),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        *,
        check: Callable[[Values], object] | None = None,
        note: Callable[[Values], str] | None = None,
    ) -> None:
        super().__init__(title)
        self._fields = tuple(fields)
        self._check = check
        self._note = note

    @property
    def draft(self) -> str:
        """A form is found again by its title."""
        return f"form {self._title}"

    def body(self) -> ComposeResult:
        """The fields, what follows from them, and what does not fit."""
        width = max((ink.width(field.label) for field in self._fields), default=0) + 2
        with VerticalScroll(can_focus=False):
            for field in self._fields:
                with Horizontal(classes="field"):
                    label = Static(field.label, classes="label", markup=False)
                    label.styles.width = width
                    yield label
                    if field.options:
                        yield Choice(field.options, field.value, id=field.id)
                    else:
                        yield Input(field.value, self._empty(field), id=field.id, compact=True)
            yield Static("", id="note", markup=False)
        yield Static("", id="problem", markup=False)

    def _empty(self, field: Field) -> str:
        """What an empty field shows; never like a value that stands there."""
        return (
            self.tr.t("such as {example}", example=field.example) if field.example else field.hint
        )

    def about_this(self) -> tuple[str, ...]:
        """For somebody who sees it for the first time."""
        return (
            self.tr.t(
                "A form: Tab or ↓ goes to the next field, ← → change a choice, "
                "Enter saves all fields."
            ),
        )

    def keys(self) -> Content:
        """Enter, Tab, ← →, Esc."""
        found = [("enter", self.tr.t("save")), ("tab", self.tr.t("next field"))]
        if any(field.options for field in self._fields):
            found.append(("← →", self.tr.t("change")))
        return self.key_row(*found, ("escape", self.tr.t("back")))

    def on_mount(self) -> None:
        """No blinking; the first field is ready."""
        for field in self.query(Input):
            field.cursor_blink = False
            field.select_on_focus = False
            field.cursor_position = len(field.value)
        self._remark()

    @property
    def values(self) -> Values:
        """What stands in the fields."""
        found = {}
        for field in self._fields:
            widget = self.query_one(f"#{field.id}")
            assert isinstance(widget, Input | Choice)
            found[field.id] = widget.value
        return found

    @property
    def changed(self) -> bool:
        """Whether a field differs from the beginning."""
        first = {f.id: f.value or (f.options[0][0] if f.options else "") for f in self._fields}
        return self.values != first

    def _remark(self) -> None:
        said = self._note(self.values) if self._note is not None else ""
        note = self.query_one("#note", Static)
        note.display = bool(said)
        note.update(ink.put((said, "dim")))

    def on_input_changed(self) -> None:
        """Say what follows."""
        self._remark()

    def on_choice_changed(self) -> None:
        """Say what follows."""
        self._remark()

    def action_go(self, by: int) -> None:
        """To another field, which what is typed next replaces; a click puts the cursor."""
        field = self.focus_next() if by > 0 else self.focus_previous()
        if isinstance(field, Input):
            field.selection = Selection(0, len(field.value))

    def action_scroll(self, by: int) -> None:
        """To what follows from the values, where it does not fit."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=by * page.size.height, animate=False)

    def on_input_submitted(self) -> None:
        """Enter in a field."""
        self.action_save()

    def action_save(self) -> None:
        """Answer with the values if they fit."""
        values = self.values
        if self._check is not None:
            try:
                self._check(values)
            except KooperationError as error:
                said = self.tr.t(error.message, **error.args_by_name)
                self.query_one("#problem", Static).update(ink.put((said, "bad")))
                return
        self.dismiss(values)
