"""Annex A and what an application promised (points 2 and 8)."""

from __future__ import annotations

import pytest

from kooperation_tui.documents import Audience
from kooperation_tui.documents.annex_lists import resources
from kooperation_tui.domain.applied import ApplicationStatus, Resource
from kooperation_tui.domain.commands import applying
from kooperation_tui.domain.commands.network import add_decision, add_partner
from kooperation_tui.domain.model import OrganisationStatus
from kooperation_tui.i18n import translator
from tests.documents.reading import sections
from tests.domain.seat import Seat


@pytest.fixture
def seat() -> Seat:
    """A version is in force, HS wants to join."""
    here = Seat()
    here.run(
        add_partner(
            here.data,
            here.moment,
            code="HS",
            name="Hochschule",
            status=OrganisationStatus.APPLICANT,
        )
    )
    return here.in_force()


def step(seat: Seat, status: ApplicationStatus, **more: str) -> None:
    own = seat.partner("HS").id
    seat.run(applying.advance(seat.data, seat.moment, organisation=own, status=status, **more))


def annex(seat: Seat) -> list[str]:
    """The contributions that annex A names."""
    made = resources(seat.data, translator("de"), Audience.PARTNERS, seat.moment.now)
    tables = [table for part in sections(made.markdown) for table in part.tables]
    return [row[2] for table in tables for row in table[1:]]


def test_what_an_application_promised_is_entered_with_the_signature(seat: Seat) -> None:
    own = seat.partner("HS").id
    seat.run(
        applying.receive(
            seat.data, seat.moment, organisation=own, contribution="Räume und Evaluation"
        )
    )
    step(seat, ApplicationStatus.SCHEDULED, meeting="ab")
    seat.run(add_decision(seat.data, seat.moment, number="B-2026-2-1", text="Aufgenommen."))
    assert annex(seat) == [] and not seat.data.rows(Resource)
    step(seat, ApplicationStatus.ACCEPTED, decision="B-2026-2-1")
    assert annex(seat) == ["Räume und Evaluation"] and not seat.data.rows(Resource)
    seat.sign("HS")
    (entered,) = seat.data.rows(Resource)
    assert (entered.organisation, entered.text) == (own, "Räume und Evaluation")
    assert annex(seat) == ["Räume und Evaluation"]


def test_a_promise_that_is_entered_already_is_not_entered_twice(seat: Seat) -> None:
    own = seat.partner("HS").id
    seat.run(applying.receive(seat.data, seat.moment, organisation=own, contribution="Räume"))
    step(seat, ApplicationStatus.SCHEDULED, meeting="ab")
    seat.run(add_decision(seat.data, seat.moment, number="B-2026-2-1", text="Aufgenommen."))
    step(seat, ApplicationStatus.ACCEPTED, decision="B-2026-2-1")
    seat.run(applying.add_resource(seat.data, seat.moment, organisation=own, text="räume"))
    seat.sign("HS")
    assert annex(seat) == ["räume"] and len(seat.data.rows(Resource)) == 1
