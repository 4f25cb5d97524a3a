"""Keys of one's own, colours and language remembered, signs of poor terminals."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.settings import Choices, Config
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import ACTIONS
from kooperation_tui.tui.keymap import SAFE, read_keymap
from kooperation_tui.tui.screens.base import AreaScreen
from tests.tui.hands import opened


def test_keys_that_fit_are_taken() -> None:
    found = read_keymap({"minutes.next": "ctrl+j", "agenda.new": "insert"})
    assert not found.problems
    assert found.keys["agenda.new"] == ("insert",)


@pytest.mark.parametrize(
    ("action", "keys"),
    [
        ("no.such", "a"),
        ("agenda.new", "nonsense"),
        ("agenda.new", ""),
        ("agenda.new", "ctrl+q"),
        ("agenda.new", "f1"),
        ("agenda.new", "f5"),
        ("agenda.new", "p"),
    ],
)
def test_keys_that_do_not_fit_change_nothing(action: str, keys: str) -> None:
    found = read_keymap({action: keys})
    assert len(found.problems) == 1
    assert not found.keys


@given(
    st.dictionaries(
        st.sampled_from([a.id for a in ACTIONS]),
        st.sampled_from(["f1", "ctrl+q", "ctrl+p", "q", "ctrl+t", "f12", "", "a,b", "ctrl+q,z"]),
        max_size=6,
    )
)
def test_quit_help_and_palette_are_never_lost(wanted: dict[str, str]) -> None:
    found = read_keymap(wanted)
    for action in ACTIONS:
        keys = found.of(action).keys
        for safe in SAFE:
            first = next(a for a in ACTIONS if a.id == safe).keys[0]
            assert (first in keys) == (action.id == safe)


async def test_a_key_of_ones_own_works_and_problems_are_said_once() -> None:
    keymap = {"app.beamer": "ctrl+b", "agenda.new": "f1"}
    async with opened(config=Config(keymap=keymap, theme="no such")) as hands:
        text = await hands.sees("In der Konfiguration:")
        assert "agenda.new" in text and "no such" in text
        await hands.press("escape", "ctrl+b")
        assert hands.app.session.beamer
        await hands.press("f1", "end")
        await hands.sees("Strg+B")


async def test_colours_and_language_are_remembered(tmp_path: Path) -> None:
    choices = Choices(tmp_path / "deep" / "choices.json")
    async with opened(choices=choices) as hands:
        await hands.press("ctrl+p", *"Farben", "enter", *"light", "enter")
        await hands.settle()
        await hands.app.do("app.language")
        await hands.settle()
        theme = hands.app.theme
    assert choices.get("theme") == theme and choices.get("language") == "en"
    async with opened(choices=choices) as hands:
        assert hands.app.theme == theme
    (tmp_path / "deep" / "choices.json").write_text("{cut")
    assert choices.get("theme") == ""


async def test_colours_and_language_again_and_again_without_a_pause() -> None:
    async with opened() as hands:
        for key in ("f5", "f3", "f2"):
            await hands.pilot.press(key)
            for theme in ("kooperation-light", "kooperation-dark"):
                hands.app.theme = theme
                hands.app.rebuild()
                hands.app.action_language()
                hands.app.action_language()
                await asyncio.sleep(0)
                hands.app.action_language()
        await hands.sees("[F2 Start]")
        shown = sum(isinstance(s, AreaScreen) for s in hands.app.screen_stack)
        assert shown == 1 and len(hands.app._shown_areas) == 1


def test_plain_signs_take_the_same_room() -> None:
    text = "▶✓●◑◔○▲…–−‹›←→↑↓„“”’ äöü"
    try:
        ink.use_signs("ascii")
        shown = ink.clean(text)
    finally:
        ink.use_signs("")
    assert ink.width(shown) == ink.width(text)
    assert shown.endswith("äöü")
    assert shown[:-4].isascii()
    assert ink.clean(text) == text
