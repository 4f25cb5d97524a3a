"""The table "Lines to test", line by line, and the rules it belongs to."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.capture.reading import Reading
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from tests.model_network import Desk, network, newcomer, started


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


def test_a_doubled_mark_alone_is_text(desk: Desk) -> None:
    assert noted(desk.read("!! "), "!!")


@pytest.mark.parametrize("line", ["! ", "> ", "%"])
def test_a_mark_alone_is_refused(desk: Desk, line: str) -> None:
    with pytest.raises(Refused, match=r"[Ww]rite"):
        desk.read(line)


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
