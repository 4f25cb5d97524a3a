"""`kooperation` without a command: the screens, or lines without screens."""

from __future__ import annotations

import sys

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say
from kooperation_tui.domain.errors import Wrong


def version(session: Session) -> int:
    """Print the version."""
    from kooperation_tui import __version__

    say(f"kooperation {__version__}")
    return 0


def has_screen(session: Session) -> bool:
    """Whether the screens can be shown here."""
    dumb = session.env.get("TERM", "") in ("", "dumb")
    return sys.stdin.isatty() and sys.stdout.isatty() and not dumb


def screens(session: Session, lang: str = "") -> int:
    """Open the screens.

    Args:
        lang: the language asked for on the command line; else the configuration's,
            else the one chosen last on the screens.

    Raises:
        Wrong: there is no terminal for them; the sentence says what works.
        KooperationError: the file cannot be opened.
    """
    if not has_screen(session):
        raise Wrong(
            "The screens need a terminal; without one “kooperation --plain”, “kooperation "
            "record” and “kooperation list” work."
        )
    store = session.store() if session.chosen() is not None else None
    # The room of the screens brings Textual, which no other command may pay for.
    from kooperation_tui.tui import run

    return run(store, lang=_language(session, lang), clock=session.clock, seat=session.seat)


def _language(session: Session, asked: str) -> str:
    """The language of the screens."""
    from kooperation_tui.i18n import LANGUAGES
    from kooperation_tui.settings import Choices, load, place

    if asked or load(place()).language:
        return session.tr.lang
    chosen = Choices.usual().get("language")
    return chosen if chosen in LANGUAGES else session.tr.lang


def plain(session: Session) -> int:
    """Lines in, whole sentences out, until the input ends."""
    from kooperation_tui.cli.plain import loop

    return loop(session, sys.stdin, sys.stdout)
