"""F2, F3, F4, F6 and the export: what people do there."""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperation_tui.documents.files import write_new
from kooperation_tui.domain.model import BlockState, ItemKind, Meeting, Role
from kooperation_tui.domain.plan import block_of, meetings
from kooperation_tui.store.tinydb_store import TinyStore
from kooperation_tui.tui.dialogs.form import Form
from tests.model_network import clock, records
from tests.tui.hands import Hands, opened, running


def meeting(hands: Hands) -> Meeting:
    return hands.data.get(Meeting, hands.app.session.meeting_id)


async def test_new_meeting_from_a_template() -> None:
    async with opened() as hands:
        await hands.press("n")
        await hands.press(*"2.12.2026", "enter")
        await hands.sees("Mi 02.12.2026")
        found = meetings(hands.data)[-1]
        assert found.start == clock(9, day=found.start.date())
        assert found.items
        screen = hands.app.area_screen
        assert screen is not None and screen.AREA == "agenda"


@pytest.mark.parametrize(
    ("lang", "said"), [("de", "„bald“ ist kein Datum"), ("en", "“bald” is no date")]
)
async def test_a_date_that_is_none(lang: str, said: str) -> None:
    async with opened(lang=lang) as hands:
        await hands.press("n", *"bald", "enter")
        await hands.sees(said)
        assert "bald" in hands.text()


async def test_new_item_change_move_break_remove() -> None:
    async with opened() as hands:
        await hands.press("f3", "n", *"Fahrtkosten", "enter")
        assert meeting(hands).items[-2].title == "Fahrtkosten"
        await hands.press("shift+up")
        assert meeting(hands).items[-3].title == "Fahrtkosten"
        await hands.press("enter", *" und Zeit", "enter")
        assert meeting(hands).items[-3].title == "Fahrtkosten und Zeit"
        await hands.press("p")
        assert meeting(hands).items[-3].kind is ItemKind.BREAK
        await hands.press("delete")
        await hands.sees("von der Tagesordnung nehmen?")
        await hands.press("enter")
        assert all(item.title != "Fahrtkosten und Zeit" for item in meeting(hands).items)
        await hands.press("ctrl+z", "enter")
        assert any(item.title == "Fahrtkosten und Zeit" for item in meeting(hands).items)


async def test_what_follows_is_said_while_the_form_is_open() -> None:
    async with opened() as hands:
        await hands.press("f3", "n", *"Neu", "tab", "tab", "right", "right")
        await hands.sees("zwei Drittel")


async def test_time_left_of_the_agenda() -> None:
    async with opened() as hands:
        await hands.press("f3")
        await hands.sees("0 Minuten frei bis 12:00")
        await hands.press("n", *"Mehr", "enter")
        await hands.sees("20 Minuten zu viel")


async def test_roles_are_chosen_and_emptied() -> None:
    async with opened() as hands:
        await hands.press("f4", "enter", *"Petra", "enter")
        await hands.sees("Petra Vogt (BIB)")
        assert meeting(hands).roles[0].role is Role.FACILITATOR
        await hands.press("delete")
        assert all(r.role is not Role.FACILITATOR for r in meeting(hands).roles)


async def test_role_is_handed_over_while_the_meeting_runs() -> None:
    async with running() as hands:
        hands.at(9, 30)
        await hands.press("f4", "down", "down", "enter", *"Petra", "enter")
        await hands.sees("Aylin Demir (JBH) bis 09:30")
        assert hands.state.holder(Role.MINUTES) != ""


async def test_wording_of_a_point_and_its_state() -> None:
    async with opened() as hands:
        await hands.press("f6", *["down"] * 11, "e")
        await hands.sees("9 Fortbestand")
        await hands.press(*" Neu.", "escape")
        await hands.sees("Verlassen")
        await hands.press("escape")
        await hands.press("ctrl+s")
        block = block_of(hands.data, "p9")
        assert block is not None and block.text.endswith("Neu.")
        await hands.press("s", *"Papier", "enter", *"12.03.2019", "enter")
        block = block_of(hands.data, "p9")
        assert block is not None and block.state is BlockState.AGREED
        await hands.sees("vereinbart am 12.03.2019, auf Papier")


async def test_not_needed_wants_a_reason() -> None:
    async with opened() as hands:
        await hands.press("f6", *["down"] * 11, "s", *"nicht", "enter", "enter")
        await hands.sees("braucht einen Grund")
        assert isinstance(hands.app.screen, Form), "it stays until a reason is given or it is left"
        block = block_of(hands.data, "p9")
        assert block is not None and block.state is not BlockState.NOT_NEEDED


async def test_wording_that_was_not_saved_comes_back() -> None:
    async with opened() as hands:
        await hands.press("f6", *["down"] * 11, "e", *"Halb")
        assert hands.app.session.drafts.get("block p9").endswith("Halb")
        await hands.press("escape", "escape")
        hands.app.pop_screen()
        await hands.press("e")
        await hands.sees("nicht gespeichert")
        assert "Halb" in hands.text()


async def test_actions_overdue_first() -> None:
    async with opened() as hands:
        await hands.press("f7")
        text = hands.text()
        assert text.index("überfällig") < text.index("30.11.2026")


async def test_export_says_the_full_path(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    store = TinyStore.create(path, records("de"), clock=lambda: clock(8, 50))
    async with opened(store=store, path=path) as hands:
        await hands.press("f3", "x", "enter")
        await hands.sees("Gespeichert:")
    found = list(tmp_path.glob("2026-10-14 *.html"))
    assert len(found) == 1
    store.close()


def test_export_never_overwrites_another_text(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    assert write_new(target, "eins") == target
    assert write_new(target, "eins") == target
    assert write_new(target, "zwei") == tmp_path / "a 2.md"
    assert target.read_text(encoding="utf-8") == "eins"
