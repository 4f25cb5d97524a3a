"""Export: what, for whom, as what; a whole file beside the data file, never over another one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience
from kooperation_tui.documents.files import earlier, make_folder
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Meeting
from kooperation_tui.tui import exportable, ink, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.making import MAILS, SIGNATURES, remarks, write
from kooperation_tui.tui.opening import export_folder
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_WITH_VERSION, _WITH_PARTNER = ("agreement",), ("agreement", "partners")
"""Areas in which a version or a partner can be chosen."""


async def export_dialog(app: KooperationApp) -> None:
    """Ask, write, and answer with the full path."""
    tr = app.tr
    folder = export_folder(app.session.path, tr)
    screen = app.area_screen
    area = screen.AREA if screen is not None else ""
    chosen = screen.exported if screen is not None else ""
    view = app.session.view(tr, 60)
    here = view.data.find(Meeting, chosen) is not None
    if here:
        view = replace(view, meeting_id=chosen)
    form = Form(
        _title(view, here),
        _fields(view, area, chosen, meeting=here),
        note=lambda values: _note(view, values, folder),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    try:
        paths, missing = await asyncio.to_thread(_written, view, folder, values)
    except KooperationError as error:
        app.say(error)
        return
    saved = tr.t("Saved: {path}", path=", ".join(map(str, paths)))
    for before in filter(None, map(earlier, paths)):
        saved += ". " + tr.t("Another text is kept as it was: {name}", name=before.name)
    if not missing:
        app.tell(saved)
        return
    rows = [line for row in (saved, "", *missing) for line in ink.put(row).wrap(app.size.width - 8)]
    app.push_screen(ReadingDialog(tr.t("Export"), rows))


def _written(view: View, folder: Path, values: Values) -> tuple[list[Path], list[str]]:
    """The files and what they do not hold. Raises KooperationError."""
    kinds = exportable.PARTS.get(values["kind"], (values["kind"],))
    parts = [values | {"kind": kind} for kind in kinds]
    paths = [write(view, make_folder(folder), part) for part in parts]
    return paths, [said for part in parts for said in remarks(view, part)]


def _title(view: View, meeting: bool) -> str:
    if not meeting or view.meeting is None:
        return view.tr.t("Export")
    title = words.meeting_title(view.data, view.meeting, view.tr)
    return f"{view.tr.t('Export')}: {title}"


def _fields(view: View, area: str, chosen: str, *, meeting: bool) -> list[Field]:
    tr = view.tr
    kinds = [
        (kind, tr.t(exportable.LABELS[kind])) for kind in exportable.kinds(view, area, meeting)
    ]
    audiences = (
        (Audience.INTERNAL.value, tr.t("ourselves: everything")),
        (Audience.PARTNERS.value, tr.t("the partners: nothing confidential")),
        (Audience.PUBLIC.value, tr.t("the public: no names, no times")),
    )
    formats = (("html", tr.t("a page to print (HTML)")), ("md", "Markdown"))
    fields = [Field("kind", tr.t("What"), kinds[0][0], tuple(kinds))]
    versions = exportable.version_options(view)
    if area in _WITH_VERSION and len(versions) > 1:
        fields.append(Field("version", tr.t("Version"), "", versions))
    partners = exportable.partner_options(view, chosen)
    if area in _WITH_PARTNER and len(partners) > 1:
        fields.append(Field("partner", tr.t("Partner"), partners[0][0], partners))
    return [
        *fields,
        Field("audience", tr.t("For whom"), Audience.PARTNERS.value, audiences),
        Field("format", tr.t("As"), "html", formats),
    ]


def _note(view: View, values: Values, folder: Path) -> str:
    """Where the file will lie; that a mail is only a text; what may be published."""
    tr, kind = view.tr, values["kind"]
    said = [tr.t("The file will lie in {folder}.", folder=str(folder))]
    if kind in MAILS or kind == SIGNATURES:
        said.insert(0, tr.t("A text to copy with the addresses; nothing is sent."))
    rule = view.data.network.publishing
    if values["audience"] == Audience.PUBLIC.value and rule:
        said.insert(0, tr.t("May be published (point 7): {rule}", rule=rule))
    return " ".join(said)
