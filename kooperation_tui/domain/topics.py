"""What became of parked topics that went onto an agenda (I-21)."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import AgendaItem, Disposition, Meeting, ParkingItem
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.postponed import FRAME, same_title, source_of
from kooperation_tui.domain.running import has_outcome
from kooperation_tui.domain.state import ItemState, MeetingState


def treated_in(data: Data, topic: ParkingItem) -> Meeting | None:
    """The meeting that brought a parked topic to an end; None while it still waits.

    The way of the topic is followed from the item made of it: a decision, an
    action, "noted" or parking it anew ends it; put off or not reached, it goes
    on with the item of a later meeting that took that one up. Kept for this view
    of the file: it folds the meetings on the way.
    """
    if topic.disposition not in (Disposition.OPEN, Disposition.AGENDA, Disposition.BODY):
        return None
    key = ("treated", topic.id)
    if key not in data.derived:
        data.derived[key] = _followed(data, topic)
    found = data.derived[key]
    assert found is None or isinstance(found, Meeting)
    return found


def _followed(data: Data, topic: ParkingItem) -> Meeting | None:
    sources = {f"parking:{topic.id}"}
    began = False
    for meeting in meetings(data):
        if meeting.started_at is None or meeting.ended_at is None:
            continue
        aimed = topic.disposition is Disposition.AGENDA and meeting.id == topic.target
        by_title = topic.text if began or aimed else ""
        if not (aimed or any(_is_it(item, sources, by_title) for item in meeting.items)):
            continue
        state = state_of(data, meeting.id)
        for item in [i for i in state.items if _is_it(i.item, sources, by_title)]:
            if _ended(state, item):
                return meeting
            began = True
            sources.update(_carried_as(item))
    return None


def _is_it(item: AgendaItem, sources: set[str], title: str) -> bool:
    """Whether an item takes the topic up: by its source, or by its title where one is given."""
    if item.source and item.source in sources:
        return True
    return bool(title) and item.kind not in FRAME and same_title(item, title)


def _ended(state: MeetingState, item: ItemState) -> bool:
    last = {outcome.point: outcome for outcome in item.outcomes}
    put_off = any(o.kind is ev.OutcomeKind.POSTPONED for o in last.values())
    return not put_off and has_outcome(state, item.item.id)


def _carried_as(item: ItemState) -> Iterator[str]:
    """What the item of a later agenda remembers if it takes this one up."""
    yield source_of(item.item.id)
    yield from (source_of(item.item.id, o.point) for o in item.outcomes if o.point)
