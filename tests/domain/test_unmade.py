"""Undo of an arrival takes back the person it entered, unless somebody needs it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import Delegation, Person, Role
from tests.domain.room import Room


def arrive(room: Room, name: str = "Lena Neu") -> str:
    """Somebody unknown comes for AA; the id she gets."""
    arriving = it.Arriving(organisation=room.org("AA"), new_person=name)
    event = room.do(it.Arrive(arrivals=(arriving,)), "09:05")
    assert isinstance(event.what, ev.Arrived)
    return event.what.arrivals[0].person


def knows(room: Room, person: str) -> bool:
    delegated = any(d.person == person for d in room.data.rows(Delegation))
    assert delegated == (room.data.find(Person, person) is not None)
    return delegated


def test_person_and_delegation_go_with_the_arrival() -> None:
    room = Room(present=False)
    before = (room.data.rows(Person), room.data.rows(Delegation))
    person = arrive(room)
    assert knows(room, person)
    room.do(it.Undo(), "09:06")
    assert (room.data.rows(Person), room.data.rows(Delegation)) == before


def test_a_line_that_was_taken_back_needs_nobody() -> None:
    room = Room(present=False)
    person = arrive(room)
    room.do(it.TakeRole(role=Role.MINUTES, person=person), "09:06")
    room.do(it.Undo(), "09:07")
    room.do(it.Undo(), "09:08")
    assert not knows(room, person)


def has_a_role(room: Room, person: str) -> None:
    room.do(it.TakeRole(role=Role.MINUTES, person=person), "09:06", seat="moderation")


def has_an_address(room: Room, person: str) -> None:
    room.put(msgspec.structs.replace(room.data.get(Person, person), email="neu@example.org"))


def stands_for_another(room: Room, person: str) -> None:
    room.put(Delegation(id=f"{77:032x}", organisation=room.org("BB"), person=person))


@pytest.mark.parametrize("needs", [has_a_role, has_an_address, stands_for_another])
def test_who_is_needed_elsewhere_stays(needs: Callable[[Room, str], None]) -> None:
    room = Room(present=False)
    person = arrive(room)
    needs(room, person)
    room.do(it.Undo(), "09:07")
    assert person not in {p.person for p in room.state.present()}
    assert room.data.find(Person, person) is not None
    assert [d.person for d in room.data.rows(Delegation)].count(person) >= 1
