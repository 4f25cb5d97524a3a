"""The table "The lines", in German and in English: who is there."""

from __future__ import annotations

import pytest

from kooperation_tui.capture import SpeakersCommand, Speaking
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Role
from tests.capture.lines import code, desk, intent, note, who
from tests.model_network import Desk, clock


def test_attendance() -> None:
    arrive = it.Arrive(
        arrivals=tuple(it.Arriving(organisation=code(c)) for c in ("BK", "VHS", "JC"))
    )
    assert intent("+BK vhs jc") == arrive
    assert intent("+bk, vhs, jc") == intent("+bk,vhs,jc") == intent("+bk +vhs +jc") == arrive
    assert intent("-bk -vhs") == it.Leave(organisations=(code("BK"), code("VHS")))
    assert intent("-BTS") == it.Leave(organisations=(code("BTS"),))
    assert intent("−BTS") == intent("–bts") == intent("-BTS")
    assert intent("~IHK") == it.Excuse(organisations=(code("IHK"),))
    assert intent("/excused IHK") == intent("/abgesagt ihk") == intent("~IHK")
    assert intent("+HWK online") == it.Arrive(
        arrivals=(it.Arriving(organisation=code("HWK"), remote=True),)
    )
    assert intent("/all") == intent("/alle") == it.ArriveAll()


def test_coming_and_going_are_two_lines() -> None:
    with pytest.raises(Refused, match="two lines"):
        intent("+bk -vhs")
    assert intent("+bk und -vhs") == note("+bk und -vhs")


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


@pytest.mark.parametrize(
    "line", ["+AA (Lena Fiedler)", "+aa (Fiedler)", "+AA (Lena Fiedler) 09:20"]
)
def test_a_name_may_stand_in_brackets(line: str) -> None:
    plain = line.replace("(", "").replace(")", "")
    assert intent(line) == intent(plain)
    assert isinstance(intent(line), it.Arrive)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("+aa (Name)", r"“\(Name\)” was not understood: write “\+AA”, or “\+AA FIRST LAST”"),
        ("+AA Lena", "“Lena” was not understood"),
        ("-BTS (krank)", "write “-BTS” alone"),
        ("~IHK ist krank", "“ist krank” was not understood"),
    ],
)
def test_before_the_start_the_true_reason_is_said(line: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        Desk().at(8, 55).read(line)


@pytest.mark.parametrize("line", ["+49 170 sind da", "- Stichpunkt", "Vorab"])
def test_a_note_before_the_start_is_told_to_wait(line: str) -> None:
    with pytest.raises(Refused, match="has not begun"):
        Desk().at(8, 55).type(line)
