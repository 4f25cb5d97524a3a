"""What changes for the votes of a meeting while it runs.

Whoever signs votes from then on (I-14), and once it decides point 1 the agreed rules
count in it: they bind from that decision on. Everybody else's vote stays as it was at
the start; counts that were taken stay as they are (I-04).
"""

from __future__ import annotations

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Block, Meeting, Organisation, RuleSet
from kooperation_tui.domain.plan import entitled_partners, rules_in_force, rules_of
from kooperation_tui.domain.rules import quorum_needed
from kooperation_tui.domain.state import MeetingState, Phase

_VOTED = (
    *(it.Arrive, it.ArriveAll, it.NobodyOpposes, it.TakeVote, it.TakeConsensus),
    *(it.TakeConsent, it.TakeFist, it.TakeResistance, it.TakeStraw),
)
"""Lines for which it counts who has a vote."""
_RULED = (*_VOTED, it.Propose)
"""Lines for which it counts which rules hold."""
_COUNTING = (
    *("quorum", "majorities", "first_method", "abstentions_count", "aob_decisions"),
    *("fist_threshold", "fist_legend", "resistance_scale"),
)
"""Rules by which a meeting decides; invitations and minutes are no matter of the meeting."""
_GOING = (Phase.RUNNING, Phase.PAUSED)


def noted_first(
    data: Data, meeting: Meeting, state: MeetingState, intent: it.Intent
) -> ev.VotesChanged | ev.RulesChanged | None:
    """What changed since for the votes, and has to stand in the log before this line."""
    joined = _votes_changed(data, meeting, state) if isinstance(intent, _VOTED) else None
    if joined is None and isinstance(intent, _RULED):
        return _rules_changed(data, meeting, state)
    return joined


def rules_after(data: Data, meeting: Meeting, change: Change) -> ev.RulesChanged | None:
    """What has to be noted with a line by which other rules hold, None for any other line."""
    if not any(isinstance(row, Block | RuleSet) for row in change.puts):
        return None
    after = data.apply(change)
    return _rules_changed(after, meeting, state_of(after, meeting.id))


def _votes_changed(data: Data, meeting: Meeting, state: MeetingState) -> ev.VotesChanged | None:
    if state.phase not in _GOING:
        return None
    first = state.changed_votes[0].entitled if state.changed_votes else state.entitled
    signed = {o.id for o in data.rows(Organisation) if o.joined_on is not None}
    now = entitled_partners(data, meeting)
    entitled = (*first, *(o for o in now if o in signed and o not in first))
    if entitled == state.entitled:
        return None
    return ev.VotesChanged(
        entitled=entitled,
        needed=_needed(meeting, state, state.votes().rules, len(entitled)),
        organisations=tuple(o for o in entitled if o not in state.entitled),
    )


def _rules_changed(data: Data, meeting: Meeting, state: MeetingState) -> ev.RulesChanged | None:
    if state.phase not in _GOING:
        return None
    known, rules, agreed = state.votes(), rules_of(data), rules_in_force(data)
    same = all(getattr(known.rules, name) == getattr(rules, name) for name in _COUNTING)
    if same and known.agreed == agreed:
        return None
    return ev.RulesChanged(
        rules=rules, agreed=agreed, needed=_needed(meeting, state, rules, len(state.entitled))
    )


def _needed(meeting: Meeting, state: MeetingState, rules: RuleSet, entitled: int) -> int | None:
    free = meeting.is_second and state.needed is None
    return None if free else quorum_needed(rules.quorum, entitled)
