"""What is still missing before the minutes can go out ("Fehlt noch")."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.approving import approvals_due
from kooperation_tui.domain.attendance import presences
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_, Refused
from kooperation_tui.domain.fold import minute, standing
from kooperation_tui.domain.lifting import place_in_log
from kooperation_tui.domain.model import Action, ActionStatus, Method, Role, Value
from kooperation_tui.domain.plan import day_of
from kooperation_tui.domain.running import has_outcome
from kooperation_tui.domain.state import Counting, MeetingState, Phase, Wording

_MINUTE = dt.timedelta(minutes=1)


class Gap(Value):
    """One thing that is missing.

    `message` is a message id, `args` its places; `item` and `entry` say where
    (ids, '' if nowhere in particular). `blocks` if it has to be closed before the
    minutes are sent.
    """

    message: str
    args: dict[str, object]
    item: str = ""
    entry: str = ""
    blocks: bool = False


class StillMissing(Refused):
    """Minutes have gaps that are closed before they are sent, or sent in spite of."""

    def __init__(self, gaps: tuple[Gap, ...]) -> None:
        super().__init__(M_("Something is still missing in these minutes; close the gaps first."))
        self.gaps = gaps


def gap(
    message: str, *, item: str = "", entry: str = "", blocks: bool = False, **args: object
) -> Gap:
    """A gap with its places."""
    return Gap(message=message, args=args, item=item, entry=entry, blocks=blocks)


def blocking(data: Data, state: MeetingState) -> tuple[Gap, ...]:
    """What is closed before the minutes are sent.

    An action without a date or a reason for having none (I-01), an item without an
    outcome, a wording without a result, and what the minute-taker did not catch.
    """
    return tuple(one for one in gaps(data, state) if one.blocks)


def gaps(data: Data, state: MeetingState) -> tuple[Gap, ...]:
    """Everything that is missing in a meeting, in the order of the agenda."""
    if state.phase is Phase.PLANNED:
        return ()
    found = [
        *_roles(state),
        *_items(state),
        *_wordings(state),
        *_approvals(data, state),
        *_ballots(data, state),
        *_actions(data, state),
        *_flags(state),
    ]
    place = {i.item.id: n for n, i in enumerate(state.items)}
    return tuple(sorted(found, key=lambda g: place.get(g.item, -1)))


def _roles(state: MeetingState) -> list[Gap]:
    """I-17: a facilitator and a minute-taker at any time, but for a minute."""
    found = []
    if _unheld(state, Role.FACILITATOR):
        found.append(gap("Nobody facilitates; /role facilitator and a name."))
    if _unheld(state, Role.MINUTES):
        found.append(gap("Nobody takes the minutes; /role minutes and a name."))
    return found


def _unheld(state: MeetingState, role: Role) -> bool:
    """Whether nobody has a role now or, after the close, had it for over a minute."""
    if state.ended_at is None or state.started_at is None:
        return not state.holder(role)
    until = state.started_at
    for span in state.roles:
        if span.role is role and (span.start is None or span.start - until <= _MINUTE):
            until = max(until, span.end or state.ended_at)
    return state.ended_at - until > _MINUTE


def _items(state: MeetingState) -> list[Gap]:
    found = []
    for item in state.items:
        if not item.item.number or (item.item.id == state.running and not state.ended_at):
            continue
        if item.runs and not has_outcome(state, item.item.id):
            found.append(
                gap(
                    "Item {number} has no outcome.",
                    item=item.item.id,
                    blocks=True,
                    number=item.item.number,
                )
            )
        elif state.phase is Phase.CLOSED and not item.runs and not item.outcomes:
            found.append(
                gap(
                    "Item {number} was not treated and has no target.",
                    item=item.item.id,
                    number=item.item.number,
                )
            )
    return found


def _wordings(state: MeetingState) -> list[Gap]:
    found = []
    wording = state.wording(state.open_wording)
    if wording is not None:
        found.append(
            gap("A wording is open: {text}", item=wording.item, blocks=True, text=wording.text)
        )
    found += [
        gap("{number} has no review date; /review and a day.", item=each.item, number=each.number)
        for each in unreviewed(state)
    ]
    return found


def unreviewed(state: MeetingState) -> tuple[Wording, ...]:
    """Decisions by consent that nobody named a day for, on which they are looked at again."""
    found = []
    for each in state.wordings:
        last = state.counting(each.countings[-1]) if each.countings else None
        if last is None or last.void or last.ballot.method is not Method.CONSENT:
            continue
        if each.review_on is None:
            found.append(each)
    return tuple(found)


def _approvals(data: Data, state: MeetingState) -> list[Gap]:
    """Decisions about earlier minutes of which nobody said whether they approve them."""
    return [
        gap(
            "Does {number} approve the minutes of {day}? /approve, or /approve none.",
            item=due.wording.item,
            number=due.wording.number,
            day=day_of(data, due.meeting.start),
        )
        for due in approvals_due(data, state)
    ]


def _ballots(data: Data, state: MeetingState) -> list[Gap]:
    """A late arrival or departure leaves an old ballot as it was; the count is asked."""
    found = []
    for counting in state.countings:
        ballot = counting.ballot
        if state.started_at is not None and minute(counting.at) == minute(state.started_at):
            continue  # arrivals in the minute of the start count from the start
        if counting.void or set(state.represented(counting.at)) == set(ballot.represented):
            continue
        there = _there_at(data, state, counting)
        if there == set(ballot.represented):
            continue
        wording = state.wording(counting.wording)
        found.append(
            gap(
                "{number}: {then} were represented when it was counted, {now} after a later line; "
                "check the count.",
                item=counting.item,
                entry=counting.event,
                number=wording.number if wording is not None else "–",
                then=len(ballot.represented),
                now=len(there),
            )
        )
    return found


def _there_at(data: Data, state: MeetingState, counting: Counting) -> set[str]:
    """Who was represented when it was counted; within its minute the order of the log counts."""
    log = standing(data.log(state.meeting))
    counted = next(place_in_log(e) for e in log if e.id == counting.event)
    before = sorted((e for e in log if place_in_log(e) < counted), key=place_in_log)
    there = {p.organisation for p in presences(before, state.started_at, None) if p.end is None}
    return there & set(state.votes(counting.at).entitled)


def _actions(data: Data, state: MeetingState) -> list[Gap]:
    found = []
    for entry in state.entries:
        if not isinstance(entry.what, ev.ActionTaken) or entry.deleted:
            continue
        action = data.find(Action, entry.what.action)
        if action is None or action.status is ActionStatus.RETRACTED:
            continue
        item, entry_id, number = entry.item, entry.id, action.number
        if action.due is None and not action.due_reason:
            found.append(
                gap("{number} has no date.", item=item, entry=entry_id, blocks=True, number=number)
            )
        if not action.owner and not action.owner_reason and action.owner_organisation:
            found.append(
                gap(
                    "{number} names a partner but no person.",
                    item=item,
                    entry=entry_id,
                    number=number,
                )
            )
        elif not action.accepted and not action.owner_reason:
            found.append(
                gap("{number}: has the person said yes?", item=item, entry=entry_id, number=number)
            )
    return found


def _flags(state: MeetingState) -> list[Gap]:
    return [
        gap(
            "A gap is marked at {time}.",
            item=entry.item,
            entry=entry.id,
            blocks=True,
            time=entry.at,
        )
        for entry in state.entries
        if entry.id in state.gaps_flagged
    ]
