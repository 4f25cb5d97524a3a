"""The decision register and the decisions in text form as rows: how they were taken."""

from __future__ import annotations

from typing import Any

import msgspec

from kooperation_tui.cli.labels import label, who
from kooperation_tui.cli.rows import Row
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.ballots import Ballot
from kooperation_tui.domain.circulars import counts, silent
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import standing
from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.superseded import decisions_now

_CIRCULAR = "circular"


def decisions(data: Data, meeting: Meeting | None) -> list[Row]:
    """The register, in the order of days and numbers."""
    found = [d for d in decisions_now(data) if meeting is None or d.meeting == meeting.id]
    asked = {c.decision: c for c in data.rows(Circular) if c.decision}
    counted = {
        number: ballot for m in {d.meeting for d in found} for number, ballot in _in(data, m)
    }
    return [
        {
            "number": d.number,
            "date": d.decided_on,
            "text": d.text,
            "status": d.status.value,
            "subject": d.subject.value,
            "points": list(d.points),
            "review_on": d.review_on,
            "ended_on": d.ended_on,
            "ended_by": d.ended_by,
            "remark": d.remark,
            "meeting": label(data, d.meeting),
            "item": d.item,
            "circular": d.number in asked,
            **_taken(counted.get(d.number), asked.get(d.number)),
        }
        for d in sorted(found, key=lambda d: (d.decided_on, plan.natural_order(d.number)))
    ]


def _in(data: Data, meeting: str) -> list[tuple[str, Ballot]]:
    """Number and ballot of every count of a meeting that settled a wording."""
    return [
        (e.what.number, e.what.ballot)
        for e in standing(data.log(meeting))
        if isinstance(e.what, ev.Balloted) and e.what.number
    ]


def _taken(ballot: Ballot | None, circular: Circular | None) -> dict[str, Any]:
    """How it was taken: method, majority, figures, how many of how many."""
    if circular is not None:
        yes, no, abstain = counts(circular)
        votes: dict[str, Any] | None = {"yes": yes, "no": no, "abstain": abstain}
        ballot = circular.ballot
        there, entitled = len(circular.answers), len(circular.entitled)
    elif ballot is not None:
        figures = msgspec.structs.asdict(ballot.tally)
        votes = {name: msgspec.to_builtins(value) for name, value in figures.items()}
        there, entitled = len(ballot.represented), len(ballot.entitled)
    else:
        return dict.fromkeys(("method", "majority", "votes", "represented", "entitled"))
    majority = ballot.majority if ballot is not None else None
    method = _CIRCULAR if circular is not None or ballot is None else ballot.method.value
    return {
        "method": method,
        "majority": majority.value if majority is not None else None,
        "votes": votes,
        "represented": there,
        "entitled": entitled,
    }


def circulars(data: Data) -> list[Row]:
    """Decisions in text form: the running one first, then the latest; who answered what."""
    found = sorted(data.rows(Circular), key=lambda c: c.opened_on, reverse=True)
    found.sort(key=lambda c: c.result is not CircularResult.OPEN)
    return [_circular(data, one) for one in found]


def _circular(data: Data, one: Circular) -> Row:
    yes, no, abstain = counts(one)
    return {
        "text": one.text,
        "result": one.result.value,
        "decision": one.decision,
        "opened_on": one.opened_on,
        "deadline": one.deadline,
        "closed_on": one.closed_on,
        "subject": one.subject.value,
        "points": list(one.points),
        "answered": [who(data, a.organisation) for a in one.answers],
        "silent": [who(data, o) for o in silent(one)],
        "answers": [
            {"code": who(data, a.organisation), "vote": a.vote.value, "on": a.on}
            for a in one.answers
        ],
        "votes": {"yes": yes, "no": no, "abstain": abstain},
        "entitled": len(one.entitled),
    }
