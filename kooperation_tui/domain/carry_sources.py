"""Where proposals for an agenda come from: every kind of thing that is still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.admitting import waits
from kooperation_tui.domain.approving import waiting
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    Block,
    BlockState,
    Body,
    BodyKind,
    Decision,
    DecisionStatus,
    Disposition,
    ItemKind,
    Meeting,
    Minutes,
    MinutesStatus,
    Organisation,
    ParkingItem,
    Subject,
)
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.postponed import Postponed, postponed
from kooperation_tui.domain.proposal import Proposal, ProposalKind
from kooperation_tui.domain.standing import history
from kooperation_tui.domain.tasks import LIVE, is_overdue
from kooperation_tui.domain.topics import treated_in

_EARLY = dt.timedelta(days=7)
"""A meeting that was brought forward a little keeps what was put off to its old day."""


_FRAME = {
    "preamble": M_("Agreement: preamble"),
    "goals": M_("Agreement: goals"),
    "principles": M_("Agreement: principles"),
    "data_protection": M_("Agreement: data protection"),
    "entry_into_force": M_("Agreement: entry into force"),
}


def _heading(block: str) -> str:
    """The title of an item about a block; a point has its number among the places."""
    return _FRAME.get(block, M_("Agreement, point {number}"))


def _belongs(data: Data, origin: str, meeting: Meeting) -> bool:
    """Whether a row from this meeting, or from none, is this body's business."""
    row = data.find(Meeting, origin)
    if row is not None:
        return row.body == meeting.body
    body = data.find(Body, meeting.body)
    return body is None or body.kind is BodyKind.PLENARY


PROGRESS = M_("Progress on the action plan")


