"""Dates as people type them, German and English together.

`read` takes a whole text, `take` the longest date at a place in a list of words.
Nothing is guessed: a date that does not exist is refused, one with two readings
is handed back as both.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from typing import Final

from kooperation_tui.capture.words import fold
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Value

LONGEST: Final = 5
"""Words of the longest date: "bis Fr 13. November 2026"."""

_WEEKDAYS: Final = {
    word: day
    for day, words in enumerate(
        (
            ("mo", "montag", "mon", "monday"),
            ("di", "dienstag", "tue", "tues", "tuesday"),
            ("mi", "mittwoch", "wed", "wednesday"),
            ("do", "donnerstag", "thu", "thur", "thurs", "thursday"),
            ("fr", "freitag", "fri", "friday"),
            ("sa", "samstag", "sonnabend", "sat", "saturday"),
            ("so", "sonntag", "sun", "sunday"),
        )
    )
    for word in words
}
_MONTHS: Final = {
    word: month
    for month, words in enumerate(
        (
            ("jan", "januar", "jaenner", "january"),
            ("feb", "februar", "february"),
            ("mrz", "maerz", "maer", "mar", "march"),
            ("apr", "april"),
            ("mai", "may"),
            ("jun", "juni", "june"),
            ("jul", "juli", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober", "oct", "october"),
            ("nov", "november"),
            ("dez", "dezember", "dec", "december"),
        ),
        1,
    )
    for word in words
}
_RELATIVE: Final = {
    "heute": 0,
    "today": 0,
    "morgen": 1,
    "tomorrow": 1,
    "uebermorgen": 2,
}
_UNITS: Final = {
    word: unit
    for unit, words in {
        "d": ("d", "t", "tag", "tage", "tagen", "day", "days"),
        "w": ("w", "wo", "woche", "wochen", "week", "weeks"),
        "m": ("m", "monat", "monate", "monaten", "month", "months"),
        "y": ("y", "j", "jahr", "jahre", "jahren", "year", "years"),
    }.items()
    for word in words
}
_NUMBERS: Final = {
    word: number
    for number, words in enumerate(
        (
            ("ein", "eine", "einem", "einer", "einen", "one", "a"),
            ("zwei", "two"),
            ("drei", "three"),
            ("vier", "four"),
            ("fuenf", "five"),
            ("sechs", "six"),
        ),
        1,
    )
    for word in words
}
NEXT_MEETING: Final = frozenset({"nt"})

_LEAD = re.compile(r"(?:bis|by|until|am|on)\s+(?:zum\s+|den\s+)?|(?:zum|den)\s+")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(?:([a-z]+)\.?,?\s)?(\d{1,2})\.\s?(\d{1,2})(\.?)(?:\s?(\d{4}|\d{2}))?")
_SLASHED = re.compile(r"(?:([a-z]+)\.?,?\s)?(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(
    r"(?:([a-z]+)\.?,?\s)?(\d{1,2})(?:\.|st|nd|rd|th)?\s?(?:of\s)?([a-z]+)\.?,?(?:\s(\d{4}))?"
)
_MONTH_DAY = re.compile(
    r"(?:([a-z]+)\.?,?\s)?([a-z]+)\.?\s(\d{1,2})(?:st|nd|rd|th)?,?(?:\s(\d{4}))?"
)
_PLUS = re.compile(r"\+\s?(\d{1,3})\s?([a-z]+)")
_IN = re.compile(r"in\s(\w+)\s([a-z]+)")
_WEEKDAY = re.compile(
    r"(?:(naechste[rnsm]?|next)|(diese[rnsm]?|kommende[rnsm]?|this|coming))?\s?([a-z]+)\.?"
)


class Ambiguous(Value):
    """A text that can be two dates, the earlier one first."""

    first: dt.date
    second: dt.date


Found = dt.date | Ambiguous


def read(
    text: str,
    today: dt.date,
    *,
    english: bool = False,
    following: dt.date | None = None,
    numeric: bool = False,
) -> Found | None:
    """The date that a whole text means, None if it is no date.

    Args:
        text: what was typed; leading words such as "bis" and "by" may stay.
        today: the day that the text is said on, the meeting's day.
        english: whether ``3/4`` may also be March 4.
        following: the day of the next meeting, for ``nt``.
        numeric: only dates in numbers and ``nt``, no words.

    Raises:
        Refused: it looks like a date and there is none: the day does not exist,
            the weekday is another, or no next meeting is known.
    """
    word = fold(" ".join(text.split())).strip(" ,;")
    if not word:
        return None
    if word in NEXT_MEETING:
        return _next_meeting(following)
    lead = _LEAD.match(word)
    if lead is not None:
        word = word[lead.end() :]
    found = _numeric(word, text, today, english)
    if found is not None or numeric:
        return found
    return _worded(word, text, today)


def take(
    words: Sequence[str],
    today: dt.date,
    *,
    english: bool = False,
    following: dt.date | None = None,
    numeric: bool = False,
) -> tuple[Found, int] | None:
    """The longest date that these words begin with, and how many words it has.

    Raises:
        Refused: as `read`.
    """
    for count in range(min(LONGEST, len(words)), 0, -1):
        text = " ".join(words[:count])
        found = read(text, today, english=english, following=following, numeric=numeric)
        if found is not None:
            return found, count
    return None


def short_weekday(word: str) -> bool:
    """Whether a word is a weekday in two letters, which may be another word (so, mi, do)."""
    return len(word) == 2 and fold(word) in _WEEKDAYS


def _next_meeting(following: dt.date | None) -> dt.date:
    if following is None:
        raise Refused(
            "No next meeting is fixed yet, so “nt” has no date; "
            "fix it with “/nextmeeting 2.12. 9:00 PLACE”."
        )
    return following


def _numeric(word: str, typed: str, today: dt.date, english: bool) -> Found | None:
    if match := _ISO.fullmatch(word):
        return _day(match[1], match[2], match[3], today, typed)
    if match := _DOTTED.fullmatch(word):
        if match[1] is not None and match[1] not in _WEEKDAYS:
            return None
        if match[5] is not None and not match[4]:
            return None
        day = _day(match[5], match[3], match[2], today, typed)
        return _on_weekday(day, match[1], typed)
    if match := _SLASHED.fullmatch(word):
        if match[1] is not None and match[1] not in _WEEKDAYS:
            return None
        return _slashed(match, today, typed, english)
    if match := _PLUS.fullmatch(word):
        unit = _UNITS.get(match[2])
        return None if unit is None else _later(today, int(match[1]), unit)
    return None


def _slashed(match: re.Match[str], today: dt.date, typed: str, english: bool) -> Found:
    """``3/4``: the day first; in English perhaps the month (then both are handed back)."""
    weekday, one, two, year = match.groups()
    orders = [(two, one), (one, two)] if english and int(two) != int(one) else [(two, one)]
    orders = [o for o in orders if int(o[0]) <= 12] or [(two, one)]
    days = [_day(year, month, day, today, typed) for month, day in orders]
    if len(days) > 1 and weekday is not None:
        days = [day for day in days if _falls_on(day, weekday)] or days[:1]
    if len(days) == 1:
        return _on_weekday(days[0], weekday, typed)
    return Ambiguous(first=min(days), second=max(days))


def _worded(word: str, typed: str, today: dt.date) -> Found | None:
    if word in _RELATIVE:
        return today + dt.timedelta(days=_RELATIVE[word])
    if match := _IN.fullmatch(word):
        number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1], 0)
        unit = _UNITS.get(match[2], "")
        return _later(today, number, unit) if 0 < number < 1000 and len(match[2]) > 1 else None
    if match := _DAY_MONTH.fullmatch(word):
        weekday, day, month, year = match.groups()
    elif match := _MONTH_DAY.fullmatch(word):
        weekday, month, day, year = match.groups()
    else:
        return _weekday(word, today)
    if month not in _MONTHS or (weekday is not None and weekday not in _WEEKDAYS):
        return None
    return _on_weekday(_day(year, str(_MONTHS[month]), day, today, typed), weekday, typed)


def _weekday(word: str, today: dt.date) -> Found | None:
    """``Fr`` is the next one from tomorrow; ``nächsten Freitag`` perhaps that of next week."""
    match = _WEEKDAY.fullmatch(word)
    if match is None or match[3] not in _WEEKDAYS:
        return None
    wanted = _WEEKDAYS[match[3]]
    coming = today + dt.timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)
    if match[1] is None:
        return coming
    monday = today - dt.timedelta(days=today.weekday())
    next_week = monday + dt.timedelta(days=7 + wanted)
    return coming if coming == next_week else Ambiguous(first=coming, second=next_week)


def _day(year: str | None, month: str, day: str, today: dt.date, typed: str) -> dt.date:
    """A day by its numbers; without a year the next one from `today` on."""
    try:
        if year is not None:
            number = int(year) + (2000 if len(year) == 2 else 0)
            if not 2000 <= number <= 2199:
                raise ValueError(year)
            return dt.date(number, int(month), int(day))
        this_year = (int(month), int(day)) >= (today.month, today.day)
        return dt.date(today.year + (not this_year), int(month), int(day))
    except ValueError:
        raise Refused(
            "The date “{text}” does not exist; check day, month and year.", text=typed
        ) from None


def _falls_on(day: dt.date, weekday: str) -> bool:
    return day.weekday() == _WEEKDAYS[weekday]


def _on_weekday(day: dt.date, weekday: str | None, typed: str) -> dt.date:
    if weekday is None or _falls_on(day, weekday):
        return day
    raise Refused(
        "“{text}” does not fit: {date} is another day of the week; check both.",
        text=typed,
        date=day,
    )


def _later(today: dt.date, number: int, unit: str) -> dt.date | None:
    if unit in ("d", "w"):
        return today + dt.timedelta(days=number * (7 if unit == "w" else 1))
    if unit not in ("m", "y"):
        return None
    months = today.year * 12 + today.month - 1 + number * (12 if unit == "y" else 1)
    year, month = divmod(months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(today.day, last))
