"""The table "Lines to test", line by line, and the rules it belongs to."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from kooperation_tui.capture.reading import Reading
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from tests.model_network import Desk, clock, network, newcomer, started


@pytest.fixture
def desk() -> Desk:
    return started().at(10, 45)


def noted(reading: Reading, text: str) -> bool:
    return (
        reading.intent == it.Say(kind=NoteKind.NOTE, text=text)
        and reading.at is None
        and reading.question is None
    )


NOTES = """16:00 Uhr passt allen
9:15-10:00 Raum B
9:15 - 10:00 Raum B
9:15 – 10:00 Raum B
09:15 bis 10:00 Raum B
10:30 am Freitag
10:30 o'clock is fine
10:30 h genügt
1. Punkt
3) x
* Punkt
+/- 10 %
s/w-Kopien reichen
q4 Zahlen fehlen
q next steps
Es sind 5 % mehr
TOP 3: Herr X fragt nach
TOP 44:
TOP 3
!!! wichtig
== Abschnitt
=> Folge
!wichtig
>Zitat
?! wirklich
:-)
- Stichpunkt
-5 °C
+49 170
+49 170 1234567
~20 Gäste
-IHK zahlt weniger
-IHK und BB zahlen
+BB Danke sehr
- BTS zahlt
/ oder
/etc/hosts
und/oder
23:59 kommt noch
06:00 war zu früh
25:00 gibt es nicht
...
#3 im Plan
Beschlussfassung: morgen""".splitlines()


@pytest.mark.parametrize("line", NOTES)
def test_ordinary_lines_stay_notes(desk: Desk, line: str) -> None:
    assert noted(desk.read(line), line)


@pytest.mark.parametrize("line", ["!! ", "! ", "> ", "%"])
def test_a_mark_alone_is_text(desk: Desk, line: str) -> None:
    assert noted(desk.read(line), line.strip())


def test_there_already(desk: Desk) -> None:
    desk.at(9, 25).type("+bk")
    with pytest.raises(Refused, match="BK has been there since"):
        desk.at(10, 50).type("+bk")
    assert "09:25" in desk.plain("+bk")


def test_the_delegate_joins_the_deputy(desk: Desk) -> None:
    desk.type("+AA Frank Ostermeier")
    there = [p.person for p in desk.state.present() if p.organisation == desk.partner("AA")]
    assert there == [desk.person("Lena Fiedler"), desk.person("Frank Ostermeier")]
    assert len(desk.state.represented()) == 9


@pytest.mark.parametrize("line", ["= 8", "= 8 1", "= 8 2/3", "= 8 1 2/3", "= 8 1 1 1"])
def test_a_count_has_three_numbers(desk: Desk, line: str) -> None:
    with pytest.raises(Refused):
        desk.read(line)
    if len(line) < 7:
        with pytest.raises(Refused, match="three numbers"):
            desk.read(line)


def test_more_votes_than_represented(desk: Desk) -> None:
    desk.type("! Wortlaut")
    with pytest.raises(Refused, match=r"10 .* 9 "):
        desk.type("= 10 0 0")


def test_fewer_votes_than_represented(desk: Desk) -> None:
    desk.type("+bk")
    desk.type("! Wortlaut")
    assert "2 nicht abgestimmt" in desk.plain("= 6 1 1")


def owner(desk: Desk, line: str) -> it.TakeAction:
    found = desk.read(line).intent
    assert isinstance(found, it.TakeAction)
    return found


def test_an_address_is_no_owner(desk: Desk) -> None:
    found = owner(desk, "> Mail an info@auental.de schicken @BB 13.11.")
    assert found.title == "Mail an info@auental.de schicken"
    assert found.owner_organisation == desk.partner("BB")


def test_a_percentage_is_no_helper(desk: Desk) -> None:
    found = owner(desk, "> Preise um +5 % senken @BB Fr")
    assert (found.title, found.helpers, found.outside) == ("Preise um +5 % senken", (), ())
    assert found.due == dt.date(2026, 10, 16)


def test_dates_in_the_title(desk: Desk) -> None:
    found = owner(desk, "> Bericht vom 2.12. bis 13.11. prüfen @BB 20.11.")
    assert found.due == dt.date(2026, 11, 20)
    assert desk.read("> Bericht vom 2.12. bis 13.11. prüfen @BB 20.11.").hints == ()


def test_a_date_in_the_title_alone_is_asked(desk: Desk) -> None:
    reading = desk.read("> Vorlage 13.11. @BIB")
    assert isinstance(reading.intent, it.TakeAction)
    assert reading.intent.due is None
    assert [hint.args for hint in reading.hints] == [{"date": "13.11."}]
    assert "Bis 13.11.?" in desk.plain("> Vorlage 13.11. @BIB")


def test_the_rest_is_named(desk: Desk) -> None:
    with pytest.raises(Refused, match="so schnell wie möglich"):
        desk.read("> Klären @BB so schnell wie möglich")


def test_due_in_two_weeks(desk: Desk) -> None:
    assert owner(desk, "> Raum @BK +2w").due == dt.date(2026, 10, 28)


def test_a_number_in_front_is_no_action_number(desk: Desk) -> None:
    assert owner(desk, "> 100 Flyer drucken @BB").title == "100 Flyer drucken"


def test_two_people_of_one_name_are_asked() -> None:
    desk = started("de", *newcomer(network(), "Klaus Vogt", "BB")).at(10, 45)
    for line in ("> Vorlage @Vogt 13.11.", "/rolle protokoll Vogt", "> M-012 @Vogt"):
        reading = desk.read(line)
        assert reading.question is not None
        assert set(reading.question.args["names"]) == {  # type: ignore[call-overload]
            "Petra Vogt (BIB)",
            "Klaus Vogt (BB)",
        }
        assert len(reading.choices) == 2
        with pytest.raises(Refused, match="Klaus Vogt"):
            desk.type(line)
    assert desk.read("> Vorlage @Klaus Vogt 13.11.").question is None
    assert desk.read("+BB Vogt").question is None


def test_a_late_departure_leaves_the_ballot_alone(desk: Desk) -> None:
    desk.at(10, 50).type("! Wortlaut")
    desk.type("= 9 0 0")
    desk.at(10, 55).type("10:45 -BTS")
    ballot = desk.state.countings[0].ballot
    assert len(ballot.represented) == 9
    assert len(desk.state.represented()) == 8


def test_a_late_change_of_the_item_takes_entries_along(desk: Desk) -> None:
    desk.at(9, 15).type("/ergebnis")
    desk.at(9, 17).type("Vor dem Wechsel")
    desk.at(9, 20).type("Nach dem Wechsel")
    desk.at(9, 21).type("Noch eine")
    desk.at(9, 25)
    assert "2 Einträge wandern mit" in desk.plain("09:18 /next")
    desk.type("09:18 /next")
    items = {e.text: e.item for e in desk.state.entries if e.text}
    assert items["Vor dem Wechsel"] == desk.item(1)
    assert items["Nach dem Wechsel"] == items["Noch eine"] == desk.item(2)


# --- codes and dashes ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "tight"),
    [("- BTS", "-BTS"), ("+ BK", "+BK"), ("~ IHK", "~IHK"), ("– BTS", "-BTS"), ("- bts", "-bts")],
)
def test_a_blank_after_the_sign_is_asked(desk: Desk, line: str, tight: str) -> None:
    reading = desk.read(line)
    assert reading.question is not None
    assert reading.intent is None
    assert {tight, f"\\{line}"} <= set(reading.question.args.values())
    attends, text = reading.choices
    assert attends.intent == desk.read(tight).intent
    assert noted(desk.read(text.line), line)
    with pytest.raises(Refused, match=re.escape(tight)):
        desk.type(line)


def test_the_answer_is_recorded(desk: Desk) -> None:
    attends, text = desk.read("- BTS").choices
    desk.type("- BTS", answer=text)
    assert desk.state.entries[-1].text == "- BTS"
    desk.type("- BTS", answer=attends)
    assert desk.partner("BTS") not in desk.state.represented()
    with pytest.raises(Refused, match="look at the line again"):
        desk.type("- BK", answer=attends)


@pytest.mark.parametrize("line", ["+XYZ", "-xyz", "~XYZ", "+BK XYZ", "-BTT"])
def test_an_unknown_code_is_asked(desk: Desk, line: str) -> None:
    reading = desk.read(line)
    assert reading.question is not None
    assert reading.choices[-1].intent == it.Say(kind=NoteKind.NOTE, text=line)
    with pytest.raises(Refused, match="No partner has the code"):
        desk.type(line)


def test_the_nearest_code_is_offered(desk: Desk) -> None:
    guess = desk.read("-BTT").choices[0]
    assert guess.intent == it.Leave(organisations=(desk.partner("BTS"),))
    assert guess.line == "-BTS"


# --- times ---------------------------------------------------------------------------


def test_a_time_at_the_start(desk: Desk) -> None:
    reading = desk.read("10:30 Landkarte besprochen")
    assert reading.at == clock(10, 30)
    assert reading.intent == it.Say(kind=NoteKind.NOTE, text="Landkarte besprochen")
    assert desk.read("9:05 +BK").at == clock(9, 5)
    assert desk.read("10:30 -BTS").at == clock(10, 30)
    assert "nachgetragen 10:30" in desk.plain("10:30 Landkarte besprochen")


def test_a_backslash_makes_a_time_text(desk: Desk) -> None:
    assert noted(desk.read("\\10:30 Landkarte"), "10:30 Landkarte")
    reading = desk.read("10:30 \\! Text")
    assert reading.at == clock(10, 30)
    assert reading.intent == it.Say(kind=NoteKind.NOTE, text="! Text")


def test_two_hours_ahead_of_the_start_and_not_after_now(desk: Desk) -> None:
    assert desk.read("07:00 Aufbau").at == clock(7)
    assert noted(desk.read("06:59 Aufbau"), "06:59 Aufbau")
    assert desk.read("10:45 jetzt").at == clock(10, 45)
    assert noted(desk.read("10:46 gleich"), "10:46 gleich")


def test_past_midnight() -> None:
    desk = started()
    late = dt.date(2026, 10, 15)
    desk.now = clock(23, 50)
    desk.type("Noch da")
    desk.now = clock(0, 20, day=late)
    assert desk.read("00:10 Jetzt aber").at == clock(0, 10, day=late)
    assert desk.read("23:55 Kurz vorher").at == clock(23, 55)


def test_a_closed_meeting_takes_lines_with_a_time(desk: Desk) -> None:
    desk.at(10, 50).type("/schluss trotzdem")
    desk.now = clock(18, 0, day=dt.date(2026, 10, 16))
    with pytest.raises(Refused, match="time"):
        desk.type("Zu spät")
    desk.type("10:20 Nachtrag")
    assert desk.state.entries[-1].at <= clock(10, 50)


def test_no_next_meeting_yet(desk: Desk) -> None:
    with pytest.raises(Refused, match="/nextmeeting"):
        desk.read("> Text @BB nt")


# --- ambiguous dates ------------------------------------------------------------------


def test_an_ambiguous_date_is_asked(desk: Desk) -> None:
    reading = desk.read("> Text @BB nächsten Freitag")
    assert reading.question is not None
    dues = [c.intent.due for c in reading.choices if isinstance(c.intent, it.TakeAction)]
    assert dues == [dt.date(2026, 10, 16), dt.date(2026, 10, 23)]
    with pytest.raises(Refused, match=r"2026-10-16 or 2026-10-23"):
        desk.type("> Text @BB nächsten Freitag")
    desk.type("> Text @BB nächsten Freitag", answer=reading.choices[1])
    assert desk.read("> Text @BB 3/4", english=True).question is not None
    assert desk.read("> Text @BB 3/4", english=False).question is None
    assert desk.read("/review 3/4/2027", english=True).question is not None
