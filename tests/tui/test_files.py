"""From one network to another without leaving; where a practice network's documents go."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from kooperation_tui.cli.clock import Clock
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Network
from kooperation_tui.i18n import translator
from kooperation_tui.recent import recent, remember
from kooperation_tui.store.tinydb_store import TinyStore
from kooperation_tui.tui import opening
from tests.model_network import clock, network, records
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, Hands, opened


def named(path: Path, name: str) -> Path:
    """A network with this name in a file, no practice."""
    rows = [
        msgspec.structs.replace(r, name=name, practice=False) if isinstance(r, Network) else r
        for r in records("de")
    ]
    TinyStore.create(path, rows, clock=lambda: clock(8)).close()
    return path


def opening_of(path: Path) -> TinyStore:
    return TinyStore(path, clock=lambda: clock(8, 50))


async def by_palette(hands: Hands, words: str) -> None:
    await hands.press("ctrl+p", *words, "enter")


async def test_another_network_and_back_again_keeps_what_was_typed(tmp_path: Path) -> None:
    first, second = named(tmp_path / "eins.json", "Netz Eins"), named(tmp_path / "b.json", "Zwei")
    remember(second)
    remember(first)
    async with opened(store=opening_of(first), path=first) as hands:
        await hands.press("f5")
        await hands.type("Halber Satz")
        await by_palette(hands, "Anderes Netzwerk")
        await hands.sees("Zurück zu Netz Eins")
        await hands.sees("Zuletzt geöffnet")
        await hands.press("down", "down", "down", "down", "enter")
        await hands.sees("Zwei · ")
        assert hands.app.session.path == second
        draft = tmp_path / ".eins.draft.json"
        assert json.loads(draft.read_text(encoding="utf-8"))["line"] == "Halber Satz"
        await hands.press("f5")
        assert hands.line.text == ""
        await by_palette(hands, "Datei öffnen")
        await hands.press(*"eins", "enter")
        await hands.sees("Netz Eins · ")
        await hands.press("f5")
        assert hands.line.text == "Halber Satz"
    assert recent()[:2] == (first, second)


async def test_esc_and_the_keys_of_areas_lead_back_from_the_first_screen(tmp_path: Path) -> None:
    path = named(tmp_path / "eins.json", "Netz Eins")
    async with opened(store=opening_of(path), path=path) as hands:
        await by_palette(hands, "Anderes")
        await hands.sees("Willkommen")
        await hands.press("escape")
        await hands.sees("[F2 Start]")
        await by_palette(hands, "Anderes")
        await hands.sees("Willkommen")
        await hands.press("f4")
        await hands.sees("[4 Rollen]")


async def test_a_path_that_is_none_is_said_in_the_form(tmp_path: Path) -> None:
    path = named(tmp_path / "eins.json", "Netz Eins")
    (tmp_path / "x.json").write_text("{}", encoding="utf-8")
    async with opened(store=opening_of(path), path=path) as hands:
        await by_palette(hands, "Datei öffnen")
        await hands.sees("Datei öffnen")
        await hands.press(*"gibtsnicht", "enter")
        await hands.sees("Die Datei gibtsnicht gibt es nicht.")
        await hands.press("ctrl+u", *str(tmp_path / "x.json"), "enter")
        await hands.settle()
        assert len(hands.app.screen_stack) == 3
        assert hands.app.session.path == path


async def test_practising_is_not_remembered_and_leaves_the_practice_clock(tmp_path: Path) -> None:
    path = named(tmp_path / "eins.json", "Netz Eins")
    remember(path)
    async with opened(empty=True) as hands:
        await hands.press("3")
        await hands.sees("Übung")
        assert recent() == (path,)
        hands.app.session.store.close()  # type: ignore[union-attr]


def test_the_clock_of_a_practice_network_stays_with_it() -> None:
    now = Clock({})
    now.adopt(network("de"))
    assert now().date() == clock(8).date()
    rows = [
        msgspec.structs.replace(r, practice=False) for r in records("de") if isinstance(r, Network)
    ]
    now.adopt(Data.of(rows))
    assert now().year != 2026 or now().date() != clock(8).date()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_the_first_screen_fits_with_files_and_an_open_network(
    lang: str, size: tuple[int, int], tmp_path: Path
) -> None:
    path = named(tmp_path / "eins.json", "Netz Eins")
    for number in range(5):
        remember(named(tmp_path / f"Netz-{number}.json", f"Netz {number}"))
    async with opened(store=opening_of(path), path=path, lang=lang, size=size) as hands:
        hands.app.action_another()
        text = await hands.sees("Netz-4")
        assert_fits(text, *size)


# Documents of a practice network


@pytest.mark.parametrize(("lang", "word"), [("de", "Übung"), ("en", "Practice")])
def test_documents_of_a_practice_network_go_where_they_are_seen(lang: str, word: str) -> None:
    tr = translator(lang)
    path = opening.practice_path(clock(8), tr)
    assert opening.export_folder(path, tr) == opening.usual_folder() / word
    assert opening.export_folder(Path("/anywhere/netz.json"), tr) == Path("/anywhere")
    assert opening.export_folder(None, tr) == opening.usual_folder()


async def test_the_whole_path_is_told_before_and_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = tmp_path / "Dokumente der Koordination" / "Kooperation"
    monkeypatch.setattr(opening, "usual_folder", lambda: usual)
    async with opened(empty=True) as hands:
        await hands.press("3", "f3", "x")
        await hands.sees("Die Datei liegt dann in")
        await hands.press("enter")
        await hands.sees("Gespeichert:")
        [made] = usual.rglob("*.html")
        assert made.parent == usual / "Übung"
        shown = "".join(row.strip() for row in hands.text().split("\n"))
        assert "".join(str(made).split()) in "".join(shown.split())
        hands.app.session.store.close()  # type: ignore[union-attr]
