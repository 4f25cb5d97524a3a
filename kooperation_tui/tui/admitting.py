"""Somebody wants to join: the application and its steps (point 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.commands import applying, people
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import for_admission
from kooperation_tui.domain.model import (
    TO_COME,
    MeetingStatus,
    Organisation,
    OrganisationStatus,
)
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.partner_work import code_for, need, optional_past
from kooperation_tui.tui.version_work import which_decision
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

NEW, MENTOR = "new", "mentor"
WITHDRAWN = ApplicationStatus.WITHDRAWN


async def admit(app: KooperationApp, chosen: str) -> None:
    """On an applicant its next step, else a new application."""
    tr, session = app.tr, app.session
    known = session.data.find(Organisation, chosen)
    if known is None or known.status is not OrganisationStatus.APPLICANT:
        await _new(app)
        return
    options = _steps(app, applying.application_of(session.data, chosen))
    title = tr.t("Application of {name}", name=known.name)
    step = await app.push_screen_wait(Choose(title, [*options, (NEW, tr.t("another applicant"))]))
    if step == NEW:
        await _new(app)
    elif step == MENTOR:
        await _mentor(app, chosen)
    elif step is not None:
        await _advance(app, chosen, step)


def _steps(app: KooperationApp, application: Application | None) -> list[tuple[str, str]]:
    tr = app.tr
    said = {
        ApplicationStatus.RECEIVED: tr.t("has applied"),
        ApplicationStatus.CHECKED: tr.t("checked: everything is there"),
        ApplicationStatus.SCHEDULED: tr.t("is heard in a meeting …"),
        ApplicationStatus.ACCEPTED: tr.t("accepted by a decision …"),
        ApplicationStatus.REJECTED: tr.t("not accepted, with a reason …"),
        ApplicationStatus.WITHDRAWN: tr.t("withdrawn by the applicant"),
    }
    status = application.status if application is not None else None
    match status:
        case ApplicationStatus.RECEIVED:
            found = [ApplicationStatus.CHECKED, ApplicationStatus.SCHEDULED]
        case ApplicationStatus.CHECKED:
            found = [ApplicationStatus.SCHEDULED]
        case ApplicationStatus.SCHEDULED:
            found = [
                ApplicationStatus.ACCEPTED,
                ApplicationStatus.REJECTED,
                ApplicationStatus.SCHEDULED,
            ]
        case ApplicationStatus.ACCEPTED:
            return [
                (MENTOR, tr.t("a partner accompanies it for a year …")),
                *((s.value, said[s]) for s in (ApplicationStatus.REJECTED, WITHDRAWN)),
            ]
        case _:
            return [(ApplicationStatus.RECEIVED.value, said[ApplicationStatus.RECEIVED])]
    return [(s.value, said[s]) for s in (*found, WITHDRAWN)]


async def _new(app: KooperationApp) -> None:
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("Somebody wants to join"),
        [
            Field("name", tr.t("Name")),
            Field("code", tr.p("column", "Code"), hint=tr.t("proposed from the name")),
            Field("contact", tr.t("Contact person"), hint=tr.t("may stay empty")),
            Field("gives", tr.t("Wants to bring in"), hint=tr.t("may stay empty")),
            Field("day", tr.t("Applied on"), tr.date_short(view.today)),
        ],
        check=lambda values: (
            need(values["name"], "The partner needs a name."),
            optional_past(values["day"], view.today),
        ),
        note=lambda values: (
            tr.t("Code: {code}.", code=code_for(view, values)) if values["name"].strip() else ""
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, on = session.moment(), optional_past(values["day"], view.today)
    await app.change(
        lambda data: people.enter_applicant(
            data,
            moment,
            code=values["code"].strip(),
            name=values["name"],
            contact=values["contact"].strip(),
            contribution=values["gives"].strip(),
            on=on,
        )
    )


async def _advance(app: KooperationApp, partner: str, step: str) -> None:
    tr, session = app.tr, app.session
    view, status = session.view(tr, 60), ApplicationStatus(step)
    more: dict[str, str] = {}
    if status is ApplicationStatus.SCHEDULED:
        meeting = await _which_meeting(app, view)
        if meeting is None:
            return
        more["meeting"] = meeting
    elif status is ApplicationStatus.ACCEPTED:
        number = await _which_decision(app, view, partner)
        if number is None:
            return
        more["decision"] = number
    elif status is ApplicationStatus.REJECTED:
        form = Form(
            tr.t("Not accepted"),
            [Field("reason", tr.t("Why not?"))],
            check=lambda values: need(values["reason"], "Rejected needs a reason."),
        )
        values = await app.push_screen_wait(form)
        if values is None:
            return
        more["reason"] = values["reason"].strip()
    moment = session.moment()

    def command(data: Data) -> Change:
        if status is ApplicationStatus.RECEIVED:
            return applying.receive(data, moment, organisation=partner)
        return applying.advance(data, moment, organisation=partner, status=status, **more)

    await app.change(command)


async def _mentor(app: KooperationApp, partner: str) -> None:
    """Which partner accompanies the new one for its first year."""
    view = app.session.view(app.tr, 60)
    options = [
        (o.id, f"{o.code}  {o.name}")
        for o in plan.partners(view.data)
        if plan.is_partner(o, view.today) and o.id != partner
    ]
    chosen = await app.push_screen_wait(Choose(app.tr.t("Who accompanies it?"), options))
    if chosen is None:
        return
    moment = app.session.moment()
    await app.change(
        lambda data: applying.advance(
            data,
            moment,
            organisation=partner,
            status=ApplicationStatus.ACCEPTED,
            mentor=chosen,
        )
    )


async def _which_meeting(app: KooperationApp, view: View) -> str | None:
    waiting = (*TO_COME, MeetingStatus.RUNNING)
    options = [
        (m.id, f"{app.tr.day_short(m.start.date())}  {words.meeting_title(view.data, m, app.tr)}")
        for m in plan.meetings(view.data)
        if m.status in waiting
    ]
    return await app.push_screen_wait(Choose(app.tr.t("Which meeting hears it?"), options))


async def _which_decision(app: KooperationApp, view: View, partner: str) -> str | None:
    purpose = for_admission(view.data, view.data.get(Organisation, partner))
    nothing = Refused("No decision admits anybody yet; decide on it in a meeting first.")
    return await which_decision(app, purpose, nothing)
