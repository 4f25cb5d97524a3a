"""Plan and log -> state. The one function everything is drawn from.

State is folded in `seq` order; who was there, who had which role and what ran
are looked up by time, so that a late line lands where it belongs (rules of the
log, 2). Folding computes no rule again: ballots, numbers and dates are read.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.attendance import guest_presences, presences, role_spans
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.lifting import lifted
from kooperation_tui.domain.model import Meeting, MeetingStatus
from kooperation_tui.domain.plan import entitled_partners, rules_in_force, rules_of
from kooperation_tui.domain.rules import quorum_needed
from kooperation_tui.domain.state import Entry, MeetingState, Phase
from kooperation_tui.domain.timeline import Timeline, item_states
from kooperation_tui.domain.votes import Votes
from kooperation_tui.domain.wordings import Wordings

_SETTLING = (
    *(ev.Revised, ev.Deleted, ev.EntryMoved, ev.Marked, ev.Continued, ev.Retracted),
    ev.Blanked,
)


def state_of(data: Data, meeting: str) -> MeetingState:
    """The state of a meeting, folded once for each view of the file."""
    known = data.derived.get(("state", meeting))
    if known is None:
        known = fold(data, data.get(Meeting, meeting), data.log(meeting))
        data.derived["state", meeting] = known
    assert isinstance(known, MeetingState)
    return known


def standing(log: Iterable[ev.Event]) -> tuple[ev.Event, ...]:
    """The events that were not taken back, in `seq` order."""
    log = sorted(log, key=lambda event: event.seq)
    gone = {event.what.event for event in log if isinstance(event.what, ev.Retracted)}
    return tuple(event for event in log if event.id not in gone)


def fold(data: Data, meeting: Meeting, log: Iterable[ev.Event]) -> MeetingState:
    """Fold plan and log into the state at the end of the log.

    Any order of `log` and any repetition of its events give the same state.
    """
    every = tuple({event.id: event for event in log}.values())
    events = standing(every)
    start = next((e for e in events if isinstance(e.what, ev.Started)), None)
    plan = start.what if start is not None else planned(data, meeting)
    assert isinstance(plan, ev.Started)
    begun = start.at if start is not None else None
    timeline = Timeline(plan, begun, events)
    words = Wordings(timeline)
    for event in events:
        words.take(event)
    votes = _votes(plan, start, events)
    gone = lifted(events, {i.id: i for i in timeline.order}, words.all, words.countings)
    by_time = sorted(events, key=lambda e: (e.at, e.seq))
    running, break_running = timeline.now
    return MeetingState(
        meeting=meeting.id,
        phase=_phase(meeting, timeline),
        rules=plan.rules,
        rules_agreed=plan.rules_agreed,
        entitled=votes[-1].entitled if votes else plan.entitled,
        needed=votes[-1].needed if votes else plan.needed,
        changed_votes=votes,
        started_at=begun,
        ended_at=timeline.ended,
        afterwards=plan.afterwards,
        last_at=max((e.at for e in every), default=None),
        last_line_at=max((e.at for e in events if not isinstance(e.what, _SETTLING)), default=None),
        last_seq=max((e.seq for e in every), default=0),
        items=item_states(timeline, [e for e in events if e.id not in gone]),
        running=running,
        break_running=break_running,
        entries=_entries(words, events, gone),
        presences=presences(by_time, begun, timeline.ended),
        expected=plan.expected,
        excused=_excused(plan, events),
        guests=guest_presences(by_time, begun, timeline.ended),
        expected_guests=plan.guests,
        roles=role_spans(plan.roles, by_time, begun, timeline.ended),
        wordings=tuple(words.all.values()),
        open_wording=words.open,
        countings=tuple(words.countings.values()),
        options=tuple(words.options.items()),
        bound_resistance=words.bound,
        corrections=tuple(e.what for e in events if isinstance(e.what, ev.Corrected)),
        annexes=tuple(
            words.text_of(e.id, text_in(e.what)) for e in _noted(events, words, ev.NoteKind.ANNEX)
        ),
        next_meeting=_next_meeting(events),
        gaps_flagged=tuple(e.id for e in _noted(events, words, ev.NoteKind.GAP)),
    )


def planned(data: Data, meeting: Meeting) -> ev.Started:
    """The plan as `/start` would copy it now."""
    rules = rules_of(data)
    entitled = entitled_partners(data, meeting)
    agreed = rules_in_force(data)
    needed = quorum_needed(rules.quorum, len(entitled))
    return ev.Started(
        items=meeting.items,
        roles=meeting.roles,
        expected=meeting.expected,
        guests=meeting.guests,
        entitled=entitled,
        rules=rules,
        rules_agreed=agreed,
        needed=None if meeting.is_second else needed,
    )


def _votes(
    plan: ev.Started, start: ev.Event | None, events: Iterable[ev.Event]
) -> tuple[Votes, ...]:
    """Who was entitled under which rules from when on, if that changed while it ran."""
    if start is None:
        return ()
    found = [
        Votes(
            start=start.at,
            entitled=plan.entitled,
            rules=plan.rules,
            agreed=plan.rules_agreed,
            needed=plan.needed,
        )
    ]
    for event in events:
        if isinstance(event.what, ev.VotesChanged | ev.RulesChanged) and event.seq > start.seq:
            found.append(_changed(found[-1], event.what, event.at))
    return tuple(found) if len(found) > 1 else ()


def _changed(votes: Votes, what: ev.VotesChanged | ev.RulesChanged, at: dt.datetime) -> Votes:
    if isinstance(what, ev.VotesChanged):
        entitled = what.entitled
        return msgspec.structs.replace(votes, start=at, entitled=entitled, needed=what.needed)
    return msgspec.structs.replace(
        votes, start=at, rules=what.rules, agreed=what.agreed, needed=what.needed
    )


def _phase(meeting: Meeting, timeline: Timeline) -> Phase:
    if timeline.ended is not None:
        return Phase.CLOSED
    if timeline.begun is None:
        closed = meeting.status is MeetingStatus.CLOSED
        return Phase.CLOSED if closed else Phase.PLANNED
    return Phase.PAUSED if timeline.now[1] else Phase.RUNNING


def _excused(plan: ev.Started, events: Iterable[ev.Event]) -> tuple[str, ...]:
    """Partners that said they are not coming, before or on the day."""
    found = {e.organisation: None for e in plan.expected if e.answer == "excused"}
    for event in events:
        if isinstance(event.what, ev.Excused):
            found.update(dict.fromkeys(event.what.organisations))
    return tuple(found)


def _next_meeting(events: Iterable[ev.Event]) -> ev.NextMeetingSet | None:
    found = [e.what for e in events if isinstance(e.what, ev.NextMeetingSet)]
    return found[-1] if found else None


def _noted(events: Iterable[ev.Event], words: Wordings, kind: ev.NoteKind) -> tuple[ev.Event, ...]:
    """Notes of a kind that were not struck out."""
    return tuple(
        e
        for e in events
        if isinstance(e.what, ev.Noted) and e.what.kind is kind and e.id not in words.deleted
    )


def _entries(
    words: Wordings, events: Iterable[ev.Event], gone: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Every line that can be shown, by time; `gone` are the outcomes that hold no more."""
    entries = [
        Entry(
            id=event.id,
            seq=event.seq,
            at=event.at,
            item=words.item_of(event),
            what=words.amended.get(event.id, event.what),
            text=words.text_of(event.id, text_in(event.what)),
            seat=event.seat,
            confidential=words.confidential(event),
            deleted=event.id in words.deleted,
            late=event.late,
            old=tuple(words.old.get(event.id, ())),
            remarks=tuple(words.remarks.get(event.id, ())),
            lifted=gone.get(event.id),
        )
        for event in events
        if not isinstance(event.what, _SETTLING)
    ]
    return tuple(sorted(entries, key=lambda entry: (entry.at, entry.seq)))


def text_in(what: ev.Payload) -> str:
    """The words a person typed for this event, '' if none."""
    match what:
        case (
            ev.Noted(text=text)
            | ev.Proposed(text=text)
            | ev.Parked(text=text)
            | ev.Objected(text=text)
            | ev.ObjectionSettled(text=text)
            | ev.OptionAdded(text=text)
            | ev.Outcome(text=text)
        ):
            return text
        case ev.ActionTaken(title=title):
            return title
        case ev.ActionProgressed(reason=reason) | ev.Voided(reason=reason):
            return reason
        case _:
            return ""


def minute(moment: dt.datetime) -> dt.datetime:
    """The moment without seconds: what a typed time and a document show."""
    return moment.replace(second=0, microsecond=0)
