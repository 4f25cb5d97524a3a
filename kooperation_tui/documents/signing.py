"""The end of the agreement: who signed, and the annexes its text names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

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
    SignatureForm,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.names import as_of
from kooperation_tui.i18n import LANGUAGES, N_, Translator, translator

_TO_SIGN = (VersionStatus.ADOPTED, VersionStatus.OPEN_FOR_SIGNATURE, VersionStatus.IN_FORCE)
_INK = SignatureForm.INK.value
_ACCEPTED: Final = N_("By signing we accept version {number}.")
LINE = "_" * 20
"""Where somebody writes by hand."""


@dataclass(frozen=True)
class _Page:
    """What every line of the table needs: signatures by partner, and what is told."""

    tr: Translator
    given: Mapping[str, Signature]
    today: dt.date
    public: bool
    forms: bool


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
    if not _accepts_itself(version):
        paper.paragraph(tr.t(_ACCEPTED, number=inline(version.number)))
    if version.sha256:
        checksum(tr, version, paper)
    last = _last(given.values())
    over = version.status is VersionStatus.SUPERSEDED and last is not None
    days = [day for day in (last, None if over else today) if day is not None]
    who = [o for o in plan.partners(data) if o.id in given or any(_belongs(o, day) for day in days)]
    public = audience is Audience.PUBLIC
    forms = _tells_forms(given.values())
    page = _Page(tr=tr, given=given, today=today, public=public, forms=forms)
    paper.table(_header(tr, public=public), [_row(page, n, o) for n, o in enumerate(who, 1)])
    paper.paragraph(_standing(page, who, last))
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


def _accepts_itself(version: Version) -> bool:
    """Whether the text says already what the sentence above the signatures says."""
    said = [
        translator(lang).t(_ACCEPTED, number=version.number).rstrip(".").casefold()
        for lang in LANGUAGES
    ]
    texts = [text.casefold() for text in version.texts.values()]
    return any(one in text for one in said for text in texts)


def _belongs(partner: Organisation, day: dt.date) -> bool:
    """Whether a partner is asked to sign on a day: neither yet to join nor gone."""
    if partner.joined_on is not None and partner.joined_on > day:
        return False
    asked = (OrganisationStatus.PARTNER, OrganisationStatus.SUSPENDED)
    return plan.status_on(partner, day) in asked


def _last(given: Iterable[Signature]) -> dt.date | None:
    """The day of the latest signature; the state of signing is told as of it."""
    days = [s.signed_on for s in given if s.status is SignatureStatus.SIGNED]
    return max((day for day in days if day is not None), default=None)


def _tells_forms(given: Iterable[Signature]) -> bool:
    """Whether partners signed in different ways, so that the table says how."""
    signed = {s.form or _INK for s in given if s.status is SignatureStatus.SIGNED}
    return len(signed) > 1


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


def _row(page: _Page, number: int, partner: Organisation) -> list[str]:
    tr, given = page.tr, page.given.get(partner.id)
    by, where, form = "", "", ""
    if given is not None:
        by = ", ".join(inline(part) for part in (given.name, given.function) if part)
    if given is not None and given.signed_on is not None:
        partner = as_of(partner, given.signed_on)
        parts = (inline(given.place), tr.date_short(given.signed_on))
        where = ", ".join(part for part in parts if part)
    if given is not None and given.status is SignatureStatus.SIGNED and page.forms:
        form = words.signature_form(tr, given.form)
    row = [str(number), inline(partner.name)]
    row += [] if page.public else [by]
    return [*row, where, form, _status(page, partner, given)]


def _status(page: _Page, partner: Organisation, given: Signature | None) -> str:
    """How far a partner is; one that left without signing is not waited for."""
    status = given.status if given is not None else SignatureStatus.PENDING
    left = partner.left_on
    if status is SignatureStatus.SIGNED or left is None or left >= page.today:
        return words.signature_status(page.tr, status)
    return page.tr.p("document signature", "left on {day}", day=page.tr.date_short(left))


def _standing(page: _Page, who: list[Organisation], last: dt.date | None) -> str:
    """How many have signed, of the partners as they were on the day of the last signature."""
    tr = page.tr
    signed = {i for i, s in page.given.items() if s.status is SignatureStatus.SIGNED}
    day = last or page.today
    total = sum(o.id in signed or _belongs(o, day) for o in who)
    if last is None:
        return tr.t(
            "**Signature status:** {count} of {all} partners.", count=len(signed), all=total
        )
    return tr.t(
        "**Signature status:** {count} of {all} partners on {day}.",
        count=len(signed),
        all=total,
        day=tr.date_long(last),
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
