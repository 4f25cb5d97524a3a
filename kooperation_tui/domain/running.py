"""The run of a meeting: begin, items, breaks, outcomes, close."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import planned
from kooperation_tui.domain.model import (
    AgendaItem,
    ItemKind,
    Meeting,
    MeetingStatus,
    ParkingItem,
    Record,
)
from kooperation_tui.domain.plan import following, next_number, next_parking_number
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import ItemState, MeetingState, Phase, WordingState


def start(scene: Scene, _: it.Start) -> Recording:
    """The plan is copied into the log; the first item runs (rules of the log, 4)."""
    if scene.state.phase is not Phase.PLANNED:
        raise Refused("The meeting has begun already, at {time}.", time=scene.state.started_at)
    if scene.meeting.status is MeetingStatus.CANCELLED:
        raise Refused("This meeting was cancelled; plan a new one.")
    running = msgspec.structs.replace(
        scene.meeting, status=MeetingStatus.RUNNING, started_at=scene.at
    )
    return Recording(planned(scene.data, scene.meeting), puts=(running,))


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


def need_end(scene: Scene, item: str) -> None:
    """Refuse to leave an item without an outcome or with an open wording."""
    state = scene.state
    wording = state.wording(state.open_wording)
    if wording is not None and wording.item == item:
        raise Refused(
            "A wording is still open; enter its result, or end it with /withdraw or /reject."
        )
    if not has_outcome(state, item):
        known = state.item(item)
        raise Refused(
            "Item {number} has no outcome yet; decide, take an action, or type /outcome, "
            "/postpone or /park.",
            number=known.item.number if known is not None else 0,
        )


def next_item(state: MeetingState) -> ItemState | None:
    """The item whose turn is next: the first not treated yet after the running one."""
    here = state.break_running or state.running
    place = next((n for n, i in enumerate(state.items) if i.item.id == here), -1)

    def waiting(item: ItemState) -> bool:
        return not item.runs and not any(not o.point for o in item.outcomes)

    after = [i for i in state.items[place + 1 :] if waiting(i)]
    before = [
        i for i in state.items[: place + 1] if waiting(i) and i.item.kind is not ItemKind.BREAK
    ]
    return next(iter(after + before), None)


def go_next(scene: Scene, intent: it.Next) -> Recording:
    scene.need_running()
    state = scene.state
    if intent.after and intent.after != state.running:
        raise Refused("That item no longer runs; the meeting is further on already.")
    then = scene.item
    need_end(scene, then)
    following_item = next_item(state)
    if following_item is None:
        raise Refused("That was the last item; /close ends the meeting.")
    return Recording(ev.ItemBegan(item=following_item.item.id))


def go_to(scene: Scene, intent: it.GoTo) -> Recording:
    """Another item is pulled in; the running one waits."""
    scene.need_running()
    wanted = numbered(scene, intent.number)
    if wanted.item.id == scene.item and not scene.state.break_running:
        raise Refused("Item {number} is running already.", number=intent.number)
    wording = scene.state.wording(scene.state.open_wording)
    if wording is not None:
        raise Refused(
            "A wording is still open; enter its result, or end it with /withdraw or /reject."
        )
    return Recording(ev.ItemBegan(item=wanted.item.id))


def numbered(scene: Scene, number: int) -> ItemState:
    """The item with this number, or a refusal."""
    found = scene.state.numbered(number)
    if found is None:
        raise Refused("There is no item {number} on the agenda.", number=number)
    return found


def pause(scene: Scene, intent: it.Pause) -> Recording:
    """The planned break if it is next, else an unplanned one."""
    scene.need_running()
    if scene.state.phase is Phase.PAUSED:
        raise Refused("It is a break already; /resume or /next goes on.")
    upcoming = next_item(scene.state)
    if upcoming is not None and upcoming.item.kind is ItemKind.BREAK:
        return Recording(ev.ItemBegan(item=upcoming.item.id))
    return Recording(ev.BreakBegan(minutes=intent.minutes))


def resume(scene: Scene, _: it.Resume) -> Recording:
    if scene.state.phase is not Phase.PAUSED:
        raise Refused("There is no break to end.")
    return Recording(ev.Resumed())


def extend(scene: Scene, intent: it.Extend) -> Recording:
    scene.need_running()
    if intent.minutes <= 0:
        raise Refused("Say by how many minutes, for example /extend 5.")
    return Recording(ev.Extended(item=scene.item, minutes=intent.minutes))


def close(scene: Scene, intent: it.Close) -> Recording:
    scene.need_running()
    if not intent.force:
        need_end(scene, scene.item)
        for state in scene.state.items:
            if state.runs and not has_outcome(scene.state, state.item.id):
                need_end(scene, state.item.id)
    closed = msgspec.structs.replace(scene.meeting, status=MeetingStatus.CLOSED, ended_at=scene.at)
    return Recording(ev.Closed(), puts=(closed,))


def add_item(scene: Scene, intent: it.AddItem) -> Recording:
    """A new item takes the next free number and a place before the closing."""
    scene.need_running()
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
    closing = (ItemKind.CLOSING, ItemKind.AOB)
    before = next(
        (i.item.id for i in scene.state.items if i.item.kind in closing and not i.runs), ""
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
    return Recording(ev.ItemMoved(item=moving.item.id, before=before.item.id))


def set_minutes(scene: Scene, intent: it.SetMinutes) -> Recording:
    scene.need_running()
    return Recording(
        ev.ItemTimed(item=numbered(scene, intent.number).item.id, minutes=intent.minutes)
    )


def set_outcome(scene: Scene, intent: it.SetOutcome) -> Recording:
    """How the running item, or one point of it, ends (I-21: every target is kept)."""
    scene.need_running()
    current = scene.current
    if current is None:
        raise Refused("No item is running; /item and its number begins one.")
    until = intent.until
    if intent.kind is ev.OutcomeKind.POSTPONED and until is None:
        upcoming = following(scene.data, scene.meeting)
        until = upcoming.start.date() if upcoming is not None else None
    if until is not None and until <= scene.day:
        raise Refused("{date} is not after this meeting; name a later day.", date=until)
    puts: tuple[Record, ...] = ()
    parking = ""
    if intent.kind is ev.OutcomeKind.PARKED:
        topic = ParkingItem(
            id=scene.moment.new_id(),
            number=next_parking_number(scene.data, scene.meeting.year),
            text=current.item.title,
            by=current.item.owner,
            created_on=scene.day,
            meeting=scene.meeting.id,
            event=scene.event_id,
            item=current.item.number,
        )
        parking, puts = topic.id, (topic,)
    outcome = ev.Outcome(
        item=current.item.id,
        kind=intent.kind,
        text=intent.text,
        until=until,
        point=intent.point,
        parking=parking,
    )
    return Recording(outcome, puts=puts)


def next_meeting(scene: Scene, intent: it.NextMeeting) -> Recording:
    """The next meeting of this body is fixed, or its date and place change."""
    if intent.start <= scene.meeting.start:
        raise Refused("The next meeting has to be later than this one.")
    length = (scene.meeting.end - scene.meeting.start) if scene.meeting.end else None
    end = intent.start + length if length is not None else None
    known = following(scene.data, scene.meeting)
    if known is not None and known.status is MeetingStatus.PLANNED:
        changed = msgspec.structs.replace(
            known, start=intent.start, end=end, place=intent.place or known.place
        )
    else:
        year = intent.start.year
        changed = Meeting(
            id=scene.moment.new_id(),
            body=scene.meeting.body,
            year=year,
            number=next_number(scene.data, scene.meeting.body, year),
            start=intent.start,
            end=end,
            place=intent.place,
        )
    event = ev.NextMeetingSet(meeting=changed.id, start=changed.start, place=changed.place)
    return Recording(event, puts=(changed,))


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
        if item.item.id == (state.break_running or state.running):
            left += max(time_left(item, now), dt.timedelta())
        elif not item.runs and not settled:
            left += dt.timedelta(minutes=item.minutes)
    return now + left
