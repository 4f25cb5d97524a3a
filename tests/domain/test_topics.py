"""A parked topic after the meeting whose agenda it was on (I-21)."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import Disposition, Meeting
from kooperation_tui.domain.overview import overview
from kooperation_tui.domain.proposal import ProposalKind
from kooperation_tui.domain.topics import treated_in
from tests.domain.carried import after, begin, finish, of, only, put_off, take
from tests.domain.room import Room

PARKED, POSTPONED = ProposalKind.PARKED, ProposalKind.POSTPONED


def parked_then_on_an_agenda(room: Room) -> tuple[str, str]:
    """A topic parked in the first meeting is the first item of the second; a third is planned."""
    room.go(2)
    room.do(it.Park(text="Fahrtkosten"))
    room.noted()
    finish(room)
    second, third = after(room), after(room, 98)
    take(room, second, only(room, second, PARKED)[0].source)
    begin(room, second)
    return second, third


def decided(room: Room) -> None:
    room.decide("Fahrtkosten werden erstattet.")


def assigned(room: Room) -> None:
    room.do(it.TakeAction(title="Antrag", owner_organisation=room.org("BB"), due=room.now.date()))


def noted(room: Room) -> None:
    room.noted()


def parked_again(room: Room) -> None:
    room.do(it.SetOutcome(kind=ev.OutcomeKind.PARKED))


@pytest.mark.parametrize("end", [decided, assigned, noted], ids=lambda end: end.__name__)
def test_a_topic_that_was_treated_waits_no_more(room: Room, end: object) -> None:
    second, third = parked_then_on_an_agenda(room)
    assert treated_in(room.data, room.topics[0]) is None
    end(room)  # type: ignore[operator]
    finish(room)
    done = treated_in(room.data, room.topics[0])
    assert done is not None and done.id == second
    assert all(p.source != f"parking:{room.topics[0].id}" for p in of(room, third))
    assert only(room, third, PARKED) == only(room, third, POSTPONED) == []


def test_parked_anew_it_waits_as_the_new_topic(room: Room) -> None:
    _, third = parked_then_on_an_agenda(room)
    parked_again(room)
    finish(room)
    old, new = room.topics
    assert treated_in(room.data, old) is not None and treated_in(room.data, new) is None
    assert [p.source for p in only(room, third, PARKED)] == [f"parking:{new.id}"]
    assert overview(room.data, room.now).parked == 1


def test_put_off_again_it_comes_back_with_its_count(room: Room) -> None:
    _, third = parked_then_on_an_agenda(room)
    put_off(room, 1)
    finish(room)
    assert treated_in(room.data, room.topics[0]) is None
    (found,) = only(room, third, POSTPONED)
    assert (found.postponed, found.why) == (1, "Zahlen fehlen")
    take(room, third, found.source)
    begin(room, third)
    put_off(room, 1)
    finish(room)
    last = after(room, 147)
    (again,) = only(room, last, POSTPONED)
    assert again.postponed == 2
    take(room, last, again.source)
    begin(room, last)
    room.noted()
    finish(room)
    done = treated_in(room.data, room.topics[0])
    assert done is not None and done.id == last
    assert only(room, after(room, 196), POSTPONED) == []


def test_typed_onto_the_agenda_it_was_sent_to_it_counts_as_treated(room: Room) -> None:
    room.go(2)
    room.do(it.Park(text="Fahrtkosten"))
    topic = room.topics[0]
    room.noted()
    second = after(room)
    room.do(
        it.DisposeParking(
            parking=topic.id,
            disposition=Disposition.AGENDA,
            target=second,
            target_on=room.data.get(Meeting, second).start.date(),
        )
    )
    finish(room)
    room.run(planning.add_item(room.data, room.moment(), meeting=second, title="fahrtkosten"))
    begin(room, second)
    room.noted()
    finish(room)
    assert treated_in(room.data, room.topics[0]) is not None
    assert only(room, after(room, 98), PARKED) == []


def test_sent_to_an_agenda_that_did_not_hold_it_the_topic_still_waits(room: Room) -> None:
    room.go(2)
    room.do(it.Park(text="Fahrtkosten"))
    second = after(room)
    day: dt.date = room.data.get(Meeting, second).start.date()
    room.do(
        it.DisposeParking(
            parking=room.topics[0].id,
            disposition=Disposition.AGENDA,
            target=second,
            target_on=day,
        )
    )
    room.noted()
    finish(room)
    room.run(planning.add_item(room.data, room.moment(), meeting=second, title="Anderes"))
    begin(room, second)
    room.noted()
    finish(room)
    assert treated_in(room.data, room.topics[0]) is None
    assert len(only(room, after(room, 98), PARKED)) == 1
