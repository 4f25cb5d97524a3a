"""Columns pasted from a spreadsheet: looked at first, stored by Enter."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static, TextArea

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.sheets import Sheet, read_partners
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog

LONGEST = 200_000
"""Characters of a paste that are read; a list of partners is far shorter."""


class SheetArea(TextArea):
    """Enter begins a new line; in an empty last line, where a paste ends, it takes over."""

    def on_paste(self, event: events.Paste) -> None:
        """What was pasted, the cursor in an empty line below it."""
        event.prevent_default()
        event.stop()
        text = event.text[:LONGEST].replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        self.replace(text + "\n", *self.selection)
        self.focus()

    @property
    def at_the_end(self) -> bool:
        """Whether the cursor stands in an empty last line below something."""
        row, column = self.cursor_location
        return row > 0 and column == 0 and self.cursor_location == self.document.end


class SheetDialog(Dialog[str]):
    """The answer is the text to take over. `data` tells which codes are taken."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False, priority=True),
        Binding("ctrl+s", "save", show=False, priority=True),
        Binding("tab", "app.focus_next", show=False, priority=True),
    ]

    def __init__(self, title: str, data: Data) -> None:
        super().__init__(title)
        self._data = data
        self._sheet = Sheet()

    def body(self) -> ComposeResult:
        """What to paste, the field, what was recognised."""
        said = self.tr.t(
            "One line for each partner; copy the columns in your spreadsheet and paste them here. "
            "Columns: code (may be missing), name, represented by, deputy, e-mail. A line of "
            "headings may stand above them."
        )
        yield Static(ink.put((said, "dim")), classes="help", markup=False)
        area = SheetArea("", soft_wrap=False, show_line_numbers=False, compact=True, id="text")
        area.cursor_blink = False
        area.tab_behavior = "focus"
        yield area
        yield Static("", id="count", markup=False)
        with VerticalScroll(id="seen"):
            yield Static("", id="preview", markup=False)

    def keys(self) -> Content:
        """Enter in the empty last line, Esc."""
        return self.key_row(
            ("enter", self.tr.t("take over (in the empty last line)")),
            ("escape", self.tr.t("discard")),
        )

    @property
    def draft(self) -> str:
        """One for the network."""
        return "sheet"

    def on_mount(self) -> None:
        """Ready for the paste."""
        self.query_one(TextArea).focus()
        self._look()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.query_one(TextArea).text

    @property
    def changed(self) -> bool:
        """A paste is never thrown away without asking."""
        return bool(self.text.strip())

    def on_text_area_changed(self) -> None:
        """Read it anew."""
        self._look()

    def _look(self) -> None:
        tr = self.tr
        problem = ""
        self._sheet = Sheet()
        try:
            if self.text.strip():
                self._sheet = read_partners(self.text[:LONGEST], self._data)
        except KooperationError as error:
            problem = tr.t(error.message, **error.args_by_name)
        partners = tr.n("{count} partner", "{count} partners", len(self._sheet.partners))
        people = tr.n("{count} person", "{count} people", self._sheet.people)
        said = tr.t(
            "recognised: {partners}, {people} · nothing is stored yet",
            partners=partners,
            people=people,
        )
        self.query_one("#count", Static).update(
            ink.put((problem or said, "bad" if problem else "strong"))
        )
        self.query_one("#preview", Static).update(ink.lines(self._preview()))

    def _preview(self) -> list[Content]:
        """Problems first, then the partners as they would be stored."""
        tr = self.tr
        rows = []
        for one in self._sheet.problems:
            said = tr.t(one.message, **one.args)
            line = tr.t("Line {number}: {problem}.", number=one.line, problem=said)
            rows.append(ink.put((line, "warn")))
        for found in self._sheet.partners:
            people = ", ".join(filter(None, [found.delegate, *found.deputies]))
            text = " · ".join(filter(None, [found.name, people, found.email]))
            rows.append(ink.put((ink.fit(found.code, 9), "strong"), text))
        return rows

    def action_take(self) -> None:
        """Enter: a new line while typing, else take over."""
        area = self.query_one(SheetArea)
        if area.has_focus and not area.at_the_end:
            area.insert("\n")
            return
        self.action_save()

    def action_save(self) -> None:
        """Answer with the text if anything was recognised."""
        if self._sheet.partners:
            self.dismiss(self.text[:LONGEST])
