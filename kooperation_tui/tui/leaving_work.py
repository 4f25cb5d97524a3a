"""A partner leaves: its day and reason, and what it hands over (point 9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import handing, people
from kooperation_tui.domain.leaving import Held
from kooperation_tui.domain.model import Organisation, OrganisationStatus
from kooperation_tui.domain.plan import partners, status_on
from kooperation_tui.domain.promises import last_day, notice_weeks
from kooperation_tui.tui import asking
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.drawing.held import counted, held_words

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_TAKES = (OrganisationStatus.PARTNER, OrganisationStatus.ASSOCIATE)


async def leave(app: KooperationApp, partner: str) -> None:
    """Ask for day and reason; then show what has to be handed over."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    known = view.data.get(Organisation, partner)
    held = counted(view, partner)
    said = tr.t("It keeps its vote until then; minutes and decisions stay as they are.")
    if held:
        said += " " + tr.t("It still has: {things}. They are handed over next.", things=held)
    day = tr.date_short(known.left_on or last_day(view.data, view.today))
    weeks = notice_weeks(view.data)
    if weeks and known.left_on is None:
        said = tr.t("Point 9: {count} weeks’ notice, counted from today.", count=weeks) + " " + said
    form = Form(
        tr.t("{code} leaves", code=known.code),
        [
            Field("day", tr.t("Last day as a partner"), day),
            Field("reason", tr.t("Reason"), known.left_reason, hint=tr.t("may stay empty")),
        ],
        check=lambda values: asking.read_date(values["day"], view.today),
        note=lambda _: said,
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, on = session.moment(), asking.read_date(values["day"], view.today)
    saved = await app.change(
        lambda data: people.change_status(
            data,
            moment,
            partner=partner,
            status=OrganisationStatus.LEFT,
            on=on,
            reason=values["reason"],
        )
    )
    if saved is not None and held:
        await show_held(app, partner)


async def show_held(app: KooperationApp, partner: str) -> None:
    """What the partner (by id) holds."""
    from kooperation_tui.tui.dialogs.held import HeldDialog

    app.messages.read()
    await app.push_screen_wait(HeldDialog(app.tr.t("What is still to be handed over"), partner))


async def hand_over(app: KooperationApp, held: Held) -> None:
    """Choose who takes it."""
    session = app.session
    view = session.view(app.tr, 60)
    options = [
        (o.id, f"{o.code}  {o.name}")
        for o in partners(view.data)
        if o.id != held.partner and status_on(o, view.today) in _TAKES
    ]
    title = app.tr.t("Who takes “{what}”?", what=held_words(view, held))
    chosen = await app.push_screen_wait(Choose(title, options))
    if chosen is not None:
        moment = session.moment()
        await app.change(lambda data: handing.hand_over(data, moment, held=held, partner=chosen))
