"""Every row of the table "The lines", in German and in English."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from kooperation_tui.capture import SpeakersCommand, Speaking
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind, ObjectionKind, OutcomeKind
from kooperation_tui.domain.model import ActionStatus, Body, Disposition, Majority, Role
from tests.model_network import ZONE, Desk, clock, started

NOW = (10, 45)


@cache
def desk() -> Desk:
    """A running meeting whose next one is fixed for 2 December, 9:00."""
    desk = started().at(10, 40)
    desk.type("/nächstes 2.12. 9:00 Stadtbibliothek")
    return desk.at(*NOW)


def code(name: str) -> str:
    return desk().partner(name)


def who(name: str) -> str:
    return desk().person(name)


def action(number: str) -> str:
    return desk().read(f"> {number} läuft").intent.action  # type: ignore[union-attr]


def intent(line: str) -> it.Intent | None:
    reading = desk().read(line)
    assert reading.question is None
    return reading.intent


def day(month: int, number: int, year: int = 2026) -> dt.date:
    return dt.date(year, month, number)


def note(text: str, kind: NoteKind = NoteKind.NOTE, organisation: str = "") -> it.Say:
    return it.Say(kind=kind, text=text, organisation=organisation)


# --- words -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Landkarte startet im Januar", note("Landkarte startet im Januar")),
        ("... und zwar bald", it.Continue(text="und zwar bald")),
        ("…und zwar bald", it.Continue(text="und zwar bald")),
        ("? Wer zahlt", note("Wer zahlt", NoteKind.QUESTION)),
        ("?", note("", NoteKind.GAP)),
        ("? ", note("", NoteKind.GAP)),
        ("% Personalfrage bei BK", note("Personalfrage bei BK", NoteKind.CONFIDENTIAL)),
        ("/anlage Bewertungsbogen", note("Bewertungsbogen", NoteKind.ANNEX)),
        ("/annex rating sheet", note("rating sheet", NoteKind.ANNEX)),
        ("s/alt/neu/", it.Substitute(old="alt", new="neu")),
        ("s/alt//", it.Substitute(old="alt", new="")),
        (r"s/a\/b/c/", it.Substitute(old="a/b", new="c")),
        ("/undo", it.Undo()),
        ("/zurücknehmen", it.Undo()),
        ("\\! kein Beschluss", note("! kein Beschluss")),
        ("\\/etc", note("/etc")),
        ("!\u00a0geschützt", it.Propose(text="geschützt")),
    ],
)
def test_words(line: str, meant: it.Intent) -> None:
    assert intent(line) == meant


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (": HWK Aufwand messen", NoteKind.STATEMENT),
        (": hwk: Aufwand messen", NoteKind.STATEMENT),
        ("/minority HWK Aufwand messen", NoteKind.MINORITY),
        ("/minderheit hwk Aufwand messen", NoteKind.MINORITY),
    ],
)
def test_statements(line: str, kind: NoteKind) -> None:
    assert intent(line) == note("Aufwand messen", kind, code("HWK"))


# --- decisions -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("! BIB führt die Redaktion", it.Propose(text="BIB führt die Redaktion")),
        ("! P3: Wortlaut", it.Propose(text="Wortlaut", point="p3")),
        ("BESCHLUSS: Wortlaut", it.Propose(text="Wortlaut")),
        ("Beschluss: Wortlaut", it.Propose(text="Wortlaut")),
        ("RESOLUTION: wording", it.Propose(text="wording")),
        ("=", it.NobodyOpposes()),
        ("= ", it.NobodyOpposes()),
        ("= 8 1 1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8/1/1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8-1-1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8−1–1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8–1–1", it.TakeVote(yes=8, no=1, abstain=1)),
        ("= 8 1 1 2/3", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.TWO_THIRDS)),
        ("= 8/1/1 zwei Drittel", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.TWO_THIRDS)),
        ("= 8 1 1 absolut", it.TakeVote(yes=8, no=1, abstain=1, majority=Majority.ABSOLUTE)),
        ("= einstimmig 9 0 0", it.TakeVote(yes=9, no=0, abstain=0, unanimous=True)),
        ("= unanimous 9 0 0", it.TakeVote(yes=9, no=0, abstain=0, unanimous=True)),
        ("= konsens 1", it.TakeConsensus(stand_asides=1)),
        ("= consensus 1", it.TakeConsensus(stand_asides=1)),
        ("= Konsens", it.TakeConsensus()),
        ("= konsent", it.TakeConsent()),
        ("= consent", it.TakeConsent()),
        ("= finger 4 4 2 0 0 0", it.TakeFist(counts=(4, 4, 2, 0, 0, 0))),
        ("= fist 4/4/2/0/0/0", it.TakeFist(counts=(4, 4, 2, 0, 0, 0))),
        ("/option A halber Tag vor Ort", it.AddOption(label="A", text="halber Tag vor Ort")),
        (
            "= widerstand A 21 B 38 N 67",
            it.TakeResistance(sums=(("A", 21), ("B", 38), ("N", 67))),
        ),
        ("= resistance a 21 n 67", it.TakeResistance(sums=(("A", 21), ("N", 67)))),
        ("= stimmung 7 dafür, 2 dagegen", it.TakeStraw(text="7 dafür, 2 dagegen")),
        ("= straw 7 for", it.TakeStraw(text="7 for")),
        ("= ungültig falsch gezählt", it.VoidBallot(reason="falsch gezählt")),
        ("= void miscounted", it.VoidBallot(reason="miscounted")),
        ("/reject", it.EndWording(withdrawn=False)),
        ("/abgelehnt", it.EndWording(withdrawn=False)),
        ("/withdraw", it.EndWording(withdrawn=True)),
        ("/zurückgezogen", it.EndWording(withdrawn=True)),
        (
            "/integrated 1 nur Funktionskontakte",
            it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"),
        ),
        (
            "/eingearbeitet 1 nur Funktionskontakte",
            it.SettleObjection(number=1, integrated=True, text="nur Funktionskontakte"),
        ),
        ("/withdrawn 1", it.SettleObjection(number=1, integrated=False)),
        ("/erledigt 1", it.SettleObjection(number=1, integrated=False)),
        ("/review 1.6.2027", it.Review(on=dt.date(2027, 6, 1))),
        ("/wiedervorlage 1.6.2027", it.Review(on=dt.date(2027, 6, 1))),
        ("/point 3", it.BindPoint(point="p3")),
        ("/punkt 3", it.BindPoint(point="p3")),
    ],
)
def test_decisions(line: str, meant: it.Intent) -> None:
    assert intent(line) == meant


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("/objection MBB Nummern", ObjectionKind.PARAMOUNT),
        ("/einwand MBB Nummern", ObjectionKind.PARAMOUNT),
        ("/concern MBB Nummern", ObjectionKind.CONCERN),
        ("/bedenken mbb Nummern", ObjectionKind.CONCERN),
    ],
)
def test_objections(line: str, kind: ObjectionKind) -> None:
    meant = it.RaiseObjection(kind=kind, organisation=code("MBB"), text="Nummern")
    assert intent(line) == meant


@pytest.mark.parametrize("line", ["/recused HWK", "/befangen hwk"])
def test_recused(line: str) -> None:
    assert intent(line) == it.Recuse(organisation=code("HWK"))


def test_a_consent_asks_for_a_review() -> None:
    hints = desk().read("= konsent").hints
    assert any("/review" in hint.msgid for hint in hints)


# --- actions and topics --------------------------------------------------------


def taken(title: str, owner: str, *helpers: str, **more: object) -> it.TakeAction:
    return it.TakeAction(
        title=title,
        owner_organisation=code(owner),
        helpers=tuple(code(helper) for helper in helpers),
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    "line",
    [
        "> Vorlage entwerfen @BIB +BB 13.11.",
        "> Vorlage entwerfen @bib +bb, bis 13.11.",
        "> Vorlage entwerfen @BIB 13.11.2026 +BB",
        "> BIB: Vorlage entwerfen +BB 13.11.",
        "AUFGABE: Vorlage entwerfen @BIB +BB 13.11.",
        "ACTION: BIB: Vorlage entwerfen +BB 13.11.",
        "Aufgabe: Vorlage entwerfen @BIB +BB Fr 13. November",
    ],
)
def test_an_action(line: str) -> None:
    assert intent(line) == taken("Vorlage entwerfen", "BIB", "BB", due=day(11, 13))


@pytest.mark.parametrize("owner", ["@Petra Vogt", "@Vogt", "@petra vogt,"])
def test_an_action_of_a_person(owner: str) -> None:
    meant = it.TakeAction(
        title="Vorlage", owner=who("Petra Vogt"), owner_organisation=code("BIB"), due=day(11, 13)
    )
    assert intent(f"> Vorlage {owner} 13.11.") == meant
    assert intent(f"> {owner.strip('@,')}: Vorlage 13.11.") == meant


def test_a_person_with_the_code_behind() -> None:
    assert intent("> Text @Petra Vogt (BIB) 13.11.") == intent("> Text @Petra Vogt 13.11.")


def test_a_second_owner_is_pointed_out() -> None:
    reading = desk().read("> Text @BB @BIB 13.11.")
    assert reading.intent == taken("Text @BB", "BIB", due=day(11, 13))
    assert [hint.args for hint in reading.hints] == [{"word": "BB"}]


@pytest.mark.parametrize("word", ["niemand", "nobody", "Niemand"])
def test_nobody_with_a_reason(word: str) -> None:
    meant = it.TakeAction(title="Team finden", nobody=True, owner_reason="bewusst offen")
    assert intent(f"> Team finden @{word} (bewusst offen)") == meant
    assert intent(f"> {word}: Team finden (bewusst offen)") == meant


@pytest.mark.parametrize("words", ["ohne Termin", "no date", "kein Termin"])
def test_no_date_with_a_reason(words: str) -> None:
    line = f"> Team finden @BB {words} (Treffen am 2.12. entscheidet)"
    assert intent(line) == taken("Team finden", "BB", due_reason="Treffen am 2.12. entscheidet")


def test_nobody_and_no_date() -> None:
    line = "> Team finden @niemand (bewusst offen) ohne Termin (später)"
    meant = it.TakeAction(
        title="Team finden", nobody=True, owner_reason="bewusst offen", due_reason="später"
    )
    assert intent(line) == meant


@pytest.mark.parametrize(
    "helper", ['+"Kreis IT"', "+„Kreis IT“", "+“Kreis IT”", "+»Kreis IT«", '+"Kreis IT",']
)
def test_a_helper_from_outside_with_several_words(helper: str) -> None:
    meant = taken("Plattform", "BB", outside=("Kreis IT",), due=day(12, 11))
    assert intent(f"> Plattform @BB {helper} 11.12.") == meant
    assert intent(f"> BB: Plattform {helper} 11.12.") == meant


def test_a_helper_from_outside_in_one_word() -> None:
    assert intent("> Plattform @BB +Kreis-IT 11.12.") == taken(
        "Plattform", "BB", outside=("Kreis-IT",), due=day(12, 11)
    )


@pytest.mark.parametrize(
    ("line", "title", "due"),
    [
        ("> BIB: Machen wir das so", "Machen wir das so", None),
        ("> BIB: Fassung 2.1", "Fassung 2.1", None),
        ("> BIB: Preise um +5 % senken Fr", "Preise um +5 % senken", day(10, 16)),
        ("> BIB: Entwurf (kurz) bis 13.11.", "Entwurf (kurz)", day(11, 13)),
        ("> BIB: Bericht vom 31.2. prüfen", "Bericht vom 31.2. prüfen", None),
        ("> Text @BIB so", "Text", day(10, 18)),
        ("> Text @BIB nt", "Text", day(12, 2)),
        ("> Text @BIB heute", "Text", day(10, 14)),
    ],
)
def test_where_the_title_ends(line: str, title: str, due: dt.date | None) -> None:
    assert intent(line) == taken(title, "BIB", due=due)


@pytest.mark.parametrize("number", ["M-012", "M-12", "M-2026-012", "m-12"])
@pytest.mark.parametrize(
    ("news", "change"),
    [
        ("erledigt", {"status": ActionStatus.DONE}),
        ("done", {"status": ActionStatus.DONE}),
        (
            "erledigt, Bericht liegt vor",
            {"status": ActionStatus.DONE, "reason": "Bericht liegt vor"},
        ),
        ("läuft", {"status": ActionStatus.IN_PROGRESS}),
        ("running", {"status": ActionStatus.IN_PROGRESS}),
        ("30.11. Grund dafür", {"due": day(11, 30), "reason": "Grund dafür"}),
        ("nt Grund", {"due": day(12, 2), "reason": "Grund"}),
        ("zurückgestellt Grund", {"status": ActionStatus.ON_HOLD, "reason": "Grund"}),
        ("on hold (reason)", {"status": ActionStatus.ON_HOLD, "reason": "reason"}),
        ("fallen Grund", {"status": ActionStatus.DROPPED, "reason": "Grund"}),
        ("dropped reason", {"status": ActionStatus.DROPPED, "reason": "reason"}),
        ("@BB", {"owner_organisation": "BB"}),
        ("@BB 30.11. krank", {"owner_organisation": "BB", "due": day(11, 30), "reason": "krank"}),
    ],
)
def test_progress(number: str, news: str, change: dict[str, object]) -> None:
    change = {
        key: code(str(value)) if key == "owner_organisation" else value
        for key, value in change.items()
    }
    meant = it.ProgressAction(action=action("M-2026-012"), **change)  # type: ignore[arg-type]
    assert intent(f"> {number} {news}") == meant


def test_the_parking_lot() -> None:
    assert intent("# Fahrtkosten @BK") == it.Park(text="Fahrtkosten", by=code("BK"))
    assert intent("# Fahrtkosten @Senger") == it.Park(text="Fahrtkosten", by=code("BK"))
    assert intent("# Fahrtkosten") == it.Park(text="Fahrtkosten")
    reading = desk().read("# Fahrtkosten @XYZ")
    assert reading.intent == it.Park(text="Fahrtkosten @XYZ")
    assert reading.hints


def topic(number: str) -> str:
    return desk().read(f"# {number} fallen").intent.parking  # type: ignore[union-attr]


@pytest.mark.parametrize("number", ["TS-04", "TS-4", "TS-2026-04", "ts-04"])
def test_where_a_topic_goes(number: str) -> None:
    parking = topic("TS-2026-04")
    state = desk().state
    assert state.next_meeting is not None
    agenda = it.DisposeParking(
        parking=parking,
        disposition=Disposition.AGENDA,
        target=state.next_meeting.meeting,
        target_on=day(12, 2),
    )
    assert intent(f"# {number} nt") == agenda
    with_note = it.DisposeParking(
        parking=parking,
        disposition=Disposition.AGENDA,
        target=state.next_meeting.meeting,
        target_on=day(12, 2),
        note="mit Punkt 9",
    )
    assert intent(f"# {number} nt mit Punkt 9") == with_note
    assert intent(f"# {number} mit Punkt 9 nt") == with_note
    team = next(b for b in desk().data.rows(Body) if b.name == "Koordinationsteam")
    for line in ("an Koordinationsteam", "an das Koordinationsteam", "to Koordinationsteam"):
        assert intent(f"# {number} {line}") == it.DisposeParking(
            parking=parking, disposition=Disposition.BODY, target=team.id
        )
    assert intent(f"# {number} an Steuergruppe") == it.DisposeParking(
        parking=parking, disposition=Disposition.BODY, note="Steuergruppe"
    )
    for word in ("fallen", "drop"):
        assert intent(f"# {number} {word}") == it.DisposeParking(
            parking=parking, disposition=Disposition.DROPPED
        )


# --- who is there -----------------------------------------------------------------


def test_attendance() -> None:
    arrive = it.Arrive(
        arrivals=tuple(it.Arriving(organisation=code(c)) for c in ("BK", "VHS", "JC"))
    )
    assert intent("+BK vhs jc") == arrive
    assert intent("+bk, vhs, jc") == arrive
    assert intent("-BTS") == it.Leave(organisations=(code("BTS"),))
    assert intent("−BTS") == intent("–bts") == intent("-BTS")
    assert intent("~IHK") == it.Excuse(organisations=(code("IHK"),))
    assert intent("/excused IHK") == intent("/abgesagt ihk") == intent("~IHK")
    assert intent("+HWK online") == it.Arrive(
        arrivals=(it.Arriving(organisation=code("HWK"), remote=True),)
    )
    assert intent("/all") == intent("/alle") == it.ArriveAll()


def test_a_time_after_a_code() -> None:
    reading = desk().read("-BTS 10:34")
    assert reading.intent == it.Leave(organisations=(code("BTS"),))
    assert reading.at == clock(10, 34)


@pytest.mark.parametrize("line", ["+AA Lena Fiedler", "+aa Fiedler", "+AA Lena Fiedler online"])
def test_a_person_comes(line: str) -> None:
    arriving = it.Arriving(
        organisation=code("AA"), person=who("Lena Fiedler"), remote=line.endswith("online")
    )
    assert intent(line) == it.Arrive(arrivals=(arriving,))


def test_an_unknown_person_is_asked() -> None:
    reading = desk().read("+AA Lena Neumann")
    assert reading.question is not None
    new, text = reading.choices
    arriving = it.Arriving(organisation=code("AA"), new_person="Lena Neumann")
    assert new.intent == it.Arrive(arrivals=(arriving,))
    assert text.intent == note("+AA Lena Neumann")
    assert intent("+AA Lena Neumann neu") == intent("+AA Lena Neumann new") == new.intent


def test_guests() -> None:
    came = it.GuestIn(name="Hannah Nowak", organisation="Hochschule")
    assert intent("/guest in Hannah Nowak, Hochschule") == came
    assert intent("/gast da Hannah Nowak, Hochschule") == came
    assert intent("/gast da Hannah Nowak, Hochschule, TOP 6") == it.GuestIn(
        name="Hannah Nowak", organisation="Hochschule", items=(6,)
    )
    assert intent("/guest out Hannah Nowak") == it.GuestOut(name="Hannah Nowak")
    assert intent("/gast geht Nowak") == it.GuestOut(name="Nowak")


@pytest.mark.parametrize(
    "line", ["/role minutes Petra Vogt", "/rolle protokoll BIB", "/rolle Protokoll Vogt"]
)
def test_roles(line: str) -> None:
    assert intent(line) == it.TakeRole(role=Role.MINUTES, person=who("Petra Vogt"))


def test_a_role_for_whoever_is_there() -> None:
    meant = it.TakeRole(role=Role.TIMEKEEPER, person=who("Lena Fiedler"))
    assert intent("/rolle zeit AA") == meant
    assert intent("/role time nobody") == it.TakeRole(role=Role.TIMEKEEPER, person="")


@pytest.mark.parametrize(
    ("line", "what", "organisation"),
    [
        ("q+ HWK", Speaking.JOIN, "HWK"),
        ("q+hwk", Speaking.JOIN, "HWK"),
        ("/wort HWK", Speaking.JOIN, "HWK"),
        ("/speak hwk", Speaking.JOIN, "HWK"),
        ("q- HWK", Speaking.LEAVE, "HWK"),
        ("q – HWK", Speaking.LEAVE, "HWK"),
        ("q next", Speaking.NEXT, ""),
        ("q close", Speaking.CLOSE, ""),
    ],
)
def test_the_speakers_list(line: str, what: Speaking, organisation: str) -> None:
    reading = desk().read(line)
    assert reading.intent is None
    assert reading.speakers == SpeakersCommand(
        what=what, organisation=code(organisation) if organisation else ""
    )


# --- the run of the meeting ---------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "meant"),
    [
        (("/start", "/beginn"), it.Start()),
        (("/next", "/weiter", "/WEITER"), it.Next()),
        (("/item 6", "/top 6"), it.GoTo(number=6)),
        (("/pause 10", "/pause 10 min"), it.Pause(minutes=10)),
        (("/pause",), it.Pause()),
        (("/resume", "/fortsetzen"), it.Resume()),
        (("/extend 5", "/verlängern 5", "/verlaengern 5 min"), it.Extend(minutes=5)),
        (("/close", "/schluss"), it.Close()),
        (("/close anyway", "/schluss trotzdem"), it.Close(force=True)),
        (("/add Neuer Raum 10", "/neu Neuer Raum 10"), it.AddItem(title="Neuer Raum", minutes=10)),
        (("/neu Fachtag",), it.AddItem(title="Fachtag")),
        (("/before 6 5", "/vor 6 5"), it.MoveBefore(number=6, before=5)),
        (("/minutes 5 30", "/minuten 5 30"), it.SetMinutes(number=5, minutes=30)),
        (
            ("/outcome beraten", "/ergebnis beraten"),
            it.SetOutcome(kind=OutcomeKind.RESULT, text="beraten"),
        ),
        (("/outcome", "/ergebnis", "/noted", "/kenntnis"), it.SetOutcome(kind=OutcomeKind.NOTED)),
        (
            ("/postpone 2.12. IHK fehlt", "/vertagen 2.12. IHK fehlt"),
            it.SetOutcome(kind=OutcomeKind.POSTPONED, text="IHK fehlt", until=day(12, 2)),
        ),
        (
            ("/postpone next", "/vertagen nt", "/vertagen"),
            it.SetOutcome(kind=OutcomeKind.POSTPONED),
        ),
        (
            ("/vertagen Freitag geht nicht",),
            it.SetOutcome(kind=OutcomeKind.POSTPONED, text="Freitag geht nicht"),
        ),
        (
            ("/postpone point 9 2.12. Zahlen fehlen", "/vertagen punkt 9 2.12. Zahlen fehlen"),
            it.SetOutcome(
                kind=OutcomeKind.POSTPONED, text="Zahlen fehlen", until=day(12, 2), point="p9"
            ),
        ),
        (("/park", "/parken"), it.SetOutcome(kind=OutcomeKind.PARKED)),
        (
            ("/drop erledigt sich", "/fallen erledigt sich"),
            it.SetOutcome(kind=OutcomeKind.DROPPED, text="erledigt sich"),
        ),
        (
            ('/correct TOP 4 "alt." "neu."', "/berichtigen TOP 4 „alt.“ „neu.“"),
            it.Correct(item=4, old="alt.", new="neu."),
        ),
        (
            ("/nextmeeting 3.12. 9:00 Lesesaal", "/nächstes Do 3.12. 09:00 Uhr Lesesaal"),
            it.NextMeeting(start=dt.datetime(2026, 12, 3, 9, tzinfo=ZONE), place="Lesesaal"),
        ),
        (("TOP 6:", "Item 6:"), it.GoTo(number=6)),
        (("TOP 6: Aufnahmeantrag der Hochschule Auental",), it.GoTo(number=6)),
    ],
)
def test_the_run_of_the_meeting(lines: tuple[str, ...], meant: it.Intent) -> None:
    for line in lines:
        assert intent(line) == meant


@pytest.mark.parametrize("line", ["/approve 2026-2", "/genehmigen 2026-2"])
def test_earlier_minutes(line: str) -> None:
    found = intent(line)
    assert isinstance(found, it.ApproveMinutes)
    assert found.meeting != desk().meeting


@pytest.mark.parametrize("word", ["/for", "/zu"])
def test_the_rest_belongs_to_an_item(word: str) -> None:
    reading = desk().read(f"{word} 4 > Text @BB Fr")
    assert reading.item == desk().item(4)
    assert reading.intent == taken("Text", "BB", due=day(10, 16))
    assert desk().read(f"10:30 {word} TOP 4 Notiz").at == clock(10, 30)
    assert desk().read(f"{word} 4 10:30 Notiz").at == clock(10, 30)
    with pytest.raises(Refused, match="no item 44"):
        desk().read(f"{word} 44 Text")
    with pytest.raises(Refused, match="two items"):
        desk().read(f"{word} 4 {word} 5 Text")


def test_an_entry_is_edited_by_its_words() -> None:
    desk = started()
    (event,) = desk.type("Der Fachtag kostet 500 Euro.")
    meant = it.Edit(entry=event.id, text="Der Fachtag kostet 600 Euro.")
    assert desk.read('/edit "500 Euro" "600 Euro"').intent == meant
    assert desk.read("/bearbeiten „500 Euro“ „600 Euro“").intent == meant
    with pytest.raises(Refused, match="no entry"):
        desk.read('/edit "700" "600"')
    desk.type("Noch einmal 500 Euro.")
    with pytest.raises(Refused, match="2 entries"):
        desk.read('/edit "500 Euro" "600 Euro"')


# --- foreign logs --------------------------------------------------------------------


def test_marks_of_foreign_logs() -> None:
    def imported(line: str) -> it.Intent | None:
        return desk().read(line, imported=True).intent

    assert imported("#agreed Wir starten im Januar") == it.Propose(text="Wir starten im Januar")
    assert imported("#info Text") == note("Text")
    assert imported("#action BB Plattform bereitstellen 11.12.") == taken(
        "Plattform bereitstellen", "BB", due=day(12, 11)
    )
    assert imported("#topic Fachtag 2027: Welches Format?") == it.GoTo(number=7)
    assert imported("#topic Etwas Neues") == it.AddItem(title="Etwas Neues")
    assert imported("#chair Hannah") == note("#chair Hannah")


def test_a_hash_word_is_asked_in_a_live_line() -> None:
    reading = desk().read("#Fahrtkosten klären")
    assert reading.question is not None
    parked, text = reading.choices
    assert parked.intent == it.Park(text="Fahrtkosten klären")
    assert text.intent == note("#Fahrtkosten klären")
    assert intent("#3 im Plan") == note("#3 im Plan")


# --- refused with a reason ------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("! ", None),
        ("> ", None),
        ("> Klären", "Who does it"),
        ("> Klären @XYZ 13.11.", "@XYZ"),
        ("> Klären @BBI 13.11.", "did you mean"),
        ("> @BB 13.11.", "what is to be done"),
        ("> Text @BB 13.11. 14.11.", "14.11."),
        ("> Text @BB 31.2.", "does not exist"),
        ("> Text @BB 13.11. ohne Termin (Grund)", "keep one"),
        ("> M-999 erledigt", "M-999"),
        ("> M-012", "What is new"),
        ("> M-012 Elternabende @JBH", "Elternabende"),
        ("> M-012 @XYZ", "@XYZ"),
        ("# TS-99 nt", "TS-99"),
        ("# TS-04", "Where does"),
        ("# TS-04 mal sehen", "Where does"),
        (": keine Ahnung", "keine"),
        (": HWK", "behind the code"),
        ("= Ergebnis", "no way to count"),
        ("= 8 1 1 viele", "no majority"),
        ("= finger 4 4 2", "six numbers"),
        ("= konsens viele", "one number"),
        ("= konsent aber", "stands nothing"),
        ("= widerstand A 21 A 3", "once"),
        ("= ungültig", "why"),
        ("/weitr", "/weiter"),
        ("/xyzzy", "not known"),
        ("/weiter bitte", "stands alone"),
        ("/withdraw 1", "stands alone"),
        ("/top", "number"),
        ("/top 44", "no item 44"),
        ("/vor 6", "two items"),
        ("/minuten 5", "minutes"),
        ("/neu", "new item"),
        ("/verlängern", "how many"),
        ("/pause lang", "break"),
        ("/schluss jetzt", "stands alone"),
        ("/fallen", "why"),
        ("/vertagen punkt 12 2.12.", "12"),
        ("/punkt 12", "1 to 9"),
        ("/wiedervorlage bald", "no date"),
        ("/wiedervorlage 1.6.2020", "before the meeting"),
        ("/nächstes 2.12. Lesesaal", "day, time and place"),
        ("/genehmigen", "2026-2"),
        ("/berichtigen alt neu", "quotation marks"),
        ("/rolle kassieren BB", "Roles are"),
        ("/rolle protokoll Niemandsland", "Niemandsland"),
        ("/gast Hannah", "/guest in"),
        ("/einwand XYZ Text", "XYZ"),
        ("/option A", "letter"),
        ("/abgesagt", "excused"),
        ("/befangen", "does not vote"),
        ("/wort", "speak"),
        ("q+ XYZ", "XYZ"),
        ("\\", "behind"),
        ("-BTS 23:00", "still to come"),
        ("10:30 -BTS 10:34", "two times"),
        ("/zu 4 /weiter", "no item"),
        ("/zu 4 q+ HWK", "no item"),
        ("> Text @BB (zugesagt)", "zugesagt"),
    ],
)
def test_refused_with_a_reason(line: str, reason: str | None) -> None:
    if reason is None:  # a mark with nothing behind it is text until a blank follows
        assert intent(line) == note(line.strip())
        return
    with pytest.raises(Refused, match=reason):
        desk().read(line)


def test_an_empty_line_is_nothing() -> None:
    for line in ("", "   ", "\t\n"):
        reading = desk().read(line)
        assert (reading.intent, reading.question, reading.speakers) == (None, None, None)
