"""The details of what was recorded, from the events themselves."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.capture.echo_ballots import ballot_parts
from kooperation_tui.capture.echo_names import block_name, role_name, status_name
from kooperation_tui.capture.echo_types import Part, Tone
from kooperation_tui.capture.echo_view import View
from kooperation_tui.capture.echo_words import words_of
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.about import to_choose
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.helping import helpers_for
from kooperation_tui.domain.model import (
    Action,
    Body,
    Disposition,
    ParkingItem,
)


def parts_of(view: View) -> Iterator[Part]:
    """The details of every event of a change."""
    for event in view.events:
        yield from _parts(event, view)


def _parts(event: ev.Event, view: View) -> Iterator[Part]:
    match event.what:
        case ev.ActionTaken():
            yield from _action(event.what, event, view)
        case ev.ActionProgressed():
            yield from _progress(event.what, event, view)
        case ev.Parked() | ev.ParkingDisposed():
            yield from _parking(event.what, view)
        case ev.Arrived() | ev.Left() | ev.Excused() | ev.GuestCame() | ev.GuestLeft():
            yield from _people(event.what, view)
        case ev.Balloted(ballot=ballot, number=number):
            state = state_of(view.data, event.meeting)
            counted = state.votes().rules.abstentions_count
            yield Part(text=number, tone=Tone.LABEL)
            yield from ballot_parts(ballot, abstentions_count=counted, tr=view.tr)
            if number and to_choose(state):
                said = view.tr.p("echo", "no point of the agreement takes its state from it")
                yield Part(text=said, tone=Tone.WARN)
        case ev.VotesChanged(entitled=entitled, organisations=ids):
            yield Part(text=_votes_changed(view, ids, len(entitled)), tone=Tone.WARN)
        case ev.RulesChanged():
            yield Part(text=_rules_changed(view, event.what), tone=Tone.WARN)
        case ev.RoleTaken(role=role, person=person):
            yield Part(text=role_name(role, view.tr))
            who = view.person(person, on=event.at.date()) or view.tr.p("echo", "nobody")
            yield Part(text=who, tone=Tone.PERSON)
        case _:
            yield from _run(event, view)
            yield from words_of(event, view)


def _votes_changed(view: View, joined: tuple[str, ...], entitled: int) -> str:
    tr = view.tr
    if not joined:
        return tr.p("echo", "now {count} partners have a vote", count=entitled)
    return tr.p(
        "echo",
        "{codes} votes from its signature on; {count} partners have a vote",
        codes=view.codes(joined),
        count=entitled,
    )


def _rules_changed(view: View, what: ev.RulesChanged) -> str:
    if not what.agreed:
        return view.tr.p("echo", "from here on the rules count as a proposal")
    if what.rules.deviations:
        return view.tr.p("echo", "from here on the changed rules count")
    return view.tr.p("echo", "from here on the agreed rules count")


def _action(what: ev.ActionTaken, event: ev.Event, view: View) -> Iterator[Part]:
    tr = view.tr
    yield Part(text=what.number, tone=Tone.LABEL)
    if what.owner or what.owner_organisation:
        who = view.person(what.owner, what.owner_organisation, on=event.at.date())
        yield Part(label=tr.p("echo", "who"), text=who, tone=Tone.PERSON)
    else:
        who = tr.p("echo", "nobody") + f" ({what.owner_reason})"
        yield Part(label=tr.p("echo", "who"), text=who, tone=Tone.WARN)
    helpers = ", ".join([*(view.code(h) for h in what.helpers), *what.outside])
    yield Part(label=tr.p("echo", "with"), text=helpers, tone=Tone.PERSON)
    if not helpers:
        yield _may_help(what, event, view)
    if what.due is not None:
        yield Part(label=tr.p("echo", "by"), text=tr.day_short(what.due), tone=Tone.DATE)
    elif what.due_reason:
        yield Part(text=tr.p("echo", "no date") + f" ({what.due_reason})", tone=Tone.DATE)
    else:
        yield Part(text=tr.p("echo", "no date yet"), tone=Tone.WARN)
    yield Part(text=what.title)


def _may_help(what: ev.ActionTaken, event: ev.Event, view: View) -> Part:
    """Partners that bring in something of the kind (point 2 of the agreement)."""
    own = (what.owner_organisation,)
    found = helpers_for(view.data, what.title, event.at.date(), without=own)
    codes = ", ".join(view.code(one.organisation) for one in found)
    return Part(label=view.tr.p("echo", "could help:"), text=codes, tone=Tone.DATE)


def _progress(what: ev.ActionProgressed, event: ev.Event, view: View) -> Iterator[Part]:
    tr = view.tr
    action = view.find(Action, what.action)
    if action is not None:
        yield Part(text=f"{action.number} {action.title}")
    if what.status is not None:
        yield Part(text=status_name(what.status, tr), tone=Tone.OK)
    if what.due is not None:
        yield Part(label=tr.p("echo", "by"), text=tr.day_short(what.due), tone=Tone.DATE)
        if what.was_due is not None:
            yield Part(label=tr.p("echo", "was"), text=tr.day_short(what.was_due), tone=Tone.DATE)
    if what.owner or what.owner_organisation:
        who = view.person(what.owner, what.owner_organisation, on=event.at.date())
        yield Part(label=tr.p("echo", "who"), text=who, tone=Tone.PERSON)
    yield Part(text=what.reason)


def _parking(what: ev.Parked | ev.ParkingDisposed, view: View) -> Iterator[Part]:
    tr = view.tr
    if isinstance(what, ev.Parked):
        yield Part(text=what.number, tone=Tone.LABEL)
        yield Part(label=tr.p("echo", "from"), text=view.code(what.by), tone=Tone.PERSON)
        yield Part(text=what.text)
        return
    topic = view.find(ParkingItem, what.parking)
    if topic is not None:
        yield Part(text=f"{topic.number} {topic.text}")
    match what.disposition:
        case Disposition.AGENDA:
            day = tr.day_short(what.target_on) if what.target_on else ""
            yield Part(label=tr.p("echo", "agenda of"), text=day, tone=Tone.DATE)
        case Disposition.BODY:
            body = view.find(Body, what.target)
            yield Part(label=tr.p("echo", "goes to"), text=body.name if body else what.note)
            if body is None:
                return
        case Disposition.ACTION:
            action = view.find(Action, what.target)
            yield Part(label=tr.p("echo", "becomes"), text=action.number if action else "")
        case Disposition.DROPPED:
            yield Part(text=tr.p("echo", "dropped"), tone=Tone.WARN)
        case _:
            pass
    yield Part(text=what.note)


def _people(
    what: ev.Arrived | ev.Left | ev.Excused | ev.GuestCame | ev.GuestLeft, view: View
) -> Iterator[Part]:
    tr = view.tr
    match what:
        case ev.Arrived(arrivals=arrivals):
            for arrival in arrivals:
                who = view.person(arrival.person, arrival.organisation)
                marks = [tr.p("echo", "deputy")] if arrival.deputy else []
                marks += [tr.p("echo", "online")] if arrival.remote else []
                yield Part(text=", ".join([who, *marks]), tone=Tone.PERSON)
        case ev.Left(organisations=ids) | ev.Excused(organisations=ids):
            yield Part(text=view.codes(ids), tone=Tone.PERSON)
        case ev.GuestCame(name=name, organisation=organisation):
            yield Part(text=name, tone=Tone.PERSON)
            yield Part(text=organisation)
            yield Part(text=tr.p("echo", "without a vote"), tone=Tone.LABEL)
        case ev.GuestLeft(name=name):
            yield Part(text=name, tone=Tone.PERSON)


def _run(event: ev.Event, view: View) -> Iterator[Part]:
    """The run of the meeting and the agenda."""
    tr = view.tr
    match event.what:
        case ev.Started():
            yield Part(text=tr.time(event.at), tone=Tone.DATE)
        case ev.Closed():
            yield Part(text=tr.time(event.at), tone=Tone.DATE)
        case ev.ItemBegan(item=item):
            yield Part(text=view.item(event.meeting, item))
        case ev.BreakBegan(minutes=minutes) if minutes:
            yield Part(text=tr.p("echo", "{minutes} min", minutes=minutes), tone=Tone.DATE)
        case ev.Extended(item=item, minutes=minutes):
            yield Part(text=view.item(event.meeting, item))
            yield Part(text=tr.p("echo", "{minutes} min more", minutes=minutes), tone=Tone.DATE)
        case ev.ItemAdded(item=added):
            yield Part(
                text=tr.p("echo", "item {number} {title}", number=added.number, title=added.title)
            )
            if added.minutes:
                yield Part(
                    text=tr.p("echo", "{minutes} min", minutes=added.minutes), tone=Tone.DATE
                )
        case ev.ItemMoved(item=item, before=before):
            yield Part(text=view.item(event.meeting, item))
            yield Part(label=tr.p("echo", "before"), text=view.item(event.meeting, before))
        case ev.ItemTimed(item=item, minutes=minutes):
            yield Part(text=view.item(event.meeting, item))
            yield Part(text=tr.p("echo", "{minutes} min", minutes=minutes), tone=Tone.DATE)
        case ev.Outcome(item=item, point=point, until=until):
            yield Part(text=view.item(event.meeting, item))
            yield Part(text=block_name(point, tr) if point else "")
            if until is not None:
                yield Part(label=tr.p("echo", "to"), text=tr.day_short(until), tone=Tone.DATE)
            elif event.what.kind is ev.OutcomeKind.POSTPONED:
                yield Part(
                    label=tr.p("echo", "to"), text=tr.p("echo", "the next meeting"), tone=Tone.DATE
                )
            yield Part(text=event.what.text)
        case ev.NextMeetingSet(start=start, place=place):
            day = f"{tr.day_short(start.date())} {tr.clock(start)}"
            yield Part(text=day, tone=Tone.DATE)
            yield Part(text=place)
