"""Plan a meeting, change its date: used by F2 and F3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.templates import AgendaTemplate
from kooperation_tui.tui import asking
from kooperation_tui.tui.dialogs.form import Form

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def new_meeting(app: KooperationApp) -> bool:
    """Ask for date, time, place and template. True if a meeting was planned."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("New meeting"),
        asking.meeting_fields(view, None, template=True),
        check=lambda values: asking.read_meeting(values, view),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return False
    start, end, place = asking.read_meeting(values, view)
    moment, words = session.moment(), asking.language_of(view).t
    template = AgendaTemplate(values["template"])

    def command(data: Data) -> Change:
        return planning.add_meeting(
            data, moment, start=start, end=end, place=place, template=template, words=words
        )

    saved = await app.change(command)
    if saved is None:
        return False
    session.meeting_id = saved.change.result.id
    app.show()
    return True


async def change_meeting(app: KooperationApp) -> None:
    """Date, time and place of the meeting looked at."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    meeting = view.meeting
    if meeting is None:
        return
    form = Form(
        tr.t("Date and place"),
        asking.meeting_fields(view, meeting, template=False),
        check=lambda values: asking.read_meeting(values, view),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    start, end, place = asking.read_meeting(values, view)
    moment, identity = session.moment(), meeting.id

    def command(data: Data) -> Change:
        return planning.change_meeting(
            data, moment, meeting=identity, start=start, end=end, place=place
        )

    await app.change(command)
