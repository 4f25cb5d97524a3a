"""What is next, overdue, to send and to approve: the first look after weeks away.

Drawn from tables alone, so that opening a file folds no old meeting.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.model import (
    POINT_BLOCKS,
    TO_APPROVE,
    TO_COME,
    Action,
    Block,
    BlockState,
    Disposition,
    ItemKind,
    Meeting,
    MeetingStatus,
    Minutes,
    MinutesStatus,
    ObjectionOutcome,
    Organisation,
    OrganisationStatus,
    ParkingItem,
    Role,
    Subject,
    Value,
)
from kooperation_tui.domain.plan import (
    day_of,
    delegate,
    label,
    may_vote,
    meetings,
    partners,
    rules_of,
)
from kooperation_tui.domain.tasks import LIVE, is_overdue
from kooperation_tui.domain.topics import treated_in

NOT_RECORDED = M_(
    "Meeting {meeting} on {date} was not recorded; enter it from paper, or cancel it."
)
NOT_INVITED = M_("The invitation is not sent.")
NO_FACILITATOR = M_("Nobody facilitates yet.")
NO_MINUTES = M_("Nobody takes the minutes yet.")
NO_MEETING = M_("No meeting is planned.")
NOBODY_NAMED = M_("Nobody is named for {codes}.")
NO_CONTROLLER = M_("Who answers for data protection is not entered.")
"""Messages by which a face knows where something can be done."""
_SOON = dt.timedelta(days=14)


class MinutesToSend(Value):
    """A closed meeting whose minutes have not gone out; `by` as the rules ask, or None."""

    meeting: str
    by: dt.date | None = None
    late: bool = False


class MinutesToApprove(Value):
    """Minutes that were sent and wait for a decision; open objections are counted."""

    meeting: str
    sent_on: dt.date | None
    objections: int = 0
    objections_until: dt.date | None = None


class Admission(Value):
    """An applicant, and the item of a coming or running meeting that hears it ('' and 0: none)."""

    organisation: str
    meeting: str = ""
    item: int = 0


class Overview(Value):
    """How the network stands on a day. Meetings and actions by id.

    `running` and `next` are '' if there is none; `next` is the first meeting of
    today or later that has not begun. `invite_by` is the last day for its
    invitation under the rules, None if they name none or it went out.
    `settled` counts the nine points that are agreed or not needed.
    """

    today: dt.date
    running: str = ""
    next: str = ""
    days_ahead: int = 0
    invite_by: dt.date | None = None
    invitation_late: bool = False
    running_actions: int = 0
    overdue: tuple[str, ...] = ()
    due_soon: tuple[str, ...] = ()
    to_send: tuple[MinutesToSend, ...] = ()
    to_approve: tuple[MinutesToApprove, ...] = ()
    settled: int = 0
    parked: int = 0
    admissions: tuple[Admission, ...] = ()
    missing: tuple[Gap, ...] = ()


def overview(data: Data, now: dt.datetime) -> Overview:
    """What somebody who opens the file has to know first.

    Args:
        now: the moment, with a zone; the network's zone says which day it is.
    """
    today = day_of(data, now)
    rows = meetings(data)
    ahead = _next(data, today)
    running = [m for m in rows if m.status is MeetingStatus.RUNNING]
    invite_by = _invite_by(data, ahead)
    live = sorted(
        (a for a in data.rows(Action) if a.status in LIVE),
        key=lambda a: (a.due or dt.date.max, a.number),
    )
    return Overview(
        today=today,
        running=running[-1].id if running else "",
        next=ahead.id if ahead is not None else "",
        days_ahead=(day_of(data, ahead.start) - today).days if ahead is not None else 0,
        invite_by=invite_by,
        invitation_late=invite_by is not None and invite_by < today,
        running_actions=len(live),
        overdue=tuple(a.id for a in live if is_overdue(a, today)),
        due_soon=tuple(a.id for a in live if a.due is not None and today <= a.due <= today + _SOON),
        to_send=tuple(_to_send(data, today)),
        to_approve=tuple(_to_approve(data)),
        settled=_settled(data),
        parked=sum(
            p.disposition is Disposition.OPEN and treated_in(data, p) is None
            for p in data.rows(ParkingItem)
        ),
        admissions=tuple(_admissions(data, running[-1:] or ([ahead] if ahead else []))),
        missing=tuple(_missing(data, ahead, today)),
    )


def _next(data: Data, today: dt.date) -> Meeting | None:
    found = (m for m in meetings(data) if m.status in TO_COME and day_of(data, m.start) >= today)
    return next(found, None)


def _invite_by(data: Data, meeting: Meeting | None) -> dt.date | None:
    """The last day on which the invitation is in time (domain 4.4)."""
    days = rules_of(data).invitation_days
    if meeting is None or meeting.invited_on is not None or days is None:
        return None
    return day_of(data, meeting.start) - dt.timedelta(days=days)


def _to_send(data: Data, today: dt.date) -> Iterator[MinutesToSend]:
    sent = {m.meeting for m in data.rows(Minutes) if m.status is not MinutesStatus.DRAFT}
    rules = rules_of(data)
    for row in meetings(data):
        if row.ended_at is None or row.external or row.id in sent:
            continue
        by = None
        if rules.minutes_days is not None:
            ended = day_of(data, row.ended_at)
            by = after_days(ended, rules.minutes_days, working=rules.minutes_working_days)
        yield MinutesToSend(meeting=row.id, by=by, late=by is not None and by < today)


def after_days(day: dt.date, count: int, *, working: bool) -> dt.date:
    """A day so many days later; working days are Monday to Friday, holidays are not known."""
    if not working:
        return day + dt.timedelta(days=count)
    while count:
        day += dt.timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _to_approve(data: Data) -> Iterator[MinutesToApprove]:
    records = {m.meeting: m for m in data.rows(Minutes) if m.status in TO_APPROVE}
    for row in meetings(data):
        record = records.get(row.id)
        if record is not None:
            yield MinutesToApprove(
                meeting=row.id,
                sent_on=record.sent_on,
                objections=sum(o.outcome is ObjectionOutcome.OPEN for o in record.objections),
                objections_until=record.objections_until,
            )


def _admissions(data: Data, hearing: list[Meeting]) -> Iterator[Admission]:
    """Who wants to join (domain 4.3), and where it is heard."""
    items = [(m.id, i) for m in hearing for i in m.items if i.subject is Subject.ADMISSION]
    for row in data.rows(Organisation):
        if row.status is not OrganisationStatus.APPLICANT:
            continue
        name, source = row.name.casefold(), f"application:{row.id}"
        found = ((m, i) for m, i in items if i.source == source or name in i.title.casefold())
        meeting, item = next(found, ("", None))
        yield Admission(
            organisation=row.id, meeting=meeting, item=item.number if item is not None else 0
        )


def _settled(data: Data) -> int:
    done = (BlockState.AGREED, BlockState.NOT_NEEDED)
    return sum(b.key in POINT_BLOCKS and b.state in done for b in data.rows(Block))


def _missing(data: Data, meeting: Meeting | None, today: dt.date) -> Iterator[Gap]:
    """What is to be done before the next meeting, each as a sentence."""
    for row in meetings(data):
        if row.status in TO_COME and day_of(data, row.start) < today:
            yield gap(NOT_RECORDED, meeting=label(data, row), date=day_of(data, row.start))
    if meeting is None:
        yield gap(NO_MEETING)
    else:
        yield from missing_for(data, meeting)
    nameless = [
        o.code for o in partners(data) if may_vote(o, today) and delegate(data, o.id, today) is None
    ]
    if nameless:
        yield gap(NOBODY_NAMED, codes=tuple(nameless))
    if not data.network.controller:
        yield gap(NO_CONTROLLER)


def missing_for(data: Data, meeting: Meeting) -> Iterator[Gap]:
    """What a planned meeting still needs before it can begin.

    The wordings of points are prepared as blocks of the agreement.
    """
    if not any(item.kind is not ItemKind.BREAK for item in meeting.items):
        yield gap("The agenda is empty.")
    held = {r.role for r in meeting.roles}
    if Role.FACILITATOR not in held:
        yield gap(NO_FACILITATOR)
    if Role.MINUTES not in held:
        yield gap(NO_MINUTES)
    if meeting.invited_on is None:
        yield gap(NOT_INVITED)
    worded = {block.key for block in data.rows(Block) if block.text.strip()}
    for item in meeting.items:
        if item.kind is not ItemKind.DECISION or item.wording:
            continue
        if item.points and set(item.points) - worded:
            yield gap(
                "Item {number} has no wording to decide on.", item=item.id, number=item.number
            )
