"""Codes with a blank, times, and dates with two readings."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from kooperation_tui.capture.reading import Reading
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from tests.model_network import Desk, clock, started


@pytest.fixture
def desk() -> Desk:
    return started().at(10, 45)


def noted(reading: Reading, text: str) -> bool:
    return (
        reading.intent == it.Say(kind=NoteKind.NOTE, text=text)
        and reading.at is None
        and reading.question is None
    )


# --- codes and dashes ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "tight"),
    [("- BTS", "-BTS"), ("+ BK", "+BK"), ("~ IHK", "~IHK"), ("– BTS", "-BTS"), ("- bts", "-bts")],
)
def test_a_blank_after_the_sign_is_asked(desk: Desk, line: str, tight: str) -> None:
    reading = desk.read(line)
    assert reading.question is not None
    assert reading.intent is None
    assert {tight, f"\\{line}"} <= set(reading.question.args.values())
    attends, text = reading.choices
    assert attends.intent == desk.read(tight).intent
    assert noted(desk.read(text.line), line)
    with pytest.raises(Refused, match=re.escape(tight)):
        desk.type(line)


def test_the_answer_is_recorded(desk: Desk) -> None:
    attends, text = desk.read("- BTS").choices
    desk.type("- BTS", answer=text)
    assert desk.state.entries[-1].text == "- BTS"
    desk.type("- BTS", answer=attends)
    assert desk.partner("BTS") not in desk.state.represented()
    with pytest.raises(Refused, match="look at the line again"):
        desk.type("- BK", answer=attends)


@pytest.mark.parametrize("line", ["+XYZ", "-xyz", "~XYZ", "+BK XYZ", "-BTT"])
def test_an_unknown_code_is_asked(desk: Desk, line: str) -> None:
    reading = desk.read(line)
    assert reading.question is not None
    assert reading.choices[-1].intent == it.Say(kind=NoteKind.NOTE, text=line)
    with pytest.raises(Refused, match="No partner has the code"):
        desk.type(line)


def test_the_nearest_code_is_offered(desk: Desk) -> None:
    guess = desk.read("-BTT").choices[0]
    assert guess.intent == it.Leave(organisations=(desk.partner("BTS"),))
    assert guess.line == "-BTS"


# --- times ---------------------------------------------------------------------------


def test_a_time_at_the_start(desk: Desk) -> None:
    reading = desk.read("10:30 Landkarte besprochen")
    assert reading.at == clock(10, 30)
    assert reading.intent == it.Say(kind=NoteKind.NOTE, text="Landkarte besprochen")
    assert desk.read("9:05 +BK").at == clock(9, 5)
    assert desk.read("10:30 -BTS").at == clock(10, 30)
    assert "nachgetragen 10:30" in desk.plain("10:30 Landkarte besprochen")


def test_a_backslash_makes_a_time_text(desk: Desk) -> None:
    assert noted(desk.read("\\10:30 Landkarte"), "10:30 Landkarte")
    reading = desk.read("10:30 \\! Text")
    assert reading.at == clock(10, 30)
    assert reading.intent == it.Say(kind=NoteKind.NOTE, text="! Text")


def test_two_hours_ahead_of_the_start_and_not_after_now(desk: Desk) -> None:
    assert desk.read("07:00 Aufbau").at == clock(7)
    assert noted(desk.read("06:59 Aufbau"), "06:59 Aufbau")
    assert desk.read("10:45 jetzt").at == clock(10, 45)
    assert noted(desk.read("10:46 gleich"), "10:46 gleich")


def test_past_midnight() -> None:
    desk = started()
    late = dt.date(2026, 10, 15)
    desk.now = clock(23, 50)
    desk.type("Noch da")
    desk.now = clock(0, 20, day=late)
    assert desk.read("00:10 Jetzt aber").at == clock(0, 10, day=late)
    assert desk.read("23:55 Kurz vorher").at == clock(23, 55)


def test_a_closed_meeting_takes_lines_with_a_time(desk: Desk) -> None:
    desk.at(10, 50).type("/schluss trotzdem")
    desk.now = clock(18, 0, day=dt.date(2026, 10, 16))
    with pytest.raises(Refused, match="time"):
        desk.type("Zu spät")
    desk.type("10:20 Nachtrag")
    assert desk.state.entries[-1].at <= clock(10, 50)


def test_no_next_meeting_yet(desk: Desk) -> None:
    with pytest.raises(Refused, match="/nextmeeting"):
        desk.read("> Text @BB nt")


# --- ambiguous dates ------------------------------------------------------------------


def test_an_ambiguous_date_is_asked(desk: Desk) -> None:
    reading = desk.read("> Text @BB nächsten Freitag")
    assert reading.question is not None
    dues = [c.intent.due for c in reading.choices if isinstance(c.intent, it.TakeAction)]
    assert dues == [dt.date(2026, 10, 16), dt.date(2026, 10, 23)]
    with pytest.raises(Refused, match=r"2026-10-16 or 2026-10-23"):
        desk.type("> Text @BB nächsten Freitag")
    desk.type("> Text @BB nächsten Freitag", answer=reading.choices[1])
    assert desk.read("> Text @BB 3/4", english=True).question is not None
    assert desk.read("> Text @BB 3/4", english=False).question is None
    assert desk.read("/review 3/4/2027", english=True).question is not None
