"""What was on the invitation and in time; a second meeting after one without quorum."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.announcing import last_day, sent_on
from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.commands.carrying import take_proposal, use_template
from kooperation_tui.domain.deciding import INVITATION_UNKNOWN, INVITED_LATE, NOT_ANNOUNCED
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.model import AgendaItem, Meeting, RuleSet, Subject
from kooperation_tui.domain.templates import AgendaTemplate
from tests.domain.room import DAY, RULES, Room

A_DAY = dt.timedelta(days=1)
FOURTEEN = msgspec.structs.replace(RULES, invitation_days=14)
SECOND = msgspec.structs.replace(RULES, second_meeting_days=28)


def waiting(rules: RuleSet = FOURTEEN, *, agreed: bool = False) -> Room:
    """A planned meeting, invited fourteen days before."""
    room = Room(rules=rules, agreed=agreed, started=False, present=False)
    sent = DAY - 14 * A_DAY
    room.run(planning.mark_invited(room.data, room.moment(), meeting=room.meeting, on=sent))
    return room


def add(room: Room, subject: Subject, **more: object) -> AgendaItem:
    change = planning.add_item(
        room.data,
        room.moment(),
        meeting=room.meeting,
        title="Noch etwas",
        subject=subject,
        **more,  # type: ignore[arg-type]
    )
    item = room.run(change).result
    assert isinstance(item, AgendaItem)
    return item


def change(room: Room, item: AgendaItem, **fields: object) -> AgendaItem:
    changed = planning.change_item(
        room.data, room.moment(), meeting=room.meeting, item=item.id, **fields
    )
    found = room.run(changed).result
    assert isinstance(found, AgendaItem)
    return found


def test_what_comes_after_the_invitation_and_had_to_be_on_it_was_not_announced() -> None:
    room = waiting()
    assert add(room, Subject.ORDINARY).announced
    late = add(room, Subject.ADMISSION)
    assert not late.announced
    assert change(room, late, announced=True).announced
    said = add(room, Subject.ADMISSION, announced_on=DAY - 3 * A_DAY)
    assert said.announced and sent_on(room.row, said) == DAY - 3 * A_DAY
    assert add(room, Subject.AGREEMENT, announced=True).announced
    assert not add(room, Subject.ORDINARY, points=("p3",)).announced


def test_another_subject_or_more_points_after_the_invitation_were_not_announced() -> None:
    room = waiting()
    item = add(room, Subject.ORDINARY)
    assert change(room, item, title="Anders", minutes=5).announced
    assert not change(room, item, subject=Subject.ELECTION, announced=False).announced
    three = add(room, Subject.AGREEMENT, points=("p3",), announced=True)
    assert change(room, three, points=("p3",), minutes=10).announced
    assert not change(room, three, points=("p3", "p8")).announced


def test_items_of_proposals_and_templates_are_no_exception() -> None:
    room = waiting()
    room.put(msgspec.structs.replace(room.row, items=()))

    def words(message: str, **places: object) -> str:
        return message.format(**places)

    made = use_template(
        room.data,
        room.moment(),
        meeting=room.meeting,
        template=AgendaTemplate.AGREEMENT,
        words=words,
    )
    about = [i for i in room.run(made).result.items if i.subject is Subject.AGREEMENT]
    assert about and not any(i.announced for i in about)


def test_a_proposal_taken_after_the_invitation_was_not_announced() -> None:
    first = Room(rules=RULES)
    first.go(3)
    first.do(it.SetOutcome(kind=OutcomeKind.POSTPONED))
    first.do(it.Close(force=True))
    start = dt.datetime.combine(DAY + 20 * A_DAY, dt.time(9), dt.UTC)
    made = planning.add_meeting(first.data, first.moment(), start=start, words=str)
    second = first.run(made).result
    first.run(planning.mark_invited(first.data, first.moment(), meeting=second.id))
    source = f"item:{first.item(3)}"
    taken = take_proposal(first.data, first.moment(), meeting=second.id, source=source, words=str)
    assert not first.run(taken).result.announced


def decided(room: Room) -> Ballot:
    """The ballot of a decision about the agreement, item 3."""
    room.do(it.Start(), "09:00")
    room.do(it.ArriveAll())
    room.go(3)
    room.decide()
    return room.state.countings[-1].ballot


@pytest.mark.parametrize(
    ("sent", "warned", "said"),
    [
        (14, (), ""),
        (13, (INVITED_LATE,), "announced on 2026-10-01, the last day for it was 2026-09-30"),
        (None, (INVITATION_UNKNOWN,), ""),
    ],
)
def test_agreed_rules_refuse_a_late_invitation_and_ask_for_an_unknown_one(
    sent: int | None, warned: tuple[str, ...], said: str
) -> None:
    for agreed in (False, True):
        room = waiting(agreed=agreed)
        on = DAY - sent * A_DAY if sent is not None else None
        room.put(msgspec.structs.replace(room.row, invited_on=on))
        if agreed and said:
            with pytest.raises(Refused, match=said):
                decided(room)
            assert not room.decisions
        else:
            assert decided(room).warnings == warned


def test_an_item_announced_later_has_its_own_day() -> None:
    room = waiting(agreed=True)
    third = room.row.items[2]
    for on, refused in ((DAY - 3 * A_DAY, True), (DAY - 20 * A_DAY, False)):
        change(room, third, announced=True, announced_on=on)
        each = Room(rules=FOURTEEN, agreed=True, started=False, present=False)
        each.put(msgspec.structs.replace(room.row, id=each.meeting))
        if refused:
            with pytest.raises(Refused, match="the last day for it was"):
                decided(each)
        else:
            assert decided(each).warnings == ()


def test_the_day_of_the_invitation_may_be_noted_while_it_runs() -> None:
    room = Room(rules=FOURTEEN, agreed=True)
    room.go(3)
    sent = DAY - 20 * A_DAY
    room.run(planning.mark_invited(room.data, room.moment(), meeting=room.meeting, on=sent))
    assert (room.row.invited_on, room.row.status) == (sent, "running")
    room.decide()
    assert room.state.countings[-1].ballot.warnings == ()


@settings(deadline=None, max_examples=60)
@given(st.booleans(), st.booleans(), st.none() | st.integers(0, 30), st.none() | st.integers(0, 30))
def test_what_is_decided_under_agreed_rules_was_announced_in_time_or_nobody_noted_when(
    agreed: bool, announced: bool, invited: int | None, own: int | None
) -> None:
    room = Room(rules=FOURTEEN, agreed=agreed, started=False, present=False)

    def day(before: int | None) -> dt.date | None:
        return DAY - before * A_DAY if before is not None else None

    items = list(room.row.items)
    items[2] = msgspec.structs.replace(items[2], announced=announced, announced_on=day(own))
    row = msgspec.structs.replace(room.row, invited_on=day(invited), items=tuple(items))
    room.put(row)
    last = last_day(FOURTEEN, DAY)
    sent = sent_on(row, items[2])
    in_time = sent is not None and last is not None and sent <= last
    try:
        ballot = decided(room)
    except Refused:
        assert agreed and (not announced or (sent is not None and not in_time))
        return
    assert (ballot.warnings == ()) is (announced and in_time)
    if agreed:
        assert announced and (in_time or sent is None)
    elif not announced:
        assert ballot.warnings == (NOT_ANNOUNCED,)


# --- the second meeting -----------------------------------------------------------------


def after_a_first(
    there: tuple[str, ...] = ("BB",), rules: RuleSet = SECOND
) -> tuple[Room, Meeting]:
    """A first meeting with these partners, closed; a second one planned two weeks later."""
    room = Room(rules=rules, agreed=True, present=False)
    for code in there:
        room.do(it.Arrive(arrivals=(it.Arriving(organisation=room.org(code)),)))
    room.go(2)
    room.do(it.SetOutcome(kind=OutcomeKind.POSTPONED))
    room.do(it.Close(force=True), "10:00")
    start = dt.datetime.combine(DAY + 14 * A_DAY, dt.time(9), dt.UTC)
    made = planning.add_meeting(room.data, room.moment(), start=start, words=str)
    second = room.run(made).result
    assert isinstance(second, Meeting)
    return room, second


def as_second(room: Room, second: Meeting) -> None:
    room.run(planning.change_meeting(room.data, room.moment(), meeting=second.id, is_second=True))


def test_a_second_meeting_decides_what_the_first_could_not_and_nothing_else() -> None:
    room, second = after_a_first()
    as_second(room, second)
    for title in ("Landkarte", "Ganz neu"):
        room.run(planning.add_item(room.data, room.moment(), meeting=second.id, title=title))
    room.checked = False
    room.meeting, room.now = second.id, second.start
    room.do(it.Start())
    room.do(it.Arrive(arrivals=(it.Arriving(organisation=room.org("BB")),)))
    room.decide(yes=1)
    ballot = room.state.countings[-1].ballot
    assert (ballot.needed, ballot.quorate) == (None, True)
    room.noted()
    room.go(2)
    with pytest.raises(Refused, match="only what the first one could not; here 3 of 5"):
        room.decide(yes=1)


def test_a_meeting_is_a_second_one_only_after_a_first_without_quorum() -> None:
    room, second = after_a_first(("BB", "VHS", "JC"))
    with pytest.raises(Refused, match="needs a first one"):
        as_second(room, second)
    room, second = after_a_first(rules=RULES)
    with pytest.raises(Refused, match="know no second meeting"):
        as_second(room, second)
    room, second = after_a_first()
    room.put(msgspec.structs.replace(second, start=second.start + 20 * A_DAY))
    with pytest.raises(Refused, match="in the 28 days before"):
        as_second(room, second)


def test_a_first_meeting_before_the_program_is_believed() -> None:
    room, second = after_a_first(("BB", "VHS", "JC"))
    first = planning.add_meeting(
        room.data,
        room.moment(),
        start=second.start - 10 * A_DAY,
        words=str,
        external=True,
    )
    room.run(first)
    as_second(room, second)
    assert room.data.get(Meeting, second.id).is_second
