"""The items of an agenda: a click chooses one, a second one opens it, its marks move it."""

from __future__ import annotations

from textual import events
from textual.message import Message

from kooperation_tui.tui.drawing.agenda import DOWN, UP
from kooperation_tui.tui.widgets.rows import Rows


class AgendaList(Rows):
    """Rows whose chosen one has ▲ and ▼ beside its number."""

    class Moved(Message):
        """A click on a mark of the chosen item: by -1 or 1 places."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    def on_click(self, event: events.Click) -> None:
        """Choose first; on the chosen item its marks, else open it."""
        event.prevent_default()
        option = event.style.meta.get("option")
        if option is None or self.get_option_at_index(option).disabled:
            return
        if option != self.highlighted:
            self.highlighted = option
            return
        x = event.get_content_offset_capture(self).x
        if x in UP or x in DOWN:
            self.post_message(self.Moved(-1 if x in UP else 1))
        else:
            self.action_select()
