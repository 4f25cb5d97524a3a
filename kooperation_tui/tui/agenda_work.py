"""What F3 asks for: items, breaks, wordings, the invitation, proposals.

Every function acts on the meeting that was looked at when it began.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kooperation_tui.domain.commands import carrying, planning
from kooperation_tui.domain.model import AgendaItem
from kooperation_tui.tui import asking
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.base import room
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.text import TextDialog
from kooperation_tui.tui.drawing import agenda, proposals
from kooperation_tui.tui.partner_work import past_date

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def give(app: KooperationApp, meeting: str, command: Any, **fields: Any) -> Any:
    """Run a planning command for a meeting; its result, None if refused."""
    moment = app.session.moment()
    saved = await app.change(lambda data: command(data, moment, meeting=meeting, **fields))
    return saved.change.result if saved is not None else None


async def new_item(app: KooperationApp, meeting: str) -> str:
    """A new item before the closing. Its id, '' if none was made."""
    found = await _item_form(app, app.tr.t("New item"), None)
    if found is None:
        return ""
    item = await give(app, meeting, planning.add_item, **found)
    return item.id if isinstance(item, AgendaItem) else ""


async def edit_item(app: KooperationApp, meeting: str, item: AgendaItem) -> None:
    """Change an item."""
    found = await _item_form(app, app.tr.t("Item {number}", number=item.number), item)
    if found is not None:
        await give(app, meeting, planning.change_item, item=item.id, **found)


async def _item_form(
    app: KooperationApp, title: str, item: AgendaItem | None
) -> dict[str, Any] | None:
    view = app.session.view(app.tr, room(app))
    form = Form(
        title,
        asking.item_fields(view, item),
        check=asking.read_item,
        note=partial(asking.item_note, view),
    )
    values = await app.push_screen_wait(form)
    return asking.read_item(values) if values is not None else None


async def edit_break(app: KooperationApp, meeting: str, item: AgendaItem) -> None:
    """How long a break is."""
    field = Field("minutes", app.tr.p("duration", "Minutes"), str(item.minutes))
    form = Form(app.tr.t("Break"), [field], check=lambda v: asking.read_minutes(v["minutes"]))
    values = await app.push_screen_wait(form)
    if values is not None:
        minutes = asking.read_minutes(values["minutes"])
        await give(app, meeting, planning.change_item, item=item.id, minutes=minutes)


async def write_wording(app: KooperationApp, meeting: str, item: AgendaItem) -> None:
    """The wording to decide on."""
    title = app.tr.t("Wording for item {number}", number=item.number)
    text = await app.push_screen_wait(TextDialog(title, item.wording, place=f"item {item.id}"))
    if text is not None:
        await give(app, meeting, planning.change_item, item=item.id, wording=text.strip())


async def remove_item(app: KooperationApp, meeting: str, item: AgendaItem) -> None:
    """Take an item off the agenda, after asking."""
    said = app.tr.t("Remove “{title}” from the agenda?", title=item.title or app.tr.t("Break"))
    if await app.push_screen_wait(Confirm(said)):
        await give(app, meeting, planning.remove_item, item=item.id)


async def note_invitation(app: KooperationApp, meeting: str) -> None:
    """On which day the invitation went out."""
    view, tr = app.session.view(app.tr, room(app)), app.tr
    known = view.meeting
    sent = (known.invited_on if known is not None else None) or view.today
    form = Form(
        tr.t("Invitation sent"),
        [Field("date", tr.t("Sent on"), tr.date_short(sent))],
        check=lambda values: past_date(values["date"], view.today),
        note=lambda values: agenda.deadline(view).plain,
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        on = past_date(values["date"], view.today)
        await give(app, meeting, planning.mark_invited, on=on)


async def take_proposals(app: KooperationApp, meeting: str) -> str:
    """One after the other, until Esc or none is left. The id of the last item, '' if none."""
    words = asking.language_of(app.session.view(app.tr, room(app))).t
    taken = ""
    while True:
        options = proposals.options(app.session.view(app.tr, room(app)))
        if not options:
            app.tell(app.tr.t("Nothing waits for this agenda."))
            return taken
        title = app.tr.t("Proposals ({count})", count=len(options))
        source = await app.push_screen_wait(Choose(title, options))
        if source is None:
            return taken
        item = await give(app, meeting, carrying.take_proposal, source=source, words=words)
        taken = item.id if isinstance(item, AgendaItem) else taken
