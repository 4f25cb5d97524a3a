"""The changes of a store as an async iterator, for any backend."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.store.contract import Ids, Ready
from kooperation_tui.store.rows import differences

POLL = 0.15
"""Seconds between two looks. A look is one `stat` while nothing changes."""


async def watch(
    last: Data,
    read: Callable[[], Data],
    *,
    closed: Callable[[], bool],
    stale: Callable[[Data], bool],
    poll: float = POLL,
    ready: Ready | None = None,
) -> AsyncIterator[Ids]:
    """Yield what differs from `last`, again and again, until the store is closed.

    Args:
        last: the state that the consumer knows.
        read: gives the newest state; may take long, runs in a thread.
        closed: True ends it.
        stale: cheap; True if `read` might give something newer than this state.
        poll: seconds between two looks.
        ready: awaited before each `read`.
    """
    import asyncio  # a short command never gets here and starts sooner without it

    failing = False
    while not closed():
        if failing or stale(last):
            if ready is not None:
                await ready()
            try:
                last, found = await asyncio.to_thread(_compare, last, read)
            except KooperationError:
                if not failing:
                    failing = True
                    yield frozenset()
            except RuntimeError:
                if closed():  # between the question above and the look
                    return
                raise
            else:
                if found or failing:
                    failing = False
                    yield found
        await asyncio.sleep(poll)


def _compare(last: Data, read: Callable[[], Data]) -> tuple[Data, Ids]:
    now = read()
    return now, frozenset() if now is last else differences(last.tables, now.tables)
