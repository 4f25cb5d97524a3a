"""A planned meeting that does not take place: called off, or removed as a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.fields import remove
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Meeting, MeetingStatus
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.session import pick_meeting

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_CANCEL, _REMOVE, _AGAIN = "cancel", "remove", "again"


async def cancel_or_remove(app: KooperationApp) -> None:
    """Ask which of both; the next meeting is looked at from then on."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    meeting = view.meeting
    if meeting is None:
        return
    title = words.meeting_title(view.data, meeting, tr)
    off = meeting.status is MeetingStatus.CANCELLED
    first = (
        (_AGAIN, tr.t("takes place after all"))
        if off
        else (_CANCEL, tr.t("called off: it stays in the list, with its agenda"))
    )
    options = [first, (_REMOVE, tr.t("planned by mistake: remove it"))]
    chosen = await app.push_screen_wait(Choose(title, options))
    if chosen is None:
        return
    moment, identity = session.moment(), meeting.id

    def command(data: Data) -> Change:
        match chosen:
            case "cancel":
                return planning.cancel(data, moment, meeting=identity)
            case "again":
                return planning.reinstate(data, moment, meeting=identity)
            case _:
                return remove(data, data.get(Meeting, identity))

    saved = await app.change(command)
    if saved is None or not saved.change:
        return
    if chosen != _AGAIN:
        session.meeting_id = pick_meeting(session.data, session.now())
        said = tr.t("{meeting} is called off.", meeting=title)
        app.tell(said if chosen == _CANCEL else tr.t("{meeting} is removed.", meeting=title))
    app.show()
