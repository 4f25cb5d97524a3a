"""Names of exported files: 2026-12-02 Protokoll Netzwerktreffen.html"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import Final

from kooperation_tui.documents.document import DocumentKind
from kooperation_tui.i18n import Translator

# What some file system forbids: Windows the most; control characters everywhere.
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*\u2028\u2029\u202a-\u202e]+')
LONGEST: Final = 120
"""Letters of the longest name before its ending; with umlauts below 255 bytes."""


def file_name(
    tr: Translator, kind: DocumentKind, day: dt.date, about: str = "", *, suffix: str = "md"
) -> str:
    """A readable name that sorts by day and is allowed everywhere.

    Args:
        tr: the document's language.
        day: the meeting's day; for registers and the agreement today.
        about: the body that meets, or the network; people's text.
        suffix: "md" or "html".
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
        DocumentKind.DIFFERENCE: tr.p("file name", "Changes of the agreement"),
    }[kind]
    return f"{safe(f'{day.isoformat()} {word} {about}')}.{suffix}"


def safe(text: str) -> str:
    """The text as a part of a path: one line, nothing that a file system forbids."""
    flat = _FORBIDDEN.sub(" ", unicodedata.normalize("NFC", text))
    flat = flat.encode("utf-8", errors="replace").decode("utf-8")
    return " ".join(flat.split())[:LONGEST].strip(" .")
