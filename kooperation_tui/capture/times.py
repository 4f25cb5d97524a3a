"""The time at the start of a line, or after a code: when it holds."""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.capture.context import Context
from kooperation_tui.domain.afterwards import AHEAD
from kooperation_tui.domain.errors import Refused

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_LEADING = re.compile(r"(\d{1,2}:\d{2})\s+(\S.*)", re.ASCII | re.DOTALL)
_PROSE = re.compile(r"(?:uhr|h|bis|am|pm|o['’]clock)\b|[-–−](?:\s|\d|$)", re.IGNORECASE)
"""What makes a time at the start part of a sentence."""

_CLOSING = re.compile(
    r"(.*?)\b(?:(?:um|at)\s+)?(\d{1,2}:\d{2})(?:\s?(?:Uhr|h|o['’]clock))?", re.ASCII | re.IGNORECASE
)
"""Words and the time they end in: `9:04`, `um 9:04 Uhr`."""
_UNTIL = re.compile(r"(?:(?:bis|until)\s+)?(\d{1,2}:\d{2})(?:\s?(?:Uhr|h))?", re.ASCII | re.I)
_BREAK = dt.timedelta(hours=3)
"""The longest break that is named by its end."""
_NIGHT = dt.timedelta(hours=12)


def clock_time(word: str) -> dt.time | None:
    """The time that a word is, None if it is none: ``9:05``, ``09:05``."""
    match = _CLOCK.fullmatch(word)
    return None if match is None else dt.time(int(match[1]), int(match[2]))


def leading_time(line: str, context: Context) -> tuple[dt.datetime, str] | None:
    """The time a line begins with, and the rest; None if it is a sentence.

    Raises:
        Refused: a slash line follows, so that it is none, but the time cannot be.
    """
    match = _LEADING.fullmatch(line)
    if match is None or _PROSE.match(match[2]):
        return None
    at = resolve(clock_time(match[1]), context, explicit=match[2].startswith("/"))
    return None if at is None else (at, match[2])


def closing_time(text: str, context: Context) -> tuple[str, dt.datetime] | None:
    """What stands before the time that a text ends in, and the time; None if it ends in none.

    Raises:
        Refused: it lies ahead, or long before the start.
    """
    match = _CLOSING.fullmatch(text)
    at = resolve(clock_time(match[2]), context, explicit=True) if match is not None else None
    return None if match is None or at is None else (match[1].strip(), at)


def minutes_until(text: str, context: Context) -> int:
    """`10:45`, `bis 10:45 Uhr`: the whole minutes until a time soon to come; 0 if it is none."""
    match = _UNTIL.fullmatch(text)
    clock = clock_time(match[1]) if match is not None else None
    if clock is None:
        return 0
    ahead = context.now.replace(hour=clock.hour, minute=clock.minute, second=0, microsecond=0)
    left = ahead - context.now.replace(second=0, microsecond=0)
    return left // dt.timedelta(minutes=1) if dt.timedelta() < left <= _BREAK else 0


def resolve(clock: dt.time | None, context: Context, *, explicit: bool) -> dt.datetime | None:
    """The moment a typed time means: on the meeting's day, or past midnight.

    A time more than twelve hours before the last line belongs to the next day.

    Raises:
        Refused: `explicit` says that it can only be a time, and it lies ahead or
            more than two hours before the start.
    """
    if clock is None:
        return None
    zone = context.now.tzinfo
    assert zone is not None
    start = context.meeting.start.astimezone(zone)
    begun = context.state.started_at
    earliest = min(start, begun.astimezone(zone) if begun is not None else start) - AHEAD
    at = dt.datetime.combine(start.date(), clock, zone)
    last = context.state.last_line_at
    while last is not None and last - at > _NIGHT:
        at = dt.datetime.combine(at.date() + dt.timedelta(days=1), clock, zone)
    if earliest <= at <= context.now:
        return at
    if not explicit:
        return None
    if at > context.now:
        raise Refused("{time} is still to come; leave the time out, or check it.", time=at)
    raise Refused("{time} lies long before the start of the meeting; check it.", time=at)
