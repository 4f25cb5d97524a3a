"""Actions over all meetings, overdue first."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain.model import Action
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View


def live_actions(view: View) -> list[Action]:
    """Actions that are not finished, the earliest date first, without a date last."""
    found = [a for a in view.data.rows(Action) if a.status in LIVE]
    return sorted(found, key=lambda a: (a.due or dt.date.max, a.number))


def overdue(view: View, action: Action) -> bool:
    """Whether its day is over."""
    return action.due is not None and action.due < view.today and action.status in LIVE


def due_words(view: View, action: Action) -> tuple[str, str]:
    """The day as words, and their tone."""
    tr = view.tr
    if action.due is None:
        return (action.due_reason or tr.t("no date"), "dim" if action.due_reason else "warn")
    days = (view.today - action.due).days
    if days > 0 and action.status in LIVE:
        return (tr.n("{count} day overdue", "{count} days overdue", days), "bad")
    return (f"{tr.weekday_short(action.due)} {tr.date_short(action.due)}", "")


def owner_words(view: View, action: Action) -> str:
    """Who does it, as a code if there is one."""
    if action.owner_organisation:
        return words.code(view.data, action.owner_organisation)
    if action.owner:
        return words.person_name(view.data, action.owner)
    return view.tr.t("nobody")


def action_line(view: View, action: Action, width: int) -> Content:
    """Number, title, owner, date in one row."""
    late = overdue(view, action)
    due, tone = due_words(view, action)
    number = ink.fit(words.short_number(action.number), 5)
    title = action.title
    room = width - 2 - 5 - 1 - 8 - 20
    return ink.put(
        "  ",
        (number, "bad" if late else "dim"),
        ink.fit(title, max(room, 10)),
        " ",
        ink.fit(owner_words(view, action), 8),
        (ink.fit(due, 20).rstrip(), tone),
    )


def action_rows(view: View) -> list[Row]:
    """What is open, then what is finished, the newest first."""
    tr = view.tr
    live = live_actions(view)
    done = [a for a in view.data.rows(Action) if a.status not in LIVE]
    if not live and not done:
        empty = tr.t("No actions yet. On F5 a line such as “> Title @BB 13.11.” makes one.")
        return [Row(ink.put((empty, "dim")))]
    rows = [Row(ink.put((tr.t("Open"), "head"), f"  {len(live)}"))]
    rows += [Row(action_line(view, a, view.width), a.id) for a in live]
    if done:
        rows += [BLANK, Row(ink.put((tr.t("Finished"), "head"), f"  {len(done)}"))]
    for action in sorted(done, key=lambda a: a.number, reverse=True):
        number = ink.fit(words.short_number(action.number), 5)
        state = tr.t(words.ACTION_STATES[action.status])
        left = ink.put("  ", number, action.title)
        rows.append(Row(ink.apart(left, ink.put((state, "dim")), view.width), action.id))
    return rows
