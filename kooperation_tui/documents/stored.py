"""Minutes that were sent: their bytes never change again (rules of the log, 7)."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

import msgspec

from kooperation_tui.documents.document import Audience
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, SentLines, SentText


def stored_minutes(
    data: Data, meeting: Meeting, audience: Audience, lang: str, format: str, version: int = 0
) -> str | None:
    """The text that was sent in this form, else None.

    Args:
        data: the file.
        meeting: whose minutes.
        audience: for whom it was made.
        lang: its language, "de" or "en".
        format: "md" or "html".
        version: an earlier one; 0 for the newest, which may still be a draft.
    """
    texts = _texts(data, meeting, version)
    found = _find(texts, audience.value, lang, format)
    if found is None or not found.like:
        return found.text if found is not None else None
    whole = _find(texts, found.like, lang, format)
    assert whole is not None
    return _changed(whole.text.splitlines(keepends=True), found.lines)


def packed(text: SentText, whole: SentText) -> SentText:
    """A text as what differs from the one for another audience: most lines are the same."""
    old, new = whole.text.splitlines(keepends=True), text.text.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    lines = tuple(
        SentLines(start=start, end=end, text="".join(new[first:last]))
        for kind, start, end, first, last in matcher.get_opcodes()
        if kind != "equal"
    )
    return msgspec.structs.replace(text, text="", like=whole.audience, lines=lines)


def _changed(old: list[str], lines: tuple[SentLines, ...]) -> str:
    said, place = "", 0
    for each in lines:
        said += "".join(old[place : each.start]) + each.text
        place = each.end
    return said + "".join(old[place:])


def _find(texts: Iterable[SentText], audience: str, lang: str, format: str) -> SentText | None:
    wanted = (audience, lang, format)
    return next((t for t in texts if (t.audience, t.language, t.format) == wanted), None)


def _texts(data: Data, meeting: Meeting, version: int) -> tuple[SentText, ...]:
    record = minutes_of(data, meeting.id)
    if record is None:
        return ()
    if version in (0, record.version):
        return record.texts
    return next((one.texts for one in record.earlier if one.version == version), ())
