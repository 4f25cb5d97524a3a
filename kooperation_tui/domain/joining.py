"""Whoever signs while a meeting runs votes in it from then on (I-14).

The rules and everybody else's vote stay as they were at its start; counts that were
taken stay as they are (I-04).
"""

from __future__ import annotations

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import Meeting, Organisation
from kooperation_tui.domain.plan import entitled_partners
from kooperation_tui.domain.rules import quorum_needed
from kooperation_tui.domain.state import MeetingState, Phase

VOTED = (
    *(it.Arrive, it.ArriveAll, it.NobodyOpposes, it.TakeVote, it.TakeConsensus),
    *(it.TakeConsent, it.TakeFist, it.TakeResistance, it.TakeStraw),
)
"""Lines for which it counts who has a vote."""
_GOING = (Phase.RUNNING, Phase.PAUSED)


def votes_changed(data: Data, meeting: Meeting, state: MeetingState) -> ev.VotesChanged | None:
    """What has to be noted before the next arrival or count, None if nothing."""
    if state.phase not in _GOING:
        return None
    first = state.changed_votes[0].entitled if state.changed_votes else state.entitled
    signed = {o.id for o in data.rows(Organisation) if o.joined_on is not None}
    now = entitled_partners(data, meeting)
    entitled = (*first, *(o for o in now if o in signed and o not in first))
    if entitled == state.entitled:
        return None
    free = meeting.is_second and state.needed is None
    return ev.VotesChanged(
        entitled=entitled,
        needed=None if free else quorum_needed(state.rules.quorum, len(entitled)),
        organisations=tuple(o for o in entitled if o not in state.entitled),
    )
