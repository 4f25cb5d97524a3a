"""Plan a meeting, change its date: used by F2 and F3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain.commands import carrying, planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.templates import AgendaTemplate
from kooperation_tui.tui import asking, meeting_form, words
from kooperation_tui.tui.agreement_item import pick_blocks, with_blocks
from kooperation_tui.tui.dialogs.ask import Choose
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
        note=lambda values: meeting_form.note(view, values),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return False
    start, end, place = asking.read_meeting(values, view)
    moment, language = session.moment(), asking.language_of(view)
    template = AgendaTemplate(values["template"])
    blocks: tuple[str, ...] | None = None
    if template is AgendaTemplate.AGREEMENT:
        blocks = await pick_blocks(app)
        if blocks is None:
            return False

    def command(data: Data) -> Change:
        made = planning.add_meeting(
            data,
            moment,
            start=start,
            end=end,
            place=place,
            body=values.get("of_body", ""),
            template=template,
            words=language.t,
            points=() if blocks is not None else None,
        )
        made = with_blocks(data, moment, made, blocks or (), language)
        return meeting_form.made_second(data, moment, made, values)

    saved = await app.change(command)
    if saved is None:
        return False
    session.meeting_id = saved.change.result.id
    app.show()
    return True


async def use_template(app: KooperationApp) -> None:
    """A template for the meeting looked at, whose agenda is still empty."""
    session = app.session
    meeting = session.meeting_id
    options: list[tuple[str, str | Content]] = [
        (template.value, app.tr.t(label)) for template, label in asking.TEMPLATES.items()
    ]
    chosen = await app.push_screen_wait(Choose(app.tr.t("Template"), options))
    if chosen is None:
        return
    template = AgendaTemplate(chosen)
    moment, language = session.moment(), asking.language_of(session.view(app.tr, 60))
    blocks: tuple[str, ...] | None = None
    if template is AgendaTemplate.AGREEMENT:
        blocks = await pick_blocks(app)
        if blocks is None:
            return

    def command(data: Data) -> Change:
        made = carrying.use_template(
            data,
            moment,
            meeting=meeting,
            template=template,
            words=language.t,
            points=() if blocks is not None else None,
        )
        return with_blocks(data, moment, made, blocks or (), language)

    await app.change(command)


async def change_meeting(app: KooperationApp) -> None:
    """Date, time and place of the meeting looked at."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    meeting = view.meeting
    if meeting is None:
        return
    form = Form(
        tr.t("Date and place: {meeting}", meeting=words.meeting_title(view.data, meeting, tr)),
        asking.meeting_fields(view, meeting, template=False),
        check=lambda values: asking.read_meeting(values, view),
        note=lambda values: meeting_form.note(view, values),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    start, end, place = asking.read_meeting(values, view)
    moment, identity = session.moment(), meeting.id

    def command(data: Data) -> Change:
        return planning.change_meeting(
            data,
            moment,
            meeting=identity,
            start=start,
            end=end,
            place=place,
            is_second=meeting_form.is_second(values),
        )

    await app.change(command)
