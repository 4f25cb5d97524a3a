"""Partners with those who speak for them; the chosen one in four lines."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.admitting import hearing
from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.model import (
    Delegation,
    DelegationKind,
    Meeting,
    Organisation,
    OrganisationStatus,
)
from kooperation_tui.i18n import N_
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
    rows += [_partner(view, o) for o in found if active(view, o)]
    applied = [o for o in found if o.status is OrganisationStatus.APPLICANT]
    if applied:
        rows.append(Row(ink.put((" " + tr.t("Want to join"), "head"))))
        rows += [Row(_applied(view, o), o.id) for o in applied]
    left = [o for o in found if plan.status_on(o, view.today) is OrganisationStatus.LEFT]
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


def active(view: View, organisation: Organisation) -> bool:
    """Whether it belongs to the network today."""
    status = plan.status_on(organisation, view.today)
    return status not in (OrganisationStatus.APPLICANT, OrganisationStatus.LEFT)


def _row(view: View, cells: tuple[str, ...], status: str = "") -> str:
    """A row of the table; a long name makes room for the status behind it."""
    code, name, delegate, deputy = cells
    narrow = view.width < _NARROW
    person = 17 if view.width < 98 else 26
    room = view.width - _CODE - (18 if narrow else 2 * person + 2)
    if status:
        said = f" ({status})"
        name = ink.shorten(name, max(room - ink.width(said), 8)) + said
    first = f" {ink.fit(code, _CODE - 1)}{ink.fit(name, room)} "
    if narrow:
        return first + ink.fit(delegate, 17)
    return f"{first}{_several(delegate, person - 1)} {_several(deputy, person)}"


def _several(names: str, cells: int) -> str:
    """Names in so many cells; of several the first, and how many more there are."""
    if ink.width(names) > cells and ", " in names:
        first, *others = names.split(", ")
        names = f"{first} +{len(others)}"
    return ink.fit(names, cells)


def _cells(view: View, organisation: Organisation) -> tuple[str, ...]:
    missing = view.tr.t("still missing")
    names = {}
    for kind in DelegationKind:
        known = plan.delegations(view.data, organisation.id, view.today, kind)
        names[kind] = ", ".join(words.person_name(view.data, d.person) for d in known) or missing
    return (
        organisation.code,
        organisation.short_name or organisation.name,
        names[DelegationKind.DELEGATE],
        names[DelegationKind.DEPUTY],
    )


def _partner(view: View, organisation: Organisation) -> Row:
    row = _row(view, _cells(view, organisation), status_words(view, organisation))
    return Row(ink.put(row), organisation.id)


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
    day = tr.date_short(meeting.start.date())
    waits = application.status is ApplicationStatus.SCHEDULED
    if waits and hearing(view.data, application) is None:
        return tr.t("proposed for {day}", day=day)
    return f"{said}, {day}"


def status_words(view: View, organisation: Organisation) -> str:
    """The status, if it is not simply a partner; the day if it is going to leave."""
    tr, left = view.tr, organisation.left_on
    if left is not None and left >= view.today:
        return tr.t("leaves on {day}", day=tr.date_short(left))
    match plan.status_on(organisation, view.today):
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
    here = {o.id for o in data.rows(Organisation) if active(view, o)}
    people = {
        d.person
        for d in data.rows(Delegation)
        if d.organisation in here
        and (d.since is None or d.since <= view.today)
        and (d.until is None or view.today <= d.until)
    }
    partners = tr.n("{count} partner", "{count} partners", len(here))
    return f"{partners}, " + tr.n("{count} person", "{count} people", len(people))
