"""What happened in the room: opening, arrivals, departures, hand-overs, close.

None of it stands in a public version: it is names and times of attendance.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from kooperation_tui.documents import words
from kooperation_tui.documents.scene import Scene
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Role
from kooperation_tui.domain.state import Entry

_A_MOMENT = dt.timedelta(microseconds=1)


def happened(scene: Scene, entry: Entry) -> str:
    """The sentence for this entry, or an empty string."""
    match entry.what:
        case ev.Started():
            return _opening(scene, entry)
        case ev.Arrived(arrivals=arrivals):
            return _arrival(scene, entry, [a.organisation for a in arrivals])
        case ev.Left(organisations=organisations) | ev.Excused(organisations=organisations):
            return _departure(scene, entry, organisations)
        case ev.VotesChanged(entitled=entitled, organisations=joined) if joined:
            return scene.tr.t(
                "{who} has signed and votes from now on; {votes} have a vote.",
                who=scene.tr.join(scene.codes(joined)),
                votes=_partners(scene, len(entitled)),
            )
        case ev.RulesChanged(rules=rules, agreed=agreed):
            if not agreed:
                return scene.tr.t("From here on the rules count as a proposal.")
            if rules.deviations:
                return scene.tr.t("From here on the changed rules count.")
            return scene.tr.t("From here on the agreed rules count.")
        case ev.RoleTaken(role=role, person=person) if not scene.public:
            return _hand_over(scene, entry, role, person)
        case ev.Closed() if not scene.public:
            return _close(scene, entry)
        case ev.Recused(organisation=organisation) if not scene.public:
            return scene.tr.t(
                "{partner} does not vote because of a conflict of interest.",
                partner=scene.code(organisation),
            )
        case _:
            return ""


def _opening(scene: Scene, entry: Entry) -> str:
    tr, state = scene.tr, scene.state
    present = _presence(scene, entry.at)
    if scene.public:
        return present
    who = scene.person(state.holder(Role.FACILITATOR, entry.at))
    time = scene.clock(entry.at)
    if not who:
        return tr.t("The meeting begins at {time}. {present}", time=time, present=present)
    return tr.t("{who} opens the meeting at {time}. {present}", who=who, time=time, present=present)


def _presence(scene: Scene, at: dt.datetime) -> str:
    tr, state = scene.tr, scene.state
    votes = state.votes(at)
    count, total = len(_represented(scene, at)), len(votes.entitled)
    if votes.needed is None:
        return tr.n(
            "{count} of {all} partners is represented.",
            "{count} of {all} partners are represented.",
            count,
            all=total,
        )
    if count >= votes.needed:
        return tr.n(
            "{count} of {all} partners is represented; the meeting is quorate.",
            "{count} of {all} partners are represented; the meeting is quorate.",
            count,
            all=total,
        )
    return tr.n(
        "{count} of {all} partners is represented; the meeting is not quorate.",
        "{count} of {all} partners are represented; the meeting is not quorate.",
        count,
        all=total,
    )


def _represented(scene: Scene, at: dt.datetime) -> tuple[str, ...]:
    """Who is represented in a moment, with those who leave in this very moment."""
    left = {p.organisation for p in scene.state.presences if p.start == p.end == at}
    here = left.union(scene.state.represented(at))
    return tuple(o for o in scene.state.votes(at).entitled if o in here)


def _after_start(scene: Scene, entry: Entry) -> bool:
    begun = scene.state.started_at
    return begun is not None and scene.local(entry.at) > scene.local(begun)


def _arrival(scene: Scene, entry: Entry, organisations: Iterable[str]) -> str:
    tr, state = scene.tr, scene.state
    if not _after_start(scene, entry):
        return ""
    before, now = state.represented(entry.at - _A_MOMENT), state.represented(entry.at)
    new = [o for o in dict.fromkeys(organisations) if o in now and o not in before]
    if not new:
        return ""
    needed = state.votes(entry.at).needed
    regained = needed is not None and len(before) < needed <= len(now)
    quorum = tr.t("From here on the meeting is quorate.") if regained else ""
    if scene.public:
        return quorum
    said = tr.n(
        "{who} arrives at {time}; {votes} are now represented.",
        "{who} arrive at {time}; {votes} are now represented.",
        len(new),
        who=tr.join(scene.codes(tuple(new))),
        time=scene.clock(entry.at),
        votes=_partners(scene, len(now)),
    )
    return f"{said} {quorum}".rstrip()


def _departure(scene: Scene, entry: Entry, organisations: Iterable[str]) -> str:
    tr, state, begun = scene.tr, scene.state, scene.state.started_at
    if begun is None or entry.at < begun or entry.at == state.ended_at != begun:
        return ""
    before, now = state.represented(entry.at - _A_MOMENT), state.represented(entry.at)
    if entry.at == begun:
        before = _represented(scene, begun)
    gone = [o for o in dict.fromkeys(organisations) if o in before and o not in now]
    if not gone:
        return ""
    needed = state.votes(entry.at).needed
    lost = needed is not None and len(now) < needed <= len(before)
    quorum = tr.t("From here on the meeting is not quorate.") if lost else ""
    if scene.public:
        return quorum
    said = tr.n(
        "{who} leaves at {time}; {votes} are represented afterwards.",
        "{who} leave at {time}; {votes} are represented afterwards.",
        len(gone),
        who=tr.join(scene.codes(tuple(gone))),
        time=scene.clock(entry.at),
        votes=_partners(scene, len(now)),
    )
    return f"{said} {quorum}".rstrip()


def _partners(scene: Scene, count: int) -> str:
    return scene.tr.n("{count} partner", "{count} partners", count)


def _hand_over(scene: Scene, entry: Entry, role: Role, person: str) -> str:
    tr = scene.tr
    if not _after_start(scene, entry):
        return ""
    before = scene.state.holder(role, entry.at - _A_MOMENT)
    if before == person:
        return ""
    change, time = words.role_change(tr, role), scene.clock(entry.at)
    if not person:
        return tr.t("{change} at {time}: nobody.", change=change, time=time)
    if not before:
        return tr.t(
            "{change} at {time}: {who} takes over.",
            change=change,
            time=time,
            who=scene.who(person),
        )
    return tr.t(
        "{change} at {time}: {who} takes over from {before}.",
        change=change,
        time=time,
        who=scene.who(person),
        before=scene.who(before),
    )


def _close(scene: Scene, entry: Entry) -> str:
    who = scene.person(scene.state.holder(Role.FACILITATOR, entry.at - _A_MOMENT))
    time = scene.clock(entry.at)
    if not who:
        return scene.tr.t("The meeting closes at {time}.", time=time)
    return scene.tr.t("{who} closes the meeting at {time}.", who=who, time=time)
