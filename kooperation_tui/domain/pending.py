"""Signatures that wait for a committee: from which day on somebody should ask."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Organisation, Signature, SignatureStatus, Value
from kooperation_tui.domain.plan import is_partner
from kooperation_tui.domain.versions import signatures_of, to_sign

PATIENCE = dt.timedelta(days=30)
"""How long nobody asks where the reason names no day."""
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("januar january", "februar february", "märz march", "april", "mai may"),
            *("juni june", "juli july", "august", "september", "oktober october"),
            *("november", "dezember december"),
        ),
        start=1,
    )
    for name in names.split()
}
_DAY = re.compile(
    r"\b(?P<iso>\d{4}-\d{2}-\d{2})\b|\b(?P<day>\d{1,2})\.? ?"
    rf"(?:(?P<number>\d{{1,2}})\.|(?P<month>{'|'.join(_MONTHS)})) ?(?P<year>\d{{4}})?"
)


class Waiting(Value):
    """A partner (by id) whose committee should have agreed by a day, and the reason."""

    partner: str
    on: dt.date
    reason: str


def waiting(data: Data, today: dt.date) -> Iterator[Waiting]:
    """Signatures of the version people sign now that were held back too long."""
    version = to_sign(data)
    if version is None:
        return
    since = version.frozen_on or version.adopted_on or version.valid_from or today
    for row in signatures_of(data, version.id):
        partner = data.find(Organisation, row.organisation)
        if row.status is not SignatureStatus.RESERVED or partner is None:
            continue
        day = _expected(row, since)
        if day < today and is_partner(partner, today):
            yield Waiting(partner=partner.id, on=day, reason=row.reason)


def _expected(row: Signature, since: dt.date) -> dt.date:
    """The day that the reason names, at first after the text was fixed; else a month later."""
    match = _DAY.search(row.reason.casefold())
    try:
        day = _read(match, since) if match is not None else None
    except ValueError:  # no such day: 31.02.
        day = None
    return day or since + PATIENCE


def _read(match: re.Match[str], since: dt.date) -> dt.date:
    if match["iso"]:
        return dt.date.fromisoformat(match["iso"])
    month = int(match["number"]) if match["number"] else _MONTHS[match["month"]]
    day = dt.date(int(match["year"] or since.year), month, int(match["day"]))
    if match["year"] or day >= since:
        return day
    return day.replace(year=since.year + 1)
