"""Longer texts: a wording to write, pasted lines to read before they run."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog


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
        yield Static("", id="note", markup=False)

    def keys(self) -> Content:
        """Strg+S and Esc."""
        return self.key_row(("ctrl+s", self.tr.t("save")), ("escape", self.tr.t("back")))

    def on_mount(self) -> None:
        """A draft that was never saved comes first."""
        drafts = self.koop.session.drafts
        draft = drafts.get(self._place) if self._place else ""
        area = self.query_one(TextArea)
        area.load_text(draft or self._text)
        area.move_cursor(area.document.end)
        area.focus()
        if draft and draft != self._text:
            said = self.tr.t("This is what you typed last time and did not save.")
            self.query_one("#note", Static).update(ink.put((said, "warn")))

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.query_one(TextArea).text

    @property
    def changed(self) -> bool:
        """Whether the text differs from the beginning."""
        return self.text != self._text

    def on_text_area_changed(self) -> None:
        """Keep the draft."""
        if self._place:
            kept = self.text if self.changed else ""
            self.koop.session.drafts.keep(self._place, kept)

    def action_save(self) -> None:
        """Answer with the text."""
        if self._place:
            self.koop.session.drafts.keep(self._place, "")
        self.dismiss(self.text)

    async def _ask_to_leave(self) -> None:
        await super()._ask_to_leave()
        if self._place and not self.is_current:
            self.koop.session.drafts.keep(self._place, "")


class PasteDialog(TextDialog):
    """Several lines before they run; the answer is what shall be recorded."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, text: str) -> None:
        super().__init__("", text, place="paste")

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

    @property
    def changed(self) -> bool:
        """A paste is never thrown away without asking."""
        return bool(self.text.strip())
