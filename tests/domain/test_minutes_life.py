"""Minutes that were sent: objections settled, drawn up again as the next version."""

from __future__ import annotations

import datetime as dt

import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.gaps import StillMissing, gaps
from kooperation_tui.domain.minutes_changes import changes_between
from kooperation_tui.domain.model import Minutes, MinutesStatus, ObjectionOutcome, Role, SentText
from kooperation_tui.domain.overview import overview
from tests.domain.room import DAY, ITEMS, Room

LATER = DAY + dt.timedelta(days=5)
TEXT = SentText(audience="internal", language="de", format="md", text="# Protokoll", sha256="x")


@pytest.fixture
def sent() -> Room:
    room = Room()
    room.say("Die Karte kostet 500 Euro.")
    room.say("Das bleibt.")
    room.do(it.Close(force=True), "12:00")
    send(room)
    return room


def send(room: Room, on: dt.date = DAY) -> Minutes:
    record = life.as_sent(room.data, room.moment(), meeting=room.meeting, on=on, anyway=True)
    change = life.send(room.data, room.moment(), minutes=record, texts=(TEXT,))
    room.run(change)
    assert isinstance(change.result, Minutes)
    return change.result


def minutes(room: Room) -> Minutes:
    found = life.minutes_of(room.data, room.meeting)
    assert found is not None
    return found


def objection(room: Room, text: str = "Es waren 600 Euro.") -> None:
    room.run(
        life.object_to(
            room.data,
            room.moment(),
            meeting=room.meeting,
            organisation=room.org("VHS"),
            text=text,
            on=LATER,
        )
    )


def settle(room: Room, number: int, outcome: ObjectionOutcome, decision: str = "") -> None:
    room.run(
        life.settle_objection(
            room.data,
            room.moment(),
            meeting=room.meeting,
            number=number,
            outcome=outcome,
            decision=decision,
        )
    )


def redraft(room: Room, reason: str = "") -> None:
    room.run(life.redraft(room.data, room.moment(), meeting=room.meeting, reason=reason))


def test_an_accepted_objection_leads_to_the_next_version_sent_again(sent: Room) -> None:
    room = sent
    objection(room)
    assert (minutes(room).status, minutes(room).objections[0].version) == ("objections", 1)
    with pytest.raises(Refused, match="have been sent"):
        room.say("Noch etwas", at="11:00")
    settle(room, 1, ObjectionOutcome.ACCEPTED)
    assert minutes(room).status is MinutesStatus.SENT
    redraft(room)
    draft = minutes(room)
    assert (draft.version, draft.status, draft.sent_on, draft.texts) == (2, "draft", None, ())
    assert (draft.earlier[0].version, draft.earlier[0].sent_on) == (1, DAY)
    assert draft.earlier[0].texts == (TEXT,)
    entry = next(e for e in room.state.entries if "500" in e.text)
    room.do(it.Edit(entry=entry.id, text="Die Karte kostet 600 Euro."))
    again = send(room, LATER)
    assert (again.version, again.status, again.sent_on) == (2, "sent", LATER)
    assert len(again.objections) == 1
    with pytest.raises(Refused, match="have been sent"):
        room.say("Noch etwas", at="11:00")


def test_what_was_changed_after_sending_is_known_line_by_line(sent: Room) -> None:
    room = sent
    redraft(room, "Zahlen fehlten")
    words = {e.text: e.id for e in room.state.entries if e.text}
    room.do(it.Edit(entry=words["Die Karte kostet 500 Euro."], text="Die Karte kostet nichts."))
    room.do(it.Delete(entry=words["Das bleibt."]))
    room.say("Das fehlte.", at="11:00")
    seq = minutes(room).earlier[0].seq
    found = [(c.old, c.new) for c in changes_between(room.data, room.meeting, seq)]
    assert found == [
        ("Die Karte kostet 500 Euro.", "Die Karte kostet nichts."),
        ("Das bleibt.", ""),
        ("", "Das fehlte."),
    ]
    send(room, LATER)
    redraft(room, "Doch nicht")
    room.do(it.Edit(entry=words["Die Karte kostet 500 Euro."], text="Die Karte kostet viel."))
    first, second = minutes(room).earlier
    assert len(changes_between(room.data, room.meeting, first.seq, second.seq)) == 3
    found = [(c.old, c.new) for c in changes_between(room.data, room.meeting, second.seq)]
    assert found == [("Die Karte kostet nichts.", "Die Karte kostet viel.")]


