"""A new network, a file that is there, a practice network: the ways into a file."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Template
from kooperation_tui.i18n import translator
from kooperation_tui.tui import ink, opening
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.base import room
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.drawing import welcome

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_OTHER = "other"


async def known_files(app: KooperationApp) -> tuple[Path, ...]:
    """Files opened before that are still there, without the one that is open."""
    from kooperation_tui.recent import recent

    paths = [path for path in recent() if path != app.session.path]
    return await asyncio.to_thread(lambda: tuple(p for p in paths if p.is_file()))


def use(app: KooperationApp, make: opening.Maker, path: Path) -> bool:
    """Go on with a file; False if it cannot be made or opened, which is said."""
    try:
        store = make()
    except KooperationError as error:
        app.say(error)
        return False
    app.use(store, path)
    return True


def open_known(app: KooperationApp, path: Path) -> bool:
    """Open a file that was opened before."""
    return use(app, lambda: opening.open_file(path, app.session.clock), path)


async def open_another(app: KooperationApp) -> None:
    """One of the files opened before, or any other by its path."""
    known = await known_files(app)
    chosen: str | None = _OTHER
    if known:
        options: list[tuple[str, str | Content]] = [
            (str(path), _two_rows(path, room(app))) for path in known
        ]
        options.append((_OTHER, app.tr.t("another file …")))
        chosen = await app.push_screen_wait(Choose(app.tr.t("Open a file"), options))
    if chosen == _OTHER:
        await _open_by_path(app)
    elif chosen is not None:
        open_known(app, Path(chosen))


def _two_rows(path: Path, cells: int) -> Content:
    """The name; below it the whole folder."""
    folder = ink.put((str(path.parent), "dim"))
    return ink.lines([ink.put(path.stem), ink.hanging(ink.put("  "), folder, cells)])


async def _open_by_path(app: KooperationApp) -> None:
    """Ask for a path until it can be opened."""
    clock = app.session.clock

    def path_of(values: Values) -> Path:
        return opening.need_file(values["path"])

    form = Form(
        app.tr.t("Open a file"),
        [Field("path", app.tr.t("File"), example=str(opening.usual_folder() / "…"))],
        check=lambda values: opening.open_file(path_of(values), clock),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        open_known(app, path_of(values))


async def create(app: KooperationApp, folder: Path) -> bool:
    """Ask for what a new network needs and make its file. True if it is open now."""
    tr = app.tr
    languages = (("de", "Deutsch"), ("en", "English"))
    optional = tr.t("may stay empty")
    form = Form(
        tr.t("New network"),
        [
            Field("name", tr.t("Name")),
            Field("short", tr.t("Short name"), hint=optional),
            Field("place", tr.t("Place"), hint=optional),
            Field("controller", tr.t("Controller"), hint=tr.t("for data protection; may wait")),
            Field("language", tr.t("Documents in"), app.lang, languages),
            Field("template", tr.t("Rules"), Template.NONE.value, welcome.templates(tr)),
            Field("folder", tr.t("Folder"), str(folder)),
        ],
        check=opening.need_new,
        note=lambda values: welcome.template_note(tr, Template(values["template"])),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return False
    records = opening.new_network(
        app.session.moment(),
        values,
        plenary=translator(values["language"]).p("body", "Network meeting"),
    )
    path = opening.need_folder(values["folder"]) / opening.file_name(values["name"])
    return use(app, lambda: opening.create(path, records, app.session.clock), path)


def practise(app: KooperationApp) -> bool:
    """A fresh copy of the invented network."""
    path = opening.practice_path(app.session.now(), app.tr)
    return use(app, lambda: opening.practise(path, app.lang, app.session.clock), path)
