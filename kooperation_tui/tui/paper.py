"""The agreement that was signed on paper before the program."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import paper as commands
from kooperation_tui.domain.commands.paper import paper_agreement, paper_blocks
from kooperation_tui.domain.model import Version
from kooperation_tui.domain.versions import current_texts, next_number
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.tick import Tick
from kooperation_tui.tui.partner_work import need, optional_date, past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def in_force_on_paper(app: KooperationApp) -> None:
    """Number and day, then who signed."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("Agreement in force on paper"),
        [
            Field("number", tr.t("Version"), next_number(view.data)),
            Field("day", tr.t("agreed on"), example=tr.date_short(dt.date(2019, 3, 12))),
            Field("valid", tr.t("in force since"), hint=tr.t("empty: the same day")),
        ],
        check=lambda values: _days(view, values),
        note=lambda _: _note(view),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    number = values["number"].strip()
    agreed_on, valid_from = _days(view, values)
    active = [o for o in plan.partners(view.data) if plan.is_partner(o, view.today)]
    signed: tuple[str, ...] | None = ()
    if active:
        help = tr.t("Those who signed later or not at all: take the tick away.")
        signed = await app.push_screen_wait(
            Tick(
                tr.t("Who signed version {number}?", number=number),
                [(o.id, f"{ink.fit(o.code, 9)}{o.short_name or o.name}") for o in active],
                [o.id for o in active],
                help,
            )
        )
    if signed is None:
        return
    moment, ticked = session.moment(), signed
    await app.change(
        lambda data: paper_agreement(
            data,
            moment,
            number=number,
            agreed_on=agreed_on,
            valid_from=valid_from,
            signed=ticked,
        )
    )


async def add_text(app: KooperationApp, version: Version) -> None:
    """The wordings on F6 become the text of a version from paper, once somebody says so."""
    tr, data, moment = app.tr, app.session.data, app.session.moment()
    count, number = len(paper_blocks(data)), version.number
    said = tr.n(
        "The wording on F6 becomes the text of version {number}; it never changes again. Is it "
        "what the paper says?",
        "The {count} wordings on F6 become the text of version {number}; it never changes again. "
        "Is it what the paper says?",
        count,
        number=number,
    )
    if count and not await app.push_screen_wait(Confirm(said)):
        return
    await app.change(lambda data: commands.add_text(data, moment, number=number))


def _note(view: View) -> str:
    """What becomes of the wordings; the text of a signed version never changes again."""
    tr, texts = view.tr, current_texts(view.data)
    if not texts:
        return tr.t(
            "No wording stands on F6 yet: only number and day are kept. Its text can follow: type "
            "the points on F6 (e), then f and Enter."
        )
    return tr.n(
        "{count} wording that stands on F6 is in force with it.",
        "The {count} wordings that stand on F6 are in force with it.",
        len(texts),
    )


def _days(view: View, values: Values) -> tuple[dt.date, dt.date | None]:
    need(values["number"], N_("The version needs a number, such as 1.1."))
    return past_date(values["day"], view.today), optional_date(values["valid"], view.today)
