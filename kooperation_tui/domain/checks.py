"""Whether the tables say what the logs say (rules of the log, 9).

Rows of decisions, actions and parked topics are written in the same change as
their event. Until the close the fold decides; afterwards the table is master
for an action's status, owner and date, a topic's way and a review date.
"""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.commands.decisions import CHANGEABLE, successor
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.fold import standing, state_of
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Disposition,
    Meeting,
    MeetingStatus,
    ParkingItem,
    Record,
    Value,
)
from kooperation_tui.domain.plan import label
from kooperation_tui.domain.state import Entry, MeetingState, Phase, Wording, WordingState


class Finding(Value):
    """One difference: a message id with its places, and the row it is about."""

    message: str
    args: dict[str, object]
    table: str
    row: str


def finding(message: str, record: Record, **args: object) -> Finding:
    """A difference about one row."""
    return Finding(message=message, args=args, table=record.TABLE, row=record.id)


def check_tables(data: Data) -> tuple[Finding, ...]:
    """Every difference between logs and tables, by meeting; folds every meeting."""
    found: list[Finding] = []
    for meeting in data.rows(Meeting):
        log = data.log(meeting.id)
        state = state_of(data, meeting.id)
        found += _meeting(data, meeting, state)
        found += _order(data, meeting, log)
        found += _decisions(data, meeting, state)
        found += _actions(data, meeting, state)
        found += _topics(data, meeting, state)
    found += _steps(data)
    found += _successors(data)
    found += _blocks(data)
    return tuple(found)


_STATUS = {
    Phase.PLANNED: (MeetingStatus.PLANNED, MeetingStatus.INVITED, MeetingStatus.CANCELLED),
    Phase.RUNNING: (MeetingStatus.RUNNING,),
    Phase.PAUSED: (MeetingStatus.RUNNING,),
    Phase.CLOSED: (MeetingStatus.CLOSED,),
}


def _meeting(data: Data, meeting: Meeting, state: MeetingState) -> Iterator[Finding]:
    same_times = (meeting.started_at, meeting.ended_at) == (state.started_at, state.ended_at)
    if meeting.status not in _STATUS[state.phase] or not same_times:
        yield finding(
            M_("Meeting {meeting}: beginning or end are not those of its log."),
            meeting,
            meeting=label(data, meeting),
        )


def _order(data: Data, meeting: Meeting, log: tuple[ev.Event, ...]) -> Iterator[Finding]:
    if [e.seq for e in log] != list(range(1, len(log) + 1)):
        yield finding(
            M_("Meeting {meeting}: lines of its log are missing or there twice."),
            meeting,
            meeting=label(data, meeting),
        )


_DECIDED = {
    WordingState.CARRIED: CHANGEABLE,
    WordingState.REJECTED: (DecisionStatus.REJECTED,),
    WordingState.NOT_QUORATE: (DecisionStatus.NOT_QUORATE,),
    WordingState.OPEN: (DecisionStatus.VOID,),
    WordingState.WITHDRAWN: (DecisionStatus.VOID,),
}


def _decisions(data: Data, meeting: Meeting, state: MeetingState) -> Iterator[Finding]:
    expected = {w.decision: w for w in state.wordings if w.decision}
    for identity, wording in expected.items():
        if data.find(Decision, identity) is None:
            yield _missing(data, meeting, wording.number)
    for row in data.rows(Decision):
        if row.meeting != meeting.id:
            continue
        known = expected.get(row.id)
        if known is None:
            if row.status is not DecisionStatus.RETRACTED:
                yield _unknown(row, row.number)
        elif not _decision_fits(state, row, known):
            yield _differs(row, row.number)


def _decision_fits(state: MeetingState, row: Decision, wording: Wording) -> bool:
    if row.number != wording.number or row.status not in _DECIDED[wording.state]:
        return False
    if wording.state in (WordingState.OPEN, WordingState.WITHDRAWN):
        return True
    reviewed = state.phase is Phase.CLOSED or row.review_on == wording.review_on
    place = (row.text, row.item, row.points)
    return reviewed and place == (wording.text, _number(state, wording.item), wording.points)


def _actions(data: Data, meeting: Meeting, state: MeetingState) -> Iterator[Finding]:
    expected: dict[str, tuple[Entry, ev.ActionTaken]] = {
        e.what.action: (e, e.what) for e in state.entries if isinstance(e.what, ev.ActionTaken)
    }
    for identity, (_, taken) in expected.items():
        if data.find(Action, identity) is None:
            yield _missing(data, meeting, taken.number)
    for row in data.rows(Action):
        if row.meeting != meeting.id:
            continue
        known = expected.get(row.id)
        back = row.status is ActionStatus.RETRACTED
        if known is None:
            if not back:
                yield _unknown(row, row.number)
        elif back is not known[0].deleted or not _action_fits(state, row, *known):
            yield _differs(row, row.number)


