"""The texts that are kept when minutes are sent (rules of the log, 7)."""

from __future__ import annotations

import datetime as dt
import hashlib

from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.minutes import minutes
from kooperation_tui.documents.public import check_public
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Meeting, Minutes, SentText
from kooperation_tui.i18n import translator


def texts_to_send(data: Data, record: Minutes, lang: str, now: dt.datetime) -> tuple[SentText, ...]:
    """The minutes as they go out, one Markdown text for each audience.

    A public version in which something is found that must not become public is
    not kept. HTML is made from the Markdown.

    Args:
        data: the file before the minutes are sent.
        record: the minutes with the day they are sent on.
        lang: the network's language.
    """
    after = data.apply(Change(puts=(record,)))
    meeting = after.get(Meeting, record.meeting)
    texts = []
    for audience in Audience:
        document = minutes(after, record.meeting, translator(lang), audience, now)
        if audience is Audience.PUBLIC and check_public(document, after, meeting):
            continue
        digest = hashlib.sha256(document.markdown.encode()).hexdigest()
        texts.append(
            SentText(
                audience=audience.value,
                language=lang,
                format="md",
                text=document.markdown,
                sha256=digest,
            )
        )
    return tuple(texts)
