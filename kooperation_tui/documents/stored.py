"""Minutes that were sent: their bytes never change again (rules of the log, 7)."""

from __future__ import annotations

from kooperation_tui.documents.document import Audience
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, Minutes


def stored_minutes(
    data: Data, meeting: Meeting, audience: Audience, lang: str, format: str
) -> str | None:
    """The text of the newest version that was sent in this form, else None.

    Args:
        data: the file.
        meeting: whose minutes.
        audience: for whom it was made.
        lang: its language, "de" or "en".
        format: "md" or "html".
    """
    records = [m for m in data.rows(Minutes) if m.meeting == meeting.id]
    for record in sorted(records, key=lambda m: m.version, reverse=True):
        for text in record.texts:
            if (text.audience, text.language, text.format) == (audience.value, lang, format):
                return text.text
    return None
