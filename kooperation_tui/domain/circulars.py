"""Counting decisions in text form: what silence means, what majority is asked (domain 1.1)."""

from __future__ import annotations

import datetime as dt
from functools import partial

from kooperation_tui.domain.applied import Circular, CircularVote
from kooperation_tui.domain.ballots import Ballot, Result, Votes
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.deciding import BELOW_QUORUM, PROPOSED_MAJORITY
from kooperation_tui.domain.model import (
    Body,
    BodyKind,
    Majority,
    Meeting,
    Method,
    RuleSet,
    Silence,
)
from kooperation_tui.domain.plan import day_of, preceding
from kooperation_tui.domain.rules import (
    majority_named,
    majority_reached,
    majority_used,
    quorum_needed,
)

_OF_ALL = (
    *(Majority.ABSOLUTE, Majority.ALL_PARTNERS),
    *(Majority.TWO_THIRDS_OF_ALL, Majority.THREE_QUARTERS_OF_ALL),
)
"""Majorities of all partners: they need no quorum beside them."""


def silence_of(circular: Circular) -> Silence:
    """What it means that a partner does not answer: agreed rules may say it is a no."""
    if circular.rules is None or not circular.rules_agreed:
        return Silence.ABSTAINS
    return circular.rules.circular.silence


def counts(circular: Circular) -> tuple[int, int, int]:
    """Yes, no, abstentions; whoever is silent abstains, or says no if the rules say so.

    An objection to this way that does not stop it is a no.
    """
    votes = [a.vote for a in circular.answers]
    yes = votes.count(CircularVote.YES)
    no = votes.count(CircularVote.NO) + votes.count(CircularVote.OBJECTS)
    if silence_of(circular) is Silence.NO:
        no += len(silent(circular))
    return yes, no, len(circular.entitled) - yes - no


def silent(circular: Circular) -> tuple[str, ...]:
    """Ids of the partners that have not answered, in their order."""
    answered = {a.organisation for a in circular.answers}
    return tuple(one for one in circular.entitled if one not in answered)


def may_stop(circular: Circular) -> bool:
    """Whether one objection to this way stops it; only agreed rules can say no."""
    agreed = circular.rules is not None and circular.rules_agreed
    return not agreed or circular.rules is None or circular.rules.circular.stopped


def asked_for(circular: Circular, rules: RuleSet) -> Majority:
    """The majority of its subject; for ordinary matters the one for this way, if any."""
    asked = majority_named(rules, circular.subject)
    return asked or rules.circular.majority or rules.majorities.default


def needed_for(circular: Circular, rules: RuleSet) -> int | None:
    """How many partners have to answer; None if no rule asks for it.

    The quorum of a meeting counts here as well, where silence abstains: whoever does
    not answer is not represented. Where silence is a no, or all partners are counted,
    the silent ones are counted already.
    """
    if silence_of(circular) is Silence.NO or asked_for(circular, rules) in _OF_ALL:
        return None
    return quorum_needed(rules.quorum, len(circular.entitled))


def count(circular: Circular, rules: RuleSet) -> Ballot:
    """The count as a ballot: agreed rules decide, proposed ones warn (I-05 to I-08)."""
    agreed = circular.rules_agreed
    yes, no, abstain = counts(circular)
    asked = asked_for(circular, rules)
    needed = needed_for(circular, rules)
    answered = tuple(o for o in circular.entitled if o not in silent(circular))
    quorate = needed is None or len(answered) >= needed
    reach = partial(
        majority_reached,
        yes=yes,
        no=no,
        abstain=abstain,
        represented=len(circular.entitled),
        entitled=len(circular.entitled),
        abstentions_count=rules.abstentions_count,
    )
    majority = majority_used(asked, None, agreed=agreed)
    reached = reach(majority)
    missed = reached and not agreed and not reach(asked)
    result = Result.CARRIED if reached else Result.REJECTED
    if agreed and not quorate:
        result = Result.NOT_QUORATE
    below = (BELOW_QUORUM,) if not quorate and not agreed else ()
    return Ballot(
        method=Method.VOTE,
        tally=Votes(yes=yes, no=no, abstain=abstain),
        result=result,
        entitled=circular.entitled,
        represented=answered,
        needed=needed,
        quorate=quorate,
        rules_agreed=agreed,
        majority=majority,
        proposed=asked if missed else None,
        warnings=(*below, *((PROPOSED_MAJORITY,) if missed else ())),
    )


def closed_since_last_meeting(data: Data, meeting: Meeting, day: dt.date) -> tuple[Circular, ...]:
    """What was closed after the body's last meeting, until the day of this one.

    All partners with a vote are asked, so only the network meeting hears of it.
    """
    body = data.find(Body, meeting.body)
    if body is not None and body.kind is not BodyKind.PLENARY:
        return ()
    before = [
        day_of(data, m.start)
        for m in preceding(data, meeting)
        if m.started_at is not None or m.external
    ]
    last = max(before, default=dt.date.min)
    found = [
        c for c in data.rows(Circular) if c.closed_on is not None and last < c.closed_on <= day
    ]
    return tuple(sorted(found, key=lambda c: (c.closed_on or dt.date.min, c.decision)))
