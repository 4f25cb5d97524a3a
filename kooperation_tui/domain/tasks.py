"""Actions and parked topics as they leave a meeting (I-01 to I-03)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    ActionUpdate,
    Disposition,
    ParkingItem,
)
from kooperation_tui.domain.plan import delegate, next_action_number, next_parking_number
from kooperation_tui.domain.scene import Recording, Scene

LIVE = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.ON_HOLD)


def is_overdue(action: Action, on: dt.date) -> bool:
    """Whether a running action's day has passed."""
    waiting = action.status in (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
    return waiting and action.due is not None and action.due < on


def status_before(action: Action, day: dt.date) -> ActionStatus:
    """The status before a day, from the history of promises."""
    earlier = [step for step in action.history if step.on < day]
    if earlier:
        return earlier[-1].status
    return ActionStatus.OPEN if action.history else action.status


def due_before(action: Action, day: dt.date) -> dt.date | None:
    """The due date before a day; later promises are not counted."""
    earlier = [step for step in action.history if step.on < day and step.due is not None]
    return earlier[-1].due if earlier else action.due


def owner_of(scene: Scene, person: str, organisation: str) -> tuple[str, bool]:
    """The person meant by a code, and whether they are in the room (I-02)."""
    present = scene.state.present(scene.at if scene.late else None)
    there = [p for p in present if p.organisation == organisation]
    if person:
        return person, any(p.person == person for p in present)
    if there:
        return there[-1].person, True
    found = delegate(scene.data, organisation, scene.day) if organisation else None
    return (found.id if found is not None else ""), False


def take_action(scene: Scene, intent: it.TakeAction) -> Recording:
    """Exactly one owner, or nobody with a reason (I-01, I-03)."""
    scene.need_running()
    if intent.nobody and not intent.owner_reason:
        raise Refused("Say why nobody takes it: @nobody (reason).")
    if not (intent.nobody or intent.owner or intent.owner_organisation):
        raise Refused("Who does it? Add @ and a code or a name, or @nobody (reason).")
    if not intent.title.strip():
        raise Refused("Say what is to be done before the @.")
    owner, accepted = owner_of(scene, intent.owner, intent.owner_organisation)
    action = Action(
        id=scene.moment.new_id(),
        number=next_action_number(scene.data, scene.meeting.year),
        title=intent.title,
        owner=owner,
        owner_organisation=intent.owner_organisation,
        owner_reason=intent.owner_reason if intent.nobody else "",
        helpers=tuple(dict.fromkeys(intent.helpers)),
        outside=tuple(dict.fromkeys(intent.outside)),
        due=intent.due,
        due_reason="" if intent.due else intent.due_reason,
        accepted=accepted,
        created_on=scene.day,
        meeting=scene.meeting.id,
        event=scene.event_id,
        item=scene.item_number,
    )
    return Recording(
        ev.ActionTaken(
            action=action.id,
            number=action.number,
            title=action.title,
            owner=action.owner,
            owner_organisation=action.owner_organisation,
            owner_reason=action.owner_reason,
            helpers=action.helpers,
            outside=action.outside,
            due=action.due,
            due_reason=action.due_reason,
            item=scene.named_item,
        ),
        puts=(action,),
    )


def retaken(scene: Scene, was: ev.ActionTaken, intent: it.TakeAction) -> ev.ActionTaken | None:
    """A line about an action as it reads after a change; None if only its title changed.

    Raises:
        Refused: there was news of the action since, which the line would contradict.
    """
    if intent.nobody and not intent.owner_reason:
        raise Refused("Say why nobody takes it: @nobody (reason).")
    owner, _ = owner_of(scene, intent.owner, intent.owner_organisation)
    now = msgspec.structs.replace(
        was,
        title=intent.title,
        owner=owner,
        owner_organisation=intent.owner_organisation,
        owner_reason=intent.owner_reason if intent.nobody else "",
        helpers=tuple(dict.fromkeys(intent.helpers)),
        outside=tuple(dict.fromkeys(intent.outside)),
        due=intent.due,
        due_reason="" if intent.due else intent.due_reason,
    )
    if msgspec.structs.replace(now, title=was.title) == was:
        return None
    need_no_news(scene.data.get(Action, was.action))
    return now


def need_no_news(action: Action) -> None:
    """Refuse to change a promise under the news of it."""
    if action.history:
        raise Refused(
            "There is news of {number} since; write what is new: “> {number} 13.11.”.",
            number=action.number,
        )


def as_taken(scene: Scene, what: ev.ActionTaken) -> Action:
    """The row of an action as its line says."""
    row = scene.data.get(Action, what.action)
    same = (row.owner, row.owner_organisation) == (what.owner, what.owner_organisation)
    here = owner_of(scene, what.owner, what.owner_organisation)[1]
    return msgspec.structs.replace(
        row,
        title=what.title,
        owner=what.owner,
        owner_organisation=what.owner_organisation,
        owner_reason=what.owner_reason,
        helpers=what.helpers,
        outside=what.outside,
        due=what.due,
        due_reason=what.due_reason,
        accepted=row.accepted if same else here,
    )


def progress_action(scene: Scene, intent: it.ProgressAction) -> Recording:
    """News of a running action; the old promise stays in its history."""
    scene.need_running()
    action = scene.data.get(Action, intent.action)
    if action.status is ActionStatus.RETRACTED:
        raise Refused("{number} was taken back.", number=action.number)
    if action.status not in LIVE and intent.status not in (
        ActionStatus.OPEN,
        ActionStatus.IN_PROGRESS,
    ):
        raise Refused("{number} is not running any more.", number=action.number)
    if intent.status in (ActionStatus.ON_HOLD, ActionStatus.DROPPED) and not intent.reason:
        raise Refused("Say why, after the word.")
    owner, accepted = owner_of(scene, intent.owner, intent.owner_organisation)
    changed, update = progressed(
        action,
        on=scene.day,
        event=scene.event_id,
        status=intent.status,
        due=intent.due,
        owner=owner,
        owner_organisation=intent.owner_organisation,
        accepted=accepted,
        reason=intent.reason,
    )
    event = ev.ActionProgressed(
        action=action.id,
        status=intent.status,
        due=intent.due,
        owner=changed.owner if (intent.owner or intent.owner_organisation) else "",
        owner_organisation=intent.owner_organisation,
        reason=intent.reason,
        was_due=update.was_due,
        overdue=is_overdue(action, scene.day),
        item=scene.named_item,
    )
    return Recording(event, puts=(changed,))


def progressed(
    action: Action,
    *,
    on: dt.date,
    event: str = "",
    status: ActionStatus | None = None,
    due: dt.date | None = None,
    owner: str = "",
    owner_organisation: str = "",
    accepted: bool = False,
    reason: str = "",
) -> tuple[Action, ActionUpdate]:
    """An action after news of it, with the step in its history.

    `accepted` says whether a new owner has said yes (I-02).
    """
    update = ActionUpdate(
        on=on,
        status=status or action.status,
        was=action.status,
        due=due or action.due,
        was_due=action.due,
        was_due_reason=action.due_reason,
        was_owner=action.owner,
        was_owner_organisation=action.owner_organisation,
        was_owner_reason=action.owner_reason,
        was_accepted=action.accepted,
        reason=reason,
        event=event,
    )
    named = bool(owner or owner_organisation)
    changed = msgspec.structs.replace(
        action,
        status=update.status,
        due=update.due,
        due_reason="" if due else action.due_reason,
        owner=owner if named else action.owner,
        owner_organisation=owner_organisation if named else action.owner_organisation,
        owner_reason="" if named else action.owner_reason,
        accepted=accepted if named else action.accepted,
        history=(*action.history, update),
    )
    return changed, update


def unprogressed(action: Action, event: str) -> Action:
    """An action as it was before its last step. Raises Refused if another came later."""
    last = action.history[-1] if action.history else None
    if last is None or last.event != event:
        raise Refused(
            "{number} has changed since; enter its present state instead.", number=action.number
        )
    return msgspec.structs.replace(
        action,
        status=last.was,
        due=last.was_due,
        due_reason=last.was_due_reason,
        owner=last.was_owner,
        owner_organisation=last.was_owner_organisation,
        owner_reason=last.was_owner_reason,
        accepted=last.was_accepted,
        history=action.history[:-1],
    )


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
