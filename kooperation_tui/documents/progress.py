"""News of running actions under an item: the report and what it means for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kooperation_tui.documents import words
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain.events import ActionProgressed
from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.domain.state import Entry
from kooperation_tui.domain.tasks import LIVE, due_before, status_before
from kooperation_tui.i18n import Translator

_OVERDUE = "overdue"


def _progress(entries: Iterable[Entry]) -> list[tuple[Entry, ActionProgressed]]:
    found = []
    for entry in entries:
        if isinstance(entry.what, ActionProgressed) and not entry.deleted:
            found.append((entry, entry.what))
    return found


def report_item(scene: Scene) -> str:
    """The item under which the action plan was gone through: the one with most news.

    One piece of news in passing is no report.
    """
    counts = Counter(entry.item for entry, _ in _progress(scene.state.entries))
    item, count = max(counts.items(), key=lambda pair: pair[1], default=("", 0))
    return item if count > 1 else ""


def report(scene: Scene, entries: list[Entry]) -> str:
    """Of 11 running actions, 6 are done, 3 in progress, 1 overdue and 1 on hold."""
    tr = scene.tr
    counts = _counts(scene, entries)
    total = sum(counts.values())
    order = [*(s.value for s in _ORDER), _OVERDUE, ActionStatus.ON_HOLD, ActionStatus.DROPPED]
    parts = [(counts[key], _word(tr, key)) for key in order if counts[key]]
    count, word = parts[0]
    if total == 1:
        return tr.t("The one running action is {word}.", word=word)
    first = tr.n(
        "Of {total} running actions, {count} is {word}",
        "Of {total} running actions, {count} are {word}",
        count,
        total=total,
        word=word,
    )
    return f"{tr.join([first, *(f'{number} {said}' for number, said in parts[1:])])}."


_ORDER = (ActionStatus.DONE, ActionStatus.IN_PROGRESS, ActionStatus.OPEN)


def _word(tr: Translator, key: str) -> str:
    if key == _OVERDUE:
        return tr.p("document action", "overdue")
    return words.action_status(tr, ActionStatus(key))


def _counts(scene: Scene, entries: list[Entry]) -> Counter[str]:
    """How the actions that ran before this meeting stand after the report."""
    said: dict[str, str] = {}
    for _, what in _progress(entries):
        action = scene.data.find(Action, what.action)
        if action is not None and action.meeting == scene.meeting.id:
            continue
        said[what.action] = _standing(what)
    for action in scene.data.rows(Action):
        ran = action.meeting != scene.meeting.id and action.created_on <= scene.day
        if action.id in said or not ran:
            continue
        status = status_before(action, scene.day)
        if status in LIVE:
            due = due_before(action, scene.day)
            late = due is not None and due < scene.day and status is not ActionStatus.ON_HOLD
            said[action.id] = _OVERDUE if late else status.value
    return Counter(said.values())


def _standing(what: ActionProgressed) -> str:
    if what.status in (ActionStatus.DONE, ActionStatus.ON_HOLD, ActionStatus.DROPPED):
        return what.status.value
    if what.overdue:
        return _OVERDUE
    return (what.status or ActionStatus.IN_PROGRESS).value


def news(scene: Scene, entry: Entry, what: ActionProgressed, *, counted: bool) -> str:
    """What is new about one action; `counted` ones that just run or are done need no line."""
    tr = scene.tr
    parts = [_label(scene, what, counted=counted)]
    if not parts[0]:
        return ""
    parts[0] = f"**{parts[0]}** {_named(scene, what.action)}."
    if entry.text:
        parts.append(tr.t("Reason: {reason}", reason=sentence(inline(entry.text))))
    if what.owner or what.owner_organisation:
        owner = (
            scene.who(what.owner, what.owner_organisation)
            if what.owner
            else scene.code(what.owner_organisation)
        )
        parts.append(tr.t("Now responsible: {who}.", who=owner))
    if what.due is not None:
        parts.append(tr.t("New due date: {day}.", day=tr.date_long(what.due)))
    return " ".join(parts)


def _label(scene: Scene, what: ActionProgressed, *, counted: bool) -> str:
    tr = scene.tr
    if what.status is ActionStatus.ON_HOLD:
        return tr.p("document news", "On hold:")
    if what.status is ActionStatus.DROPPED:
        return tr.p("document news", "Dropped:")
    if what.status is ActionStatus.DONE:
        return "" if counted else tr.p("document news", "Done:")
    if what.overdue:
        return tr.p("document news", "Overdue:")
    if what.due is not None:
        return tr.p("document news", "Rescheduled:")
    if what.owner or what.owner_organisation:
        return tr.p("document news", "New owner:")
    return "" if counted else tr.p("document news", "In progress:")


def _named(scene: Scene, identity: str) -> str:
    """M-2026-012 (parents' evenings)"""
    action = scene.data.find(Action, identity)
    if action is None:
        return NOTHING
    return f"{inline(action.number)} ({inline(action.short or action.title)})"
