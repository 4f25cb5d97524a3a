"""A half-made change of an entry: kept over a restart, set aside and never dropped."""

from __future__ import annotations

from pathlib import Path

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.events import Noted
from kooperation_tui.store.memory import MemoryStore
from tests.model_network import records
from tests.tui.hands import Hands, opened, running


def notes(hands: Hands) -> list[str]:
    return [e.text for e in hands.state.entries if isinstance(e.what, Noted) and not e.deleted]


async def start(hands: Hands) -> None:
    """The meeting runs."""
    await hands.press("f5", "a")
    hands.at(9, 4)
    await hands.press("s")


async def begin(hands: Hands) -> None:
    """One note, and a change of it that nobody saved."""
    await hands.send("Der Raum ist zu klein.")
    await hands.press("up")
    await hands.type(" Wir fragen das Amt.")
    assert hands.line.text == "Der Raum ist zu klein. Wir fragen das Amt."


async def test_a_half_made_change_is_offered_after_the_program_was_killed(tmp_path: Path) -> None:
    path, store = tmp_path / "netz.json", MemoryStore(records("de"))
    async with opened(path=path, store=store) as hands:
        await start(hands)
        await begin(hands)
        hands.app.keep_typed()
    async with opened(path=path, store=store) as hands:
        await hands.press("f5")
        assert hands.line.text == "Der Raum ist zu klein. Wir fragen das Amt."
        await hands.sees("Sie ändern einen Eintrag")
        await hands.press("enter")
        assert notes(hands) == ["Der Raum ist zu klein. Wir fragen das Amt."]
        assert hands.line.text == ""
        hands.app.keep_typed()
    async with opened(path=path, store=store) as hands:
        await hands.press("f5")
        assert hands.line.text == "", "it is saved: nothing is offered again"


async def test_a_change_whose_entry_is_gone_waits_behind_up(tmp_path: Path) -> None:
    path, store = tmp_path / "netz.json", MemoryStore(records("de"))
    async with opened(path=path, store=store) as hands:
        await start(hands)
        await begin(hands)
        await hands.app.screen.recorder.record(  # type: ignore[attr-defined]
            it.Delete(entry=hands.app.screen.recorder.editor.entry)  # type: ignore[attr-defined]
        )
        hands.app.keep_typed()
    async with opened(path=path, store=store) as hands:
        await hands.press("f5")
        assert hands.line.text == ""
        await hands.sees("1 Zeile ist nicht aufgenommen")
        await hands.press("up")
        assert hands.line.text == "Der Raum ist zu klein. Wir fragen das Amt."


async def test_esc_sets_a_change_aside_and_says_so() -> None:
    async with running() as hands:
        await begin(hands)
        await hands.press("escape")
        await hands.sees("Zurückgelegt; ↑ holt sie.")
        assert hands.line.text == ""
        assert notes(hands) == ["Der Raum ist zu klein."]
        await hands.press("up")
        assert hands.line.text == "Der Raum ist zu klein. Wir fragen das Amt."


async def test_esc_without_a_change_leaves_nothing_behind() -> None:
    async with running() as hands:
        await hands.send("Der Raum ist zu klein.")
        await hands.press("up", "escape", "up")
        await hands.sees("Sie ändern einen Eintrag")


async def test_going_on_to_another_entry_sets_the_change_aside() -> None:
    async with running() as hands:
        await hands.send("Davor.")
        await begin(hands)
        await hands.press("home", "up")
        assert hands.line.text == "Davor."
        await hands.sees("Zurückgelegt; ↑ holt sie.")
        await hands.press("escape", "up")
        assert hands.line.text == "Der Raum ist zu klein. Wir fragen das Amt."


async def test_typing_on_while_a_change_is_saved_is_the_next_line() -> None:
    async with running() as hands:
        await begin(hands)
        hands.line.action_send()
        hands.line.insert("Noch etwas")
        await hands.settle()
        assert hands.line.text == "Noch etwas"
        await hands.press("enter")
        assert notes(hands) == ["Der Raum ist zu klein. Wir fragen das Amt.", "Noch etwas"]


async def test_only_lines_that_can_be_changed_are_offered() -> None:
    async with running() as hands:
        await hands.send("Davor.", "! Wir treffen uns monatlich.", "= 8 1 1")
        await hands.press("up")
        assert hands.line.text == "Davor.", "what is decided stays as it is"


async def test_what_cannot_be_struck_out_is_refused_before_it_asks() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns monatlich.")
        await hands.press("up", "ctrl+u", "enter")
        text = await hands.sees("lässt sich nicht streichen")
        assert "Eintrag streichen?" not in text


async def test_a_refused_line_that_was_wiped_and_typed_anew_is_dealt_with() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up", "ctrl+u")
        await hands.send("Den Brief entwirft niemand.")
        assert notes(hands) == ["Den Brief entwirft niemand."]
        assert "nicht aufgenommen" not in hands.text()
        await hands.press("up")
        assert hands.line.text == "Den Brief entwirft niemand."


async def test_a_refused_line_that_was_wiped_and_left_still_waits() -> None:
    async with running() as hands:
        await hands.send("> Brief entwerfen")
        await hands.press("up", "ctrl+u", "escape")
        await hands.send("Etwas anderes.")
        await hands.press("up")
        assert hands.line.text == "> Brief entwerfen"
