"""The open actions as they are gone through in a meeting, one after the other."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.actions import (
    due_words,
    live_actions,
    overdue,
    owner_words,
    plan_line,
)
from kooperation_tui.tui.view import View

_WIDE = 64
"""From so many cells on the columns stand beside each other."""


def to_review(view: View) -> list[Action]:
    """Actions of earlier meetings that are not finished: late, then by their day, resting last."""
    found = [a for a in live_actions(view) if a.meeting != view.meeting_id]
    resting = ActionStatus.ON_HOLD
    return sorted(found, key=lambda a: (not overdue(view, a), a.status is resting))


def walk_line(view: View, action: Action, said: bool) -> Content:
    """An action while all are gone through; what was said of it now instead of its day."""
    if not said:
        return plan_line(view, action) if view.width >= _WIDE else _in_two_rows(view, action)
    tr, last = view.tr, action.history[-1]
    news = tr.t(words.ACTION_STATES[last.status])
    if last.status is last.was and last.due is not None:
        news = tr.t("until {day}", day=tr.date_tiny(last.due))
    number = ink.fit(words.short_number(action.number), 5)
    left = ink.put((f"{number}{ink.shorten(action.title, view.width - 28)}", "dim"))
    return ink.apart(left, ink.put(("✓ " + news, "good")), view.width)


def _in_two_rows(view: View, action: Action) -> Content:
    """Title, then whose and when below it."""
    due, tone = due_words(view, action)
    first = ink.put((ink.fit(words.short_number(action.number), 5), "dim"))
    below = ink.put("     ", owner_words(view, action), "  ", (due, tone))
    return ink.lines([ink.hanging(first, ink.put(action.title), view.width), below])
