"""Longer texts: a wording to write, pasted lines to read before they run."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.dialogs.kept import Field

PASTE = "paste"
"""Place of the draft of what was pasted."""


class TextDialog(Dialog[str]):
    """A text to write. Strg+S saves; what was typed survives a closed terminal.

    Args:
        place: name of the draft; '' keeps none.
        help: what to write, above the field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", show=False, priority=True)]

    def __init__(self, title: str, text: str, *, place: str = "", help: str = "") -> None:
        super().__init__(title)
        self._text = text
        self._place = place
        self._help = help

    def body(self) -> ComposeResult:
        """Help and the field."""
        if self._help:
            yield Static(ink.put((self._help, "dim")), classes="help", markup=False)
        area = TextArea("", soft_wrap=True, show_line_numbers=False, compact=True, id="text")
        area.cursor_blink = False
        yield area

    def keys(self) -> Content:
        """Strg+S and Esc."""
        return self.key_row(("ctrl+s", self.tr.t("save")), ("escape", self.tr.t("back")))

    @property
    def draft(self) -> str:
        """Its place."""
        return self._place

    def draft_of(self, field: Field) -> tuple[str, str]:
        """It has one field."""
        return self._place, self._text

    def on_mount(self) -> None:
        """The text, ready to go on at its end."""
        area = self.query_one(TextArea)
        area.load_text(self._text)
        area.move_cursor(area.document.end)
        area.focus()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.query_one(TextArea).text

    @property
    def changed(self) -> bool:
        """Whether the text differs from the beginning."""
        return self.text != self._text

    def action_save(self) -> None:
        """Answer with the text."""
        self.dismiss(self.text)


class PasteDialog(TextDialog):
    """Several lines before they run; the answer is what shall be recorded."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, text: str) -> None:
        super().__init__("", text, place=PASTE)

    def compose(self) -> ComposeResult:
        """The title counts the lines."""
        rows = sum(1 for row in self._text.split("\n") if row.strip())
        self._title = self.tr.n("Paste {count} line", "Paste {count} lines", rows)
        self._help = self.tr.t(
            "Each line is recorded as if you had typed it. Nothing has been recorded yet. "
            "If one is refused, it stands here first, and the rest waits."
        )
        yield from super().compose()

    def keys(self) -> Content:
        """Strg+S and Esc."""
        return self.key_row(("ctrl+s", self.tr.t("record")), ("escape", self.tr.t("discard")))

    def draft_of(self, field: Field) -> tuple[str, str]:
        """All of it is kept until it was recorded."""
        return PASTE, ""

    @property
    def changed(self) -> bool:
        """A paste is never thrown away without asking."""
        return bool(self.text.strip())
