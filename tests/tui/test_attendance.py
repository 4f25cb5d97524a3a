"""F5 before the meeting: the list has the letters, the field the text."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import TextArea

from kooperation_tui.domain.state import Phase
from kooperation_tui.tui.widgets.attendance import AttendanceGrid
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, Hands, opened, running

RESTING = "Tab: in die Protokollzeile"


def grid(hands: Hands) -> AttendanceGrid:
    return hands.app.screen.query_one(AttendanceGrid)


async def test_attendance_letters_and_start() -> None:
    async with opened() as hands:
        await hands.press("f5")
        await hands.sees("Wer ist da?")
        await hands.press("down", "space")
        assert len(hands.state.represented()) == 1
        await hands.press("space")
        assert not hands.state.represented()
        await hands.press("a")
        assert len(hands.state.represented()) == 11
        await hands.press("e")
        text = await hands.sees("abgesagt  BB")
        assert "Noch nicht da" not in text
        assert len(hands.state.represented()) == 10
        await hands.press("s")
        assert hands.state.phase is Phase.RUNNING
        assert hands.line.has_focus


async def test_what_was_taken_back_before_the_start_is_no_departure() -> None:
    async with opened() as hands:
        await hands.press("f5", "a", "down", "space", "down", "e", "down", "space", "space", "s")
        text = await hands.sees("TOP 1  Eröffnung")
        assert "geht" not in text
        arrived = text[: text.index("~ abgesagt BIB")]
        assert "BB Miriam" not in arrived
        assert text.count("BK Ulrike Senger") == 1
        hands.at(9, 20)
        await hands.send("-bk")
        await hands.sees("− geht BK")


async def test_who_left_after_the_start_cannot_send_regrets_any_more() -> None:
    async with running() as hands:
        await hands.send("~bk")
        await hands.sees("BK ist da")


async def test_beginning_with_hardly_anybody_is_asked_first() -> None:
    async with opened() as hands:
        await hands.press("f5", "down", "space", "s")
        await hands.sees("Erst 1 von 12 Partnern")
        await hands.press("escape")
        assert hands.state.phase is Phase.PLANNED
        await hands.press("s")
        await hands.sees("Erst 1 von 12 Partnern")
        await hands.press("enter")
        await hands.sees("TOP 1  Eröffnung")
        assert hands.state.started_at is not None


async def test_tab_goes_to_the_line_and_back() -> None:
    async with opened() as hands:
        await hands.press("f5")
        grid = hands.app.screen.query_one(AttendanceGrid)
        assert grid.has_focus
        await hands.press("tab")
        assert hands.line.has_focus
        await hands.press("tab")
        assert grid.has_focus


async def test_a_deputy_who_is_new() -> None:
    async with opened() as hands:
        await hands.press("f5", "down", "v")
        await hands.sees("Wer kommt für BB?")
        await hands.press("enter")
        await hands.press(*"Kim", "enter")
        assert "Kim" in hands.text()
        assert len(hands.state.represented()) == 1


async def test_it_shows_where_the_keys_go() -> None:
    async with opened() as hands:
        await hands.press("f5")
        text = await hands.sees(RESTING)
        assert " > zugesagt  AA" in text
        assert "a alle da" in text and "Tab in die Protokollzeile" in text
        await hands.press("tab")
        await hands.sees("Tab zur Liste")
        text = await hands.sees("   zugesagt  AA")
        assert " > " not in text and RESTING not in text
        assert "+bk da" in text and "/beginn Treffen beginnen" in text
        await hands.press("escape")
        assert await hands.sees(RESTING)
        assert grid(hands).has_focus


@pytest.mark.parametrize(
    "typed", ["+bk", "/beginn", "Guten Tag", "= 8", "% x", "? wer", "3 da", "ä"]
)
async def test_what_is_no_letter_of_the_list_goes_into_the_line(typed: str) -> None:
    async with opened() as hands:
        await hands.press("f5")
        await hands.press(*typed)
        assert hands.line.text == typed
        assert hands.line.has_focus
        assert not hands.state.represented() and hands.state.phase is Phase.PLANNED


async def test_letters_that_were_on_their_way_belong_to_the_line_too() -> None:
    async with opened() as hands:
        await hands.press("f5")
        for key in [*"+vhs e", "enter"]:
            letter = key if len(key) == 1 else None
            grid(hands).post_message(events.Key("space" if key == " " else key, letter))
        await hands.settle()
        await hands.sees("Nicht aufgenommen: „+vhs e“")
        await hands.press("up")
        assert hands.line.text == "+vhs e", "it was sent as one line, and refused"


async def test_a_paste_over_the_list_is_for_the_line() -> None:
    async with opened() as hands:
        await hands.press("f5")
        grid(hands).post_message(events.Paste("+bk vhs\n"))
        await hands.settle()
        assert hands.line.text == "+bk vhs"


async def test_the_keys_stay_in_sight_in_a_partly_filled_list() -> None:
    async with opened() as hands:
        await hands.press("f5", "a", "down", "space", "down", "space")
        assert "s Treffen beginnen (geplant 09:00)" in hands.text()
        assert "Noch nicht da: BB, BIB." in hands.text()
        await hands.press("space", "+", "b", "b", "enter", "+", "b", "b", "enter")
        text = await hands.sees("BB ist seit 08:50 da")
        assert "Treffen beginnen (geplant 09:00)" in text


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_narrow_window_scrolls_with_the_cursor(lang: str) -> None:
    async with opened(lang=lang, size=(60, 20)) as hands:
        await hands.press("f5", "up")
        text = hands.text()
        assert_fits(text, 60, 20)
        assert "VHS" in text and (" s Treffen beginnen" in text or " s begin" in text)


async def test_back_from_another_area_the_keys_go_where_they_belong() -> None:
    async with opened() as hands:
        await hands.press("f5", "tab", "f3", "f5")
        assert grid(hands).has_focus
        await hands.press("tab", "+", "f3", "f5")
        assert hands.line.has_focus, "there is a line to go on with"
    async with running() as hands:
        await hands.press("f2", "f5")
        assert hands.line.has_focus
        await hands.press("f1", "escape")
        assert hands.line.has_focus


async def test_a_dialog_changes_nothing_about_the_keys() -> None:
    async with opened() as hands:
        await hands.press("f5", "tab", "f1", "escape")
        assert isinstance(hands.app.focused, TextArea)


async def test_a_guest_is_asked_for_until_there_is_a_name() -> None:
    async with opened() as hands:
        await hands.press("f5", "g", "enter")
        await hands.sees("Bitte den Namen")
        await hands.press(*"Ada Bell", "enter")
        assert [g.name for g in hands.state.guests][-1:] == ["Ada Bell"]
