"""Hands on the interface: keys, lines, and what the screen shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Record
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.settings import Choices, Config
from kooperation_tui.store.contract import Store
from kooperation_tui.store.memory import MemoryStore
from kooperation_tui.tui.app import KooperationApp
from kooperation_tui.tui.widgets.line import Line
from tests.model_network import clock, records
from tests.screens import as_text, shown

SIZES = ((80, 24), (120, 40))
LANGUAGES = ("de", "en")


class Hands:
    """A person at the interface. `now` is the clock, to be set at will."""

    def __init__(
        self,
        store: Store | None,
        *,
        lang: str = "de",
        now: dt.datetime | None = None,
        path: Path | None = None,
        seat: str = "",
        config: Config | None = None,
        choices: Choices | None = None,
    ) -> None:
        self.now = now or clock(8, 50)
        if isinstance(store, MemoryStore):
            store._clock = lambda: self.now
        self.app = KooperationApp(
            store=store,
            path=path,
            lang=lang,
            clock=lambda: self.now,
            seat=seat,
            config=config,
            choices=choices,
        )
        self.pilot: Pilot[int]

    @property
    def data(self) -> Data:
        return self.app.session.data

    @property
    def state(self) -> MeetingState:
        state = self.app.session.view(self.app.tr, 78).state
        assert state is not None
        return state

    @property
    def line(self) -> Line:
        return self.app.screen.query_one(Line)

    async def press(self, *keys: str) -> None:
        """Press keys and wait until everything they began is done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def burst(self, *keys: str) -> None:
        """Keys that arrive together, as from somebody faster than the screen."""
        for key in keys:
            letter = key if len(key) == 1 else None
            name = _character_to_key(key) if letter and not key.isalnum() else key
            self.app.post_message(events.Key(name, letter))
        await self.settle()

    async def settle(self) -> None:
        for _ in range(3):
            await self.pilot.pause()
            while self.app.session.busy or self.app.keys_wait:
                await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Put text into the line, as typing does."""
        self.line.focus()
        self.line.insert(text)
        await self.settle()

    async def send(self, *lines: str) -> None:
        """Type lines and press Enter after each."""
        for line in lines:
            await self.type(line)
            await self.press("enter")

    def at(self, hour: int, minute: int) -> None:
        """Move the clock; the next tick draws it."""
        self.now = clock(hour, minute)
        self.app.tick()

    def text(self) -> str:
        return as_text(self.app)

    async def sees(self, wanted: str) -> str:
        """Wait until the screen shows a text."""
        return await shown(self.pilot, wanted, timeout=10)


@asynccontextmanager
async def opened(
    *,
    lang: str = "de",
    size: tuple[int, int] = (80, 24),
    rows: Iterable[Record] | None = None,
    now: dt.datetime | None = None,
    store: Store | None = None,
    path: Path | None = None,
    empty: bool = False,
    seat: str = "",
    config: Config | None = None,
    choices: Choices | None = None,
) -> AsyncIterator[Hands]:
    """The model network in the interface; `empty` starts without any."""
    if store is None and not empty:
        store = MemoryStore(records(lang) if rows is None else rows)
    hands = Hands(store, lang=lang, now=now, path=path, seat=seat, config=config, choices=choices)
    async with hands.app.run_test(size=size) as pilot:
        hands.pilot = pilot
        await hands.settle()
        yield hands


@asynccontextmanager
async def running(
    *, lang: str = "de", size: tuple[int, int] = (80, 24), path: Path | None = None
) -> AsyncIterator[Hands]:
    """F5 at 09:04, everybody there who is not excused, the first item running."""
    async with opened(lang=lang, size=size, path=path) as hands:
        await hands.press("f5", "a")
        hands.at(9, 4)
        await hands.press("s")
        yield hands
