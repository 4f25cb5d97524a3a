"""One language: its sentences, dates, numbers and lists.

Everything that differs between languages, date patterns and the decimal sign included,
is a message of the catalogue; this module holds no German and no English rule but the
English ordinals.
"""

from __future__ import annotations

import datetime as dt
import gettext
import io
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from kooperation_tui.i18n.compile import compile_po

LANGUAGES: Final = ("de", "en")
"""Codes of the languages that the program speaks."""

FALLBACK: Final = "en"
"""The language of the message ids."""

NO_VALUE: Final = "–"
"""Stands where there is nothing to reckon with."""

_LOCALE: Final = Path(__file__).resolve().parent / "locale"
_LOCALE_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def N_(msgid: str) -> str:
    """Mark a message for the catalogue where it is written down, not yet said."""
    return msgid


class Translator:
    """Says things in one language; an unknown language is answered in English.

    Arguments of :meth:`t`, :meth:`n` and :meth:`p` are put into words by their type: a
    date as :meth:`date_short`, a datetime or time as :meth:`time`, a list or tuple as
    :meth:`join` of its elements. Instances never change; get them from :func:`translator`.
    """

    __slots__ = ("_catalogue", "_days", "_days_short", "_months", "_months_short", "lang")

    lang: Final[str]

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else FALLBACK
        self._catalogue = _load(self.lang)
        self._months = _months(self)
        self._months_short = _months_short(self)
        self._days = _days(self)
        self._days_short = _days_short(self)

    def __repr__(self) -> str:
        return f"Translator({self.lang!r})"

    # Sentences

    def t(self, msgid: str, /, **args: object) -> str:
        """The sentence in this language, with its places filled."""
        if not msgid:  # gettext would answer with the header of the catalogue
            return ""
        return self._fill(self._catalogue.gettext(msgid), msgid, args)

    def n(self, singular: str, plural: str, count: int, /, **args: object) -> str:
        """The sentence for this count, which it may show as ``{count}``."""
        said = self._catalogue.ngettext(singular, plural, count)
        return self._fill(said, singular if count == 1 else plural, {"count": count, **args})

    def p(self, context: str, msgid: str, /, **args: object) -> str:
        """Like :meth:`t`, for a word that means different things in different places."""
        if not msgid:
            return ""
        return self._fill(self._catalogue.pgettext(context, msgid), msgid, args)

    # Dates and times

    def date_long(self, day: dt.date) -> str:
        """14. Oktober 2026, 14 October 2026"""
        return self._date(
            self._catalogue.pgettext("date pattern", "{day} {month_name} {year}"), day
        )

    def date_short(self, day: dt.date) -> str:
        """13.11.2026, 2026-11-13"""
        return self._date(
            self._catalogue.pgettext("date pattern", "{year:04}-{month:02}-{day:02}"), day
        )

    def date_tiny(self, day: dt.date) -> str:
        """13.11., 13 Nov"""
        return self._date(self._catalogue.pgettext("date pattern", "{day} {month_short}"), day)

    def weekday(self, day: dt.date) -> str:
        """Freitag, Friday"""
        return self._days[day.weekday()]

    def weekday_short(self, day: dt.date) -> str:
        """Fr, Fri"""
        return self._days_short[day.weekday()]

    def day_long(self, day: dt.date) -> str:
        """Mittwoch, 14. Oktober 2026; Wednesday, 14 October 2026"""
        return f"{self.weekday(day)}, {self.date_long(day)}"

    def day_short(self, day: dt.date) -> str:
        """Fr 13.11.2026, Fri 2026-11-13"""
        return f"{self.weekday_short(day)} {self.date_short(day)}"

    def time(self, moment: dt.datetime | dt.time) -> str:
        """09:04; in the zone that the moment carries"""
        return f"{moment:%H:%M}"

    def clock(self, moment: dt.datetime | dt.time) -> str:
        """09:04 Uhr, 09:04"""
        return self.p("clock", "{time}", time=moment)

    # Numbers and lists

    def percent(self, numerator: int, denominator: int) -> str:
        """88,9 %, 88.9%: always one decimal, halves away from zero; – of nothing"""
        if denominator == 0:
            return NO_VALUE
        sign, tenths = _rounded(1000 * numerator, denominator)
        mark = self.p("decimal sign", ".")
        return self._percent(f"{sign}{tenths // 10}{mark}{tenths % 10}")

    def percent0(self, numerator: int, denominator: int) -> str:
        """79 %, 79%: a whole number, halves away from zero; – of nothing"""
        if denominator == 0:
            return NO_VALUE
        sign, whole = _rounded(100 * numerator, denominator)
        return self._percent(f"{sign}{whole}")

    def join(self, items: Iterable[object]) -> str:
        """A, B und C; A, B and C; each element put into words by its type"""
        words = [str(self._word(item)) for item in items]
        if len(words) < 2:
            return "".join(words)
        return self.t("{items} and {last}", items=", ".join(words[:-1]), last=words[-1])

    def ordinal(self, number: int) -> str:
        """3., 3rd"""
        last = 0 if abs(number) // 10 % 10 == 1 else abs(number) % 10
        if last == 1:
            return self.p("ordinal", "{number}st", number=number)
        if last == 2:
            return self.p("ordinal", "{number}nd", number=number)
        if last == 3:
            return self.p("ordinal", "{number}rd", number=number)
        return self.p("ordinal", "{number}th", number=number)

    # How it is done

    def _fill(self, said: str, msgid: str, args: Mapping[str, object]) -> str:
        """The sentence with its places filled; if it does not fit, the message id; never raises."""
        words = {name: self._word(value) for name, value in args.items()}
        for pattern in (said, msgid):
            try:
                return pattern.format(**words)
            except (LookupError, ValueError, AttributeError, TypeError):
                continue
        return msgid

    def _word(self, value: object) -> object:
        match value:
            case dt.datetime() | dt.time():
                return self.time(value)
            case dt.date():
                return self.date_short(value)
            case list() | tuple():
                return self.join(value)
            case int():  # kept, so that a pattern may ask for {number:02}
                return value
            case _:
                return str(value)

    def _date(self, pattern: str, day: dt.date) -> str:
        return pattern.format(
            day=day.day,
            month=day.month,
            month_name=self._months[day.month - 1],
            month_short=self._months_short[day.month - 1],
            year=day.year,
        )

    def _percent(self, number: str) -> str:
        return self.t("{number}%", number=number)


