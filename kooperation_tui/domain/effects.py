"""What the program does because of a point of the agreement, for the point's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.applied import (
    Application,
    ApplicationStatus,
    DataRegister,
    Goal,
    Resource,
)
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.model import (
    Meeting,
    MeetingStatus,
    Organisation,
    Person,
    Role,
    StandingRole,
    StandingRoleKind,
)
from kooperation_tui.domain.plan import may_vote, meetings, rules_in_force, rules_of, zone
from kooperation_tui.domain.rotation import proposal
from kooperation_tui.domain.rules import quorum_needed

_RUNNING = (
    ApplicationStatus.RECEIVED,
    ApplicationStatus.CHECKED,
    ApplicationStatus.SCHEDULED,
    ApplicationStatus.ACCEPTED,
)


def effects(data: Data, key: str, today: dt.date) -> tuple[Gap, ...]:
    """Messages with their places; empty for a block that nothing follows from."""
    known = {
        "goals": _goals,
        "p1": _rules,
        "p2": _resources,
        "p3": _absences,
        "p4": _rotation,
        "p5": _registers,
        "p6": _minutes,
        "p7": _speakers,
        "p8": _applications,
        "p9": _term,
    }
    return tuple(known[key](data, today)) if key in known else ()


def _goals(data: Data, today: dt.date) -> Iterator[Gap]:
    for goal in sorted(data.rows(Goal), key=lambda g: g.order):
        yield gap("Goal: {text} Seen by: {indicator}", text=goal.text, indicator=goal.indicator)


def _rules(data: Data, today: dt.date) -> Iterator[Gap]:
    rules = rules_of(data)
    entitled = sum(may_vote(o, today) for o in data.rows(Organisation))
    needed = quorum_needed(rules.quorum, entitled)
    if needed is not None:
        yield gap(
            "A meeting can decide if {needed} of {all} partners are represented.",
            needed=needed,
            all=entitled,
        )
    if rules.invitation_days is not None:
        yield gap("Invitations go out {days} days ahead.", days=rules.invitation_days)
    if not rules_in_force(data):
        yield gap("Until this point is agreed the rules only warn.")


def _resources(data: Data, today: dt.date) -> Iterator[Gap]:
    count = len(data.rows(Resource))
    if count:
        yield gap("Contributions of partners that are entered: {count}.", count=count)


def _absences(data: Data, today: dt.date) -> Iterator[Gap]:
    limit = rules_of(data).absence_limit
    if limit:
        yield gap("Whoever is missing {count} times in a row is proposed for a talk.", count=limit)
    codes = tuple(data.get(Organisation, a.organisation).code for a in absences(data))
    if codes:
        yield gap("That is now: {codes}.", codes=codes)


def _rotation(data: Data, today: dt.date) -> Iterator[Gap]:
    ahead = _next(data, today)
    turn = proposal(data, ahead, Role.FACILITATOR) if ahead is not None else None
    if turn is not None:
        yield gap("Next to facilitate: {name}.", name=data.get(Person, turn.person).name)
        yield turn.why


def _next(data: Data, today: dt.date) -> Meeting | None:
    ahead = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
    for meeting in meetings(data):
        if meeting.status in ahead and meeting.start.astimezone(zone(data)).date() >= today:
            return meeting
    return None


def _registers(data: Data, today: dt.date) -> Iterator[Gap]:
    rows = data.rows(DataRegister)
    if rows:
        yield gap("Stocks of data that are entered: {count}.", count=len(rows))
    days = [r.check_on for r in rows if r.check_on is not None]
    if days:
        yield gap("The next check is on {day}.", day=min(days))


def _minutes(data: Data, today: dt.date) -> Iterator[Gap]:
    rules = rules_of(data)
    if rules.minutes_days is not None and rules.minutes_working_days:
        yield gap("Minutes go out within {days} working days.", days=rules.minutes_days)
    elif rules.minutes_days is not None:
        yield gap("Minutes go out within {days} days.", days=rules.minutes_days)
    if rules.objection_days is not None:
        yield gap("Objections are possible for {days} days.", days=rules.objection_days)


def _speakers(data: Data, today: dt.date) -> Iterator[Gap]:
    names = tuple(
        data.get(Person, r.person).name
        for r in data.rows(StandingRole)
        if r.role is StandingRoleKind.SPOKESPERSON and (r.until is None or r.until >= today)
    )
    if names:
        yield gap("For the network speak: {names}.", names=names)


def _applications(data: Data, today: dt.date) -> Iterator[Gap]:
    codes = tuple(
        data.get(Organisation, a.organisation).code
        for a in data.rows(Application)
        if a.status in _RUNNING
    )
    if codes:
        yield gap("Applications that are running: {codes}.", codes=codes)


def _term(data: Data, today: dt.date) -> Iterator[Gap]:
    network = data.network
    if network.term_until is not None:
        yield gap("The cooperation runs until {day}.", day=network.term_until)
    if network.funding_until is not None:
        yield gap("The funding runs until {day}.", day=network.funding_until)
