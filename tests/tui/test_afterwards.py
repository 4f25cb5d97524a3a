"""F5 for a meeting that was held on paper: no clock, no time of now, no question about time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from kooperation_tui.documents import Audience, minutes
from kooperation_tui.domain import events as ev
from kooperation_tui.i18n import translator
from tests.model_network import clock
from tests.tui.hands import Hands, opened

LATER = clock(20, 41) + dt.timedelta(days=28)
EVENING = clock(20, 4)
NOW = "20:41"


def times(hands: Hands) -> dict[str, str]:
    """When each kind of line holds, by its payload's name; the last of a kind."""
    return {type(e.what).__name__: f"{e.at:%d.%m. %H:%M}" for e in hands.state.entries}


async def test_a_past_meeting_is_entered_by_its_own_times() -> None:
    async with opened(now=LATER) as hands:
        await hands.press("f5")
        assert "Nachtragen: Wer war da?" in hands.text()
        assert "s Treffen nachtragen (geplant 09:00)" in hands.text()
        await hands.press("a", "s")
        assert hands.state.afterwards
        await hands.sees("Nachtragen: ohne Uhrzeit gilt 09:00")
        assert all(p.start == clock(9, 0) for p in hands.state.presences)
        await hands.send("09:10 Erstens", "Zweitens")
        await hands.sees("ohne Uhrzeit gilt 09:10")
        for over in ("Zeit um", "ist um", NOW):
            assert over not in hands.text().replace(f"gespeichert {NOW}", "")
        await hands.press("ctrl+n")
        await hands.sees("Wie endet TOP 1?")
        await hands.send("1")
        await hands.send("! Wir machen das.", "= 11 0 0", "10:20 /weiter")
        assert times(hands) == {
            "Arrived": "14.10. 07:00",
            "Started": "14.10. 09:00",
            "Noted": "14.10. 09:10",
            "Outcome": "14.10. 09:10",
            "Proposed": "14.10. 09:10",
            "Balloted": "14.10. 09:10",
            "ItemBegan": "14.10. 10:20",
        }
        assert "07:00" not in hands.text()
        await hands.send("/ergebnis", "12:00 /schluss")
        assert hands.state.ended_at == clock(12, 0)


async def test_the_dialog_of_the_close_takes_the_last_time() -> None:
    async with opened(now=LATER) as hands:
        await hands.press("f5", "a", "s")
        await hands.send("11:40 Das Letzte", "/schluss")
        await hands.press("enter")
        assert hands.state.ended_at == clock(11, 40)


@pytest.mark.parametrize(("answer", "begun"), [("enter", clock(9, 0)), ("down", EVENING)])
async def test_in_the_evening_it_is_asked_whether_it_was_held(
    answer: str, begun: dt.datetime
) -> None:
    async with opened(now=EVENING) as hands:
        await hands.press("f5", "a", "s")
        await hands.sees("Die geplante Zeit dieses Treffens ist vorbei.")
        await hands.press(*dict.fromkeys((answer, "enter")))
        assert hands.state.started_at == begun
        assert hands.state.afterwards == (begun != EVENING)
        assert {p.start for p in hands.state.presences} == {begun}


async def test_it_is_found_by_its_name() -> None:
    async with opened(now=EVENING) as hands:
        await hands.press("f5", "a", "tab", "ctrl+p", *"nachtragen", "enter")
        assert hands.state.started_at == clock(9, 0)
        await hands.sees("Nachtragen: ohne Uhrzeit gilt 09:00")


async def test_it_is_not_offered_while_the_meeting_can_still_begin() -> None:
    async with opened(now=clock(11, 0)) as hands:
        await hands.press("f5", "ctrl+p", *"nachtragen")
        await hands.sees("Nichts gefunden.")


async def test_a_live_meeting_has_its_clock() -> None:
    async with opened(now=clock(8, 50)) as hands:
        await hands.press("f5", "a")
        hands.at(9, 4)
        await hands.press("s")
        assert not hands.state.afterwards
        assert "Nachtragen" not in hands.text()
        assert isinstance(hands.state.entries[-1].what, ev.Started)


async def meet(hands: Hands, at: Callable[[int, int], str]) -> str:
    """A short meeting; `at` moves the clock, or gives the time to type. Its minutes."""
    at(9, 0)
    await hands.press("f5", "a", "s")
    await hands.send(f"{at(9, 10)}Jonas Reuter begrüßt alle.")
    await hands.press("ctrl+n")
    await hands.send("1")
    await hands.send(f"{at(9, 20)}! Wir machen das.", "= 11 0 0", f"{at(9, 30)}-bts")
    await hands.send(f"{at(9, 40)}> Tun @BB 13.11.", "# Später @BK")
    await hands.press("ctrl+n")
    await hands.send(f"{at(9, 50)}/ergebnis")
    await hands.send(f"{at(10, 0)}/schluss")
    if hands.state.ended_at is None:
        await hands.press("enter")
    tr = translator("de")
    made = minutes(hands.data, hands.app.session.meeting_id, tr, Audience.INTERNAL, LATER)
    return made.markdown


async def test_on_the_screen_it_gives_the_minutes_it_would_have_given_live() -> None:
    async with opened(now=clock(8, 50)) as hands:
        here = hands

        def live(hour: int, minute: int) -> str:
            here.at(hour, minute)
            return ""

        was = await meet(hands, live)
    async with opened(now=LATER) as hands:
        assert await meet(hands, lambda hour, minute: f"{hour:02}:{minute:02} ") == was
    assert "09:00 Uhr bis 10:00 Uhr" in was and "BTS verlässt" in was


async def test_the_list_of_meetings_says_that_it_is_being_entered() -> None:
    async with opened(now=LATER, size=(80, 34)) as hands:
        await hands.press("f5", "a", "s", "f2")
        rows = [row for row in hands.text().splitlines() if row.lstrip().startswith("▶")]
        assert [row.rstrip().endswith("wird nachgetragen") for row in rows] == [True]
