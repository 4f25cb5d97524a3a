"""`kooperation where`, `backup` and `restore`"""

from __future__ import annotations

import os
from pathlib import Path

import click

from kooperation_tui.cli.context import NoFile, Session
from kooperation_tui.cli.output import as_json, say, warn
from kooperation_tui.i18n import N_, Translator


def where(tr: Translator) -> click.Command:
    return click.Command(
        "where",
        callback=_where,
        help=tr.t("Show where the file, its backups, the configuration and the log lie."),
        params=[click.Option(["--json", "json"], is_flag=True, help=tr.t("As JSON."))],
    )


@click.pass_obj
def _where(session: Session, json: bool) -> None:
    from kooperation_tui import settings
    from kooperation_tui.store.backup import folder, newest
    from kooperation_tui.tui.crash import log_file

    tr = session.tr
    path = _path_or_none(session)
    last = newest(path) if path is not None else None
    found = {
        "file": str(path) if path is not None else "",
        "backups": str(folder(path)) if path is not None else "",
        "last_backup": str(last.path) if last is not None else "",
        "configuration": str(settings.place()),
        "log": str(log_file()),
    }
    if json:
        say(as_json(found))
        return
    nothing = tr.t("none yet")
    names = {
        "file": tr.t("File"),
        "backups": tr.t("Backups"),
        "last_backup": tr.t("Last backup"),
        "configuration": tr.t("Configuration"),
        "log": tr.t("Error reports"),
    }
    longest = max(len(name) for name in names.values())
    for key, name in names.items():
        say(f"{name:<{longest}}  {found[key] or nothing}")


def _path_or_none(session: Session) -> Path | None:
    """The file meant, whether it can be read or not."""
    path = session.chosen()
    return Path(os.path.realpath(path)) if path is not None else None


def backup(tr: Translator) -> click.Command:
    return click.Command(
        "backup",
        callback=_backup,
        help=tr.t("Make a backup beside the file now; its path is printed. Ten are kept."),
    )


@click.pass_obj
def _backup(session: Session) -> None:
    from kooperation_tui.store.backup import backup as make

    path = session.store().path
    say(str(make(path, session.clock()).path))


def restore(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "restore",
        callback=_restore,
        help=t(
            "Put a backup in the place of the file; what was there is set aside. Without WHICH "
            "the backups are listed, newest first; “newest” takes the first."
        ),
        params=[click.Argument(["which"], default="", metavar=t("[WHICH]"))],
    )


@click.pass_obj
def _restore(session: Session, which: str) -> int:
    from kooperation_tui.store import backup as shelf

    tr = session.tr
    path = _need(session)
    if not which:
        known = shelf.backups(path)
        for one in known:
            say(one.path.name)
        if not known:
            warn(tr.t("There are no backups of {path} yet.", path=str(path)))
        return 0
    if which == "newest":
        last = shelf.newest(path)
        if last is None:
            warn(tr.t("There are no backups of {path} yet.", path=str(path)))
            return 1
        which = last.path.name
    aside = shelf.restore(path, which, session.clock())
    say(str(path))
    if aside is not None:
        warn(tr.t("What was there before lies in {path}", path=str(aside)))
    return 0


def _need(session: Session) -> Path:
    """The file meant, although it may be damaged or gone."""
    from kooperation_tui.cli.context import FileMoved
    from kooperation_tui.recent import recent

    try:
        path = session.chosen()
    except FileMoved:
        path = next(iter(recent()), None)
    if path is None:
        raise NoFile(N_("Name the file to restore: kooperation -f FILE restore."))
    return Path(os.path.realpath(path))
