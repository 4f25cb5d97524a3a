"""Items that earlier meetings put off or never came to, and how often (I-21)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    AgendaItem,
    Block,
    BlockState,
    ItemKind,
    Meeting,
    MeetingStatus,
    Value,
)
from kooperation_tui.domain.plan import preceding
from kooperation_tui.domain.running import has_outcome, is_waiting
from kooperation_tui.domain.state import ItemState, MeetingState, Phase

FRAME = (ItemKind.FORMAL, ItemKind.BREAK, ItemKind.AOB, ItemKind.CLOSING)
"""Every meeting has these of its own; they are never carried over."""


class Postponed(Value):
    """An item, or one point of it, that waits for another meeting.

    `source` is what the item of a later agenda remembers; `points` the blocks of the
    agreement that wait with it; `until` the day it was put off to, None for the next
    meeting; `times` counts the postponements of this item and of those it came from,
    0 if nobody came to it.
    """

    source: str
    item: AgendaItem
    meeting: str
    times: int
    point: str = ""
    points: tuple[str, ...] = ()
    until: dt.date | None = None
    why: str = ""


def source_of(item: str, point: str = "") -> str:
    """The source of an item carried over: ``item:ID``, of a point ``item:ID:p9``."""
    return f"item:{item}:{point}" if point else f"item:{item}"


def postponed(data: Data, meeting: Meeting) -> tuple[Postponed, ...]:
    """What earlier meetings of the same body left for a later one, oldest first.

    A meeting is folded only if its log or its plan says that something is left.
    """
    earlier = preceding(data, meeting)
    left = _left_behind(data, earlier)
    waiting: dict[str, Postponed] = {}
    for each in earlier:
        state = state_of(data, each.id) if each.id in left else None
        items = [i.item for i in state.items] if state is not None else list(each.items)
        before = _taken_up(waiting, items)
        if state is not None:
            for found in _of_meeting(state, before):
                waiting[found.source] = found
    open_ones = [_unsettled(data, left) for left in waiting.values()]
    return tuple(left for left in open_ones if left.points or not (left.point or left.item.points))


def _left_behind(data: Data, earlier: Iterable[Meeting]) -> set[str]:
    """Ids of meetings in which something was put off or not reached.

    Rows are read as the file has them: turning ten years of logs into records
    for the few lines that count would take a second.
    """
    put_off: set[str] = set()
    touched: set[str] = set()
    begun: dict[str, str] = {}
    for row in data.tables.get(ev.Event.TABLE, {}).values():
        what = row["what"]
        match what["type"]:
            case "outcome":
                touched.add(what["item"])
                if what["kind"] == ev.OutcomeKind.POSTPONED.value:
                    put_off.add(row["meeting"])
            case "item_began":
                touched.add(what["item"])
            case "started":
                begun[row["meeting"]] = ""
            case _:
                pass
    missed = {
        m.id
        for m in earlier
        if m.status is MeetingStatus.CLOSED
        and m.id in begun
        # The first item runs from the start on.
        and any(i.id not in touched for i in m.items[1:] if i.kind not in FRAME)
    }
    return put_off | missed


def _taken_up(waiting: dict[str, Postponed], items: Iterable[AgendaItem]) -> dict[str, int]:
    """Take what these items take up out of `waiting`; item -> postponements so far."""
    times: dict[str, int] = {}
    for item in items:
        for source in [s for s, p in waiting.items() if covers(item, p)]:
            times[item.id] = max(times.get(item.id, 0), waiting.pop(source).times)
    return times


def covers(item: AgendaItem, waiting: Postponed) -> bool:
    """Whether an item of a later agenda is the one that was put off."""
    if item.source == waiting.source:
        return True
    if waiting.points and set(waiting.points) <= set(item.points):
        return True
    return not waiting.point and item.kind not in FRAME and same_title(item, waiting.item.title)


def same_title(item: AgendaItem, title: str) -> bool:
    """Whether an item has this title, in any case and with any blanks."""
    return item.title.casefold().split() == title.casefold().split()


def _of_meeting(state: MeetingState, before: dict[str, int]) -> list[Postponed]:
    found = []
    for item in state.items:
        found += _of_item(state, item, before.get(item.item.id, 0))
    return found


def _of_item(state: MeetingState, item: ItemState, before: int) -> list[Postponed]:
    """Where an item stands at the end: the last word about it, and about each point."""
    if item.item.kind in FRAME:
        return []
    last = {outcome.point: outcome for outcome in item.outcomes}
    found = [
        Postponed(
            source=source_of(item.item.id, point),
            item=item.item,
            meeting=state.meeting,
            times=before + 1,
            point=point,
            points=(point,) if point else _rest(item, last),
            until=outcome.until,
            why=outcome.text,
        )
        for point, outcome in last.items()
        if outcome.kind is ev.OutcomeKind.POSTPONED
    ]
    missed = state.phase is Phase.CLOSED and is_waiting(item) and not item.outcomes
    if missed and not has_outcome(state, item.item.id):
        found.append(
            Postponed(
                source=source_of(item.item.id),
                item=item.item,
                meeting=state.meeting,
                times=before,
                points=item.item.points,
            )
        )
    return found


def _rest(item: ItemState, last: Mapping[str, ev.Outcome]) -> tuple[str, ...]:
    """The points of an item that its own outcome is about: those that have none of theirs."""
    return tuple(key for key in item.item.points if key not in last)


def _unsettled(data: Data, left: Postponed) -> Postponed:
    """It without the points that were agreed since, or are not needed.

    A point that was agreed before is to be changed, and waits like anything else.
    """
    day = data.get(Meeting, left.meeting).start.date()
    blocks = {block.key: block for block in data.rows(Block)}
    waits = (k for k in left.points if k not in blocks or not _is_done(blocks[k], day))
    return msgspec.structs.replace(left, points=tuple(waits))


def _is_done(block: Block, since: dt.date) -> bool:
    """Settled since that day; what was agreed on paper before is if it was written down since."""
    if block.state is BlockState.NOT_NEEDED:
        return True
    days = (block.agreed_on, block.written_on)
    return block.state is BlockState.AGREED and any(d is not None and d >= since for d in days)
