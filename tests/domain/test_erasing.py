"""Erasing a person on request (rules of the log, 10; I-27)."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import Any

import msgspec
import pytest
from hypothesis import given

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.checks import check_tables
from kooperation_tui.domain.commands import planning, signing, standing, versions
from kooperation_tui.domain.commands.erasing import Erased, erase_person
from kooperation_tui.domain.commands.network import add_person
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import fold, state_of
from kooperation_tui.domain.model import (
    Action,
    Delegation,
    Meeting,
    MeetingStatus,
    Minutes,
    Person,
    Role,
    SentText,
    Signature,
    StandingRole,
    StandingRoleKind,
    Version,
)
from kooperation_tui.domain.plan import delegations
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.domain.version_checks import check_versions
from kooperation_tui.domain.versions import checksum
from tests.domain.room import DAY, Room, clock
from tests.domain.seat import Seat
from tests.domain.test_walk import walk, walked
from tests.domain.walking import Step, steps

LABEL = "eine Person von BB"


def erase(room: Room, code: str = "BB") -> Erased:
    change = erase_person(room.data, room.moment(), person=room.person(code), label=LABEL)
    room.run(change)
    result = change.result
    assert isinstance(result, Erased)
    return result


def closed(room: Room) -> Room:
    """The meeting of a room ended, whatever is missing."""
    if room.row.status is MeetingStatus.RUNNING:
        room.do(it.Close(force=True))
    return room


def texts(data: Data) -> str:
    """Everything the file holds, without sent minutes, hashed versions and signatures."""
    tables: dict[str, Any] = {}
    for name, rows in data.tables.items():
        if name in (Version.TABLE, Signature.TABLE):
            continue
        tables[name] = [{k: v for k, v in row.items() if k != "texts"} for row in rows.values()]
    return json.dumps(tables, ensure_ascii=False)


def results(state: MeetingState) -> list[tuple[object, ...]]:
    """What the ballots of a meeting came to."""
    ballots = [c.ballot for c in state.countings]
    return [(b.method, b.result, b.entitled, b.represented, b.quorate) for b in ballots]


def talked_about() -> Room:
    """Ada Brand (BB) speaks, is spoken of, owns an action, decides; the meeting is closed."""
    room = Room()
    person = room.data.get(Person, room.person("BB"))
    room.put(msgspec.structs.replace(person, email="ada@bb.example", phone="0123 456789"))
    room.do(it.Say(kind=ev.NoteKind.NOTE, text="Ada Brands Liste fehlt (ada@bb.example)."))
    room.do(it.Say(kind=ev.NoteKind.NOTE, text="Frau Brand ruft an: 0123 456789."))
    room.do(it.Propose(text="Ada  Brand führt die Liste."))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    room.do(it.TakeAction(title="Ada Brand fragen", owner_organisation=room.org("BB")))
    room.do(it.Park(text="Urlaub von Ada Brand", by=room.org("BB")))
    room.do(it.GuestIn(name="Ada Brand"))
    return closed(room)


def test_name_and_addresses_are_gone_from_everything_that_lives() -> None:
    room = talked_about()
    done = erase(room)
    left = texts(room.data)
    for word in ("Ada", "ada@bb.example", "456789"):
        assert word not in left
    assert (done.name, done.gone, done.surname) == ("Ada Brand", False, 1)
    assert done.texts == 10
    notes = [e.text for e in room.state.entries if isinstance(e.what, ev.Noted)]
    assert notes == [
        "eine Person von BB Liste fehlt (eine Person von BB).",
        "Frau Brand ruft an: eine Person von BB.",
    ]
    assert room.decisions[0].text == "eine Person von BB führt die Liste."
    assert check_tables(room.data) == ()


def test_the_log_says_that_something_was_blanked_and_where_nothing_else_moves() -> None:
    room = talked_about()
    before = room.state
    done = erase(room)
    last = room.log[-1].what
    assert isinstance(last, ev.Blanked) and 0 < last.count < done.texts
    assert sum(isinstance(e.what, ev.Blanked) for e in room.log) == 1
    assert done.meetings == ("2026-1",)
    after = room.state
    assert (after.ended_at, after.last_at) == (before.ended_at, before.last_at)
    assert [e.id for e in after.entries] == [e.id for e in before.entries]
    assert after.presences == before.presences
    assert [c.ballot for c in after.countings] == [c.ballot for c in before.countings]


def test_a_blanked_place_cannot_be_taken_back_by_undo() -> None:
    room = talked_about()
    erase(room)
    blanked = room.log[-1]
    undone = room.do(it.Undo())
    assert isinstance(undone.what, ev.Retracted)
    assert undone.what.event != blanked.id
    assert "Ada" not in texts(room.data)


def test_the_person_speaks_for_nobody_and_holds_nothing_any_more() -> None:
    room = Room(started=False, present=False)
    ada, moment = room.person("BB"), room.moment()
    room.run(
        standing.take_standing(
            room.data, moment, role=StandingRoleKind.COORDINATOR, person=ada, since=None
        )
    )
    other = room.run(
        planning.add_meeting(room.data, moment, start=clock("09:00"), words=str)
    ).result
    room.run(planning.plan_role(room.data, moment, meeting=other.id, role=Role.HOST, person=ada))
    action = Action(id=room.new_id(), number="M-2026-001", title="x", owner=ada, created_on=DAY)
    room.put(action)
    erase(room)
    assert delegations(room.data, room.org("BB"), DAY) == ()
    assert room.data.rows(StandingRole)[0].until == DAY - dt.timedelta(days=1)
    assert all(r.person != ada for m in room.data.rows(Meeting) for r in m.roles)
    kept = room.data.get(Action, action.id)
    assert (kept.owner, kept.owner_reason) == ("", LABEL)
    assert room.data.get(Person, ada) == Person(id=ada, name=LABEL, erased_on=DAY)


def test_who_was_only_entered_goes_without_a_trace() -> None:
    room = Room(started=False, present=False)
    new = room.run(
        add_person(room.data, room.moment(), name="Nora Neu", partner=room.org("VHS"))
    ).result
    change = erase_person(room.data, room.moment(), person=new.id, label=LABEL)
    assert change.result == Erased(name="Nora Neu", gone=True)
    room.run(change)
    assert room.data.find(Person, new.id) is None
    assert all(d.person != new.id for d in room.data.rows(Delegation))


def test_a_name_of_one_word_is_left_in_sentences() -> None:
    room = Room()
    person = room.data.get(Person, room.person("BB"))
    room.put(msgspec.structs.replace(person, name="Open"))
    room.do(it.Say(kind=ev.NoteKind.NOTE, text="Open ist offen."))
    room.do(it.GuestIn(name="Open"))
    erase(closed(room))
    assert [e.text for e in room.state.entries if isinstance(e.what, ev.Noted)] == [
        "Open ist offen."
    ]
    assert room.state.guests[0].name == LABEL
    assert room.data.get(Meeting, room.meeting).status is MeetingStatus.CLOSED


def test_not_twice_and_not_while_a_meeting_runs() -> None:
    room = Room()
    with pytest.raises(Refused, match="A meeting is running"):
        erase(room)
    ada = room.person("BB")
    erase(closed(room))
    with pytest.raises(Refused, match="erased on 2026-10-14 already"):
        erase_person(room.data, room.moment(), person=ada, label=LABEL)


def test_sent_minutes_stay_as_they_were_sent() -> None:
    room = talked_about()
    sent = SentText(audience="internal", language="de", format="md", text="Ada Brand", sha256="a")
    room.put(Minutes(id=room.new_id(), meeting=room.meeting, texts=(sent,)))
    done = erase(room)
    assert done.sent == ("2026-1",)
    assert room.data.rows(Minutes)[0].texts == (sent,)


def test_signed_versions_keep_text_checksum_and_signature() -> None:
    seat = Seat()
    person = seat.run(
        add_person(seat.data, seat.moment, name="Ada Brand", partner=seat.partner("AA").id)
    )
    assert isinstance(person, Person)
    block = next(b for b in seat.data.rows(type(seat.block("p3"))) if b.key == "p3")
    seat.run(Change(puts=(msgspec.structs.replace(block, text="Ada Brand schreibt."),)))
    seat.opened()
    seat.run(
        signing.sign(seat.data, seat.moment, organisation=seat.partner("AA").id, name="Ada Brand")
    )
    before = versions.find_version(seat.data, "1.0")
    change = erase_person(seat.data, seat.moment, person=person.id, label="eine Person von AA")
    seat.run(change)
    after = versions.find_version(seat.data, "1.0")
    assert after == before and checksum(after.texts) == after.sha256
    assert [s.name for s in seat.data.rows(Signature) if s.signed_on] == ["Ada Brand"]
    assert isinstance(change.result, Erased) and change.result.signed == ("1.0",)
    assert check_versions(seat.data) == ()


@walk
@given(steps)
def test_after_any_walk_the_name_is_gone_and_every_log_still_folds(made: list[Step]) -> None:
    named = [Step(s.kind, s.pick, f"{s.text} Ada Brand", s.code, s.seat, s.late) for s in made]
    room = closed(walked(True, named, check=False))
    if room.row.status not in (MeetingStatus.CLOSED, MeetingStatus.PLANNED):
        return
    before = state_of(room.data, room.meeting)
    erase(room)
    assert not re.search(r"\bAda Brand\b", texts(room.data))
    after = fold(room.data, room.row, room.log)
    assert (after.phase, after.presences, after.roles) == (
        before.phase,
        before.presences,
        before.roles,
    )
    assert results(after) == results(before)
    assert check_tables(room.data) == ()
