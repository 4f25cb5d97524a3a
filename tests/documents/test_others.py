"""The invitation, the registers, and minutes that were sent."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from kooperation_tui.documents import (
    Audience,
    DocumentKind,
    Options,
    actions,
    agenda,
    decisions,
    make,
    parking,
    stored_minutes,
)
from kooperation_tui.documents.paper import front_matter
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Minutes, SentText
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held, held_meeting
from tests.documents.reading import Section, sections
from tests.model_network import Desk, network


def _section(markdown: str, title: str) -> Section:
    return next(s for s in sections(markdown) if f"{s.title}\n".startswith(title))


def test_the_invitation_says_when_what_and_by_whom() -> None:
    desk = Desk(network())
    document = agenda(desk.data, desk.meeting, translator("de"), Audience.PARTNERS, desk.now)
    assert document.title == "Einladung und Tagesordnung: 3. Netzwerktreffen 2026"
    facts = dict(_section(document.markdown, "Einladung").tables[0])
    assert facts["Datum"] == "Mittwoch, 14. Oktober 2026"
    assert facts["Uhrzeit"] == "09:00 Uhr bis 12:00 Uhr"
    rows = _section(document.markdown, "Tagesordnung").tables[0]
    assert rows[4] == [
        "4",
        "09:40",
        "Beratungslandkarte: Wer pflegt die Daten?",
        "Entscheidung",
        "BIB",
        "35",
    ]
    assert rows[5] == ["–", "10:15", "Pause", "–", "–", "10"]
    known = _section(document.markdown, "Gut zu wissen")
    assert "**TOP 4:** Ziel: Entscheiden, wer die Landkarte führt." in known.bullets
    assert "Anträge zur Tagesordnung bis 30. September 2026." in known.paragraphs
    assert known.paragraphs[-1].startswith("*Datenschutz: Verantwortlich ist das Bildungsbüro")


def test_the_public_invitation_names_nobody() -> None:
    desk = Desk(network())
    text = agenda(desk.data, desk.meeting, translator("de"), Audience.PUBLIC, desk.now).markdown
    assert "Jonas Reuter" not in text and "Hannah Nowak" not in text
    assert "| Moderation | VHS |" in text


def test_the_action_plan_puts_the_overdue_first() -> None:
    data = network()
    markdown = actions(data, translator("de"), Audience.INTERNAL, NOW).markdown
    rows = _section(markdown, "Laufend").tables[0][1:]
    assert rows[0][0] == "M-2026-006"
    assert rows[0][5] == "überfällig"
    assert rows[-1][0] == "M-2026-009"
    assert rows[-1][4] == "kein Termin (nach Start der Landkarte)"


def test_ended_actions_stand_below() -> None:
    markdown = actions(held("de"), translator("de"), Audience.INTERNAL, NOW).markdown
    ended = _section(markdown, "Beendet").tables[0][1:]
    assert [row[0] for row in ended] == [f"M-2026-{n:03}" for n in (6, 7, 8, 10, 11, 13)]
    assert {row[5] for row in ended} == {"erledigt"}


def test_the_decision_register_is_newest_first() -> None:
    markdown = decisions(held("en"), translator("en"), Audience.INTERNAL, NOW).markdown
    rows = _section(markdown, "Decisions").tables[0][1:]
    assert rows[0][0] == "B-2026-3-8"
    assert rows[5][4] == "2027-06-01"
    assert rows[5][5] == "2026-3, item 4"
    assert rows[-1][0] == "B-2026-1-1"


def test_the_parking_lot_lists_every_topic() -> None:
    markdown = parking(held("de"), translator("de"), Audience.INTERNAL, NOW).markdown
    rows = {row[0]: row for row in _section(markdown, "Themen\n").tables[0][1:]}
    assert rows["TS-2026-07"][2:] == ["BK", "2026-3, TOP 5", "mit Punkt 9 am 02.12.2026"]
    assert rows["TS-2026-04"][4] == "fallen gelassen"


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_kind_can_be_made_in_both_languages(kind: DocumentKind) -> None:
    data = held("de")
    about = kind in (DocumentKind.MINUTES, DocumentKind.AGENDA)
    which = held_meeting(data).id if about else ""
    titles = set()
    for lang in ("de", "en"):
        options = Options(audience=Audience.INTERNAL, lang=lang, now=NOW)
        document = make(kind, data, options, which)
        assert document.kind is kind
        assert document.markdown.startswith("---\n")
        assert document.markdown.endswith("\n") and not document.markdown.endswith("\n\n")
        titles.add(document.title)
    assert len(titles) == 2


def test_sent_minutes_come_back_byte_for_byte() -> None:
    data = held("de")
    meeting = held_meeting(data)
    assert stored_minutes(data, meeting, Audience.INTERNAL, "de", "md") is None
    record = next(m for m in data.rows(Minutes) if m.meeting == meeting.id)
    text = "# Wie es versandt wurde\r\n"
    sent = SentText(
        audience="internal",
        language="de",
        format="md",
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    data = data.apply(Change(puts=(msgspec.structs.replace(record, texts=(sent,)),)))
    assert stored_minutes(data, meeting, Audience.INTERNAL, "de", "md") == text
    assert stored_minutes(data, meeting, Audience.PUBLIC, "de", "md") is None
    assert stored_minutes(data, meeting, Audience.INTERNAL, "en", "md") is None


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Bildungsnetz Auental", "Bildungsnetz Auental"),
        ("2026-3", "2026-3"),
        ("2.0", '"2.0"'),
        ("09:04", '"09:04"'),
        ("no", '"no"'),
        ("Netz: Süd #1", '"Netz: Süd #1"'),
        ('"\n---', '"\\"\\n---"'),
        (3, "3"),
    ],
)
def test_front_matter_reads_alike_everywhere(value: object, written: str) -> None:
    assert front_matter({"k": value}) == f"---\nk: {written}\n---\n\n"
