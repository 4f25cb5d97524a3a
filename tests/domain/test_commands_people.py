"""Changes of partners and people with their day; an agreement that was there before."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.applied import Application
from kooperation_tui.domain.commands import people
from kooperation_tui.domain.commands.network import add_person
from kooperation_tui.domain.commands.paper import paper_agreement
from kooperation_tui.domain.commands.standing import held_until, holders, take_standing
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    Organisation,
    OrganisationStatus,
    Person,
    Signature,
    SignatureStatus,
    StandingRole,
    StandingRoleKind,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import by_code, delegate, is_partner, may_vote, status_on
from kooperation_tui.domain.reminders import reminders
from tests.domain.room import DAY, Room

EARLIER = dt.date(2019, 3, 12)
A_DAY = dt.timedelta(days=1)


def partner(room: Room, code: str) -> Organisation:
    found = by_code(room.data, code)
    assert found is not None
    return found


def test_a_new_name_keeps_the_old_one_until_the_day_before(room: Room) -> None:
    before = partner(room, "BB")
    change = people.change_partner(
        room.data, room.moment(), partner=before.id, code="bba", name="Amt", renamed_on=DAY
    )
    room.run(change)
    known = partner(room, "BBA")
    former = known.former[-1]
    assert (former.code, former.name) == ("BB", before.name)
    assert former.until == DAY - dt.timedelta(days=1)


def test_a_corrected_name_keeps_nothing(room: Room) -> None:
    known = partner(room, "BB")
    room.run(
        people.change_partner(room.data, room.moment(), partner=known.id, code="BB", name="Bb")
    )
    assert partner(room, "BB").former == ()
    with pytest.raises(Refused, match="taken already"):
        people.change_partner(room.data, room.moment(), partner=known.id, code="vhs", name="x")
    with pytest.raises(Refused, match="needs a name"):
        people.change_partner(room.data, room.moment(), partner=known.id, code="BB", name=" ")


def leave(room: Room, code: str, on: dt.date | None) -> Organisation:
    room.run(
        people.change_status(
            room.data,
            room.moment(),
            partner=partner(room, code).id,
            status=OrganisationStatus.LEFT,
            on=on,
        )
    )
    return partner(room, code)


def test_who_leaves_has_a_vote_and_its_people_until_the_last_day(room: Room) -> None:
    gone = leave(room, "BB", DAY)
    assert (gone.left_on, gone.status) == (DAY, OrganisationStatus.PARTNER)
    assert may_vote(gone, DAY) and not may_vote(gone, DAY + A_DAY)
    assert delegate(room.data, gone.id, DAY) is not None
    assert delegate(room.data, gone.id, DAY + A_DAY) is None
    back = OrganisationStatus.PARTNER
    room.run(people.change_status(room.data, room.moment(), partner=gone.id, status=back))
    assert partner(room, "BB").left_on is None
    assert delegate(room.data, gone.id, DAY + A_DAY) is not None


def test_another_last_day_takes_the_people_along(room: Room) -> None:
    leave(room, "BB", DAY)
    moved = leave(room, "BB", DAY + 30 * A_DAY)
    assert delegate(room.data, moved.id, DAY + 30 * A_DAY) is not None
    assert delegate(room.data, moved.id, DAY + 31 * A_DAY) is None


def test_without_a_day_it_has_left(room: Room) -> None:
    gone = leave(room, "BB", None)
    assert (gone.left_on, gone.status) == (DAY - A_DAY, OrganisationStatus.LEFT)
    assert not may_vote(gone, DAY)
    assert leave(room, "BB", DAY + A_DAY).status is OrganisationStatus.PARTNER


@given(
    st.sampled_from([OrganisationStatus.PARTNER, OrganisationStatus.LEFT]),
    st.integers(-40, 40),
    st.integers(-40, 40),
)
def test_membership_is_by_day(stored: OrganisationStatus, last: int, day: int) -> None:
    """However it was stored: until its last day a partner with its vote, then not."""
    one = Organisation(id="a", code="BB", name="Büro", status=stored, left_on=DAY + last * A_DAY)
    on = DAY + day * A_DAY
    assert is_partner(one, on) is (day <= last)
    assert may_vote(one, on) is (day <= last)
    assert (status_on(one, on) is OrganisationStatus.LEFT) is (day > last)


def test_a_lasting_role_ends_with_the_partner(room: Room) -> None:
    speaks = StandingRoleKind.SPOKESPERSON
    room.run(take_standing(room.data, room.moment(), role=speaks, person=room.person("BB")))
    leave(room, "BB", DAY)
    assert len(holders(room.data, speaks, DAY)) == 1
    assert holders(room.data, speaks, DAY + A_DAY) == ()
    [row] = room.data.rows(StandingRole)
    assert (row.until, held_until(room.data, row)) == (None, DAY)
    said = [r.said.message for r in reminders(room.data, DAY + A_DAY)]
    assert "{code} has left and {name} still has a lasting role; hand it over." in said
    ahead = reminders(room.data, DAY)[0]
    assert (ahead.on, ahead.said.args["count"]) == (DAY, 1)


def test_whoever_speaks_for_another_partner_too_keeps_the_role(room: Room) -> None:
    speaks = StandingRoleKind.SPOKESPERSON
    room.run(take_standing(room.data, room.moment(), role=speaks, person=room.person("BB")))
    room.run(
        add_person(
            room.data, room.moment(), name=room.name(room.person("BB")), partner=room.org("JC")
        )
    )
    leave(room, "BB", DAY)
    assert len(holders(room.data, speaks, DAY + A_DAY)) == 1


def test_addresses_of_a_person(room: Room) -> None:
    person = room.person("BB")
    room.run(
        people.change_person(
            room.data, room.moment(), person=person, name=" Ada  Neu ", email=" a@b ", phone="1"
        )
    )
    known = room.data.get(Person, person)
    assert (known.name, known.email, known.phone) == ("Ada Neu", "a@b", "1")
    with pytest.raises(Refused, match="needs a name"):
        people.change_person(room.data, room.moment(), person=person, name=" ")


def test_days_of_a_delegation_stand_in_their_order(room: Room) -> None:
    own = next(d for d in room.data.rows(Delegation) if d.organisation == room.org("BB"))
    with pytest.raises(Refused, match="before the first"):
        people.change_days(room.data, room.moment(), delegation=own.id, since=DAY, until=EARLIER)
    room.run(
        people.change_days(room.data, room.moment(), delegation=own.id, since=EARLIER, until=DAY)
    )
    changed = room.data.get(Delegation, own.id)
    assert (changed.since, changed.until) == (EARLIER, DAY)


def test_a_partner_is_entered_with_code_people_and_address(room: Room) -> None:
    known = room.name(room.person("BB"))
    change = people.enter_partner(
        room.data,
        room.moment(),
        code="",
        name="Stadtbibliothek Auenstadt",
        speaker=known,
        deputies=("Neu Eins", "Neu Zwei"),
        email="x@y",
    )
    room.run(change)
    made = change.result
    assert made.code == "SA"
    speaker = delegate(room.data, made.id, DAY)
    assert speaker is not None and speaker.id == room.person("BB") and speaker.email == "x@y"


def test_an_applicant_has_no_vote_and_an_application(room: Room) -> None:
    change = people.enter_applicant(
        room.data, room.moment(), code="hsa", name="Hochschule", contact="H. Nowak"
    )
    room.run(change)
    assert not may_vote(partner(room, "HSA"), DAY)
    [application] = room.data.rows(Application)
    assert (application.organisation, application.contact) == (change.result.id, "H. Nowak")


def test_an_agreement_on_paper_with_its_signatures(room: Room) -> None:
    signed = (room.org("BB"), room.org("VHS"))
    room.run(
        paper_agreement(room.data, room.moment(), number="1.0", agreed_on=EARLIER, signed=signed)
    )
    [version] = room.data.rows(Version)
    assert (version.status, version.on_paper) == (VersionStatus.IN_FORCE, True)
    assert version.frozen_on == EARLIER
    found = {s.organisation: s for s in room.data.rows(Signature)}
    assert set(found) == set(signed)
    assert all(s.status is SignatureStatus.SIGNED for s in found.values())
    assert all(s.signed_on == EARLIER for s in found.values())
    names = {o.id: o.name for o in room.data.rows(Organisation)}
    assert all(s.name == names[partner] for partner, s in found.items())
