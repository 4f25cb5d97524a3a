"""Texts of people are never markup, and no key ends the program."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.model import AgendaItem, Meeting, Network, Organisation, Record
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import AREAS
from tests.model_network import records
from tests.screens import assert_fits
from tests.tui.hands import SIZES, opened, running

MARKUP = ("[b]fett[/b]", "[/b] kaputt", "[@click=app.leave]x[/]", "[ ] offen", "\\[x]", "$primary")
NASTY = (*MARKUP, "\x1b[2Jweg", "a\u202eb", "会議" * 60, "\u0301", "x" * 300, "🙂👩‍👩‍👧")
KEYS = (
    *(f"f{n}" for n in range(1, 10)),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "shift+up", "shift+down"),
    *("tab", "shift+tab", "space", "enter", "escape", "backspace", "delete"),
    *("ctrl+n", "ctrl+g", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+a", "ctrl+w", "ctrl+s", "ctrl+o"),
    *"abcdefghijklmnopqrstuvwxyzäöüß0123456789!?#:%=+-~/.,@",
)


def nasty(text: str) -> list[Record]:
    """The model network with this text wherever people type."""
    found: list[Record] = []
    for record in records("de"):
        if isinstance(record, Network):
            record = replaced(record, name=text)
        elif isinstance(record, Organisation):
            record = replaced(record, name=text, short_name="")
        elif isinstance(record, Meeting):
            items = tuple(item_with(item, text) for item in record.items)
            record = replaced(record, items=items, place=text)
        found.append(record)
    return found


def replaced(record: Record, **fields: object) -> Record:
    import msgspec

    return msgspec.structs.replace(record, **fields)


def item_with(item: AgendaItem, text: str) -> AgendaItem:
    import msgspec

    return msgspec.structs.replace(item, title=text, goal=text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
async def test_any_text_is_shown_as_it_is(text: str, size: tuple[int, int]) -> None:
    async with opened(rows=nasty(text), size=size) as hands:
        for area in AREAS:
            await hands.press(area.key)
            assert_fits(hands.text(), *size)


@pytest.mark.parametrize("text", [f"a {text}" for text in MARKUP])
async def test_typed_markup_is_text(text: str) -> None:
    async with running() as hands:
        await hands.type(text)
        await hands.press("enter")
        assert text in await hands.sees(text)


@pytest.mark.parametrize("seed", range(4))
async def test_no_key_ends_the_program(seed: int) -> None:
    keys = random.Random(seed).choices(KEYS, k=120)
    async with opened() as hands:
        for key in keys:
            await hands.pilot.press(key)
        await hands.settle()
        assert hands.app.is_running, keys


@given(st.text(), st.integers(1, 60))
def test_fit_takes_exactly_its_cells(text: str, cells: int) -> None:
    assert ink.width(ink.fit(text, cells)) == cells


@given(st.text())
def test_no_control_character_reaches_the_terminal(text: str) -> None:
    shown = ink.put(text).plain
    assert all(c >= " " and not "\x7f" <= c < "\xa0" for c in shown)
