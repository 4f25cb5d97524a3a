"""Partners that were missing several times in a row, to be talked to (point 3).

The program notices and proposes; it never takes a vote away.
"""

from __future__ import annotations

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import fold
from kooperation_tui.domain.model import Body, BodyKind, Meeting, MeetingStatus, Value
from kooperation_tui.domain.plan import meetings, partners, rules_of
from kooperation_tui.domain.state import MeetingState

_FARTHEST = 12
"""Meetings that are looked back at."""


class Absence(Value):
    """A partner (by id) and the meetings in a row it missed without a word, newest first."""

    organisation: str
    meetings: tuple[str, ...]

    @property
    def in_a_row(self) -> int:
        return len(self.meetings)


def absences(data: Data, limit: int | None = None) -> tuple[Absence, ...]:
    """Partners that missed at least `limit` network meetings in a row.

    Only closed meetings with a log count, only those in which the partner was
    entitled. Whoever was there for a while or excused breaks the row.

    Args:
        limit: from how many; without it as the rules say, 0 for never.
    """
    wanted = rules_of(data).absence_limit if limit is None else limit
    if not wanted:
        return ()
    known = data.derived.get(("absences", wanted))
    if known is None:
        known = data.derived["absences", wanted] = _absences(data, wanted)
    assert isinstance(known, tuple)
    return known


def _absences(data: Data, limit: int) -> tuple[Absence, ...]:
    rows: dict[str, list[str]] = {}
    open_rows = {o.id for o in partners(data)}
    for meeting in held(data)[:_FARTHEST]:
        if not open_rows:
            break
        known = data.derived.get(("state", meeting.id))
        # Looked at once: a dozen folded meetings need not be kept for that.
        state = (
            known if isinstance(known, MeetingState) else fold(data, meeting, data.log(meeting.id))
        )
        there = {p.organisation for p in state.presences} | set(state.excused)
        for identity in state.entitled:
            if identity not in open_rows:
                continue
            if identity in there:
                open_rows.discard(identity)
            else:
                rows.setdefault(identity, []).append(meeting.id)
    return tuple(
        Absence(organisation=o.id, meetings=tuple(rows[o.id]))
        for o in partners(data)
        if len(rows.get(o.id, ())) >= limit
    )


def held(data: Data) -> list[Meeting]:
    """Closed network meetings that have a log, the newest first."""
    plenaries = {b.id for b in data.rows(Body) if b.kind is BodyKind.PLENARY}
    return [
        m
        for m in reversed(meetings(data))
        if m.status is MeetingStatus.CLOSED and m.body in plenaries and m.started_at is not None
    ]
