"""The chosen partner in a few lines: standing, delegate, contribution and signature, absences."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.admitting import in_first_year
from kooperation_tui.domain.applied import Resource
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.model import (
    DelegationKind,
    Organisation,
    OrganisationStatus,
    Person,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.admission import admission_rows
from kooperation_tui.tui.drawing.partners import active, status_words
from kooperation_tui.tui.view import View

_DETAIL = 9
"""Cells of the code before the detail."""
_TWICE = 2
"""From so many meetings without a word on it is said here."""


def partner_detail(view: View, identity: str) -> Content:
    """The chosen partner: standing, delegate, contribution and signature, absences."""
    organisation = view.data.find(Organisation, identity)
    if organisation is None:
        return Content("")
    first = ink.put((ink.fit(organisation.code, _DETAIL), "strong"))
    parts = [_standing(view, organisation)]
    if organisation.status is OrganisationStatus.APPLICANT or active(view, organisation):
        parts += [_speaking(view, organisation), _gives(view, organisation)]
    parts.append(_admission(view, organisation))
    if not view.beamer:
        parts.append(_absent(view, organisation))
    rows = ink.lines(part for part in parts if part.plain)
    return ink.hanging(first, rows, view.width)


def _standing(view: View, organisation: Organisation) -> Content:
    tr = view.tr
    status = status_words(view, organisation)
    if not status:
        joined = organisation.joined_on
        status = tr.t("partner since {year}", year=str(joined.year)) if joined else tr.t("partner")
    vote = tr.t("one vote") if plan.may_vote(organisation, view.today) else tr.t("no vote yet")
    if not active(view, organisation):
        vote = tr.t("no vote")
    left = organisation.left_on
    if left is not None and left < view.today:
        status = tr.t("has left, last day {day}", day=tr.date_short(left))
        vote = organisation.left_reason or vote
    return ink.put((organisation.name, "strong"), f" · {status} · {vote}")


def _admission(view: View, organisation: Organisation) -> Content:
    """How far its application is; of a partner as long as somebody accompanies it."""
    known = application_of(view.data, organisation.id)
    applies = organisation.status is OrganisationStatus.APPLICANT
    new = known is not None and active(view, organisation) and in_first_year(known, view.today)
    if known is None or not (applies or new):
        return Content("")
    return admission_rows(view, known, view.width - _DETAIL)


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
    reached = bool(person.email or person.phone)
    hint = tr.t("e-mail and phone: Enter") if reached else tr.t("no e-mail yet")
    whole = " · ".join([*pieces, hint])
    fits = ink.width(whole) <= view.width - _DETAIL
    return ink.put(whole if not view.beamer and (fits or not reached) else " · ".join(pieces))


def _also(view: View, person: Person, organisation: Organisation) -> list[str]:
    """Other partners that the person speaks for."""
    found = plan.organisations_of(view.data, person.id, view.today)
    return [o for o in found if o != organisation.id]


def month(day: dt.date) -> str:
    """`03/2021`"""
    return f"{day.month:02d}/{day.year}"


def _gives(view: View, organisation: Organisation) -> Content:
    """What it brings in, so much as fits, and whether it signed."""
    tr, signed = view.tr, _signed(view, organisation)
    given = ", ".join(
        r.text
        for r in view.data.rows(Resource)
        if r.organisation == organisation.id and (r.until is None or r.until >= view.today)
    )
    if not given:
        return ink.put(signed)
    end = f" · {signed}" if signed else ""
    around = ink.width(tr.t("brings in: {things}", things="") + end)
    room = max(view.width - _DETAIL - around, 16)
    return ink.put(tr.t("brings in: {things}", things=ink.shorten(given, room)) + end)


def _signed(view: View, organisation: Organisation) -> str:
    """Whether a partner signed the version in force; '' if there is none."""
    tr, data = view.tr, view.data
    version = next((v for v in data.rows(Version) if v.status is VersionStatus.IN_FORCE), None)
    if version is None or not active(view, organisation):
        return ""
    signed = any(
        s.version == version.id
        and s.organisation == organisation.id
        and s.status is SignatureStatus.SIGNED
        for s in data.rows(Signature)
    )
    if signed:
        return tr.t("version {number} signed", number=version.number)
    return tr.t("version {number} not signed yet", number=version.number)


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
