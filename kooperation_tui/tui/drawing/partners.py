"""Partners with those who speak for them; the chosen one in four lines."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.applied import Application, ApplicationStatus, Resource
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.model import (
    Delegation,
    DelegationKind,
    Meeting,
    Organisation,
    OrganisationStatus,
    Person,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

STEPS = {
    ApplicationStatus.RECEIVED: N_("received"),
    ApplicationStatus.CHECKED: N_("checked"),
    ApplicationStatus.SCHEDULED: N_("on the agenda"),
    ApplicationStatus.ACCEPTED: N_("accepted, not signed yet"),
    ApplicationStatus.SIGNED: N_("signed"),
    ApplicationStatus.REJECTED: N_("not accepted"),
    ApplicationStatus.WITHDRAWN: N_("withdrawn"),
}
"""How far an application is."""

_CODE = 8
"""Cells of the column with the codes, its blank included."""
_NARROW = 70
"""Cells below which the deputies stand on the partner's own page only."""
_TWICE = 2
"""From so many meetings without a word on it is said here."""


def partner_rows(view: View) -> list[Row]:
    """Code, name, delegate, deputies; then who wants to join, then who left."""
    tr = view.tr
    found = sorted(view.data.rows(Organisation), key=lambda o: o.code)
    if not found:
        return _nothing_yet(view)
    head = (
        tr.p("column", "Code"),
        tr.p("column", "Partner"),
        tr.t("represented by"),
        tr.t("deputy"),
    )
    rows = [Row(ink.put((_row(view, head), "dim")))]
    rows += [Row(ink.put(_row(view, _cells(view, o))), o.id) for o in found if _active(o)]
    applied = [o for o in found if o.status is OrganisationStatus.APPLICANT]
    if applied:
        rows.append(Row(ink.put((" " + tr.t("Want to join"), "head"))))
        rows += [Row(_applied(view, o), o.id) for o in applied]
    left = [o for o in found if o.status is OrganisationStatus.LEFT]
    if left:
        rows.append(Row(ink.put((" " + tr.t("Have left"), "head"))))
        rows += [Row(ink.put((_row(view, _left(view, o)), "dim")), o.id) for o in left]
    return rows


def _nothing_yet(view: View) -> list[Row]:
    tr = view.tr
    rows = [
        ink.put((tr.t("No partners yet."), "strong")),
        Content(""),
        _key_line(
            "i", tr.t("Insert a list: copy the columns in your spreadsheet, paste, look."), view
        ),
        _key_line("n", tr.t("Enter one partner."), view),
        Content(""),
        ink.put((tr.t("Has the network been there for a while? Enter afterwards:"), "dim")),
        _key_line("F6 p", tr.t("the agreement on paper, with its day and signatures"), view),
        _key_line("F7 n", tr.t("actions that are still open"), view),
        _key_line("F9 v", tr.t("the last meeting, so that its minutes can be approved"), view),
        _key_line("F9 n", tr.t("decisions that still hold"), view),
        Content(""),
        _key_line("F2 n", tr.t("After that: the first meeting from a template."), view),
    ]
    return [Row(row) if row.plain else BLANK for row in rows]


def _key_line(key: str, text: str, view: View) -> Content:
    return ink.hanging(ink.put("  ", (ink.fit(key, 6), "key")), ink.put(text), view.width)


def _active(organisation: Organisation) -> bool:
    return organisation.status not in (OrganisationStatus.APPLICANT, OrganisationStatus.LEFT)


def _row(view: View, cells: tuple[str, ...]) -> str:
    code, name, delegate, deputy = cells
    if view.width < _NARROW:
        room = view.width - _CODE - 18
        return f" {ink.fit(code, _CODE - 1)}{ink.fit(name, room)} {ink.fit(delegate, 17)}"
    person = 17 if view.width < 98 else 26
    room = view.width - _CODE - 2 * person - 1
    people = f"{ink.fit(delegate, person - 1)} {ink.fit(deputy, person)}"
    return f" {ink.fit(code, _CODE - 1)}{ink.fit(name, room - 1)} {people}"


def _cells(view: View, organisation: Organisation) -> tuple[str, ...]:
    tr = view.tr
    missing = tr.t("still missing")
    names = {}
    for kind in DelegationKind:
        known = plan.delegations(view.data, organisation.id, view.today, kind)
        names[kind] = ", ".join(words.person_name(view.data, d.person) for d in known) or missing
    name = organisation.short_name or organisation.name
    status = status_words(organisation, tr)
    return (
        organisation.code,
        f"{name} ({status})" if status else name,
        names[DelegationKind.DELEGATE],
        names[DelegationKind.DEPUTY],
    )


def _left(view: View, organisation: Organisation) -> tuple[str, ...]:
    day = organisation.left_on
    since = view.tr.t("since {day}", day=view.tr.date_short(day)) if day is not None else ""
    return (organisation.code, organisation.short_name or organisation.name, since, "")


def _applied(view: View, organisation: Organisation) -> Content:
    """`HSA  Hochschule Auental (Hannah Nowak)  geprüft, am 14.10.`"""
    contact = plan.delegate(view.data, organisation.id, view.today)
    name = organisation.short_name or organisation.name
    who = f"{name} ({contact.name})" if contact is not None else name
    said = application_words(view, application_of(view.data, organisation.id))
    left = ink.put(" ", ink.fit(organisation.code, _CODE - 1), who)
    return ink.apart(left, ink.put((said, "dim")), view.width)


