"""Decisions in text form between two meetings (point 1, domain 1.1).

One objection to deciding this way stops it; silence is an abstention; agreed rules
may say otherwise. It is counted when everybody answered or the deadline has passed.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain.admitting import admitted
from kooperation_tui.domain.agreed_rules import following
from kooperation_tui.domain.applied import (
    Circular,
    CircularAnswer,
    CircularResult,
    CircularVote,
)
from kooperation_tui.domain.ballots import Result
from kooperation_tui.domain.circulars import count, may_stop, silent
from kooperation_tui.domain.consequences import STATUS, agreed_blocks
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Decision,
    Organisation,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import may_vote, partners, rules_in_force, rules_of

DAYS = dt.timedelta(days=14)
"""Usual time to answer."""


def open_circular(
    data: Data,
    moment: Moment,
    *,
    text: str,
    deadline: dt.date | None = None,
    subject: Subject = Subject.ORDINARY,
    points: tuple[str, ...] = (),
) -> Change:
    """Ask all partners with a vote today in text form. `result` is the circular.

    It keeps the rules of its first day, as a running meeting does.
    """
    if not text.strip():
        raise Refused("A decision needs its wording.")
    if running(data) is not None:
        raise Refused("A circular decision is running already; close it first.")
    rules, agreed = rules_of(data), rules_in_force(data)
    least = dt.timedelta(days=rules.circular.days or 0)
    until = deadline or moment.today + (least or DAYS)
    if until < moment.today:
        raise Refused("The deadline {day} has passed.", day=until)
    if agreed and until < moment.today + least:
        raise Refused(
            "The rules give {days} days to answer; the earliest deadline is {day}.",
            days=least.days,
            day=moment.today + least,
        )
    circular = Circular(
        id=moment.new_id(),
        text=text.strip(),
        opened_on=moment.today,
        deadline=until,
        subject=Subject.AGREEMENT if points else subject,
        points=points,
        entitled=tuple(o.id for o in partners(data) if may_vote(o, moment.today)),
        rules=rules,
        rules_agreed=agreed,
    )
    return Change(puts=(circular,), result=circular)


def running(data: Data) -> Circular | None:
    """The circular decision that is open, None if there is none."""
    return next((c for c in data.rows(Circular) if c.result is CircularResult.OPEN), None)


def _need_running(data: Data) -> Circular:
    found = running(data)
    if found is None:
        raise Refused("No circular decision is running.")
    return found


def answer(
    data: Data, moment: Moment, *, organisation: str, vote: CircularVote, on: dt.date | None = None
) -> Change:
    """A partner (by id) answers; a later answer takes the place of an earlier one."""
    circular = _need_running(data)
    code = data.get(Organisation, organisation).code
    day = on or moment.today
    if organisation not in circular.entitled:
        raise Refused("{code} has no vote in this decision.", code=code)
    if vote is CircularVote.OBJECTS and not may_stop(circular):
        raise Refused("The rules let nobody stop this way; answer with yes, no or abstain.")
    if day > circular.deadline:
        raise Refused("The time to answer ended on {day}.", day=circular.deadline)
    given = CircularAnswer(organisation=organisation, vote=vote, on=day)
    kept = tuple(a for a in circular.answers if a.organisation != organisation)
    changed = msgspec.structs.replace(circular, answers=(*kept, given))
    return Change(puts=(changed,), result=changed)


def close(data: Data, moment: Moment) -> Change:
    """Count the answers. `result` is the circular with its result.

    Raises:
        Refused: somebody has not answered and may still do so.
    """
    circular = _need_running(data)
    stopped = may_stop(circular) and any(a.vote is CircularVote.OBJECTS for a in circular.answers)
    if not stopped and silent(circular) and moment.today <= circular.deadline:
        raise Refused(
            "Answers are possible until {day}; {count} of {all} have answered.",
            day=circular.deadline,
            count=len(circular.answers),
            all=len(circular.entitled),
        )
    if stopped:
        done = msgspec.structs.replace(
            circular, result=CircularResult.STOPPED, closed_on=moment.today
        )
        return Change(puts=(done,), result=done)
    ballot = count(circular, circular.rules or rules_of(data))
    number = _number(data, moment.today.year)
    done = msgspec.structs.replace(
        circular,
        result=CircularResult(ballot.result.value),
        closed_on=moment.today,
        decision=number,
        ballot=ballot,
    )
    row = Decision(
        id=moment.new_id(),
        number=number,
        text=circular.text,
        decided_on=moment.today,
        status=STATUS[ballot.result],
        subject=circular.subject,
        points=circular.points,
    )
    agreed: tuple[Record, ...] = ()
    if ballot.result is Result.CARRIED:
        agreed = (*_agreed(data, moment, circular, row), *admitted(data, row))
    return Change(puts=(done, row, *agreed), result=done)


def _number(data: Data, year: int) -> str:
    """B-2027-U-1; U for the German Umlaufbeschluss, never given again (I-19)."""
    prefix = f"B-{year}-U-"
    known = (re.fullmatch(rf"{prefix}(\d+)", d.number) for d in data.rows(Decision))
    return f"{prefix}{max((int(m[1]) for m in known if m), default=0) + 1}"


def _agreed(data: Data, moment: Moment, circular: Circular, row: Decision) -> tuple[Record, ...]:
    """The points take their state from the result (I-22), the rules follow their wording."""
    blocks = agreed_blocks(
        data,
        moment,
        points=circular.points,
        text=circular.text,
        number=row.number,
        on=row.decided_on,
    )
    return (*blocks, *following(data, blocks))
