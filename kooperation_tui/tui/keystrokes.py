"""When somebody types, other work waits until a key has been shown.

Reading and drawing what another seat saved takes some hundredths of a second.
Done right after a key's echo it is over before the next key comes.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Final

QUIET: Final = 0.25
"""Seconds without a key after which nobody is typing; others' lines wait no longer."""
SETTLED: Final = 0.02
"""Seconds after which a shown key is on the terminal, too."""


class Typing:
    """Knows the last key.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last = clock() - QUIET
        self._shown = asyncio.Event()

    def key(self) -> None:
        """A key came; its echo is on its way."""
        self._last = self._clock()
        self._shown.clear()

    def shown(self) -> None:
        """The echo is on the screen."""
        self._shown.set()
        self._shown.clear()

    async def pause(self) -> None:
        """Wait until nobody types, or until the next key was shown."""
        left = QUIET - (self._clock() - self._last)
        if left <= 0:
            return
        waiting = asyncio.ensure_future(self._shown.wait())
        done, _ = await asyncio.wait([waiting], timeout=left)
        waiting.cancel()
        if done:
            await asyncio.sleep(SETTLED)
