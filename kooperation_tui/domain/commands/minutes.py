"""The life of minutes: sent, objected to, drawn up again, approved (domain 4.3)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.agreed_rules import applied_text
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.frozen import freeze
from kooperation_tui.domain.gaps import StillMissing, blocking
from kooperation_tui.domain.model import (
    TO_APPROVE,
    Correction,
    Decision,
    EarlierMinutes,
    Meeting,
    Minutes,
    MinutesObjection,
    MinutesStatus,
    ObjectionOutcome,
    SentText,
)
from kooperation_tui.domain.plan import block_of, label, rules_of
from kooperation_tui.domain.stated import silence_approves


def minutes_of(data: Data, meeting: str) -> Minutes | None:
    """What is known of a meeting's minutes beside its log."""
    return next((m for m in data.rows(Minutes) if m.meeting == meeting), None)


def as_sent(
    data: Data, moment: Moment, *, meeting: str, on: dt.date, anyway: bool = False
) -> Minutes:
    """The record that sending on a day makes, still without the texts.

    Args:
        anyway: they go out although something is still missing in them.

    Raises Refused while the meeting runs, and if they were sent before; StillMissing
    if they have gaps that are closed before.
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
    missing = blocking(data, state_of(data, meeting))
    if missing and not anyway:
        raise StillMissing(missing)
    days, point = rules_of(data).objection_days, block_of(data, "p6")
    return msgspec.structs.replace(
        known,
        status=_waiting(known),
        sent_on=on,
        objections_until=on + dt.timedelta(days=days) if days is not None else None,
        silence_approves=point is not None and silence_approves(applied_text(point)),
    )


def send(
    data: Data,
    moment: Moment,
    *,
    minutes: Minutes,
    texts: tuple[SentText, ...],
    left_out: tuple[str, ...] = (),
) -> Change:
    """Store what was sent, byte for byte, and what its other forms are made from (rule 7).

    Args:
        minutes: the record that `as_sent` made.
        left_out: ids of entries that the public version does not hold.
    """
    on = minutes.sent_on or moment.today
    as_sent(data, moment, meeting=minutes.meeting, on=on, anyway=True)
    frozen = freeze(data.apply(Change(puts=(minutes,))), minutes, left_out)
    sent = msgspec.structs.replace(minutes, texts=texts, frozen=frozen)
    return Change(puts=(sent,), result=sent)


def open_objections(minutes: Minutes) -> tuple[MinutesObjection, ...]:
    """Objections nobody has decided about."""
    return tuple(o for o in minutes.objections if o.outcome is ObjectionOutcome.OPEN)


def _waiting(minutes: Minutes) -> MinutesStatus:
    """How sent minutes wait for their approval."""
    return MinutesStatus.OBJECTIONS if open_objections(minutes) else MinutesStatus.SENT


def object_to(
    data: Data, moment: Moment, *, meeting: str, organisation: str, text: str, on: dt.date
) -> Change:
    """A partner's objection; the next meeting decides about it."""
    known = minutes_of(data, meeting)
    if known is None or known.status not in TO_APPROVE:
        raise Refused("Only minutes that were sent can be objected to.")
    if not text.strip():
        raise Refused("Say what the objection is.")
    objection = MinutesObjection(
        organisation=organisation, received_on=on, text=text, version=known.version
    )
    changed = msgspec.structs.replace(
        known, status=MinutesStatus.OBJECTIONS, objections=(*known.objections, objection)
    )
    return Change(puts=(changed,), result=changed)


def settle_objection(
    data: Data,
    moment: Moment,
    *,
    meeting: str,
    number: int,
    outcome: ObjectionOutcome,
    decision: str = "",
) -> Change:
    """What became of an objection; the words and the minutes stay. `result` is the minutes.

    Args:
        number: its place in the minutes' list, counted from 1.
        decision: number of the decision about it, if there was one.
    """
    known = minutes_of(data, meeting)
    if known is None or not 1 <= number <= len(known.objections):
        raise Refused("There is no objection {number} to these minutes.", number=number)
    if decision and all(d.number != decision for d in data.rows(Decision)):
        raise Refused("There is no decision {number}.", number=decision)
    objections = list(known.objections)
    objections[number - 1] = msgspec.structs.replace(
        objections[number - 1], outcome=outcome, decision=decision
    )
    changed = msgspec.structs.replace(known, objections=tuple(objections))
    if changed.status in TO_APPROVE:
        changed = msgspec.structs.replace(changed, status=_waiting(changed))
    return Change(puts=(changed,) if changed != known else (), result=changed)


def redraft(data: Data, moment: Moment, *, meeting: str, reason: str = "") -> Change:
    """Sent minutes become a draft again, version n+1, and have to be sent again (domain 4.3).

    What was sent is kept. An accepted objection is reason enough; without one, `reason`
    is needed. Approved minutes are only corrected by decision (I-20). `result` is the
    minutes.
    """
    known = minutes_of(data, meeting)
    if known is not None and known.status is MinutesStatus.APPROVED:
        raise Refused(
            "These minutes are approved; they are only corrected by a decision of the next "
            "meeting, with /correct."
        )
    if known is None or known.status not in TO_APPROVE or known.sent_on is None:
        raise Refused("These minutes have not been sent yet.")
    accepted = any(
        o.version == known.version and o.outcome is ObjectionOutcome.ACCEPTED
        for o in known.objections
    )
    if not accepted and not reason.strip():
        raise Refused("Accept an objection first, or say why the minutes are drawn up again.")
    sent = EarlierMinutes(
        version=known.version,
        sent_on=known.sent_on,
        seq=max((event.seq for event in data.log(meeting)), default=0),
        reason=reason.strip(),
        texts=known.texts,
        frozen=known.frozen,
    )
    changed = msgspec.structs.replace(
        known,
        version=known.version + 1,
        status=MinutesStatus.DRAFT,
        sent_on=None,
        objections_until=None,
        texts=(),
        frozen=None,
        earlier=(*known.earlier, sent),
    )
    return Change(puts=(changed,), result=changed)


def approve(data: Data, moment: Moment, *, meeting: str, on: dt.date, decision: str = "") -> Change:
    """Approved by a decision, or (with a day only) as it happened before the app.

    With the decision goes what was corrected at its meeting (I-20).
    """
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
        known,
        status=MinutesStatus.APPROVED,
        approved_on=on,
        approved_by=decision,
        corrections=(*known.corrections, *_corrected_with(data, meeting, decision)),
    )
    return Change(puts=(changed,), result=changed)


def _corrected_with(data: Data, meeting: str, decision: str) -> tuple[Correction, ...]:
    """What was corrected in these minutes where the decision was taken."""
    row = next((d for d in data.rows(Decision) if decision and d.number == decision), None)
    if row is None or data.find(Meeting, row.meeting) is None:
        return ()
    return tuple(
        Correction(
            item=c.item,
            part=c.part,
            old=c.old,
            new=c.new,
            meeting=row.meeting,
            event=row.event,
        )
        for c in state_of(data, row.meeting).corrections
        if c.meeting == meeting
    )
