"""What ran when: the items of a meeting as intervals on the clock."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import AgendaItem, ItemKind
from kooperation_tui.domain.state import ItemState, Span

Key = tuple[dt.datetime, int]


class Timeline:
    """Items by time.

    Marks are sorted by when they hold, then by `seq`: a `/next` recorded late
    takes everything after it along.
    """

    def __init__(
        self, plan: ev.Started, begun: dt.datetime | None, events: Iterable[ev.Event]
    ) -> None:
        self.begun = begun
        self.plan = plan
        self.order: list[AgendaItem] = list(plan.items)
        self.added: set[str] = set()
        self.moved: set[str] = set()
        self.minutes: dict[str, int] = {}
        self.unplanned: dict[str, AgendaItem] = {}
        self._keys: list[Key] = []
        self._what: list[tuple[str, str]] = []
        self.ended: dt.datetime | None = None
        run: list[ev.Event] = []
        for event in events:
            self._change_plan(event.what)
            if isinstance(
                event.what, ev.Started | ev.ItemBegan | ev.BreakBegan | ev.Resumed | ev.Closed
            ):
                run.append(event)
        for event in sorted(run, key=lambda e: (e.at, e.seq)):
            self._mark(event)

    def _change_plan(self, what: ev.Payload) -> None:
        match what:
            case ev.ItemAdded(item=item, before=before):
                self.order.insert(self._place(before), item)
                self.added.add(item.id)
            case ev.ItemMoved(item=identity, before=before):
                moving = next((i for i in self.order if i.id == identity), None)
                if moving is not None:
                    self.order.remove(moving)
                    self.order.insert(self._place(before), moving)
                    self.moved.add(identity)
            case ev.ItemTimed(item=identity, minutes=minutes):
                self.minutes[identity] = minutes
            case _:
                pass

    def _place(self, before: str) -> int:
        return next((n for n, i in enumerate(self.order) if i.id == before), len(self.order))

    def _mark(self, event: ev.Event) -> None:
        running, _ = self.now
        match event.what:
            case ev.Started(items=items):
                first = next((i.id for i in items if i.kind is not ItemKind.BREAK), "")
                self._append(event, first, "")
            case ev.ItemBegan(item=identity):
                item = next((i for i in self.order if i.id == identity), None)
                is_break = item is not None and item.kind is ItemKind.BREAK
                self._append(event, running if is_break else identity, identity * is_break)
            case ev.BreakBegan(minutes=minutes):
                self.unplanned[event.id] = AgendaItem(
                    id=event.id, number=0, title="", kind=ItemKind.BREAK, minutes=minutes
                )
                self._append(event, running, event.id)
            case ev.Resumed():
                self._append(event, running, "")
            case ev.Closed():
                self._append(event, "", "")
                self.ended = event.at
            case _:
                pass

    def _append(self, event: ev.Event, item: str, break_id: str) -> None:
        self._keys.append((event.at, event.seq))
        self._what.append((item, break_id))

    @property
    def now(self) -> tuple[str, str]:
        """The running item and the running break, each '' if none."""
        return self._what[-1] if self._what else ("", "")

    def item_at(self, key: Key) -> str:
        """The item that a line with this time and `seq` belongs to.

        In a break it is the item before; after the close the last one.
        """
        place = bisect_right(self._keys, key) - 1
        while place >= 0 and not self._what[place][0]:
            place -= 1
        return self._what[place][0] if place >= 0 else ""

    def runs(self) -> dict[str, list[Span]]:
        """Item or break id -> the stretches in which it ran."""
        found: dict[str, list[Span]] = {}
        for place, (item, break_id) in enumerate(self._what):
            identity = break_id or item
            if not identity:
                continue
            start = self._keys[place][0]
            last = place + 1 == len(self._keys)
            end = None if last else self._keys[place + 1][0]
            spans = found.setdefault(identity, [])
            if spans and spans[-1].end == start and place and not self._gap(place):
                spans[-1] = Span(start=spans[-1].start, end=end)
            else:
                spans.append(Span(start=start, end=end))
        return found

    def _gap(self, place: int) -> bool:
        before = self._what[place - 1]
        return (before[1] or before[0]) != (self._what[place][1] or self._what[place][0])


def item_states(timeline: Timeline, events: Iterable[ev.Event]) -> tuple[ItemState, ...]:
    """Items in the order they were treated, then those that wait.

    After the close what was not treated stands where the agenda had it.
    """
    runs = timeline.runs()
    outcomes: dict[str, list[ev.Outcome]] = {}
    extended: dict[str, int] = {}
    for event in events:
        if isinstance(event.what, ev.Outcome):
            outcomes.setdefault(event.what.item, []).append(event.what)
        elif isinstance(event.what, ev.Extended):
            extended[event.what.item] = extended.get(event.what.item, 0) + event.what.minutes
    order = _treated(timeline, runs)
    original = {item.id: place for place, item in enumerate(timeline.plan.items)}
    agenda = {item.id: place for place, item in enumerate(timeline.order)}
    return tuple(
        ItemState(
            item=item,
            runs=tuple(runs.get(item.id, ())),
            minutes=timeline.minutes.get(item.id, item.minutes),
            extended=extended.get(item.id, 0),
            outcomes=tuple(_about(item, one) for one in outcomes.get(item.id, ())),
            moved=_moved(place, order, original, runs, timeline.moved),
            added=item.id in timeline.added,
            planned=item.id not in timeline.unplanned,
            place=agenda.get(item.id, -1),
        )
        for place, item in enumerate(order)
    )


def _about(item: AgendaItem, outcome: ev.Outcome) -> ev.Outcome:
    """What ends the only point of an item ends the item."""
    if outcome.point and item.points == (outcome.point,):
        return msgspec.structs.replace(outcome, point="")
    return outcome


def _treated(timeline: Timeline, runs: dict[str, list[Span]]) -> list[AgendaItem]:
    ran = sorted((i for i in timeline.order if i.id in runs), key=lambda i: runs[i.id][0].start)
    if timeline.ended is None:
        order = ran + [item for item in timeline.order if item.id not in runs]
    else:
        in_turn = iter(ran)
        order = [next(in_turn) if item.id in runs else item for item in timeline.order]
    for identity, item in timeline.unplanned.items():
        start = runs[identity][0].start
        place = sum(1 for i in order if i.id in runs and runs[i.id][0].start < start)
        order.insert(place, item)
    return order


def _moved(
    place: int,
    order: list[AgendaItem],
    original: dict[str, int],
    runs: dict[str, list[Span]],
    moved: set[str],
) -> bool:
    item = order[place]
    if item.id not in original or item.kind is ItemKind.BREAK:
        return False
    passed = [
        other
        for other in order[place + 1 :]
        if original.get(other.id, len(order)) < original[item.id]
        and other.kind is not ItemKind.BREAK
    ]
    if item.id in runs:
        passed = [other for other in passed if other.id in runs] or (
            passed if item.id in moved else []
        )
        return bool(passed)
    return bool(passed) and item.id in moved
