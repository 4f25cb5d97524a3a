"""Who signed a version of the agreement, who is still to sign, and why not yet."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import ApplicationStatus
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.model import (
    Organisation,
    OrganisationStatus,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import signatures_of, signed_count, to_sign
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

_TONES = {
    SignatureStatus.SIGNED: "good",
    SignatureStatus.PENDING: "warn",
    SignatureStatus.RESERVED: "warn",
    SignatureStatus.REFUSED: "bad",
}


_DETAIL = 2
"""Rows of facts about one signature."""
_OVER = (ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)


def signature_of(view: View, version: Version, partner: str) -> Signature | None:
    """What is known about a partner's (by id) signature."""
    known = signatures_of(view.data, version.id)
    return next((s for s in known if s.organisation == partner), None)


def board(view: View, version: Version) -> list[tuple[Organisation, Signature | None]]:
    """Partners and what is known of their signature; applicants and old signatures last.

    Whoever was not admitted, or withdrew, is not asked to sign.
    """
    found = {s.organisation: s for s in signatures_of(view.data, version.id)}
    rows = [
        (o, found.get(o.id))
        for o in plan.partners(view.data)
        if o.id in found or plan.is_partner(o, view.today) or _applies(view, o)
    ]
    return sorted(rows, key=lambda row: not plan.is_partner(row[0], view.today))


def _applies(view: View, partner: Organisation) -> bool:
    if partner.status is not OrganisationStatus.APPLICANT:
        return False
    application = application_of(view.data, partner.id)
    return application is None or application.status not in _OVER


def counts(view: View, version: Version) -> tuple[int, int]:
    """How many have signed, and how many there are to sign."""
    expected = sum(
        plan.is_partner(o, view.today) or (s is not None and s.status is SignatureStatus.SIGNED)
        for o, s in board(view, version)
    )
    return signed_count(view.data, version.id), expected


def signatures_short(view: View, version: Version) -> str:
    """`9 von 12 Unterschriften`; '' for a version that nobody is asked to sign now."""
    now = to_sign(view.data)
    if now is None or now.id != version.id:
        return ""
    asked = version.status is VersionStatus.OPEN_FOR_SIGNATURE
    if not asked and not signatures_of(view.data, version.id):
        return ""
    signed, expected = counts(view, version)
    return view.tr.t("{signed} of {all} signatures", signed=signed, all=expected)


def signatures_lines(view: View) -> list[Content]:
    """Signatures n of m, and who is missing with the reason."""
    tr, version = view.tr, to_sign(view.data)
    if version is None:
        return []
    signed, expected = counts(view, version)
    title = tr.t("Signatures of {number}", number=version.number)
    said = tr.t("{signed} of {all}", signed=signed, all=expected)
    rows = [Content(""), ink.put((f"{title}   {said}", "head"))]
    if not signatures_of(view.data, version.id):
        hint = tr.t("None is noted yet: u notes who signed.")
        return [*rows, *ink.put((hint, "dim")).wrap(view.width)]
    known = board(view, version)
    missing = {
        tr.t("outstanding"): [_named(o, s) for o, s in known if _lacks(view, o, s, refused=False)],
        tr.t("refused"): [_named(o, s) for o, s in known if _lacks(view, o, s, refused=True)],
        tr.t("admitted, not signed"): [o.code for o, s in known if _admitted_by(view, o)],
    }
    for label, named in missing.items():
        if named:
            rows += ink.put((label + " ", "dim"), ", ".join(named)).wrap(view.width)
    return rows


def _lacks(
    view: View, partner: Organisation, signature: Signature | None, *, refused: bool
) -> bool:
    """Whether a partner has not signed: because it refused, or not yet."""
    if not plan.is_partner(partner, view.today):
        return False
    status = signature.status if signature is not None else SignatureStatus.PENDING
    if status is SignatureStatus.SIGNED:
        return False
    return (status is SignatureStatus.REFUSED) is refused


def _named(partner: Organisation, signature: Signature | None) -> str:
    reason = signature.reason if signature is not None else ""
    return f"{partner.code} ({ink.shorten(reason, 40)})" if reason else partner.code


def board_rows(view: View, version: Version) -> list[Row]:
    """A row for each partner: code, how far, who and when, or the reason."""
    return [Row(_board_row(view, o, s), o.id) for o, s in board(view, version)]


def _board_row(view: View, partner: Organisation, signature: Signature | None) -> Content:
    state, tone = _state(view, partner, signature)
    cells = max(ink.width(view.tr.t(label)) for label in words.SIGNATURE_STATES.values()) + 1
    left = ink.put((ink.fit(partner.code, 9), "strong"), (ink.fit(state, cells), tone), " ")
    said = partner.name
    if signature is not None:
        day = view.tr.date_short(signature.signed_on) if signature.signed_on is not None else ""
        who = ", ".join(filter(None, (signature.name, signature.function)))
        said = "   ".join(filter(None, (day, signature.reason, who))) or partner.name
    return ink.put(left, ink.shorten(said, view.width - left.cell_length))


