"""Who signed a version of the agreement, who is still to sign, and why not yet."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.model import (
    Organisation,
    OrganisationStatus,
    Signature,
    SignatureStatus,
    Version,
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


def signature_of(view: View, version: Version, partner: str) -> Signature | None:
    """What is known about a partner's (by id) signature."""
    known = signatures_of(view.data, version.id)
    return next((s for s in known if s.organisation == partner), None)


def board(view: View, version: Version) -> list[tuple[Organisation, Signature | None]]:
    """Partners and what is known of their signature; applicants and old signatures last."""
    found = {s.organisation: s for s in signatures_of(view.data, version.id)}
    rows = [
        (o, found.get(o.id))
        for o in plan.partners(view.data)
        if o.status in (OrganisationStatus.PARTNER, OrganisationStatus.APPLICANT) or o.id in found
    ]
    return sorted(rows, key=lambda row: row[0].status is not OrganisationStatus.PARTNER)


def counts(view: View, version: Version) -> tuple[int, int]:
    """How many have signed, and how many there are to sign."""
    expected = sum(
        o.status is OrganisationStatus.PARTNER
        or (s is not None and s.status is SignatureStatus.SIGNED)
        for o, s in board(view, version)
    )
    return signed_count(view.data, version.id), expected


def signatures_short(view: View) -> str:
    """`1.1: 9 of 12 signatures`, '' if nothing can be signed."""
    version = to_sign(view.data)
    if version is None or not signatures_of(view.data, version.id):
        return ""
    signed, expected = counts(view, version)
    said = view.tr.t("{signed} of {all} signatures", signed=signed, all=expected)
    return f"{version.number}: {said}"


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
    missing = [_missing(o, s) for o, s in board(view, version) if _is_missing(o, s)]
    if missing:
        text = ", ".join(missing)
        rows += ink.put((tr.t("outstanding") + " ", "dim"), text).wrap(view.width)
    return rows


def _is_missing(partner: Organisation, signature: Signature | None) -> bool:
    if partner.status is not OrganisationStatus.PARTNER:
        return False
    return signature is None or signature.status is not SignatureStatus.SIGNED


def _missing(partner: Organisation, signature: Signature | None) -> str:
    reason = signature.reason if signature is not None else ""
    return f"{partner.code} ({ink.shorten(reason, 40)})" if reason else partner.code


def board_rows(view: View, version: Version) -> list[Row]:
    """A row for each partner: code, how far, who and when, or the reason."""
    return [Row(_board_row(view, o, s), o.id) for o, s in board(view, version)]


def _board_row(view: View, partner: Organisation, signature: Signature | None) -> Content:
    tr = view.tr
    status = signature.status if signature is not None else SignatureStatus.PENDING
    state = tr.t(words.SIGNATURE_STATES[status])
    tone = _TONES[status]
    if signature is None and partner.status is OrganisationStatus.APPLICANT:
        state, tone = tr.t("has applied"), "dim"
    left = ink.put((ink.fit(partner.code, 9), "strong"), (ink.fit(state, 15), tone), " ")
    said = _how(view, signature) if signature is not None else ""
    return ink.put(left, ink.shorten(said or partner.name, view.width - left.cell_length))


def _how(view: View, signature: Signature) -> str:
    """`Petra Vogt, Leitung, Auental, 03.03.2027, on paper`, or why not yet."""
    tr = view.tr
    if signature.status is not SignatureStatus.SIGNED:
        return signature.reason
    day = tr.date_short(signature.signed_on) if signature.signed_on is not None else ""
    form = tr.t(words.FORMS[signature.form]) if signature.form in words.FORMS else signature.form
    parts = (signature.name, signature.function, signature.place, day, form)
    return ", ".join(part for part in parts if part)


def about(view: View, version: Version) -> list[Content]:
    """Which version, how many have signed, and that this is no legal advice."""
    tr = view.tr
    signed, expected = counts(view, version)
    state = tr.t(words.VERSION_STATES[version.status])
    said = tr.t("{signed} of {all} have signed", signed=signed, all=expected)
    legal = tr.t("The program records signatures and is no legal advice.")
    frozen = ""
    if version.frozen_on is not None:
        day = tr.date_short(version.frozen_on)
        frozen = tr.t("The text is frozen since {day}.", day=day)
    return [
        ink.put((f"{tr.t('Version {number}', number=version.number)}, {state}   ", "dim"), said),
        *(ink.put((frozen, "dim")).wrap(view.width) if frozen else []),
        *ink.put((legal, "dim")).wrap(view.width),
        Content(""),
    ]
