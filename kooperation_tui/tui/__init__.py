"""The terminal interface. Textual lives in this room and nowhere else."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path


def run(path: Path | None, lang: str, clock: Callable[[], dt.datetime], seat: str = "") -> int:
    """Show the network in `path` (the welcome screen without one) until somebody leaves.

    Args:
        path: the file of the network; it is there and can be read.
        lang: language of the interface, "de" or "en".
        clock: the moment with the network's zone.
        seat: "", "moderator" or "minutes"; empty holds both seats.

    Returns:
        The exit status: 0, 128 + number of a signal, or 1 after an error of the program.

    Raises:
        KooperationError: the file cannot be opened.
    """
    from kooperation_tui import settings
    from kooperation_tui.tui.app import KooperationApp
    from kooperation_tui.tui.crash import guarded

    store = None
    if path is not None:
        from kooperation_tui.store.tinydb_store import TinyStore

        store = TinyStore(path, clock=clock)
    app = KooperationApp(
        store=store,
        path=path,
        lang=lang,
        clock=clock,
        seat=seat,
        config=settings.load(settings.place()),
        choices=settings.Choices.usual(),
    )
    return guarded(app)
