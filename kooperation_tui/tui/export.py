"""Export: what, for whom, as what; a whole file beside the data file, never over another one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kooperation_tui.documents import Audience, DocumentKind
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.i18n import Translator
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.making import CHEATSHEET, MAILS, PEOPLE, RESULTS, make_folder, write
from kooperation_tui.tui.opening import export_folder

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

FIRST = {
    "agenda": DocumentKind.AGENDA,
    "roles": DocumentKind.AGENDA,
    "minutes": DocumentKind.MINUTES,
    "agreement": DocumentKind.AGREEMENT,
    "actions": DocumentKind.ACTIONS,
    "partners": DocumentKind.RESOURCES,
    "archive": DocumentKind.DECISIONS,
}
"""What is proposed in which area."""


async def export_dialog(app: KooperationApp) -> None:
    """Ask, write, and answer with the full path."""
    tr = app.tr
    folder = export_folder(app.session.path, tr)
    area = app.area_screen.AREA if app.area_screen is not None else ""
    kinds = (
        (DocumentKind.AGENDA.value, tr.t("Agenda")),
        (DocumentKind.MINUTES.value, tr.t("Minutes")),
        (RESULTS, tr.t("only the results of the meeting")),
        (DocumentKind.AGREEMENT.value, tr.t("Cooperation agreement")),
        (DocumentKind.ACTIONS.value, tr.t("Action plan")),
        (PEOPLE, tr.t("Actions of each person")),
        (DocumentKind.DECISIONS.value, tr.t("Decisions")),
        (DocumentKind.PARKING.value, tr.t("Parking lot")),
        (DocumentKind.RESOURCES.value, tr.t("Skills and resources (annex A)")),
        (DocumentKind.REGISTERS.value, tr.t("Register of data (annex C)")),
        (DocumentKind.DISSOLUTION.value, tr.t("End the network: what to settle")),
        *((kind, tr.t(label)) for kind, label in MAILS.items()),
        (CHEATSHEET, tr.t("Cheat sheet: all marks on a page")),
    )
    audiences = (
        (Audience.INTERNAL.value, tr.t("ourselves: everything")),
        (Audience.PARTNERS.value, tr.t("the partners: nothing confidential")),
        (Audience.PUBLIC.value, tr.t("the public: no names, no times")),
    )
    formats = (("html", tr.t("a page to print (HTML)")), ("md", "Markdown"))
    form = Form(
        tr.t("Export"),
        [
            Field("kind", tr.t("What"), FIRST.get(area, DocumentKind.AGENDA).value, kinds),
            Field("audience", tr.t("For whom"), Audience.PARTNERS.value, audiences),
            Field("format", tr.t("As"), "html", formats),
        ],
        note=lambda values: _note(tr, values["kind"], folder),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    view = app.session.view(tr, 60)
    try:
        path = write(view, make_folder(folder), values)
    except KooperationError as error:
        app.say(error)
        return
    app.tell(tr.t("Saved: {path}", path=str(path)))


def _note(tr: Translator, kind: str, folder: Path) -> str:
    """Where the file will lie; that a mail is only a text."""
    said = tr.t("The file will lie in {folder}.", folder=str(folder))
    if kind in MAILS:
        return f"{tr.t('A text to copy with the addresses; nothing is sent.')} {said}"
    return said
