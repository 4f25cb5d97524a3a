"""The agreement applied: applications, registers of data, resources, reminders."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.applied import Application, ApplicationStatus, DataRegister
from kooperation_tui.domain.commands import applying, registers
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.commands.network import add_decision, add_partner
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import OrganisationStatus
from kooperation_tui.domain.reminders import reminders
from tests.domain.seat import Seat

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def seat() -> Seat:
    """Three partners and an applicant on 1 March 2026."""
    here = Seat().on(TODAY)
    here.run(
        add_partner(
            here.data,
            here.moment,
            code="HS",
            name="Hochschule",
            status=OrganisationStatus.APPLICANT,
        )
    )
    return here


def said(seat: Seat, today: dt.date = TODAY) -> list[str]:
    return [r.said.message.format(**r.said.args) for r in reminders(seat.data, today)]


def step(seat: Seat, status: ApplicationStatus, **more: str) -> Application:
    change = applying.advance(
        seat.data, seat.moment, organisation=seat.partner("HS").id, status=status, **more
    )
    result = seat.run(change)
    assert isinstance(result, Application)
    return result


def test_an_application_goes_step_by_step(seat: Seat) -> None:
    seat.run(applying.receive(seat.data, seat.moment, organisation=seat.partner("HS").id))
    assert said(seat) == ["HS has applied on 2026-03-01; put it on the agenda."]
    with pytest.raises(Refused, match="has applied already"):
        applying.receive(seat.data, seat.moment, organisation=seat.partner("HS").id)
    with pytest.raises(Refused, match="on an agenda first"):
        step(seat, ApplicationStatus.ACCEPTED, decision="B-2026-1-1")
    step(seat, ApplicationStatus.CHECKED)
    with pytest.raises(Refused, match="which meeting"):
        step(seat, ApplicationStatus.SCHEDULED)
    step(seat, ApplicationStatus.SCHEDULED, meeting="ab")
    with pytest.raises(Refused, match="past this step"):
        step(seat, ApplicationStatus.CHECKED)
    with pytest.raises(Refused, match="no decision – in force"):
        step(seat, ApplicationStatus.ACCEPTED)
    with pytest.raises(Refused, match="needs a reason"):
        step(seat, ApplicationStatus.REJECTED)
    with pytest.raises(Refused, match="joins with its signature"):
        step(seat, ApplicationStatus.SIGNED)
    done = step(seat, ApplicationStatus.ACCEPTED, decision="B-2026-1-1", mentor="cd")
    assert (done.meeting, done.decision, done.mentor) == ("ab", "B-2026-1-1", "cd")
    assert said(seat) == ["HS is admitted and has not signed yet."]


def test_who_is_a_partner_or_did_not_apply_has_no_application(seat: Seat) -> None:
    with pytest.raises(Refused, match="AA is a partner already"):
        applying.receive(seat.data, seat.moment, organisation=seat.partner("AA").id)
    with pytest.raises(Refused, match="No application of HS"):
        step(seat, ApplicationStatus.CHECKED)


def test_somebody_may_apply_again_after_withdrawing(seat: Seat) -> None:
    own = seat.partner("HS").id
    seat.run(applying.receive(seat.data, seat.moment, organisation=own))
    step(seat, ApplicationStatus.WITHDRAWN)
    assert said(seat) == []
    seat.run(applying.receive(seat.data, seat.moment, organisation=own))
    found = applying.application_of(seat.data, own)
    assert found is not None and found.status is ApplicationStatus.RECEIVED
    assert len(seat.data.rows(Application)) == 2


def test_the_signature_ends_an_accepted_application(seat: Seat) -> None:
    seat.in_force()
    own = seat.partner("HS").id
    seat.run(applying.receive(seat.data, seat.moment, organisation=own))
    step(seat, ApplicationStatus.SCHEDULED, meeting="ab")
    seat.run(add_decision(seat.data, seat.moment, number="B-2026-2-1", text="Aufgenommen."))
    step(seat, ApplicationStatus.ACCEPTED, decision="B-2026-2-1", mentor="cd")
    given = seat.sign("HS")
    assert (given.accession, given.decision) == (True, "B-2026-2-1")
    found = applying.application_of(seat.data, own)
    assert found is not None
    assert (found.status, found.signed_on) == (ApplicationStatus.SIGNED, given.signed_on)
    assert given.signed_on is not None
    year = given.signed_on + dt.timedelta(days=360)
    assert "look back with its mentor" in said(seat, year)[-1]


def test_a_register_is_checked_in_its_rhythm(seat: Seat) -> None:
    keeper = seat.partner("BB").id
    with pytest.raises(Refused, match="name and its purpose"):
        registers.add_register(seat.data, seat.moment, name="Liste", purpose=" ")
    made = seat.run(
        registers.add_register(
            seat.data, seat.moment, name="Liste", purpose="Kontakt", keeper=keeper, every=3
        )
    )
    assert isinstance(made, DataRegister) and made.check_on == dt.date(2026, 6, 1)
    with pytest.raises(Refused, match="is a register “liste” already"):
        registers.add_register(seat.data, seat.moment, name="liste", purpose="Kontakt")
    assert said(seat) == []
    assert said(seat, dt.date(2026, 5, 20)) == ["Liste: check the entries by 2026-06-01 (BB)."]
    seat.run(registers.checked(seat.data, seat.moment, register=made.id, on=dt.date(2026, 11, 30)))
    assert seat.data.get(DataRegister, made.id).check_on == dt.date(2027, 2, 28)


def test_resources_are_found_by_all_words(seat: Seat) -> None:
    for code, text in (("AA", "Lesesaal für 40"), ("BB", "Lesesaal klein"), ("BB", "Beamer")):
        seat.run(
            applying.add_resource(
                seat.data,
                seat.moment,
                organisation=seat.partner(code).id,
                text=text,
                until=dt.date(2026, 12, 31) if code == "AA" else None,
            )
        )

    def found(words: str, today: dt.date = TODAY) -> list[str]:
        return [r.text for r in applying.resources_for(seat.data, words, today)]

    assert found("lesesaal") == ["Lesesaal für 40", "Lesesaal klein"]
    assert found("bb lese") == ["Lesesaal klein"]
    assert found("lesesaal", dt.date(2027, 1, 1)) == ["Lesesaal klein"]
    assert len(found("")) == 3
    with pytest.raises(Refused, match="what the partner brings in"):
        applying.add_resource(seat.data, seat.moment, organisation=seat.partner("AA").id, text=" ")


def test_ends_and_reviews_are_warned_of_once_ahead(seat: Seat) -> None:
    network = msgspec.structs.replace(
        seat.data.network,
        term_until=dt.date(2026, 12, 31),
        funding_until=dt.date(2026, 8, 31),
    )
    seat.run(Change(puts=(network,)))
    seat.run(set_block(seat.data, seat.moment, key="p9", review_on=dt.date(2026, 6, 10)))
    assert said(seat) == []
    assert said(seat, dt.date(2026, 6, 5)) == [
        "Point 9 is to be looked at again by 2026-06-10.",
        "The funding ends on 2026-08-31; decide what carries the network then.",
    ]
    assert "The cooperation ends on 2026-12-31" in said(seat, dt.date(2026, 11, 1))[-1]


def test_open_signatures_are_named(seat: Seat) -> None:
    seat.opened()
    seat.sign("AA")
    assert said(seat) == ["Version 1.0 is not signed yet by ('BB', 'CC')."]
    assert "bring it into force" in said(seat, dt.date(2026, 4, 2))[0]
