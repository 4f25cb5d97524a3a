"""Somebody wants to join: the application and its steps (point 8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain import plan
from kooperation_tui.domain.admitting import in_first_year
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
from kooperation_tui.domain.plan import is_partner
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import words
from kooperation_tui.tui.archive_work import read_document
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.drawing.admission import checked_words
from kooperation_tui.tui.partner_work import code_for, need, optional_past
from kooperation_tui.tui.version_work import which_decision
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

NEW, MENTOR, PACK = "new", "mentor", "pack"
WITHDRAWN = ApplicationStatus.WITHDRAWN


async def admit(app: KooperationApp, chosen: str) -> str:
    """On an applicant its next step, also in its first year; else who wants to join.

    Whose application it was; '' if none.
    """
    tr, session = app.tr, app.session
    one = chosen if _applied(app, chosen) else await _which(app)
    if one is None or one == NEW:
        return await _new(app) if one else ""
    name = session.data.get(Organisation, one).name
    options = _steps(app, applying.application_of(session.data, one))
    title = tr.t("Application of {name}", name=name)
    step = await app.push_screen_wait(Choose(title, [*options, (NEW, tr.t("another applicant"))]))
    match step:
        case None:
            pass
        case "new":
            return await _new(app)
        case "mentor":
            await _mentor(app, one)
        case "pack":
            _read_pack(app, one)
        case ApplicationStatus.CHECKED:
            await _examine(app, one)
        case _:
            await _advance(app, one, step)
    return one


def _applied(app: KooperationApp, partner: str) -> bool:
    """Whether a partner applies, or joined less than a year ago."""
    data, today = app.session.data, app.session.moment().today
    known = data.find(Organisation, partner)
    if known is None:
        return False
    application = applying.application_of(data, partner)
    joined = application is not None and in_first_year(application, today)
    return known.status is OrganisationStatus.APPLICANT or (joined and is_partner(known, today))


async def _which(app: KooperationApp) -> str | None:
    """Whose application, if some wait; NEW if none does."""
    tr, data = app.tr, app.session.data
    waiting = [
        (o.id, f"{o.code}  {o.name}")
        for o in data.rows(Organisation)
        if o.status is OrganisationStatus.APPLICANT
    ]
    if not waiting:
        return NEW
    options = [*waiting, (NEW, tr.t("another applicant"))]
    return await app.push_screen_wait(Choose(tr.t("Somebody wants to join"), options))


def _steps(app: KooperationApp, application: Application | None) -> list[tuple[str, str]]:
    tr = app.tr
    said = {
        ApplicationStatus.RECEIVED: tr.t("has applied"),
        ApplicationStatus.CHECKED: tr.t("look what is there: contact, contribution, goals …"),
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
            found = [ApplicationStatus.SCHEDULED, ApplicationStatus.CHECKED]
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
        case ApplicationStatus.SIGNED:
            return [
                (MENTOR, tr.t("a partner accompanies it for a year …")),
                (PACK, tr.t("read its welcome pack …")),
            ]
        case _:
            return [(ApplicationStatus.RECEIVED.value, said[ApplicationStatus.RECEIVED])]
    return [(s.value, said[s]) for s in (*found, WITHDRAWN)]


async def _new(app: KooperationApp) -> str:
    """Ask for an applicant. Its id, '' if none was made."""
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
        return ""
    moment, on = session.moment(), optional_past(values["day"], view.today)
    saved = await app.change(
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
    return saved.change.result.id if saved is not None else ""


async def _examine(app: KooperationApp, partner: str) -> None:
    """What is there, what is missing: it is checked once all is there."""
    tr, session = app.tr, app.session
    known = applying.application_of(session.data, partner)
    if known is None:
        return
    goals = (("", tr.t("not said yet")), ("yes", tr.t("yes")))
    form = Form(
        tr.t("Is everything there?"),
        [
            Field("contact", tr.t("Contact person"), known.contact),
            Field("gives", tr.t("Wants to bring in"), known.contribution),
            Field("goals", tr.t("Shares our goals"), "yes" * known.shares_goals, goals),
            Field("missing", tr.t("Still missing"), known.missing, hint=tr.t("may stay empty")),
        ],
        note=lambda values: _examined(tr, known, values),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment = session.moment()
    await app.change(
        lambda data: applying.examine(
            data,
            moment,
            organisation=partner,
            contact=values["contact"],
            contribution=values["gives"],
            shares_goals=bool(values["goals"]),
            missing=values["missing"],
        )
    )


def _examined(tr: Translator, known: Application, values: Values) -> str:
    """What the check says, as it would be kept."""
    found = msgspec.structs.replace(
        known,
        contact=values["contact"],
        contribution=values["gives"],
        shares_goals=bool(values["goals"]),
        missing=values["missing"].strip(),
    )
    said = checked_words(found, tr)
    if applying.is_complete(found):
        return tr.t("Checked: {parts}.", parts=said)
    return tr.t("Not complete yet, and kept: {parts}.", parts=said)


def _read_pack(app: KooperationApp, partner: str) -> None:
    code = app.session.data.get(Organisation, partner).code
    read_document(app, DocumentKind.ONBOARDING, code)


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
        lambda data: applying.accompany(data, moment, organisation=partner, mentor=chosen)
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
