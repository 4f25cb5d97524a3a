"""What `kooperation version` says beside its answer: length, old numbers, who has not signed."""

from __future__ import annotations

import datetime as dt
from typing import Final

from kooperation_tui.cli.output import one_line, say, warn
from kooperation_tui.documents.blocks import block_heading
from kooperation_tui.domain.brevity import brevity, half_pages
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Organisation, Signature, SignatureStatus, Version
from kooperation_tui.domain.old_numbers import old_counts, old_numbers
from kooperation_tui.domain.unsigned import without_signature
from kooperation_tui.i18n import N_, Translator

SIGNED: Final = {
    SignatureStatus.PENDING: N_("pending"),
    SignatureStatus.RESERVED: N_("reserved"),
    SignatureStatus.SIGNED: N_("signed"),
    SignatureStatus.REFUSED: N_("refused"),
}


def tell_length(tr: Translator, done: Version) -> None:
    """How long the text is; above two pages a hint with the longest sentences."""
    length = brevity(done.texts, done.not_needed)
    pages, minutes = half_pages(length), max(1, round(length.minutes))
    number = f"{pages:g}".replace(".", "," if tr.lang == "de" else ".")
    parts = (
        tr.n("{count} word", "{count} words", length.words),
        tr.t("1 page") if pages == 1 else tr.t("{number} pages", number=number),
        tr.n("{count} minute to read", "{count} minutes to read", minutes),
    )
    say(", ".join(parts) + " " + tr.t("(A4, 11 pt, without signatures)"))
    if not length.too_long:
        return
    warn(tr.t("More than two pages are rarely read. The longest sentences:"))
    for one in length.longest:
        warn(f"  {tr.t('{count} words: {text}', count=one.words, text=one_line(one.text))}")


def warn_of_numbers(tr: Translator, data: Data, done: Version) -> None:
    """Sentences that still speak of another version."""
    for one in old_numbers(data, done):
        warn(
            tr.t(
                "{block} still names another version than {number}: “{text}”",
                block=block_heading(tr, one.key),
                number=done.number,
                text=one_line(one.text),
            )
        )


def warn_of_counts(tr: Translator, data: Data, done: Version, today: dt.date) -> None:
    """Sentences that count the partners otherwise than they are today."""
    found, count = old_counts(data, done, today)
    for one in found:
        warn(
            tr.t(
                "{block}: the network has {count} partners, the text says “{text}”",
                block=block_heading(tr, one.key),
                count=count,
                text=one_line(one.text),
            )
        )


def warn_of_missing(tr: Translator, data: Data, done: Version, today: dt.date) -> None:
    """Who has not signed: the version counts between those who did."""
    found = without_signature(data, done, today)
    if found:
        names = ", ".join(_missing(tr, partner, signature) for partner, signature in found)
        warn(
            tr.t("Not signed by {names}; the version counts between those who signed.", names=names)
        )


def _missing(tr: Translator, partner: Organisation, signature: Signature | None) -> str:
    """`IHK (refused: too expensive)`"""
    if signature is None:
        return partner.code
    said = ": ".join(filter(None, (tr.t(SIGNED[signature.status]), one_line(signature.reason))))
    return f"{partner.code} ({said})"