def minutes(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    """Minutes that were sent and wait; of those not sent only the last ones."""
    records = {m.meeting: m for m in data.rows(Minutes)}
    for row in waiting(data, meeting.body, meeting.start):
        record = records.get(row.id) or Minutes(id="0", meeting=row.id)
        args: dict[str, object] = {"date": row.start.date()}
        message = M_("not approved yet")
        if record.status is MinutesStatus.OBJECTIONS:
            message = M_("sent on {sent}; there are objections")
        elif record.status is MinutesStatus.SENT:
            message = M_("sent on {sent}, not approved yet")
        yield Proposal(
            kind=ProposalKind.MINUTES,
            source=f"minutes:{row.id}",
            heading=M_("Minutes of {date}"),
            message=message,
            args={**args, "sent": record.sent_on} if record.sent_on else args,
            subject=Subject.MINUTES,
            item_kind=ItemKind.DECISION,
            minutes=5,
            meeting=row.id,
        )


def running_actions(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    live = [a for a in data.rows(Action) if a.status in LIVE and _belongs(data, a.meeting, meeting)]
    late = [a for a in live if is_overdue(a, meeting.start.date())]
    if live:
        yield Proposal(
            kind=ProposalKind.ACTIONS,
            source="actions",
            heading=PROGRESS,  # the item keeps it; how many are overdue changes until then
            message=M_("actions running: {count}, overdue: {late}")
            if late
            else M_("actions running: {count}"),
            args={"count": len(live), "late": len(late)},
            item_kind=ItemKind.INFORMATION,
            minutes=20 if len(live) > 3 else 10,
        )


def put_off(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    for left in postponed(data, meeting):
        day = meeting.start.date()
        if left.until is not None and left.until > day + _EARLY:
            continue
        yield _carried(data, left)


def _carried(data: Data, left: Postponed) -> Proposal:
    origin = data.get(Meeting, left.meeting)
    whole, times = not left.point, _times(data, left)
    message = M_("not reached on {date}")
    if times == 1:
        message = M_("postponed on {date}")
    elif times > 1:
        message = M_("postponed {times} times, last on {date}")
    return Proposal(
        kind=ProposalKind.POSTPONED if times else ProposalKind.UNTREATED,
        source=left.source,
        text=left.item.title if whole else "",
        heading="" if whole else _heading(left.point),
        message=message,
        args={"date": origin.start.date(), "times": times, "number": left.point[1:]},
        why=left.why,
        subject=left.item.subject if whole else Subject.AGREEMENT,
        item_kind=left.item.kind if whole else ItemKind.DECISION,
        points=left.points,
        minutes=left.item.minutes if whole else 15,
        owner=left.item.owner,
        postponed=times,
        confidential=left.item.confidential,
        meeting=left.meeting,
        item=left.item.id,
    )


def _times(data: Data, left: Postponed) -> int:
    """How often it was put off; a point as often as its course on F6 says."""
    if not left.times or len(left.points) != 1:
        return left.times
    return max(1, sum(step.postponed for step in history(data, left.points[0])))


def applications(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    """Applicants that no meeting has heard; put off, they are carried like any item."""
    body = data.find(Body, meeting.body)
    if body is not None and body.kind is not BodyKind.PLENARY:
        return
    dealt_with = [
        item.title.casefold()
        for m in meetings(data)
        if m.id != meeting.id and m.started_at is not None
        for item in m.items
        if item.subject is Subject.ADMISSION
    ]
    for row in data.rows(Organisation):
        heard = any(row.name.casefold() in title for title in dealt_with)
        if waits(data, row) and not heard:
            yield Proposal(
                kind=ProposalKind.APPLICATION,
                source=f"application:{row.id}",
                heading=M_("Application by {name}"),
                message=M_("asks to be admitted"),
                args={"name": row.name},
                subject=Subject.ADMISSION,
                item_kind=ItemKind.DECISION,
                minutes=15,
            )


def _looked_at(data: Data, meeting: Meeting) -> set[str]:
    """Reviews that another meeting has held; the day is part of the source."""
    return {
        item.source
        for m in meetings(data)
        if m.id != meeting.id and m.started_at is not None
        for item in m.items
        if item.source.startswith(("decision:", "block:"))
    }


def reviews(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    """Decisions whose review day has come (domain 4.4)."""
    day = meeting.start.date()
    seen = _looked_at(data, meeting)
    for row in data.rows(Decision):
        in_force = row.status is DecisionStatus.IN_FORCE
        if not in_force or row.review_on is None or row.review_on > day:
            continue
        source = f"decision:{row.id}:{row.review_on.isoformat()}"
        if source not in seen and _belongs(data, row.meeting, meeting):
            yield Proposal(
                kind=ProposalKind.REVIEW,
                source=source,
                heading=M_("Review of {number}"),
                message=M_("due for review on {date}"),
                args={"number": row.number, "date": row.review_on},
                why=row.text,
                subject=row.subject,
                item_kind=ItemKind.DECISION,
                points=row.points,
                meeting=row.meeting,
            )


def block_reviews(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    """Blocks of the agreement whose review day has come."""
    seen = _looked_at(data, meeting)
    for block in data.rows(Block):
        settled = block.state is not BlockState.OPEN
        if not settled or block.review_on is None or block.review_on > meeting.start.date():
            continue
        source = f"block:{block.key}:{block.review_on.isoformat()}"
        if source not in seen and _belongs(data, "", meeting):
            yield Proposal(
                kind=ProposalKind.REVIEW,
                source=source,
                heading=_heading(block.key),
                message=M_("due for review on {date}"),
                args={"number": block.key[1:], "date": block.review_on},
                subject=Subject.AGREEMENT,
                item_kind=ItemKind.DECISION,
                points=(block.key,),
                minutes=15,
            )


def parked(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    day = meeting.start.date()
    for row in data.rows(ParkingItem):
        match row.disposition:
            case Disposition.OPEN:
                here = _belongs(data, row.meeting, meeting)
            case Disposition.AGENDA:
                target = next((m for m in data.rows(Meeting) if m.id == row.target), None)
                origin = target.id if target is not None else row.meeting
                here = _belongs(data, origin, meeting)
                here = here and (row.target_on is None or row.target_on <= day + _EARLY)
            case Disposition.BODY:
                here = row.target == meeting.body
            case _:
                here = False
        if here and treated_in(data, row) is None:
            yield Proposal(
                kind=ProposalKind.PARKED,
                source=f"parking:{row.id}",
                text=row.text,
                message=M_("parking lot, {number} of {date}"),
                args={"number": row.number, "date": row.created_on},
                why=row.note,
                owner=row.by,
                postponed=row.postponed,
                confidential=_confidential(data, row.meeting, row.event),
                meeting=row.meeting,
            )


def ownerless(data: Data, meeting: Meeting) -> Iterator[Proposal]:
    """Actions that were left open on purpose (I-01)."""
    for row in data.rows(Action):
        if row.status not in LIVE or row.owner or row.owner_organisation:
            continue
        if _belongs(data, row.meeting, meeting):
            yield Proposal(
                kind=ProposalKind.OWNERLESS,
                source=f"action:{row.id}",
                text=row.title,
                message=M_("action without a person, {number}"),
                args={"number": row.number},
                why=row.owner_reason,
                minutes=5,
                confidential=_confidential(data, row.meeting, row.event),
                meeting=row.meeting,
            )


def _confidential(data: Data, meeting: str, event: str) -> bool:
    """Whether a row comes from an entry, or under an item, that is confidential."""
    if not event or data.find(Meeting, meeting) is None:
        return False
    state = state_of(data, meeting)
    entry = state.entry(event)
    if entry is None:
        return False
    item = state.item(entry.item)
    return entry.confidential or (item is not None and item.item.confidential)
