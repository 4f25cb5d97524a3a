"""The agenda as it was: planned and actual time, and how each item ended."""

from __future__ import annotations

import datetime as dt
from itertools import accumulate

from kooperation_tui.documents import words
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain.events import ActionTaken, Outcome, OutcomeKind
from kooperation_tui.domain.model import ItemKind, Meeting
from kooperation_tui.domain.running import has_outcome
from kooperation_tui.domain.state import ItemState, MeetingState, Phase, Wording, WordingState

_ENDED = frozenset((ItemKind.AOB, ItemKind.CLOSING, ItemKind.FORMAL))


def agenda_table(scene: Scene, paper: Paper) -> None:
    """Items in the order they were treated (design note of the model)."""
    tr = scene.tr
    header = (
        tr.p("agenda", "Item"),
        tr.p("agenda", "Topic"),
        tr.p("agenda", "Type"),
        tr.p("agenda", "Brought in by"),
        tr.p("agenda", "Planned"),
        tr.p("agenda", "Actual"),
        tr.p("agenda", "Outcome"),
    )
    paper.table(header, [_row(scene, item) for item in scene.state.items])


def _row(scene: Scene, state: ItemState) -> tuple[str, ...]:
    item = state.item
    is_break = item.kind is ItemKind.BREAK
    planned = scene.tr.t("{minutes} min", minutes=state.minutes) if state.minutes else NOTHING
    return (
        str(item.number) if item.number else NOTHING,
        scene.title_of(state),
        NOTHING if is_break else words.item_kind(scene.tr, item.kind),
        NOTHING if is_break else brought_in_by(scene, state),
        planned,
        _actual(scene, state),
        NOTHING if is_break else item_outcome(scene, state),
    )


def planned_starts(meeting: Meeting, state: MeetingState) -> list[dt.datetime]:
    """When each item begins if all keep to their minutes, in the order of `state.items`."""
    ends = accumulate((item.minutes for item in state.items), initial=0)
    starts = [meeting.start + dt.timedelta(minutes=passed) for passed in ends]
    return starts[:-1]


def brought_in_by(scene: Scene, state: ItemState) -> str:
    """The code of whoever brings the item in, else the facilitator."""
    code = scene.code(state.item.owner) if state.item.owner else ""
    return code or scene.tr.p("agenda", "facilitator")


def _actual(scene: Scene, state: ItemState) -> str:
    tr = scene.tr
    closed = [(run.start, run.end) for run in state.runs if run.end is not None]
    if len(closed) < len(state.runs):
        return tr.t("since {time}", time=scene.clock(state.runs[-1].start))
    if not closed:
        return NOTHING
    total = sum(scene.minutes(start, end) for start, end in closed)
    # A run of less than a minute, before a break or a jump, says nothing.
    shown = [(start, end) for start, end in closed if scene.minutes(start, end)] or closed[:1]
    spans = ", ".join(f"{scene.hhmm(start)}–{scene.hhmm(end)}" for start, end in shown)
    return tr.t("{minutes} min ({times})", minutes=total, times=spans)


def wordings_in(scene: Scene, item: str) -> list[Wording]:
    """Wordings settled under an item, as far as this audience sees them."""
    return [w for w in scene.state.wordings if w.item == item and scene.shows_wording(w)]


def item_outcome(scene: Scene, state: ItemState) -> str:
    """How an item ended, in a word or two."""
    tr = scene.tr
    if not scene.shows_item(state):
        return NOTHING
    whole = [o for o in state.outcomes if not o.point]
    ended = whole[-1] if whole else None
    settled = wordings_in(scene, state.item.id)
    carried = [w for w in settled if w.state is WordingState.CARRIED]
    if ended is not None and ended.kind not in (OutcomeKind.NOTED, OutcomeKind.RESULT):
        put_off = _put_off(scene, ended)
        return f"{_decided(scene, carried, postponed=False)}, {put_off}" if carried else put_off
    postponed = any(o.point and o.kind is OutcomeKind.POSTPONED for o in state.outcomes)
    if carried:
        return _decided(scene, carried, postponed=postponed)
    if postponed:
        return tr.p("outcome", "postponed")
    if any(w.state is WordingState.REJECTED for w in settled):
        return tr.p("outcome", "rejected")
    if any(w.state is WordingState.NOT_QUORATE for w in settled):
        return tr.p("outcome", "no decision (not quorate)")
    return _without_decision(scene, state, ended)


def _decided(scene: Scene, carried: list[Wording], *, postponed: bool) -> str:
    tr = scene.tr
    approved = [w for w in carried if w.approves]
    if postponed:
        return tr.p("outcome", "partly decided, partly postponed")
    if not approved:
        return tr.p("outcome", "decided")
    corrected = [w.approves for w in approved if w.corrects]
    if any(c.meeting in corrected for c in scene.state.corrections):
        return tr.p("outcome", "corrected and approved")
    return tr.p("outcome", "approved")


def _put_off(scene: Scene, outcome: Outcome) -> str:
    tr = scene.tr
    match outcome.kind:
        case OutcomeKind.PARKED if outcome.number:
            number = inline(outcome.number)
            return tr.p("outcome", "to the parking lot ({number})", number=number)
        case OutcomeKind.PARKED:
            return tr.p("outcome", "to the parking lot")
        case OutcomeKind.DROPPED:
            return tr.p("outcome", "dropped")
        case _ if outcome.until is not None:
            return tr.t("postponed to {day}", day=outcome.until)
        case _:
            return tr.t("postponed to the next meeting")


def _without_decision(scene: Scene, state: ItemState, ended: Outcome | None) -> str:
    tr = scene.tr
    if state.runs and state.runs[-1].end is None:
        return tr.p("outcome", "running")
    if state.item.kind in _ENDED and state.runs and has_outcome(scene.state, state.item.id):
        return tr.p("outcome", "done")
    if ended is not None and ended.kind is OutcomeKind.NOTED:
        return tr.p("outcome", "noted")
    if ended is not None:
        return tr.p("outcome", "done")
    actions = (e for e in scene.state.entries if e.item == state.item.id and not e.deleted)
    if any(isinstance(e.what, ActionTaken) for e in actions):
        return tr.p("outcome", "action agreed")
    if not state.runs:
        closed = scene.state.phase is Phase.CLOSED
        return tr.p("outcome", "not treated") if closed else NOTHING
    return tr.p("outcome", "without outcome")
