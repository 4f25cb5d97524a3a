"""The life of minutes: sent, objected to, approved (domain 4.3)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Meeting,
    Minutes,
    MinutesObjection,
    MinutesStatus,
    SentText,
)
from kooperation_tui.domain.plan import label, rules_of


def minutes_of(data: Data, meeting: str) -> Minutes | None:
    """What is known of a meeting's minutes beside its log."""
    return next((m for m in data.rows(Minutes) if m.meeting == meeting), None)


def as_sent(data: Data, moment: Moment, *, meeting: str, on: dt.date) -> Minutes:
    """The record that sending on a day makes, still without the texts.

    Raises Refused while the meeting runs, and if they were sent before.
    """
    row = data.get(Meeting, meeting)
    if row.ended_at is None and not row.external:
        raise Refused(
            "Meeting {meeting} is not closed yet; its minutes can be sent afterwards.",
            meeting=label(data, row),
        )
    known = minutes_of(data, meeting) or Minutes(id=moment.new_id(), meeting=meeting)
    if known.status is not MinutesStatus.DRAFT:
        raise Refused(
            "The minutes of {meeting} were sent on {date}.",
            meeting=label(data, row),
            date=known.sent_on,
        )
    days = rules_of(data).objection_days
    return msgspec.structs.replace(
        known,
        status=MinutesStatus.SENT,
        sent_on=on,
        objections_until=on + dt.timedelta(days=days) if days is not None else None,
    )


def send(data: Data, moment: Moment, *, minutes: Minutes, texts: tuple[SentText, ...]) -> Change:
    """Store what was sent, byte for byte (rules of the log, 7)."""
    as_sent(data, moment, meeting=minutes.meeting, on=minutes.sent_on or moment.today)
    sent = msgspec.structs.replace(minutes, texts=texts)
    return Change(puts=(sent,), result=sent)


def object_to(
    data: Data, moment: Moment, *, meeting: str, organisation: str, text: str, on: dt.date
) -> Change:
    """A partner's objection; the next meeting decides about it."""
    known = minutes_of(data, meeting)
    if known is None or known.status not in (MinutesStatus.SENT, MinutesStatus.OBJECTIONS):
        raise Refused("Only minutes that were sent can be objected to.")
    if not text.strip():
        raise Refused("Say what the objection is.")
    objection = MinutesObjection(organisation=organisation, received_on=on, text=text)
    changed = msgspec.structs.replace(
        known, status=MinutesStatus.OBJECTIONS, objections=(*known.objections, objection)
    )
    return Change(puts=(changed,), result=changed)


def approve(data: Data, moment: Moment, *, meeting: str, on: dt.date, decision: str = "") -> Change:
    """Approved by a decision, or (with a day only) as it happened before the app."""
    row = data.get(Meeting, meeting)
    known = minutes_of(data, meeting)
    if known is None and not row.external:
        raise Refused("These minutes have not been sent yet.")
    known = known or Minutes(id=moment.new_id(), meeting=meeting)
    if known.status is MinutesStatus.APPROVED:
        raise Refused("These minutes are approved already.")
    if known.status is MinutesStatus.DRAFT and not row.external:
        raise Refused("These minutes have not been sent yet.")
    changed = msgspec.structs.replace(
        known, status=MinutesStatus.APPROVED, approved_on=on, approved_by=decision
    )
    return Change(puts=(changed,), result=changed)
