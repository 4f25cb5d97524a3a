"""Wordings that were prepared for an item: of its blocks of the agreement, and its own."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import BlockState, Subject, Value
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.state import ItemState, MeetingState, Phase, WordingState
from kooperation_tui.domain.versions import normal, placeholders

_UNSETTLED = (BlockState.OPEN, BlockState.DRAFT)


class Prepared(Value):
    """A wording to decide on; `key` is the block of the agreement it is for, '' for none."""

    text: str
    key: str = ""


def prepared_now(data: Data, state: MeetingState) -> tuple[Prepared, ...]:
    """What waits to be decided under the running item; () while a wording is open."""
    item = state.running_item
    if item is None or state.phase is not Phase.RUNNING or state.open_wording:
        return ()
    decided = {
        normal(w.text).strip()
        for w in state.wordings
        if w.item == item.item.id and w.state is not WordingState.WITHDRAWN
    }
    found: dict[str, Prepared] = {}
    for one in _waiting(data, item):
        words = normal(one.text).strip()
        if words and words not in decided and not placeholders(one.text):
            found.setdefault(words, one)
    return tuple(found.values())


def _waiting(data: Data, item: ItemState) -> Iterator[Prepared]:
    """The texts of blocks that are not settled, then the item's own wording."""
    agreement = item.item.subject is Subject.AGREEMENT
    points = item.item.points if agreement else ()
    settled = False
    for key in points:
        block = block_of(data, key)
        if block is None or block.state in _UNSETTLED:
            yield Prepared(text=block.text.strip() if block is not None else "", key=key)
        else:
            settled = True
    if not settled:
        own = points[0] if len(points) == 1 else ""
        yield Prepared(text=item.item.wording.strip(), key=own)
