"""A carried decision about an admission moves the application on, and takes it back."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.admitting import hearing
from kooperation_tui.domain.applied import Application, ApplicationStatus, CircularVote
from kooperation_tui.domain.commands import applying, circular, network
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Decision,
    DecisionStatus,
    ItemKind,
    OrganisationStatus,
    Subject,
)
from kooperation_tui.domain.templates import AgendaTemplate, agenda_from
from tests.domain.room import DAY, Room

NUMBER = "B-2026-1-1"
SAYS_YES = "Die Hochschule wird als Partner aufgenommen."


def applied(
    room: Room, code: str = "HS", name: str = "Hochschule", *, heard: bool = True
) -> Application:
    """Somebody who wants to join; this meeting is to hear it."""
    room.run(
        network.add_partner(
            room.data, room.moment(), code=code, name=name, status=OrganisationStatus.APPLICANT
        )
    )
    one = room.org(code)
    room.run(applying.receive(room.data, room.moment(), organisation=one))
    if heard:
        room.run(
            applying.advance(
                room.data,
                room.moment(),
                organisation=one,
                status=ApplicationStatus.SCHEDULED,
                meeting=room.meeting,
            )
        )
    return application(room, code)


def application(room: Room, code: str = "HS") -> Application:
    found = applying.application_of(room.data, room.org(code))
    assert found is not None
    return found


def stands(room: Room, code: str = "HS") -> tuple[str, str]:
    one = application(room, code)
    return one.status.value, one.decision


def decide(room: Room, text: str = SAYS_YES, yes: int = 5, no: int = 0) -> None:
    room.go(4)
    room.do(it.Propose(text=text))
    room.do(it.TakeVote(yes=yes, no=no, abstain=0))


def test_the_decision_accepts_the_application_it_names(room: Room) -> None:
    applied(room)
    applied(room, "UNI", "Universität")
    decide(room)
    assert stands(room) == ("accepted", NUMBER)
    assert stands(room, "UNI") == ("scheduled", "")


def test_a_decision_without_a_name_is_about_the_only_one_the_meeting_hears(room: Room) -> None:
    applied(room)
    applied(room, "UNI", "Universität", heard=False)
    decide(room, "Dem Antrag wird zugestimmt.")
    assert stands(room) == ("accepted", NUMBER)
    assert stands(room, "UNI") == ("received", "")


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        (SAYS_YES, 1, 4),
        ("Die Hochschule wird nicht aufgenommen.", 5, 0),
        ("Der Antrag der Hochschule wird vertagt.", 5, 0),
        ("The application of HS is rejected.", 5, 0),
    ],
)
def test_what_does_not_admit_leaves_the_application(
    room: Room, text: str, yes: int, no: int
) -> None:
    applied(room)
    decide(room, text, yes, no)
    assert stands(room) == ("scheduled", "")


def test_a_decision_about_something_else_admits_nobody(room: Room) -> None:
    applied(room)
    room.go(2)
    room.do(it.Propose(text=SAYS_YES))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert stands(room) == ("scheduled", "")


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="falsch gezählt")])
def test_without_its_decision_the_application_waits_again(room: Room, back: it.Intent) -> None:
    applied(room)
    decide(room)
    room.do(back)
    assert stands(room) == ("scheduled", "")
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    assert stands(room) == ("accepted", room.decisions[-1].number)


def test_a_void_ballot_that_stands_again_admits_again(room: Room) -> None:
    applied(room)
    decide(room)
    room.do(it.VoidBallot(reason="falsch gezählt"))
    room.do(it.Undo())
    assert stands(room) == ("accepted", NUMBER)


def test_afterwards_it_gets_a_mentor_and_is_on_no_agenda(room: Room) -> None:
    applied(room)
    before = agenda_from(room.data, AgendaTemplate.REGULAR, _same, room.new_id, body=room.row.body)
    assert any(item.subject is Subject.ADMISSION for item in before)
    decide(room)
    one = room.org("HS")
    room.run(
        applying.advance(
            room.data,
            room.moment(),
            organisation=one,
            status=ApplicationStatus.ACCEPTED,
            mentor=room.org("VHS"),
        )
    )
    assert (stands(room), application(room).mentor) == (("accepted", NUMBER), room.org("VHS"))
    after = agenda_from(room.data, AgendaTemplate.REGULAR, _same, room.new_id, body=room.row.body)
    assert not any(item.subject is Subject.ADMISSION for item in after)


def test_by_circular_it_moves_on_as_well() -> None:
    room = Room(items=(("Ankommen", ItemKind.FORMAL, Subject.ORDINARY),), started=False)
    applied(room, heard=False)
    moment = room.moment()
    room.run(circular.open_circular(room.data, moment, text=SAYS_YES, subject=Subject.ADMISSION))
    for code in ("BB", "VHS", "JC", "AA", "HWK"):
        room.run(
            circular.answer(room.data, moment, organisation=room.org(code), vote=CircularVote.YES)
        )
    room.run(circular.close(room.data, moment))
    assert stands(room) == ("accepted", "B-2026-U-1")
    (decision,) = room.data.rows(Decision)
    assert decision.status is DecisionStatus.IN_FORCE


def test_somebody_says_that_it_was_not_accepted_after_all(room: Room) -> None:
    applied(room)
    decide(room)
    with pytest.raises(Refused, match="needs a reason"):
        _reject(room, "")
    _reject(room, "zieht weg")
    assert application(room).status is ApplicationStatus.REJECTED


def _same(message: str, **places: object) -> str:
    return message.format(**places)


def _reject(room: Room, reason: str) -> None:
    room.run(
        applying.advance(
            room.data,
            room.moment(),
            organisation=room.org("HS"),
            status=ApplicationStatus.REJECTED,
            reason=reason,
        )
    )


def test_the_check_keeps_what_is_missing_until_all_of_it_is_there(room: Room) -> None:
    applied(room, heard=False)
    one = room.org("HS")

    def look(**found: object) -> None:
        given = {"contact": "Ina Ott", "contribution": "Räume", "shares_goals": True, **found}
        room.run(applying.examine(room.data, room.moment(), organisation=one, **given))  # type: ignore[arg-type]

    look(missing="die Satzung")
    assert (application(room).status, application(room).missing) == (
        ApplicationStatus.RECEIVED,
        "die Satzung",
    )
    look(shares_goals=False)
    assert application(room).status is ApplicationStatus.RECEIVED
    look()
    assert application(room).status is ApplicationStatus.CHECKED


def test_an_application_is_heard_once_it_is_an_item(room: Room) -> None:
    applied(room)
    assert hearing(room.data, application(room)) is None
    room.do(it.AddItem(title="Antrag der Hochschule", subject=Subject.ADMISSION))
    found = hearing(room.data, application(room))
    assert found is not None and found.title == "Antrag der Hochschule"


def test_a_mentor_is_found_also_after_the_signature(room: Room) -> None:
    applied(room)
    one, mentor = room.org("HS"), room.org("BB")
    with pytest.raises(Refused):
        applying.accompany(room.data, room.moment(), organisation=one, mentor=mentor)
    decide(room)
    room.put(*applying.signed(room.data, one, DAY))
    room.run(applying.accompany(room.data, room.moment(), organisation=one, mentor=mentor))
    assert application(room).mentor == mentor
