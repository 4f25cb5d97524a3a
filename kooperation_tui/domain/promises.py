"""What points 5, 8 and 9 promise for a time: notice, yearly review, checks, mentors.

Read from wordings like the sample clauses, in both languages; a wording that says it in
other words is for people.
"""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.domain.agreed_rules import applied_text
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.stated import NUMBER, number_of

_NOTICE = re.compile(
    rf"\bfrist von (?P<de>{NUMBER}) wochen\b|\b(?P<en>{NUMBER}) weeks['’]? notice\b"
)
_YEARLY = re.compile(
    r"\b(?:einmal im jahr|jährlich|jedes jahr)\b[^.]*\bprüf\w*|\bprüf\w*[^.]*\beinmal im jahr\b"
    r"|\bonce a year\b[^.]*\b(?:check|review)\w*|\byearly review\b"
)
_CHECKS = re.compile(
    rf"\bprüf\w*[^.]*?\b(?P<de>{NUMBER})(?:-?mal)? im jahr\b"
    rf"|\bcheck\w*[^.]*?\b(?P<en>{NUMBER})(?: times)? a year\b"
)
_MENTOR = re.compile(r"\b(?:patin|pate|mentor\w*)\b[^.]*\b(?:ein jahr|for a year|for one year)\b")
_YEAR = 365


def notice_weeks(data: Data) -> int | None:
    """The notice of a partner that leaves: as entered, else as point 9 says it."""
    if data.network.notice_weeks is not None:
        return data.network.notice_weeks
    return _number(_NOTICE.search(_said(data, "p9")))


def last_day(data: Data, today: dt.date) -> dt.date:
    """The last day of a partner that gives notice today."""
    return today + dt.timedelta(weeks=notice_weeks(data) or 0)


def review_due(data: Data) -> dt.date | None:
    """The day of the next yearly review: as entered, else a year after point 9 was agreed."""
    block = block_of(data, "p9")
    if data.network.review_on is not None or block is None:
        return data.network.review_on
    since = block.in_force_since or block.agreed_on
    if since is None or not _YEARLY.search(_said(data, "p9")):
        return None
    return since + dt.timedelta(days=_YEAR)


def checks_a_year(data: Data) -> int | None:
    """How often a year point 5 has the stocks of data checked."""
    return _number(_CHECKS.search(_said(data, "p5")))


def mentored(data: Data) -> bool:
    """Whether point 8 gives a new partner a mentor for a year."""
    return _MENTOR.search(_said(data, "p8")) is not None


def _number(match: re.Match[str] | None) -> int | None:
    return number_of(match["de"] or match["en"]) if match is not None else None


def _said(data: Data, key: str) -> str:
    block = block_of(data, key)
    return " ".join(applied_text(block).casefold().split()) if block is not None else ""
