"""Decisions in text form on the screens: begun, answered, counted, found again."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.model import Decision
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened


async def begin(hands: Hands) -> None:
    hands.app.action_circular()
    await hands.settle()
    await hands.press(*"Wir mieten den Saal.", "enter")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_begun_it_stands_on_f2(lang: str, size: tuple[int, int]) -> None:
    async with opened(lang=lang, size=size) as hands:
        await hands.press("f2")
        await begin(hands)
        text = await hands.sees("Wir mieten den Saal.")
        assert_fits(text, *size)
        [one] = hands.data.rows(Circular)
        assert one.deadline == dt.date(2026, 10, 28)
        await hands.press("escape")
        await hands.sees("In Textform" if lang == "de" else "In text form")
        await hands.sees("0 von 12" if lang == "de" else "0 of 12")


async def test_answers_are_noted_and_counted() -> None:
    async with opened() as hands:
        await begin(hands)
        await hands.press("s")
        await hands.sees("0 von 12")
        for _ in range(11):
            await hands.press("home", "enter", "enter")
        await hands.press("home", "enter", "right", "enter")
        await hands.press("s", "enter")
        await hands.sees("11 Ja, 1 Nein")
        [one] = hands.data.rows(Circular)
        assert one.result is CircularResult.CARRIED
        decision = next(d for d in hands.data.rows(Decision) if d.number == one.decision)
        await hands.press("f9")
        screen = hands.app.area_screen
        screen.listed.choose(decision.id)  # type: ignore[union-attr]
        await hands.press("enter")
        await hands.sees("im Umlauf, 14.10.2026 bis 14.10.2026")
        await hands.sees("11 Ja, 1 Nein")


async def test_a_wrong_deadline_keeps_the_form() -> None:
    async with opened() as hands:
        hands.app.action_circular()
        await hands.settle()
        await hands.press(*"Saal", "tab", "tab", "tab", *"1.1.2026", "enter")
        await hands.sees("Saal")
        assert not hands.data.rows(Circular)