def _state(view: View, partner: Organisation, signature: Signature | None) -> tuple[str, str]:
    """How far a partner is, with its tone."""
    tr = view.tr
    if signature is not None or partner.status is not OrganisationStatus.APPLICANT:
        status = signature.status if signature is not None else SignatureStatus.PENDING
        left = plan.status_on(partner, view.today) is OrganisationStatus.LEFT
        if left and status is not SignatureStatus.SIGNED:
            return tr.t("has left"), "dim"
        return tr.t(words.SIGNATURE_STATES[status]), _TONES[status]
    if _admitted_by(view, partner):
        return tr.t("admitted"), "warn"
    return tr.t("has applied"), "dim"


def about(view: View, version: Version) -> list[Content]:
    """The state of the version, how many have signed, and that this is no legal advice."""
    tr = view.tr
    signed, expected = counts(view, version)
    parts = [
        tr.t(words.VERSION_STATES[version.status]),
        tr.n("{count} of {all} has signed", "{count} of {all} have signed", signed, all=expected),
    ]
    if version.frozen_on is not None and version.texts:
        day = tr.date_short(version.frozen_on)
        parts.append(tr.t("text frozen since {day}", day=day))
    return [
        *ink.put(", ".join(parts)).wrap(view.width),
        *ink.put((tr.t("The program records signatures and is no legal advice."), "dim")).wrap(
            view.width
        ),
        *_still_voting(view, version),
    ]


def _still_voting(view: View, version: Version) -> list[Content]:
    """Whoever has not signed keeps its vote: a version takes nobody's.

    While people still sign it is said of those alone that refused or wait for a committee.
    """
    silent = {SignatureStatus.SIGNED}
    if version.status is not VersionStatus.IN_FORCE:
        silent.add(SignatureStatus.PENDING)
    codes = [
        partner.code
        for partner, signature in board(view, version)
        if (signature.status if signature is not None else SignatureStatus.PENDING) not in silent
        and plan.may_vote(partner, view.today)
    ]
    if not codes:
        return []
    said = view.tr.n(
        "{codes} keeps its vote until it leaves: no version takes it away.",
        "{codes} keep their votes until they leave: no version takes them away.",
        len(codes),
        codes=view.tr.join(codes),
    )
    return ink.put((said, "dim")).wrap(view.width)


def detail(view: View, version: Version, identity: str) -> list[Content]:
    """Everything about one partner's signature in three rows: who, where, when, or why not."""
    partner = view.data.find(Organisation, identity)
    if partner is None:
        return []
    tr, signature = view.tr, signature_of(view, version, identity)
    state, tone = _state(view, partner, signature)
    facts = _facts(view, signature) if signature is not None else []
    admitted = _admitted_by(view, partner)
    if admitted:
        facts += [admitted, tr.t("not signed yet; the vote begins with the signature")]
    said = ink.put((state, tone), *(f" · {fact}" for fact in facts)).wrap(view.width)
    if len(said) > _DETAIL:
        said[_DETAIL - 1] = ink.put(ink.shorten(said[_DETAIL - 1].plain + " …", view.width))
    return [ink.put((ink.shorten(partner.name, view.width), "strong")), *said[:_DETAIL]]


def _admitted_by(view: View, partner: Organisation) -> str:
    """The decision that admitted an applicant, '' if there is none yet."""
    application = application_of(view.data, partner.id)
    if partner.status is not OrganisationStatus.APPLICANT or application is None:
        return ""
    return application.decision


def _facts(view: View, signature: Signature) -> list[str]:
    tr = view.tr
    who = ", ".join(filter(None, (signature.name, signature.function)))
    if signature.status is not SignatureStatus.SIGNED:
        refused = signature.status is SignatureStatus.REFUSED
        signs = tr.t("signs: {who}", who=who) if who and not refused else who
        return list(filter(None, (signature.reason, signs)))
    day = tr.date_short(signature.signed_on) if signature.signed_on is not None else ""
    form = tr.t(words.FORMS[signature.form]) if signature.form in words.FORMS else signature.form
    where = ", ".join(filter(None, (signature.place, day)))
    joined = tr.t("joined by it, {number}", number=signature.decision or "–")
    corrected = ""
    if signature.earlier:
        last = signature.earlier[-1]
        day = tr.date_short(last.corrected_on)
        corrected = tr.t("corrected on {day}: {reason}", day=day, reason=last.reason)
    facts = (who, where, form, joined if signature.accession else "", corrected)
    return list(filter(None, facts))
