"""Parked topics as they leave a meeting (I-21)."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Disposition, ParkingItem
from kooperation_tui.domain.plan import next_parking_number
from kooperation_tui.domain.scene import Recording, Scene


def park(scene: Scene, intent: it.Park) -> Recording:
    scene.need_running()
    topic = ParkingItem(
        id=scene.moment.new_id(),
        number=next_parking_number(scene.data, scene.meeting.year),
        text=intent.text,
        by=intent.by,
        created_on=scene.day,
        meeting=scene.meeting.id,
        event=scene.event_id,
        item=scene.item_number,
    )
    return Recording(
        ev.Parked(
            parking=topic.id,
            number=topic.number,
            text=topic.text,
            by=topic.by,
            item=scene.named_item,
        ),
        puts=(topic,),
    )


def dispose_parking(scene: Scene, intent: it.DisposeParking) -> Recording:
    topic = scene.data.get(ParkingItem, intent.parking)
    if topic.disposition is Disposition.RETRACTED:
        raise Refused("{number} was taken back.", number=topic.number)
    changed = msgspec.structs.replace(
        topic,
        disposition=intent.disposition,
        target=intent.target,
        target_on=intent.target_on,
        note=intent.note,
    )
    return Recording(
        ev.ParkingDisposed(
            parking=topic.id,
            disposition=intent.disposition,
            target=intent.target,
            target_on=intent.target_on,
            note=intent.note,
            was=topic.disposition,
            was_target=topic.target,
            was_target_on=topic.target_on,
            was_note=topic.note,
        ),
        puts=(changed,),
    )