def _action_fits(state: MeetingState, row: Action, entry: Entry, taken: ev.ActionTaken) -> bool:
    if (row.number, row.title) != (taken.number, entry.text):
        return False
    if row.item != _number(state, entry.item):
        return False
    if state.phase is Phase.CLOSED or entry.deleted:
        return True
    if row.history:
        last = row.history[-1]
        return (row.status, row.due) == (last.status, last.due)
    promised = (ActionStatus.OPEN, taken.due, taken.owner, taken.owner_organisation)
    return (row.status, row.due, row.owner, row.owner_organisation) == promised


def _topics(data: Data, meeting: Meeting, state: MeetingState) -> Iterator[Finding]:
    expected: dict[str, Entry] = {}
    went: dict[str, ev.ParkingDisposed] = {}
    # A late line that was typed last says where a topic stands, as its row does.
    for entry in sorted(state.entries, key=lambda e: e.seq):
        match entry.what:
            case ev.Parked(parking=parking):
                expected[parking] = entry
            case ev.Outcome(parking=parking) if parking:
                expected[parking] = entry
            case ev.ParkingDisposed(parking=parking) as disposed:
                went[parking] = disposed
            case _:
                pass
    for identity in expected:
        if data.find(ParkingItem, identity) is None:
            yield _missing(data, meeting, "TS")
    for row in data.rows(ParkingItem):
        if row.meeting != meeting.id:
            continue
        known = expected.get(row.id)
        back = row.disposition is Disposition.RETRACTED
        if known is None:
            if not back:
                yield _unknown(row, row.number)
        elif back is not known.deleted or not _topic_fits(state, row, known, went.get(row.id)):
            yield _differs(row, row.number)


def _topic_fits(
    state: MeetingState, row: ParkingItem, entry: Entry, went: ev.ParkingDisposed | None
) -> bool:
    if row.item != _number(state, entry.item):
        return False
    if isinstance(entry.what, ev.Parked) and (row.number, row.text) != (
        entry.what.number,
        entry.text,
    ):
        return False
    if state.phase is Phase.CLOSED or entry.deleted:
        return True
    expected = went.disposition if went is not None else Disposition.OPEN
    return row.disposition is expected


def _steps(data: Data) -> Iterator[Finding]:
    """News of an action stand in its history, and nothing else claims to be from a log."""
    told: dict[str, set[str]] = {}
    for meeting in data.rows(Meeting):
        for event in standing(data.log(meeting.id)):
            if isinstance(event.what, ev.ActionProgressed):
                told.setdefault(event.what.action, set()).add(event.id)
    for row in data.rows(Action):
        if {step.event for step in row.history if step.event} != told.get(row.id, set()):
            yield finding(
                M_("{number}: its history is not what the logs say."), row, number=row.number
            )


def _successors(data: Data) -> Iterator[Finding]:
    """What ended a decision is a decision that holds, or that was itself ended later."""
    for row in data.rows(Decision):
        later = successor(data, row)
        if row.ended_by and (later is None or later.status not in CHANGEABLE):
            yield finding(
                M_("{number} was ended by {later}, which is not in force."),
                row,
                number=row.number,
                later=row.ended_by,
            )


def _blocks(data: Data) -> Iterator[Finding]:
    """I-22: agreed by a decision in force or on paper, not needed with a reason."""
    in_force = {d.number for d in data.rows(Decision) if d.status is DecisionStatus.IN_FORCE}
    for block in data.rows(Block):
        agreed = block.decision in in_force if block.decision else block.agreed_on is not None
        if (block.state is BlockState.AGREED and not agreed) or (
            block.state is BlockState.NOT_NEEDED and not block.reason.strip()
        ):
            yield finding(
                M_("Block “{key}” of the agreement has a state without its decision or reason."),
                block,
                key=block.key,
            )


def _number(state: MeetingState, item: str) -> int:
    known = state.item(item)
    return known.item.number if known is not None else 0


def _missing(data: Data, meeting: Meeting, number: str) -> Finding:
    return finding(
        M_("Meeting {meeting}: {number} stands in the log and not in its table."),
        meeting,
        meeting=label(data, meeting),
        number=number,
    )


def _unknown(record: Record, number: str) -> Finding:
    return finding(M_("{number} stands in its table and not in the log."), record, number=number)


def _differs(record: Record, number: str) -> Finding:
    return finding(M_("{number} is not what the log says."), record, number=number)
