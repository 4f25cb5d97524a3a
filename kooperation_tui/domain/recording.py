"""One intent -> one event, on the newest state."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.intents import Intent


def record(
    data: Data,
    meeting: str,
    intent: Intent,
    moment: Moment,
    *,
    at: dt.datetime | None = None,
    item: str = "",
    event_id: str = "",
) -> Change:
    """Record one intent in a meeting's log.

    Args:
        data: the newest state of the file.
        meeting: id of the meeting.
        intent: what was asked for.
        moment: when, by which seat, and where new ids come from.
        at: when it holds, if a time was typed; else now, never before the
            last recorded event.
        item: id of the item it belongs to, if it is not the running one.
        event_id: id of the event, made by the client; the same id again
            changes nothing and returns the event that is there.

    Returns:
        The change; its `result` is the tuple of events recorded.

    Raises:
        Refused: a rule says no; nothing changes.
    """
    raise NotImplementedError
