"""Export: what, for whom, as what; a whole file beside the data file, never over another one."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kooperation_tui.documents import (
    Audience,
    DocumentKind,
    HitKind,
    Options,
    check_public,
    make,
    stored_minutes,
    to_html,
)
from kooperation_tui.documents.document import Document
from kooperation_tui.documents.filenames import file_name
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Body
from kooperation_tui.i18n import N_, translator
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

FIRST = {
    "agenda": DocumentKind.AGENDA,
    "roles": DocumentKind.AGENDA,
    "minutes": DocumentKind.MINUTES,
    "agreement": DocumentKind.AGREEMENT,
    "actions": DocumentKind.ACTIONS,
    "archive": DocumentKind.DECISIONS,
}
"""What is proposed in which area."""

HITS = {
    HitKind.NAME: N_("the name of a person"),
    HitKind.CONTACT: N_("a way to reach somebody"),
    HitKind.TIME: N_("a time of attendance"),
    HitKind.CONFIDENTIAL: N_("something confidential"),
    HitKind.VOTE: N_("how a partner voted"),
}


class CannotExport(KooperationError):
    """The document was not written; the sentence says why."""


async def export_dialog(app: KooperationApp) -> None:
    """Ask, write, and answer with the full path."""
    tr = app.tr
    area = app.area_screen.AREA if app.area_screen is not None else ""
    kinds = (
        (DocumentKind.AGENDA.value, tr.t("Agenda")),
        (DocumentKind.MINUTES.value, tr.t("Minutes")),
        ("results", tr.t("only the results of the meeting")),
        (DocumentKind.AGREEMENT.value, tr.t("Cooperation agreement")),
        (DocumentKind.ACTIONS.value, tr.t("Action plan")),
        (DocumentKind.DECISIONS.value, tr.t("Decisions")),
        (DocumentKind.PARKING.value, tr.t("Parking lot")),
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
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    view = app.session.view(tr, 60)
    folder = app.session.path.parent if app.session.path is not None else Path.cwd()
    try:
        path = write(view, folder, values)
    except KooperationError as error:
        app.say(error)
        return
    app.tell(tr.t("Saved: {path}", path=str(path)))


def write(view: View, folder: Path, values: dict[str, str]) -> Path:
    """Make the document and write it.

    Raises:
        KooperationError: a rule says no, something must not become public, or
            the folder cannot be written.
    """
    results_only = values["kind"] == "results"
    kind = DocumentKind.MINUTES if results_only else DocumentKind(values["kind"])
    lang, audience = view.data.network.language, Audience(values["audience"])
    options = Options(audience=audience, lang=lang, now=view.now, results_only=results_only)
    meeting = view.meeting
    per_meeting = kind in (DocumentKind.AGENDA, DocumentKind.MINUTES)
    text = None
    if kind is DocumentKind.MINUTES and meeting is not None and not results_only:
        text = stored_minutes(view.data, meeting, audience, lang, values["format"])
    if text is None:
        document = make(kind, view.data, options, view.meeting_id if per_meeting else "")
        if audience is Audience.PUBLIC:
            _need_public(document, view)
        text = to_html(document) if values["format"] == "html" else document.markdown
    body = view.data.find(Body, meeting.body) if meeting is not None else None
    about = body.name if body is not None and per_meeting else view.data.network.name
    day = meeting.start.date() if meeting is not None and per_meeting else view.today
    name = file_name(translator(lang), kind, day, about, suffix=values["format"])
    return write_new(folder / name, text)


def _need_public(document: Document, view: View) -> None:
    hits = list(check_public(document, view.data, view.meeting))
    if not hits:
        return
    found = "; ".join(f"{view.tr.t(HITS[h.kind])}: “{h.text}”" for h in hits[:5])
    raise CannotExport(N_("Nothing was written, this must not become public: {found}"), found=found)


def write_new(path: Path, text: str) -> Path:
    """Write a whole file; where another one lies, the name gets a number.

    The same text again changes nothing and answers with the file that is there.
    """
    data = text.encode("utf-8")
    number = 1
    target = path
    try:
        while target.exists():
            if target.read_bytes() == data:
                return target
            number += 1
            target = path.with_name(f"{path.stem} {number}{path.suffix}")
        temporary = target.with_name(f".{target.name[:80]}.{os.getpid()}")
        temporary.write_bytes(data)
        temporary.replace(target)
    except OSError as error:
        raise CannotExport(
            N_("{path} cannot be written ({reason}); choose another place."),
            path=str(target),
            reason=error.strerror or type(error).__name__,
        ) from error
    return target
