"""Documents as files beside the data file, as the export asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

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
from kooperation_tui.documents.agenda import still_open
from kooperation_tui.documents.filenames import file_name, mail_name
from kooperation_tui.documents.files import write_new
from kooperation_tui.documents.hit_words import HIT_WORDS
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.model import Body
from kooperation_tui.i18n import N_, translator
from kooperation_tui.tui.dialogs.form import Values
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.documents.mail import Mail

RESULTS: Final = "results"
PEOPLE: Final = "people"
CHEATSHEET: Final = DocumentKind.CHEATSHEET.value
SIGNATURES: Final = "mail signatures"
_VERSIONS: Final = (DocumentKind.AGREEMENT, DocumentKind.DIFFERENCE)
_PARTNERS: Final = (DocumentKind.ACCESSION, DocumentKind.ONBOARDING)
_MEETINGS: Final = (DocumentKind.AGENDA, DocumentKind.MINUTES)
INVITATION: Final = "mail invitation"
MAILS: Final = {
    INVITATION: N_("Mail: invitation"),
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
    if wanted in MAILS or wanted == SIGNATURES:
        return _write_mail(view, folder, wanted)
    chosen = {RESULTS: DocumentKind.MINUTES, PEOPLE: DocumentKind.ACTIONS}.get(wanted)
    kind = chosen or DocumentKind(wanted)
    if kind is DocumentKind.MINUTES:
        _need_held(view)
    text = _made(view, kind, values)
    return write_new(folder / _name(view, kind, values), text)


def remarks(view: View, values: Values) -> tuple[str, ...]:
    """What the file does not hold, to be told with its path: people, lines, titles."""
    tr, wanted = view.tr, values["kind"]
    if wanted in (DocumentKind.AGENDA.value, INVITATION):
        untitled = [tr.t(g.message, **g.args) for g in still_open(view.data, view.meeting_id)]
        return (*untitled, *_without(view, wanted)) if wanted == INVITATION else tuple(untitled)
    if wanted in MAILS or wanted == SIGNATURES:
        return _without(view, wanted)
    if wanted != DocumentKind.MINUTES.value or values["audience"] != Audience.PUBLIC.value:
        return ()
    found: dict[str, dict[str, None]] = {}
    for hit in _document(view, DocumentKind.MINUTES, values).omitted:
        found.setdefault(hit.line, {})[tr.t(HIT_WORDS[hit.kind])] = None
    if not found:
        return ()
    head = tr.n("{count} line was left out:", "{count} lines were left out:", len(found))
    return (head, *(f"· “{line}” ({', '.join(kinds)})" for line, kinds in found.items()))


def _without(view: View, wanted: str) -> tuple[str, ...]:
    """Who has no address."""
    names = [name for mail in _mails(view, wanted) for name in mail.without]
    said = view.tr.p("mail", "Without an address: {names}", names=", ".join(names))
    return (said,) if names else ()


def _need_held(view: View) -> None:
    """Refuse minutes of a meeting that was not held, or whose minutes lie elsewhere."""
    meeting = view.meeting
    if meeting is None or meeting.started_at is not None:
        return
    if meeting.external:
        raise Refused("The minutes of this meeting exist elsewhere, not in this file.")
    raise Refused("This meeting has not begun; there are no minutes yet.")


def _made(view: View, kind: DocumentKind, values: Values) -> str:
    document = _document(view, kind, values)
    if values["audience"] == Audience.PUBLIC.value:
        _need_public(document, view)
    return to_html(document) if values["format"] == "html" else document.markdown


def _document(view: View, kind: DocumentKind, values: Values) -> Document:
    options = Options(
        audience=Audience(values["audience"]),
        lang=view.data.network.language,
        now=view.now,
        results_only=values["kind"] == RESULTS,
        action_form=ActionForm.PEOPLE if values["kind"] == PEOPLE else ActionForm.TABLE,
    )
    if kind is DocumentKind.CHEATSHEET:
        from kooperation_tui.capture.words import SLASH

        options = msgspec.structs.replace(options, lang=view.tr.lang, slash_words=SLASH)
    return make(kind, view.data, options, _which(view, kind, values))


def _which(view: View, kind: DocumentKind, values: Values) -> str:
    """The meeting, the version or the partner that a document is about; '' if it is none."""
    if kind in _MEETINGS:
        return view.meeting_id
    if kind in _VERSIONS:
        return values.get("version", "")
    return values.get("partner", "") if kind in _PARTNERS else ""


def _name(view: View, kind: DocumentKind, values: Values) -> str:
    """`2026-12-02 Protokoll Netzwerktreffen.html`"""
    meeting, day, about = view.meeting, view.today, view.data.network.name
    if kind in _MEETINGS and meeting is not None:
        body = view.data.find(Body, meeting.body)
        day, about = meeting.start.date(), body.name if body is not None else about
    elif kind in (*_VERSIONS, *_PARTNERS):
        about = f"{about} {_which(view, kind, values)}".strip()
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


def _mails(view: View, wanted: str) -> tuple[Mail, ...]:
    from kooperation_tui.documents import mail
    from kooperation_tui.documents.signature_mail import signature_mail

    tr = translator(view.data.network.language)
    match wanted:
        case "mail invitation":
            return (mail.invitation_mail(view.data, view.meeting_id, tr, view.now),)
        case "mail signatures":
            return (signature_mail(view.data, tr, view.now),)
        case "mail minutes":
            return (mail.minutes_mail(view.data, view.meeting_id, tr, view.now),)
        case _:
            return mail.reminder_mails(view.data, tr, view.now)


def _write_mail(view: View, folder: Path, wanted: str) -> Path:
    """Subject, addresses and text to copy."""
    from kooperation_tui.documents.mail import as_text

    tr, mails = translator(view.data.network.language), _mails(view, wanted)
    if not mails:
        raise Refused("Nobody has a running action.")
    about = wanted.removeprefix("mail ")
    return write_new(folder / mail_name(tr, about, view.today), as_text(mails, tr))


def _need_public(document: Document, view: View) -> None:
    hits = list(check_public(document, view.data, view.meeting))
    if not hits:
        return
    found = "; ".join(f"{view.tr.t(HIT_WORDS[h.kind])}: “{h.text}”" for h in hits[:5])
    raise CannotExport(N_("Nothing was written, this must not become public: {found}"), found=found)
