"""The action plan: who does what with whom by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kooperation_tui.documents import words
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain.events import ActionProgressed, ActionTaken
from kooperation_tui.domain.model import Action, ActionStatus, Value
from kooperation_tui.domain.state import Entry
from kooperation_tui.i18n import Translator


class Line(Value):
    """A line of the plan: the action, where it comes from, and its news in the meeting."""

    action: Action
    item: str
    news: ActionProgressed | None = None
    confidential: bool = False


def new_lines(scene: Scene) -> list[Line]:
    """Actions taken in this meeting, in the order of the log."""
    found = []
    for entry in scene.state.entries:
        what = entry.what
        if isinstance(what, ActionTaken) and scene.shows(entry):
            action = scene.data.find(Action, what.action) or _as_taken(scene, entry, what)
            if action.status is not ActionStatus.RETRACTED:
                found.append(Line(action=action, item=entry.item, confidential=entry.confidential))
    return found


def _as_taken(scene: Scene, entry: Entry, what: ActionTaken) -> Action:
    return Action(
        id=what.action,
        number=what.number,
        title=entry.text,
        created_on=scene.day,
        owner=what.owner,
        owner_organisation=what.owner_organisation,
        owner_reason=what.owner_reason,
        helpers=what.helpers,
        outside=what.outside,
        due=what.due,
        due_reason=what.due_reason,
    )


def carried_lines(scene: Scene) -> list[Line]:
    """Earlier actions whose due date, owner or hold changed in this meeting."""
    found: dict[str, Line] = {}
    taken = {e.what.action for e in scene.state.entries if isinstance(e.what, ActionTaken)}
    for entry in scene.state.entries:
        what = entry.what
        if not isinstance(what, ActionProgressed) or not scene.shows(entry):
            continue
        changed = what.due or what.owner or what.owner_organisation
        held = what.status is ActionStatus.ON_HOLD
        action = scene.data.find(Action, what.action)
        if action is not None and action.id not in taken and (changed or held):
            found[action.id] = Line(
                action=action, item=entry.item, news=what, confidential=entry.confidential
            )
    return list(found.values())


def next_due(lines: Iterable[Line]) -> dt.date | None:
    """The earliest due date in the plan."""
    return min((line.action.due for line in lines if line.action.due), default=None)


def header(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("action plan", "No."),
        tr.p("action plan", "What"),
        tr.p("action plan", "Who"),
        tr.p("action plan", "With"),
        tr.p("action plan", "By when"),
        tr.p("action plan", "Status"),
        tr.p("action plan", "From"),
    )


def action_table(scene: Scene, paper: Paper, lines: list[Line]) -> None:
    paper.table(header(scene.tr), [_row(scene, line) for line in lines])


def _row(scene: Scene, line: Line) -> tuple[str, ...]:
    action = line.action
    title = inline(action.title)
    if line.confidential:
        title = f"{title} {scene.confidential_mark}"
    return (
        inline(action.number),
        title,
        owner(scene, action),
        helpers(scene, action),
        _due(scene.tr, line),
        _status(scene.tr, line),
        scene.topic(line.item) or NOTHING,
    )


def owner(scene: Scene, action: Action) -> str:
    """Petra Vogt (BIB); nobody with the reason; what is missing is said."""
    tr = scene.tr
    if action.owner:
        return scene.who(action.owner, action.owner_organisation)
    if action.owner_organisation:
        return scene.code(action.owner_organisation) or NOTHING
    if action.owner_reason:
        return tr.t("none ({reason})", reason=inline(action.owner_reason))
    return tr.p("action plan", "still missing")


def helpers(scene: Scene, action: Action) -> str:
    names = [*scene.codes(action.helpers), *(inline(word) for word in action.outside)]
    return ", ".join(names) or NOTHING


def due(tr: Translator, action: Action) -> str:
    if action.due is not None:
        return tr.date_short(action.due)
    if action.due_reason:
        return tr.p("due date", "none ({reason})", reason=inline(action.due_reason))
    return tr.p("due date", "date open")


def _due(tr: Translator, line: Line) -> str:
    said, news = due(tr, line.action), line.news
    if news is not None and news.due is not None and news.was_due not in (None, line.action.due):
        return tr.t("{day} (was {before})", day=said, before=news.was_due)
    return said


def _status(tr: Translator, line: Line) -> str:
    action, news = line.action, line.news
    if news is None or action.status in (ActionStatus.DONE, ActionStatus.DROPPED):
        return words.action_status(tr, action.status)
    if news.status is ActionStatus.ON_HOLD:
        return words.action_status(tr, ActionStatus.ON_HOLD)
    if news.due is not None:
        return (
            tr.p("document action", "overdue, rescheduled")
            if news.overdue
            else tr.p("document action", "rescheduled")
        )
    return tr.p("document action", "new owner")
