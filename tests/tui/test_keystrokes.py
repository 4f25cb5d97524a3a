"""How many keys it takes, counted as they are pressed; and what stands in the file then."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from kooperation_tui.domain.ballots import Votes
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Balloted
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Decision
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.store.tinydb_store import TinyStore
from tests.model_network import clock, meeting_id, records
from tests.tui.hands import Hands, opened

SHIFTED = frozenset("=!?/>;:_\"§$%&()'*°") | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ")
"""Two keys at once on a German keyboard, as are those with AltGr."""
ALTGR = frozenset("@~\\|[]{}€")


class Counted:
    """Presses keys one by one and counts them; Shift and AltGr are keys as well."""

    def __init__(self, hands: Hands) -> None:
        self._hands = hands
        self.keys = 0

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 2 if key in SHIFTED | ALTGR else 1
            await self._hands.press(key)

    async def type(self, line: str) -> None:
        """A line and Enter."""
        await self.press(*line, "enter")


@asynccontextmanager
async def meeting(path: Path) -> AsyncIterator[tuple[Hands, Counted]]:
    """The model network in a file, its meeting on F5, not begun."""
    store = TinyStore.create(path, records("de"), clock=lambda: clock(8, 58))
    try:
        async with opened(store=store, path=path, now=clock(8, 58)) as hands:
            await hands.press("f5")
            yield hands, Counted(hands)
    finally:
        store.close()


def stored(path: Path) -> tuple[Data, MeetingState]:
    """What the file says, read anew."""
    store = TinyStore(path, clock=lambda: clock(12))
    data = store.read()
    store.close()
    return data, state_of(data, meeting_id(data))


def there(state: MeetingState, data: Data) -> set[str]:
    from kooperation_tui.tui.words import code

    return {code(data, p) for p in state.represented()}


async def test_the_attendance_of_twelve_partners_in_under_fifteen(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with meeting(path) as (hands, counted):
        assert len(hands.state.entitled) == 12
        await counted.press("a")  # all who have not sent regrets
        await counted.press("down", "down", "down", "space")  # but not BK
        await counted.press("right", "down", "space")  # and not MGH
        await counted.press("s")
        assert counted.keys < 15, counted.keys
    data, state = stored(path)
    assert state.phase is Phase.RUNNING
    assert there(state, data) == {"AA", "BB", "BIB", "BTS", "HWK", "JBH", "JC", "MBB", "VHS"}
    assert {p.organisation for p in state.presences} == set(state.represented())


async def test_the_same_with_the_line_alone(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with meeting(path) as (_, counted):
        await counted.press("a")
        await counted.type("-bk mgh")
        await counted.press("tab", "s")
        assert counted.keys < 15, counted.keys
    data, state = stored(path)
    assert state.phase is Phase.RUNNING and len(there(state, data)) == 9


async def test_an_arrival_in_under_six(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with meeting(path) as (hands, counted):
        await counted.type("+bk")
        assert counted.keys < 6, counted.keys
        await hands.press("tab", "s", "enter")
        hands.at(9, 25)
        counted.keys = 0
        await counted.type("+vhs")
        assert counted.keys < 6, counted.keys
    data, state = stored(path)
    assert state.phase is Phase.RUNNING
    assert there(state, data) == {"BK", "VHS"}
    assert state.present()[-1].start == clock(9, 25)


async def test_eight_yes_one_no_one_abstention_in_under_ten(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with meeting(path) as (hands, counted):
        await hands.press("a")
        await hands.send("-mgh")
        await hands.press("tab", "s")
        hands.at(9, 10)
        await hands.send("! Wir treffen uns jeden Monat.")
        await counted.type("= 8 1 1")
        assert counted.keys < 10, counted.keys
    data, state = stored(path)
    assert len(there(state, data)) == 10
    (event,) = [e.what for e in state.entries if isinstance(e.what, Balloted)]
    assert event.ballot.tally == Votes(yes=8, no=1, abstain=1)
    row = data.rows(Decision)[-1]
    assert (row.number, row.text) == ("B-2026-3-1", "Wir treffen uns jeden Monat.")


async def test_the_same_by_the_question_that_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "netz.json"
    async with meeting(path) as (hands, counted):
        await hands.press("a")
        await hands.send("-mgh")
        await hands.press("tab", "s")
        await hands.send("! Wir treffen uns jeden Monat.")
        text = await hands.sees("abstimmen …")
        digit = text.split(" abstimmen …")[0][-1]
        await counted.press(digit, "enter", *"8 1 1", "enter")
        assert counted.keys < 10, counted.keys
    _, state = stored(path)
    (event,) = [e.what for e in state.entries if isinstance(e.what, Balloted)]
    assert event.ballot.tally == Votes(yes=8, no=1, abstain=1)
