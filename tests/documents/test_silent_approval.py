"""What minutes say of their approval: what point 6 agreed about silence (domain P6)."""

from __future__ import annotations

import msgspec
import pytest

from kooperation_tui.documents import Audience, Document
from kooperation_tui.documents.mail import minutes_mail
from kooperation_tui.documents.minutes import minutes
from kooperation_tui.documents.sending import send
from kooperation_tui.documents.sent import sent_minutes
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import BlockState, Minutes
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.stated import silence_approves
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, SENT, held_meeting
from tests.documents.test_sent import Later, draft
from tests.model_network import clock

DE, EN = translator("de"), translator("en")
SILENT = "Ohne Einwand innerhalb von 14 Tagen gilt es als genehmigt; sonst das nächste Treffen."


@pytest.mark.parametrize(
    "text",
    [
        SILENT,
        "Without objection within 14 days they count as approved.",
        "Er ist angenommen, wenn kein Partner innerhalb von 15 Kalendertagen widerspricht.",
        "It is accepted if no partner objects in text form within 15 calendar days.",
        "Widerspricht niemand, schweigen alle: Schweigen gilt als Zustimmung.",
    ],
)
def test_a_wording_that_takes_silence_for_approval_is_known(text: str) -> None:
    assert silence_approves(text)


@pytest.mark.parametrize(
    "text",
    [
        "Einwände sind 14 Tage lang in Textform möglich. Das nächste Treffen genehmigt.",
        "Objections are possible for 14 days. The next meeting approves.",
        "Sitzungsleitung und Protokollführung unterzeichnen.",
        "Ohne Einwände geht es schneller. Das Treffen genehmigt, was angenommen ist.",
        "",
    ],
)
def test_any_other_wording_leaves_it_to_the_meeting(text: str) -> None:
    assert not silence_approves(text)


def sent(text: str = "") -> Data:
    """The model's minutes, sent while point 6 says this in place of its own words."""
    desk = Later(draft(), now=clock(10, day=SENT))
    data = desk.data
    if text:
        point = block_of(data, "p6")
        assert point is not None
        changed = msgspec.structs.replace(
            point, text=text, text_in_force="", in_force_since=None, state=BlockState.AGREED
        )
        data = data.apply(Change(puts=(changed,)))
    return data.apply(send(data, desk.moment, meeting=desk.meeting, on=SENT))


def last_paragraph(document: Document) -> str:
    return document.markdown.partition("## Genehmigung\n")[2].strip().partition("\n\n")[0]


def record(data: Data) -> Minutes:
    found = minutes_of(data, held_meeting(data).id)
    assert found is not None
    return found


def test_minutes_say_that_silence_approves_them_where_that_was_agreed() -> None:
    data = sent(SILENT)
    meeting = held_meeting(data).id
    wanted = (
        "Entwurf versandt am 16. Oktober 2026. Einwände in Textform bis 30. Oktober 2026 an die "
        "Protokollführung. Ohne Einwand gilt es danach als genehmigt. Über Einwände entscheidet "
        "das Netzwerktreffen am 2. Dezember 2026."
    )
    assert last_paragraph(minutes(data, meeting, DE, Audience.PARTNERS, NOW)) == wanted
    body = minutes_mail(data, meeting, DE, NOW).body
    assert "Ohne Einwand gilt das Protokoll danach als genehmigt." in body


def test_what_was_agreed_when_they_were_sent_stays_in_all_forms() -> None:
    data = sent(SILENT)
    meeting = held_meeting(data).id
    bare = msgspec.structs.replace(record(data), texts=())
    data = data.apply(Change(puts=(bare,)))
    point = block_of(data, "p6")
    assert point is not None
    other = msgspec.structs.replace(point, text="Das nächste Treffen genehmigt.")
    data = data.apply(Change(puts=(other,)))
    for audience in Audience:
        made = sent_minutes(data, meeting, EN, audience)
        assert made is not None
        assert "Without an objection they count as approved then." in made.markdown


def test_without_such_words_the_meeting_decides_on_approval() -> None:
    data = sent()
    meeting = held_meeting(data).id
    said = last_paragraph(minutes(data, meeting, DE, Audience.PARTNERS, NOW))
    assert said.endswith(
        "Über Einwände und Genehmigung entscheidet das Netzwerktreffen am 2. Dezember 2026."
    )
    assert "danach als genehmigt" not in minutes_mail(data, meeting, DE, NOW).body
