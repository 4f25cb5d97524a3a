"""The agenda says what only a proposal asks for, and what still has no title."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.documents import Audience
from kooperation_tui.documents.agenda import agenda, still_open
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import ItemKind, Subject
from kooperation_tui.domain.templates import GAPS
from kooperation_tui.i18n import translator
from tests.domain.room import DAY, RULES, Room, clock

ASKING = msgspec.structs.replace(RULES, invitation_days=14)
PROPOSED = {"de": "nach Vorschlag", "en": "as proposed"}


def printed(room: Room, lang: str) -> str:
    tr = translator(lang)
    return agenda(room.data, room.meeting, tr, Audience.PARTNERS, clock("08:00")).markdown


def invited(*, agreed: bool) -> Room:
    """Sent in time; one more item that has to be announced came later."""
    room = Room(rules=ASKING, agreed=agreed, started=False, present=False)
    on = DAY - dt.timedelta(days=20)
    room.now = clock("08:00") - dt.timedelta(days=20)
    room.run(planning.mark_invited(room.data, room.moment(), meeting=room.meeting, on=on))
    room.run(
        planning.add_item(
            room.data,
            room.moment(),
            meeting=room.meeting,
            title="Noch eine Aufnahme",
            kind=ItemKind.DECISION,
            subject=Subject.ADMISSION,
            minutes=10,
        )
    )
    return room


@pytest.mark.parametrize("lang", ["de", "en"])
def test_rules_that_nobody_agreed_are_named_as_proposals(lang: str) -> None:
    text = printed(invited(agreed=False), lang)
    rows = [row for row in text.splitlines() if PROPOSED[lang] in row]
    assert len(rows) == 2, "quorum and notice period"
    assert ("vorgeschlagenen" if lang == "de" else "proposed rules") in text
    assert "nur beraten werden.\n" not in text.replace("könnte er nur beraten werden.", "")


@pytest.mark.parametrize("lang", ["de", "en"])
def test_agreed_rules_hold(lang: str) -> None:
    text = printed(invited(agreed=True), lang)
    assert PROPOSED[lang] not in text
    assert ("kann nur beraten werden" if lang == "de" else "can only be discussed") in text


def test_a_title_that_the_template_left_open_is_named() -> None:
    room = Room(started=False, present=False)
    assert not still_open(room.data, room.meeting)
    tr = translator("de")
    room.run(
        planning.add_item(
            room.data,
            room.moment(),
            meeting=room.meeting,
            title=tr.t(GAPS[0]),
            kind=ItemKind.DECISION,
            minutes=10,
        )
    )
    (found,) = still_open(room.data, room.meeting)
    assert "Hauptthema" in tr.t(found.message, **found.args)
    assert not still_open(room.data, "")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Kooperationsvereinbarung", "Betrifft: Punkt 1 (Steuerung und Organisation)"),
        ("Kooperationsvereinbarung: Punkt 1", ""),
    ],
)
def test_the_points_that_a_title_does_not_name_are_named(title: str, said: str) -> None:
    room = Room(rules=ASKING, started=False, present=False)
    change = planning.add_item(
        room.data,
        room.moment(),
        meeting=room.meeting,
        title=title,
        kind=ItemKind.DECISION,
        subject=Subject.AGREEMENT,
        points=("p1",),
        minutes=10,
    )
    room.run(change)
    text = printed(room, "de")
    assert said in text
    assert ("Betrifft:" in text) == bool(said)
