"""The end of the agreement: who signed, and the annexes its text names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from kooperation_tui.documents import words
from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.naming import joined
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    EarlierSignature,
    Organisation,
    OrganisationStatus,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.names import as_of
from kooperation_tui.i18n import Translator

_TO_SIGN = (VersionStatus.ADOPTED, VersionStatus.OPEN_FOR_SIGNATURE, VersionStatus.IN_FORCE)
LINE = "_" * 20
"""Where somebody writes by hand."""


def signatures(
    data: Data,
    tr: Translator,
    audience: Audience,
    version: Version,
    paper: Paper,
    today: dt.date,
) -> bool:
    """The signature page; the public one does not say who signed for a partner.

    Only the internal one names what was corrected.

    Returns:
        Whether this version has one.
    """
    given = {s.organisation: s for s in data.rows(Signature) if s.version == version.id}
    if not given and (version.on_paper or version.status not in _TO_SIGN):
        return False
    paper.heading(2, tr.p("agreement", "Signatures"))
    paper.paragraph(tr.t("By signing we accept version {number}.", number=inline(version.number)))
    if version.sha256:
        checksum(tr, version, paper)
    who = _signing(data, given, today)
    public = audience is Audience.PUBLIC
    rows = [
        _row(tr, number, partner, given.get(partner.id), public=public)
        for number, partner in enumerate(who, 1)
    ]
    paper.table(_header(tr, public=public), rows)
    paper.paragraph(_standing(tr, list(given.values()), len(who)))
    if audience is Audience.INTERNAL:
        for partner in who:
            for earlier in given[partner.id].earlier if partner.id in given else ():
                paper.bullet(_corrected(tr, partner, earlier))
    return True


def _corrected(tr: Translator, partner: Organisation, earlier: EarlierSignature) -> str:
    """What was noted of a signature before it was corrected, and why."""
    day = tr.date_short(earlier.signed_on) if earlier.signed_on is not None else ""
    facts = (inline(earlier.name), inline(earlier.function), inline(earlier.place), day)
    return tr.t(
        "{partner}: corrected on {day}. Noted before: {before}. Reason: {reason}",
        partner=inline(partner.name),
        day=tr.date_short(earlier.corrected_on),
        before=", ".join(fact for fact in facts if fact),
        reason=inline(earlier.reason),
    )


def checksum(tr: Translator, version: Version, paper: Paper) -> None:
    """The small print by which everybody can tell the text that was signed."""
    paper.paragraph(
        tr.t("Checksum of this version (SHA-256): {checksum}", checksum=f"`{version.sha256}`")
    )


def _signing(data: Data, given: dict[str, Signature], today: dt.date) -> list[Organisation]:
    """Partners, and whoever has signed."""
    asked = (OrganisationStatus.PARTNER, OrganisationStatus.SUSPENDED)
    return [o for o in plan.partners(data) if plan.status_on(o, today) in asked or o.id in given]


def _header(tr: Translator, *, public: bool) -> list[str]:
    by = [] if public else [tr.p("signature list", "Represented by")]
    return [
        tr.p("signature list", "No."),
        tr.p("signature list", "Partner"),
        *by,
        tr.p("signature list", "Place, date"),
        tr.p("signature list", "Signature"),
        tr.p("signature list", "Status"),
    ]


def _row(
    tr: Translator, number: int, partner: Organisation, given: Signature | None, *, public: bool
) -> list[str]:
    status = given.status if given is not None else SignatureStatus.PENDING
    by, where = "", ""
    if given is not None:
        by = ", ".join(inline(part) for part in (given.name, given.function) if part)
    if given is not None and given.signed_on is not None:
        partner = as_of(partner, given.signed_on)
        parts = (inline(given.place), tr.date_short(given.signed_on))
        where = ", ".join(part for part in parts if part)
    row = [str(number), inline(partner.name)]
    row += [] if public else [by]
    return [*row, where, "", words.signature_status(tr, status)]


def _standing(tr: Translator, given: list[Signature], total: int) -> str:
    signed = [s for s in given if s.status is SignatureStatus.SIGNED]
    days = [s.signed_on for s in signed if s.signed_on is not None]
    if not days:
        return tr.t(
            "**Signature status:** {count} of {all} partners.", count=len(signed), all=total
        )
    return tr.t(
        "**Signature status:** {count} of {all} partners on {day}.",
        count=len(signed),
        all=total,
        day=tr.date_long(max(days)),
    )


def annexes(
    tr: Translator, network: str, version: Version | None, texts: Iterable[str], paper: Paper
) -> None:
    """The usual annexes A to D, as far as the text names them."""
    titles = {
        "A": tr.t("skills and resources of the partners"),
        "B": tr.t("role plan (facilitation, minutes, time, speakers' list)"),
        "C": tr.t("register of data sets with purpose, access and deletion period"),
        "D": tr.t("declaration of accession"),
    }
    text = "\n".join(texts)
    word = re.escape(tr.p("agreement", "annex"))
    named = [letter for letter in titles if re.search(rf"\b{word} {letter}\b", text, re.IGNORECASE)]
    if not named:
        return
    paper.heading(2, tr.p("agreement", "Annexes"))
    for letter in named:
        paper.bullet(tr.t("Annex {letter}: {title}", letter=letter, title=titles[letter]))
    if "D" in named and version is not None:
        _accession(tr, network, version, paper)


def _accession(tr: Translator, network: str, version: Version, paper: Paper) -> None:
    """The form a new partner signs to join."""
    paper.heading(3, tr.t("Annex D: declaration of accession (form)"))
    joins = tr.t(
        "The organisation {line}, represented by {line}, joins {network} and accepts version"
        " {number} of the cooperation agreement. Our contribution: {line}. Named person and"
        " substitute: {line}.",
        line=LINE,
        network=joined(tr, network),
        number=inline(version.number),
    )
    paper.quote([joins, tr.t("Place, date: {line} Signature: {line}", line=LINE)])
