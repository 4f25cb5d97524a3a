"""The terminal interface. Textual lives in this room and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kooperation_tui.store.tinydb_store import TinyStore


def run(
    store: TinyStore | None, lang: str, clock: Callable[[], dt.datetime], seat: str = ""
) -> int:
    """Show a network (the welcome screen without one) until somebody leaves.

    Args:
        store: the open file of the network.
        lang: language of the interface, "de" or "en".
        clock: the moment with the network's zone.
        seat: "", "moderator" or "minutes"; empty holds both seats.

    Returns:
        The exit status: 0, 128 + number of a signal, or 1 after an error of the program.
    """
    from kooperation_tui import settings
    from kooperation_tui.tui.app import KooperationApp
    from kooperation_tui.tui.crash import guarded

    app = KooperationApp(
        store=store,
        path=store.path if store is not None else None,
        lang=lang,
        clock=clock,
        seat=seat,
        config=settings.load(settings.place()),
        choices=settings.Choices.usual(),
    )
    return guarded(app)
