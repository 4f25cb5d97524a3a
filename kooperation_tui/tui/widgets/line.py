"""The line at the foot of F5: one line that grows to three rows while one types."""

from __future__ import annotations

import re
from typing import ClassVar, Final

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

_CONFIDENTIAL: Final = re.compile(
    r"\s*(?:\d{1,2}:\d{2}\s+|/(?:for|zu)\s+(?:TOP\s+)?\d+:?\s+)*%\s+", re.IGNORECASE
)
"""How a confidential line begins, also with a time or for another item."""
_DOTS: Final = {1: "•", 2: "＊"}
"""What stands for a letter of so many cells."""


class Line(TextArea):
    """A text field whose Enter sends. What is typed is never dropped here.

    Enter hands the text over and empties the field; whoever takes it puts a
    refused line back. Enter is a key like any other here, no binding with
    priority: that would overtake letters that are still on their way.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
        Binding("ctrl+z", "undo_or_ask", show=False),
        Binding("escape", "leave", show=False),
        Binding("ctrl+u", "empty", show=False),
    ]

    class Sent(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Pasted(Message):
        """Several lines were pasted; nothing was put into the field."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Earlier(Message):
        """Up or down in an empty field, or while an entry is being edited."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class Picked(Message):
        """Up or down while words to choose from are shown."""

        def __init__(self, step: int) -> None:
            super().__init__()
            self.step = step

    class UndoAsked(Message):
        """Ctrl+Z in the empty field."""

    class Left(Message):
        """Esc: whatever is going on here, not now."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, soft_wrap=True, show_line_numbers=False, compact=True)
        self.cursor_blink = False
        self.editing = False
        self.picking = False
        """Whether words to choose from are shown."""
        self.hiding = False
        """Whether what is confidential shows as dots: others look at the screen."""

    def hides(self, text: str) -> bool:
        """Whether a line is not for everybody's eyes."""
        return self.hiding and _CONFIDENTIAL.match(text) is not None

    @property
    def masked(self) -> bool:
        """Whether what stands here shows as dots."""
        return self.hides(self.text)

    def get_line(self, line_index: int) -> Text:
        """The line as it is drawn; of a confidential one only the mark."""
        line = super().get_line(line_index)
        found = _CONFIDENTIAL.match(line.plain) if self.hiding else None
        if found is None:
            return line
        dots = "".join(_DOTS.get(cell_len(c), c) for c in line.plain[found.end() :])
        return Text(line.plain[: found.end()] + dots, end="", no_wrap=True)

    def hide(self, hiding: bool) -> None:
        """Show what is confidential as dots, or in clear."""
        if hiding != self.hiding:
            self.hiding = hiding
            self.notify_style_update()  # what was drawn before shows it in clear
            self.refresh()

    def clear_text(self) -> None:
        """Empty the field; its history starts anew."""
        self.load_text("")

    def put_text(self, text: str) -> None:
        """Another text, the cursor at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    def on_key(self, event: events.Key) -> None:
        """Enter sends instead of beginning a new row."""
        if event.key == "enter":
            event.prevent_default()
            event.stop()
            self.action_send()

    def action_send(self) -> None:
        """Send what stands here; the next letter begins the next line."""
        self.post_message(self.Sent(self.text))  # before the message that the field is empty
        self.clear_text()

    def action_earlier(self) -> None:
        """Up: an earlier entry from the empty field (a blank is nothing), else the row above."""
        if self.picking:
            self.post_message(self.Picked(-1))
        elif not self.text.strip() or (self.editing and self.cursor_location[0] == 0):
            self.post_message(self.Earlier(-1))
        else:
            self.action_cursor_up()

    def action_later(self) -> None:
        """Down: back towards the newest entry, else the row below."""
        if self.picking:
            self.post_message(self.Picked(1))
        elif self.editing:
            self.post_message(self.Earlier(1))
        else:
            self.action_cursor_down()

    def action_undo_or_ask(self) -> None:
        """Ctrl+Z: typing in a filled field, the last entry in an empty one."""
        if self.text:
            self.action_undo()
        else:
            self.post_message(self.UndoAsked())

    def action_empty(self) -> None:
        """Ctrl+U: all of it, however many rows it takes; Ctrl+Z brings it back."""
        self.delete((0, 0), self.document.end)

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Left())

    def on_paste(self, event: events.Paste) -> None:
        """One line goes into the field; several are read first, elsewhere."""
        event.prevent_default()
        event.stop()
        self.take_paste(event.text)

    def take_paste(self, text: str) -> None:
        """What was pasted, here or where it could only be meant for the line."""
        text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
        if "\n" in text:
            self.post_message(self.Pasted(text))
        else:
            self.replace(text, *self.selection)
