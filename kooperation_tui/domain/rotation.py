"""Whose turn it is to facilitate, to write, to watch the time (point 4), and why."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.absences import held
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.gaps import Gap
from kooperation_tui.domain.model import (
    Answer,
    DelegationKind,
    Meeting,
    Organisation,
    Person,
    Role,
    Value,
)
from kooperation_tui.domain.plan import (
    day_of,
    delegations,
    entitled_partners,
    following,
    organisations_of,
    partners,
    preceding,
)
from kooperation_tui.domain.role_rules import in_order, next_writes

BACK = 8
"""Meetings that are looked back at."""
ROTATING = (Role.FACILITATOR, Role.MINUTES, Role.TIMEKEEPER)
"""Roles that take turns (domain P4), in the order in which they are filled."""


class Turn(Value):
    """Somebody who could take a role: ids, and what speaks for it.

    `present` of `of` meetings they were there, `times` they had the role, last on
    `last`. `why` is that as a message id with its places; `by` the block of the
    agreement whose wording says so, '' for a proposal of the program.
    """

    person: str
    organisation: str
    present: int
    of: int
    times: int
    last: dt.date | None
    why: Gap
    by: str = ""


def turns(data: Data, meeting: Meeting, role: Role) -> tuple[Turn, ...]:
    """Everybody who could take a role in a planned meeting, whose turn it is first.

    What points 4 and 6 say of it comes first. Else whoever had the role least often for
    the meetings they were at, then whose last time is longest ago, then delegates before
    deputies, in the order of the partners. Left out are excused partners and people who
    already have another role in this meeting or do not want this one. Whoever is proposed
    for a role before this one comes last: nobody is proposed twice while others can.
    """
    found = _ranked(data, meeting, role)
    if role is Role.FACILITATOR and in_order(data):
        return _in_order(data, found, _led_before(data, meeting))
    if role is Role.MINUTES and next_writes(data):
        found = _next_first(data, meeting, found)
        if found and found[0].by:
            return found
    taken = _proposed_before(data, meeting, role)
    free = tuple(turn for turn in found if turn.person not in taken)
    return (*free, *(turn for turn in found if turn.person in taken))


_BEGINS = M_("{name} ({code}) begins the order of the list of partners.")
_AFTER = M_("{name} ({code}) comes after {before} in the order of the list of partners.")
_LEADS_NEXT = M_("{name} ({code}) facilitates the next meeting and takes the minutes of this one.")


def _in_order(data: Data, found: tuple[Turn, ...], before: str) -> tuple[Turn, ...]:
    """Candidates in the order of the partners, the first one after a partner (by id)."""
    order = [o.id for o in partners(data)]
    start = order.index(before) + 1 if before in order else 0
    places = {o: place for place, o in enumerate((*order[start:], *order[:start]))}
    code = data.get(Organisation, before).code if before in order else ""
    message = _AFTER if code else _BEGINS
    ranked = sorted(found, key=lambda turn: places[turn.organisation])
    return tuple(_because(data, turn, "p4", message, before=code) for turn in ranked)


def _because(data: Data, turn: Turn, by: str, message: str, **more: object) -> Turn:
    name = data.get(Person, turn.person).name
    code = data.get(Organisation, turn.organisation).code
    why = Gap(message=message, args={"name": name, "code": code, **more})
    return msgspec.structs.replace(turn, why=why, by=by)


def _led_before(data: Data, meeting: Meeting) -> str:
    """The partner (by id) that facilitates last before a meeting; '' if nobody does."""
    for past in reversed(preceding(data, meeting)):
        spans = state_of(data, past.id).roles
        led = [s.person for s in spans if s.role is Role.FACILITATOR and s.person]
        found = organisations_of(data, led[0], day_of(data, past.start)) if led else ()
        if found:
            return found[0]
    return ""


def _next_first(data: Data, meeting: Meeting, found: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Whoever facilitates the next meeting before all others, if that is known."""
    after = following(data, meeting)
    person = _planned(after, Role.FACILITATOR) if after is not None else ""
    leads = _planned(meeting, Role.FACILITATOR)
    if not leads and (turn := proposal(data, meeting, Role.FACILITATOR)) is not None:
        leads = turn.person
    if not person and in_order(data) and leads:
        own = organisations_of(data, leads, day_of(data, meeting.start))
        ranked = _in_order(data, found, own[0] if own else "")
        person = ranked[0].person if ranked else ""
    first = tuple(t for t in found if t.person == person and person != leads)
    return (
        *(_because(data, turn, "p6", _LEADS_NEXT) for turn in first),
        *(turn for turn in found if turn not in first),
    )


