"""The whole way of somebody who has only the README, alone on one laptop.

From the first start to the end of the second meeting: one home, the installed program, 80×24,
German. Each start is another hour or another day; keys are counted as on a German keyboard.
"""

from __future__ import annotations

import datetime as dt
import html
import json
import re
from collections import Counter
from pathlib import Path

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Balloted
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Decision,
    Meeting,
    Method,
    Minutes,
    MinutesStatus,
    Organisation,
    ParkingItem,
)
from kooperation_tui.store.tinydb_store import TinyStore
from tests.terminal.person import Person, running
from tests.terminal.test_meeting import MODEL

FACTS = json.loads((MODEL / "facts.json").read_text("utf-8"))
SHEET = """\
BB	Bildungsbüro des Landkreises Auental	Miriam Castell
VHS	Volkshochschule Auental	Jonas Reuter	Claudia Rehm
JC	Jobcenter Auental	Sabine Holtmann	Jörg Pauli
AA	Agentur für Arbeit Auental	Frank Ostermeier	Lena Fiedler
HWK	Bildungszentrum der Handwerkskammer	Tobias Kern
IHK	Industrie- und Handelskammer, Regionalstelle	Katrin Brandl
BK	Berufskolleg Auental	Ulrike Senger	Ralf Thoma
JBH	Jugendberufshilfe Auental gGmbH	Aylin Demir	Deniz Arslan
MBB	Migrationsberatung Brücke e. V.	Samuel Tekle	Ewa Nowicka
BTS	Bildungsträger Süd GmbH	Markus Wendt	Ute Krahl
BIB	Stadtbibliothek Auenstadt	Petra Vogt	Anja Rühl
MGH	Mehrgenerationenhaus Lindenhof	Rosa Lindner	Tom Ebel
"""
"""What is copied from a sheet: code, name, delegate, deputy."""
TOPIC = "Beratungslandkarte: Wer pflegt die Daten?"
MAP = "Das Bildungsnetz führt eine gemeinsame Beratungslandkarte."
MEMBERS = "Zusagen unter Vorbehalt werden binnen 14 Tagen bestätigt."
ADMISSION = "Wer neu dazukommt, hat eine Patin oder einen Paten."
WAITS = "Die Kostenzahlen fehlen."
SECRET = "BTS verhandelt mit der Stadt über die Miete."
HOUR_ONE = 260
"""Keys for the first hour beside the paste: at six seconds for each, with thinking, 26 minutes."""


def test_from_the_first_start_to_the_second_meeting(tmp_path: Path) -> None:
    keys = {
        "hour one": hour_one(tmp_path),
        "attendance": attendance(tmp_path),
        "arrival": consent_about_the_map(tmp_path),
        "ballot": points_of_the_agreement(tmp_path),
        "close": the_close(tmp_path),
        "minutes sent": minutes_sent(tmp_path),
        "four weeks later": four_weeks_later(tmp_path),
        "second meeting": second_meeting(tmp_path),
    }
    print("keys:", keys)
    assert keys["hour one"] < HOUR_ONE, keys
    assert keys["attendance"] < 15, keys
    assert keys["arrival"] < 6, keys
    assert keys["ballot"] < 10, keys

    store = TinyStore(data_file(tmp_path), clock=lambda: dt.datetime(2026, 12, 3, tzinfo=dt.UTC))
    data = store.read()
    store.close()
    stands_in_the_file(data)


def hour_one(home: Path) -> int:
    """14 September: a network, its partners, the first meeting, a printed agenda."""
    with Person(home, "2026-09-14T10:00:00+02:00") as person:
        person.sees("Willkommen", "Neues Netzwerk anlegen")
        person.choose("1", "noch keine Regeln ›")
        person.type("Bildungsnetz Auental")
        person.save("8 Partner]", "Noch keine Partner")

        person.press("i")
        person.sees("erkannt: 0 Partner")
        person.session.paste(SHEET)
        person.sees(f"erkannt: {FACTS['partners']} Partner, 21 Personen", "noch nichts gespeichert")
        person.press("enter")
        person.sees("12 Partner, 21 Personen übernommen", "Stadtbibliothek Auenstadt", "Anja Rühl")

        person.area("f2", "[F2 Start")
        person.choose("n", "Regelmäßiges Treffen (3 Std.)")
        person.type("14.10.2026")
        for label in ("Beginn", "Ende", "Ort"):
            person.field(label)
        person.type("Volkshochschule Auental")
        person.save("[3 Agenda]", "Hauptthema (Titel eintragen)")

        person.row("Hauptthema")
        person.choose("enter", "Hauptthema")
        person.type(TOPIC)
        person.save()
        person.lost("Hauptthema")
        person.row("Kooperationsvereinbarung")
        person.choose("n", "Neuer TOP")
        person.type("Fachtag 2027: Welches Format?")
        person.save("10:40   20  Fachtag 2027")
        person.type("+")
        person.sees("10:40   25  Fachtag 2027")

        export(person)
        person.leave()

    page = words(home, "2026-10-14 Tagesordnung*.html")
    assert "Bildungsnetz Auental" in page and "14. Oktober 2026" in page
    for line in (
        "1 09:00 Eröffnung, Check-in",
        f"2 09:15 {TOPIC} Entscheidung",
        "– 09:50 Pause",
        "3 10:00 Kooperationsvereinbarung",
        "4 10:40 Fachtag 2027: Welches Format? Beratung",
        "5 11:05 Verschiedenes",
    ):
        assert line in page
    return person.keys


