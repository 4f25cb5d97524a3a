"""Ways back: rows as they are without an event that was taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.amending import unamended
from kooperation_tui.domain.consequences import resettle, unapproved, unsettle
from kooperation_tui.domain.deciding import settles
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Decision,
    DecisionStatus,
    Disposition,
    Meeting,
    MeetingStatus,
    Minutes,
    ParkingItem,
    Record,
)
from kooperation_tui.domain.scene import Scene
from kooperation_tui.domain.state import Entry, Wording, WordingState
from kooperation_tui.domain.tasks import as_taken, need_no_news, unprogressed


def takes_back(what: ev.Payload) -> bool:
    """Whether an event is no line of its own that could be taken back."""
    return isinstance(what, ev.Retracted | ev.Blanked | ev.VotesChanged | ev.RulesChanged) or (
        isinstance(what, ev.Voided) and not what.reason
    )


def after_it(scene: Scene, event: ev.Event) -> tuple[ev.Event, ...]:
    """What was recorded after an event and still stands."""
    log = standing(scene.data.log(scene.meeting.id))
    return tuple(e for e in log if e.seq > event.seq and not takes_back(e.what))


def taken_back(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """Rows as they are without an event; each kind has its own way back."""
    back = _WAYS_BACK.get(type(what))
    return back(scene, what, event) if back is not None else ()


def _back_action(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ActionTaken)
    row = scene.data.get(Action, what.action)
    return (msgspec.structs.replace(row, status=ActionStatus.RETRACTED),)


def _back_progress(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.ActionProgressed)
    row = scene.data.get(Action, what.action)
    before = unprogressed(row, event)
    if row.status is ActionStatus.RETRACTED:
        before = msgspec.structs.replace(before, status=row.status)
    return (before,)


def _back_parked(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.Parked | ev.Outcome)
    row = scene.data.find(ParkingItem, what.parking)
    if row is None:
        return ()
    return (msgspec.structs.replace(row, disposition=Disposition.RETRACTED),)


def _back_disposed(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A topic goes where the other lines say, or is where it was before all of them."""
    assert isinstance(what, ev.ParkingDisposed)
    row = scene.data.get(ParkingItem, what.parking)
    if row.disposition is Disposition.RETRACTED:
        return ()
    log = scene.data.log(scene.meeting.id)
    others = [o for o in _disposals(standing(log), row.id) if o is not what]
    last = others[-1] if others else None
    first = _disposals(log, row.id)[0]
    return (
        msgspec.structs.replace(
            row,
            disposition=last.disposition if last else first.was,
            target=last.target if last else first.was_target,
            target_on=last.target_on if last else first.was_target_on,
            note=last.note if last else first.was_note,
        ),
    )


def _disposals(log: Iterable[ev.Event], parking: str) -> list[ev.ParkingDisposed]:
    return [
        e.what for e in log if isinstance(e.what, ev.ParkingDisposed) and e.what.parking == parking
    ]


