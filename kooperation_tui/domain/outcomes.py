"""What an item leads to: its outcome, and the next meeting (I-21)."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import TO_COME, Meeting, ParkingItem, Record
from kooperation_tui.domain.plan import following, next_number, next_parking_number
from kooperation_tui.domain.scene import Recording, Scene


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
    parking = number = ""
    if intent.kind is ev.OutcomeKind.PARKED:
        number = next_parking_number(scene.data, scene.meeting.year)
        topic = ParkingItem(
            id=scene.moment.new_id(),
            number=number,
            text=current.item.title,
            by=current.item.owner,
            created_on=scene.day,
            meeting=scene.meeting.id,
            event=scene.event_id,
            item=current.item.number,
        )
        parking, puts = topic.id, (topic,)
    withdrawn = _withdrawn(scene, intent)
    outcome = ev.Outcome(
        item=current.item.id,
        kind=intent.kind,
        text=intent.text,
        until=until,
        point=intent.point,
        parking=parking,
        number=number,
        withdrew=withdrawn[0].wording if withdrawn else "",
    )
    return Recording(outcome, *withdrawn, puts=puts)


_UNDECIDED = (ev.OutcomeKind.POSTPONED, ev.OutcomeKind.PARKED, ev.OutcomeKind.DROPPED)


def _withdrawn(scene: Scene, intent: it.SetOutcome) -> tuple[ev.WordingEnded, ...]:
    """What is put off is not decided now: its open wording is withdrawn with it."""
    wording = scene.state.wording(scene.state.open_wording)
    if wording is None or intent.kind not in _UNDECIDED or wording.item != scene.item:
        return ()
    if intent.point and wording.points != (intent.point,):
        return ()
    return (ev.WordingEnded(wording=wording.id, withdrawn=True),)


def next_meeting(scene: Scene, intent: it.NextMeeting) -> Recording:
    """The next meeting of this body is fixed, or its date and place change."""
    if intent.start <= scene.meeting.start:
        raise Refused("The next meeting has to be later than this one.")
    length = (scene.meeting.end - scene.meeting.start) if scene.meeting.end else None
    end = intent.start + length if length is not None else None
    known = following(scene.data, scene.meeting)
    if known is not None and known.status in TO_COME:
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
    was = known if known is not None and known.id == changed.id else None
    event = ev.NextMeetingSet(
        meeting=changed.id,
        start=changed.start,
        place=changed.place,
        was_start=was.start if was is not None else None,
        was_end=was.end if was is not None else None,
        was_place=was.place if was is not None else "",
    )
    return Recording(event, puts=(changed,))