def export(person: Person) -> None:
    """The document that the area proposes, as the page to print that is proposed."""
    person.choose("x", "‹ Tagesordnung ›", "‹ Druckseite (HTML) ›")
    person.save("Gespeichert:")


def attendance(home: Path) -> int:
    """14 October, 08:40: nine are there, one has sent regrets; it begins at 09:04."""
    with Person(home, "2026-10-14T08:40:00+02:00") as person:
        person.sees("Bildungsnetz Auental", "Heute 09:00")
        person.area("f5", "5 Protokoll")
        person.sees("Wer ist da?")
        person.beamer()
        before = person.keys
        person.press("right", "e")  # IHK has sent regrets
        person.sees("abgesagt  IHK")
        person.press("a")
        person.sees("11 von 12")
        person.press("down", "down", "down", "down", "space")  # MGH said nothing
        person.sees("10 von 12")
        person.press("left", "up", "space")  # and BK comes later
        person.sees("9 von 12")
        counted = person.keys - before
        person.leave()
    with Person(home, "2026-10-14T09:04:00+02:00") as person:
        person.sees("Heute 09:00")
        person.area("f5", "5 Protokoll")
        person.beamer()
        person.sees("9 von 12")
        person.press("s")
        person.sees("TOP 1  Eröffnung", "9 von 12 da")
        person.say("Der Gast hat nur bis 10:50 Uhr Zeit.", "Gast hat nur bis 10:50 Uhr")
        person.say("! Die Tagesordnung wird angenommen.", "Zu entscheiden")
        person.say("= 9 0 0", "angenommen  B1")
        person.item(TOPIC)
        person.leave()
    return counted + 1


def consent_about_the_map(home: Path) -> int:
    """09:25: BK comes; a consent, an action, a topic, a secret; the terminal closes by accident.

    Returns:
        The keys of the arrival.
    """
    with Person(home, "2026-10-14T09:25:00+02:00") as person:
        person.sees("09:25")
        person.area("f5", "5 Protokoll")
        person.beamer()
        before = person.keys
        person.say("+bk", "10 von 12 da")
        arrival = person.keys - before
        person.say(f"! {MAP}", "Zu entscheiden")
        person.say("/einwand MBB Private Nummern gehören nicht hinein.", "Einwand 1 MBB")
        person.say("/eingearbeitet 1 Gespeichert werden nur Funktionskontakte.", "1 eingearbeitet")
        person.say("= konsent", "angenommen  B2")
        person.say("/wiedervorlage 1.6.2027", "01.06.2027")
        person.say("> Eintragsvorlage entwerfen @BIB +BB +MBB 13.11.", "Petra Vogt (BIB)", "M1")
        person.say("# Fahrtkosten für Ehrenamtliche @BK", "TS1")
        person.type(f"% {SECRET}")
        person.sees("vertraulich")
        person.press("enter")
        person.session.wait_for(lambda text: "vertraulicher Eintrag" in text and person.empty())
        person.type("BIB stellt drei We")
        person.sees("BIB stellt drei We")
        person.area("f6", "6 Vereinbarung")
        person.area("f7", "7 Plan")
        person.area("f5", "5 Protokoll")
        person.type("ge v")
        person.sees("BIB stellt drei Wege v")
        person.session.hang_up()
        person.session.wait_exit()
        unseen(person)
    return arrival


