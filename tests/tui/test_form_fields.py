"""Fields of a form: what is typed replaces, examples look like none, refusals name the value."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.widgets import Input

from kooperation_tui.domain.model import Meeting
from tests.tui.hands import Hands, opened


def value(hands: Hands, field: str) -> str:
    return hands.app.screen.query_one(f"#{field}", Input).value


def chosen(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


@pytest.mark.parametrize("there", ["tab", "down"])
async def test_what_is_typed_behind_tab_replaces_the_value(there: str) -> None:
    async with opened() as hands:
        await hands.press("f2", "n", there, *"10:30")
        assert value(hands, "start") == "10:30"
        await hands.press("shift+tab", there, "right", "backspace", "5")
        assert value(hands, "start") == "10:35", "an arrow goes on in what stands there"


async def test_a_form_that_opens_goes_on_behind_the_value_of_its_first_field() -> None:
    async with opened() as hands:
        await hands.press("f3", "enter", *", kurz")
        assert value(hands, "title").endswith("Tagesordnung, kurz")


async def test_a_click_puts_the_cursor() -> None:
    async with opened() as hands:
        await hands.press("f2", "n")
        await hands.pilot.click("#start", offset=(2, 0))
        await hands.press("1")
        assert value(hands, "start") == "091:00"


@pytest.mark.parametrize(("lang", "said"), [("de", "etwa 11.11."), ("en", "such as")])
async def test_an_example_is_no_value(lang: str, said: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f2", "n")
        await hands.sees(said)
        assert not value(hands, "date")


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("de", "", "Das Datum fehlt"),
        ("en", "", "The date is missing"),
        ("de", "3. Mai bald", "„3. Mai bald“ ist kein Datum"),
        ("de", "„“", "Das Datum fehlt"),
    ],
)
async def test_what_is_missing_and_what_is_wrong(lang: str, typed: str, said: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f2", "n", *typed, "enter")
        await hands.sees(said)


async def test_a_time_that_is_missing() -> None:
    async with opened() as hands:
        await hands.press("f2", "n", *"4.11.", "tab", "delete", "enter")
        await hands.sees("Die Uhrzeit fehlt")


@pytest.mark.parametrize("typed", ["„4.11.2026“", "“4.11.2026”", '"4.11.2026"', "»4.11.2026«"])
async def test_quotation_marks_around_a_date_are_no_part_of_it(typed: str) -> None:
    async with opened() as hands:
        await hands.press("f2", "n", *typed, "tab", *"„10:00“", "enter")
        assert chosen(hands).start.date() == dt.date(2026, 11, 4)
        assert chosen(hands).start.hour == 10
