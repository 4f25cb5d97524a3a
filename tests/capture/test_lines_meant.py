"""Notes that look like another line, guests by their names, short numbers, reviews."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.capture import Tone
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import ActionStatus, Decision
from tests.capture.lines import action, code, desk, intent, note
from tests.model_network import Desk, clock, started


def deciding() -> Desk:
    desk = started().at(9, 30)
    desk.type("! Wir treffen uns jeden Monat.")
    return desk


@pytest.mark.parametrize(
    ("typed", "rather"),
    [
        ("8 0 1", "= 8 0 1"),
        ("8/0/1", "= 8/0/1"),
        ("=8 1 1", "= 8 1 1"),
        ("=8/1/1 2/3", "= 8/1/1 2/3"),
        ("=konsent", "= konsent"),
        ("8 Ja, 1 Nein, 1 Enthaltung", "= 8 1 1"),
        ("Ja 8, Nein 1, Enthaltungen 2", "= 8 1 2"),
        ("8 yes, 1 no", "= 8 1 0"),
    ],
)
def test_a_note_that_gives_a_result_stays_a_note_and_says_so(typed: str, rather: str) -> None:
    desk = deciding()
    reading = desk.read(typed)
    assert reading.intent == note(typed)
    assert reading.rather == rather
    assert desk.read(rather).question is None
    assert desk.echo(typed).tone is Tone.WARN
    assert started().at(9, 30).read(typed).rather == "", "only while a wording is open"


@pytest.mark.parametrize(
    "typed", ["8 0", "= Summe", "=> siehe oben", "8 von 12 sagen ja", "Ja, 8 Euro", "1.2. 3 4"]
)
def test_other_notes_name_nothing(typed: str) -> None:
    try:
        assert deciding().read(typed).rather == ""
    except Refused:
        assert typed.startswith("= ")


def test_a_name_behind_the_sign_of_a_partner_may_be_a_guest() -> None:
    reading = desk().read("+Anna Berg, Hochschule Süd")
    assert reading.intent == note("+Anna Berg, Hochschule Süd")
    assert reading.rather == "/gast da Anna Berg, Hochschule Süd"
    coming = it.GuestIn(name="Anna Berg", organisation="Hochschule Süd")
    assert intent(reading.rather) == coming
    assert desk().read("+49 170 123").rather == ""
    assert desk().read("+Anna bringt Kuchen").rather == ""


@pytest.mark.parametrize("typed", ["-berg", "-Anna Berg", "–Berg"])
def test_a_guest_in_the_room_goes(typed: str) -> None:
    desk = started().at(9, 30)
    desk.type("/gast da Anna Berg, Hochschule Süd")
    assert desk.read(typed).intent == it.GuestOut(name="Anna Berg")
    assert desk.read(f"{typed} 09:28").at == clock(9, 28)
    desk.type(typed)
    assert desk.state.guests[-1].end is not None
    assert not isinstance(desk.read(typed).intent, it.GuestOut), "gone already"


def test_a_partner_comes_before_a_guest() -> None:
    desk = started().at(9, 30)
    desk.type("/gast da Anna Bts")
    assert desk.read("-bts").intent == it.Leave(organisations=(code("BTS"),))


def test_an_expected_guest_comes() -> None:
    assert desk().read("+nowak").intent == it.GuestIn(name="Hannah Nowak")


@pytest.mark.parametrize("number", ["M12", "m12", "M-12", "M012"])
def test_a_short_number_of_an_action(number: str) -> None:
    done = it.ProgressAction(action=action("M-12"), status=ActionStatus.DONE)
    assert intent(f"> {number} erledigt") == done
    assert intent(f"> {number} @BB") == it.ProgressAction(
        action=action("M-12"), owner_organisation=code("BB")
    )


def test_a_title_may_begin_like_a_short_number() -> None:
    found = intent("> M12 Schrauben kaufen @BB 13.11.")
    assert isinstance(found, it.TakeAction)
    assert found.title == "M12 Schrauben kaufen"


def consented() -> Desk:
    desk = deciding()
    desk.type("= konsent")
    return desk


def test_a_review_of_the_last_decision_says_which() -> None:
    desk = consented()
    assert any("review date" in gap.message for gap in gaps(desk.data, desk.state))
    number = desk.state.wordings[-1].number
    assert number in desk.plain("/wiedervorlage 2.6.2027")
    desk.type("/wiedervorlage 2.6.2027")
    assert not any("review date" in gap.message for gap in gaps(desk.data, desk.state))


@pytest.mark.parametrize("short", [True, False])
def test_a_review_of_a_named_decision_also_after_the_close(short: bool) -> None:
    desk = consented()
    wording = desk.state.wordings[-1]
    desk.type("! Noch etwas.")
    desk.type("= konsent")
    desk.at(12, 0).type("/schluss trotzdem")
    number = "B" + wording.number.rpartition("-")[2] if short else wording.number
    desk.at(14, 0).type(f"/wiedervorlage {number} 2.6.2027")
    assert desk.data.get(Decision, wording.decision).review_on == dt.date(2027, 6, 2)
    assert desk.state.wording(wording.id).review_on == dt.date(2027, 6, 2)  # type: ignore[union-attr]
    assert sum("review date" in gap.message for gap in gaps(desk.data, desk.state)) == 1


def test_a_review_of_no_decision() -> None:
    with pytest.raises(Refused, match="no decision B99"):
        consented().read("/wiedervorlage B99 2.6.2027")


@pytest.mark.parametrize(("line", "rather"), [("+aa (Name)", "+AA"), ("-BTS (krank)", "-BTS")])
def test_a_code_with_words_in_brackets_is_doubted(line: str, rather: str) -> None:
    assert intent(line) == note(line)
    assert desk().read(line).rather == rather
