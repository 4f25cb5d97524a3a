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
    stored_minutes,
    to_html,
)
from kooperation_tui.documents.filenames import file_name
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
    text = _stored(view, wanted, values) or _made(view, kind, values)
    return write_new(folder / _name(view, kind, values["format"]), text)


def _need_held(view: View) -> None:
    """Refuse minutes of a meeting that was not held, or whose minutes lie elsewhere."""
    meeting = view.meeting
    if meeting is None or meeting.started_at is not None:
        return
    if meeting.external:
        raise Refused("The minutes of this meeting exist elsewhere, not in this file.")
    raise Refused("This meeting has not begun; there are no minutes yet.")


def _stored(view: View, wanted: str, values: Values) -> str | None:
    """Minutes as they were sent; None if they were not, or something else is wanted."""
    meeting = view.meeting
    if wanted != DocumentKind.MINUTES.value or meeting is None:
        return None
    lang, audience = view.data.network.language, Audience(values["audience"])
    return stored_minutes(view.data, meeting, audience, lang, values["format"])


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


def _name(view: View, kind: DocumentKind, suffix: str) -> str:
    """`2026-12-02 Protokoll Netzwerktreffen.html`"""
    meeting = view.meeting
    lang = view.data.network.language
    if kind not in (DocumentKind.AGENDA, DocumentKind.MINUTES) or meeting is None:
        about = view.data.network.name
        return file_name(translator(lang), kind, view.today, about, suffix=suffix)
    body = view.data.find(Body, meeting.body)
    about = body.name if body is not None else view.data.network.name
    return file_name(translator(lang), kind, meeting.start.date(), about, suffix=suffix)


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
    word = {
        "mail invitation": tr.p("file name", "Mail invitation"),
        "mail minutes": tr.p("file name", "Mail minutes"),
    }.get(wanted, tr.p("file name", "Mail reminders"))
    return write_new(folder / f"{view.today.isoformat()} {word}.txt", text)


def _need_public(document: Document, view: View) -> None:
    hits = list(check_public(document, view.data, view.meeting))
    if not hits:
        return
    found = "; ".join(f"{view.tr.t(HIT_WORDS[h.kind])}: “{h.text}”" for h in hits[:5])
    raise CannotExport(N_("Nothing was written, this must not become public: {found}"), found=found)
