"""The declaration with which a new partner joins, as a document of its own to sign."""

from __future__ import annotations

from kooperation_tui.documents.agreement import version_called
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.naming import joined
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.signing import LINE
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Organisation, Signature, SignatureStatus, Version
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
    paper.bullet(tr.t("Our contribution: {line}", line=LINE))
    paper.bullet(
        tr.t("Named person: {line}", line=_delegate(data, partner, given) if named else LINE)
    )
    paper.bullet(tr.t("Substitute: {line}", line=LINE))
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


def _delegate(data: Data, partner: Organisation | None, given: Signature | None) -> str:
    if partner is None or given is None or given.signed_on is None:
        return LINE
    person = plan.delegate(data, partner.id, given.signed_on)
    return inline(person.name) if person is not None else LINE


def _where(tr: Translator, given: Signature | None) -> str:
    if given is None or given.signed_on is None:
        return ""
    parts = (inline(given.place), tr.date_short(given.signed_on))
    return ", ".join(part for part in parts if part)
