"""What must not become public: left out where it was said, reported where it must stand."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.documents import (
    Audience,
    Document,
    DocumentKind,
    HitKind,
    Options,
    check_public,
    make,
    minutes,
)
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.events import Noted, NoteKind
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting, Organisation, Person
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held, held_meeting
from tests.model_network import Desk, network, started


def public(desk: Desk) -> Document:
    return minutes(desk.data, desk.meeting, translator("de"), Audience.PUBLIC, desk.now)


def hits(desk: Desk) -> list[tuple[HitKind, str]]:
    found = check_public(public(desk), desk.data, desk.data.get(Meeting, desk.meeting))
    return [(hit.kind, hit.text) for hit in found]


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_public_model_minutes_are_clean(language: str) -> None:
    data = held(language)
    meeting = held_meeting(data)
    document = minutes(data, meeting.id, translator(language), Audience.PUBLIC, NOW)
    assert check_public(document, data, meeting) == ()
    people = {p.name for p in data.rows(Person)}
    for name in people | {name.split()[-1] for name in people}:
        assert name not in document.markdown
    for time in ("09:25", "11:20", "11:54", "10:46"):
        assert time not in document.markdown


@pytest.mark.parametrize("language", ["de", "en"])
def test_what_is_left_out_is_listed(language: str) -> None:
    data = held(language)
    document = minutes(data, held_meeting(data).id, translator(language), Audience.PUBLIC, NOW)
    said = [hit for hit in document.omitted if hit.kind is HitKind.MINORITY]
    assert len(said) == 1 and "BTS" in said[0].line
    found = [hit for hit in document.omitted if hit not in said]
    assert {(hit.kind, hit.text) for hit in found} == {
        (HitKind.NAME, "Hannah Nowak"),
        (HitKind.TIME, "10:46"),
    }
    assert all(hit.line.startswith("Hannah Nowak") for hit in found)


def test_the_internal_minutes_would_be_stopped() -> None:
    data = held("de")
    meeting = held_meeting(data)
    document = minutes(data, meeting.id, translator("de"), Audience.INTERNAL, NOW)
    kinds = {hit.kind for hit in check_public(document, data, meeting)}
    assert kinds >= {HitKind.NAME, HitKind.TIME, HitKind.VOTE}


def test_no_single_position_is_public() -> None:
    text = minutes(
        held("de"), held_meeting(held("de")).id, translator("de"), Audience.PUBLIC, NOW
    ).markdown
    assert "**Einwand (schwerwiegend, begründet):** Private Mobilnummern" in text
    assert "**Bedenken (zu Protokoll):**" in text
    for words in ("Einwand MBB", "Bedenken HWK", "Minderheitsvotum", "am 17. Juni nicht vertreten"):
        assert words not in text


@pytest.mark.parametrize(
    ("note", "kind"),
    [
        ("Frau Reuter fasst zusammen", HitKind.NAME),
        ("REUTERS Vorschlag liegt aus", HitKind.NAME),
        ("Jonas \u00adReuter fragt", HitKind.NAME),
        ("Die Idee kam von Sabine **Holtmann**", HitKind.NAME),
        ("Fragen an info@auental.de", HitKind.CONTACT),
        ("Telefon 0171 234 56 78", HitKind.CONTACT),
        ("Kontakt +49 171 2345678", HitKind.CONTACT),
        ("HWK stimmt dagegen", HitKind.VOTE),
        ("BB enthält sich der Stimme", HitKind.VOTE),
    ],
)
def test_a_note_with_a_hit_is_left_out(note: str, kind: HitKind) -> None:
    desk = started()
    desk.type(note)
    document = public(desk)
    assert kind in {hit.kind for hit in document.omitted}
    assert note not in document.markdown
    assert hits(desk) == []


@pytest.mark.parametrize(
    "note",
    [
        "Wir stimmen den Termin ab",
        "Der Saal hat 120 Plätze, Miete 2026: 1.450 Euro",
        "Beginn um 18:30 Uhr, Ende am 02.12.2026",
        "HWK und BB stimmen die Termine ab",
        "Der Reuterweg wird gesperrt",
    ],
)
def test_an_ordinary_note_stays(note: str) -> None:
    desk = started()
    desk.type(note)
    document = public(desk)
    assert document.omitted == ()
    assert f"- {note}" in document.markdown


def test_a_time_of_arrival_is_found_in_every_spelling() -> None:
    for words in ("seit 9:21 Uhr", "ab 09:21", "um 9.21 Uhr"):
        desk = started()
        desk.at(9, 21).type("+bk")
        desk.at(9, 30).type(f"BK ist {words} dabei")
        assert [hit.kind for hit in public(desk).omitted] == [HitKind.TIME]


def test_a_hit_in_a_decision_stays_and_is_reported() -> None:
    desk = started()
    desk.type("! Jonas Reuter wird zum Sprecher gewählt.")
    desk.type("= 9 0 0")
    assert "Jonas Reuter wird zum Sprecher" in public(desk).markdown
    assert (HitKind.NAME, "Jonas Reuter") in hits(desk)


def test_a_hit_in_an_action_is_reported() -> None:
    desk = started()
    desk.type("> Frau Holtmann anrufen @BB 13.11.")
    assert hits(desk) == [(HitKind.NAME, "Holtmann")]


def test_repeating_something_confidential_is_found() -> None:
    desk = started()
    desk.type("% Die Stelle wird nicht verlängert")
    desk.type("Dazu gilt: die Stelle wird nicht verlängert.")
    document = public(desk)
    assert [hit.kind for hit in document.omitted] == [HitKind.CONFIDENTIAL]
    assert "verlängert" not in document.markdown


def test_a_confidential_item_stays_unnamed_for_others() -> None:
    data = network()
    meeting = data.get(Meeting, Desk(data).meeting)
    items = tuple(
        msgspec.structs.replace(item, confidential=item.number == 1) for item in meeting.items
    )
    desk = Desk(data.apply(Change(puts=(msgspec.structs.replace(meeting, items=items),))))
    desk.at(8, 57).type("+bb vhs jc hwk jbh mbb bts bib")
    desk.at(9, 4).type("/start")
    desk.type("! Der Vertrag wird gekündigt.")
    desk.type("= 8 0 0")
    desk.type("> Kündigung schreiben @BB 13.11.")
    tr = translator("de")
    inner = minutes(desk.data, desk.meeting, tr, Audience.INTERNAL, desk.now).markdown
    assert "### TOP 1: Eröffnung, Check-in, Beschlussfähigkeit, Tagesordnung (vertraulich)" in inner
    for audience in (Audience.PARTNERS, Audience.PUBLIC):
        text = minutes(desk.data, desk.meeting, tr, audience, desk.now).markdown
        assert "### TOP 1: vertraulicher TOP" in text
        assert "gekündigt" not in text and "Kündigung" not in text and "Check-in, B" not in text
    for kind in (DocumentKind.ACTIONS, DocumentKind.DECISIONS):
        options = Options(audience=Audience.PARTNERS, lang="de", now=desk.now)
        assert "ündig" not in make(kind, desk.data, options).markdown


def test_the_name_of_an_organisation_is_public() -> None:
    data = held("de")
    partner = data.rows(Organisation)[0]
    renamed = msgspec.structs.replace(partner, name="Stiftung Reuter")
    data = data.apply(Change(puts=(renamed,)))
    meeting = held_meeting(data)
    document = minutes(data, meeting.id, translator("de"), Audience.PUBLIC, NOW)
    assert "Stiftung Reuter" in document.markdown
    assert check_public(document, data, meeting) == ()


@pytest.mark.parametrize(
    ("place", "found"),
    [("Rathaus, Saal Tekle", []), ("bei Samuel Tekle", [(HitKind.NAME, "Samuel Tekle")])],
)
def test_a_room_may_be_called_like_somebody(place: str, found: list[tuple[HitKind, str]]) -> None:
    desk = started()
    row = desk.data.get(Meeting, desk.meeting)
    moved = msgspec.structs.replace(row, place=place)
    desk.data = desk.data.apply(Change(puts=(moved,)))
    assert hits(desk) == found


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_public_document_of_the_model_is_clean(kind: DocumentKind, language: str) -> None:
    data = held(language)
    meeting = held_meeting(data)
    about = kind in (DocumentKind.MINUTES, DocumentKind.AGENDA)
    options = Options(audience=Audience.PUBLIC, lang=language, now=NOW)
    document = make(kind, data, options, meeting.id if about else "")
    assert check_public(document, data, meeting if about else None) == ()


_WORDS = st.sampled_from(
    [
        *("Reuter", "Jonas Reuter", "Vogt", "HWK", "stimmt", "dagegen", "11:54", "11.54 Uhr"),
        *("a@b.de", "0171 2345678", "**", "_", "\n", "Nowak", "Zeit", ".", "-", "|", "und"),
    ]
)


@given(st.lists(_WORDS, min_size=1, max_size=6).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_whatever_is_noted_the_public_minutes_are_clean(text: str) -> None:
    data = _with_notes(held("de"), text)
    meeting = held_meeting(data)
    document = minutes(data, meeting.id, translator("de"), Audience.PUBLIC, NOW)
    assert check_public(document, data, meeting) == ()


def _with_notes(data: Data, text: str) -> Data:
    """The model network with this text in every note."""
    meeting = held_meeting(data).id
    assert state_of(data, meeting).entries
    changed = tuple(
        msgspec.structs.replace(event, what=msgspec.structs.replace(event.what, text=text))
        for event in data.log(meeting)
        if isinstance(event.what, Noted) and event.what.kind is NoteKind.NOTE
    )
    return data.apply(Change(puts=changed))


def test_what_partners_said_for_the_record_is_named_as_left_out() -> None:
    desk = started()
    desk.type(": HWK Wir tragen das mit.")
    desk.type("/minderheit BTS Wir sind dagegen.")
    desk.type("% Unter uns gesagt.")
    tr = translator("de")
    made = minutes(desk.data, desk.meeting, tr, Audience.PUBLIC, desk.now)
    assert {(hit.kind, hit.line) for hit in made.omitted} == {
        (HitKind.STATEMENT, "Wir tragen das mit."),
        (HitKind.MINORITY, "Wir sind dagegen."),
    }
    assert all(hit.line not in made.markdown for hit in made.omitted)
    assert minutes(desk.data, desk.meeting, tr, Audience.PARTNERS, desk.now).omitted == ()
    page = minutes(desk.data, desk.meeting, tr, Audience.PUBLIC, desk.now, results_only=True)
    assert page.omitted == ()
