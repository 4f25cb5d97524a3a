"""The speakers' list and the small files in which seats tell each other of it."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.capture import SpeakersCommand, Speaking
from kooperation_tui.domain.errors import Refused
from kooperation_tui.tui.presence import STALE, Presence
from kooperation_tui.tui.speakers import Speakers, from_json, to_json
from tests.tui.hands import opened, running


def join(code: str) -> SpeakersCommand:
    return SpeakersCommand(what=Speaking.JOIN, organisation=code)


NEXT = SpeakersCommand(what=Speaking.NEXT)
CLOSE = SpeakersCommand(what=Speaking.CLOSE)


def test_who_has_not_spoken_yet_comes_first() -> None:
    speakers = Speakers(item="1").after(join("a")).after(NEXT).after(join("b"))
    speakers = speakers.after(join("a")).after(join("c"))
    assert speakers.speaking == "a"
    assert speakers.waiting == ("b", "c", "a")
    assert speakers.times("a") == 1


def test_the_list_is_closed_and_opened_again() -> None:
    closed = Speakers().after(join("a")).after(CLOSE)
    with pytest.raises(Refused):
        closed.after(join("b"))
    assert closed.after(CLOSE).after(join("b")).waiting == ("a", "b")


def test_refusals_say_why() -> None:
    with pytest.raises(Refused):
        Speakers().after(NEXT)
    with pytest.raises(Refused):
        Speakers().after(SpeakersCommand(what=Speaking.LEAVE, organisation="a"))
    with pytest.raises(Refused):
        Speakers().after(join("a")).after(join("a"))


def test_another_item_begins_with_an_empty_list() -> None:
    speakers = Speakers(item="1").after(join("a"))
    assert not speakers.under("2")
    assert speakers.under("1") is speakers


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_a_strange_file_is_no_list(found: object) -> None:
    assert from_json(found) is None
    assert from_json({"item": found, "speaking": found}) is None


@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_a_list_survives_its_file(codes: list[str]) -> None:
    speakers = Speakers(item="1")
    for code in codes:
        taken = code in speakers.waiting
        speakers = speakers.after(NEXT if taken else join(code))
    assert from_json(json.loads(json.dumps(to_json(speakers)))) == speakers


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_seats_hear_each_other_until_one_falls_silent(tmp_path: Path) -> None:
    time, file = Clock(), tmp_path / "netz [1].json"
    one, two, wall = (
        Presence(file, time),
        Presence(file, time),
        Presence(file, time, listens=True),
    )
    one.set_speakers(Speakers(item="1").after(join("a")))
    moment = dt.datetime(2026, 10, 14, 11, 11, tzinfo=dt.UTC)
    one.set_moment(moment)
    one.exchange()
    assert two.exchange() and wall.exchange()
    assert two.speakers.waiting == ("a",)
    assert two.standing_moment == moment
    assert len(list(tmp_path.iterdir())) == 1, "who only listens says nothing"
    two.set_speakers(two.speakers.after(NEXT))
    two.exchange()
    assert one.exchange() and one.speakers.speaking == "a"
    time.now += STALE + 1
    assert two.exchange()
    assert two.standing_moment is None


def test_a_seat_takes_its_file_away_and_old_ones_too(tmp_path: Path) -> None:
    time, file = Clock(), tmp_path / "n.json"
    one, two = Presence(file, time), Presence(file, time)
    one.set_speakers(Speakers(item="1").after(join("a")))
    one.exchange()
    time.now += STALE * 7
    two.exchange()
    assert not list(tmp_path.iterdir())
    two.set_moment(dt.datetime(2026, 10, 14, tzinfo=dt.UTC))
    two.exchange()
    two.leave()
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_read_stops_nobody(tmp_path: Path) -> None:
    one = Presence(tmp_path / "gone" / "n.json")
    one.set_speakers(Speakers(item="1").after(join("a")))
    assert not one.exchange()
    assert one.speakers.waiting == ("a",)


async def test_q_lines_change_the_list_and_record_nothing() -> None:
    async with running(size=(120, 40)) as hands:
        entries = len(hands.state.entries)
        await hands.send("q+ bk", "/wort vhs", "q next")
        text = await hands.sees("▶ BK")
        assert "VHS" in text and "Redeliste" in text
        assert len(hands.state.entries) == entries
        assert hands.line.text == ""
        await hands.send("q+ vhs")
        await hands.sees("steht schon auf der Redeliste")
        await hands.press("up")
        assert hands.line.text == "q+ vhs"


async def test_moment_marks_a_gap_and_is_gone_with_the_next_line() -> None:
    async with running() as hands:
        await hands.press("ctrl+o")
        text = await hands.sees("braucht einen Moment (09:04)")
        assert "Hier fehlt noch etwas" in text
        await hands.send("Jetzt geht es weiter.")
        assert "braucht einen Moment" not in hands.text()


async def test_the_wall_is_to_read_only() -> None:
    async with running(size=(120, 40)) as hands:
        await hands.send("! Wir treffen uns jeden Monat.", "% Nur für uns.")
        store = hands.app.session.store
    async with opened(store=store, size=(80, 24), seat="audience") as wall:
        text = await wall.sees("Zu entscheiden")
        assert "BEAMER" in text and "Wir treffen uns jeden Monat." in text
        assert "Nur für uns" not in text
        await wall.press("f3", "x", "n", "ctrl+z")
        assert "Zu entscheiden" in wall.text()
