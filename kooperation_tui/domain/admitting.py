"""What a carried decision means for an application to join (point 8, domain 4.3)."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fitting import applicants, for_admission
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.leaving import MENTORING
from kooperation_tui.domain.model import (
    AgendaItem,
    Decision,
    Meeting,
    Organisation,
    OrganisationStatus,
    Record,
    Subject,
)

_WAITING = (
    ApplicationStatus.RECEIVED,
    ApplicationStatus.CHECKED,
    ApplicationStatus.SCHEDULED,
)
_NOT_YET = re.compile(
    r"\b(?:nicht|kein\w*|abgelehnt|abzulehnen|ablehn\w*|zurückgestellt|vertagt|verschoben"
    r"|not|no|rejected|refused|declined|turned down|postponed|deferred)\b",
    re.IGNORECASE,
)
"""Words of a decision that may refuse or put off: people say what became of it (F8)."""


def waits(data: Data, organisation: Organisation) -> bool:
    """Whether somebody wants to join and nobody has decided about it."""
    if organisation.status is not OrganisationStatus.APPLICANT:
        return False
    own = [a for a in data.rows(Application) if a.organisation == organisation.id]
    return not own or any(a.status in _WAITING for a in own)


def in_first_year(application: Application, today: dt.date) -> bool:
    """Whether it signed and has not been a partner for a year yet (point 8)."""
    signed = application.signed_on
    return signed is not None and signed <= today <= signed + MENTORING


def hearing(data: Data, application: Application) -> AgendaItem | None:
    """The item under which its meeting hears an application, None if it has none yet."""
    meeting = data.find(Meeting, application.meeting)
    applicant = data.find(Organisation, application.organisation)
    if meeting is None or applicant is None:
        return None
    items = (state.item for state in state_of(data, meeting.id).items)
    return next((item for item in items if _hears(item, applicant)), None)


def _hears(item: AgendaItem, applicant: Organisation) -> bool:
    if item.source == f"application:{applicant.id}":
        return True
    names = (applicant.name, applicant.short_name, applicant.code)
    return item.subject is Subject.ADMISSION and any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", item.title, re.IGNORECASE)
        for name in names
        if name
    )


def admitted(data: Data, decision: Decision, meeting: str = "") -> tuple[Record, ...]:
    """Applications that a carried decision accepts, as they are then.

    It is about an admission and names them, or it was taken under the only one that its
    meeting was to hear. A wording that may say no leaves them to people.

    Args:
        meeting: its id; '' for a decision by circular.
    """
    if decision.subject is not Subject.ADMISSION or _NOT_YET.search(decision.text):
        return ()
    named = set(applicants(data, decision))
    waiting = [a for a in data.rows(Application) if a.status in _WAITING]
    heard = [a for a in waiting if meeting and a.meeting == meeting]
    chosen = [a for a in waiting if a.organisation in named]
    if not named and len(heard) == 1:
        chosen = heard
    return tuple(
        msgspec.structs.replace(
            one,
            status=ApplicationStatus.ACCEPTED,
            decision=decision.number,
            meeting=meeting or one.meeting,
        )
        for one in chosen
        if for_admission(data, data.get(Organisation, one.organisation))(decision) is None
    )


def not_admitted(data: Data, decision: Decision) -> tuple[Record, ...]:
    """Applications that a decision accepted which no longer stands: to be decided again."""
    return tuple(
        msgspec.structs.replace(
            one,
            status=ApplicationStatus.SCHEDULED if one.meeting else ApplicationStatus.CHECKED,
            decision="",
        )
        for one in data.rows(Application)
        if one.status is ApplicationStatus.ACCEPTED and one.decision == decision.number
    )
