"""Which blocks of the agreement a wording is about: what its item is about, unless it is said."""

from __future__ import annotations

from kooperation_tui.domain.model import AgendaItem, Subject
from kooperation_tui.domain.state import MeetingState


def own_block(item: AgendaItem | None) -> tuple[str, ...]:
    """The block that every wording of an item is about; () unless the item is about just one."""
    blocks = _blocks(item)
    return blocks if len(blocks) == 1 else ()


def choice_of(item: AgendaItem | None) -> tuple[str, ...]:
    """The blocks among which a wording of an item has to choose; () if there is no choice."""
    blocks = _blocks(item)
    return blocks if len(blocks) > 1 else ()


def to_choose(state: MeetingState) -> tuple[str, ...]:
    """The blocks among which the open wording still has to choose; () if it need not."""
    wording = state.wording(state.open_wording)
    if wording is None or wording.points or wording.no_point:
        return ()
    known = state.item(wording.item)
    return choice_of(known.item if known is not None else None)


def _blocks(item: AgendaItem | None) -> tuple[str, ...]:
    return item.points if item is not None and item.subject is Subject.AGREEMENT else ()
