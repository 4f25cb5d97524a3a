"""Rows follow their lines: a late or moved line may come under another item."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Action, ParkingItem, Record

_SHIFTING = (ev.ItemBegan, ev.BreakBegan, ev.Retracted, ev.EntryMoved)


def realigned(data: Data, meeting: str, change: Change, *, late: bool) -> Change:
    """A change with the rows of actions and topics whose entries it moves to another item."""
    events: tuple[ev.Event, ...] = change.result
    shifting = any(isinstance(e.what, _SHIFTING) for e in events)
    moved = any(isinstance(e.what, ev.EntryMoved | ev.Retracted) for e in events)
    if not (shifting and (late or moved)):
        return change
    after = data.apply(change)
    state = state_of(after, meeting)
    puts: list[Record] = []
    for entry in state.entries:
        known = state.item(entry.item)
        number = known.item.number if known is not None else 0
        row: Action | ParkingItem | None = None
        if isinstance(entry.what, ev.ActionTaken):
            row = after.find(Action, entry.what.action)
        elif isinstance(entry.what, ev.Parked):
            row = after.find(ParkingItem, entry.what.parking)
        if row is not None and row.item != number:
            puts.append(msgspec.structs.replace(row, item=number))
    if not puts:
        return change
    replaced = {record.id for record in puts}
    kept = tuple(r for r in change.puts if r.id not in replaced)
    return Change(puts=(*kept, *puts), deletes=change.deletes, result=change.result)
