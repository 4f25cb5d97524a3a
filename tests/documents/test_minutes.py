"""The minutes of the model meeting against the model, heading by heading, cell by cell."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import msgspec
import pytest

from kooperation_tui.documents import Audience, Document, check_public, minutes
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Body, BodyKind, Correction, Minutes, MinutesStatus
from kooperation_tui.i18n import translator
from tests.documents.model_case import NOW, held, held_meeting, model_text
from tests.documents.reading import Section, front_matter, sections
from tests.model_network import Desk, network, started

MODELS = {"de": "protokoll.de.md", "en": "minutes.en.md"}


def internal(language: str) -> Document:
    data = held(language)
    return minutes(data, held_meeting(data).id, translator(language), Audience.INTERNAL, NOW)


def of_desk(desk: Desk, audience: Audience = Audience.INTERNAL, lang: str = "") -> Document:
    tr = translator(lang or desk.language)
    return minutes(desk.data, desk.meeting, tr, audience, desk.now)


def section(document: Document, title: str) -> Section:
    return next(s for s in sections(document.markdown) if s.title.startswith(title))


@pytest.mark.parametrize("language", ["de", "en"])
def test_front_matter_is_the_models(language: str) -> None:
    assert front_matter(internal(language).markdown) == front_matter(model_text(MODELS[language]))


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_section_is_the_models(language: str) -> None:
    ours = sections(internal(language).markdown)
    model = sections(model_text(MODELS[language]))
    assert [(s.level, s.title) for s in ours] == [(s.level, s.title) for s in model]
    for own, wanted in zip(ours, model, strict=True):
        assert own == wanted, wanted.title


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_bytes_are_the_models(language: str) -> None:
    assert internal(language).markdown == model_text(MODELS[language])


def test_the_facts_of_the_case() -> None:
    facts: dict[str, Any] = json.loads(model_text("facts.json"))
    document = internal("en")
    agenda = section(document, "Agenda").tables[0][1:]
    planned = [int(row[4].split()[0]) for row in sorted(agenda) if row[0] != "–"]
    assert planned == facts["planned_minutes"]
    actual = [(row[0].replace("–", "break"), int(row[5].split()[0])) for row in agenda]
    assert [list(pair) for pair in actual] == facts["actual_minutes_in_sequence"]
    assert sum(used for _, used in actual) == facts["actual_total"]
    votes = ", ".join(f"{count} from {time}" for time, count in facts["represented"])
    assert f"**Votes represented:** {votes}." in section(document, "Attendance").paragraphs[1]
    for decision in facts["decisions"]:
        quote = _quote(document, decision["no"])
        assert f"Represented: {decision['represented']} of {facts['partners']}." in quote
    actions = section(document, "Action plan").tables[0][1:]
    assert len(actions) == facts["actions_new"] + facts["actions_carried"]
    assert len(section(document, "Parking lot").tables[0][1:]) == facts["parking"]


def _quote(document: Document, number: str) -> str:
    quotes = [quote for s in sections(document.markdown) for quote in s.quotes]
    return next(quote[1] for quote in quotes if number in quote[0])


def test_the_other_language_keeps_the_words_and_changes_the_frame() -> None:
    data = held("de")
    document = minutes(data, held_meeting(data).id, translator("en"), Audience.INTERNAL, NOW)
    assert document.title == "Minutes of results: 3rd network meeting 2026"
    assert section(document, "Item 4").title == "Item 4: Beratungslandkarte: Wer pflegt die Daten?"


def test_results_only_is_one_page_of_decisions_actions_and_topics() -> None:
    data = held("de")
    document = minutes(
        data,
        held_meeting(data).id,
        translator("de"),
        Audience.PARTNERS,
        NOW,
        results_only=True,
    )
    assert document.title == "Ergebnisse: 3. Netzwerktreffen 2026"
    titles = [s.title for s in sections(document.markdown) if s.level == 2]
    assert titles == [
        "Auf einen Blick",
        "Beschlüsse",
        "Maßnahmenplan",
        "Themenspeicher",
        "Nächstes Treffen",
    ]
    decisions = section(document, "Beschlüsse").bullets
    assert [d.split(":")[0] for d in decisions] == [f"**B-2026-3-{n}" for n in range(1, 9)]
    assert "BIB stellt drei Wege vor" not in document.markdown
    whole = minutes(data, held_meeting(data).id, translator("de"), Audience.PARTNERS, NOW)
    assert len(document.markdown) < len(whole.markdown) / 2


def test_results_in_public_name_nobody() -> None:
    data = held("de")
    made = minutes(
        data,
        held_meeting(data).id,
        translator("de"),
        Audience.PUBLIC,
        NOW,
        results_only=True,
    )
    assert check_public(made, data, held_meeting(data)) == ()
    assert "Petra Vogt" not in made.markdown


def test_minutes_of_a_running_meeting() -> None:
    desk = started()
    desk.type("Guten Morgen")
    document = of_desk(desk)
    facts = dict(section(document, "Ergebnisprotokoll").tables[0])
    assert facts["Beginn und Ende"].startswith("ab 09:04 Uhr, läuft noch")
    agenda = section(document, "Tagesordnung").tables[0]
    assert agenda[1][5:] == ["seit 09:04 Uhr", "läuft"]
    assert section(document, "TOP 1").bullets[1:] == ["Guten Morgen"]


def test_minutes_before_the_meeting_hold_no_results() -> None:
    desk = Desk(network())
    document = of_desk(desk)
    assert not any(s.title.startswith("TOP") for s in sections(document.markdown))
    assert section(document, "Auf einen Blick").bullets[0] == "**Keine Beschlüsse.**"


def test_a_void_ballot_stays_visible_with_its_reason() -> None:
    desk = started()
    desk.type("! Wir tagen künftig mittwochs.")
    desk.type("= 8 1 0")
    desk.type("= ungültig Ein Stimmzettel fehlte")
    desk.type("= 7 2 0")
    found = section(of_desk(desk), "TOP 1")
    assert found.bullets[-1] == (
        "**Ungültige Abstimmung.** Wir tagen künftig mittwochs. Verfahren: offene Abstimmung,"
        " einfache Mehrheit. Vertreten: 9 von 12. **Ja 8, Nein 1, Enthaltung 0.** Angenommen."
        " Grund: Ein Stimmzettel fehlte."
    )
    assert found.quotes[-1][0] == "**Beschluss B-2026-3-1.** Wir tagen künftig mittwochs."
    assert "**Ja 7, Nein 2, Enthaltung 0.** Angenommen." in found.quotes[-1][1]


def test_a_rejected_wording_is_a_proposal() -> None:
    desk = started()
    desk.type("! Wir tagen künftig sonntags.")
    desk.type("= 1 7 1")
    document = of_desk(desk)
    quote = section(document, "TOP 1").quotes[0]
    assert quote[0] == "**Vorschlag B-2026-3-1.** Wir tagen künftig sonntags."
    assert quote[1].endswith("**Ja 1, Nein 7, Enthaltung 1.** Abgelehnt.")
    assert section(document, "Tagesordnung").tables[0][1][6] == "abgelehnt"


def test_withdrawn_and_open_wordings_stand_as_bullets() -> None:
    desk = started()
    desk.type("! Wir reisen nach Wien.")
    desk.type("/zurückgezogen")
    desk.type("! Wir bleiben hier.")
    bullets = section(of_desk(desk), "TOP 1").bullets
    assert bullets[1:] == [
        "**Zurückgezogener Vorschlag:** Wir reisen nach Wien.",
        "**Vorschlag ohne Ergebnis:** Wir bleiben hier.",
    ]


@pytest.mark.parametrize(
    ("line", "german", "english"),
    [
        ("=", "ohne Gegenrede", "without opposition"),
        ("= konsens 0", "Konsens, niemand steht beiseite", "consensus, nobody stands aside"),
        ("= konsens 1", "Konsens, ein Partner steht beiseite", "consensus, one partner stands"),
        ("= konsent", "Konsent", "consent"),
        ("= 6 2 1 2/3", "Zweidrittelmehrheit der Ja- und Nein-Stimmen", "two thirds of yes"),
        ("= finger 5 3 1 0 0 0", "Fünf Finger, angenommen ab 3 bei allen", "fist of five"),
        ("= stimmung viele dafür", "Stimmungsbild (nicht bindend)", "straw poll (not binding)"),
    ],
)
def test_every_method_has_its_sentence(line: str, german: str, english: str) -> None:
    desk = started()
    desk.type("! Wir machen weiter.")
    desk.type(line)
    for lang, words in (("de", german), ("en", english)):
        found = section(of_desk(desk, lang=lang), "TOP 1" if lang == "de" else "Item 1")
        text = " ".join([*found.bullets, *(q[1] for q in found.quotes)])
        assert words in text
        assert ("9 von 12" if lang == "de" else "9 of 12") in text


def test_votes_not_cast_are_said() -> None:
    desk = started()
    desk.type("! Wir machen weiter.")
    desk.type("= 6 1 0")
    assert "Nicht abgestimmt: 2." in section(of_desk(desk), "TOP 1").quotes[0][1]


def test_losing_the_quorum_is_said() -> None:
    desk = started()
    desk.at(9, 12).type("-jc hwk jbh")
    document = of_desk(desk)
    assert section(document, "TOP 1").bullets[-1] == (
        "JC, HWK und JBH verlassen das Treffen um 09:12 Uhr; vertreten sind danach 6 Partner."
        " Von hier an ist das Treffen nicht beschlussfähig."
    )
    assert "nur zeitweise beschlussfähig" in section(document, "Anwesenheit").paragraphs[0]


def test_news_in_passing_is_no_report() -> None:
    desk = started()
    desk.type("> M-014 erledigt")
    assert section(of_desk(desk), "TOP 1").bullets[1:] == [
        "**Erledigt:** M-2026-014 (Übergangsgespräche)."
    ]


def test_a_confidential_line_is_marked_or_left_out() -> None:
    desk = started()
    desk.type("% Das Gehalt steht noch nicht fest.")
    assert "- (vertraulich) Das Gehalt steht noch nicht fest." in of_desk(desk).markdown
    for audience in (Audience.PARTNERS, Audience.PUBLIC):
        assert "Gehalt" not in of_desk(desk, audience).markdown


def test_an_action_without_owner_or_date_shows_the_gap() -> None:
    desk = started()
    desk.type("> Plakate drucken @BB")
    row = section(of_desk(desk), "Maßnahmenplan").tables[0][1]
    assert row[1:] == [
        "Plakate drucken",
        "Miriam Castell (BB)",
        "–",
        "Termin offen",
        "offen",
        "TOP 1",
    ]


def test_a_parked_item_stands_in_the_parking_lot() -> None:
    desk = started()
    desk.type("/parken")
    desk.type("/weiter")
    document = of_desk(desk)
    row = section(document, "Themenspeicher").tables[0][1]
    assert row[0] == "TS-2026-05"
    assert section(document, "TOP 1").bullets[1:] == ["**In den Themenspeicher: TS-2026-05.**"]
    outcome = section(document, "Tagesordnung").tables[0][1][6]
    assert outcome == "in den Themenspeicher (TS-2026-05)"


def test_an_item_that_was_decided_and_parked_says_both() -> None:
    desk = started()
    desk.type("! Wir beginnen.")
    desk.type("=")
    desk.type("/parken")
    desk.type("/weiter")
    row = section(of_desk(desk), "Tagesordnung").tables[0][1]
    assert row[6] == "beschlossen, in den Themenspeicher (TS-2026-05)"


def test_systemic_consensing_shows_its_table_once() -> None:
    desk = started()
    for line in ("/option A ja", "/option N nichts", "= widerstand A 10 N 40", "! Dann A."):
        desk.type(line)
    found = section(of_desk(desk), "TOP 1")
    assert found.tables == [
        [
            ["Vorschlag", "Widerstand (0–90)", "Akzeptanz"],
            ["A: ja", "10", "89 %"],
            ["N: nichts (Nulllösung)", "40", "56 %"],
        ]
    ]
    assert found.quotes[0][1].endswith("**Geringster Widerstand: A mit 10.** Angenommen.")


def test_a_run_of_no_minute_is_not_listed() -> None:
    desk = started()
    desk.type("/ergebnis gut")
    desk.at(9, 20).type("/weiter")
    desk.type("/pause 5")
    desk.at(9, 25).type("/fortsetzen")
    desk.at(9, 30).type("/ergebnis gut")
    desk.type("/weiter")
    row = next(r for r in section(of_desk(desk), "Tagesordnung").tables[0] if r[0] == "2")
    assert row[5] == "5 min (09:25–09:30)"


@pytest.mark.parametrize("audience", list(Audience))
def test_a_meeting_closed_in_the_moment_it_began_has_minutes(audience: Audience) -> None:
    desk = Desk(network("de"))
    desk.type("+bb vhs jc hwk jbh mbb bts bib")
    desk.at(9).type("/beginn")
    desk.type("/schluss trotzdem")

    text = of_desk(desk, audience).markdown

    assert "**Vertretene Stimmen:** 8" in text


def test_approved_minutes_show_what_was_corrected() -> None:
    data = held("de")
    meeting = held_meeting(data)
    record = next(m for m in data.rows(Minutes) if m.meeting == meeting.id)
    approved = msgspec.structs.replace(
        record,
        status=MinutesStatus.APPROVED,
        approved_on=dt.date(2026, 12, 2),
        approved_by="B-2026-4-2",
        corrections=(Correction(item=4, old="Mai", new="Juni", meeting="", event=""),),
    )
    data = data.apply(Change(puts=(approved,)))
    document = minutes(data, meeting.id, translator("de"), Audience.INTERNAL, NOW)
    found = section(document, "Genehmigung")
    assert found.paragraphs[0] == "Genehmigt am 2. Dezember 2026 mit Beschluss B-2026-4-2."
    assert found.bullets == ["Berichtigt in TOP 4: statt „Mai“ nun „Juni“."]
    assert "status: genehmigt" in front_matter(document.markdown)
    facts = dict(section(document, "Ergebnisprotokoll").tables[0])
    assert facts["Stand"] == "Genehmigt am 2. Dezember 2026, Fassung 1"


def test_a_draft_that_was_not_sent_says_so() -> None:
    desk = started()
    document = of_desk(desk)
    assert section(document, "Genehmigung").paragraphs[0] == (
        "Der Entwurf ist noch nicht versandt."
    )


def test_a_working_group_is_named_in_the_title() -> None:
    data = network()
    team = next(b for b in data.rows(Body) if b.kind is BodyKind.COORDINATION)
    meeting = msgspec.structs.replace(held_meeting(data), body=team.id)
    data = data.apply(Change(puts=(meeting,)))
    document = minutes(data, meeting.id, translator("de"), Audience.INTERNAL, NOW)
    assert document.title == "Ergebnisprotokoll: Koordinationsteam, 3. Treffen 2026"
    assert "sitzung: KT-2026-3" in front_matter(document.markdown)
