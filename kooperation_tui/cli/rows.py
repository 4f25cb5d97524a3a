"""What `kooperation list` shows, as rows with stable English keys.

Every function answers (rows, columns of the table); a row holds JSON values only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from kooperation_tui.cli.context import words_of
from kooperation_tui.cli.labels import code_of, label, target, who
from kooperation_tui.domain import carry_over, plan
from kooperation_tui.domain.afterwards import runs_on_paper
from kooperation_tui.domain.carry_over import title_of
from kooperation_tui.domain.commands.standing import held_until
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.goals import goal_numbers
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Body,
    DelegationKind,
    Disposition,
    Meeting,
    ParkingItem,
    Person,
    StandingRole,
)
from kooperation_tui.domain.state import ItemState
from kooperation_tui.domain.topics import treated_in
from kooperation_tui.i18n import translator

Row = Mapping[str, Any]


def meetings(data: Data, today: dt.date) -> list[Row]:
    """All meetings by start; `body` is an id, a name may change."""
    zone = plan.zone(data)
    rows: list[Row] = []
    for m in plan.meetings(data):
        body = data.find(Body, m.body)
        rows.append(
            {
                "number": plan.label(data, m),
                "start": m.start.astimezone(zone),
                "end": m.end.astimezone(zone) if m.end else None,
                "body": m.body,
                "body_kind": body.kind.value if body is not None else "",
                "body_name": body.name if body is not None else "",
                "title": m.title,
                "place": m.place,
                "status": m.status.value,
                "invited_on": m.invited_on,
                "external": m.external,
                "afterwards": runs_on_paper(data, m),
                "started_at": m.started_at.astimezone(zone) if m.started_at else None,
                "ended_at": m.ended_at.astimezone(zone) if m.ended_at else None,
            }
        )
    return rows


def agenda(data: Data, meeting: Meeting) -> list[Row]:
    """The items of a meeting in their order; a break has the number 0."""
    return [_item(data, item) for item in state_of(data, meeting.id).items]


def _item(data: Data, state: ItemState) -> Row:
    item = state.item
    return {
        "number": item.number,
        "title": item.title,
        "kind": item.kind.value,
        "subject": item.subject.value,
        "points": list(item.points),
        "minutes": state.minutes,
        "owner": who(data, item.owner),
        "announced": item.announced,
        "confidential": item.confidential,
        "goal": item.goal,
        "goals": list(goal_numbers(data, item.goals)),
        "wording": item.wording,
        "began_at": state.began,
        "ended_at": state.ended,
        "outcomes": [outcome.kind.value for outcome in state.outcomes],
    }


_ENDED = (ActionStatus.DONE, ActionStatus.DROPPED)


def actions(data: Data, today: dt.date, meeting: Meeting | None) -> list[Row]:
    """The action plan: overdue first, then by date, what is done last."""
    from kooperation_tui.domain.tasks import is_overdue

    found = [
        a
        for a in data.rows(Action)
        if a.status is not ActionStatus.RETRACTED and (meeting is None or a.meeting == meeting.id)
    ]
    found.sort(key=lambda a: (a.status in _ENDED, a.due is None, a.due or today, a.number))
    return [
        {
            "number": a.number,
            "title": a.title,
            "owner": who(data, a.owner),
            "owner_code": who(data, a.owner_organisation),
            "owner_reason": a.owner_reason,
            "helpers": [who(data, one) for one in a.helpers] + list(a.outside),
            "due": a.due,
            "due_reason": a.due_reason,
            "status": a.status.value,
            "overdue": is_overdue(a, today),
            "created_on": a.created_on,
            "meeting": label(data, a.meeting),
            "item": a.item,
            "goals": list(goal_numbers(data, a.goals)),
        }
        for a in found
    ]


def parking(data: Data, meeting: Meeting | None) -> list[Row]:
    """The parking lot, what is open first."""
    found = [
        p
        for p in data.rows(ParkingItem)
        if p.disposition is not Disposition.RETRACTED
        and (meeting is None or p.meeting == meeting.id)
    ]
    done = {p.id: treated_in(data, p) is not None for p in found}
    found.sort(key=lambda p: (p.disposition is not Disposition.OPEN or done[p.id], p.number))
    return [
        {
            "number": p.number,
            "text": p.text,
            "by": who(data, p.by),
            "disposition": "treated" if done[p.id] else p.disposition.value,
            "target": target(data, p.target),
            "target_on": p.target_on,
            "note": p.note,
            "postponed": p.postponed,
            "created_on": p.created_on,
            "meeting": label(data, p.meeting),
            "item": p.item,
        }
        for p in found
    ]


def partners(data: Data, today: dt.date) -> list[Row]:
    """All organisations in the order they were entered, with who speaks for them."""
    rows: list[Row] = []
    for o in plan.partners(data):
        named = plan.delegations(data, o.id, today)
        people = {
            kind: [who(data, d.person) for d in named if d.kind is kind] for kind in DelegationKind
        }
        rows.append(
            {
                "code": o.code,
                "name": o.name,
                "status": plan.status_on(o, today).value,
                "founder": o.founder,
                "joined_on": o.joined_on,
                "left_on": o.left_on,
                "left_reason": o.left_reason,
                "delegate": next(iter(people[DelegationKind.DELEGATE]), ""),
                "deputies": people[DelegationKind.DEPUTY],
            }
        )
    return rows


def people(data: Data, today: dt.date) -> list[Row]:
    """Everybody, by name."""
    return [
        {
            "name": p.name,
            "partners": [who(data, o) for o in plan.organisations_of(data, p.id, today)],
            "function": p.function,
            "email": p.email,
            "phone": p.phone,
        }
        for p in sorted(data.rows(Person), key=lambda p: p.name.casefold())
        if p.erased_on is None
    ]


def roles(data: Data, today: dt.date, meeting: Meeting | None) -> list[Row]:
    """Roles of a meeting, or lasting ones in the network."""
    if meeting is not None:
        return [
            {
                "role": span.role.value,
                "person": who(data, span.person),
                "code": code_of(data, span.person, meeting.start.date()),
                "since": span.start,
                "until": span.end,
            }
            for span in state_of(data, meeting.id).roles
        ]
    return [
        {
            "role": row.role.value,
            "person": who(data, row.person),
            "code": code_of(data, row.person, today),
            "since": row.since,
            "until": held_until(data, row),
        }
        for row in data.rows(StandingRole)
    ]


def proposals(data: Data, meeting: Meeting) -> list[Row]:
    """What the agenda of a meeting should hold, and why; the reason as a message with places."""
    words = words_of(translator(data.network.language))
    return [
        {
            "number": number,
            "kind": p.kind.value,
            "title": title_of(p, words),
            "reason": {"message": p.message, "args": p.args, "words": p.why},
            "postponed": p.postponed,
            "minutes": p.minutes,
            "points": list(p.points),
            "subject": p.subject.value,
            "owner": who(data, p.owner),
            "confidential": p.confidential,
            "meeting": label(data, p.meeting),
        }
        for number, p in enumerate(carry_over.proposals(data, meeting, words), 1)
    ]
