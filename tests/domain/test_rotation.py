"""Absences in a row, and whose turn it is, over several meetings."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    Answer,
    Expectation,
    ItemKind,
    Meeting,
    Organisation,
    Role,
    RolePlan,
)
from kooperation_tui.domain.plan import by_code, delegate, rules_of
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.rotation import ROTATING, proposal, turns
from tests.domain.room import CODES, Room


class Past:
    """Meetings of five partners, one a month; who is there and who leads is said."""

    def __init__(self) -> None:
        room = Room(started=False, present=False)
        self.room = room
        self.data: Data = room.data
        self.month = 0
        self.meetings: list[str] = []
        self.run(Change(deletes=((Meeting, room.meeting),)))

    def run(self, change: Change) -> object:
        self.data = self.data.apply(change)
        return change.result

    def org(self, code: str) -> Organisation:
        found = by_code(self.data, code)
        assert found is not None
        return found

    def person(self, code: str) -> str:
        found = delegate(self.data, self.org(code).id, dt.date(2026, 1, 1))
        assert found is not None
        return found.id

    def name(self, person: str) -> str:
        return next(c for c in CODES if self.person(c) == person)

    def plan(self) -> Meeting:
        self.month += 1
        start = dt.datetime(2026, self.month, 10, 9, tzinfo=dt.UTC)
        moment = Moment(now=start, new_id=self.room.new_id)
        made = planning.add_meeting(self.data, moment, start=start, words=str)
        self.run(made)
        meeting: Meeting = made.result
        self.run(
            planning.add_item(
                self.data,
                moment,
                meeting=meeting.id,
                title="Bericht",
                kind=ItemKind.INFORMATION,
            )
        )
        return self.data.get(Meeting, meeting.id)

    def hold(self, there: str, *, lead: str = "BB", excused: str = "") -> str:
        meeting = self.plan()
        now = meeting.start
        lines: list[it.Intent] = [it.Start()]
        for code in there.split():
            arriving = it.Arriving(organisation=self.org(code).id)
            lines.append(it.Arrive(arrivals=(arriving,)))
        for code in excused.split():
            lines.append(it.Excuse(organisations=(self.org(code).id,)))
        lines.append(it.TakeRole(role=Role.FACILITATOR, person=self.person(lead)))
        lines.append(it.Close(force=True))
        for place, line in enumerate(lines):
            at = now + dt.timedelta(minutes=place)
            moment = Moment(now=at, new_id=self.room.new_id)
            self.run(record(self.data, meeting.id, line, moment))
        self.meetings.append(meeting.id)
        return meeting.id

    def absent(self, limit: int | None = None) -> dict[str, int]:
        return {
            self.data.get(Organisation, a.organisation).code: a.in_a_row
            for a in absences(self.data, limit)
        }

    def order(self, meeting: Meeting, role: Role = Role.FACILITATOR) -> list[str]:
        return [self.name(t.person) for t in turns(self.data, meeting, role)]


def test_three_times_in_a_row_without_a_word_is_noticed() -> None:
    past = Past()
    past.hold("BB VHS JC AA HWK")
    past.hold("BB VHS JC AA")
    past.hold("BB VHS JC", excused="AA")
    assert past.absent() == {}
    past.hold("BB VHS JC")
    assert past.absent() == {"HWK": 3}
    assert past.absent(1) == {"AA": 1, "HWK": 3}
    assert past.absent(0) == {}
    past.hold("BB VHS JC HWK")
    assert past.absent() == {}
    found = absences(past.data, 2)[0]
    assert found.meetings == (past.meetings[4], past.meetings[3])


def test_rules_may_ask_for_another_number() -> None:
    past = Past()
    past.hold("BB VHS")
    past.hold("BB VHS")
    past.run(Change(puts=(msgspec.structs.replace(rules_of(past.data), absence_limit=2),)))
    assert past.absent() == {"JC": 2, "AA": 2, "HWK": 2}


def test_without_a_past_the_order_of_partners_counts() -> None:
    past = Past()
    meeting = past.plan()
    assert past.order(meeting) == list(CODES)
    found = proposal(past.data, meeting, Role.FACILITATOR)
    assert found is not None
    assert found.why.message == "{name} ({code}): there is no meeting to look back at yet."


def test_after_one_meeting_nothing_is_counted() -> None:
    past = Past()
    past.hold("BB VHS", lead="BB")
    said = {past.name(t.person): t.why for t in turns(past.data, past.plan(), Role.FACILITATOR)}
    assert "was at the meeting before this one and did not" in said["VHS"].message
    assert "had this role at the meeting before this one" in said["BB"].message
    assert "was not at the meeting before this one" in said["HWK"].message
    for why in said.values():
        assert why.message.format(**why.args)


def test_whoever_had_the_role_least_is_next_with_a_reason() -> None:
    past = Past()
    past.hold("BB VHS JC AA", lead="BB")
    past.hold("BB VHS JC AA", lead="VHS")
    past.hold("BB VHS JC", lead="BB")
    meeting = past.plan()
    assert past.order(meeting) == ["JC", "AA", "VHS", "BB", "HWK"]
    last = turns(past.data, meeting, Role.FACILITATOR)[3]
    assert (last.present, last.of, last.times, last.last) == (3, 3, 2, dt.date(2026, 3, 10))
    assert last.why.args["times"] == 2


def test_excused_and_busy_people_are_left_out() -> None:
    past = Past()
    past.hold("BB VHS JC AA HWK", lead="BB")
    meeting = past.plan()
    meeting = msgspec.structs.replace(
        meeting,
        expected=(Expectation(organisation=past.org("VHS").id, answer=Answer.EXCUSED),),
        roles=(RolePlan(role=Role.MINUTES, person=past.person("JC")),),
    )
    past.run(Change(puts=(meeting,)))
    assert past.order(meeting) == ["AA", "HWK", "BB"]
    assert "JC" in past.order(meeting, Role.MINUTES)


def firsts(past: Past, meeting: Meeting) -> list[str]:
    return [past.order(meeting, role)[0] for role in ROTATING]


def test_nobody_is_proposed_for_two_roles_while_others_can() -> None:
    past = Past()
    meeting = past.plan()
    assert firsts(past, meeting) == ["BB", "VHS", "JC"]
    planned = msgspec.structs.replace(
        meeting, roles=(RolePlan(role=Role.MINUTES, person=past.person("BB")),)
    )
    past.run(Change(puts=(planned,)))
    assert past.order(planned)[0] == "VHS"
    assert past.order(planned, Role.TIMEKEEPER)[0] == "JC"


def test_two_people_share_three_roles() -> None:
    past = Past()
    meeting = past.plan()
    away = [
        Expectation(organisation=past.org(code).id, answer=Answer.EXCUSED) for code in CODES[2:]
    ]
    meeting = msgspec.structs.replace(meeting, expected=tuple(away))
    past.run(Change(puts=(meeting,)))
    assert firsts(past, meeting) == ["BB", "VHS", "BB"]


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.tuples(st.sets(st.sampled_from(CODES), min_size=1), st.sampled_from(CODES)), max_size=3
    ),
    st.sets(st.sampled_from(CODES), max_size=4),
)
def test_proposals_of_a_meeting_name_as_many_people_as_there_are(
    held: list[tuple[set[str], str]], away: set[str]
) -> None:
    past = Past()
    for there, lead in held:
        past.hold(" ".join(sorted(there)), lead=lead)
    meeting = past.plan()
    excused = [Expectation(organisation=past.org(c).id, answer=Answer.EXCUSED) for c in away]
    meeting = msgspec.structs.replace(meeting, expected=tuple(excused))
    past.run(Change(puts=(meeting,)))
    assert len(set(firsts(past, meeting))) == min(3, len(CODES) - len(away))


def test_a_partner_that_left_is_not_proposed() -> None:
    past = Past()
    meeting = past.plan()
    day = meeting.start.date()
    for last, there in ((day, True), (day - dt.timedelta(days=1), False)):
        past.run(Change(puts=(msgspec.structs.replace(past.org("BB"), left_on=last),)))
        assert ("BB" in past.order(meeting)) is there
