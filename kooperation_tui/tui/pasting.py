"""Several lines pasted into the line of F5: read first, then recorded one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.tui.dialogs.text import PASTE, PasteDialog

if TYPE_CHECKING:
    from kooperation_tui.tui.recorder import Recorder

__all__ = ["PASTE", "paste"]


async def paste(recorder: Recorder, text: str) -> None:
    """Record what was pasted; stop at a refused line and keep the rest."""
    screen = recorder.screen
    rest: str | None = text
    kept = screen.line.text
    while rest:
        rest = await screen.koop.push_screen_wait(PasteDialog(rest))
        if rest is None:
            break
        rest = await _record_lines(recorder, rest)
    screen.line.put_text(kept)


def _say_question(recorder: Recorder, line: str) -> None:
    """A line with several readings is written anew in the dialog, not answered by a digit."""
    question = recorder.asked.question
    if question is not None and recorder.asked.line == line:
        recorder.asked.over()
        recorder.screen.koop.tell(question.text, "warn")


async def _record_lines(recorder: Recorder, text: str) -> str:
    """Record line by line; what was not recorded is the answer."""
    left = [row for row in text.split("\n") if row.strip()]
    while left:
        if not await recorder.send_line(left[0]):
            _say_question(recorder, left[0])
            return "\n".join(left)
        left.pop(0)
    return ""