def _back_ballot(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """The decision is taken back, or void again if it was a repeat."""
    assert isinstance(what, ev.Balloted)
    wording = scene.state.wording(what.wording)
    if wording is None or not settles(what.ballot):
        return ()
    return unsettle(scene, wording, _without_result(scene, wording), what.before)


def _without_result(scene: Scene, wording: Wording) -> DecisionStatus:
    """A repeat that is taken back leaves the void ballot it repeated."""
    void_before = any(
        c.wording == wording.id and c.void and settles(c.ballot) for c in scene.state.countings
    )
    return DecisionStatus.VOID if void_before else DecisionStatus.RETRACTED


def _back_rejected(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.WordingEnded)
    row = scene.data.find(Decision, what.decision)
    if row is None:
        return ()
    wording = scene.state.wording(what.wording)
    assert wording is not None
    return (msgspec.structs.replace(row, status=_without_result(scene, wording)),)


def _back_voided(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """The counting stands again, if nothing was done with its wording since."""
    assert isinstance(what, ev.Voided)
    counting = scene.state.counting(what.ballot)
    wording = scene.state.wording(counting.wording) if counting is not None else None
    if counting is None or wording is None or not settles(counting.ballot):
        return ()
    row = scene.data.get(Decision, wording.decision)
    same = (row.text, row.points) == (wording.text, wording.points)
    last = wording.countings[-1] == counting.event
    if wording.state is not WordingState.OPEN or not (same and last):
        raise Refused("The wording has gone on since; enter its result again.")
    if scene.state.open_wording != wording.id:
        raise Refused("Another wording is open; decide or withdraw it first.")
    return resettle(scene, wording, counting)


def _back_review(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """The date that the other lines say, or the one from before all of them."""
    assert isinstance(what, ev.ReviewSet)
    row = scene.data.get(Decision, what.decision)
    log = scene.data.log(scene.meeting.id)
    others = [o for o in _reviews(standing(log), row.id) if o is not what]
    on = others[-1].on if others else _reviews(log, row.id)[0].was
    return (msgspec.structs.replace(row, review_on=on),)


def _reviews(log: Iterable[ev.Event], decision: str) -> list[ev.ReviewSet]:
    return [e.what for e in log if isinstance(e.what, ev.ReviewSet) and e.what.decision == decision]


def _back_approval(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """Minutes that a carried wording approved wait again."""
    assert isinstance(what, ev.Approves)
    wording = scene.state.wording(what.wording)
    row = scene.data.find(Decision, wording.decision) if wording is not None else None
    if wording is None or row is None or wording.state is not WordingState.CARRIED:
        return ()
    changed = ((m, unapproved(m, row)) for m in scene.data.rows(Minutes))
    return tuple(after for before, after in changed if after != before)


def _back_proposed(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    assert isinstance(what, ev.Proposed)
    return unamended(scene, what)


def _back_start(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    invited = scene.meeting.invited_on is not None
    return (
        msgspec.structs.replace(
            scene.meeting,
            status=MeetingStatus.INVITED if invited else MeetingStatus.PLANNED,
            started_at=None,
            ended_at=None,
        ),
    )


def _back_close(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    return (msgspec.structs.replace(scene.meeting, status=MeetingStatus.RUNNING, ended_at=None),)


def _back_revised(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A row gets back the words it had before the change of its entry."""
    assert isinstance(what, ev.Revised | ev.Continued)
    entry = scene.state.entry(what.entry)
    if entry is None:
        return ()
    before = _words_without(scene, entry, event)
    if isinstance(what, ev.Revised) and what.action is not None:
        need_no_news(scene.data.get(Action, what.action.action))
        promised = _promised_without(scene, entry, event)
        return (as_taken(scene, msgspec.structs.replace(promised, title=before)),)
    return row_words(scene, entry, before)


def _promised_without(scene: Scene, entry: Entry, event: str) -> ev.ActionTaken:
    """How the line of an action read before a change of it."""
    first = scene.data.get(ev.Event, entry.id).what
    assert isinstance(first, ev.ActionTaken)
    changes = [
        other.what.action
        for other in standing(scene.data.log(scene.meeting.id))
        if isinstance(other.what, ev.Revised)
        and other.what.entry == entry.id
        and other.id != event
        and other.what.action is not None
    ]
    return changes[-1] if changes else first


def _words_without(scene: Scene, entry: Entry, event: str) -> str:
    first = scene.data.get(ev.Event, entry.id).what
    words = (
        first.title
        if isinstance(first, ev.ActionTaken)
        else (first.text if isinstance(first, ev.Parked) else entry.text)
    )
    for other in standing(scene.data.log(scene.meeting.id)):
        if other.id == event:
            continue
        if isinstance(other.what, ev.Revised) and other.what.entry == entry.id:
            words = other.what.text
        elif isinstance(other.what, ev.Continued) and other.what.entry == entry.id:
            words = f"{words} {other.what.text}".strip()
    return words


def _back_deleted(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A struck-out action or topic stands again."""
    assert isinstance(what, ev.Deleted)
    entry = scene.state.entry(what.entry)
    match entry.what if entry is not None else None:
        case ev.ActionTaken(action=action):
            row = scene.data.get(Action, action)
            status = row.history[-1].status if row.history else ActionStatus.OPEN
            return (msgspec.structs.replace(row, status=status),)
        case ev.Parked(parking=parking):
            topic = scene.data.get(ParkingItem, parking)
            went = _disposals(standing(scene.data.log(scene.meeting.id)), parking)
            disposition = went[-1].disposition if went else Disposition.OPEN
            return (msgspec.structs.replace(topic, disposition=disposition),)
        case _:
            return ()


def _back_next_meeting(scene: Scene, what: ev.Payload, event: str) -> tuple[Record, ...]:
    """A meeting planned before gets back its date and place."""
    assert isinstance(what, ev.NextMeetingSet)
    row = scene.data.find(Meeting, what.meeting)
    if row is None or what.was_start is None or row.start != what.start:
        return ()
    return (
        msgspec.structs.replace(row, start=what.was_start, end=what.was_end, place=what.was_place),
    )


def row_words(scene: Scene, entry: Entry, text: str) -> tuple[Record, ...]:
    match entry.what:
        case ev.ActionTaken(action=action):
            return (msgspec.structs.replace(scene.data.get(Action, action), title=text),)
        case ev.Parked(parking=parking):
            return (msgspec.structs.replace(scene.data.get(ParkingItem, parking), text=text),)
        case _:
            return ()


_Way = Callable[[Scene, ev.Payload, str], tuple[Record, ...]]

_WAYS_BACK: dict[type, _Way] = {
    ev.ActionTaken: _back_action,
    ev.ActionProgressed: _back_progress,
    ev.Parked: _back_parked,
    ev.Proposed: _back_proposed,
    ev.Outcome: _back_parked,
    ev.ParkingDisposed: _back_disposed,
    ev.Balloted: _back_ballot,
    ev.Voided: _back_voided,
    ev.WordingEnded: _back_rejected,
    ev.ReviewSet: _back_review,
    ev.Approves: _back_approval,
    ev.Started: _back_start,
    ev.Closed: _back_close,
    ev.Revised: _back_revised,
    ev.Continued: _back_revised,
    ev.Deleted: _back_deleted,
    ev.NextMeetingSet: _back_next_meeting,
}
