"""The screen as text from the SVG export is what a terminal shows."""

from __future__ import annotations

import sys
from typing import ClassVar

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Static

from tests.screens import assert_fits, shown
from tests.terminal.session import Session

LINES = (
    "Größe ✓ · „Übung“ <b>&amp;</b> [x]",
    "",
    "会議 für alle 会",
    "   eingerückt    und   weit",
    "|" + "會" * 18 + "|",
)


class Page(App[None]):
    """Lines with everything that might get lost, and a footer."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        ("f5", "nothing", "Niederschrift")
    ]

    def compose(self) -> ComposeResult:
        """Show the lines without markup."""
        yield Static("\n".join(LINES), markup=False)
        yield Footer()


@pytest.mark.parametrize("size", [(40, 9), (80, 24), (120, 40)])
async def test_rows_and_columns_are_right(size: tuple[int, int]) -> None:
    async with Page().run_test(size=size) as pilot:
        lines = (await shown(pilot, "palette")).split("\n")
    assert len(lines) == size[1]
    assert lines[: len(LINES)] == list(LINES)
    assert lines[-1].strip().startswith("f5 Niederschrift")
    assert all(cell_len(line) <= size[0] for line in lines)
    assert_fits("\n".join(lines), *size)


async def test_pilot_and_terminal_show_the_same() -> None:
    async with Page().run_test(size=(80, 12)) as pilot:
        lines = (await shown(pilot, "palette")).split("\n")
    code = "from tests.terminal.test_screens import Page; Page().run()"
    with Session([sys.executable, "-c", code], rows=12, env={"PYTHONPATH": _root()}) as session:
        session.wait_for("palette")
        assert session.screen() == lines


async def test_text_that_never_comes_shows_the_screen() -> None:
    async with Page().run_test(size=(80, 12)) as pilot:
        with pytest.raises(AssertionError, match=r"never showed 'nowhere':\nGröße"):
            await shown(pilot, "nowhere", timeout=0)


def test_fits_counts_cells_and_lines() -> None:
    assert_fits("会議\nab", 4, 2)
    with pytest.raises(AssertionError, match="line 2 needs 5 cells of 4"):
        assert_fits("ok\n会議a", 4, 2)
    with pytest.raises(AssertionError, match="3 lines for 2 rows"):
        assert_fits("a\nb\nc", 4, 2)


def _root() -> str:
    """The folder that holds `tests`, for a program that imports from it."""
    return __file__.rsplit("/tests/", 1)[0]