def points_of_the_agreement(home: Path) -> int:
    """10:26: the half line is still there; a break, fingers, votes, no opposition, resistance.

    Returns:
        The keys of eight yes, one no, one abstention.
    """
    with Person(home, "2026-10-14T10:26:00+02:00") as person:
        person.sees("10:26")
        person.area("f5", "5 Protokoll")
        person.beamer()
        person.sees("│ BIB stellt drei Wege v", "Die Zeit für TOP 2 ist um")
        person.say("or.", "10:26    BIB stellt drei Wege vor.")
        person.item("Pause")
        person.item("Kooperationsvereinbarung")
        person.say(f"! P3: {MEMBERS}", "Zu entscheiden: Punkt 3")
        person.say("= finger 4 3 2 1 0 0", "noch offen")
        person.say("= finger 4 4 2 0 0 0", "angenommen  B3")
        person.say(f"! P8: {ADMISSION}", "Zu entscheiden: Punkt 8")
        before = person.keys
        person.say("= 8 1 1", "angenommen  B4")
        ballot = person.keys - before
        person.say(f"/vertagen punkt 9 2.12. {WAITS}", "Punkt 9: vertagt auf Mi 02.12.2026")
        person.say("! Punkt 9 wird auf den 2. Dezember 2026 vertagt.", "Zu entscheiden")
        person.say("=", "angenommen  B5")
        person.say("> Zahlen zu Punkt 9 sammeln @HWK +IHK 20.11.", "Tobias Kern (HWK)", "M2")
        person.item("Fachtag 2027")
        person.say("/option A halber Tag vor Ort", "Option A")
        person.say("/option B drei Termine online", "Option B")
        person.say("/option N kein Fachtag", "Option N")
        person.say("= widerstand A 21 B 38 N 67", "A halber Tag vor Ort\n")
        person.say("! Der Fachtag 2027 findet als halber Tag statt.", "B6")
        person.leave()
        unseen(person)
    return ballot


def the_close(home: Path) -> int:
    """12:10: BTS left before, something is missing, it is closed all the same."""
    with Person(home, "2026-10-14T12:10:00+02:00") as person:
        person.sees("12:10")
        person.area("f5", "5 Protokoll")
        person.beamer()
        person.say("11:54 -bts", "9 von 12 da")
        person.item("Verschiedenes")
        person.say("Check-out: Die Runde ist zufrieden.", "12:10    Check-out")
        person.type("/schluss")
        person.press("enter")
        person.sees("Fehlt noch", "Enter trotzdem schließen")
        person.press("enter")
        person.sees("beendet 12:10")
        person.leave()
        unseen(person)
    return person.keys


def unseen(person: Person) -> None:
    """Not a word of the confidential line went to the terminal, not even while it was typed."""
    assert b"Miete" not in person.session.received
    assert b"verhandelt" not in person.session.received


def minutes_sent(home: Path) -> int:
    """16 October: the minutes leave as a page to print."""
    with Person(home, "2026-10-16T10:00:00+02:00") as person:
        person.sees("noch nicht versandt")
        person.area("f5", "5 Protokoll")
        person.choose("ctrl+s", "16.10.2026")
        person.press("enter")
        person.session.wait_for(lambda text: "Trotzdem" in text or "Vermerkt" in text)
        if "Trotzdem" in person.session.text():
            person.press("enter")
        person.sees("Vermerkt: versandt am Fr 16.10.2026", "2026-10-14 Protokoll")
        person.press("esc")
        person.lost("Vermerkt")
        person.leave()

    page = words(home, "2026-10-14 Protokoll*.html")
    for text in (
        f"Beschluss B-2026-1-2. {MAP}",
        "Offene schwerwiegende Einwände: 0",
        f"Beschluss B-2026-1-3. {MEMBERS}",
        "Ja 8, Nein 1, Enthaltung 1.",
        "ohne Gegenrede",
        "Geringster Widerstand: A mit 21.",
        "M-2026-001 Eintragsvorlage entwerfen Petra Vogt (BIB) BB, MBB 13.11.2026",
        "M-2026-002 Zahlen zu Punkt 9 sammeln Tobias Kern (HWK) IHK 20.11.2026",
        "TS-2026-01 Fahrtkosten für Ehrenamtliche BK",
        "09:04–11:54",
    ):
        assert text in page, text
    assert "Miete" not in page
    return person.keys


