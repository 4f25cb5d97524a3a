"""F3: where the cursor stands, what stays in sight, what holds and what is only proposed."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from kooperation_tui.domain.data import KINDS
from kooperation_tui.domain.model import Meeting, Record
from kooperation_tui.domain.templates import GAPS
from kooperation_tui.i18n import translator
from kooperation_tui.tui.widgets.agenda_list import AgendaList
from tests.domain.room import Room, clock
from tests.model_network import records
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened


def chosen(hands: Hands) -> str:
    return hands.app.screen.query_one(AgendaList).chosen


def rows_of(room: Room) -> list[Record]:
    return [row for kind in KINDS for row in room.data.rows(kind)]


def untitled(lang: str) -> list[Record]:
    """The model network; the fourth item has the title that a template leaves open."""
    gap = translator(lang).t(GAPS[0])
    found: list[Record] = []
    for row in records(lang):
        if isinstance(row, Meeting) and len(row.items) > 3 and row.started_at is None:
            items = list(row.items)
            items[3] = msgspec.structs.replace(items[3], title=gap)
            row = msgspec.structs.replace(row, items=tuple(items))
        found.append(row)
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_after_removing_an_item_the_cursor_stays_at_its_place(size: tuple[int, int]) -> None:
    async with opened(size=size) as hands:
        await hands.press("f3", "down", "down")
        ids = [i.item.id for i in hands.state.items]
        await hands.press("delete", "enter")
        assert chosen(hands) == ids[3]
        await hands.press("end", "delete", "enter")
        assert chosen(hands) == [i.item.id for i in hands.state.items][-1]


async def test_the_chosen_item_stays_in_sight_above_a_long_message() -> None:
    async with opened() as hands:
        await hands.press("f3", "end")
        hands.app.tell("Gespeichert: /home/castell/Dokumente/Kooperation/" + "Tagesordnung " * 20)
        await hands.sees("Esc: gelesen")
        await hands.sees("▲ 8 ▼")


@pytest.mark.parametrize(
    ("lang", "said"),
    [("de", "↑ nach oben, ↓ nach unten"), ("en", "↑ up, ↓ down")],
)
async def test_help_names_both_directions(lang: str, said: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("f3", "f1")
        await hands.sees(said)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_an_item_that_came_after_the_invitation_says_where_to_change_it(lang: str) -> None:
    field = {"de": "Enter, Feld „In der Einladung“", "en": "Enter, field “On the invitation”"}
    async with opened(lang=lang) as hands:
        await hands.press("f3", "n", *"Neue", "tab", *"Ent" if lang == "de" else "dec", "tab")
        await hands.press(*("Aufn" if lang == "de" else "adm"), "enter")
        text = " ".join((await hands.sees("▲ 8 ▼")).split())
        assert ("stand nicht in" if lang == "de" else "was not in") in text
        assert field[lang] in text
        await hands.press("enter", *["tab"] * 7, "right", "enter")
        text = " ".join(hands.text().split())
        assert ("stand nicht in" if lang == "de" else "was not in") not in text


@pytest.mark.parametrize("agreed", [True, False])
async def test_the_majority_is_the_one_that_decides(agreed: bool) -> None:
    room = Room(agreed=agreed, started=False, present=False)
    async with opened(rows=rows_of(room), now=clock("08:00")) as hands:
        await hands.press("f3", "down", "down")
        text = " ".join((await hands.sees("TOP 3  ")).split())
        proposed = "einfache Mehrheit (Vorschlag: zwei Drittel"
        assert (proposed in text) is not agreed
        assert "zwei Drittel" in text


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_an_agenda_without_a_title_is_written_and_it_is_said(
    lang: str, tmp_path: Path
) -> None:
    from kooperation_tui.store.tinydb_store import TinyStore

    path = tmp_path / "netz.json"
    store = TinyStore.create(path, untitled(lang), clock=lambda: clock("08:00"))
    async with opened(store=store, path=path, lang=lang) as hands:
        await hands.press("f3", "x", "enter")
        await hands.sees("noch keinen Titel" if lang == "de" else "has no title yet")
    assert len(list(tmp_path.rglob("*.html"))) == 1
    store.close()


async def test_a_second_export_names_the_one_that_stays(tmp_path: Path) -> None:
    from kooperation_tui.store.tinydb_store import TinyStore

    path = tmp_path / "netz.json"
    store = TinyStore.create(path, records("de"), clock=lambda: clock("08:00"))
    async with opened(store=store, path=path) as hands:
        await hands.press("f3", "x", "enter")
        await hands.sees("Gespeichert:")
        await hands.press("escape", "x", "enter")
        await hands.sees("Gespeichert:")
        assert "daneben" not in hands.text(), "the same text again is the same file"
        await hands.press("escape", "+", "x", "enter")
        await hands.sees("Eine andere Fassung bleibt daneben")
    assert len(list(tmp_path.rglob("*.html"))) == 2
    store.close()
