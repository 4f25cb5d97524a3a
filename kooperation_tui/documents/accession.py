"""The declaration with which a new partner joins, as a document of its own to sign."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents.agreement import version_called
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.naming import joined
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.signing import LINE
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.applied import Resource
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    DelegationKind,
    Organisation,
    Person,
    Signature,
    SignatureStatus,
    Version,
)
from kooperation_tui.domain.names import as_of
from kooperation_tui.i18n import Translator


def accession(data: Data, tr: Translator, audience: Audience, which: str = "") -> Document:
    """The declaration for a partner, or the empty form.

    Args:
        audience: a public one does not name who signed.
        which: a partner's code, or a version's number; without it the empty form for
            the version that is signed now.

    Raises:
        Refused: no version can be joined.
    """
    partner = plan.by_code(data, which) if which else None
    version = _version(data, which if partner is None else "")
    given = _signature(data, version, partner)
    if partner is not None and given is not None and given.signed_on is not None:
        partner = as_of(partner, given.signed_on)
    paper = Paper()
    title = tr.t("Declaration of accession")
    paper.heading(1, title)
    paper.paragraph(
        tr.t(
            "to the cooperation agreement, version {number}: {network}",
            number=inline(version.number),
            network=inline(data.network.name),
        )
    )
    named = given is not None and audience is not Audience.PUBLIC
    paper.paragraph(
        tr.t(
            "The organisation {organisation}, represented by {person}, joins {network} and accepts"
            " version {number} of the cooperation agreement.",
            organisation=inline(partner.name) if partner is not None else LINE,
            person=_person(given) if named and given is not None else LINE,
            network=joined(tr, data.network.name),
            number=inline(version.number),
        )
    )
    _promised(data, tr, audience, partner, given, paper)
    paper.paragraph(tr.t("The vote begins with this signature."))
    paper.table(
        [tr.p("signature list", "Place, date"), tr.p("signature list", "Signature")],
        [[_where(tr, given), ""]],
    )
    paper.paragraph(
        tr.t(
            "Checksum of this version (SHA-256): {checksum}",
            checksum=f"`{version.sha256 or versions.checksum(version.texts)}`",
        )
    )
    return Document(
        title=title,
        lang=tr.lang,
        markdown=_head(data, tr, version) + paper.markdown,
        kind=DocumentKind.ACCESSION,
    )


def _promised(
    data: Data,
    tr: Translator,
    audience: Audience,
    partner: Organisation | None,
    given: Signature | None,
    paper: Paper,
) -> None:
    """What it brings in and who speaks for it, as far as that is known; else lines to fill in."""
    public = audience is Audience.PUBLIC
    day = given.signed_on if given is not None else None
    known = None if public else partner
    paper.bullet(tr.t("Our contribution: {line}", line=_contribution(data, partner)))
    paper.bullet(tr.t("Named person: {line}", line=_delegate(data, known, day)))
    paper.bullet(tr.t("Substitute: {line}", line=_deputies(data, tr, known, day)))


def _contribution(data: Data, partner: Organisation | None) -> str:
    """Of its application, else of what is entered for it."""
    if partner is None:
        return LINE
    application = application_of(data, partner.id)
    if application is not None and application.contribution.strip():
        return inline(application.contribution)
    brought = [inline(r.text) for r in data.rows(Resource) if r.organisation == partner.id]
    return "; ".join(brought) or LINE


def _head(data: Data, tr: Translator, version: Version) -> str:
    values = {
        tr.p("front matter", "type"): tr.p("front matter", "declaration_of_accession"),
        tr.p("front matter", "network"): data.network.name,
        tr.p("front matter", "version"): version.number,
        tr.p("front matter", "language"): tr.lang,
    }
    return front_matter(values)


def _version(data: Data, number: str) -> Version:
    version = version_called(data, number) if number else versions.to_sign(data)
    if version is None:
        raise Refused("No version can be joined yet; one has to be open for signature or in force.")
    return version


def _signature(data: Data, version: Version, partner: Organisation | None) -> Signature | None:
    if partner is None:
        return None
    return next(
        (
            s
            for s in versions.signatures_of(data, version.id)
            if s.organisation == partner.id and s.status is SignatureStatus.SIGNED
        ),
        None,
    )


def _person(given: Signature) -> str:
    return ", ".join(inline(part) for part in (given.name, given.function) if part)


def _delegate(data: Data, partner: Organisation | None, day: dt.date | None) -> str:
    """Who speaks for it on the day of its signature; before it the one who is named by now."""
    if partner is None:
        return LINE
    names = _speakers(data, partner, DelegationKind.DELEGATE, day)
    if names:
        return inline(names[0])
    application = application_of(data, partner.id)
    contact = application.contact.strip() if application is not None and day is None else ""
    return inline(contact) or LINE


def _deputies(data: Data, tr: Translator, partner: Organisation | None, day: dt.date | None) -> str:
    if partner is None:
        return LINE
    names = _speakers(data, partner, DelegationKind.DEPUTY, day)
    return tr.join([inline(name) for name in names]) or LINE


def _speakers(
    data: Data, partner: Organisation, kind: DelegationKind, day: dt.date | None
) -> list[str]:
    """Names on a day, or of everybody whose time has not ended."""
    rows = [
        d
        for d in data.rows(Delegation)
        if d.organisation == partner.id
        and d.kind is kind
        and (d.until is None or (day is not None and day <= d.until))
        and (day is None or d.since is None or d.since <= day)
    ]
    people = (data.find(Person, d.person) for d in rows)
    return [p.name for p in people if p is not None and p.erased_on is None]


def _where(tr: Translator, given: Signature | None) -> str:
    if given is None or given.signed_on is None:
        return ""
    parts = (inline(given.place), tr.date_short(given.signed_on))
    return ", ".join(part for part in parts if part)
