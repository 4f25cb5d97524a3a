"""Narrow windows: the row of areas is whole, every dialog has its keys in sight."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len
from textual import events

from kooperation_tui.tui.actions import AREAS, short_names
from tests.model_network import everyday
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, opened, running


@pytest.mark.parametrize("width", [60, 70, 79, 80, 99, 100])
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_row_of_areas_is_whole_at_every_width(lang: str, width: int) -> None:
    async with opened(lang=lang, size=(width, 24)) as hands:
        for area in AREAS:
            await hands.press(area.key)
            row = hands.text().split("\n")[1]
            assert cell_len(row) <= width
            assert re.findall(r"\d", row) == list("23456789")
            names = (hands.app.tr.t(area.name), short_names(hands.app.tr)[area.id])
            assert any(f"{name}]" in row or f"{name} " in f"{row} " for name in names)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_every_area_by_mouse_in_a_narrow_window(lang: str) -> None:
    async with opened(lang=lang, size=(60, 20)) as hands:
        for area in AREAS[1:]:
            row = hands.text().split("\n")[1]
            await hands.pilot.click("#areas", offset=(row.index(area.key.upper()), 0))
            await hands.settle()
            screen = hands.app.area_screen
            assert screen is not None and area.id == screen.AREA


NARROW = {
    "F2 new": ("n",),
    "F2 network": ("d",),
    "F2 reminders": ("a",),
    "F3 item": ("f3", "n"),
    "F3 proposals": ("f3", "v"),
    "F3 wording": ("f3", "down", "w"),
    "F3 export": ("f3", "x"),
    "F4 person": ("f4", "enter"),
    "F8 list": ("f8", "i"),
    "palette": ("ctrl+p",),
    "help": ("f1",),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("place", NARROW)
async def test_dialogs_are_whole_in_the_smallest_window(place: str, lang: str) -> None:
    async with opened(lang=lang, size=(60, 20), rows=everyday(lang)) as hands:
        await hands.press(*NARROW[place])
        text = await hands.sees("╰")
        assert_fits(text, 60, 20)
        rows = text.split("\n")
        end = next(n for n, row in enumerate(rows) if "╰" in row)
        foot = " ".join(rows[end - 2 : end])
        assert "Esc" in foot, text


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_paste_is_looked_at_in_the_smallest_window(lang: str) -> None:
    async with running(lang=lang, size=(60, 20)) as hands:
        hands.line.post_message(events.Paste("Eine Zeile\n! Beschluss\n> Brief @BB 13.11.\n"))
        text = await hands.sees("Eine Zeile")
        assert (
            "! Beschluss" in text
            and "> Brief @BB 13.11." in text
            and "S " in text
            and "Esc" in text
        )
        assert_fits(text, 60, 20)
