"""What the next agenda is to hold, and why; nothing vanishes between two meetings."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain import plan
from kooperation_tui.domain.carry_over import ProposalKind, proposals, title_of
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.commands import minutes, network, planning
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BlockState,
    Disposition,
    ItemKind,
    Meeting,
    OrganisationStatus,
    Subject,
)
from kooperation_tui.domain.templates import AgendaTemplate
from tests.domain.carried import after, begin, english, finish, of, only, put_off, take
from tests.domain.played import NEXT, held
from tests.domain.room import DAY, Room, clock

K = ProposalKind


def test_the_model_meeting_leaves_what_its_minutes_say() -> None:
    data = held().data
    row = next(m for m in plan.meetings(data) if m.start == NEXT)
    found = proposals(data, row)
    assert [(p.kind, title_of(p)) for p in found] == [
        (K.MINUTES, "Minutes of 2026-10-14"),
        (K.ACTIONS, "Progress on the action plan"),
        (K.POSTPONED, "Agreement, point 9"),
        (K.PARKED, "Gemeinsamer Kalender der Fortbildungen"),
        (K.PARKED, "Praktika in den Ferien"),
        (K.PARKED, "Einfache Sprache"),
        (K.PARKED, "Fahrtkosten"),
        (K.OWNERLESS, "Zweites Moderationstandem"),
    ]
    assert found[1].args["late"] == 7  # said with the reason; the title stays true later
    point = found[2]
    assert (point.postponed, point.points, point.why) == (1, ("p9",), "Zahlen fehlen")
    assert point.subject is Subject.AGREEMENT


def test_postponements_are_counted_over_the_meetings(room: Room) -> None:
    put_off(room, 2)
    finish(room)
    second = after(room)
    (found,) = only(room, second, K.POSTPONED)
    assert (title_of(found), found.postponed, found.why) == ("Landkarte", 1, "Zahlen fehlen")
    assert found.item_kind is ItemKind.DECISION and found.minutes == 20
    take(room, second, found.source)
    assert only(room, second, K.POSTPONED) == []
    begin(room, second)
    put_off(room, 1)
    finish(room)
    third = after(room, 98)
    (again,) = only(room, third, K.POSTPONED)
    assert again.postponed == 2
    assert english(again.message, **again.args) == "postponed 2 times, last on 2026-12-02"


def test_a_title_typed_again_is_the_same_item(room: Room) -> None:
    put_off(room, 2)
    finish(room)
    second = after(room)
    room.run(planning.add_item(room.data, room.moment(), meeting=second, title="landkarte"))
    assert only(room, second, K.POSTPONED) == []
    begin(room, second)
    put_off(room, 1)
    finish(room)
    (again,) = only(room, after(room, 98), K.POSTPONED)
    assert again.postponed == 2


def test_what_was_settled_later_comes_no_more(room: Room) -> None:
    put_off(room, 2)
    finish(room)
    second = after(room)
    take(room, second, only(room, second, K.POSTPONED)[0].source)
    begin(room, second)
    room.noted()
    finish(room)
    assert only(room, after(room, 98), K.POSTPONED) == []


def test_a_later_day_waits_for_its_day(room: Room) -> None:
    put_off(room, 2, until=DAY + dt.timedelta(days=98))
    finish(room)
    second, third = after(room), after(room, 96)
    assert only(room, second, K.POSTPONED) == []
    assert len(only(room, third, K.POSTPONED)) == 1


def test_a_point_is_carried_until_it_is_agreed(room: Room) -> None:
    put_off(room, 3, point="p9")
    room.do(it.SetOutcome(kind=ev.OutcomeKind.NOTED))
    finish(room)
    second = after(room)
    (found,) = only(room, second, K.POSTPONED)
    assert found.points == ("p9",)
    room.put(msgspec.structs.replace(room.block("p9"), state=BlockState.AGREED, agreed_on=DAY))
    assert only(room, second, K.POSTPONED) == []


def test_an_item_nobody_came_to_is_not_lost(room: Room) -> None:
    room.go(2)
    room.noted()
    finish(room)
    second = after(room)
    assert [title_of(p) for p in only(room, second, K.UNTREATED)] == ["Vereinbarung", "Aufnahme"]
    assert only(room, second, K.POSTPONED) == []


def test_a_postponement_taken_back_proposes_nothing(room: Room) -> None:
    put_off(room, 2)
    room.do(it.Undo())
    room.noted()
    finish(room)
    assert only(room, after(room), K.POSTPONED) == []


def test_another_body_has_an_agenda_of_its_own(room: Room) -> None:
    put_off(room, 2)
    room.do(it.Park(text="Fahrtkosten"))
    finish(room)
    team = room.run(network.add_body(room.data, room.moment(), name="AG", members=())).result
    other = after(room, 20, body=team.id)
    assert of(room, other) == []


def test_a_parked_topic_goes_onto_the_agenda_once(room: Room) -> None:
    room.go(2)
    room.do(it.Park(text="Fahrtkosten", by=room.org("HWK")))
    room.noted()
    finish(room)
    second, third = after(room), after(room, 98)
    (found,) = only(room, second, K.PARKED)
    assert found.owner == room.org("HWK")
    take(room, second, found.source)
    topic = room.topics[0]
    assert (topic.disposition, topic.target) == (Disposition.AGENDA, second)
    assert check_tables(room.data) == ()
    assert only(room, second, K.PARKED) == only(room, third, K.PARKED) == []
    with pytest.raises(Refused):
        take(room, second, found.source)


def test_what_was_confidential_stays_so() -> None:
    room = Room(started=False, present=False)
    secret = room.row.items[1].id
    room.run(
        planning.change_item(
            room.data, room.moment(), meeting=room.meeting, item=secret, confidential=True
        )
    )
    begin(room, room.meeting)
    room.go(2)
    room.do(it.Park(text="Personalie"))
    room.noted()
    finish(room)
    second = after(room)
    (found,) = only(room, second, K.PARKED)
    assert found.confidential
    take(room, second, found.source)
    assert room.data.get(Meeting, second).items[0].confidential


def test_minutes_and_actions_come_after_the_opening(room: Room) -> None:
    room.go(2)
    room.do(it.TakeAction(title="Plan", owner_organisation=room.org("BB"), due=DAY))
    finish(room)
    room.run(
        minutes.send(
            room.data,
            room.moment(),
            minutes=minutes.as_sent(
                room.data, room.moment(), meeting=room.meeting, on=DAY, anyway=True
            ),
            texts=(),
        )
    )
    second = after(room)
    for title, kind in (("Ankommen", ItemKind.FORMAL), ("Ende", ItemKind.CLOSING)):
        room.run(
            planning.add_item(room.data, room.moment(), meeting=second, title=title, kind=kind)
        )
    for proposal in of(room, second):
        take(room, second, proposal.source)
    row = room.data.get(Meeting, second)
    assert [i.title for i in row.items] == [
        "Ankommen",
        "Minutes of 2026-10-14",
        "Progress on the action plan",
        "Vereinbarung",
        "Aufnahme",
        "Ende",
    ]
    assert [i.number for i in row.items] == [1, 2, 3, 4, 5, 6]
    assert row.items[1].subject is Subject.MINUTES


def test_a_template_leaves_nothing_to_propose_twice(room: Room) -> None:
    room.go(2)
    room.do(it.TakeAction(title="Plan", owner_organisation=room.org("BB"), due=DAY))
    room.run(
        network.add_partner(
            room.data,
            room.moment(),
            code="HS",
            name="Hochschule",
            status=OrganisationStatus.APPLICANT,
        )
    )
    finish(room)
    made = planning.add_meeting(
        room.data,
        room.moment(),
        start=clock("09:00") + dt.timedelta(days=49),
        words=english,
        template=AgendaTemplate.REGULAR,
    )
    room.run(made)
    assert {p.kind for p in of(room, made.result.id)} == {K.UNTREATED}


def test_reviews_come_on_their_day_and_once(room: Room) -> None:
    room.go(2)
    room.decide("Wir führen eine Landkarte.")
    room.do(it.Review(on=DAY + dt.timedelta(days=40)))
    finish(room)
    early, second, third = after(room, 20), after(room), after(room, 98)
    assert only(room, early, K.REVIEW) == []
    (found,) = only(room, second, K.REVIEW)
    assert found.why == "Wir führen eine Landkarte."
    take(room, second, found.source)
    begin(room, second)
    assert only(room, third, K.REVIEW) == []


def test_an_application_heard_once_is_not_proposed_again(room: Room) -> None:
    room.run(
        network.add_partner(
            room.data,
            room.moment(),
            code="HS",
            name="Hochschule",
            status=OrganisationStatus.APPLICANT,
        )
    )
    finish(room)
    second, third = after(room), after(room, 98)
    (found,) = only(room, second, K.APPLICATION)
    take(room, second, found.source)
    begin(room, second)
    room.noted()
    assert only(room, third, K.APPLICATION) == []


def test_an_item_about_points_is_carried_until_all_of_them_are_settled() -> None:
    room = Room(started=False, present=False)
    items = list(room.row.items)
    items[2] = msgspec.structs.replace(items[2], points=("p8", "p9"))
    room.put(msgspec.structs.replace(room.row, items=tuple(items)))
    room.do(it.Start(), "09:00")
    put_off(room, 3)
    finish(room)
    later, agreed = after(room, 98), BlockState.AGREED
    before = DAY - dt.timedelta(days=1)
    room.put(msgspec.structs.replace(room.block("p8"), state=agreed, agreed_on=DAY))
    for state, day, waits in (
        (BlockState.DRAFT, None, True),
        (agreed, before, True),
        (BlockState.NOT_NEEDED, None, False),
        (agreed, DAY + dt.timedelta(days=9), False),
    ):
        room.put(msgspec.structs.replace(room.block("p9"), state=state, agreed_on=day))
        assert bool(only(room, later, K.POSTPONED)) is waits
