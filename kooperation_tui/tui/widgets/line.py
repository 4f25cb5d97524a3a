"""The line at the foot of F5: one line that grows to three rows while one types."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea


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

    class UndoAsked(Message):
        """Ctrl+Z in the empty field."""

    class Left(Message):
        """Esc: whatever is going on here, not now."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, soft_wrap=True, show_line_numbers=False, compact=True)
        self.cursor_blink = False
        self.editing = False

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
        text = self.text
        self.clear_text()
        self.post_message(self.Sent(text))

    def give_back(self, text: str) -> None:
        """A refused line stands here again; typing replaces it, a cursor key keeps it."""
        self.put_text(text)
        self.select_all()

    def action_earlier(self) -> None:
        """Up: an earlier entry from the empty field, else the row above."""
        if not self.text or (self.editing and self.cursor_location[0] == 0):
            self.post_message(self.Earlier(-1))
        else:
            self.action_cursor_up()

    def action_later(self) -> None:
        """Down: back towards the newest entry, else the row below."""
        if self.editing:
            self.post_message(self.Earlier(1))
        else:
            self.action_cursor_down()

    def action_undo_or_ask(self) -> None:
        """Ctrl+Z: typing in a filled field, the last entry in an empty one."""
        if self.text:
            self.action_undo()
        else:
            self.post_message(self.UndoAsked())

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
