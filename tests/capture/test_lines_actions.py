"""The table "The lines", in German and in English: actions and topics."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import ActionStatus, Body, Disposition
from tests.capture.lines import action, code, day, desk, intent, taken, who


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


@pytest.mark.parametrize(
    "line",
    [
        "> Text @AA +BB,MBB bis 13.11.",
        "> Text @AA +BB, MBB 13.11.",
        "> Text @AA +bb+mbb 13.11.",
        "> Text @AA +BB, +MBB, 13.11.",
        "> AA: Text +BB, MBB 13.11.",
    ],
)
def test_helpers_in_a_list_are_several(line: str) -> None:
    assert intent(line) == taken("Text", "AA", "BB", "MBB", due=day(11, 13))


def test_each_helper_of_a_list_is_known_or_from_outside() -> None:
    mixed = taken("Text", "AA", "BB", outside=("Kreis-IT",), due=day(11, 13))
    assert intent("> Text @AA +Kreis-IT,BB 13.11.") == mixed
    named = taken("Text", "AA", outside=("Kreis, IT",), due=day(11, 13))
    assert intent("> Text @AA +„Kreis, IT“ 13.11.") == named
