"""Partners with those who speak for them."""

from __future__ import annotations

from kooperation_tui.domain import plan
from kooperation_tui.domain.model import DelegationKind, Organisation, OrganisationStatus
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


def partner_rows(view: View) -> list[Row]:
    """Code, name, delegate, deputies."""
    tr = view.tr
    found = sorted(view.data.rows(Organisation), key=lambda o: o.code)
    if not found:
        empty = tr.t(
            "No partners yet. “kooperation import partners FILE.csv” takes a list "
            "from a spreadsheet."
        )
        return [Row(ink.put((empty, "dim")))]
    head = (
        tr.p("column", "Code"),
        tr.p("column", "Partner"),
        tr.t("represented by"),
        tr.t("deputy"),
    )
    rows = [Row(ink.put((_row(view, head), "dim")))]
    rows += [Row(ink.put(_row(view, _cells(view, o))), o.id) for o in found]
    return rows


def _row(view: View, cells: tuple[str, ...]) -> str:
    code, name, delegate, deputy = cells
    person = 18 if view.width < 98 else 26
    room = view.width - 8 - 2 * person - 2
    people = f"{ink.fit(delegate, person - 1)} {ink.fit(deputy, person)}"
    return f" {ink.fit(code, 7)}{ink.fit(name, room)}  {people}"


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