def application_words(view: View, application: Application | None) -> str:
    """How far it is, and when it is heard."""
    tr = view.tr
    if application is None:
        return tr.t("has applied")
    said = tr.t(STEPS[application.status])
    meeting = view.data.find(Meeting, application.meeting)
    if meeting is None:
        return said
    return f"{said}, {tr.date_short(meeting.start.date())}"


def status_words(organisation: Organisation, tr: Translator) -> str:
    """The status, if it is not simply a partner."""
    match organisation.status:
        case OrganisationStatus.APPLICANT:
            return tr.t("has applied")
        case OrganisationStatus.ASSOCIATE:
            return tr.t("associate")
        case OrganisationStatus.SUSPENDED:
            return tr.t("suspended")
        case OrganisationStatus.LEFT:
            return tr.t("has left")
        case _:
            return ""


def count_words(view: View) -> str:
    """`12 Partner, 21 Personen`"""
    tr, data = view.tr, view.data
    active = {o.id for o in data.rows(Organisation) if _active(o)}
    people = {
        d.person
        for d in data.rows(Delegation)
        if d.organisation in active
        and (d.since is None or d.since <= view.today)
        and (d.until is None or view.today <= d.until)
    }
    partners = tr.n("{count} partner", "{count} partners", len(active))
    return f"{partners}, " + tr.n("{count} person", "{count} people", len(people))


def partner_detail(view: View, identity: str) -> Content:
    """The chosen partner: standing, delegate, contribution and signature, absences."""
    organisation = view.data.find(Organisation, identity)
    if organisation is None:
        return Content("")
    first = ink.put((ink.fit(organisation.code, 9), "strong"))
    parts = [
        _standing(view, organisation),
        _speaking(view, organisation),
        _gives(view, organisation),
    ]
    if not view.beamer:
        parts.append(_absent(view, organisation))
    rows = ink.lines(part for part in parts if part.plain)
    return ink.hanging(first, rows, view.width)


def _standing(view: View, organisation: Organisation) -> Content:
    tr = view.tr
    status = status_words(organisation, tr)
    if not status:
        joined = organisation.joined_on
        status = tr.t("partner since {year}", year=str(joined.year)) if joined else tr.t("partner")
    vote = tr.t("one vote") if plan.may_vote(organisation, view.today) else tr.t("no vote yet")
    if not _active(organisation):
        vote = tr.t("no vote")
    return ink.put((organisation.name, "strong"), f" · {status} · {vote}")


def _speaking(view: View, organisation: Organisation) -> Content:
    """Who speaks for it; never an address, the screen may be on a wall."""
    tr, data = view.tr, view.data
    known = plan.delegations(data, organisation.id, view.today)
    speaking = [d for d in known if d.kind is DelegationKind.DELEGATE]
    if not speaking:
        return ink.put((tr.t("Nobody is named yet; Enter adds somebody."), "warn"))
    person = data.get(Person, speaking[0].person)
    pieces = [", ".join(filter(None, [person.name, person.function]))]
    if speaking[0].since is not None:
        pieces.append(tr.t("speaks for it since {month}", month=month(speaking[0].since)))
    others = _also(view, person, organisation)
    if others:
        pieces.append(tr.t("also for {codes}", codes=words.codes(data, tuple(others))))
    if not view.beamer:
        pieces.append(
            tr.t("e-mail and phone: Enter")
            if person.email or person.phone
            else tr.t("no e-mail yet")
        )
    return ink.put(" · ".join(pieces))


def _also(view: View, person: Person, organisation: Organisation) -> list[str]:
    """Other partners that the person speaks for."""
    found = plan.organisations_of(view.data, person.id, view.today)
    return [o for o in found if o != organisation.id]


def month(day: dt.date) -> str:
    """`03/2021`"""
    return f"{day.month:02d}/{day.year}"


def _gives(view: View, organisation: Organisation) -> Content:
    """What it brings in, and whether it signed."""
    tr, data = view.tr, view.data
    pieces = []
    given = [
        r.text
        for r in data.rows(Resource)
        if r.organisation == organisation.id and (r.until is None or r.until >= view.today)
    ]
    if given:
        pieces.append(tr.t("brings in: {things}", things=", ".join(given)))
    version = next((v for v in data.rows(Version) if v.status is VersionStatus.IN_FORCE), None)
    if version is not None and _active(organisation):
        signed = any(
            s.version == version.id
            and s.organisation == organisation.id
            and s.status is SignatureStatus.SIGNED
            for s in data.rows(Signature)
        )
        pieces.append(
            tr.t("version {number} signed", number=version.number)
            if signed
            else tr.t("version {number} not signed yet", number=version.number)
        )
    return ink.put(" · ".join(pieces))


def _absent(view: View, organisation: Organisation) -> Content:
    known = next(
        (a for a in absences(view.data, _TWICE) if a.organisation == organisation.id), None
    )
    if known is None:
        return Content("")
    said = view.tr.n(
        "missed {count} meeting without a word",
        "missed {count} meetings in a row without a word",
        known.in_a_row,
    )
    return ink.put((said, "warn"))
