"""What the program does because of a point of the agreement, for the point's own page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.agreed_rules import applied_text, stated_rules
from kooperation_tui.domain.applied import (
    RUNNING,
    Application,
    DataRegister,
    Goal,
    Resource,
)
from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.model import (
    TO_COME,
    Majority,
    Meeting,
    Organisation,
    Person,
    Role,
    StandingRoleKind,
    Subject,
)
from kooperation_tui.domain.plan import (
    block_of,
    day_of,
    may_vote,
    meetings,
    rules_in_force,
    rules_of,
)
from kooperation_tui.domain.promises import mentored, notice_weeks, review_due
from kooperation_tui.domain.reminders import END
from kooperation_tui.domain.role_rules import is_said
from kooperation_tui.domain.rotation import proposal
from kooperation_tui.domain.rules import majority_for, quorum_needed


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
        yield gap(
            "Goal: {text}; seen by: {indicator}",
            text=goal.text.rstrip(" .;"),
            indicator=goal.indicator,
        )


_RULED = {
    "p1": ("quorum", "invitation_days"),
    "p3": ("absence_limit",),
    "p6": ("minutes_days", "objection_days"),
}
"""Rules that are told at a block."""

_SAID = {
    "quorum": (
        M_("A meeting can decide if {needed} of {all} partners are represented."),
        M_(
            "A meeting can decide if {needed} of {all} partners are represented; the wording does "
            "not say so."
        ),
    ),
    "invitation_days": (
        M_("Invitations go out {days} days ahead."),
        M_("Invitations go out {days} days ahead; the wording does not say so."),
    ),
    "absence_limit": (
        M_("Whoever is missing {count} times in a row is proposed for a talk."),
        M_(
            "Whoever is missing {count} times in a row is proposed for a talk; the wording does "
            "not say so."
        ),
    ),
    "minutes_days": (
        M_("Minutes go out within {days} days."),
        M_("Minutes go out within {days} days; the wording does not say so."),
    ),
    "minutes_working_days": (
        M_("Minutes go out within {days} working days."),
        M_("Minutes go out within {days} working days; the wording does not say so."),
    ),
    "objection_days": (
        M_("Objections are possible for {days} days."),
        M_("Objections are possible for {days} days; the wording does not say so."),
    ),
}
"""How a rule is told: from the wording, and where the wording does not state it."""


def from_wording(data: Data, key: str) -> bool:
    """Whether what is told at a block follows from its wording, and may be said to."""
    stating = stated_rules(data)
    ruled = _RULED.get(key, ())
    return not ruled or any(stating.get(name) == key for name in ruled)


def _rule(data: Data, key: str, *names: str, **args: object) -> Gap:
    """A rule that is applied, told by the last of its names; is it all in the wording?"""
    block = block_of(data, key)
    stating = stated_rules(data)
    agreed = block is not None and bool(applied_text(block))
    own = agreed and any(stating.get(name) != key for name in names)
    return Gap(message=_SAID[names[-1]][own], args=args)


def _rules(data: Data, today: dt.date) -> Iterator[Gap]:
    rules = rules_of(data)
    entitled = sum(may_vote(o, today) for o in data.rows(Organisation))
    needed = quorum_needed(rules.quorum, entitled)
    if needed is not None:
        yield _rule(data, "p1", "quorum", needed=needed, all=entitled)
    if rules.invitation_days is not None:
        yield _rule(data, "p1", "invitation_days", days=rules.invitation_days)
    if not rules_in_force(data):
        yield gap("Until this point is agreed the rules only warn.")


def _resources(data: Data, today: dt.date) -> Iterator[Gap]:
    count = len(data.rows(Resource))
    if count:
        yield gap("Contributions of partners that are entered: {count}.", count=count)


def _absences(data: Data, today: dt.date) -> Iterator[Gap]:
    limit = rules_of(data).absence_limit
    if limit:
        yield _rule(data, "p3", "absence_limit", count=limit)
    codes = tuple(data.get(Organisation, a.organisation).code for a in absences(data))
    if codes:
        yield gap("That is now: {codes}.", codes=codes)


def _rotation(data: Data, today: dt.date) -> Iterator[Gap]:
    ahead = _next(data, today)
    turn = proposal(data, ahead, Role.FACILITATOR) if ahead is not None else None
    if turn is not None:
        yield gap("Next to facilitate: {name}.", name=data.get(Person, turn.person).name)
        yield turn.why
    if (turn is None or not turn.by) and is_said(data, Role.FACILITATOR):
        yield gap("That is a proposal of the program; the wording names no order it can follow.")


def _next(data: Data, today: dt.date) -> Meeting | None:
    for meeting in meetings(data):
        if meeting.status in TO_COME and day_of(data, meeting.start) >= today:
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
    if rules.minutes_days is not None:
        names = ["minutes_working_days", "minutes_days"]
        if rules.minutes_working_days:
            names.reverse()
        yield _rule(data, "p6", *names, days=rules.minutes_days)
    if rules.objection_days is not None:
        yield _rule(data, "p6", "objection_days", days=rules.objection_days)


def _speakers(data: Data, today: dt.date) -> Iterator[Gap]:
    speaking = holders(data, StandingRoleKind.SPOKESPERSON, today)
    names = tuple(data.get(Person, row.person).name for row in speaking)
    if names:
        yield gap("For the network speak: {names}.", names=names)
    network = data.network
    if network.distribution:
        yield gap("The minutes also go to: {names}.", names=network.distribution)
    if network.publishing:
        yield gap("May be published: {rule}", rule=network.publishing)


_ADMITTED_BY = {
    Majority.SIMPLE: M_("Admission is decided by a simple majority."),
    Majority.ABSOLUTE: M_("Admission is decided by more than half of the votes represented."),
    Majority.TWO_THIRDS: M_("Admission is decided by two thirds of yes and no votes."),
    Majority.THREE_QUARTERS: M_("Admission is decided by three quarters of yes and no votes."),
    Majority.UNANIMOUS: M_("Admission is decided unanimously."),
    Majority.TWO_THIRDS_OF_ALL: M_("Admission is decided by two thirds of all partners."),
    Majority.THREE_QUARTERS_OF_ALL: M_("Admission is decided by three quarters of all partners."),
    Majority.ALL_PARTNERS: M_("Admission needs all partners."),
}


def _applications(data: Data, today: dt.date) -> Iterator[Gap]:
    block = block_of(data, "p8")
    if block is not None and applied_text(block):
        yield gap(_ADMITTED_BY[majority_for(rules_of(data), Subject.ADMISSION)])
        yield gap("A new partner votes from its signature on.")
    if mentored(data):
        yield gap("F2 reminds of the end of a new partner’s year with its mentor.")
    codes = tuple(
        data.get(Organisation, a.organisation).code
        for a in data.rows(Application)
        if a.status in RUNNING
    )
    if codes:
        yield gap("Applications that are running: {codes}.", codes=codes)


def _term(data: Data, today: dt.date) -> Iterator[Gap]:
    term, funding = data.network.term_until, data.network.funding_until
    if term is not None:
        yield gap("The cooperation runs until {day}.", day=term)
        yield from _recalled(term, today)
    weeks, review = notice_weeks(data), review_due(data)
    if weeks is not None:
        yield gap("A partner leaves with {count} weeks’ notice.", count=weeks)
    if data.network.review_on is not None:
        yield gap("The next yearly review is on {day}.", day=data.network.review_on)
    elif review is not None:
        yield gap("The next yearly review is due by {day}; g sets its day.", day=review)
    if data.network.funding:
        yield gap("Funding: {text}", text=data.network.funding)
    if funding is not None:
        yield gap("The funding runs until {day}.", day=funding)
        yield from _recalled(funding, today)


def _recalled(end: dt.date, today: dt.date) -> Iterator[Gap]:
    """From when on the end is among the reminders; once it is, they say it themselves."""
    if end > today + END:
        yield gap("F2 reminds of it from {day} on.", day=end - END)
