"""Areas, language, colours, drafts, signals, errors of our own."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest
from rich.cells import cell_len

from kooperation_tui.store.memory import MemoryStore
from kooperation_tui.tui import crash
from kooperation_tui.tui.actions import ACTIONS, AREAS, foot_of
from kooperation_tui.tui.app import KooperationApp
from kooperation_tui.tui.drafts import Drafts
from kooperation_tui.tui.screens import make_screen
from tests.model_network import clock, records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, opened, running

ROW = "F2 Start 3 Agenda 4 Rollen[5 Protokoll]6 Vereinbarung 7 Plan 8 Partner 9 Archiv"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_every_area_by_its_key_also_while_typing(lang: str, size: tuple[int, int]) -> None:
    async with opened(lang=lang, size=size) as hands:
        for area in AREAS:
            await hands.press("f5", "tab")
            await hands.press(area.key)
            screen = hands.app.area_screen
            assert screen is not None and area.id == screen.AREA
            assert_fits(hands.text(), *size)


async def test_row_of_areas_at_80_columns() -> None:
    async with opened() as hands:
        await hands.press("f5")
        assert hands.text().split("\n")[1] == ROW


async def test_areas_by_mouse() -> None:
    async with opened() as hands:
        await hands.pilot.click("#areas", offset=(ROW.index("4 Rollen") + 2, 0))
        await hands.sees("Feste Zuständigkeiten")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_foot_begins_with_help_and_palette_and_cuts_nothing(lang: str) -> None:
    async with opened(lang=lang) as hands:
        for area in AREAS:
            await hands.press(area.key)
            foot = hands.text().split("\n")[-1]
            assert foot.startswith((" F1 Hilfe  Strg+P Befehle", " F1 Help  Ctrl+P Commands"))
            assert "…" not in foot
            assert cell_len(foot) <= 80


def test_every_action_has_its_method() -> None:
    for action in ACTIONS:
        name = f"action_{action.method.partition('_')[2]}"
        area = action.id.partition(".")[0]
        owner = KooperationApp if area == "app" else type(make_screen(area))
        assert callable(getattr(owner, name, None)), action.id
        assert not {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m"} & set(action.keys)


def test_foot_has_help_and_palette_first() -> None:
    for area in AREAS:
        assert [a.id for a in foot_of(area.id)][:2] == ["app.help", "app.palette"]


async def test_language_changes_while_a_line_is_typed() -> None:
    async with running() as hands:
        await hands.type("Halber Satz")
        hands.app.action_language()
        await hands.sees("F1 Help")
        assert hands.line.text == "Halber Satz"
        assert "5 Minutes" in hands.text()


async def test_palette_finds_areas_and_actions_by_name() -> None:
    async with opened() as hands:
        await hands.press("ctrl+p")
        await hands.press(*"maßnahmen", "enter")
        await hands.sees("M12")
        screen = hands.app.area_screen
        assert screen is not None and screen.AREA == "actions"


async def test_help_has_examples() -> None:
    async with running() as hands:
        await hands.press("f1")
        text = await hands.sees("Beispiele")
        assert "> Brief entwerfen @BB +BK 13.11." in text
        await hands.press("f1")
        assert "Beispiele" not in hands.text()


async def test_keys_of_areas_do_nothing_in_a_dialog() -> None:
    async with opened() as hands:
        await hands.press("f3", "n")
        await hands.press(*"Neu")
        await hands.press("f5", "ctrl+p")
        assert "Neuer TOP" in hands.text()
        await hands.press("escape")
        await hands.sees("Verlassen, ohne")


@pytest.mark.parametrize("size", [(59, 24), (80, 19)])
async def test_too_small(size: tuple[int, int]) -> None:
    async with opened(size=size) as hands:
        await hands.sees("mindestens 60 Spalten")
        await hands.pilot.resize_terminal(80, 24)
        await hands.sees("Netzwerktreffen")


async def test_another_seat_is_seen() -> None:
    store = MemoryStore(records("de"))
    async with opened(store=store) as first, opened(store=store) as second:
        await first.press("f5")
        await second.press("f5", "a")
        await first.sees("11 von 12")


async def test_network_that_was_never_begun() -> None:
    async with opened(empty=True) as hands:
        text = await hands.sees("Willkommen")
        assert "Neues Netzwerk anlegen" in text
        await hands.press("f5")
        assert "Willkommen" in hands.text()
        await hands.press("l")
        await hands.sees("Welcome")


async def test_new_network_from_the_first_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    async with opened(empty=True) as hands:
        await hands.press("1")
        await hands.press(*"Netz")
        folder = hands.app.screen.query_one("#folder")
        folder.value = str(tmp_path)  # type: ignore[attr-defined]
        await hands.press("enter")
        await hands.sees("Noch keine Partner.")
        await hands.press("f6")
        await hands.sees("0 von 9 vereinbart")
        await hands.press("f3")
        await hands.sees("Noch kein Treffen.")
    assert (tmp_path / "Netz.json").exists()


async def test_leaving_with_a_typed_line_asks_and_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with running(path=path) as hands:
        await hands.type("Halber Satz")
        await hands.press("ctrl+q")
        await hands.sees("noch nicht abgeschickt")
        await hands.press("enter")
    assert hands.app.return_code == 0
    assert Drafts.beside(path).get("line") == "Halber Satz"
    async with opened(path=path) as again:
        await again.press("f5")
        assert again.line.text == "Halber Satz"


async def test_leaving_asks_nothing_when_nothing_is_typed() -> None:
    async with opened() as hands:
        await hands.press("ctrl+q")
    assert hands.app.return_code == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
async def test_signal_keeps_the_line(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "netz.json"
    async with running(path=path) as hands:
        await hands.type("Halber Satz")
        hands.app.on_signal(number)
    assert hands.app.return_code == 128 + number
    assert Drafts.beside(path).get("line") == "Halber Satz"


async def test_own_error_keeps_the_line_and_prints_nothing(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"

    def broken() -> None:
        raise ValueError("Geheime Sache")

    with pytest.raises(ValueError, match="Geheime"):
        async with running(path=path) as hands:
            await hands.type("Halber Satz")
            hands.app.call_later(broken)
            await hands.pilot.pause()
    assert isinstance(hands.app.unexpected, ValueError)
    assert hands.app.return_code == 1
    assert Drafts.beside(path).get("line") == "Halber Satz"
    assert not hands.app._exit_renderables


def test_report_has_places_and_no_words(tmp_path: Path) -> None:
    try:
        secret = "Geheime Sache"
        raise ValueError(secret)
    except ValueError as error:
        found = crash.write_report(error, tmp_path / "state" / "crash.log")
    assert found is not None
    text = found.read_text(encoding="utf-8")
    assert "ValueError" in text and "test_app.py" in text
    assert "Geheime" not in text


def test_drafts_survive_and_go(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    drafts = Drafts.beside(path)
    drafts.keep("line", "Satz")
    assert drafts.save()
    file = tmp_path / ".netz.draft.json"
    assert json.loads(file.read_text(encoding="utf-8")) == {"line": "Satz"}
    assert file.stat().st_mode & 0o077 == 0
    drafts.keep("line", "")
    assert drafts.save()
    assert not file.exists()


def test_damaged_drafts_are_no_drafts(tmp_path: Path) -> None:
    (tmp_path / ".netz.draft.json").write_text("{", encoding="utf-8")
    assert Drafts.beside(tmp_path / "netz.json").texts == {}


async def test_no_blinking_cursor_and_no_animation() -> None:
    async with running() as hands:
        assert not hands.line.cursor_blink
        assert hands.app.animation_level == "none"


async def test_clock_in_the_head() -> None:
    async with running() as hands:
        hands.now = clock(10, 52)
        hands.app.tick()
        await hands.sees("● 10:52")
