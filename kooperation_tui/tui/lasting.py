"""Lasting responsibilities of the network: handed over, shared, ended."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import standing
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import StandingRoleKind
from kooperation_tui.tui import words
from kooperation_tui.tui.asking import read_date
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.drawing.roles import people
from kooperation_tui.tui.partner_work import optional_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_ALONE, _BESIDE = "alone", "beside"


async def change_standing(app: KooperationApp, kind: StandingRoleKind) -> None:
    """Who, from when to when, and whether instead of or beside those who have it."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    title = tr.t(words.STANDING[kind])
    now = standing.holders(view.data, kind, view.today)
    first = now[0].person if now else ""
    person = await app.push_screen_wait(Choose(title, people(view), first))
    if person is None:
        return
    how = ((_ALONE, tr.t("takes over")), (_BESIDE, tr.t("in addition")))
    known = next((row for row in now if row.person == person), None)
    until = tr.date_short(known.until) if known is not None and known.until else ""
    fields = [
        Field("since", tr.t("From"), tr.date_short(view.today)),
        Field("until", tr.t("Until"), until, hint=tr.t("open")),
    ]
    if now and known is None:
        fields.insert(0, Field("how", tr.t("How"), _ALONE, how))
    form = Form(
        f"{title}: {words.person_name(view.data, person)}",
        fields,
        check=lambda values: _days(values, view),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    since, until_day = _days(values, view)
    beside = values.get("how", _BESIDE) == _BESIDE
    moment = session.moment()

    def command(data: Data) -> Change:
        before = Change()
        if not beside:
            before = standing.hand_over(data, moment, role=kind, person=person, since=since)
        taken = standing.take_standing(
            data.apply(before), moment, role=kind, person=person, since=since, until=until_day
        )
        rows = {row.id: row for row in (*before.puts, *taken.puts)}
        return Change(puts=tuple(rows.values()), result=taken.result)

    await app.change(command)


def _days(values: Values, view: View) -> tuple[dt.date, dt.date | None]:
    """The first and the last day. Raises Refused."""
    since = read_date(values["since"], view.today)
    return since, optional_date(values["until"], view.today)


async def end_standing(app: KooperationApp, kind: StandingRoleKind) -> None:
    """Nobody has it any more, after asking."""
    tr, session = app.tr, app.session
    said = tr.t("From today on nobody has “{role}”?", role=tr.t(words.STANDING[kind]))
    if await app.push_screen_wait(Confirm(said)):
        moment = session.moment()
        await app.change(lambda data: standing.end_standing(data, moment, role=kind))
