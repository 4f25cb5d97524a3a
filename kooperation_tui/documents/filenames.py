"""Names of exported files: 2026-12-02 Protokoll Netzwerktreffen.html"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from kooperation_tui.documents.document import Audience, DocumentKind
from kooperation_tui.i18n import Translator

# What some file system forbids: Windows the most; control characters everywhere.
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029\u202a-\u202e]+')
MAILS: Final = ("invitation", "minutes", "reminders", "signatures")
"""What a mail can be about."""
LONGEST: Final = 120
"""Letters of the longest name before its marks and its ending; with umlauts below 255 bytes."""


def file_name(
    tr: Translator,
    kind: DocumentKind,
    day: dt.date,
    about: str = "",
    *,
    suffix: str = "md",
    audience: Audience = Audience.PARTNERS,
    results_only: bool = False,
    by_person: bool = False,
) -> str:
    """A readable name that sorts by day and is allowed everywhere.

    Documents that differ have names that differ: 2026-10-14 Protokoll Netzwerktreffen
    (nur Ergebnisse, intern).html; one for the partners has no mark.

    Args:
        tr: the document's language.
        day: the meeting's day; for registers and the agreement today.
        about: the body that meets, or the network; people's text.
        suffix: "md" or "html".
        audience: who reads it.
        results_only: the minutes on one page.
        by_person: the action plan under the name of each person.
    """
    word = {
        DocumentKind.MINUTES: tr.p("file name", "Minutes"),
        DocumentKind.AGENDA: tr.p("file name", "Agenda"),
        DocumentKind.AGREEMENT: tr.p("file name", "Cooperation agreement"),
        DocumentKind.ACTIONS: tr.p("file name", "Action plan"),
        DocumentKind.DECISIONS: tr.p("file name", "Decisions"),
        DocumentKind.PARKING: tr.p("file name", "Parking lot"),
        DocumentKind.CHEATSHEET: tr.p("file name", "Cheat sheet"),
        DocumentKind.ACCESSION: tr.p("file name", "Declaration of accession"),
        DocumentKind.ONBOARDING: tr.p("file name", "Welcome pack"),
        DocumentKind.RESOURCES: tr.p("file name", "Resources of the partners"),
        DocumentKind.REGISTERS: tr.p("file name", "Register of data"),
        DocumentKind.DISSOLUTION: tr.p("file name", "Ending the network"),
        DocumentKind.REVIEW: tr.p("file name", "Review of the goals"),
        DocumentKind.DIFFERENCE: tr.p("file name", "Changes of the agreement"),
    }[kind]
    marks = [tr.p("file name", "results only")] if results_only else []
    marks += [tr.p("file name", "by person")] if by_person else []
    if kind is not DocumentKind.CHEATSHEET:
        marks += _for_whom(tr, audience)
    mark = f" ({', '.join(marks)})" if marks else ""
    return f"{safe(f'{day.isoformat()} {word} {about}')}{mark}.{suffix}"


def _for_whom(tr: Translator, audience: Audience) -> list[str]:
    match audience:
        case Audience.INTERNAL:
            return [tr.p("file name", "internal")]
        case Audience.PUBLIC:
            return [tr.p("file name", "public")]
        case Audience.PARTNERS:
            return []


def mail_name(tr: Translator, about: str, day: dt.date) -> str:
    """2026-12-02 Mail Einladung.txt, for one of `MAILS`."""
    word = {
        "invitation": tr.p("file name", "Mail invitation"),
        "minutes": tr.p("file name", "Mail minutes"),
        "reminders": tr.p("file name", "Mail reminders"),
        "signatures": tr.p("file name", "Mail signatures"),
    }[about]
    return f"{day.isoformat()} {word}.txt"


def safe(text: str) -> str:
    """The text as a part of a path: one line, nothing that a file system forbids."""
    flat = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    flat = flat.encode("utf-8", errors="replace").decode("utf-8")
    return " ".join(flat.split())[:LONGEST].strip(" .")