def test_a_new_version_needs_a_reason_and_minutes_that_wait(sent: Room) -> None:
    room = sent
    with pytest.raises(Refused, match="Accept an objection first, or say why"):
        redraft(room)
    objection(room)
    settle(room, 1, ObjectionOutcome.REJECTED)
    with pytest.raises(Refused, match="Accept an objection first"):
        redraft(room)
    redraft(room, "Tippfehler")
    with pytest.raises(Refused, match="have not been sent yet"):
        redraft(room, "Noch einmal")
    send(room, LATER)
    with pytest.raises(Refused, match="Accept an objection first"):
        redraft(room)
    room.run(life.approve(room.data, room.moment(), meeting=room.meeting, on=LATER))
    with pytest.raises(Refused, match="only corrected by a decision"):
        redraft(room, "Zu spät")


def test_an_accepted_objection_to_an_older_version_is_no_reason_for_another(sent: Room) -> None:
    room = sent
    objection(room)
    settle(room, 1, ObjectionOutcome.ACCEPTED)
    redraft(room)
    send(room, LATER)
    with pytest.raises(Refused, match="Accept an objection first"):
        redraft(room)


def test_open_objections_are_counted_and_settled_by_number(sent: Room) -> None:
    room = sent
    objection(room)
    objection(room, "Und der Termin fehlt.")
    assert overview(room.data, room.now).to_approve[0].objections == 2
    settle(room, 2, ObjectionOutcome.WITHDRAWN)
    assert [o.text for o in life.open_objections(minutes(room))] == ["Es waren 600 Euro."]
    assert minutes(room).status is MinutesStatus.OBJECTIONS
    assert overview(room.data, room.now).to_approve[0].objections == 1
    redraft(room, "Anderes")
    assert send(room, LATER).status is MinutesStatus.OBJECTIONS
    for number in (0, 3):
        with pytest.raises(Refused, match="no objection"):
            settle(room, number, ObjectionOutcome.NOTED)
    with pytest.raises(Refused, match="no decision B-9"):
        settle(room, 1, ObjectionOutcome.NOTED, "B-9")


@pytest.fixture
def closed() -> Room:
    """A meeting of one item with its outcome, closed; nothing is missing in it."""
    room = Room(items=ITEMS[:1])
    room.noted()
    return room


def try_to_send(room: Room) -> None:
    life.as_sent(room.data, room.moment(), meeting=room.meeting, on=DAY)


def test_minutes_without_gaps_are_sent(closed: Room) -> None:
    closed.do(it.TakeAction(title="Tun", owner_organisation=closed.org("BB"), due=LATER))
    closed.do(it.Close())
    try_to_send(closed)


@pytest.mark.parametrize(
    ("intent", "said"),
    [
        (
            it.TakeAction(title="Tun", nobody=True, owner_reason="noch offen"),
            "M-2026-001 has no date.",
        ),
        (it.Propose(text="Antrag"), "A wording is open: Antrag"),
        (it.Say(kind=NoteKind.GAP, text=""), "A gap is marked at {time}."),
        (it.AddItem(title="Neues"), "Item 2 has no outcome."),
    ],
)
def test_gaps_are_closed_before_the_minutes_are_sent(
    closed: Room, intent: it.Intent, said: str
) -> None:
    """I-01: no action without a date or a reason; no item without an outcome."""
    closed.do(intent)
    if isinstance(intent, it.AddItem):
        closed.do(it.Next())
    closed.do(it.Close(force=True))
    with pytest.raises(StillMissing) as refused:
        try_to_send(closed)
    (only,) = refused.value.gaps
    assert said in (only.message, only.message.format(**only.args))
    send(closed)
    assert minutes(closed).status is MinutesStatus.SENT


def test_a_reason_for_having_no_date_is_no_gap(closed: Room) -> None:
    org = closed.org("BB")
    closed.do(it.TakeAction(title="Tun", owner_organisation=org, due_reason="wenn Geld da ist"))
    closed.do(it.Close())
    try_to_send(closed)


def test_what_is_only_good_to_know_does_not_block(closed: Room) -> None:
    """Nobody facilitated to the end; an item that was not treated comes again by itself."""
    closed.do(it.TakeRole(role=Role.FACILITATOR, person=""))
    closed.do(it.AddItem(title="Nicht behandelt"))
    closed.do(it.Close(force=True), "09:30")
    assert len(gaps(closed.data, closed.state)) == 2
    try_to_send(closed)
