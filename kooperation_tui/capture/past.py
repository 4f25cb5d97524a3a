"""Days on which something was: a day without a year is the last one, not the next."""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.capture import dates
from kooperation_tui.capture.dates import Found

_MONTH = re.compile(r"(?:(\d{1,2})[/.])?(\d{4})")
_YEAR = re.compile(r"\d{4}|\.\d{1,2}\.\d{2}$")
_A_YEAR = dt.timedelta(days=370)


def read_past(text: str, today: dt.date) -> Found | None:
    """The day that a text means, as `dates.read`, but one that has been.

    Also a year alone (its first day) and `03/2021`. A later day with its year written
    out stays as it is: whether it may be is for a rule to say.

    Raises:
        Refused: see `dates.read`.
    """
    typed = text.strip()
    month = _MONTH.fullmatch(typed)
    if month is not None and 1 <= int(month[1] or 1) <= 12:
        return dt.date(int(month[2]), int(month[1] or 1), 1)
    found = dates.read(typed, today)
    if isinstance(found, dt.date) and found > today and not _YEAR.search(typed):
        return dates.read(typed, found - _A_YEAR)
    return found
