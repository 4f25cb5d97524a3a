"""Ctrl+Z: the own last change is named, taken back after asking; once more, the one before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.editing import last_own
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.intents import Undo
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.scene import Scene
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.drawing.own_changes import change_named
from kooperation_tui.tui.drawing.own_lines import line_named
from kooperation_tui.tui.own import Own
from kooperation_tui.tui.session import new_id

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def undo(app: KooperationApp) -> None:
    """Take back the newest own change that was not taken back yet.

    Without one in this session it is the last line of the meeting looked at:
    the log remembers its lines.
    """
    session = app.session
    if session.store is None:
        return
    own = session.own.last
    if own is not None and not own.meeting:
        await _undo_change(app, own)
    else:
        await _undo_line(app, own.meeting if own is not None else session.meeting_id)


async def _undo_change(app: KooperationApp, own: Own) -> None:
    view = app.session.view(app.tr, 60)
    if await _confirmed(app, *change_named(view, own.rows, own.change)):
        app.session.own.forget(own.change)
        saved = await app.change(own.back)
        if saved is not None:
            app.session.own.forget(saved.change)


async def _undo_line(app: KooperationApp, meeting: str) -> None:
    session = app.session
    view = replace(session.view(app.tr, 60), meeting_id=meeting)
    row, state, moment = view.meeting, view.state, session.moment()
    if row is None or state is None:
        return
    try:
        event = last_own(Scene(view.data, row, state, moment, at=moment.now, event_id=""))
    except KooperationError as error:
        app.say(error)
        return
    if not await _confirmed(app, *line_named(view, event)):
        return
    event_id = new_id()

    def wanted(data: Data) -> Change:
        return record(data, meeting, Undo(), moment, event_id=event_id)

    await app.change(wanted)


async def _confirmed(app: KooperationApp, what: str, words: str) -> bool:
    """`Beschluss B4 zurücknehmen?` and its words."""
    said = app.tr.t("Take back {what}?", what=what)
    wanted = await app.push_screen_wait(Confirm(said[:1].upper() + said[1:], words))
    return bool(wanted)
