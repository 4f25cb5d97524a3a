"""The goals of the network: a row for each, its sign and what the last review found below."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.goals import GOALS, goals
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing.row import Row, facts
from kooperation_tui.tui.view import View

_LABEL = 14
"""Cells of the names of the facts."""


def about(view: View) -> list[Content]:
    """What a goal is, while there is none."""
    if view.data.rows(Goal):
        return []
    said = view.tr.t("A goal needs a sign by which you see in a year that it is reached.")
    return list(ink.put((said, "dim")).wrap(view.width))


def goal_rows(view: View) -> list[Row]:
    """Number and words of each goal, and when it is looked at."""
    found = []
    for number, goal in enumerate(goals(view.data), 1):
        day = goal.review_on
        late = day is not None and day < view.today
        right = view.tr.date_short(day) if day is not None else ""
        room = max(view.width - 16, 10)
        name = ink.put((f"{number}  ", "dim"), ink.shorten(goal.text, room))
        day_said = ink.put((right, "bad" if late else "dim"))
        found.append(Row(ink.apart(name, day_said, view.width), goal.id))
    return found


def goal_detail(view: View, identity: str) -> list[Content]:
    """The chosen one with everything about it."""
    one = view.data.find(Goal, identity)
    if one is None:
        return []
    tr = view.tr
    named = (
        (tr.t("Goal"), one.text),
        (tr.t("Seen by"), one.indicator),
        (tr.t("The year"), one.result),
    )
    return facts(named, _LABEL, view.width)


def in_review(view: View, most: int) -> Content:
    """All goals with their signs while the item of the yearly review runs, in so many rows."""
    item = view.state.running_item if view.state is not None else None
    if item is None or item.item.source != GOALS:
        return Content("")
    found: list[Content] = []
    for number, goal in enumerate(goals(view.data), 1):
        sign = view.tr.t("seen by: {indicator}", indicator=goal.indicator)
        text = ink.put(goal.text, (f" · {sign}" if goal.indicator else "", "dim"))
        found += ink.hanging(ink.put((f"{number}  ", "dim")), text, view.width).split("\n")
    if len(found) > most:
        more = view.tr.t("F6, Goals shows all of them.")
        found = [*found[: most - 1], ink.put((more, "dim"))]
    return ink.lines(found)
