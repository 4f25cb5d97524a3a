"""The table "The lines", in German and in English: the run of the meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import OutcomeKind
from tests.capture.lines import day, desk, intent, taken
from tests.model_network import ZONE, clock, started


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


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("/beginn 10:04", it.Start()),
        ("/start at 10:04", it.Start()),
        ("/beginn um 10:04 Uhr", it.Start()),
        ("/weiter 10:04", it.Next()),
        ("/top 6 10:04", it.GoTo(number=6)),
        ("/pause 10:04", it.Pause()),
        ("/pause 15 10:04", it.Pause(minutes=15)),
        ("/fortsetzen 10:04", it.Resume()),
        ("/schluss 10:04", it.Close()),
        ("/ende 10:04", it.Close()),
        ("/end anyway 10:04", it.Close(force=True)),
    ],
)
def test_what_moves_the_meeting_may_end_in_its_time(line: str, meant: it.Intent) -> None:
    reading = desk().read(line)
    assert (reading.intent, reading.at) == (meant, clock(10, 4))


@pytest.mark.parametrize(
    ("line", "minutes"),
    [("/pause 11:00", 15), ("/pause bis 11:00 Uhr", 15), ("/pause until 10:46", 1)],
)
def test_a_break_may_be_named_by_its_end(line: str, minutes: int) -> None:
    """It is 10:45."""
    reading = desk().read(line)
    assert (reading.intent, reading.at) == (it.Pause(minutes=minutes), None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("/pause 16:00", "still to come"),
        ("/schluss 23:30", "still to come"),
        ("/beginn 5:00", "long before the start"),
        ("10:20 /weiter 10:30", "two times"),
        ("/beginn 25:00", "stands alone"),
        ("/alle 10:04", "stands alone"),
    ],
)
def test_a_time_at_the_end_that_cannot_be(line: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        desk().read(line)
