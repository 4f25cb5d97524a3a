"""How a decision goes on after it was taken: carried out, superseded, revoked, expired.

The wording never changes (I-09): whatever differs is a new decision, and the old one
says which. What still rests on a decision keeps it in force.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.applied import Application, ApplicationStatus
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    POINT_BLOCKS,
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Minutes,
    Organisation,
    Version,
    VersionStatus,
)

HOLDS = (DecisionStatus.IN_FORCE, DecisionStatus.CARRIED_OUT)
"""A decision that was carried out holds as well."""
ENDED = (DecisionStatus.SUPERSEDED, DecisionStatus.REVOKED, DecisionStatus.EXPIRED)
CHANGEABLE = (*HOLDS, *ENDED)
"""Between these people move a decision; the others are results of a meeting."""
FAILED = (DecisionStatus.REJECTED, DecisionStatus.NOT_QUORATE, DecisionStatus.VOID)
"""These keep their status; a later decision may have taken their place."""


def numbered(data: Data, number: str) -> Decision | None:
    """The decision with this number, in any case."""
    wanted = number.strip().casefold()
    return next((d for d in data.rows(Decision) if d.number.casefold() == wanted), None)


def choices(decision: Decision) -> tuple[DecisionStatus, ...]:
    """Where a decision may stand next, its present status first."""
    if decision.status in FAILED:
        return (decision.status,)
    if decision.status not in CHANGEABLE:
        return ()
    return (decision.status, *(s for s in CHANGEABLE if s is not decision.status))


def change_standing(
    data: Data,
    moment: Moment,
    *,
    decision: str,
    status: DecisionStatus,
    by: str = "",
    on: dt.date | None = None,
    remark: str = "",
) -> Change:
    """Say where a decision (by id) stands now. `result` is the decision.

    Args:
        status: one of `choices`; in force again forgets how it ended.
        by: number of the decision that superseded or revoked it; needed for these two.
        on: from which day; today, or the day of that decision.
    """
    known = data.get(Decision, decision)
    if status not in choices(known):
        raise Refused(
            "{number} is the result of a meeting; void or repeat its ballot there.",
            number=known.number,
        )
    if status is DecisionStatus.IN_FORCE:
        back = msgspec.structs.replace(known, status=status, ended_by="", ended_on=None, remark="")
        return Change(puts=(back,) if back != known else (), result=back)
    later = _later(data, known, by) if by.strip() else None
    if later is None and status in (DecisionStatus.SUPERSEDED, DecisionStatus.REVOKED):
        raise Refused("Say which decision ended {number}.", number=known.number)
    _need_free(data, known, status)
    day = on or (later.decided_on if later is not None else moment.today)
    if day < known.decided_on:
        raise Refused(
            "{number} was taken on {day}; it cannot end before.",
            number=known.number,
            day=known.decided_on,
        )
    changed = msgspec.structs.replace(
        known,
        status=status,
        ended_by=later.number if later is not None else "",
        ended_on=day,
        remark=remark.strip(),
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def _later(data: Data, known: Decision, by: str) -> Decision:
    """The decision that ended this one: another, not earlier, and in force."""
    later = numbered(data, by)
    if later is None or later.status not in HOLDS or later.id == known.id:
        raise Refused("There is no decision {number} in force.", number=by.strip())
    if later.decided_on < known.decided_on:
        raise Refused("{later} was taken before {number}.", later=later.number, number=known.number)
    return later


def _need_free(data: Data, known: Decision, status: DecisionStatus) -> None:
    """Raises Refused while something rests on the decision."""
    for block in data.rows(Block):
        if block.state is BlockState.AGREED and block.decision == known.number:
            if block.key in POINT_BLOCKS:
                raise Refused(
                    "Point {point} of the agreement rests on {number}; decide it anew or set it "
                    "back on F6 first.",
                    point=POINT_BLOCKS.index(block.key) + 1,
                    number=known.number,
                )
            raise Refused(
                "The block “{key}” of the agreement rests on {number}; decide it anew or set it "
                "back on F6 first.",
                key=block.key,
                number=known.number,
            )
    for version in data.rows(Version):
        if version.decision == known.number and version.status is not VersionStatus.SUPERSEDED:
            raise Refused(
                "Version {version} of the agreement was adopted by {number}; a new version takes "
                "its place, then this decision can end.",
                version=version.number,
                number=known.number,
            )
    for one in data.rows(Application):
        if one.decision == known.number and one.status is ApplicationStatus.ACCEPTED:
            raise Refused(
                "{code} was admitted by {number} and has not signed yet.",
                code=data.get(Organisation, one.organisation).code,
                number=known.number,
            )
    if status in ENDED and any(m.approved_by == known.number for m in data.rows(Minutes)):
        raise Refused("{number} approved minutes; they are only corrected.", number=known.number)


def successor(data: Data, decision: Decision) -> Decision | None:
    """The decision that superseded or revoked this one, if it is in the file."""
    return numbered(data, decision.ended_by) if decision.ended_by else None
