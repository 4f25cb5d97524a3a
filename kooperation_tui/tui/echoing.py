"""The row above the line of F5: how what stands in the line will be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.capture import preview
from kooperation_tui.capture.words import BY_WORD, fold
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import answering, ink, prepared
from kooperation_tui.tui.drawing import echo as drawing
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from textual.content import Content

    from kooperation_tui.tui.recorder import Recorder

_BEGINS = tuple("!>#:%+-−–~")
"""Marks that need something behind them: alone they are the first letter of a line."""


def echo(recorder: Recorder, view: View) -> Content:
    """How the line will be read."""
    screen, line = recorder.screen, recorder.screen.line
    text = line.text
    if recorder.editor.entry:
        return drawing.editing(view)
    if view.meeting is None:
        return drawing.no_meeting(view)
    if not text.strip():
        planned = view.state is not None and view.state.phase is Phase.PLANNED
        waiting = len(recorder.refused.lines)
        return ink.put() if planned and not waiting else drawing.cheat_sheet(view, waiting)
    if (answer := recorder.asked.answered(text)) is not None:
        return ink.put((text.strip() + " ", "mark"), answer.label)
    if text == recorder.opened and text.strip() not in _BEGINS:
        return drawing.opened(view)
    if line.masked:
        return drawing.hidden(view)
    if line.picking and fold(text.removeprefix("/")) not in BY_WORD:
        return drawing.picking(view)
    if (problem := answering.no_answer(recorder, text)) is not None:
        return drawing.problem(view, problem)
    if text.startswith("=") and _lacks_wording(recorder, view, text):
        return drawing.prepared(view)
    found = preview(text, view.data, view.meeting_id, screen.session.moment(), view.tr)
    left = 0 if text.lstrip().startswith("/") else recorder.asked.leaves(view)
    refused = text == recorder.refused.here
    if text.strip() in _BEGINS and found.tone == "error" and not refused:
        return drawing.begun(found, view.width)
    return drawing.echo_text(found, view.width, tr=view.tr, refused=refused, left=left)


def _lacks_wording(recorder: Recorder, view: View, text: str) -> bool:
    """Whether a line is a result of which a prepared wording waits."""
    return bool(prepared.waiting(view, recorder.read(text, recorder.screen.session.moment())))
