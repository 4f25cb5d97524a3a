"""After the meeting: minutes objected to, approved."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain import plan
from kooperation_tui.domain.approving import approving_decision
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Decision
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.partner_work import past_date

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def object_to(app: KooperationApp) -> None:
    """A partner objects to what was sent."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    partners = tuple((o.id, f"{o.code}  {o.name}") for o in plan.partners(view.data))
    form = Form(
        tr.t("Objection to the minutes"),
        [
            Field("partner", tr.p("column", "From"), "", partners),
            Field("text", tr.t("What is wrong?")),
            Field("date", tr.t("Received on"), tr.date_short(view.today)),
        ],
        check=lambda values: _need_objection(values, view.today),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    on = past_date(values["date"], view.today)
    moment, meeting = session.moment(), session.meeting_id
    await app.change(
        lambda data: life.object_to(
            data,
            moment,
            meeting=meeting,
            organisation=values["partner"],
            text=values["text"].strip(),
            on=on,
        )
    )


def _need_objection(values: Values, today: dt.date) -> None:
    if not values["text"].strip():
        raise Refused("Say what the objection is.")
    past_date(values["date"], today)


async def approve(app: KooperationApp) -> None:
    """Approved on a day, by the decision that says so if there is one."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    found = approving_decision(view.data, session.meeting_id)
    day = found.decided_on if found is not None else view.today
    number = found.number if found is not None else ""
    form = Form(
        tr.t("Minutes were approved"),
        [
            Field("date", tr.t("Approved on"), tr.date_short(day)),
            Field("decision", tr.t("By decision"), number, hint=tr.t("empty if there is none")),
        ],
        check=lambda values: (
            past_date(values["date"], view.today),
            _decision(view.data, values["decision"]),
        ),
        note=lambda values: tr.t(
            "Usually the next meeting decides it: a line “! …”, then “/approve”."
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    on, number = past_date(values["date"], view.today), _decision(view.data, values["decision"])
    moment, meeting = session.moment(), session.meeting_id
    await app.change(
        lambda data: life.approve(data, moment, meeting=meeting, on=on, decision=number)
    )


def _decision(data: Data, typed: str) -> str:
    """The full number of a decision, '' without one. Raises Refused."""
    wanted = typed.strip().casefold()
    if not wanted:
        return ""
    known = next((d.number for d in data.rows(Decision) if d.number.casefold() == wanted), None)
    if known is None:
        raise Refused("There is no decision {number}.", number=typed.strip())
    return known
