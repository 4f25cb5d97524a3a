"""What was typed into forms and into the search survives a closed terminal."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from kooperation_tui.tui.drafts import SEARCH, Drafts
from tests.tui.hands import Hands, opened, running

SAID = "Text vom letzten Mal, noch nicht gespeichert."


def value(hands: Hands, field: str) -> str:
    return hands.app.screen.query_one(f"#{field}", Input).value


async def lost(hands: Hands) -> None:
    """The program is killed: nothing but what was written down before stays."""
    hands.app.keep_typed()
    hands.app.exit(0)


async def test_a_form_comes_back_as_it_was_left(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with opened(path=path) as hands:
        await hands.press("f3", "n", *"Fachtag", "tab", "right", "tab", "tab", "tab", *"5")
        await lost(hands)
    file = tmp_path / ".netz.draft.json"
    assert file.stat().st_mode & 0o077 == 0
    async with opened(path=path) as hands:
        await hands.press("f3", "n")
        text = await hands.sees(SAID)
        assert value(hands, "title") == "Fachtag"
        assert value(hands, "minutes") == "5"
        assert "‹ Entscheidung ›" in text
        await hands.press("escape")
        await hands.sees("Verlassen, ohne")
        await hands.press("enter", "n")
        assert value(hands, "title") == ""
        assert SAID not in hands.text()
        await hands.press(*"Anders", "enter", "ctrl+q")
    assert not file.exists()
    assert not Drafts.beside(path).texts


async def test_what_was_saved_is_not_offered_again(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with opened(path=path) as hands:
        await hands.press("f3", "n", *"Fachtag", "enter")
        assert any(i.item.title == "Fachtag" for i in hands.state.items)
        await hands.press("n")
        assert value(hands, "title") == ""


async def test_leaving_with_a_filled_form_says_so(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with opened(path=path) as hands:
        await hands.press("f3", "n", *"Fachtag", "ctrl+q")
        await hands.sees("noch nicht abgeschickt")
        await hands.press("enter")
    assert "Fachtag" in Drafts.beside(path).texts.values()
    async with opened(path=path) as hands:
        await hands.press("ctrl+q")
    assert hands.app.return_code == 0, "what is from before is not asked about each time"
    assert "Fachtag" in Drafts.beside(path).texts.values()


async def test_a_search_comes_back_and_is_not_missed(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with opened(path=path) as hands:
        await hands.press("f9", "slash", *"Faltblatt")
        await lost(hands)
    async with opened(path=path) as hands:
        await hands.press("f9")
        await hands.sees(SAID)
        assert value(hands, "search") == "Faltblatt"
        await hands.press("ctrl+q")
    assert hands.app.return_code == 0
    assert not Drafts.beside(path).get(SEARCH)


async def test_pasted_lines_come_back_before_they_ran(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with running(path=path) as hands:
        hands.line.take_paste("eins\nzwei")
        await hands.sees("2 Zeilen einfügen")
        await lost(hands)
    async with opened(path=path) as hands:
        await hands.press("f5")
        await hands.sees("2 Zeilen einfügen")


async def test_a_pasted_list_of_partners_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with opened(path=path) as hands:
        await hands.press("f8", "i")
        hands.app.screen.query_one("#text").insert("XA\tAmt A")  # type: ignore[attr-defined]
        await hands.settle()
        await lost(hands)
    async with opened(path=path) as hands:
        await hands.press("f8", "i")
        text = await hands.sees(SAID)
        assert "Amt A" in text
