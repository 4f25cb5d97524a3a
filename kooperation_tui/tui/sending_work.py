"""Minutes go out: noted with their day, and written for the mail in the same step."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience
from kooperation_tui.documents.files import make_folder
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.gaps import blocking, gaps
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.making import remarks, write
from kooperation_tui.tui.opening import export_folder
from kooperation_tui.tui.partner_work import past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_NONE = "none"
_SHOWN = 8
"""So many gaps are named before they are only counted."""


async def send(app: KooperationApp) -> None:
    """They went out on a day; they are kept as they are, and the files say that day."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    folder = export_folder(session.path, tr)
    form = Form(
        tr.t("Minutes were sent"),
        [
            Field("date", tr.t("Sent on"), tr.date_short(view.today)),
            Field("files", tr.t("Files"), Audience.PARTNERS.value, _files(tr)),
        ],
        check=lambda values: past_date(values["date"], view.today),
        note=lambda values: _note(view, folder, written=values["files"] != _NONE),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    on = past_date(values["date"], view.today)
    missing = blocking_lines(app.session.view(tr, 60))
    if missing and not await app.push_screen_wait(
        Confirm(tr.t("Something is still missing. Send them all the same?"), "\n".join(missing))
    ):
        return
    moment, meeting = session.moment(), session.meeting_id

    def command(data: Data) -> Change:
        from kooperation_tui.documents import sending

        return sending.send(data, moment, meeting=meeting, on=on, anyway=bool(missing))

    if await app.change(command) is None:
        return
    if values["files"] == _NONE:
        said = tr.t("Noted: sent on {day}. Exports give exactly this text.", day=tr.day_short(on))
        app.tell(said)
    else:
        await _write(app, folder, values["files"], on)


def blocking_lines(view: View) -> list[str]:
    """What has to be closed before they are sent, as far as it fits on a small screen."""
    if view.state is None:
        return []
    found = [view.tr.t(g.message, **g.args) for g in blocking(view.data, view.state)]
    more = len(found) - _SHOWN
    if more > 0:
        found[_SHOWN:] = [view.tr.n("and {count} more", "and {count} more", more)]
    return [f"· {said}" for said in found]


def _files(tr: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (Audience.PARTNERS.value, tr.t("page and mail text for the partners")),
        (Audience.INTERNAL.value, tr.t("the same with everything confidential")),
        (_NONE, tr.t("none, only note the day")),
    )


def _note(view: View, folder: Path, *, written: bool) -> str:
    """What is missing, what becomes of the text, and where the files will lie."""
    tr = view.tr
    missing = len(gaps(view.data, view.state)) if view.state is not None else 0
    said = []
    if missing:
        said.append(
            tr.n("{count} thing is still missing.", "{count} things are still missing.", missing)
        )
    said.append(tr.t("Their text is kept as it is; after this the entries can be changed no more."))
    if written:
        said.append(tr.t("The files will lie in {folder}; nothing is sent.", folder=str(folder)))
    return " ".join(said)


async def _write(app: KooperationApp, folder: Path, audience: str, on: dt.date) -> None:
    """The page and the text of the mail, with their full paths to read."""
    tr = app.tr
    view = app.session.view(tr, 60)
    try:
        page, mail, missing = await asyncio.to_thread(_written, view, folder, audience)
    except KooperationError as error:
        app.say(error)
        return
    rows = [
        tr.t("Noted: sent on {day}. Exports give exactly this text.", day=tr.day_short(on)),
        "",
        tr.t("The page, to print and to attach:"),
        str(page),
        "",
        tr.t("The text of the mail with its addresses, to copy:"),
        str(mail),
        *missing,
        "",
        tr.t("Nothing is sent by the program itself."),
    ]
    drawn = [line for row in rows for line in ink.put(row).wrap(app.size.width - 8)]
    app.push_screen(ReadingDialog(tr.t("Minutes were sent"), drawn))


def _written(view: View, folder: Path, audience: str) -> tuple[Path, Path, tuple[str, ...]]:
    """The page, the mail, and who has no address. Raises KooperationError."""
    wanted = {"audience": audience, "format": "html"}
    mail = {"kind": "mail minutes", **wanted}
    made = make_folder(folder)
    page = write(view, made, {"kind": "minutes", **wanted})
    return page, write(view, made, mail), remarks(view, mail)
