"""Helpers proposed for an action by what partners bring in."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.applied import Resource, ResourceKind
from kooperation_tui.domain.commands.applying import add_resource, change_resource
from kooperation_tui.domain.commands.people import change_status
from kooperation_tui.domain.helping import helpers_for
from kooperation_tui.domain.model import OrganisationStatus
from tests.domain.seat import Seat

TODAY = dt.date(2026, 3, 1)
KINDS = {ResourceKind.ROOM: ("Raum", "Saal")}


@pytest.fixture
def seat() -> Seat:
    """AA has a reading room until summer, BB edits lists, CC has a seminar room."""
    here = Seat().on(TODAY)
    for code, text, kind, until in (
        ("AA", "Lesesaal", ResourceKind.ROOM, dt.date(2026, 6, 30)),
        ("BB", "Redaktion von Listen", ResourceKind.SKILL, None),
        ("CC", "Seminarraum mit Technik", ResourceKind.ROOM, None),
        ("CC", "Raum für Kurse", ResourceKind.ROOM, None),
    ):
        here.run(
            add_resource(
                here.data,
                here.moment,
                organisation=here.partner(code).id,
                text=text,
                kind=kind,
                until=until,
            )
        )
    return here


def found(seat: Seat, title: str, today: dt.date = TODAY, without: str = "") -> list[str]:
    own = (seat.partner(without).id,) if without else ()
    helpers = helpers_for(seat.data, title, today, kinds=KINDS, without=own)
    codes = {o.id: o.code for o in (seat.partner(c) for c in ("AA", "BB", "CC"))}
    return [f"{codes[h.organisation]} {h.resource.text}" for h in helpers]


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("Räume für den Fachtag suchen", "CC Seminarraum mit Technik"),
        ("Eine Liste der Sprachkurse anlegen", "BB Redaktion von Listen"),
        ("Sprachkurs vorbereiten", "CC Raum für Kurse"),
        ("Saal buchen", "AA Lesesaal"),
    ],
)
def test_other_forms_and_compounds_are_the_same_thing(seat: Seat, title: str, first: str) -> None:
    assert found(seat, title)[0] == first


def test_each_partner_once_and_nobody_who_does_it_already(seat: Seat) -> None:
    assert sorted(one[:2] for one in found(seat, "Raum suchen")) == ["AA", "CC"]
    assert found(seat, "Raum suchen", without="CC") == ["AA Lesesaal"]


def test_nobody_is_proposed_for_small_words_or_nothing(seat: Seat) -> None:
    assert found(seat, "") == [] and found(seat, "Für alle oder keine") == []


def test_what_has_ended_and_who_has_left_is_not_proposed(seat: Seat) -> None:
    assert found(seat, "Saal buchen", dt.date(2026, 7, 1))[:1] != ["AA Lesesaal"]
    seat.run(
        change_status(
            seat.data,
            seat.moment,
            partner=seat.partner("BB").id,
            status=OrganisationStatus.LEFT,
        )
    )
    assert found(seat, "Liste anlegen") == []


def test_a_contribution_is_changed(seat: Seat) -> None:
    one = seat.data.rows(Resource)[0]
    seat.run(
        change_resource(
            seat.data, seat.moment, resource=one.id, text=" Garten ", kind=ResourceKind.OTHER
        )
    )
    changed = seat.data.get(Resource, one.id)
    assert (changed.text, changed.kind, changed.until) == ("Garten", ResourceKind.OTHER, None)
