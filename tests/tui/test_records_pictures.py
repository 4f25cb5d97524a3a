"""The dialogs of F7, F8, F9 and the first start as text, at both sizes, in both languages."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events

from kooperation_tui.tui import opening
from tests.model_network import everyday
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened
from tests.tui.test_records import LIST, empty_network

PLACES = {
    "F8 empty": ("f8",),
    "F8 list": ("f8", "i"),
    "F7 empty": ("f7",),
    "F9 empty": ("f9",),
    "F9 earlier meeting": ("f9", "v"),
    "F9 earlier decision": ("f9", "n"),
}
FILLED = {
    "F8 new": ("f8", "n"),
    "F8 partner": ("f8", "end", "enter"),
    "F8 representative": ("f8", "enter", "v"),
    "F8 person": ("f8", "enter", "down", "enter"),
    "F8 status": ("f8", "enter", "t"),
    "F8 admission": ("f8", "u"),
    "F8 contribution": ("f8", "b"),
    "F7 new": ("f7", "n"),
    "F7 history": ("f7", "enter"),
    "F7 finished": ("f7", "d", "a"),
    "F9 decision": ("f9", "end", "enter"),
    "F9 search": ("f9", "slash", *"schul"),
}
EVERYDAY = {
    "F7 plan": ("f7",),
    "F7 helpers": ("f7", "m"),
    "F8 partners": ("f8",),
    "F8 partner": ("f8", "enter"),
    "F8 contributions": ("f8", "k"),
    "F8 data": ("f8", "d"),
    "F8 register": ("f8", "d", "enter"),
    "F8 tasks": ("f8", "down", "enter", "h"),
    "F8 leaving": ("f8", "enter", "t", "down", "down", "down", "enter"),
    "F8 erasing": ("f8", "enter", "down", "l", "down", "enter"),
    "F9 archive": ("f9",),
    "F9 status of a decision": ("f9", "end", "s"),
}


@asynccontextmanager
async def at(
    lang: str, size: tuple[int, int], keys: tuple[str, ...], *, empty: bool = False
) -> AsyncIterator[Hands]:
    rows = empty_network() if empty else None
    async with opened(lang=lang, size=size, rows=rows) as hands:
        await hands.press(*keys)
        if keys[-1] == "i":
            focused = hands.app.screen.focused
            assert focused is not None
            focused.post_message(events.Paste(LIST))
            await hands.settle()
        yield hands


def fits(hands: Hands, size: tuple[int, int]) -> str:
    text = hands.text()
    assert_fits(text, *size)
    return text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
async def test_nothing_there_yet(
    keys: tuple[str, ...], size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with at(lang, size, keys, empty=True) as hands:
        assert fits(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", FILLED.values(), ids=FILLED)
async def test_the_model_network(
    keys: tuple[str, ...], size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with at(lang, size, keys) as hands:
        if "slash" in keys:
            await hands.sees("Volkshochschule" if lang == "de" else "Nothing found for “schul”")
            await hands.settle()
        assert fits(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", EVERYDAY.values(), ids=EVERYDAY)
async def test_a_network_of_seven_years(
    keys: tuple[str, ...], size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(lang=lang, size=size, rows=everyday(lang)) as hands:
        await hands.press(*keys)
        assert fits(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_form_of_a_new_network(
    size: tuple[int, int],
    lang: str,
    snapshot: SnapshotAssertion,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "usual_folder", lambda: Path("/Dokumente/Kooperation"))
    async with opened(lang=lang, size=size, empty=True) as hands:
        await hands.press("1", *["tab"] * 5, "right", "right")
        assert fits(hands, size) == snapshot
