"""A text to copy for those who have not signed the agreement yet. Nothing is sent."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.mail import Mail, addresses_of
from kooperation_tui.documents.registers import Register
from kooperation_tui.documents.text import one_line
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Organisation, SignatureStatus
from kooperation_tui.domain.reminders import unsigned
from kooperation_tui.domain.versions import signatures_of, to_sign
from kooperation_tui.i18n import Translator


def signature_mail(data: Data, tr: Translator, now: dt.datetime) -> Mail:
    """One mail to all partners that have neither signed nor refused, with what is known.

    Raises:
        Refused: no version can be signed, or all have.
    """
    register = Register(data, tr, Audience.PARTNERS, now)
    scene = register.scene()
    version = to_sign(data)
    if version is None:
        raise Refused(
            "No version is open for signature; adopt one and use “kooperation version open”."
        )
    missing = unsigned(data, version, register.today)
    if not missing:
        raise Refused("Everybody has signed version {number}.", number=version.number)
    reasons = {
        s.organisation: s.reason
        for s in signatures_of(data, version.id)
        if s.status in (SignatureStatus.PENDING, SignatureStatus.RESERVED)
    }
    lines = [
        tr.t("Hello everybody,"),
        "",
        tr.t(
            "version {number} of our cooperation agreement is open for signature. These signatures "
            "are still missing:",
            number=version.number,
        ),
        "",
        *(_line(partner, reasons.get(partner.id, "")) for partner in missing),
        "",
        tr.t("Please sign it, or tell us what is still needed."),
    ]
    if version.valid_from is not None and version.valid_from > register.today:
        lines.append(tr.t("It is valid from {day}.", day=tr.date_long(version.valid_from)))
    if version.sha256:
        lines += [
            "",
            tr.t("Checksum of this version (SHA-256): {checksum}", checksum=version.sha256),
        ]
    lines += ["", tr.t("Kind regards"), one_line(data.network.name), ""]
    found = [(partner, addresses_of(scene, partner.id)) for partner in missing]
    return Mail(
        to=tuple(dict.fromkeys(address for _, known in found for address in known)),
        without=tuple(one_line(partner.code) for partner, known in found if not known),
        subject=one_line(
            tr.t("Signature: cooperation agreement, version {number}", number=version.number)
        ),
        body="\n".join(lines),
    )


def _line(partner: Organisation, reason: str) -> str:
    return f"- {one_line(partner.name)}" + (f" ({one_line(reason)})" if reason else "")
