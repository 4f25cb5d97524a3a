"""Ways of deciding, led by dialogs that end in one line."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.events import Noted
from kooperation_tui.domain.model import Decision, Method
from kooperation_tui.domain.state import WordingState
from tests.screens import assert_fits
from tests.tui.hands import Hands, running


def method(hands: Hands) -> Method:
    return hands.state.countings[-1].ballot.method


async def ask(hands: Hands, wanted: str) -> None:
    """Choose the way of deciding by its digit."""
    bar = next(q for q in [hands.app.area_screen.recorder.asked.question] if q)  # type: ignore[union-attr]
    digit = 1 + next(n for n, a in enumerate(bar.answers) if wanted in a.label)
    await hands.send(str(digit))


async def test_fist_of_five() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.sees("Wie wird entschieden?")
        await ask(hands, "Fünf-Finger")
        await hands.sees("Alle zeigen gleichzeitig Finger")
        await hands.press("4", "down", "7", "down", "down", "1")
        await hands.sees("mehr, als abstimmen können")
        await hands.press("ctrl+s")
        await hands.sees("Alle zeigen gleichzeitig Finger")
        await hands.press("backspace", "ctrl+s")
        await hands.sees("angenommen")
        assert method(hands) is Method.FIST_OF_FIVE
        assert hands.state.wordings[0].state is WordingState.CARRIED


async def test_consent_leads_through_its_rounds() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await ask(hands, "Konsent")
        await hands.sees("Ist der Vorschlag klar?")
        await hands.press("enter")
        await hands.sees("Was halten Sie davon?")
        await hands.press("enter", "e")
        await hands.sees("Schwerwiegender Einwand von BB")
        await hands.press(*"Zu oft", "enter")
        await hands.sees("Einwand 1: Zu oft")
        await hands.press("enter", "enter")
        await hands.sees("Was müsste sich ändern")
        assert not hands.state.countings
        await hands.press("i", *"acht Mal", "enter")
        await hands.sees("Schreiben Sie es in den Wortlaut: acht Mal")
        await hands.press("escape")
        await hands.sees("Der Wortlaut ist unverändert")
        await hands.press("w")
        await hands.sees("5 Wörter")
        await hands.press("escape")
        await hands.sees("Enter hält den Konsent fest")
        await hands.press("enter")
        await hands.sees("1 Einwand eingearbeitet")
        assert method(hands) is Method.CONSENT


async def test_an_integrated_objection_changes_the_wording() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await ask(hands, "Konsent")
        await hands.press("enter", "enter", "e", *"Zu oft", "enter", "enter")
        await hands.press("i", *"acht Mal", "enter")
        await hands.sees("Wir treffen uns jeden Monat.")
        await hands.press(*["backspace"] * len("jeden Monat."), *"acht Mal im Jahr.", "ctrl+s")
        await hands.sees("Der Wortlaut ist geändert.")
        wording = hands.state.wordings[0]
        assert wording.text == "Wir treffen uns acht Mal im Jahr."
        assert wording.old == ("Wir treffen uns jeden Monat.",)
        await hands.press("enter")
        await hands.sees("1 Einwand eingearbeitet")
        assert hands.data.rows(Decision)[-1].text == "Wir treffen uns acht Mal im Jahr."


async def test_systemic_consensing_computes_the_sums() -> None:
    async with running() as hands:
        await hands.app.do("minutes.consensing")
        await hands.sees("Welche Möglichkeiten gibt es?")
        await hands.press(*"Halbtag", "tab", *"[b]Abend", "enter")
        text = await hands.sees("Die kleinste Summe")
        assert_fits(text, 80, 24)
        assert "Strg+S" in text and "Summe" in text and "[b]Abend" in text
        await hands.press("ctrl+s")
        await hands.sees("noch 33 Felder leer")
        for _ in range(11):
            await hands.press("2", "enter", "1", "0", "enter", "7", "enter")
        await hands.sees("A hat den geringsten Widerstand (22)")
        await hands.press("ctrl+s")
        await hands.sees("Widerstand: A 22 · B 110 · N 77")
        assert hands.state.bound_resistance


@pytest.mark.parametrize("way", ["Konsent …", "Fünf-Finger-Abfrage …"])
async def test_a_dialog_that_was_left_keeps_the_question(way: str) -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.press("escape")
        await hands.sees("Wie wird entschieden?")
        await ask(hands, way)
        await hands.press("escape")
        await hands.sees("Wie wird entschieden?")
        await hands.press("f2", "f5")
        await hands.sees("Wie wird entschieden?")
        assert hands.state.open_wording


async def test_the_question_comes_back_when_a_result_is_taken_back() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.", "= 8 1 1")
        assert "Wie wird entschieden?" not in hands.text()
        await hands.send("/zurücknehmen")
        await hands.sees("Wie wird entschieden?")


async def test_a_digit_is_never_a_note_while_a_wording_is_open() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.", "9")
        await hands.sees("beantwortet hier nichts")
        assert not any(isinstance(e.what, Noted) for e in hands.state.entries)


async def test_a_vote_asks_for_its_numbers() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await ask(hands, "abstimmen")
        await hands.sees("Wie viele?")
        assert hands.line.text == "= "
        await hands.press("enter")
        await hands.sees("drei Zahlen")
        assert hands.state.open_wording
        await hands.type("8 1 1")
        await hands.press("enter")
        await hands.sees("angenommen")
        assert not hands.state.open_wording


async def test_a_bare_sign_that_was_typed_says_that_nobody_opposes() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.", "=")
        assert not hands.state.open_wording


@pytest.mark.parametrize(
    ("typed", "rather"),
    [
        ("8 0 1", "= 8 0 1"),
        ("=8 1 1", "= 8 1 1"),
        ("=8/1/1", "= 8/1/1"),
        ("8 Ja, 1 Nein, 1 Enthaltung", "= 8 1 1"),
    ],
)
async def test_a_note_that_looks_like_a_result_is_asked_about(typed: str, rather: str) -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.")
        await hands.type(typed)
        await hands.sees("Nur eine Notiz")
        await hands.press("enter")
        await hands.sees(f"als „{rather}“")
        await hands.send("1")
        assert not hands.state.open_wording
        assert not any(isinstance(e.what, Noted) for e in hands.state.entries)


async def test_such_a_note_may_stay_one() -> None:
    async with running() as hands:
        await hands.send("! Wir treffen uns jeden Monat.", "8 0 1", "2")
        assert [e.text for e in hands.state.entries if isinstance(e.what, Noted)] == ["8 0 1"]
