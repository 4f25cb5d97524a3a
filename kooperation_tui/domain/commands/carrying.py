"""Proposals and templates that become items of an agenda."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.announcing import added_late
from kooperation_tui.domain.carry_over import proposals, title_of
from kooperation_tui.domain.commands.planning import need_plan, with_items
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    CLOSING_KINDS,
    AgendaItem,
    Disposition,
    ItemKind,
    Meeting,
    ParkingItem,
    Subject,
)
from kooperation_tui.domain.plan import rules_of
from kooperation_tui.domain.proposal import Proposal, ProposalKind
from kooperation_tui.domain.templates import AgendaTemplate, Words, agenda_from


def take_proposal(data: Data, moment: Moment, *, meeting: str, source: str, words: Words) -> Change:
    """A proposal becomes an item of the agenda. `result` is the item.

    What the network has to do every time comes after the opening, the rest before
    any other business. A parked topic is noted as being on this agenda.

    Args:
        source: which of `carry_over.proposals`.
        words: translates a title, in the network's language.
    """
    row = need_plan(data, meeting)
    proposal = next((p for p in proposals(data, row, words) if p.source == source), None)
    if proposal is None:
        raise Refused("This is not proposed any more; it may be on the agenda already.")
    item = AgendaItem(
        id=moment.new_id(),
        number=0,
        title=title_of(proposal, words),
        kind=proposal.item_kind,
        subject=proposal.subject,
        points=proposal.points,
        minutes=proposal.minutes,
        owner=proposal.owner,
        confidential=proposal.confidential,
        source=source,
    )
    item = added_late(rules_of(data), row, item)
    place = _place_for(row, proposal)
    change = with_items(row, (*row.items[:place], item, *row.items[place:]), item)
    topic = next((p for p in data.rows(ParkingItem) if f"parking:{p.id}" == source), None)
    if topic is None or _still_running(data, topic):
        return change
    noted = msgspec.structs.replace(
        topic,
        disposition=Disposition.AGENDA,
        target=row.id,
        target_on=row.start.date(),
    )
    return Change(puts=(*change.puts, noted), result=change.result)


def use_template(
    data: Data,
    moment: Moment,
    *,
    meeting: str,
    template: AgendaTemplate,
    words: Words,
    points: tuple[str, ...] | None = None,
) -> Change:
    """Items of a template for a meeting whose agenda is empty. `result` is the meeting.

    Args:
        words: translates titles, in the network's language.
        points: keys of the points of the agreement that the template keeps; None for all.
    """
    row = need_plan(data, meeting)
    if row.items:
        raise Refused("This agenda has items already.")
    made = agenda_from(data, template, words, moment.new_id, points, body=row.body)
    items = tuple(added_late(rules_of(data), row, item) for item in made)
    change = with_items(row, items)
    return Change(puts=change.puts, result=change.puts[0])


def _place_for(meeting: Meeting, proposal: Proposal) -> int:
    """Minutes, then actions, after the opening; everything else before the closing."""
    opening = next(
        (n for n, i in enumerate(meeting.items) if i.kind is not ItemKind.FORMAL),
        len(meeting.items),
    )
    if proposal.kind is ProposalKind.MINUTES:
        return opening
    if proposal.kind is ProposalKind.ACTIONS:
        after = meeting.items[opening : opening + 1]
        return opening + (bool(after) and after[0].subject is Subject.MINUTES)
    return next(
        (n for n, i in enumerate(meeting.items) if i.kind in CLOSING_KINDS), len(meeting.items)
    )


def _still_running(data: Data, topic: ParkingItem) -> bool:
    """While its meeting runs only the log says where a topic goes."""
    origin = data.find(Meeting, topic.meeting)
    return origin is not None and origin.ended_at is None
