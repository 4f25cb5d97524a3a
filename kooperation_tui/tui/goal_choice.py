"""Which goal of the network an item or an action serves, as a row of a form."""

from __future__ import annotations

from kooperation_tui.domain import goals
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.form import Field, Values
from kooperation_tui.tui.view import View

_LONGEST = 40


def goal_field(view: View, chosen: tuple[str, ...] = ()) -> list[Field]:
    """One row to choose a goal with ← and →; none while no goals are entered."""
    known = goals.goals(view.data)
    if not known:
        return []
    options = [("", "–")]
    options += [
        (goal.id, f"{number}  {ink.shorten(goal.text, _LONGEST)}")
        for number, goal in enumerate(known, 1)
    ]
    value = ",".join(chosen)
    if len(chosen) > 1:
        numbers = map(str, goals.goal_numbers(view.data, chosen))
        options.append((value, ", ".join(numbers)))
    return [Field("goals", view.tr.t("Serves the goal"), value, tuple(options))]


def chosen_goals(values: Values) -> tuple[str, ...]:
    """Ids of the goals that were chosen; none if they were not asked for."""
    return tuple(filter(None, values.get("goals", "").split(",")))