def _planned(meeting: Meeting, role: Role) -> str:
    return next((p.person for p in meeting.roles if p.role is role), "")


def _proposed_before(data: Data, meeting: Meeting, role: Role) -> frozenset[str]:
    """Who is proposed for the open roles that come before this one."""
    planned = {plan.role for plan in meeting.roles}
    before = ROTATING[: ROTATING.index(role)] if role in ROTATING else ()
    firsts = (proposal(data, meeting, other) for other in before if other not in planned)
    return frozenset(turn.person for turn in firsts if turn is not None)


def _ranked(data: Data, meeting: Meeting, role: Role) -> tuple[Turn, ...]:
    past = [m for m in held(data) if m.start < meeting.start][:BACK]
    excused = {e.organisation for e in meeting.expected if e.answer is Answer.EXCUSED}
    busy = {p.person for p in meeting.roles if p.role is not role}
    busy |= {p.person for p in meeting.declined if p.role is role}
    there, served = _history(data, past, role)
    on = day_of(data, meeting.start)
    order = {o.id: place for place, o in enumerate(partners(data))}
    ranked: list[tuple[tuple[float, dt.date, bool, bool, int], Turn]] = []
    seen: set[str] = set()
    for organisation in entitled_partners(data, meeting):
        if organisation in excused:
            continue
        for spoken in delegations(data, organisation, on):
            if spoken.person in busy or spoken.person in seen:
                continue
            seen.add(spoken.person)
            turn = _turn(data, spoken.person, organisation, there, served, len(past))
            share = turn.times / max(turn.present, 1)
            deputy = spoken.kind is DelegationKind.DEPUTY
            away = bool(past) and not turn.present
            last = turn.last or dt.date.min
            ranked.append(((share, last, away, deputy, order[organisation]), turn))
    ranked.sort(key=lambda one: (one[0][2], *one[0]))
    return tuple(turn for _, turn in ranked)


def proposal(data: Data, meeting: Meeting, role: Role) -> Turn | None:
    """Whose turn it is, or None if nobody can."""
    found = turns(data, meeting, role)
    return found[0] if found else None


def _history(
    data: Data, past: list[Meeting], role: Role
) -> tuple[dict[str, int], dict[str, list[dt.date]]]:
    """How often people were there, and on which days they had the role, newest first."""
    there: dict[str, int] = {}
    served: dict[str, list[dt.date]] = {}
    for meeting in past:
        state = state_of(data, meeting.id)
        for person in {p.person for p in state.presences}:
            there[person] = there.get(person, 0) + 1
        for person in {s.person for s in state.roles if s.role is role}:
            served.setdefault(person, []).append(day_of(data, meeting.start))
    return there, served


_NO_PAST = M_("{name} ({code}): there is no meeting to look back at yet.")
_NOT_THERE_YET = M_("{name} ({code}) was not at the meeting before this one.")
_ONCE_THERE = M_("{name} ({code}) was at the meeting before this one and did not have this role.")
_ONCE_SERVED = M_("{name} ({code}) had this role at the meeting before this one, on {day}.")
_NEVER = M_(
    "{name} ({code}) was at {present} of the last {of} meetings and did not have this role."
)
_SERVED = M_(
    "{name} ({code}) was at {present} of the last {of} meetings and had this role in {times} of "
    "them, last on {day}."
)


def _turn(
    data: Data,
    person: str,
    organisation: str,
    there: dict[str, int],
    served: dict[str, list[dt.date]],
    of: int,
) -> Turn:
    days = served.get(person, [])
    places: dict[str, object] = {
        "name": data.get(Person, person).name,
        "code": data.get(Organisation, organisation).code,
        "present": there.get(person, 0),
        "of": of,
    }
    if not of:
        why = Gap(message=_NO_PAST, args=places)
    elif of == 1 and not days:
        there_then = _ONCE_THERE if places["present"] else _NOT_THERE_YET
        why = Gap(message=there_then, args=places)
    elif of == 1:
        why = Gap(message=_ONCE_SERVED, args={**places, "day": days[0]})
    elif not days:
        why = Gap(message=_NEVER, args=places)
    else:
        why = Gap(message=_SERVED, args={**places, "times": len(days), "day": days[0]})
    return Turn(
        person=person,
        organisation=organisation,
        present=there.get(person, 0),
        of=of,
        times=len(days),
        last=days[0] if days else None,
        why=why,
    )
