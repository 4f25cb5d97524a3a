"""News of actions outside a meeting: done, another day, somebody else (I-03)."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.domain.plan import delegate
from kooperation_tui.domain.tasks import LIVE, progressed

_REOPENED = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)


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
    if known.status is ActionStatus.RETRACTED:
        raise Refused("{number} was taken back.", number=known.number)
    if known.status not in LIVE and status not in _REOPENED:
        raise Refused("{number} is not running any more.", number=known.number)
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
