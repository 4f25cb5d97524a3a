"""Dates and times as they are typed on the command line."""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.domain.errors import Wrong

_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:\s*Uhr)?")
_DAY_AND_TIME = re.compile(r"(?P<day>.+?)(?:[T,]\s*|\s+)(?P<time>\d{1,2}[:.]\d{2}(?:\s*Uhr)?)")


def day(text: str, today: dt.date) -> dt.date:
    """A date: 2026-11-13, 13.11.2026, 13.11., and what the capture language knows.

    Raises:
        Wrong: it is none.
        Refused: there is no such day.
    """
    from kooperation_tui.capture import dates

    return _one(text, dates.read(text, today))


def past_day(text: str, today: dt.date) -> dt.date:
    """As `day`, for something that has been: 1.10. is the last first of October."""
    from kooperation_tui.capture.past import read_past

    return _one(text, read_past(text, today))


def _one(text: str, found: object) -> dt.date:
    if not isinstance(found, dt.date):
        raise Wrong("“{text}” is no date; write it like 2026-11-13 or 13.11.2026.", text=text)
    return found


def optional_day(text: str | None, today: dt.date) -> dt.date | None:
    """A date, or None if nothing was said."""
    return day(text, today) if text else None


def optional_past(text: str | None, today: dt.date) -> dt.date | None:
    """A date that has been, or None if nothing was said."""
    return past_day(text, today) if text else None


def time(text: str) -> dt.time:
    """A time of day: 09:00 or 9.00 Uhr. Raises Wrong."""
    match = _TIME.fullmatch(text.strip())
    if match is not None and int(match[1]) < 24 and int(match[2]) < 60:
        return dt.time(int(match[1]), int(match[2]))
    raise Wrong("“{text}” is no time; write it like 09:00.", text=text)


def moment(text: str, today: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """A day with a time, in the network's zone: "2026-12-02 09:00", "2.12.2026 9:00".

    An ISO time with a zone of its own is turned into the network's. Raises Wrong.
    """
    try:
        exact = dt.datetime.fromisoformat(text)
    except ValueError:
        exact = None
    if exact is not None and exact.tzinfo is not None:
        return exact.astimezone(zone)
    match = _DAY_AND_TIME.fullmatch(text.strip())
    if match is None:
        raise Wrong("“{text}” is no day with a time; write it like “2026-12-02 09:00”.", text=text)
    return dt.datetime.combine(day(match["day"], today), time(match["time"]), zone)


def end_of(text: str, start: dt.datetime, today: dt.date) -> dt.datetime:
    """The end of a meeting: a time on the day it starts, or a day with a time."""
    if _TIME.fullmatch(text.strip()):
        zone = start.tzinfo
        assert zone is not None
        return dt.datetime.combine(start.date(), time(text), zone)
    assert start.tzinfo is not None
    return moment(text, today, start.tzinfo)
