"""Search over everything: forms, compounds, umlauts and typing errors."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import network, planning
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, Network
from kooperation_tui.search import Kind, Searcher, find
from kooperation_tui.search.finding import excerpt
from kooperation_tui.search.folding import wanted
from tests.domain.played import held
from tests.domain.room import DAY, Room


def notes(*texts: str, language: str = "de") -> Data:
    at = dt.datetime(2026, 10, 14, 9, tzinfo=dt.UTC)
    return Data.of(
        [
            Network(id="1", name="Netz", language=language),
            Meeting(id="2", body="", year=2026, number=1, start=at),
            *(
                ev.Event(
                    id=f"{number + 10:x}",
                    meeting="2",
                    seq=number,
                    at=at,
                    recorded_at=at,
                    what=ev.Noted(kind=ev.NoteKind.NOTE, text=text),
                )
                for number, text in enumerate(texts, 1)
            ),
        ]
    )


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Die Häuser der Gemeinde", "Haus"),
        ("Ein Haus für alle", "Häuser"),
        ("Die Vereinbarungen gelten", "vereinbarung"),
        ("Fernwärmeleitung gebaut", "Wärme"),
        ("Ein Fachtag in Planung", "planung"),
        ("Die Fachtagsplanung steht", "Planung"),
        ("Grünfläche am Bach", "gruenflaechen"),
        ("In der Große Straße 5", "grosse STRASSE"),
        ("Eine Genossenschaft gründen", "Genosenschaft"),
        ("Ehrenamtliche Hilfe", "ehrenamtilche"),
        ("Kosten der Übersetzung", "Übersetzung Kosten"),
        ("Zürich", "Zu\u0308rich"),
        ("Termin am 2.12. um 9 Uhr", "9"),
        ("Das MGH lädt ein", "mgh"),
    ],
)
def test_german_is_found(text: str, query: str) -> None:
    data = notes("Etwas ganz anderes", text, "Noch eine Zeile")
    assert [hit.excerpt for hit in find(data, query)] == [text]


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("We are happy", "happy"),
        ("The happier ones", "happy"),
        ("Many parties came", "party"),
        ("Running costs", "run cost"),
        ("A cooperation agreement", "coopreation"),
    ],
)
def test_english_is_found(text: str, query: str) -> None:
    data = notes("Something else", text, language="en")
    assert [hit.excerpt for hit in find(data, query)] == [text]


def test_every_word_has_to_be_there() -> None:
    data = notes("Kosten der Räume", "Kosten der Fahrt")
    assert [h.excerpt for h in find(data, "Kosten Fahrt")] == ["Kosten der Fahrt"]
    assert find(data, "Kosten Eisenbahn") == ()
    assert find(data, "") == find(data, "…") == ()
    assert len(find(data, "Kosten", limit=1)) == 1
    assert find(data, "Kosten", limit=0) == ()


def test_a_whole_word_comes_before_a_part_and_a_phrase_first() -> None:
    data = notes("Reisekosten", "Kostenplan", "die Kosten", "Plan der Kosten", "Kosten Plan")
    assert [h.excerpt for h in find(data, "Kosten")][:1] != ["Reisekosten"]
    assert [h.excerpt for h in find(data, "Kosten")][-1] == "Reisekosten"
    assert find(data, "Kosten Plan")[0].excerpt == "Kosten Plan"


def test_errors_are_forgiven_only_where_nothing_else_is_found() -> None:
    data = notes("Die Rolle", "Die Rolls")
    assert next(h.excerpt for h in find(data, "Rolls")) == "Die Rolls"
    assert find(notes("B-2026-3-4"), "2027") == ()


def test_everything_of_a_network_is_found() -> None:
    data = held().data
    kinds = {
        "Landkarte": {Kind.DECISION, Kind.ITEM},
        "M-2026-024": {Kind.ACTION},
        "TS7": {Kind.PARKING},
        "Petra Vogt": {Kind.PERSON},
        "Jobcenter": {Kind.PARTNER},
        "Konkurrenz": {Kind.ENTRY},
        "Lesesaal": {Kind.MEETING},
        "Wiedervorlage": set(),
    }
    for query, wanted_kinds in kinds.items():
        assert wanted_kinds <= {hit.kind for hit in find(data, query, 50)}, query
    blocks = find(data, "Protokoll Rollenplan Ergebnisprotokoll", 50)
    assert "p6" in {hit.id for hit in blocks if hit.kind is Kind.BLOCK}
    (entry,) = (h for h in find(data, "Konkurrenz") if h.kind is Kind.ENTRY)
    assert (entry.title, entry.meeting) == ("2026-3", held().meeting)


def test_a_decision_is_found_once(room: Room) -> None:
    room.go(2)
    room.decide("Wir mieten ein Zelt.")
    assert [h.kind for h in find(room.data, "Zelt")] == [Kind.DECISION]


def test_only_what_stands_is_found(room: Room) -> None:
    room.go(2)
    first = room.say("Apfelsaft")
    room.do(it.Edit(entry=first.id, text="Birnensaft"))
    gone = room.say("Kirschsaft")
    room.do(it.Delete(entry=gone.id))
    room.say("Traubensaft")
    room.do(it.Undo())
    room.say("Quittensaft")
    room.do(it.Continue(text="schmeckt"))
    assert [h.excerpt for h in find(room.data, "Birnensaft")] == ["Birnensaft"]
    for query in ("Apfelsaft", "Kirschsaft", "Traubensaft"):
        assert find(room.data, query) == ()
    assert find(room.data, "schmeckt")[0].excerpt == "Quittensaft schmeckt"


def test_confidential_hits_are_marked() -> None:
    room = Room(started=False, present=False)
    item = room.row.items[1].id
    room.run(
        planning.change_item(
            room.data, room.moment(), meeting=room.meeting, item=item, confidential=True
        )
    )
    room.do(it.Start())
    room.do(it.ArriveAll())
    room.say("Offenes")
    secret = room.do(it.Say(kind=ev.NoteKind.CONFIDENTIAL, text="Heimliches"))
    room.do(it.SetOutcome(kind=ev.OutcomeKind.NOTED))
    room.go(2)
    room.say("Verborgenes")
    marks = {
        query: find(room.data, query)[0].confidential
        for query in ("Offenes", "Heimliches", "Verborgenes")
    }
    assert marks == {"Offenes": False, "Heimliches": True, "Verborgenes": True}
    room.do(it.Mark(entry=secret.id, confidential=False))
    assert not find(room.data, "Heimliches")[0].confidential


def test_erased_people_are_not_found(room: Room) -> None:
    assert find(room.data, "Ada Brand")
    room.run(network.add_partner(room.data, room.moment(), code="NEU", name="Neues Amt"))
    assert [h.title for h in find(room.data, "Neues")] == ["NEU"]


def test_a_searcher_follows_the_file(room: Room) -> None:
    searcher = Searcher()
    assert searcher.find(room.data, "Zwetschge") == ()
    room.say("Zwetschge")
    assert len(searcher.find(room.data, "Zwetschge")) == 1
    room.do(it.Undo())
    assert searcher.find(room.data, "Zwetschge") == ()


def test_the_newer_comes_first(room: Room) -> None:
    room.say("Zwetschge alt")
    later = planning.add_meeting(
        room.data,
        room.moment(),
        start=dt.datetime.combine(DAY, dt.time(9), dt.UTC) + dt.timedelta(days=9),
        words=str,
        title="Zwetschge neu",
    )
    room.run(later)
    assert [h.excerpt for h in find(room.data, "Zwetschge")] == ["Zwetschge neu", "Zwetschge alt"]


def test_an_excerpt_shows_the_word() -> None:
    text = "vorn " * 60 + "Zwetschge " + "hinten " * 60
    shown = excerpt(text, wanted("Zwetschgen", "de"))
    assert "Zwetschge" in shown and shown.startswith("…") and shown.endswith("…")
    assert len(shown) <= 162
    assert excerpt("a\n b", wanted("a", "de")) == "a b"


@given(st.text(max_size=80), st.text(max_size=30), st.sampled_from(["de", "en"]))
def test_nothing_typed_breaks_it(text: str, query: str, language: str) -> None:
    data = notes(text.encode("utf-8", "replace").decode(), "Protokoll", language=language)
    for hit in find(data, query):
        assert "\n" not in hit.excerpt
