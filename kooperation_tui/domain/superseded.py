"""Decisions whose place a later one took, as a matter of course (domain 4.1).

A decision about blocks of the agreement is superseded once each of them was decided on
again, one that adopted a version once that version is. It is derived and stored nowhere:
with the later decision it goes as well. A point that still rests on a decision keeps it
in force; a version was adopted as a whole.
"""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.commands.decisions import ENDED, HOLDS
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import natural_order
from kooperation_tui.domain.versions import versions

_CARRIED = (*HOLDS, *ENDED)
_WAS_VALID = (VersionStatus.IN_FORCE, VersionStatus.SUPERSEDED)


def decisions_now(data: Data) -> tuple[Decision, ...]:
    """All decisions as they stand now: superseded ones name what took their place."""
    found = data.rows(Decision)
    carried = sorted((d for d in found if d.status in _CARRIED), key=_order)
    about: dict[str, list[Decision]] = {}
    for one in carried:
        for key in one.points:
            about.setdefault(key, []).append(one)
    adopted = {v.decision: v for v in versions(data) if v.decision}
    agreed = {b.decision for b in data.rows(Block) if b.state is BlockState.AGREED}

    def now(one: Decision) -> Decision:
        if one.status is not DecisionStatus.IN_FORCE:
            return one
        if one.number in adopted:
            return _after_version(data, adopted[one.number], one)
        return one if one.number in agreed else _decided_again(one, about)

    return tuple(map(now, found))


def as_it_stands(data: Data, decision: Decision) -> Decision:
    """One decision as it stands now."""
    return next((d for d in decisions_now(data) if d.id == decision.id), decision)


def ended_by(data: Data, decision: Decision) -> tuple[Decision, ...]:
    """The decisions that this one took the place of or revoked."""
    return tuple(d for d in decisions_now(data) if d.ended_by == decision.number)


def _order(decision: Decision) -> tuple[object, ...]:
    return decision.decided_on, natural_order(decision.number)


def _decided_again(one: Decision, about: dict[str, list[Decision]]) -> Decision:
    """Superseded by the last that was needed to decide on all of its blocks again."""
    firsts = []
    for key in one.points:
        later = next((d for d in about[key] if _order(d) > _order(one)), None)
        if later is None:
            return one
        firsts.append(later)
    return _superseded(one, max(firsts, key=_order)) if firsts else one


def _after_version(data: Data, version: Version, one: Decision) -> Decision:
    """Superseded by the decision that adopted the version which took that one's place."""
    if version.status is not VersionStatus.SUPERSEDED:
        return one
    known = versions(data)
    after = next((v for v in known[known.index(version) + 1 :] if v.status in _WAS_VALID), None)
    rows = data.rows(Decision)
    later = next((d for d in rows if after is not None and d.number == after.decision), None)
    if later is not None:
        return _superseded(one, later)
    on = after.valid_from if after is not None else None
    return msgspec.structs.replace(one, status=DecisionStatus.SUPERSEDED, ended_on=on)


def _superseded(one: Decision, later: Decision) -> Decision:
    return msgspec.structs.replace(
        one,
        status=DecisionStatus.SUPERSEDED,
        ended_by=later.number,
        ended_on=later.decided_on,
    )
