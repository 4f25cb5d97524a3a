"""Actions and parked topics."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.model import ActionStatus, Disposition, Value


class TakeAction(Value):
    """Without `owner` the present or named person of `owner_organisation` is meant.

    Neither of both needs `owner_reason`; no `due` needs no reason now, but shows
    as a gap.
    """

    title: str
    owner: str = ""
    owner_organisation: str = ""
    nobody: bool = False
    owner_reason: str = ""
    helpers: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    due: dt.date | None = None
    due_reason: str = ""


class ProgressAction(Value):
    action: str
    status: ActionStatus | None = None
    due: dt.date | None = None
    owner: str = ""
    owner_organisation: str = ""
    reason: str = ""


class Park(Value):
    text: str
    by: str = ""


class DisposeParking(Value):
    parking: str
    disposition: Disposition
    target: str = ""
    target_on: dt.date | None = None
    note: str = ""
