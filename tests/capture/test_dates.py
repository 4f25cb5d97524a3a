"""Dates as people type them. The meeting's day is Wednesday, 14 October 2026."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.capture import dates
from kooperation_tui.capture.dates import Ambiguous
from kooperation_tui.domain.errors import Refused

TODAY = dt.date(2026, 10, 14)
NEXT = dt.date(2026, 12, 2)


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("13.11.", day(11, 13)),
        ("13.11", day(11, 13)),
        ("13. 11.", day(11, 13)),
        ("bis 13.11.", day(11, 13)),
        ("bis zum 13.11.", day(11, 13)),
        ("by 13.11.", day(11, 13)),
        ("13.11.26", day(11, 13)),
        ("13.11.2026", day(11, 13)),
        ("13. 11. 2026", day(11, 13)),
        ("2026-11-13", day(11, 13)),
        ("2026-1-3", day(1, 3)),
        ("Fr 13.11.", day(11, 13)),
        ("Freitag, 13.11.2026", day(11, 13)),
        ("13. November", day(11, 13)),
        ("13. November 2027", day(11, 13, 2027)),
        ("13 Nov", day(11, 13)),
        ("Nov 13", day(11, 13)),
        ("November 13, 2026", day(11, 13)),
        ("13th of November", day(11, 13)),
        ("Fri 13 November", day(11, 13)),
        ("14.10.", day(10, 14)),
        ("13.10.", day(10, 13, 2027)),
        ("1.1.", day(1, 1, 2027)),
        ("29.2.2028", day(2, 29, 2028)),
        ("Fr", day(10, 16)),
        ("freitag", day(10, 16)),
        ("Friday", day(10, 16)),
        ("on Friday", day(10, 16)),
        ("Mi", day(10, 21)),
        ("Di", day(10, 20)),
        ("diesen Freitag", day(10, 16)),
        ("this Friday", day(10, 16)),
        ("nächsten Montag", day(10, 19)),
        ("naechsten Montag", day(10, 19)),
        ("next Tuesday", day(10, 20)),
        ("+2w", day(10, 28)),
        ("+10d", day(10, 24)),
        ("+10t", day(10, 24)),
        ("+1m", day(11, 14)),
        ("+1j", day(10, 14, 2027)),
        ("in 2 Wochen", day(10, 28)),
        ("in zwei Wochen", day(10, 28)),
        ("in a week", day(10, 21)),
        ("heute", TODAY),
        ("tomorrow", day(10, 15)),
        ("übermorgen", day(10, 16)),
        ("nt", NEXT),
        ("NT", NEXT),
    ],
)
def test_what_a_date_means(text: str, meant: dt.date) -> None:
    assert dates.read(text, TODAY, following=NEXT) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "so schnell wie möglich",
        "Vorlage",
        "5 %",
        "+5",
        "+5 %",
        "bis",
        "nächsten",
        "3",
        "2.",
        "1.2.3",
        "14.1126",
        "12:30",
        "KW 46",
        "in Kürze",
        "in 0 Tagen",
        "+2x",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert dates.read(text, TODAY, following=NEXT) is None


@pytest.mark.parametrize(
    "text", ["31.2.", "29.2.", "32.1.", "13.13.", "0.5.", "2026-02-30", "31. November", "1.1.1850"]
)
def test_what_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="does not exist"):
        dates.read(text, TODAY)


@pytest.mark.parametrize("text", ["Mo 13.11.", "Montag, 13. November 2026", "Tue 13 Nov"])
def test_a_weekday_that_does_not_fit_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="another day of the week"):
        dates.read(text, TODAY)


@pytest.mark.parametrize("offset", range(4))
@pytest.mark.parametrize("text", ["nächsten Freitag", "next Friday"])
def test_next_friday_is_two_days_from_monday_to_thursday(text: str, offset: int) -> None:
    monday = dt.date(2026, 10, 12)
    found = dates.read(text, monday + dt.timedelta(days=offset))
    assert found == Ambiguous(first=day(10, 16), second=day(10, 23))


@pytest.mark.parametrize("offset", range(4, 7))
def test_next_friday_is_clear_from_friday_on(offset: int) -> None:
    monday = dt.date(2026, 10, 12)
    assert dates.read("nächsten Freitag", monday + dt.timedelta(days=offset)) == day(10, 23)


def test_day_and_month_in_english_may_be_swapped() -> None:
    both = Ambiguous(first=day(3, 4, 2027), second=day(4, 3, 2027))
    assert dates.read("3/4", TODAY, english=True) == both
    assert dates.read("3/4/2027", TODAY, english=True) == both
    assert dates.read("3/4", TODAY) == day(4, 3, 2027)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15/3", day(3, 15, 2027)),
        ("3/15", day(3, 15, 2027)),
        ("4/4", day(4, 4, 2027)),
        ("Sat 3/4", day(4, 3, 2027)),
        ("Thu 3/4", day(3, 4, 2027)),
    ],
)
def test_a_slashed_date_with_one_reading_is_clear(text: str, meant: dt.date) -> None:
    assert dates.read(text, TODAY, english=True) == meant


def test_no_next_meeting_says_how_to_fix_it() -> None:
    with pytest.raises(Refused, match="/nextmeeting"):
        dates.read("nt", TODAY)


def test_only_numbers_where_words_begin_a_reason() -> None:
    assert dates.read("Fr", TODAY, numeric=True) is None
    assert dates.read("2.12.", TODAY, numeric=True) == day(12, 2)


def test_the_longest_date_is_taken() -> None:
    assert dates.take(["13.", "November", "2027", "Grund"], TODAY) == (day(11, 13, 2027), 3)
    assert dates.take(["nächsten", "Montag", "so"], TODAY) == (day(10, 19), 2)
    assert dates.take(["Grund", "13.11."], TODAY) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)), st.dates(dt.date(2020, 1, 1)))
def test_a_full_date_is_that_day_whenever_it_is_said(wanted: dt.date, today: dt.date) -> None:
    typed = (f"{wanted:%d.%m.%Y}", f"{wanted:%Y-%m-%d}", f"{wanted.day}.{wanted.month}.{wanted:%y}")
    assert {dates.read(text, today) for text in typed} == {wanted}


@given(st.dates(dt.date(2020, 1, 1), dt.date(2090, 12, 31)), st.integers(0, 364))
def test_a_date_without_a_year_lies_ahead(today: dt.date, ahead: int) -> None:
    wanted = today + dt.timedelta(days=ahead)
    if (wanted.month, wanted.day) == (2, 29):
        return
    assert dates.read(f"{wanted.day}.{wanted.month}.", today) == wanted


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1990, 2110))
def test_a_typed_date_is_right_or_refused(number: int, month: int, year: int) -> None:
    """Never another day than the one that was typed."""
    try:
        exists = dt.date(year, month, number) if 2000 <= year <= 2199 else None
    except ValueError:
        exists = None
    if exists is not None:
        assert dates.read(f"{number}.{month}.{year}", TODAY) == exists
    else:
        with pytest.raises(Refused):
            dates.read(f"{number}.{month}.{year}", TODAY)


@given(st.text(max_size=30), st.booleans())
def test_any_text_is_read_or_refused(text: str, english: bool) -> None:
    with contextlib.suppress(Refused):
        dates.read(text, TODAY, english=english, following=NEXT)