def four_weeks_later(home: Path) -> int:
    """16 November: what is due, and the next meeting with what was postponed."""
    with Person(home, "2026-11-16T09:00:00+01:00") as person:
        person.sees("Eintragsvorlage", "3 Tage überfällig", "Zu genehmigen", "14.10.2026")
        person.choose("n", "Neues Treffen")
        person.type("2.12.")
        person.save("[3 Agenda]", "Protokoll vom 14.10.2026", "Stand des Maßnahmenplans")
        person.sees("Punkt 9", f"am 14.10.2026 vertagt: {WAITS[:16]}")
        person.press("v")
        person.sees("tippen und suchen", f"vertagt: {WAITS}")
        person.press("enter")
        person.sees("Vorschläge (1)")
        person.press("esc")
        person.lost("tippen und suchen")
        person.row("Hauptthema")
        person.choose("enter", "Hauptthema")
        person.type("Fachtag 2027: Raum und Termin")
        person.save()
        person.lost("Hauptthema")
        export(person)

        person.area("f4", "4 Rollen")
        person.sees("Wer ist dran?", "Vorschlag: ", "Miriam Castell (BB)")
        person.press("enter")
        person.sees("tippen und suchen")
        person.type("Tekle")
        person.lost("Rosa Lindner")
        person.press("enter")
        person.lost("tippen und suchen")
        person.sees("Moderation      Samuel Tekle (MBB)")
        person.leave()

    page = words(home, "2026-12-02 Tagesordnung*.html")
    assert "4 09:40 Fachtag 2027: Raum und Termin" in page
    assert re.search(r"6 11:05 [^–]*Punkt 9", page)
    return person.keys


def second_meeting(home: Path) -> int:
    """2 December: the last minutes are approved, an action is done, an old topic is found."""
    with Person(home, "2026-12-02T09:05:00+01:00") as person:
        person.sees("Heute 09:00", "2 überfällig")
        person.area("f5", "5 Protokoll")
        person.beamer()
        person.press("a")
        person.sees("12 von 12")
        person.press("s")
        person.session.wait_for(running("Eröffnung"))
        person.item("Protokoll vom 14.10.2026")
        person.say("! Das Protokoll vom 14. Oktober 2026 wird genehmigt.", "Zu entscheiden")
        person.say("=", "angenommen  B1", "damit genehmigt?")
        person.say("1", "wird das Protokoll vom 14.10.2026 genehmigt")
        person.item("Stand des Maßnahmenplans")
        person.say("> M-1 erledigt", "M1 Eintragsvorlage entwerfen: erledigt")

        person.area("f9", "9 Archiv")
        person.type("/")
        person.session.wait_for(lambda _: "suchen in" in person.session.cursor_row())
        person.type("Fahrtkostne")
        person.sees("Fahrtkosten für Ehrenamtliche", "TS1")
        person.area("f5", "5 Protokoll")
        person.say("/schluss trotzdem", "beendet 09:05")
        person.leave()
    return person.keys


def stands_in_the_file(data: Data) -> None:
    """Partners, meetings, decisions, actions and topics, as the next start will find them."""
    assert data.network.name == "Bildungsnetz Auental"
    assert len(data.rows(Organisation)) == FACTS["partners"]
    first, second = sorted(data.rows(Meeting), key=lambda m: m.start)
    assert (first.start.date(), second.start.date()) == (
        dt.date(2026, 10, 14),
        dt.date.fromisoformat(FACTS["next_meeting"]),
    )

    decisions = {d.number: d.text for d in data.rows(Decision)}
    assert [*decisions] == [*(f"B-2026-1-{n}" for n in range(1, 7)), "B-2026-2-1"]
    assert (decisions["B-2026-1-2"], decisions["B-2026-1-3"]) == (MAP, MEMBERS)
    ballots = [e.what.ballot for e in data.log(first.id) if isinstance(e.what, Balloted)]
    assert {Method(d["method"]) for d in FACTS["decisions"]} <= {b.method for b in ballots}

    minutes = {m.meeting: m for m in data.rows(Minutes)}
    approved = minutes[first.id]
    assert approved.status is MinutesStatus.APPROVED
    assert (approved.sent_on, approved.approved_on) == (
        dt.date(2026, 10, 16),
        dt.date(2026, 12, 2),
    )
    entries = [getattr(e.what, "text", "") for e in data.log(first.id)]
    assert SECRET in entries and "BIB stellt drei Wege vor." in entries
    actions = {a.number: a.status for a in data.rows(Action)}
    assert actions == {"M-2026-001": ActionStatus.DONE, "M-2026-002": ActionStatus.OPEN}
    assert Counter(p.text for p in data.rows(ParkingItem)) == {"Fahrtkosten für Ehrenamtliche": 1}


def data_file(home: Path) -> Path:
    """The file of the network, in the folder that was proposed."""
    [found] = home.rglob("Bildungsnetz-Auental.json")
    return found


def words(home: Path, pattern: str) -> str:
    """The words of the one exported page of this name beside the data file, without markup."""
    [found] = data_file(home).parent.glob(pattern)
    page = re.sub(r"<style.*?</style>", " ", found.read_text("utf-8"), flags=re.DOTALL)
    text = html.unescape(re.sub(r"<[^>]+>", " ", page)).replace("\N{NO-BREAK SPACE}", " ")
    return re.sub(r" ([.,])", r"\1", " ".join(text.split()))
