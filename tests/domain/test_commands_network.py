"""Founding, partners, people, bodies, and what existed before the app."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain.commands import network
from kooperation_tui.domain.commands.founding import found
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    Body,
    DelegationKind,
    Network,
    Organisation,
    OrganisationStatus,
    Person,
    RuleSet,
    Template,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import (
    delegate,
    delegations,
    may_vote,
    next_action_number,
    organisations_of,
    partners,
)
from tests.domain.room import DAY, Room


def test_a_network_is_founded_with_rules_a_body_and_open_points(room: Room) -> None:
    records = found(
        room.moment(), name=" Netz ", plenary="Treffen", language="de", template=Template.INFORMAL
    )
    kinds = [type(r) for r in records]
    assert kinds == [Network, RuleSet, Body, *[Block] * len(BLOCKS)]
    founded = records[0]
    assert isinstance(founded, Network)
    assert (founded.name, founded.ruleset) == ("Netz", records[1].id)
    with pytest.raises(Refused, match="needs a name"):
        found(room.moment(), name=" ", plenary="T", language="de")


def test_a_partner_comes_with_its_people(room: Room) -> None:
    change = network.add_partner(
        room.data,
        room.moment(),
        code="bk",
        name=" Berufskolleg ",
        delegate="Ulrike  Senger",
        deputies=("Ulrike Senger", "", "Ada Brand"),
    )
    room.run(change)
    partner = change.result
    assert (partner.code, partner.name, partner.order) == ("BK", "Berufskolleg", 6)
    assert partners(room.data)[-1] == partner
    people = [room.name(d.person) for d in delegations(room.data, partner.id, DAY)]
    assert people == ["Ulrike Senger", "Ulrike Senger", "Ada Brand"]
    assert [p.name for p in room.data.rows(Person)].count("Ada Brand") == 1
    assert room.codes(organisations_of(room.data, room.person("BB"), DAY)) == ["BB", "BK"]


@pytest.mark.parametrize(
    ("code", "name", "words"),
    [
        ("B", "x", "is no code"),
        ("ABCDEFGHI", "x", "is no code"),
        ("A B", "x", "is no code"),
        ("A_B", "x", "is no code"),
        ("bb", "x", "The code BB is taken"),
        ("XY", " ", "needs a name"),
    ],
)
def test_a_partner_is_refused_in_words(room: Room, code: str, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        network.add_partner(room.data, room.moment(), code=code, name=name)


def test_i14_founders_vote_and_partners_admitted_later_wait(room: Room) -> None:
    founder = network.add_partner(room.data, room.moment(), code="XA", name="x").result
    room.put(Version(id=room.new_id(), number="1.0", status=VersionStatus.IN_FORCE))
    later = network.add_partner(room.data, room.moment(), code="XB", name="x").result
    guest = network.add_partner(
        room.data, room.moment(), code="XC", name="x", status=OrganisationStatus.APPLICANT
    ).result
    assert [may_vote(o, DAY) for o in (founder, later, guest)] == [True, False, False]
    assert isinstance(founder, Organisation)


def test_a_new_delegate_ends_the_old_one_the_day_before(room: Room) -> None:
    partner = room.org("BB")
    since = dt.date(2026, 11, 1)
    change = network.add_person(
        room.data,
        room.moment(),
        name="Nina Neu",
        partner=partner,
        kind=DelegationKind.DELEGATE,
        since=since,
        email="nn@example.org",
    )
    room.run(change)
    before, after = (delegate(room.data, partner, day) for day in (DAY, since))
    assert before is not None
    assert after is not None
    assert (before.name, after.name, after.email) == ("Ada Brand", "Nina Neu", "nn@example.org")
    assert len(delegations(room.data, partner, since)) == 1


def test_a_deputy_can_become_the_delegate(room: Room) -> None:
    partner, since = room.org("BB"), DAY + dt.timedelta(days=10)
    add = network.add_person
    room.run(add(room.data, room.moment(), name="Lena Fiedler", partner=partner, since=DAY))
    with pytest.raises(Refused, match="Lena Fiedler speaks for this partner already"):
        add(room.data, room.moment(), name="lena fiedler", partner=partner)
    change = add(
        room.data,
        room.moment(),
        name="Lena Fiedler",
        partner=partner,
        kind=DelegationKind.DELEGATE,
        since=since,
    )
    room.run(change)
    found = delegations(room.data, partner, since)
    assert [(room.name(d.person), d.kind) for d in found] == [
        ("Lena Fiedler", DelegationKind.DELEGATE)
    ]
    assert [d.kind for d in delegations(room.data, partner, DAY)] == [
        DelegationKind.DELEGATE,
        DelegationKind.DEPUTY,
    ]
    with pytest.raises(Refused, match="speaks for this partner already"):
        add(
            room.data,
            room.moment(),
            name="Lena Fiedler",
            partner=partner,
            kind=DelegationKind.DELEGATE,
            since=since,
        )


def test_bodies_have_prefixes_of_their_own(room: Room) -> None:
    made = [
        room.run(network.add_body(room.data, room.moment(), name=name)).result.prefix
        for name in ("AG Karte", "Arbeitsgruppe Kinder", "(Team)")
    ]
    assert made == ["AK", "AK2", "X"]
    with pytest.raises(Refused, match="needs a name"):
        network.add_body(room.data, room.moment(), name=" ")


def test_what_existed_keeps_its_number_and_new_ones_go_on(room: Room) -> None:
    moment = room.moment()
    bb = room.org("BB")
    room.run(
        network.add_action(
            room.data, moment, title="alt", number="M-2026-012", organisation=bb, due_reason="x"
        )
    )
    assert next_action_number(room.data, 2026) == "M-2026-013"
    assert next_action_number(room.data, 2027) == "M-2027-001"
    room.run(network.add_decision(room.data, moment, number="B-2025-4-2", text="alt", on=DAY))
    room.run(network.add_parking(room.data, moment, number="TS-2026-05", text="alt"))
    topic = room.run(network.add_parking(room.data, moment, text="neu")).result
    assert topic.number == "TS-2026-06"


def test_i01_i19_what_existed_is_refused_in_words(room: Room) -> None:
    moment = room.moment()
    bb = room.org("BB")
    room.run(network.add_decision(room.data, moment, number="B-2025-4-2", text="alt"))
    with pytest.raises(Refused, match="needs an owner"):
        network.add_action(room.data, moment, title="x")
    with pytest.raises(Refused, match="is no number of this kind; write M-2026-012"):
        network.add_action(room.data, moment, title="x", organisation=bb, number="12")
    with pytest.raises(Refused, match="B-2025-4-2 is taken"):
        network.add_decision(room.data, moment, number="B-2025-4-2", text="x")
    with pytest.raises(Refused, match="write TS-2026-05"):
        network.add_parking(room.data, moment, text="x", number="TS-5")
