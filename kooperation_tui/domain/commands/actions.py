"""News of actions outside a meeting: done, another day, somebody else (I-03)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.domain.plan import delegate
from kooperation_tui.domain.tasks import LIVE, need_live, progressed


def set_helpers(data: Data, moment: Moment, *, action: str, helpers: tuple[str, ...]) -> Change:
    """Partners (by id) that help with a running action. `result` is the action."""
    known = data.get(Action, action)
    if known.status not in LIVE:
        raise Refused("{number} is not running any more.", number=known.number)
    wanted = tuple(dict.fromkeys(h for h in helpers if h != known.owner_organisation))
    changed = msgspec.structs.replace(known, helpers=wanted)
    return Change(puts=(changed,) if changed != known else (), result=changed)


def change_facts(
    data: Data,
    moment: Moment,
    *,
    action: str,
    title: str,
    helpers: tuple[str, ...],
    owner_reason: str,
    due_reason: str,
    goals: tuple[str, ...],
) -> Change:
    """What stands beside the promise of an action (by id). `result` is the action.

    Args:
        title: other words only for one that was not taken in a meeting here.
        helpers: ids of partners.
        owner_reason: why nobody takes it; only without an owner.
        due_reason: why it has no date; only without one.
        goals: ids of the goals that it serves.
    """
    known = data.get(Action, action)
    if not title.strip():
        raise Refused("Say what is to be done.")
    if known.event and title.strip() != known.title:
        raise Refused(
            "{number} stands in the minutes; its words change there.", number=known.number
        )
    alone = not (known.owner or known.owner_organisation)
    if alone and not owner_reason.strip():
        raise Refused("An action needs an owner, or a reason why nobody takes it.")
    changed = msgspec.structs.replace(
        known,
        title=title.strip(),
        helpers=tuple(dict.fromkeys(h for h in helpers if h != known.owner_organisation)),
        owner_reason=owner_reason.strip() if alone else known.owner_reason,
        due_reason=due_reason.strip() if known.due is None else known.due_reason,
        goals=goals,
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def update_action(
    data: Data,
    moment: Moment,
    *,
    action: str,
    status: ActionStatus | None = None,
    due: dt.date | None = None,
    owner: str = "",
    organisation: str = "",
    reason: str = "",
) -> Change:
    """News of an action (by id) between two meetings. `result` is the action.

    The old promise stays in its history. On hold and dropped need a reason. A
    new owner has said yes (I-02): who enters it here has asked.

    Args:
        owner: id of a person.
        organisation: id of a partner; without a person its delegate takes it.
    """
    known = data.get(Action, action)
    need_live(known, status)
    if status in (ActionStatus.ON_HOLD, ActionStatus.DROPPED) and not reason.strip():
        raise Refused("Say why; the reason stands in the plan.")
    if organisation and not owner:
        person = delegate(data, organisation, moment.today)
        owner = person.id if person is not None else ""
    changed, _ = progressed(
        known,
        on=moment.today,
        status=status,
        due=due,
        owner=owner,
        owner_organisation=organisation,
        accepted=True,
        reason=reason.strip(),
    )
    now = (changed.status, changed.due, changed.owner, changed.owner_organisation)
    if now == (known.status, known.due, known.owner, known.owner_organisation):
        return Change(result=known)
    return Change(puts=(changed,), result=changed)
