"""The run of a meeting: begin, items, breaks, outcomes, close."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.afterwards import began_before
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import planned
from kooperation_tui.domain.model import (
    CLOSING_KINDS,
    AgendaItem,
    ItemKind,
    MeetingStatus,
)
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import ItemState, MeetingState, Phase, WordingState


def start(scene: Scene, intent: it.Start) -> Recording:
    """The plan is copied into the log; the first item runs (rules of the log, 4)."""
    if scene.state.started_at is not None:
        raise Refused("The meeting has begun already, at {time}.", time=scene.state.started_at)
    if scene.state.phase is not Phase.PLANNED:
        raise Refused("The minutes of this meeting exist elsewhere; nothing is recorded here.")
    if scene.meeting.status is MeetingStatus.CANCELLED:
        raise Refused("This meeting was cancelled; plan a new one.")
    running = msgspec.structs.replace(
        scene.meeting, status=MeetingStatus.RUNNING, started_at=scene.at
    )
    # Also a start typed with its time, hours after the planned end.
    held = began_before(scene.data, scene.meeting, scene.at, scene.moment.now)
    plan = planned(scene.data, scene.meeting)
    begun = msgspec.structs.replace(plan, afterwards=intent.afterwards or held)
    return Recording(begun, puts=(running,))


def has_outcome(state: MeetingState, item: str) -> bool:
    """Whether an item has a decision, an action or an outcome."""
    known = state.item(item)
    if known is None or known.item.kind is ItemKind.BREAK:
        return True
    if any(not outcome.point for outcome in known.outcomes):
        return True
    settled = (WordingState.CARRIED, WordingState.REJECTED)
    if any(w.item == item and w.state in settled for w in state.wordings):
        return True
    return any(
        entry.item == item and isinstance(entry.what, ev.ActionTaken) and not entry.deleted
        for entry in state.entries
    )


def need_no_wording(scene: Scene) -> None:
    """Refuse to leave an open wording behind."""
    if scene.state.open_wording:
        raise Refused(
            "A wording is still open; enter its result, or end it with /withdraw or /reject."
        )


def need_end(scene: Scene, item: str) -> None:
    """Refuse to leave an item without an outcome or with an open wording."""
    state = scene.state
    wording = state.wording(state.open_wording)
    if wording is not None and wording.item == item:
        need_no_wording(scene)
    if not has_outcome(state, item):
        known = state.item(item)
        raise Refused(
            "Item {number} has no outcome yet; decide, take an action, or type /outcome, "
            "/postpone or /park.",
            number=known.item.number if known is not None else 0,
        )


def is_waiting(item: ItemState) -> bool:
    """Whether nobody has come to an item yet."""
    return not item.runs and not any(not o.point for o in item.outcomes)


def next_item(state: MeetingState) -> ItemState | None:
    """The item whose turn is next: the first on the agenda not treated yet.

    So an item that was pulled in gives way to those it passed. A planned break
    comes in its place; once it was passed it does not come back.
    """
    agenda = sorted((i for i in state.items if i.planned), key=lambda i: i.place)
    upcoming = next((i for i in agenda if is_waiting(i) and i.item.number), None)
    here = state.running_item
    if upcoming is None or here is None:
        return upcoming
    between = (i for i in agenda if is_waiting(i) and not i.item.number and here.place < i.place)
    rest = next(between, None)
    return rest if rest is not None and rest.place < upcoming.place else upcoming


def planned_break(state: MeetingState) -> ItemState | None:
    """The break that the agenda has directly after the running item."""
    here = state.running_item
    if here is None:
        return None
    return next(
        (
            i
            for i in state.items
            if i.place == here.place + 1 and i.item.kind is ItemKind.BREAK and is_waiting(i)
        ),
        None,
    )


def go_next(scene: Scene, intent: it.Next) -> Recording:
    scene.need_going()
    state = scene.state
    if intent.after and intent.after != (state.break_running or state.running):
        raise Refused("That item no longer runs; the meeting is further on already.")
    then = scene.item
    if state.break_running and not scene.late and not has_outcome(state, then):
        return Recording(ev.Resumed())  # the break is over, the item is not
    need_end(scene, then)
    following_item = next_item(state)
    if following_item is None:
        raise Refused("That was the last item; /close ends the meeting.")
    return Recording(ev.ItemBegan(item=following_item.item.id))


def go_to(scene: Scene, intent: it.GoTo) -> Recording:
    """Another item is pulled in; the running one waits."""
    scene.need_going()
    wanted = numbered(scene, intent.number)
    if wanted.item.id == scene.item and not scene.state.break_running:
        raise Refused("Item {number} is running already.", number=intent.number)
    need_no_wording(scene)
    return Recording(ev.ItemBegan(item=wanted.item.id))


def numbered(scene: Scene, number: int) -> ItemState:
    """The item with this number, or a refusal."""
    found = scene.state.numbered(number)
    if found is None:
        raise Refused("There is no item {number} on the agenda.", number=number)
    return found


def pause(scene: Scene, intent: it.Pause) -> Recording:
    """The planned break if it follows here, else an unplanned one."""
    scene.need_going()
    if scene.state.phase is Phase.PAUSED:
        raise Refused("It is a break already; /resume or /next goes on.")
    planned_one = planned_break(scene.state)
    if planned_one is not None:
        return Recording(ev.ItemBegan(item=planned_one.item.id))
    return Recording(ev.BreakBegan(minutes=intent.minutes))


def resume(scene: Scene, _: it.Resume) -> Recording:
    scene.need_going()
    if not (scene.late or scene.state.phase is Phase.PAUSED):
        raise Refused("There is no break to end.")
    return Recording(ev.Resumed())


def extend(scene: Scene, intent: it.Extend) -> Recording:
    scene.need_going()
    if intent.minutes <= 0:
        raise Refused("Say by how many minutes, for example /extend 5.")
    return Recording(ev.Extended(item=scene.item, minutes=intent.minutes))


def close(scene: Scene, intent: it.Close) -> Recording:
    scene.need_going()
    if scene.state.ended_at is not None:
        raise Refused("The meeting was closed at {time} already.", time=scene.state.ended_at)
    if not intent.force:
        need_no_wording(scene)
        need_end(scene, scene.item)
        for state in scene.state.items:
            if state.runs and not has_outcome(scene.state, state.item.id):
                need_end(scene, state.item.id)
    closed = msgspec.structs.replace(scene.meeting, status=MeetingStatus.CLOSED, ended_at=scene.at)
    return Recording(ev.Closed(), puts=(closed,))


def add_item(scene: Scene, intent: it.AddItem) -> Recording:
    """A new item takes the next free number and a place before the closing."""
    scene.need_running()
    if not intent.title.strip():
        raise Refused("The item needs a title.")
    if intent.minutes < 0:
        raise Refused("Minutes cannot be negative.")
    number = max((i.item.number for i in scene.state.items), default=0) + 1
    item = AgendaItem(
        id=scene.moment.new_id(),
        number=number,
        title=intent.title,
        kind=intent.kind,
        subject=intent.subject,
        minutes=intent.minutes,
        announced=False,
    )
    before = next(
        (i.item.id for i in scene.state.items if i.item.kind in CLOSING_KINDS and not i.runs), ""
    )
    return Recording(ev.ItemAdded(item=item, before=before))


def move_before(scene: Scene, intent: it.MoveBefore) -> Recording:
    scene.need_running()
    moving = numbered(scene, intent.number)
    before = numbered(scene, intent.before)
    if moving.runs or before.runs:
        ran = moving if moving.runs else before
        raise Refused("Item {number} has been treated already.", number=ran.item.number)
    if moving is before:
        raise Refused("Name two different items, for example /before 6 5.")
    if before.place == moving.place + 1:
        raise Refused(
            "Item {number} stands before item {before} already.",
            number=intent.number,
            before=intent.before,
        )
    return Recording(ev.ItemMoved(item=moving.item.id, before=before.item.id))


def set_minutes(scene: Scene, intent: it.SetMinutes) -> Recording:
    scene.need_running()
    if intent.minutes < 0:
        raise Refused("Minutes cannot be negative.")
    return Recording(
        ev.ItemTimed(item=numbered(scene, intent.number).item.id, minutes=intent.minutes)
    )


def time_left(item: ItemState, now: dt.datetime) -> dt.timedelta:
    """Time left of an item's box; negative when it is over."""
    return dt.timedelta(minutes=item.minutes + item.extended) - item.used(now)


def forecast(state: MeetingState, now: dt.datetime) -> dt.datetime:
    """When the meeting will end if what is left takes its planned time."""
    if state.ended_at is not None:
        return state.ended_at
    left = dt.timedelta()
    for item in state.items:
        settled = any(not o.point for o in item.outcomes)
        paused = item.item.id == state.running and not has_outcome(state, state.running)
        if item.item.id == (state.break_running or state.running) or paused:
            left += max(time_left(item, now), dt.timedelta())
        elif not item.runs and not settled:
            left += dt.timedelta(minutes=item.minutes)
    return now + left