@cache
def translator(lang: str) -> Translator:
    """The translator of a language, made once."""
    return Translator(lang)


def detect_language(env: Mapping[str, str], *wishes: str | None) -> str:
    """The language to speak: the first wish that names one, else the locale.

    ``wishes`` are what somebody chose, strongest first: the option, then the
    configuration. Of the locale variables the first that is set decides, as in POSIX;
    ``de`` in any country is German, everything else English.
    """
    for wish in wishes:
        if wish and _language(wish) in LANGUAGES:
            return _language(wish)
    locale = next((env[name] for name in _LOCALE_VARIABLES if env.get(name)), "")
    return "de" if _language(locale) == "de" else FALLBACK


def _language(tag: str) -> str:
    """``de`` from ``de_AT.UTF-8``, ``de-CH`` or ``DE``."""
    for separator in "_-.@":
        tag = tag.partition(separator)[0]
    return tag.strip().lower()


def _load(lang: str) -> gettext.NullTranslations:
    """The catalogue of a language; where it was not compiled since its last change, compiled now.

    English needs none: its sentences are the message ids.
    """
    po = _LOCALE / lang / "LC_MESSAGES" / "kooperation.po"
    mo = po.with_suffix(".mo")
    po_time = po.stat().st_mtime_ns if po.exists() else -1
    mo_time = mo.stat().st_mtime_ns if mo.exists() else -1
    if po_time < 0 and mo_time < 0:
        return gettext.NullTranslations()
    compiled = mo.read_bytes() if mo_time >= po_time else compile_po(po.read_text(encoding="utf-8"))
    return gettext.GNUTranslations(io.BytesIO(compiled))


def _rounded(numerator: int, denominator: int) -> tuple[str, int]:
    """Sign and whole number of a quotient, halves away from zero, reckoned without floats."""
    sign = "-" if (numerator < 0) != (denominator < 0) else ""
    whole = (2 * abs(numerator) + abs(denominator)) // (2 * abs(denominator))
    return (sign if whole else ""), whole


def _months(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("month", "January"),
        tr.p("month", "February"),
        tr.p("month", "March"),
        tr.p("month", "April"),
        tr.p("month", "May"),
        tr.p("month", "June"),
        tr.p("month", "July"),
        tr.p("month", "August"),
        tr.p("month", "September"),
        tr.p("month", "October"),
        tr.p("month", "November"),
        tr.p("month", "December"),
    )


def _months_short(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("month short", "Jan"),
        tr.p("month short", "Feb"),
        tr.p("month short", "Mar"),
        tr.p("month short", "Apr"),
        tr.p("month short", "May"),
        tr.p("month short", "Jun"),
        tr.p("month short", "Jul"),
        tr.p("month short", "Aug"),
        tr.p("month short", "Sep"),
        tr.p("month short", "Oct"),
        tr.p("month short", "Nov"),
        tr.p("month short", "Dec"),
    )


def _days(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("weekday", "Monday"),
        tr.p("weekday", "Tuesday"),
        tr.p("weekday", "Wednesday"),
        tr.p("weekday", "Thursday"),
        tr.p("weekday", "Friday"),
        tr.p("weekday", "Saturday"),
        tr.p("weekday", "Sunday"),
    )


def _days_short(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("weekday short", "Mon"),
        tr.p("weekday short", "Tue"),
        tr.p("weekday short", "Wed"),
        tr.p("weekday short", "Thu"),
        tr.p("weekday short", "Fri"),
        tr.p("weekday short", "Sat"),
        tr.p("weekday short", "Sun"),
    )
