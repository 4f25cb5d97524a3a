"""What leaves the meeting: actions, topics, corrections, the next meeting."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.model import ActionStatus, Disposition, MinutesPart, Value


class ActionTaken(Value, tag="action_taken"):
    """An action as it was taken; `action` is its row."""

    action: str
    number: str
    title: str
    owner: str = ""
    owner_organisation: str = ""
    owner_reason: str = ""
    helpers: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    due: dt.date | None = None
    due_reason: str = ""
    item: str = ""


class ActionProgressed(Value, tag="action_progressed"):
    """News of a running action. Only what is named changes.

    `was_due` and `overdue` are as they stood at that moment.
    """

    action: str
    status: ActionStatus | None = None
    due: dt.date | None = None
    owner: str = ""
    owner_organisation: str = ""
    reason: str = ""
    was_due: dt.date | None = None
    overdue: bool = False
    item: str = ""


class Parked(Value, tag="parked"):
    parking: str
    number: str
    text: str
    by: str = ""
    item: str = ""


class ParkingDisposed(Value, tag="parking_disposed"):
    """Where a parked topic goes; `was_*` is where it stood before."""

    parking: str
    disposition: Disposition
    target: str = ""
    target_on: dt.date | None = None
    note: str = ""
    was: Disposition = Disposition.OPEN
    was_target: str = ""
    was_target_on: dt.date | None = None
    was_note: str = ""


class Corrected(Value, tag="corrected"):
    """A passage of earlier minutes to be corrected with their approval.

    `confidential` if it stands in a confidential line or item of theirs.
    """

    meeting: str
    item: int
    old: str
    new: str
    confidential: bool = False
    part: MinutesPart = MinutesPart.ITEM


class Approves(Value, tag="approves"):
    """A wording, open or carried, approves that meeting's minutes, `corrected` or as sent.

    Without a meeting it approves none.
    """

    meeting: str
    wording: str = ""
    corrected: bool = True


class NextMeetingSet(Value, tag="next_meeting_set"):
    """The next meeting was fixed; `meeting` is its row.

    `was_*` is what a meeting planned before had; None means it was made now.
    """

    meeting: str
    start: dt.datetime
    place: str = ""
    was_start: dt.datetime | None = None
    was_end: dt.datetime | None = None
    was_place: str = ""
