"""Dialogs of deciding, the closed meeting and the wall as text, in both languages."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened, running

WORDING = {
    "de": "! P3: Zusagen unter Vorbehalt werden binnen 14 Tagen bestätigt oder zurückgezogen.",
    "en": "! P3: Promises with a reservation are confirmed or withdrawn within 14 days.",
}


def picture(hands: Hands, size: tuple[int, int]) -> str:
    text = hands.text()
    assert_fits(text, *size)
    return text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_deciding(size: tuple[int, int], lang: str, snapshot: SnapshotAssertion) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("q+ hwk", "q+ bk", "q next", WORDING[lang])
        assert picture(hands, size) == snapshot
        await hands.app.do("minutes.fist")
        await hands.settle()
        await hands.press("5", "down", "6")
        assert picture(hands, size) == snapshot
        await hands.press("escape", "enter")
        await hands.app.do("minutes.consent")
        await hands.settle()
        await hands.press("enter", "enter")
        assert picture(hands, size) == snapshot
        await hands.press("escape")
        await hands.app.do("minutes.consensing")
        await hands.settle()
        await hands.press(*"Saal", "tab", *"Hof", "enter")
        await hands.settle()
        await hands.press("3", "enter", "1", "0", "enter")
        assert picture(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_the_wall(size: tuple[int, int], lang: str, snapshot: SnapshotAssertion) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send(WORDING[lang], "= 9 1 1", WORDING[lang].replace("P3: ", ""))
        await hands.press("f12")
        assert picture(hands, size) == snapshot
        store = hands.app.session.store
    async with opened(lang=lang, size=size, store=store, seat="audience") as wall:
        wall.at(9, 4)
        await wall.settle()
        assert picture(wall, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_time_is_up_and_the_close(lang: str, snapshot: SnapshotAssertion) -> None:
    async with running(lang=lang) as hands:
        hands.at(9, 21)
        await hands.settle()
        assert picture(hands, (80, 24)) == snapshot
        await hands.send("/close")
        assert picture(hands, (80, 24)) == snapshot
        await hands.press("enter")
        assert picture(hands, (80, 24)) == snapshot
