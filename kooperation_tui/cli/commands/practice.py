"""`kooperation demo`"""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from kooperation_tui.cli.context import Session, new_id
from kooperation_tui.cli.output import say
from kooperation_tui.i18n import Translator


def demo(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "demo",
        callback=_demo,
        help=t(
            "Open an invented network on the morning of its meeting, as a fresh copy. Nothing "
            "of yours is touched."
        ),
        params=[
            click.Option(
                ["--no-open"], is_flag=True, help=t("Only make the copy and print its path.")
            )
        ],
    )


@click.pass_obj
def _demo(session: Session, no_open: bool) -> int:
    from kooperation_tui.cli import starting
    from kooperation_tui.practice import build
    from kooperation_tui.store.tinydb_store import TinyStore

    path = fresh_path(session)
    store = TinyStore.create(path, build(session.tr.lang, new_id), clock=session.clock)
    session.use(store)
    say(str(path))
    if no_open or not starting.has_screen(session):
        return 0
    session.file = str(path)
    return starting.screens(session)


def fresh_path(session: Session) -> Path:
    """A new file in the folder for practice networks."""
    from platformdirs import user_data_path

    folder = user_data_path() / "Kooperation"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    word = session.tr.p("file name", "Practice")
    return folder / f"{word}-{session.clock():%Y-%m-%d}-{secrets.token_hex(3)}.json"
