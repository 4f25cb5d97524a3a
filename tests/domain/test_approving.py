"""Earlier minutes at the next meeting: which an item means, and what a decision approves."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.approving import approval_due, minutes_meant, waiting
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.gaps import gaps
from kooperation_tui.domain.model import (
    AgendaItem,
    ItemKind,
    Meeting,
    Minutes,
    MinutesPart,
    MinutesStatus,
    Subject,
)
from kooperation_tui.domain.templates import AgendaTemplate
from tests.domain.room import DAY, Room, clock

ITEMS = (
    ("Ankommen", ItemKind.FORMAL, Subject.ORDINARY),
    ("Protokoll vom 12.08.2026", ItemKind.DECISION, Subject.MINUTES),
    ("Landkarte", ItemKind.DECISION, Subject.ORDINARY),
)


def before(room: Room, days: int, status: MinutesStatus | None = MinutesStatus.SENT) -> Meeting:
    """A meeting so many days before this one, with its minutes."""
    start = clock("09:00") - dt.timedelta(days=days)
    change = planning.add_meeting(
        room.data, room.moment(), start=start, words=str, number=100 - days, external=True
    )
    meeting = room.run(change).result
    assert isinstance(meeting, Meeting)
    if status is not None:
        sent_on = start.date() if status is not MinutesStatus.DRAFT else None
        room.put(Minutes(id=room.new_id(), meeting=meeting.id, status=status, sent_on=sent_on))
    return meeting


def minutes(room: Room, meeting: Meeting) -> Minutes:
    return next(m for m in room.data.rows(Minutes) if m.meeting == meeting.id)


@pytest.fixture
def room() -> Room:
    return Room(items=ITEMS)


@pytest.fixture
def august(room: Room) -> Meeting:
    """Its minutes were sent; the item about them runs."""
    meeting = before(room, 63)
    room.do(it.SetOutcome(kind=OutcomeKind.NOTED))
    room.do(it.Next())
    return meeting


def decide(room: Room, text: str = "Das Protokoll wird genehmigt.") -> None:
    room.do(it.Propose(text=text))
    room.do(it.TakeVote(yes=5, no=0, abstain=0))


def test_a_carried_decision_about_minutes_is_asked_about(room: Room, august: Meeting) -> None:
    assert approval_due(room.data, room.state) is None
    room.do(it.Propose(text="Das Protokoll wird genehmigt."))
    assert approval_due(room.data, room.state) is None
    room.do(it.TakeVote(yes=5, no=0, abstain=0))
    due = approval_due(room.data, room.state)
    assert due is not None
    assert (due.meeting, due.wording.number, due.corrections) == (august, "B-2026-1-1", 0)
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    due = approval_due(room.data, room.state)
    assert due is not None and due.corrections == 1
    room.do(it.ApproveMinutes(meeting=august.id))
    assert approval_due(room.data, room.state) is None


def test_the_approval_after_the_result_has_the_decisions_number(
    room: Room, august: Meeting
) -> None:
    decide(room)
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    room.do(it.ApproveMinutes(meeting=august.id))
    known = minutes(room, august)
    assert (known.status, known.approved_on, known.approved_by) == (
        MinutesStatus.APPROVED,
        DAY,
        "B-2026-1-1",
    )
    assert [(c.old, c.new) for c in known.corrections] == [("übernimmt", "prüft")]
    assert room.decisions[0].subject is Subject.MINUTES


def test_minutes_are_approved_as_they_were_sent(room: Room, august: Meeting) -> None:
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    decide(room)
    room.do(it.ApproveMinutes(meeting=august.id, corrected=False))
    assert minutes(room, august).status is MinutesStatus.APPROVED
    assert minutes(room, august).corrections == ()


@pytest.mark.parametrize("back", [it.Undo(), it.VoidBallot(reason="verzählt")])
def test_the_approval_goes_with_its_line_or_its_decision(
    room: Room, august: Meeting, back: it.Intent
) -> None:
    asked = minutes(room, august)
    decide(room)
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    room.do(it.ApproveMinutes(meeting=august.id))
    room.do(back)
    assert minutes(room, august) == asked
    if isinstance(back, it.Undo):
        assert approval_due(room.data, room.state) is not None
        room.do(it.ApproveMinutes(meeting=august.id))
    else:
        room.do(it.TakeVote(yes=4, no=1, abstain=0))
    assert minutes(room, august).approved_by == "B-2026-1-1"


def test_without_a_wording_nothing_approves(room: Room, august: Meeting) -> None:
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.ApproveMinutes(meeting=august.id))
    room.do(it.Propose(text="Nein"))
    room.do(it.TakeVote(yes=0, no=5, abstain=0))
    assert approval_due(room.data, room.state) is None
    with pytest.raises(Refused, match="No wording is open"):
        room.do(it.ApproveMinutes(meeting=august.id))


def test_another_item_is_about_no_minutes(room: Room, august: Meeting) -> None:
    decide(room)
    room.do(it.ApproveMinutes(meeting=august.id))
    room.do(it.Next())
    decide(room, "Die Landkarte kommt.")
    assert approval_due(room.data, room.state) is None


ASKED = "Does {number} approve the minutes of {day}? /approve, or /approve none."


def missing(room: Room) -> list[tuple[object, object]]:
    """The approvals among what is still missing: decision and day of the minutes."""
    found = [g.args for g in gaps(room.data, room.state) if g.message == ASKED]
    return [(args["number"], args["day"]) for args in found]


def test_it_is_asked_on_after_the_item(room: Room, august: Meeting) -> None:
    decide(room)
    room.do(it.Next())
    due = approval_due(room.data, room.state)
    assert due is not None and due.meeting == august
    assert missing(room) == [("B-2026-1-1", dt.date(2026, 8, 12))]
    room.do(it.Propose(text="Die Landkarte kommt."))
    assert approval_due(room.data, room.state) is None, "one thing after the other"
    assert missing(room), "it is missing all the same"


@pytest.mark.parametrize("open_wording", [False, True])
def test_it_can_be_said_under_another_item(room: Room, august: Meeting, open_wording: bool) -> None:
    decide(room)
    room.do(it.Next())
    decide(room, "Die Landkarte kommt.")
    if open_wording:
        room.do(it.Propose(text="Noch eine Karte."))
    room.do(it.ApproveMinutes(meeting=august.id))
    assert minutes(room, august).approved_by == "B-2026-1-1"
    assert not missing(room)
    assert [w.approves for w in room.state.wordings[1:]] == [""] * (1 + open_wording)


def test_it_can_be_said_after_the_close(room: Room, august: Meeting) -> None:
    decide(room)
    room.do(it.Close(force=True))
    assert missing(room)
    room.do(it.ApproveMinutes(meeting=august.id))
    assert minutes(room, august).approved_by == "B-2026-1-1" and not missing(room)


def test_that_it_approves_none_is_an_answer_too(room: Room, august: Meeting) -> None:
    decide(room)
    room.do(it.ApproveMinutes(meeting=""))
    assert minutes(room, august).status is MinutesStatus.SENT
    assert approval_due(room.data, room.state) is None and not missing(room)
    with pytest.raises(Refused, match="leave the line out"):
        room.do(it.ApproveMinutes(meeting=""))
    room.do(it.Undo())
    assert missing(room)


def test_a_correction_under_another_item_is_about_the_minutes_that_wait(
    room: Room, august: Meeting
) -> None:
    before(room, 7)
    decide(room)
    room.do(it.Next())
    room.do(it.Correct(item=4, old="übernimmt", new="prüft"))
    room.do(it.ApproveMinutes(meeting=august.id))
    assert [c.new for c in minutes(room, august).corrections] == ["prüft"]


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Protokoll vom 12.08.2026", 63),
        ("Protokoll vom 12.8.", 63),
        ("Protokoll (12. 8. 26)", 63),
        ("Protokoll vom 2026-08-12", 63),
        ("Protokoll 2026-37", 63),
        ("Protokoll vom 11.02.2026", 245),
        ("Protokoll vom 12.8.2025", 35),
        ("Protokoll vom 112.08.", 35),
        ("Protokoll des letzten Treffens", 35),
    ],
)
def test_an_item_says_which_minutes_it_means(room: Room, title: str, days: int) -> None:
    held = {known: before(room, known) for known in (245, 63, 35)}
    item = AgendaItem(id="", number=2, title=title, subject=Subject.MINUTES)
    assert minutes_meant(room.data, room.row, item) == held[days]
    ordinary = msgspec.structs.replace(item, subject=Subject.ORDINARY)
    assert minutes_meant(room.data, room.row, ordinary) is None
    sourced = msgspec.structs.replace(item, source=f"minutes:{held[245].id}")
    assert minutes_meant(room.data, room.row, sourced) == held[245]


def test_a_correction_is_about_the_minutes_of_the_item(room: Room, august: Meeting) -> None:
    before(room, 7)
    room.do(it.Correct(item=4, old="a", new="b"))
    assert room.state.corrections[-1].meeting == august.id


def test_minutes_that_nobody_sent_wait_only_until_the_next_ones(room: Room) -> None:
    june = before(room, 120, None)
    assert waiting(room.data, room.row.body) == (june,)
    july = before(room, 90)
    august = before(room, 60, MinutesStatus.DRAFT)
    approved = before(room, 100, MinutesStatus.APPROVED)
    assert waiting(room.data, room.row.body) == (july, august)
    assert waiting(room.data, room.row.body, before=august.start) == (july,)
    assert approved not in waiting(room.data, room.row.body)


@pytest.mark.parametrize("june", [None, MinutesStatus.APPROVED])
def test_a_template_asks_for_the_minutes_that_wait(room: Room, june: MinutesStatus | None) -> None:
    """Those written elsewhere, approved or followed by others, do not come back each time."""
    before(room, 120, june)
    august = before(room, 63)
    made = planning.add_meeting(
        room.data,
        room.moment(),
        start=clock("09:00") + dt.timedelta(days=50),
        words=lambda text, **_: text,
        template=AgendaTemplate.REGULAR,
    ).result
    sources = [i.source for i in made.items if i.subject is Subject.MINUTES]
    assert sources == [f"minutes:{august.id}"]


def test_a_correction_is_refused_under_an_item_that_the_minutes_do_not_have(room: Room) -> None:
    held = before(room, 60)
    room.put(msgspec.structs.replace(held, items=room.row.items))
    last = max(item.number for item in room.row.items)
    with pytest.raises(Refused, match=f"no item 9; name one of the items 1 to {last}"):
        room.do(it.Correct(item=9, old="a", new="b"))
    assert not room.state.corrections
    room.do(it.Correct(item=0, part=MinutesPart.ATTENDANCE, old="a", new="b"))
    room.do(it.Correct(item=last, old="a", new="b"))
    assert [c.item for c in room.state.corrections] == [0, last]
