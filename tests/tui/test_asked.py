"""Questions above the line, and what was said: gone with their reason."""

from __future__ import annotations

import asyncio

import pytest

from kooperation_tui.domain.events import Left, Noted
from tests.tui.hands import Hands, opened, running


def notes(hands: Hands) -> list[str]:
    return [e.text for e in hands.state.entries if isinstance(e.what, Noted)]


async def undo(hands: Hands) -> None:
    """Ctrl+Z in the empty line, and yes."""
    hands.line.clear_text()
    await hands.press("ctrl+z", "enter")


@pytest.mark.parametrize("on", ["ctrl+n", "/weiter"])
async def test_a_note_does_not_end_the_question_how_an_item_ends(on: str) -> None:
    """Who wants the next item and types on is told where the line goes, and asked on."""
    async with running() as hands:
        await (hands.send(on) if on.startswith("/") else hands.press(on))
        await hands.sees("Wie endet TOP 1?")
        await hands.type("Noch etwas.")
        await hands.sees("noch TOP 1    Notiz")
        await hands.press("enter")
        text = await hands.sees("Die Zeile steht unter TOP 1: Wie der endet, ist noch offen.")
        assert "Wie endet TOP 1?" in text
        assert hands.state.running == hands.state.items[0].item.id
        await hands.send("1")
        await hands.sees("TOP 2  ")
        assert notes(hands) == ["Noch etwas."]
        assert "Wie endet" not in hands.text() and "noch offen" not in hands.text()


@pytest.mark.parametrize("line", ["/ergebnis Fertig.", "> Brief entwerfen @bb 13.11."])
async def test_what_ends_the_item_ends_the_question(line: str) -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send(line)
        assert "Wie endet" not in hands.text() and "noch offen" not in hands.text()


async def test_esc_ends_it_and_the_key_asks_again() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.press("escape")
        assert "Wie endet" not in hands.text()
        await hands.type("Noch etwas.")
        assert "noch TOP 1" not in hands.text()
        await hands.press("enter")
        assert "Wie endet" not in hands.text()
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")


async def test_it_comes_back_after_the_question_about_a_line() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send("- BTS")
        assert "Wie endet" not in hands.text()
        await hands.send("2")
        await hands.sees("Wie endet TOP 1?")


async def test_it_comes_back_after_a_wording_that_was_withdrawn() -> None:
    async with running() as hands:
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.sees("Wie wird entschieden?")
        await hands.send("/zurückgezogen")
        await hands.sees("Wie endet TOP 1?")


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
        assert notes(hands) == []


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
        await asyncio.gather(recorder.send("/ergebnis Fertig."), recorder.send("1"))
        await hands.sees("Diese Frage war schon erledigt")
        assert not notes(hands)
        assert hands.state.running == hands.state.items[0].item.id
        assert hands.line.text == ""


async def test_what_was_refused_is_said_no_more_after_undo() -> None:
    async with opened() as hands:
        await hands.press("f5", "a", "a")
        await hands.sees("sind schon da")
        await hands.press("ctrl+z")
        await hands.sees("Ankunft zurücknehmen?")
        await hands.press("enter")
        assert not hands.state.represented()
        assert "sind schon da" not in hands.text()


async def test_a_digit_that_answers_nothing_is_no_note() -> None:
    async with running() as hands:
        await hands.send("1")
        await hands.sees("„1“ beantwortet hier nichts; „\\1“ schreibt es als Notiz.")
        assert notes(hands) == []
        hands.line.clear_text()
        await hands.send("\\1", "12")
        assert notes(hands) == ["1", "12"]


async def test_answers_to_go_on_from_speak_the_language_and_wait_for_words() -> None:
    for lang, word in (("de", "/ergebnis "), ("en", "/outcome ")):
        async with running(lang=lang) as hands:
            await hands.press("ctrl+n")
            await hands.send("2")
            assert hands.line.text == word
            going_on = "Schreiben Sie hier weiter" if lang == "de" else "Go on typing here"
            text = await hands.sees(going_on)
            assert "Zur Kenntnis" not in text and "Nicht gelesen" not in text
            await hands.press("enter")
            assert hands.line.text == word, "nothing is recorded without words"
            assert not hands.state.items[0].outcomes
            await hands.type("Fertig.")
            await hands.press("enter")
            assert hands.state.items[0].outcomes
            assert hands.line.text == ""


async def test_five_more_minutes_count_from_now() -> None:
    async with running() as hands:
        hands.at(9, 31)
        text = await hands.sees("Die Zeit für TOP 1 ist um.")
        assert "Ende 12:16" in text
        assert "fünf Minuten mehr (Ende 12:21)" in text
        assert "(12:16)" in text, "without this item it ends as the head says"
        await hands.send("1")
        text = await hands.sees("Ende 12:21")
        assert "5 min übrig" in text and "ist um." not in text
        hands.at(9, 35)
        assert "ist um." not in hands.text()
        hands.at(9, 36)
        await hands.sees("Die Zeit für TOP 1 ist um.")
