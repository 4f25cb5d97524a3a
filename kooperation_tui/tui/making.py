"""Documents as files beside the data file, as the export asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from kooperation_tui.documents import (
    ActionForm,
    Audience,
    Document,
    DocumentKind,
    Options,
    check_public,
    make,
    to_html,
)
from kooperation_tui.documents.filenames import file_name, mail_name
from kooperation_tui.documents.files import write_new
from kooperation_tui.documents.hit_words import HIT_WORDS
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.model import Body
from kooperation_tui.i18n import N_, translator
from kooperation_tui.tui.dialogs.form import Values
from kooperation_tui.tui.view import View

RESULTS: Final = "results"
PEOPLE: Final = "people"
CHEATSHEET: Final = DocumentKind.CHEATSHEET.value
MAILS: Final = {
    "mail invitation": N_("Mail: invitation"),
    "mail minutes": N_("Mail: minutes"),
    "mail reminders": N_("Mail: reminders of actions"),
}


class CannotExport(KooperationError):
    """The document was not written; the sentence says why."""


def make_folder(folder: Path) -> Path:
    """The folder, made if it is not there yet. Raises CannotExport."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotExport(
            N_("The folder {path} cannot be made ({reason})."),
            path=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from error
    return folder


def write(view: View, folder: Path, values: Values) -> Path:
    """Make the document and write it.

    Raises:
        KooperationError: a rule says no, something must not become public, or
            the folder cannot be written.
    """
    wanted = values["kind"]
    if wanted in MAILS:
        return _write_mail(view, folder, wanted)
    chosen = {RESULTS: DocumentKind.MINUTES, PEOPLE: DocumentKind.ACTIONS}.get(wanted)
    kind = chosen or DocumentKind(wanted)
    if kind is DocumentKind.MINUTES:
        _need_held(view)
    text = _made(view, kind, values)
    return write_new(folder / _name(view, kind, values), text)


def _need_held(view: View) -> None:
    """Refuse minutes of a meeting that was not held, or whose minutes lie elsewhere."""
    meeting = view.meeting
    if meeting is None or meeting.started_at is not None:
        return
    if meeting.external:
        raise Refused("The minutes of this meeting exist elsewhere, not in this file.")
    raise Refused("This meeting has not begun; there are no minutes yet.")


def _made(view: View, kind: DocumentKind, values: Values) -> str:
    audience = Audience(values["audience"])
    options = Options(
        audience=audience,
        lang=view.data.network.language,
        now=view.now,
        results_only=values["kind"] == RESULTS,
        action_form=ActionForm.PEOPLE if values["kind"] == PEOPLE else ActionForm.TABLE,
    )
    if kind is DocumentKind.CHEATSHEET:
        from kooperation_tui.capture.words import SLASH

        options = msgspec.structs.replace(options, lang=view.tr.lang, slash_words=SLASH)
    which = view.meeting_id if kind in (DocumentKind.AGENDA, DocumentKind.MINUTES) else ""
    document = make(kind, view.data, options, which)
    if audience is Audience.PUBLIC:
        _need_public(document, view)
    return to_html(document) if values["format"] == "html" else document.markdown


def _name(view: View, kind: DocumentKind, values: Values) -> str:
    """`2026-12-02 Protokoll Netzwerktreffen.html`"""
    meeting, day, about = view.meeting, view.today, view.data.network.name
    if kind in (DocumentKind.AGENDA, DocumentKind.MINUTES) and meeting is not None:
        body = view.data.find(Body, meeting.body)
        day, about = meeting.start.date(), body.name if body is not None else about
    return file_name(
        translator(view.data.network.language),
        kind,
        day,
        about,
        suffix=values["format"],
        audience=Audience(values["audience"]),
        results_only=values["kind"] == RESULTS,
        by_person=values["kind"] == PEOPLE,
    )


def _write_mail(view: View, folder: Path, wanted: str) -> Path:
    """Subject, addresses and text to copy."""
    from kooperation_tui.documents import mail

    tr = translator(view.data.network.language)
    match wanted:
        case "mail invitation":
            mails: tuple[mail.Mail, ...] = (
                mail.invitation_mail(view.data, view.meeting_id, tr, view.now),
            )
        case "mail minutes":
            mails = (mail.minutes_mail(view.data, view.meeting_id, tr, view.now),)
        case _:
            mails = mail.reminder_mails(view.data, tr, view.now)
    if not mails:
        raise Refused("Nobody has a running action.")
    line = f"\n\n{'-' * 72}\n\n"
    text = line.join(one.text(tr).rstrip() for one in mails) + "\n"
    about = wanted.removeprefix("mail ")
    return write_new(folder / mail_name(tr, about, view.today), text)


def _need_public(document: Document, view: View) -> None:
    hits = list(check_public(document, view.data, view.meeting))
    if not hits:
        return
    found = "; ".join(f"{view.tr.t(HIT_WORDS[h.kind])}: “{h.text}”" for h in hits[:5])
    raise CannotExport(N_("Nothing was written, this must not become public: {found}"), found=found)
