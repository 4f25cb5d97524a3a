"""Who is there, who has which role: intervals (I-14 to I-18)."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.attendance import presences
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import (
    Answer,
    Expectation,
    Organisation,
    OrganisationStatus,
    Person,
    Role,
)
from kooperation_tui.domain.plan import entitled_partners, may_vote
from tests.domain.room import DAY, UTC, Room, clock


def came(organisation: str, person: str = "") -> it.Arrive:
    return it.Arrive(arrivals=(it.Arriving(organisation=organisation, person=person),))


def test_represented_votes_follow_the_intervals() -> None:
    room = Room(present=False)
    first, second = room.orgs("BB", "JC")
    room.do(came(first), "09:05")
    room.do(came(second), "09:25")
    room.do(it.Leave(organisations=(first,)), "09:50")
    counts = {time: len(room.state.represented(clock(time))) for time in ("09:04", "09:10")}
    assert counts == {"09:04": 0, "09:10": 1}
    assert room.codes(room.state.represented(clock("09:30"))) == ["BB", "JC"]
    assert room.codes(room.state.represented()) == ["JC"]


def test_i14_an_admitted_partner_votes_from_its_signature() -> None:
    partner = Organisation(id="a", code="HS", name="Hochschule", founder=False)
    assert not may_vote(partner, DAY)
    signed = msgspec.structs.replace(partner, joined_on=DAY)
    assert not may_vote(signed, DAY - dt.timedelta(days=1))
    assert may_vote(signed, DAY)


def test_i14_founders_vote_at_once_and_who_left_does_not() -> None:
    founder = Organisation(id="a", code="BB", name="Büro")
    assert may_vote(founder, DAY)
    left = msgspec.structs.replace(founder, status=OrganisationStatus.LEFT, left_on=DAY)
    assert may_vote(left, DAY)
    assert not may_vote(left, DAY + dt.timedelta(days=1))
    for status in (
        OrganisationStatus.APPLICANT,
        OrganisationStatus.ASSOCIATE,
        OrganisationStatus.SUSPENDED,
    ):
        assert not may_vote(msgspec.structs.replace(founder, status=status), DAY)


def test_i14_associates_are_in_the_room_and_do_not_count(room: Room) -> None:
    change = network.add_partner(
        room.data,
        room.moment(),
        code="UNI",
        name="Universität",
        delegate="Ute Ney",
        status=OrganisationStatus.ASSOCIATE,
    )
    room.run(change)
    room.do(came(room.org("UNI")), "09:10")
    assert "UNI" in room.codes(p.organisation for p in room.state.present())
    assert "UNI" not in room.codes(room.state.represented())


def test_a_body_has_its_own_members(room: Room) -> None:
    body = room.run(
        network.add_body(room.data, room.moment(), name="AG Karte", members=room.orgs("BB", "HWK"))
    ).result
    meeting = msgspec.structs.replace(room.row, body=body.id)
    assert room.codes(entitled_partners(room.data, meeting)) == ["BB", "HWK"]


def test_i15_delegate_and_deputy_are_one_vote() -> None:
    room = Room(present=False)
    partner = room.org("BB")
    deputy = it.Arriving(organisation=partner, new_person="Lena Fiedler")
    room.do(it.Arrive(arrivals=(deputy,)), "09:05")
    room.do(came(partner, room.person("BB")), "09:10")
    assert [p.deputy for p in room.state.present()] == [True, False]
    assert room.codes(room.state.represented()) == ["BB"]
    assert [p.name for p in room.data.rows(Person)][-1] == "Lena Fiedler"
    room.do(it.Propose(text="x"))
    with pytest.raises(Refused, match="only 1 can vote"):
        room.do(it.TakeVote(yes=2, no=0, abstain=0))


def test_i16_guests_never_count(room: Room) -> None:
    room.do(it.GuestIn(name="Hannah Nowak", organisation="Hochschule"), "09:05")
    assert len(room.state.represented()) == 5
    with pytest.raises(Refused, match="in the room already"):
        room.do(it.GuestIn(name="Hannah Nowak"))
    room.do(it.GuestOut(name="nowak"), "09:20")
    guest = room.state.guests[0]
    assert (guest.start, guest.end) == (clock("09:05"), clock("09:20"))
    with pytest.raises(Refused, match="No guest"):
        room.do(it.GuestOut(name="nowak"))
    ballot = room.decide().what
    assert isinstance(ballot, ev.Balloted)
    assert len(ballot.ballot.represented) == 5


def test_i17_a_role_that_nobody_has_is_a_gap_and_a_hand_over_is_none(room: Room) -> None:
    def roles() -> list[str]:
        return [g.message for g in gaps(room.data, room.state) if g.message.startswith("Nobody")]

    assert roles() == []
    room.do(it.TakeRole(role=Role.MINUTES, person=room.person("JC")), "09:20")
    assert room.state.holder(Role.MINUTES, clock("09:10")) == room.person("VHS")
    assert room.state.holder(Role.MINUTES) == room.person("JC")
    assert roles() == []
    room.do(it.TakeRole(role=Role.MINUTES, person=""), "09:30")
    assert roles() == ["Nobody takes the minutes; /role minutes and a name."]
    room.do(it.TakeRole(role=Role.MINUTES, person=room.person("JC")), "09:30:40")
    room.do(it.Close(force=True), "10:00")
    assert roles() == []
    assert [s.end for s in room.state.roles if s.role is Role.MINUTES][-1] == clock("10:00")


def test_i17_a_longer_hole_stays_a_gap_after_the_close(room: Room) -> None:
    room.do(it.TakeRole(role=Role.FACILITATOR, person=""), "09:30")
    room.do(it.TakeRole(role=Role.FACILITATOR, person=room.person("JC")), "09:40")
    room.do(it.Close(force=True), "10:00")
    assert "Nobody facilitates; /role facilitator and a name." in [
        g.message for g in gaps(room.data, room.state)
    ]


def test_who_has_a_role_already_is_told_so(room: Room) -> None:
    with pytest.raises(Refused, match="Ada Brand has this role already"):
        room.do(it.TakeRole(role=Role.FACILITATOR, person=room.person("BB")))


def test_i18_nobody_stays_longer_than_the_meeting(room: Room) -> None:
    room.do(it.Leave(organisations=room.orgs("BB")), "10:05")
    room.do(it.Close(force=True), "10:10", at="10:00")
    room.do(it.Leave(organisations=room.orgs("VHS")), "10:30", at="09:55")
    ends = {room.codes([p.organisation])[0]: p.end for p in room.state.presences}
    assert (ends["BB"], ends["VHS"], ends["JC"]) == tuple(map(clock, ("10:00", "09:55", "10:00")))


def test_arrivals_are_refused_in_words(room: Room) -> None:
    with pytest.raises(Refused, match="BB has been there since 2026-10-14 09:00"):
        room.do(came(room.org("BB")), "09:10")
    with pytest.raises(Refused, match="Everybody who is not excused is there"):
        room.do(it.ArriveAll())
    room.do(it.Leave(organisations=room.orgs("BB")))
    with pytest.raises(Refused, match="BB is not there"):
        room.do(it.Leave(organisations=room.orgs("BB")))
    with pytest.raises(Refused, match="VHS is there"):
        room.do(it.Excuse(organisations=room.orgs("VHS")))


def test_applicants_come_as_guests_and_partners_without_people_are_named(room: Room) -> None:
    for code, status in (("HS", OrganisationStatus.APPLICANT), ("LE", OrganisationStatus.PARTNER)):
        change = network.add_partner(room.data, room.moment(), code=code, name=code, status=status)
        room.run(change)
    with pytest.raises(Refused, match="HS is not a partner"):
        room.do(came(room.org("HS")))
    with pytest.raises(Refused, match="Nobody is named for LE"):
        room.do(came(room.org("LE")))


def test_all_means_everybody_who_is_not_excused_as_announced() -> None:
    room = Room(started=False, present=False)
    lena = network.add_person(room.data, room.moment(), name="Lena Fiedler", partner=room.org("AA"))
    room.run(lena)
    said = (
        Expectation(organisation=room.org("JC"), answer=Answer.EXCUSED),
        Expectation(organisation=room.org("AA"), answer=Answer.COMING, person=lena.result.id),
    )
    room.put(msgspec.structs.replace(room.row, expected=said))
    room.do(it.Excuse(organisations=room.orgs("HWK")), "08:55")
    with pytest.raises(Refused, match="excused already"):
        room.do(it.Excuse(organisations=room.orgs("JC")))
    room.do(it.Start(), "09:00")
    room.do(it.ArriveAll())
    assert room.codes(room.state.represented()) == ["BB", "VHS", "AA"]
    assert lena.result.id in {p.person for p in room.state.present()}
    assert set(room.codes(room.state.excused)) == {"JC", "HWK"}


steps = st.lists(
    st.tuples(st.integers(0, 60), st.sampled_from(["in", "out", "excused"]), st.integers(0, 2)),
    max_size=14,
)


@given(steps, st.integers(0, 60))
def test_i18_intervals_never_overlap_and_say_who_was_there(
    steps: list[tuple[int, str, int]], probe: int
) -> None:
    """Against an oracle that walks minute by minute."""
    begun = dt.datetime(2026, 10, 14, 9, tzinfo=UTC)

    def event(seq: int, minute: int, what: ev.Payload) -> ev.Event:
        at = begun + dt.timedelta(minutes=minute)
        return ev.Event(id=f"{seq:032x}", meeting="1", seq=seq, at=at, recorded_at=at, what=what)

    log = []
    for seq, (minute, kind, who) in enumerate(steps):
        organisation = f"o{who}"
        kinds: dict[str, ev.Payload] = {
            "in": ev.Arrived(arrivals=(ev.Arrival(organisation=organisation, person="p"),)),
            "out": ev.Left(organisations=(organisation,)),
            "excused": ev.Excused(organisations=(organisation,)),
        }
        log.append(event(seq, minute, kinds[kind]))
    log.sort(key=lambda e: (e.at, e.seq))
    ended = begun + dt.timedelta(minutes=60)
    found = presences(log, begun, ended)
    at = begun + dt.timedelta(minutes=probe)
    there: set[str] = set()
    for each in log:
        if each.at > at:
            break
        match each.what:
            case ev.Arrived(arrivals=arrivals):
                there |= {a.organisation for a in arrivals}
            case ev.Left(organisations=gone) | ev.Excused(organisations=gone):
                there -= set(gone)
    if at < ended:
        assert {p.organisation for p in found if p.end and p.start <= at < p.end} == there
    for one in found:
        assert one.end is not None
        assert begun <= one.start <= one.end <= ended
        for other in found:
            if other is not one and other.organisation == one.organisation and other.end:
                assert other.end <= one.start or one.end <= other.start


def test_states_of_an_empty_file_say_how_to_begin() -> None:
    with pytest.raises(Refused, match="kooperation new"):
        _ = Data.of(()).network


@pytest.mark.parametrize("after", [False, True])
def test_a_deputy_before_the_start_comes_instead_of_whom_all_marked(after: bool) -> None:
    room = Room(present=False, started=False)
    partner, delegate = room.org("BB"), room.person("BB")
    room.do(it.ArriveAll(), "08:55")
    if after:
        room.do(it.Start(), "09:00")
    deputy = it.Arriving(organisation=partner, new_person="Ina Greve")
    room.do(it.Arrive(arrivals=(deputy,)), "09:00:20" if after else "08:57")
    if not after:
        room.do(it.Start(), "09:00")
    people = [p.person for p in room.state.presences if p.organisation == partner]
    assert len(people) == 1
    assert room.data.get(Person, people[0]).name == "Ina Greve"
    room.do(came(partner, delegate), "09:20")
    people = [p.person for p in room.state.presences if p.organisation == partner]
    assert people[1:] == [delegate]
    assert len(room.state.represented()) == 5
    room.do(it.Undo())
    room.do(it.Undo())
    if not after:
        room.do(it.Undo())
    assert [p.person for p in room.state.present() if p.organisation == partner] == [delegate]
