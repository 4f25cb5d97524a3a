"""Minutes going out: the texts that are kept, and the change that keeps them (rule 7)."""

from __future__ import annotations

import datetime as dt
import hashlib

from kooperation_tui.documents.document import Audience
from kooperation_tui.documents.minutes import minutes, scene_of
from kooperation_tui.documents.public import check_public
from kooperation_tui.documents.stored import packed
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Meeting, Minutes, SentText
from kooperation_tui.i18n import translator


def send(data: Data, moment: Moment, *, meeting: str, on: dt.date, anyway: bool = False) -> Change:
    """Note that the minutes went out on a day; they are kept as they stand.

    `result` is their record.

    Args:
        anyway: although something is still missing in them.

    Raises Refused while the meeting runs, and if they were sent before; StillMissing
    if they have gaps that are closed before.
    """
    record = life.as_sent(data, moment, meeting=meeting, on=on, anyway=anyway)
    lang = data.network.language
    after = data.apply(Change(puts=(record,)))
    public = scene_of(after, meeting, translator(lang), Audience.PUBLIC, moment.now)
    return life.send(
        data,
        moment,
        minutes=record,
        texts=texts_to_send(data, record, lang, moment.now),
        left_out=tuple(public.left_out),
    )


def texts_to_send(data: Data, record: Minutes, lang: str, now: dt.datetime) -> tuple[SentText, ...]:
    """The minutes as they go out, one Markdown text for each audience, the first one whole.

    A public version in which something is found that must not become public is
    not kept. HTML is made from the Markdown.

    Args:
        data: the file before the minutes are sent.
        record: the minutes with the day they are sent on.
        lang: the network's language.
    """
    after = data.apply(Change(puts=(record,)))
    meeting = after.get(Meeting, record.meeting)
    texts: list[SentText] = []
    for audience in Audience:
        document = minutes(after, record.meeting, translator(lang), audience, now)
        if audience is Audience.PUBLIC and check_public(document, after, meeting):
            continue
        digest = hashlib.sha256(document.markdown.encode()).hexdigest()
        text = SentText(
            audience=audience.value,
            language=lang,
            format="md",
            text=document.markdown,
            sha256=digest,
        )
        texts.append(packed(text, texts[0]) if texts else text)
    return tuple(texts)
