"""Items that were put off and came back: a later word about them lifts it.

Whoever postpones or drops an item and decides it after all in the same meeting has
decided it. Nothing is taken out of the log; the state is drawn without what was lifted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.about import choice_of, own_block
from kooperation_tui.domain.ballots import Result
from kooperation_tui.domain.model import AgendaItem, Value
from kooperation_tui.domain.state import Counting, Wording, WordingState

_PUTS_OFF = (ev.OutcomeKind.POSTPONED, ev.OutcomeKind.DROPPED)
_DECIDED = (WordingState.CARRIED, WordingState.REJECTED)

Place = tuple[dt.datetime, int]
"""The minute an event holds at, and its `seq`: the order of the log within a minute."""


class _Decided(Value):
    """A result of an item's wording, and the points of the agreement it is about."""

    at: dt.datetime
    seq: int
    item: str
    wording: str
    points: tuple[str, ...]


def place_in_log(event: ev.Event) -> Place:
    """Where an event stands among the others; seconds say nothing beside a typed minute."""
    return event.at.replace(second=0, microsecond=0), event.seq


def lifted(
    events: Iterable[ev.Event],
    items: Mapping[str, AgendaItem],
    wordings: Mapping[str, Wording],
    countings: Mapping[str, Counting],
) -> dict[str, str]:
    """Events by which an item was put off and that hold no more.

    A decision about the item lifts it, and another outcome of it. What was said of a
    point of the agreement needs one about that point, what was said of several points
    decisions about all of them: until then the rest waits.

    Returns:
        Event id -> id of the wording that was decided since, '' if an outcome was said.
    """
    events = tuple(events)
    outcomes = [(e, e.what) for e in events if isinstance(e.what, ev.Outcome)]
    put_off = [(e, what) for e, what in outcomes if what.kind in _PUTS_OFF]
    if not put_off:
        return {}
    decided = tuple(_decided(events, wordings, countings))
    found: dict[str, str] = {}
    for event, what in put_off:
        points = _points(what, items.get(what.item))
        about = tuple(d for d in decided if d.item == what.item)
        by = _deciding(points, about, place_in_log(event))
        if by:
            found[event.id] = by
        elif any(
            o.item == what.item
            and o.kind is not what.kind
            and _points(o, items.get(o.item)) == points
            and e.seq > event.seq
            for e, o in outcomes
        ):
            found[event.id] = ""
    return found


def _points(outcome: ev.Outcome, item: AgendaItem | None) -> tuple[str, ...]:
    """The points an outcome is about: the one it names, else those its item decides on."""
    return (outcome.point,) if outcome.point else own_block(item) or choice_of(item)


def _deciding(points: tuple[str, ...], decided: Iterable[_Decided], since: Place) -> str:
    """The wording since then with which all of these points are decided; '' if one waits."""
    open_ones = set(points)
    for decision in decided:
        open_ones -= set(decision.points)
        if not open_ones and (decision.at, decision.seq) > since:
            return decision.wording
    return ""


def _decided(
    events: Iterable[ev.Event],
    wordings: Mapping[str, Wording],
    countings: Mapping[str, Counting],
) -> Iterator[_Decided]:
    """Results that stand, in the order of the log."""
    for event in sorted(events, key=place_in_log):
        wording = wordings.get(_settled(event, countings))
        if wording is None or wording.state not in _DECIDED:
            continue
        at, seq = place_in_log(event)
        yield _Decided(at=at, seq=seq, item=wording.item, wording=wording.id, points=wording.points)


def _settled(event: ev.Event, countings: Mapping[str, Counting]) -> str:
    """The wording to which an event gave a result, '' if to none."""
    match event.what:
        case ev.WordingEnded(wording=wording, withdrawn=False):
            return wording
        case ev.Balloted(wording=wording, ballot=ballot):
            counts = ballot.binding and ballot.result is not Result.OPEN
            return wording if counts and not countings[event.id].void else ""
    return ""
