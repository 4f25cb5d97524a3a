"""Changes of partners and people with their day; an agreement that was there before."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.applied import Application
from kooperation_tui.domain.commands import people
from kooperation_tui.domain.commands.paper import paper_agreement
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    Organisation,
    OrganisationStatus,
    Person,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import by_code, delegate, may_vote
from tests.domain.room import DAY, Room

EARLIER = dt.date(2019, 3, 12)


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


def test_who_leaves_has_no_vote_and_nobody_who_speaks(room: Room) -> None:
    known = partner(room, "BB")
    left = OrganisationStatus.LEFT
    room.run(people.change_status(room.data, room.moment(), partner=known.id, status=left, on=DAY))
    gone = partner(room, "BB")
    assert gone.left_on == DAY
    assert may_vote(gone, DAY - dt.timedelta(days=1)) and not may_vote(gone, DAY)
    assert delegate(room.data, known.id, DAY) is None
    assert delegate(room.data, known.id, DAY - dt.timedelta(days=1)) is not None
    back = OrganisationStatus.PARTNER
    room.run(people.change_status(room.data, room.moment(), partner=known.id, status=back))
    assert partner(room, "BB").left_on is None


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
