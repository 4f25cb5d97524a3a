"""Dates and times on the command line; the clock behind them."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from kooperation_tui.cli import when
from kooperation_tui.cli.clock import Clock
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError, Wrong
from kooperation_tui.domain.model import Network

TODAY = dt.date(2026, 10, 14)
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize("text", ["2026-12-02", "2.12.2026", "02.12.26", "2.12."])
def test_a_day(text: str) -> None:
    assert when.day(text, TODAY) == dt.date(2026, 12, 2)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.10.", dt.date(2026, 10, 1)),
        ("14.10.", dt.date(2026, 10, 14)),
        ("2.12.", dt.date(2025, 12, 2)),
        ("2.12.2026", dt.date(2026, 12, 2)),
        ("02.12.26", dt.date(2026, 12, 2)),
        ("2019", dt.date(2019, 1, 1)),
        ("03/2021", dt.date(2021, 3, 1)),
    ],
)
def test_a_day_that_has_been(text: str, meant: dt.date) -> None:
    assert when.past_day(text, TODAY) == meant
    assert when.optional_past(text, TODAY) == meant
    assert when.optional_past("", TODAY) is None


@pytest.mark.parametrize("text", ["bald", "", "2026", "12-02"])
def test_no_day(text: str) -> None:
    with pytest.raises(Wrong):
        when.day(text, TODAY)
    if text != "2026":  # a year that has been is its first day
        with pytest.raises(Wrong):
            when.past_day(text, TODAY)
    with pytest.raises(KooperationError):
        when.day("31.2.2027", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-02 09:00",
        "2026-12-02T09:00",
        "2.12.2026 9:00",
        "2.12.2026, 9.00 Uhr",
        "2026-12-02T08:00+00:00",
    ],
)
def test_a_moment_in_the_networks_zone(text: str) -> None:
    found = when.moment(text, TODAY, BERLIN)
    assert found == dt.datetime(2026, 12, 2, 9, 0, tzinfo=BERLIN)
    assert found.tzinfo is BERLIN


@pytest.mark.parametrize("text", ["09:00", "2026-12-02", "2026-12-02 25:00", "bald 09:00"])
def test_no_moment(text: str) -> None:
    with pytest.raises(Wrong):
        when.moment(text, TODAY, BERLIN)


def test_an_end_is_on_the_day_of_the_start() -> None:
    start = dt.datetime(2026, 12, 2, 9, 0, tzinfo=BERLIN)
    assert when.end_of("12:00", start, TODAY) == start.replace(hour=12)
    assert when.end_of("3.12.2026 01:00", start, TODAY).day == 3


def test_a_fixed_clock_speaks_the_networks_zone() -> None:
    clock = Clock({"KOOPERATION_NOW": "2026-10-14T06:50+00:00"})
    clock.adopt(Data.of([Network(id="1" * 32, name="N")]))
    assert clock() == clock() and clock().hour == 8
    assert clock().tzinfo == BERLIN


def test_a_practice_network_has_its_own_morning() -> None:
    morning = dt.datetime(2026, 10, 14, 8, 40, tzinfo=BERLIN)
    network = Network(id="1" * 32, name="N", practice=True, practice_now=morning)
    clock = Clock({})
    clock.adopt(Data.of([network]))
    assert morning <= clock() < morning + dt.timedelta(minutes=5)
    assert clock() <= clock()
