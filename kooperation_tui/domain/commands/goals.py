"""The goals of the network with the signs by which they are seen to be reached (preamble)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.commands.fields import remove
from kooperation_tui.domain.commands.registers import months_later
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.reminders import SOON

_YEAR = 12
"""Months between two reviews."""


def set_goal(
    data: Data,
    moment: Moment,
    *,
    text: str,
    indicator: str = "",
    review_on: dt.date | None = None,
    result: str = "",
) -> Change:
    """A goal with its sign of success; the same words again change it. `result` is the goal.

    Args:
        result: what the yearly review found; the next one is a year later then.
    """
    if not text.strip():
        raise Refused("A goal needs its words.")
    known = next((g for g in data.rows(Goal) if g.text.casefold() == text.strip().casefold()), None)
    if known is None and not indicator.strip():
        raise Refused("By what will you see that the goal is reached? Add --indicator.")
    old = known or Goal(
        id=moment.new_id(),
        text=text.strip(),
        order=max((g.order for g in data.rows(Goal)), default=0) + 1,
    )
    found = result.strip()
    looked_at = bool(found) and found != old.result
    goal = msgspec.structs.replace(
        old,
        indicator=indicator.strip() or old.indicator,
        review_on=review_on or (_next(old, moment) if looked_at else old.review_on),
        result=found or old.result,
    )
    return Change(puts=(goal,) if goal != known else (), result=goal)


def change_goal(
    data: Data,
    moment: Moment,
    *,
    goal: str,
    text: str,
    indicator: str,
    result: str = "",
    review_on: dt.date | None = None,
) -> Change:
    """Other words, sign, result or review of a goal (by id). `result` is the goal."""
    known = data.get(Goal, goal)
    if not text.strip():
        raise Refused("A goal needs its words.")
    if not indicator.strip():
        raise Refused("A goal needs a sign by which you see that it is reached.")
    same = any(
        g.id != goal and g.text.casefold() == text.strip().casefold() for g in data.rows(Goal)
    )
    if same:
        raise Refused("There is such a goal already.")
    looked_at = bool(result.strip()) and result.strip() != known.result
    day = review_on
    if looked_at and review_on == known.review_on:
        day = _next(known, moment)
    changed = msgspec.structs.replace(
        known,
        text=text.strip(),
        indicator=indicator.strip(),
        result=result.strip(),
        review_on=day,
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def remove_goal(data: Data, moment: Moment, *, goal: str) -> Change:
    """A goal that no item and no action serves goes. `result` is the goal."""
    return remove(data, data.get(Goal, goal))


def _next(goal: Goal, moment: Moment) -> dt.date | None:
    """The day of the next review, once this one is done: nobody is reminded of it any more."""
    day = goal.review_on
    if day is None or day > moment.today + SOON:
        return day
    return months_later(max(day, moment.today), _YEAR)
