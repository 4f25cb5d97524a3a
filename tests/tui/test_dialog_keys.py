"""Function keys in dialogs: F1 helps there, the others say what comes first."""

from __future__ import annotations

import pytest

from tests.tui.hands import opened, running


async def test_f1_in_a_form_says_how_a_form_works() -> None:
    async with opened() as hands:
        await hands.press("f2", "n", "f1")
        await hands.sees("Ein Formular:")
        await hands.press("f1")
        assert "Ein Formular:" not in hands.text()


async def test_f1_in_consent_explains_the_rounds() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.press("ctrl+p", *"Konsent", "enter", "f1")
        await hands.sees("niemand hat einen schwerwiegenden Einwand")
        await hands.press("escape", "escape")
        await hands.sees("Wie wird entschieden?")


@pytest.mark.parametrize("key", ["f3", "f5", "f9"])
async def test_a_key_of_an_area_says_that_esc_comes_first(key: str) -> None:
    async with opened() as hands:
        await hands.press("f2", "n", *"13.11.", key)
        await hands.sees("Esc schließt erst dieses Fenster")
        assert "13.11." in hands.text()


@pytest.mark.parametrize("key", ["f2", "f6", "f9"])
async def test_from_a_page_that_is_only_read_the_key_leads_on_at_once(key: str) -> None:
    async with opened() as hands:
        await hands.press("f4", "w")
        await hands.sees("blättern")
        await hands.press(key)
        assert hands.app.area_screen is not None
        assert hands.app.screen is hands.app.area_screen
        areas = {"f2": "overview", "f6": "agreement", "f9": "archive"}
        assert areas[key] == hands.app.area_screen.AREA


async def test_over_another_window_that_page_is_closed_first() -> None:
    async with opened() as hands:
        await hands.press("f6", "f", "enter", *["down"], "enter", "f2")
        await hands.sees("Esc schließt erst dieses Fenster")
