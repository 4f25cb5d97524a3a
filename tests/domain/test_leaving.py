"""What a partner holds when it leaves, and who takes it; the end of a network."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain.applied import Application, ApplicationStatus, DataRegister
from kooperation_tui.domain.commands import network, people, planning, registers, standing
from kooperation_tui.domain.commands.handing import hand_over
from kooperation_tui.domain.commands.own_data import enter_own_register, own_register
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.dissolving import dissolution
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.leaving import NAMED_ONLY, Held, HeldKind, held_by
from kooperation_tui.domain.model import (
    Action,
    Block,
    Body,
    DelegationKind,
    Meeting,
    Network,
    OrganisationStatus,
    Person,
    Role,
    StandingRole,
    StandingRoleKind,
)
from kooperation_tui.domain.reminders import reminders
from tests.domain.seat import Seat

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def seat() -> Seat:
    """AA holds one of everything; BB has somebody to take it, CC has nobody."""
    here = Seat().on(TODAY)
    aa, bb = here.partner("AA").id, here.partner("BB").id
    for name, partner in (("Ada Klein", aa), ("Ben Wolf", bb)):
        here.run(
            network.add_person(
                here.data,
                here.moment,
                name=name,
                partner=partner,
                kind=DelegationKind.DELEGATE,
            )
        )
    ada = person(here, "Ada Klein")
    here.run(
        network.add_action(here.data, here.moment, title="Liste", organisation=aa, owner=ada.id)
    )
    here.run(
        standing.take_standing(
            here.data, here.moment, role=StandingRoleKind.COORDINATOR, person=ada.id
        )
    )
    here.run(
        registers.add_register(here.data, here.moment, name="Kontakte", purpose="x", keeper=aa)
    )
    here.run(network.add_body(here.data, here.moment, name="Team", members=(aa, bb)))
    start = here.moment.now + dt.timedelta(days=30)
    meeting = here.run(planning.add_meeting(here.data, here.moment, start=start, words=str))
    assert isinstance(meeting, Meeting)
    here.run(
        planning.plan_role(
            here.data, here.moment, meeting=meeting.id, role=Role.HOST, person=ada.id
        )
    )
    here.run(
        planning.add_item(here.data, here.moment, meeting=meeting.id, title="Bericht", owner=aa)
    )
    mentored = Application(
        id=here.moment.new_id(),
        organisation=here.partner("CC").id,
        received_on=TODAY,
        status=ApplicationStatus.SIGNED,
        signed_on=TODAY,
        mentor=aa,
    )
    block = here.block("p5")
    here.run(
        Change(
            puts=(
                mentored,
                msgspec.structs.replace(block, responsible=aa),
                msgspec.structs.replace(here.data.network, controller=aa),
            )
        )
    )
    return here.opened()


def person(seat: Seat, name: str) -> Person:
    return next(p for p in seat.data.rows(Person) if p.name == name)


def held(seat: Seat, code: str = "AA") -> tuple[Held, ...]:
    return held_by(seat.data, seat.partner(code).id, TODAY)


def test_everything_in_its_hands_is_named(seat: Seat) -> None:
    assert [one.kind for one in held(seat)] == [
        HeldKind.ACTION,
        HeldKind.ROLE,
        HeldKind.MEETING_ROLE,
        HeldKind.ITEM,
        HeldKind.REGISTER,
        HeldKind.POINT,
        HeldKind.CONTROLLER,
        HeldKind.BODY,
        HeldKind.MENTOR,
        HeldKind.SIGNATURE,
        HeldKind.PERSON,
    ]


def test_everything_can_be_handed_over_and_is_gone_then(seat: Seat) -> None:
    other = seat.partner("BB").id
    while given := [one for one in held(seat) if one.kind not in NAMED_ONLY]:
        seat.run(hand_over(seat.data, seat.moment, held=given[0], partner=other))
    assert {one.kind for one in held(seat)} == set(NAMED_ONLY)
    data = seat.data
    ben = person(seat, "Ben Wolf")
    assert data.rows(Action)[-1].owner_organisation == other
    assert [r.person for r in data.rows(StandingRole) if r.until is None] == [ben.id]
    assert data.rows(DataRegister)[0].keeper == other
    assert [r.person for m in data.rows(Meeting) for r in m.roles] == [ben.id]
    assert [i.owner for m in data.rows(Meeting) for i in m.items] == [other]
    assert data.rows(Body)[-1].members == (other,)
    assert data.rows(Network)[0].controller == other
    assert data.rows(Application)[0].mentor == other
    assert next(b for b in data.rows(Block) if b.key == "p5").responsible == other


def test_a_role_goes_to_somebody_and_what_ends_goes_to_nobody(seat: Seat) -> None:
    role = next(one for one in held(seat) if one.kind is HeldKind.ROLE)
    with pytest.raises(Refused, match="Nobody is named for CC"):
        hand_over(seat.data, seat.moment, held=role, partner=seat.partner("CC").id)
    last = held(seat)[-1]
    with pytest.raises(Refused, match="ends with the partner"):
        hand_over(seat.data, seat.moment, held=last, partner=seat.partner("BB").id)


def test_a_person_of_two_partners_keeps_its_roles(seat: Seat) -> None:
    cc = seat.partner("CC").id
    seat.run(network.add_person(seat.data, seat.moment, name="Ada Klein", partner=cc))
    assert HeldKind.ROLE not in {one.kind for one in held(seat)}


def test_what_stays_is_named_after_leaving_and_signatures_are_not_asked_for(seat: Seat) -> None:
    aa = seat.partner("AA").id
    seat.run(
        people.change_status(
            seat.data, seat.moment, partner=aa, status=OrganisationStatus.LEFT, reason="Umzug"
        )
    )
    said = [r.said.message.format(**r.said.args) for r in reminders(seat.data, TODAY)]
    assert "AA has left and still has 1 running actions; hand them over." in said
    assert "AA has left and still keeps “Kontakte”; hand it over." in said
    assert "AA has left and accompanies Haus CC; find another mentor." in said
    assert any("answers for data protection" in one for one in said)
    assert not any("not signed yet" in one and "AA" in one for one in said)
    assert seat.partner("AA").left_reason == "Umzug"


def test_the_list_before_the_end_holds_what_is_open(seat: Seat) -> None:
    found = dissolution(seat.data, TODAY)
    assert [a.title for a in found.actions] == ["Liste"]
    assert [r.name for r in found.registers] == ["Kontakte"]
    assert [r.role for r in found.roles] == [StandingRoleKind.COORDINATOR]
    assert len(found.ahead) == 1 and found.unsent == found.unapproved == ()
    assert {o.code for o in found.unsigned} == {"AA", "BB", "CC"}
    assert [o.code for o in found.partners] == ["AA", "BB", "CC"]


def test_this_file_is_entered_once(seat: Seat) -> None:
    change = enter_own_register(seat.data, seat.moment, words=str, place="netz.json")
    seat.run(change)
    own = own_register(seat.data)
    assert own is not None and own.place == "netz.json" and own.holds
    with pytest.raises(Refused, match="in the register already"):
        enter_own_register(seat.data, seat.moment, words=str, place="netz.json")
