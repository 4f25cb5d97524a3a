"""What was typed on F5 before the program ended comes back into the field or behind ↑."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.tui.pasting import PASTE, paste

if TYPE_CHECKING:
    from kooperation_tui.tui.recorder import Recorder


def restore(recorder: Recorder) -> None:
    """Bring back the line that was not sent, then the change that was not saved."""
    screen = recorder.screen
    drafts = screen.session.drafts
    text, pasted = drafts.get(recorder.place), drafts.get(PASTE)
    if pasted or "\n" in text:
        drafts.keep(PASTE, "")
        screen.start(paste(recorder, "\n".join(filter(None, [pasted, text]))))
    elif text:
        recorder.restored = text
        screen.line.put_text(text)
    if words := recorder.editor.bring_back():
        recorder.refused.add(words)
