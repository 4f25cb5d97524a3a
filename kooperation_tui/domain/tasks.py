"""Actions as they leave a meeting (I-01 to I-03)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    ActionUpdate,
)
from kooperation_tui.domain.plan import delegate, next_action_number
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import MeetingState

_GOING = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
LIVE = (*_GOING, ActionStatus.ON_HOLD)


def is_overdue(action: Action, on: dt.date) -> bool:
    """Whether a running action's day has passed."""
    return action.status in _GOING and action.due is not None and action.due < on


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
    at = scene.at if scene.late else None
    present = scene.state.present(at)
    if person:
        return person, any(p.person == person for p in present)
    here = any(p.organisation == organisation for p in present)
    return code_means(scene.data, scene.state, organisation, scene.day, at), here


def code_means(
    data: Data, state: MeetingState, organisation: str, day: dt.date, at: dt.datetime | None = None
) -> str:
    """The person whom a partner's code means: who is there, else the delegate; '' if neither."""
    there = [p.person for p in state.present(at) if p.organisation == organisation]
    if there:
        return there[-1]
    found = delegate(data, organisation, day)
    return found.id if found is not None else ""


def take_action(scene: Scene, intent: it.TakeAction) -> Recording:
    """Exactly one owner, or nobody with a reason (I-01, I-03)."""
    scene.need_running()
    _need_reason(intent)
    if not (intent.nobody or intent.owner or intent.owner_organisation):
        raise Refused("Who does it? Add @ and a code or a name, or @nobody (reason).")
    if not intent.title.strip():
        raise Refused("Say what is to be done before the @.")
    bare = Action(
        id=scene.moment.new_id(),
        number=next_action_number(scene.data, scene.meeting.year),
        title=intent.title,
        accepted=owner_of(scene, intent.owner, intent.owner_organisation)[1],
        created_on=scene.day,
        meeting=scene.meeting.id,
        event=scene.event_id,
        item=scene.item_number,
    )
    line = ev.ActionTaken(
        action=bare.id, number=bare.number, title=intent.title, item=scene.named_item
    )
    taken = _promised(scene, line, intent)
    return Recording(taken, puts=(_with_promise(bare, taken),))


def _need_reason(intent: it.TakeAction) -> None:
    if intent.nobody and not intent.owner_reason:
        raise Refused("Say why nobody takes it: @nobody (reason).")


def _promised(scene: Scene, line: ev.ActionTaken, intent: it.TakeAction) -> ev.ActionTaken:
    """The line of an action with what was promised."""
    return msgspec.structs.replace(
        line,
        title=intent.title,
        owner=owner_of(scene, intent.owner, intent.owner_organisation)[0],
        owner_organisation=intent.owner_organisation,
        owner_reason=intent.owner_reason if intent.nobody else "",
        helpers=tuple(dict.fromkeys(intent.helpers)),
        outside=tuple(dict.fromkeys(intent.outside)),
        due=intent.due,
        due_reason="" if intent.due else intent.due_reason,
    )


def _with_promise(row: Action, what: ev.ActionTaken) -> Action:
    """The row of an action with what its line says was promised."""
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
    )


def retaken(scene: Scene, was: ev.ActionTaken, intent: it.TakeAction) -> ev.ActionTaken | None:
    """A line about an action as it reads after a change; None if only its title changed.

    Raises:
        Refused: there was news of the action since, which the line would contradict.
    """
    _need_reason(intent)
    now = _promised(scene, was, intent)
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
    changed = _with_promise(row, what)
    if (row.owner, row.owner_organisation) == (what.owner, what.owner_organisation):
        return changed
    here = owner_of(scene, what.owner, what.owner_organisation)[1]
    return msgspec.structs.replace(changed, accepted=here)


def need_live(action: Action, status: ActionStatus | None) -> None:
    """Refuse news of an action that is over, unless it is taken up again."""
    if action.status is ActionStatus.RETRACTED:
        raise Refused("{number} was taken back.", number=action.number)
    if action.status not in LIVE and status not in _GOING:
        raise Refused("{number} is not running any more.", number=action.number)


def progress_action(scene: Scene, intent: it.ProgressAction) -> Recording:
    """News of a running action; the old promise stays in its history."""
    scene.need_running()
    action = scene.data.get(Action, intent.action)
    need_live(action, intent.status)
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
