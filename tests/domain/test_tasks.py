"""Actions and parked topics (I-01 to I-03, I-21)."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import ActionStatus, Disposition
from kooperation_tui.domain.plan import find_number
from kooperation_tui.domain.tasks import is_overdue
from tests.domain.room import DAY, Room

LATER = DAY + dt.timedelta(days=30)


def messages(room: Room) -> list[str]:
    return [g.message for g in gaps(room.data, room.state)]


def take(room: Room, title: str = "Tun", code: str = "BB", due: dt.date | None = LATER) -> None:
    room.do(it.TakeAction(title=title, owner_organisation=room.org(code), due=due))


def test_i01_an_action_has_an_owner_or_nobody_with_a_reason(room: Room) -> None:
    with pytest.raises(Refused, match="Who does it"):
        room.do(it.TakeAction(title="Tun"))
    with pytest.raises(Refused, match="Say why nobody"):
        room.do(it.TakeAction(title="Tun", nobody=True))
    with pytest.raises(Refused, match="Say what is to be done"):
        room.do(it.TakeAction(title=" ", owner_organisation=room.org("BB")))
    room.do(it.TakeAction(title="Tun", nobody=True, owner_reason="bewusst offen"))
    assert (room.actions[0].owner, room.actions[0].owner_reason) == ("", "bewusst offen")


def test_i01_a_missing_date_is_a_gap_and_a_reason_closes_it(room: Room) -> None:
    take(room, due=None)
    assert "{number} has no date." in messages(room)
    room.do(it.Undo())
    room.do(
        it.TakeAction(title="Tun", owner_organisation=room.org("BB"), due_reason="nach dem Start")
    )
    assert "{number} has no date." not in messages(room)
    take(room)
    assert room.actions[-1].due_reason == ""


def test_i02_who_is_not_in_the_room_has_not_said_yes(room: Room) -> None:
    take(room)
    assert room.actions[0].accepted
    room.do(it.Leave(organisations=room.orgs("HWK")))
    take(room, code="HWK")
    assert (room.actions[1].owner, room.actions[1].accepted) == (room.person("HWK"), False)
    assert "{number}: has the person said yes?" in messages(room)


def test_i02_a_new_owner_is_asked_anew(room: Room) -> None:
    take(room)
    room.do(it.Leave(organisations=room.orgs("HWK")))
    room.do(it.ProgressAction(action=room.actions[0].id, owner_organisation=room.org("HWK")))
    assert (room.actions[0].owner, room.actions[0].accepted) == (room.person("HWK"), False)
    room.do(it.Undo())
    assert (room.actions[0].owner, room.actions[0].accepted) == (room.person("BB"), True)


def test_i03_one_owner_and_helpers_once_each(room: Room) -> None:
    jc = room.org("JC")
    room.do(
        it.TakeAction(
            title="Tun",
            owner_organisation=room.org("BB"),
            helpers=(jc, jc),
            outside=("Kreis-IT", "Kreis-IT"),
        )
    )
    action = room.actions[0]
    assert (action.owner, action.helpers, action.outside) == (
        room.person("BB"),
        (jc,),
        ("Kreis-IT",),
    )


def test_the_present_deputy_is_the_owner(room: Room) -> None:
    room.do(it.Leave(organisations=room.orgs("BB")))
    deputy = it.Arriving(organisation=room.org("BB"), new_person="Lena Fiedler")
    room.do(it.Arrive(arrivals=(deputy,)))
    take(room)
    assert room.name(room.actions[0].owner) == "Lena Fiedler"


def test_progress_keeps_the_old_promise(room: Room) -> None:
    take(room)
    action = room.actions[0].id
    room.do(it.ProgressAction(action=action, due=LATER.replace(year=2027), reason="zwei Schulen"))
    room.do(it.ProgressAction(action=action, status=ActionStatus.DONE))
    row = room.actions[0]
    assert (row.status, row.due) == (ActionStatus.DONE, LATER.replace(year=2027))
    assert [(u.was, u.status, u.was_due, u.reason) for u in row.history] == [
        (ActionStatus.OPEN, ActionStatus.OPEN, LATER, "zwei Schulen"),
        (ActionStatus.OPEN, ActionStatus.DONE, LATER.replace(year=2027), ""),
    ]
    with pytest.raises(Refused, match="M-2026-001 is not running any more"):
        room.do(it.ProgressAction(action=action, due=LATER))
    room.do(it.ProgressAction(action=action, status=ActionStatus.OPEN))
    assert room.actions[0].status is ActionStatus.OPEN


@pytest.mark.parametrize("status", [ActionStatus.ON_HOLD, ActionStatus.DROPPED])
def test_hold_and_drop_need_a_reason(room: Room, status: ActionStatus) -> None:
    take(room)
    with pytest.raises(Refused, match="Say why"):
        room.do(it.ProgressAction(action=room.actions[0].id, status=status))


def test_overdue_as_of_the_meetings_day_is_stored(room: Room) -> None:
    change = network.add_action(
        room.data,
        room.moment(),
        title="alt",
        organisation=room.org("BB"),
        due=DAY - dt.timedelta(days=1),
        number="M-2026-012",
    )
    room.run(change)
    assert is_overdue(room.actions[0], DAY)
    event = room.do(it.ProgressAction(action=room.actions[0].id, due=LATER, reason="x")).what
    assert isinstance(event, ev.ActionProgressed)
    assert (event.overdue, event.was_due) == (True, DAY - dt.timedelta(days=1))
    assert not is_overdue(room.actions[0], DAY)
    take(room, "neu")
    assert room.actions[-1].number == "M-2026-013"


def test_numbers_are_read_in_every_way_they_are_written() -> None:
    for typed in ("M-12", "M-012", "m-2026-012", "M12"):
        assert find_number(typed, "M-2026-012", "M", 2026)
    assert not find_number("M-12", "M-2026-012", "M", 2027)
    assert not find_number("M-2025-12", "M-2026-012", "M", 2026)
    assert not find_number("TS-12", "M-2026-012", "M", 2026)


def test_i21_parked_topics_say_where_they_go(room: Room) -> None:
    room.do(it.Park(text="Fahrtkosten", by=room.org("BB")))
    topic = room.topics[0]
    assert (topic.disposition, topic.number, topic.item) == (Disposition.OPEN, "TS-2026-01", 1)
    room.do(
        it.DisposeParking(
            parking=topic.id, disposition=Disposition.AGENDA, target_on=LATER, note="mit Punkt 9"
        )
    )
    moved = room.topics[0]
    assert (moved.disposition, moved.target_on, moved.note) == (
        Disposition.AGENDA,
        LATER,
        "mit Punkt 9",
    )
    room.do(it.Undo())
    assert room.topics[0] == topic


def test_i21_a_postponed_item_has_a_later_day_or_the_next_meeting(room: Room) -> None:
    postponed = ev.OutcomeKind.POSTPONED
    with pytest.raises(Refused, match="is not after this meeting"):
        room.do(it.SetOutcome(kind=postponed, until=DAY))
    room.do(it.SetOutcome(kind=postponed, text="Zahlen fehlen", until=LATER, point="p9"))
    assert [o.point for o in room.state.items[0].outcomes] == ["p9"]
    with pytest.raises(Refused, match="Item 1 has no outcome"):
        room.do(it.Next())
    room.do(it.SetOutcome(kind=postponed))
    assert room.state.items[0].outcomes[-1].until is None


def test_i21_a_parked_item_becomes_a_topic(room: Room) -> None:
    event = room.do(it.SetOutcome(kind=ev.OutcomeKind.PARKED)).what
    assert isinstance(event, ev.Outcome)
    assert [(t.id, t.text, t.disposition) for t in room.topics] == [
        (event.parking, "Ankommen", Disposition.OPEN)
    ]
    room.do(it.Undo())
    assert room.topics[0].disposition is Disposition.RETRACTED


def test_i21_an_item_never_treated_is_a_gap_after_the_close(room: Room) -> None:
    room.noted()
    room.do(it.Close(), "10:00")
    untreated = [g for g in gaps(room.data, room.state) if "not treated" in g.message]
    assert [g.args["number"] for g in untreated] == [2, 3, 4, 5]
