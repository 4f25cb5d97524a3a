"""Refused lines: none is lost, none stays after it was recorded in another form."""

from __future__ import annotations

from pathlib import Path

import pytest

from kooperation_tui.domain.events import ActionTaken, Noted
from kooperation_tui.domain.model import Meeting
from kooperation_tui.settings import Choices
from tests.tui.hands import Hands, opened, running


def notes(hands: Hands) -> list[str]:
    return [e.text for e in hands.state.entries if isinstance(e.what, Noted)]


async def fast(hands: Hands, line: str, typed: str) -> None:
    """Enter, and typing on before anything was saved."""
    hands.line.focus()
    hands.line.insert(line)
    hands.line.action_send()
    hands.line.insert(typed)
    await hands.settle()


async def test_a_refused_line_can_be_completed_at_its_end() -> None:
    async with running() as hands:
        await hands.send("/vor 6")
        await hands.sees("Nicht aufgenommen: „/vor 6“. ↑ holt sie.")
        assert hands.line.text == ""
        await hands.press("up", "space", "5", "enter")
        assert hands.line.text == ""
        assert not notes(hands)
        await hands.press("up")
        assert hands.line.text != "/vor 6", "it was recorded: nothing of it waits"


async def test_typing_on_is_not_glued_to_a_refused_line() -> None:
    async with running() as hands:
        await fast(hands, "/vor 6", "Noch etwas")
        assert hands.line.text == "Noch etwas"
        await hands.sees("Nicht aufgenommen: „/vor 6“. ↑ holt sie.")
        await hands.press("enter")
        assert notes(hands) == ["Noch etwas"]
        await hands.sees("1 Zeile ist nicht aufgenommen")
        await hands.press("up")
        assert hands.line.text == "/vor 6"


async def test_all_refused_lines_are_kept_in_their_order() -> None:
    async with running() as hands:
        await fast(hands, "> Erste ohne wer", "> Zweite ohne wer")
        hands.line.action_send()
        hands.line.insert("Gut.")
        await hands.settle()
        await hands.press("enter")
        assert notes(hands) == ["Gut."]
        await hands.press("up")
        assert hands.line.text == "> Zweite ohne wer"
        await hands.press("up")
        assert hands.line.text == "> Erste ohne wer"
        await hands.press("up")
        assert hands.line.text == "Gut.", "then the entries"
        await hands.press("down")
        assert hands.line.text == "> Erste ohne wer"
        await hands.press("down", "down")
        assert hands.line.text == ""


async def test_a_corrected_line_is_done_with() -> None:
    async with running() as hands:
        await hands.send("Davor.", "> Brief entwerfen")
        await hands.press("up")
        await hands.type(" @bb")
        await hands.press("enter")
        assert any(isinstance(e.what, ActionTaken) for e in hands.state.entries)
        await hands.press("up", "up")
        assert hands.line.text == "Davor."


async def test_a_line_refused_twice_stands_once() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up")
        await hands.type(" bald")
        await hands.press("enter", "up")
        assert hands.line.text == "> Brief entwerfen bald"
        await hands.press("up")
        assert hands.line.text == ""


async def test_esc_discards_a_refused_line() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up")
        await hands.sees("Esc verwirft sie")
        await hands.press("escape")
        await hands.sees("Verworfen: „> Brief entwerfen“")
        await hands.press("escape", "up")
        assert hands.line.text != "> Brief entwerfen"


async def test_an_emptied_line_is_not_lost() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up", "ctrl+u")
        assert hands.line.text == ""
        await hands.press("up")
        assert hands.line.text == "> Brief entwerfen"


async def test_refused_lines_outlive_the_program(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with running(path=path) as hands:
        await fast(hands, "> Erste ohne wer", "> Zweite ohne wer")
        hands.line.action_send()
        await hands.settle()
        await hands.press("up")
        assert hands.line.text == "> Zweite ohne wer"
        hands.app.keep_typed()
    async with opened(path=path) as hands:
        await hands.press("f5")
        assert hands.line.text == "> Zweite ohne wer"
        hands.line.clear_text()
        hands.line.focus()
        await hands.settle()
        await hands.press("up")
        assert hands.line.text == "> Erste ohne wer"


async def test_the_projector_stays_on_over_a_restart(tmp_path: Path) -> None:
    choices = Choices(tmp_path / "choices.json")
    async with opened(choices=choices) as hands:
        await hands.press("f12")
        assert hands.app.session.beamer
    async with opened(choices=choices) as hands:
        assert hands.app.session.beamer
        await hands.press("f12")
    async with opened(choices=choices) as hands:
        assert not hands.app.session.beamer


async def test_a_confidential_line_shows_as_dots_on_the_wall() -> None:
    async with running() as hands:
        await hands.press("f12")
        await hands.type("% Name bleibt hier")
        text = await hands.sees("% ••••••••••••••••")
        assert "bleibt hier" not in text
        await hands.press("ctrl+t")
        assert "% Name bleibt hier" in hands.text()
        await hands.press("ctrl+t", "enter")
        assert "Name bleibt hier" not in hands.text()
        assert notes(hands) == ["Name bleibt hier"]


async def test_a_blank_does_not_bar_the_way_back() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("space", "up")
        assert hands.line.text == "> Brief entwerfen"
        await hands.press("down", "space", "enter", "space", "up")
        assert hands.line.text == "> Brief entwerfen"


async def test_a_blank_over_the_refused_line_does_not_replace_it() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up")
        hands.line.replace(" ", (0, 0), hands.line.document.end)
        await hands.settle()
        await hands.press("up", "down")
        hands.line.clear_text()
        await hands.settle()
        await hands.press("up")
        assert hands.line.text == "> Brief entwerfen"


@pytest.mark.parametrize("line", ["! ", "#", "%"])
async def test_a_mark_alone_is_refused_and_kept_as_it_was_typed(line: str) -> None:
    async with running() as hands:
        await hands.type(line)
        assert "Nicht aufgenommen" not in hands.text()
        await hands.press("enter")
        await hands.sees("Nicht aufgenommen:")
        assert not notes(hands)
        await hands.press("up")
        assert hands.line.text == line


async def test_refused_lines_belong_to_their_meeting() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.sees("1 Zeile ist nicht aufgenommen")
        here = hands.app.session.meeting_id
        hands.app.session.meeting_id = next(m.id for m in hands.data.rows(Meeting) if m.id != here)
        hands.app.show()
        await hands.settle()
        assert "nicht aufgenommen  ↑" not in hands.text()
        hands.app.session.meeting_id = here
        hands.app.show()
        await hands.sees("1 Zeile ist nicht aufgenommen")
        await hands.press("up")
        assert hands.line.text == "> Brief entwerfen"


async def test_esc_puts_aside_what_came_back_from_the_time_before(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with running(path=path) as hands:
        await hands.type("= ")
        hands.app.keep_typed()
    async with opened(path=path) as hands:
        await hands.press("f5")
        assert (hands.line.text, hands.line.cursor_location) == ("= ", (0, 2))
        await hands.press("escape")
        assert hands.line.text == ""
        await hands.sees("↑ holt sie")
        await hands.press("up")
        assert hands.line.text == "= "
