"""Keys are taken one by one: each finds what the one before it has brought about.

Textual hands a key to whatever has the focus when it arrives. Of keys that
arrive together (somebody types fast, or the terminal was slow) all would go to
the first field, those behind Tab too, and those behind a key that opens a form
would do something on the area below it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable

from textual import events
from textual.message_pump import MessagePump
from textual.widgets import Input, TextArea
from textual.worker import WorkerState

from kooperation_tui.tui.private import QuietApp


class InTurnApp(QuietApp):
    """An app whose keys and pastes wait until the one before them is done."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: deque[events.Key | events.Paste] = deque()
        self._watching: asyncio.Task[None] | None = None

    @property
    def keys_wait(self) -> bool:
        """Whether a key is being dealt with, or waits for that; none does once the app ends."""
        return self._watching is not None and self.return_code is None

    async def at_rest(self) -> None:
        """Wait until no change that a key began is on its way."""

    async def on_event(self, event: events.Event) -> None:
        """A key stands behind those before it; everything else is dealt with at once."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._keys.append(event)
        if self._watching is None:
            self._watch()

    def _watch(self, nodes: Iterable[MessagePump] = ()) -> None:
        self._watching = asyncio.create_task(self._see_through(tuple(nodes)))

    async def _see_through(self, nodes: Iterable[MessagePump]) -> None:
        """Wait until a key went all the way up, and what it set off, too; then take the next."""
        ready = False
        try:
            for node in (*nodes, *nodes):
                await _dealt_with(node)
            while any(worker.state is WorkerState.PENDING for worker in self.workers):
                await asyncio.sleep(0)
            if not self.screen.is_mounted:
                await _dealt_with(self.screen)
            if self._keys:
                if self._asks_the_state(self._keys[0]):
                    await self.at_rest()
                ready = True
        finally:
            self.call_later(self._take_next if ready else self._rest)

    async def _take_next(self) -> None:
        event = self._keys.popleft()
        nodes = (self.focused or self.screen).ancestors_with_self
        await super().on_event(event)
        while _is_letter(event) and self._goes_along():
            event = self._keys.popleft()
            await super().on_event(event)
        self._watch(nodes)

    def _goes_along(self) -> bool:
        """Whether the next key may follow a letter at once: in a text, a letter or its Enter.

        They stand in one queue there and a letter leads nowhere else.
        """
        if not self._keys or not isinstance(self.focused, Input | TextArea):
            return False
        event = self._keys[0]
        if isinstance(event, events.Key) and event.key == "enter":
            return not self._overtakes(event.key)
        return _is_letter(event)

    def _rest(self) -> None:
        self._watching = None
        if self._keys:  # it came just now
            self._watch()

    def _asks_the_state(self, event: events.Key | events.Paste) -> bool:
        """Whether a key acts on what is drawn: no letter of a text, no key that works anywhere."""
        if isinstance(event, events.Paste) or isinstance(self.focused, Input | TextArea):
            return False
        return not self._overtakes(event.key)

    def _overtakes(self, key: str) -> bool:
        """Whether a key acts before the part that has the focus sees it."""
        bound = self.screen.active_bindings.get(key)
        return bound is not None and bound.binding.priority


def _is_letter(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.is_printable


async def _dealt_with(pump: MessagePump) -> None:
    """Wait until a part has dealt with all messages it has now; at once if it is gone."""
    done = asyncio.Event()
    if pump.call_later(done.set):
        await done.wait()
