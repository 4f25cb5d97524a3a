"""Questions above the line, and what was said: gone with their reason."""

from __future__ import annotations

import asyncio

from kooperation_tui.domain.events import Left, Noted
from tests.tui.hands import Hands, opened, running


def notes(hands: Hands) -> list[str]:
    return [e.text for e in hands.state.entries if isinstance(e.what, Noted)]


async def undo(hands: Hands) -> None:
    """Ctrl+Z in the empty line, and yes."""
    hands.line.clear_text()
    await hands.press("ctrl+z", "enter")


async def test_another_line_ends_the_question_how_an_item_ends() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send("Noch etwas.")
        assert "Wie endet" not in hands.text()
        await hands.send("1")
        assert notes(hands) == ["Noch etwas.", "1"]
        assert hands.state.running == hands.state.items[0].item.id


async def test_undo_ends_the_question_how_an_item_ends() -> None:
    async with running() as hands:
        await hands.send("Falsch.")
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await undo(hands)
        assert "Wie endet" not in hands.text()


async def test_another_item_ends_the_question() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        store = hands.app.session.store
        async with opened(store=store, seat="facilitation") as other:
            other.at(9, 4)
            await other.press("f5")
            await other.send("/top 3")
        await hands.sees("TOP 3  ")
        await hands.settle()
        assert "Wie endet" not in hands.text()


async def test_a_line_whose_question_is_over_comes_back() -> None:
    async with running() as hands:
        await hands.send("Falsch.", "- BTS")
        await hands.sees("Ziffer und Enter")
        await undo(hands)
        assert "Ziffer und Enter" not in hands.text()
        assert hands.line.text == "- BTS"
        await hands.press("enter")
        await hands.sees("Ziffer und Enter")
        await hands.send("Etwas anderes.")
        assert "Ziffer und Enter" not in hands.text()
        assert hands.line.text == "- BTS"
        assert notes(hands) == ["Etwas anderes."]


async def test_a_second_question_keeps_the_line_of_the_first() -> None:
    async with running() as hands:
        await hands.send("- BTS", "- JC")
        await hands.sees("Ziffer und Enter")
        await hands.send("1")
        left = [e.what for e in hands.state.entries if isinstance(e.what, Left)]
        assert len(left) + len(notes(hands)) == 1
        hands.line.clear_text()
        await hands.press("up")
        assert hands.line.text == "- BTS"


async def test_the_question_of_an_open_wording_goes_with_it() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.sees("Wie wird entschieden?")
        await undo(hands)
        assert "Wie wird entschieden?" not in hands.text()
        await hands.send("1")
        assert notes(hands) == ["1"]


async def test_time_is_up_no_more_once_there_is_more_time() -> None:
    async with running() as hands:
        hands.at(9, 20)
        await hands.sees("Die Zeit für TOP 1 ist um.")
        await hands.send("/verlängern 10")
        assert "ist um." not in hands.text()
        await undo(hands)
        await hands.sees("Die Zeit für TOP 1 ist um.")


async def test_an_answer_to_a_question_that_is_over_does_nothing() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        recorder = hands.app.area_screen.recorder  # type: ignore[union-attr]
        await asyncio.gather(recorder.send("Noch etwas."), recorder.send("1"))
        await hands.sees("Diese Frage war schon erledigt")
        assert notes(hands) == ["Noch etwas."]
        assert hands.line.text == ""


async def test_what_was_refused_is_said_no_more_after_undo() -> None:
    async with opened() as hands:
        await hands.press("f5", "a", "down", "e")
        await hands.sees("BB ist da")
        await hands.press("ctrl+z")
        await hands.sees("Ankunft zurücknehmen?")
        await hands.press("enter")
        assert not hands.state.represented()
        assert "BB ist da" not in hands.text()
