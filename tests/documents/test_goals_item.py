"""The item of the yearly review carries the goals: in the invitation and on F5."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.documents import Audience, DocumentKind, Options, make
from kooperation_tui.documents.mail import minutes_mail
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.commands import goals, planning
from kooperation_tui.domain.commands.fields import set_fields
from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.reminders import reminders
from kooperation_tui.domain.templates import AgendaTemplate
from kooperation_tui.i18n import translator
from kooperation_tui.tui.drawing.goals import in_review
from kooperation_tui.tui.view import View
from tests.domain.room import DAY, Room

SIGN = "900 Beratungen"


@pytest.fixture
def reviewed() -> Room:
    """A planned review of the year in a network with two goals."""
    room = Room(started=False)
    for text in ("Alle finden Rat", "Niemand geht verloren"):
        room.run(goals.set_goal(room.data, room.moment(), text=text, indicator=SIGN, review_on=DAY))
    made = planning.add_meeting(
        room.data,
        room.moment(),
        start=room.now + dt.timedelta(hours=1),
        words=translator("de").t,
        template=AgendaTemplate.REVIEW,
    )
    room.run(made)
    assert isinstance(made.result, Meeting)
    room.meeting = made.result.id
    return room


def test_the_invitation_names_goals_and_signs(reviewed: Room) -> None:
    options = Options(audience=Audience.PUBLIC, lang="de", now=reviewed.now)
    text = make(DocumentKind.AGENDA, reviewed.data, options, reviewed.meeting).markdown
    assert "Ziel 1: Alle finden Rat. Kennzeichen: 900 Beratungen." in text
    assert "Ziel 2: Niemand geht verloren." in text


def test_they_stand_on_f5_while_the_item_runs(reviewed: Room) -> None:
    def seen(most: int = 9) -> str:
        view = View(reviewed.data, reviewed.meeting, translator("de"), reviewed.now, 70)
        return in_review(view, most).plain

    assert seen() == ""
    reviewed.do(it.Start(), "10:00")
    assert seen() == ""
    reviewed.go(2)
    assert seen() == (
        "1  Alle finden Rat · Kennzeichen: 900 Beratungen\n"
        "2  Niemand geht verloren · Kennzeichen: 900 Beratungen"
    )
    assert seen(1) == "F6, Ziele zeigt alle."


def test_with_its_result_a_goal_is_not_reminded_of_any_more(reviewed: Room) -> None:
    def reminded() -> int:
        return sum(r.point == "goals" for r in reminders(reviewed.data, DAY))

    assert reminded() == 2
    reviewed.run(
        goals.set_goal(
            reviewed.data, reviewed.moment(), text="Alle finden Rat", result="1012 Beratungen"
        )
    )
    assert reminded() == 1
    [first, _] = reviewed.data.rows(Goal)
    assert first.review_on == DAY.replace(year=DAY.year + 1)


def test_the_distribution_list_gets_the_minutes(reviewed: Room) -> None:
    network = reviewed.data.network
    listed = {"distribution": "presse@auental.example, Rathaus"}
    reviewed.run(set_fields(reviewed.data, network, listed))
    mail = minutes_mail(reviewed.data, reviewed.meeting, translator("de"), reviewed.now)
    assert mail.to[-1] == "presse@auental.example" and mail.without[-1] == "Rathaus"
