"""What served the goals of the network: for its yearly review (point 9, preamble)."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Decision,
    DecisionStatus,
    Meeting,
    Value,
)

GOALS = "goals"
"""Source of the item that looks at all goals: the one of the yearly review."""


class TreatedItem(Value):
    """An item of a meeting that was held."""

    meeting: Meeting
    item: AgendaItem


class GoalWork(Value):
    """A goal with what served it.

    Decisions are those of its items, actions those of its items and those that name it.
    """

    goal: Goal
    items: tuple[TreatedItem, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()


def goals(data: Data) -> tuple[Goal, ...]:
    """All goals in their order; people call them by their place, from 1."""
    return tuple(sorted(data.rows(Goal), key=lambda goal: goal.order))


def goal_ids(data: Data, numbers: str) -> tuple[str, ...]:
    """Ids of the goals in “1, 3”. Raises Refused."""
    known = goals(data)
    found = []
    for part in numbers.replace(";", ",").split(","):
        text = part.strip().removeprefix("G")
        if not text:
            continue
        if not text.isdecimal() or not 1 <= int(text) <= len(known):
            raise Refused("There is no goal {number}.", number=part.strip())
        found.append(known[int(text) - 1].id)
    return tuple(dict.fromkeys(found))


def goal_numbers(data: Data, identities: tuple[str, ...]) -> tuple[int, ...]:
    """Places of goals by id, from 1; what is gone is left out."""
    return tuple(n for n, goal in enumerate(goals(data), 1) if goal.id in identities)


def work(data: Data, since: dt.date, until: dt.date) -> tuple[GoalWork, ...]:
    """What was done for each goal from a day to a day, both included."""
    held = [
        m
        for m in plan.meetings(data)
        if m.started_at is not None and since <= plan.day_of(data, m.start) <= until
    ]
    actions = [
        a
        for a in data.rows(Action)
        if a.status is not ActionStatus.RETRACTED and since <= a.created_on <= until
    ]
    return tuple(_work(data, goal, held, actions) for goal in goals(data))


def _work(data: Data, goal: Goal, held: list[Meeting], actions: list[Action]) -> GoalWork:
    items = tuple(
        TreatedItem(meeting=meeting, item=item)
        for meeting in held
        for item in meeting.items
        if goal.id in item.goals
    )
    places = {(one.meeting.id, one.item.number) for one in items}
    return GoalWork(
        goal=goal,
        items=items,
        decisions=tuple(
            d
            for d in data.rows(Decision)
            if (d.meeting, d.item) in places and d.status is not DecisionStatus.RETRACTED
        ),
        actions=tuple(a for a in actions if goal.id in a.goals or (a.meeting, a.item) in places),
    )
