"""How a block of the agreement came about, and where it is treated next."""

from __future__ import annotations

import datetime as dt

from textual.content import Content

from kooperation_tui.domain import standing, versions
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Meeting,
    MeetingStatus,
    VersionStatus,
)
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

_DAY = 12
"""Cells of the column of days."""


def put_off(view: View, key: str) -> str:
    """`zum 2. Mal vertagt`; '' while that happened at most once."""
    count = sum(step.postponed for step in standing.history(view.data, key))
    if count < 2:
        return ""
    return view.tr.t("postponed for the {ordinal} time", ordinal=view.tr.ordinal(count))


def rejected(view: View, key: str) -> str:
    """`zuletzt abgelehnt am 20.01.2027, B-2027-1-4`; '' unless its last decision was a no."""
    steps = [step for step in standing.history(view.data, key) if step.number]
    if not steps:
        return ""
    last = next((d for d in view.data.rows(Decision) if d.number == steps[-1].number), None)
    if last is None or last.status is not DecisionStatus.REJECTED:
        return ""
    day = view.tr.date_short(last.decided_on)
    return view.tr.t("last rejected on {day}, {number}", day=day, number=last.number)


def set_aside(view: View, key: str) -> str:
    """`Beschluss B-2027-1-4 am 20.01.2027 aufgehoben`; '' unless its agreement was lost so."""
    step = standing.set_aside(view.data, key)
    if step is None:
        return ""
    day = view.tr.date_short(step.on)
    return view.tr.t("decision {number} was set aside on {day}", number=step.number, day=day)


def next_words(view: View, found: Block) -> str:
    """Where it is treated next, or how to get it there; '' once it is settled."""
    tr = view.tr
    now = standing.treated_now(view.data, found.key)
    if now is not None:
        return tr.t("is being treated now, item {number}", number=now.item.number)
    meeting = standing.next_treated(view.data, found.key)
    if meeting is None:
        if found.state in (BlockState.AGREED, BlockState.NOT_NEEDED):
            return ""
        number = standing.treated_today(view.data, found.key)
        if number:
            return tr.t("was item {number} today: F5, /item {number}, or t", number=number)
        return tr.t("On no agenda yet: t puts it on the next one.")
    if meeting.status is MeetingStatus.RUNNING:
        if found.state in (BlockState.AGREED, BlockState.NOT_NEEDED):
            return ""
        return tr.t("on the agenda of the meeting that is running")
    return tr.t("on the agenda of {day}", day=tr.date_short(meeting.start.date()))


def course(view: View, found: Block) -> list[Content]:
    """One line for each step, the oldest first; the next treatment last."""
    steps = sorted(_steps(view, found), key=lambda step: step[0] or dt.date.min)
    meeting = standing.next_treated(view.data, found.key)
    if meeting is not None:
        now = standing.treated_now(view.data, found.key)
        said = next_words(view, found) if now is not None else _on_agenda(view, meeting)
        steps.append((meeting.start.date(), said))
    rows: list[Content] = []
    for day, said in steps:
        first = ink.put((ink.fit(view.tr.date_short(day) if day else "", _DAY), "dim"))
        text = ink.hanging(first, ink.put(said), view.width)
        rows += text.split("\n", allow_blank=True)
    if meeting is None and (said := next_words(view, found)):
        rows += ink.put((said, "dim")).wrap(view.width)
    return rows or [ink.put(("–", "dim"))]


def _steps(view: View, found: Block) -> list[tuple[dt.date | None, str]]:
    tr = view.tr
    history = standing.history(view.data, found.key)
    steps: list[tuple[dt.date | None, str]] = []
    times = 0
    for step in history:
        times += step.postponed
        steps.append((step.on, _step_words(view, step, times)))
    known = {step.number for step in history}
    if found.state is BlockState.AGREED and found.decision not in known:
        how = found.decision or tr.t("on paper")
        steps.append((found.agreed_on, tr.t("agreed, {how}", how=how)))
    return steps + _in_force(view, found)


def _in_force(view: View, found: Block) -> list[tuple[dt.date | None, str]]:
    """Each version that brought other words into force, or took them out."""
    tr, before = view.tr, ""
    steps: list[tuple[dt.date | None, str]] = []
    for version in versions.versions(view.data):
        if version.status not in (VersionStatus.IN_FORCE, VersionStatus.SUPERSEDED):
            continue
        text = versions.normal(version.texts.get(found.key, ""))
        if text and text != before:
            said = tr.t("in force with version {number}", number=version.number)
            steps.append((version.valid_from, said))
        elif before and not text:
            said = tr.t("not in version {number} any more", number=version.number)
            steps.append((version.valid_from, said))
        before = text
    return steps


def _on_agenda(view: View, meeting: Meeting) -> str:
    title = words.meeting_title(view.data, meeting, view.tr)
    return view.tr.t("on the agenda of {meeting}", meeting=title)


def _step_words(view: View, step: standing.Step, times: int) -> str:
    tr = view.tr
    if step.postponed:
        return _postponed(view, step, times)
    if step.ended is not None:
        return _ended(view, step, step.ended)
    if not step.number:
        meeting = view.data.find(Meeting, step.meeting)
        title = words.meeting_title(view.data, meeting, tr) if meeting is not None else ""
        return tr.t("discussed in {meeting}", meeting=title)
    decision = next((d for d in view.data.rows(Decision) if d.number == step.number), None)
    if decision is None:
        return step.number
    carried = decision.status is DecisionStatus.IN_FORCE
    state = tr.t("carried") if carried else tr.t(words.DECISION_STATES[decision.status])
    return tr.t("decision {number}: {state}", number=step.number, state=state)


def _ended(view: View, step: standing.Step, status: DecisionStatus) -> str:
    """`Beschluss B-2027-1-4 (Fassung 2.0) aufgehoben: ungültig`"""
    tr = view.tr
    number = step.number
    if step.version:
        number = tr.t("{number} (version {version})", number=number, version=step.version)
    state = tr.t(words.DECISION_STATES[status])
    if step.by:
        state = tr.t("{state} by {number}", state=state, number=step.by)
    return tr.t("decision {number} set aside: {state}", number=number, state=state)


def _postponed(view: View, step: standing.Step, times: int) -> str:
    tr = view.tr
    said = tr.t("postponed")
    if times > 1:
        said = tr.t("postponed for the {ordinal} time", ordinal=tr.ordinal(times))
    if step.until is not None:
        said = tr.t("{said}, to {day}", said=said, day=tr.date_short(step.until))
    return f"{said}: {step.reason}" if step.reason else said
