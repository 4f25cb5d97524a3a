"""The form of an action on F7: who by typing, reasons, goals; nothing typed is lost."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Action
from kooperation_tui.domain.plan import by_code
from tests.model_network import records
from tests.tui.hands import LANGUAGES, Hands, opened

GOAL = Goal(id=f"{9:032x}", text="Alle finden Rat", indicator="900 Beratungen", order=1)


def chosen(hands: Hands) -> Action:
    screen = hands.app.area_screen
    return hands.data.get(Action, screen.listed.chosen)  # type: ignore[union-attr]


async def test_typing_a_code_chooses_who_does_it() -> None:
    async with opened() as hands:
        await hands.press("f7", "n", *"Raum finden", "tab", *"jbh")
        await hands.sees("‹ JBH")
        await hands.press("tab", "tab", *"vhs bib", "tab", "tab", *"wartet auf Geld", "enter")
        action = chosen(hands)
        jbh = by_code(hands.data, "JBH")
        assert jbh is not None and action.owner_organisation == jbh.id
        assert action.due_reason == "wartet auf Geld"
        assert len(action.helpers) == 2
        await hands.sees("wartet auf Geld")


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_wrong_old_number_keeps_the_form_with_its_text(lang: str) -> None:
    async with opened(lang=lang) as hands:
        count = len(hands.data.rows(Action))
        await hands.press("f7", "n", *"Raum finden", *["tab"] * 6, *"2025/7", "enter")
        await hands.sees("“2025/7”" if lang == "en" else "„2025/7“")
        assert "Raum finden" in hands.text() and len(hands.data.rows(Action)) == count
        await hands.press(*["backspace"] * 6, *"m-2025-7", "enter")
        assert chosen(hands).number == "M-2025-7"


async def test_goal_and_helpers_change_later_and_the_cursor_stays() -> None:
    async with opened(rows=[*records("de"), GOAL]) as hands:
        await hands.press("f7", "down")
        before = chosen(hands)
        await hands.press("e")
        await hands.sees("Dient dem Ziel")
        await hands.press("tab", "end", *", MGH", "tab", "right", "enter")
        after = chosen(hands)
        assert (after.id, after.goals) == (before.id, (GOAL.id,))
        assert len(after.helpers) == len(before.helpers) + 1
        await hands.press("t", *"24.12.", "enter")
        assert chosen(hands).id == before.id


async def test_done_says_which_one() -> None:
    async with opened() as hands:
        await hands.press("f7")
        action = chosen(hands)
        await hands.press("d")
        await hands.sees(f"ist erledigt: {action.title[:20]}")


async def test_the_words_of_an_old_action_can_change() -> None:
    async with opened() as hands:
        await hands.press("f7", "n", *"Raum", "enter", "e", *" finden", "enter")
        assert chosen(hands).title == "Raum finden"
        old = chosen(hands)
        own = msgspec.structs.replace(old, event="x")
        await hands.app.change(lambda data: Change(puts=(own,)))
        await hands.press("e")
        assert "Was " not in hands.text().split("Mit wem")[0][-200:]
