"""Changes of one partner: names, people with their days, status."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import network, people
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    DelegationKind,
    Organisation,
    OrganisationStatus,
    Person,
)
from kooperation_tui.domain.plan import delegate, status_on
from kooperation_tui.tui import leaving_work, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.erasing_work import erase
from kooperation_tui.tui.partner_work import (
    day_text,
    need,
    optional_date,
    optional_past,
    speaks_elsewhere,
)
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def change_names(app: KooperationApp, partner: str) -> None:
    """Code, name, short name; from which day if it was renamed."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    known = view.data.get(Organisation, partner)
    joined = day_text(view, known.joined_on)
    form = Form(
        known.name,
        [
            Field("name", tr.t("Name"), known.name),
            Field("code", tr.p("column", "Code"), known.code),
            Field("short", tr.t("Short name"), known.short_name, hint=tr.t("may stay empty")),
            Field("joined", tr.t("Partner since"), joined, hint=tr.t("may stay empty")),
            Field("renamed", tr.t("Renamed on"), hint=tr.t("empty: only a correction")),
        ],
        check=lambda values: (
            need(values["name"], "The partner needs a name."),
            optional_past(values["joined"], view.today),
            optional_past(values["renamed"], view.today),
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment = session.moment()
    joined_on = optional_past(values["joined"], view.today)
    renamed_on = optional_past(values["renamed"], view.today)
    await app.change(
        lambda data: people.change_partner(
            data,
            moment,
            partner=partner,
            code=values["code"].strip(),
            name=values["name"],
            short_name=values["short"],
            joined_on=joined_on,
            renamed_on=renamed_on,
        )
    )


def _reach(view: View, person: Person | None) -> list[Field]:
    """Function and addresses; not in sight while the wall sees the screen."""
    tr = view.tr
    fields = [Field("function", tr.t("Function"), person.function if person else "")]
    if not view.beamer:
        fields += [
            Field("email", tr.t("E-mail"), person.email if person else ""),
            Field("phone", tr.t("Phone"), person.phone if person else ""),
        ]
    return fields


async def new_person(app: KooperationApp, partner: str, kind: DelegationKind) -> None:
    """Somebody who speaks for the partner; a new representative follows the old one."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    speaks = kind is DelegationKind.DELEGATE
    old = delegate(view.data, partner, view.today) if speaks else None
    since = tr.date_short(view.today) if old is not None else ""
    form = Form(
        tr.t("New representative") if speaks else tr.t("One more deputy"),
        [
            Field("name", tr.t("Name")),
            Field("since", tr.t("since"), since, hint=tr.t("may stay empty")),
            *_reach(view, None),
        ],
        check=lambda values: _need_person(view, values),
        note=lambda values: _follows(view, values, old),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, day = session.moment(), optional_past(values["since"], view.today)

    def command(data: Data) -> Change:
        return network.add_person(
            data,
            moment,
            name=values["name"],
            partner=partner,
            kind=kind,
            email=values.get("email", "").strip(),
            phone=values.get("phone", "").strip(),
            function=values["function"].strip(),
            since=day,
        )

    await app.change(command)


def _need_person(view: View, values: Values) -> None:
    need(values["name"], "The person needs a name.")
    optional_past(values["since"], view.today)


def _follows(view: View, values: Values, old: Person | None) -> str:
    """Whom else the new one speaks for; what becomes of who spoke for the partner before."""
    elsewhere = speaks_elsewhere(view, " ".join(values["name"].split()))
    if old is None:
        return elsewhere
    try:
        since = optional_past(values["since"], view.today) or view.today
    except Refused:
        return elsewhere
    said = view.tr.t(
        "{name} represents until {day}; earlier minutes keep that name.",
        name=old.name,
        day=view.tr.date_short(since - dt.timedelta(days=1)),
    )
    return f"{elsewhere} {said}".strip()


async def change_person(app: KooperationApp, delegation: str) -> None:
    """Name, function, addresses, and from when to when."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    own = view.data.get(Delegation, delegation)
    person = view.data.get(Person, own.person)

    form = Form(
        person.name,
        [
            Field("name", tr.t("Name"), person.name),
            *_reach(view, person),
            Field("since", tr.t("since"), day_text(view, own.since), hint=tr.t("may stay empty")),
            Field("until", tr.t("until"), day_text(view, own.until), hint=tr.t("empty: still")),
        ],
        check=lambda values: (
            need(values["name"], "The person needs a name."),
            optional_past(values["since"], view.today),
            optional_date(values["until"], view.today),
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment = session.moment()
    since = optional_past(values["since"], view.today)
    until = optional_date(values["until"], view.today)

    def command(data: Data) -> Change:
        named = people.change_person(
            data,
            moment,
            person=person.id,
            name=values["name"],
            email=values.get("email", person.email),
            phone=values.get("phone", person.phone),
            function=values["function"],
        )
        days = people.change_days(data, moment, delegation=delegation, since=since, until=until)
        return Change(puts=(*named.puts, *days.puts), result=named.result)

    await app.change(command)


async def change_status(app: KooperationApp, partner: str) -> None:
    """Partner, associate, suspended, or left on a day."""
    tr, session = app.tr, app.session
    known = session.data.get(Organisation, partner)
    options = [
        (OrganisationStatus.PARTNER.value, tr.t("partner")),
        (OrganisationStatus.ASSOCIATE.value, tr.t("associate: is there, has no vote")),
        (OrganisationStatus.SUSPENDED.value, tr.t("suspended: no vote for a while")),
        (OrganisationStatus.LEFT.value, tr.t("leaves the network, or has left …")),
    ]
    now = status_on(known, session.view(tr, 60).today)
    chosen = await app.push_screen_wait(Choose(known.name, options, now.value))
    if chosen is None:
        return
    status = OrganisationStatus(chosen)
    if status is OrganisationStatus.LEFT:
        await leaving_work.leave(app, partner)
        return
    moment = session.moment()
    await app.change(
        lambda data: people.change_status(data, moment, partner=partner, status=status)
    )


_ENDS, _ERASED = "ends", "erased"


async def remove_person(app: KooperationApp, delegation: str) -> None:
    """Somebody speaks for the partner no more, or is erased on request."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    own = view.data.get(Delegation, delegation)
    person, code = view.data.get(Person, own.person), words.code(view.data, own.organisation)
    options = [(_ERASED, tr.t("erase the person: name and addresses, everywhere …"))]
    if own.until is None or own.until >= view.today:
        options.insert(0, (_ENDS, tr.t("speaks for {code} until yesterday", code=code)))
    if person.erased_on is not None:
        app.tell(tr.t("The name is erased already."), "")
        return
    chosen = await app.push_screen_wait(Choose(person.name, options))
    if chosen == _ERASED:
        await erase(app, person.id)
    elif chosen == _ENDS:
        moment = session.moment()
        last = max(view.today - dt.timedelta(days=1), own.since or dt.date.min)
        await app.change(
            lambda data: people.change_days(
                data, moment, delegation=delegation, since=own.since, until=last
            )
        )
