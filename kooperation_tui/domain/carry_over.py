"""Proposals for the next agenda: what must not vanish between two meetings (I-21)."""

from __future__ import annotations

from kooperation_tui.domain.carry_sources import (
    PROGRESS,
    applications,
    block_reviews,
    minutes,
    ownerless,
    parked,
    put_off,
    reviews,
    running_actions,
)
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import AgendaItem, Meeting, MeetingStatus, Subject
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.proposal import Proposal, ProposalKind
from kooperation_tui.domain.templates import Words

__all__ = ["Proposal", "ProposalKind", "english", "proposals", "title_of"]


def english(message: str, **places: object) -> str:
    """Words in English, for callers without a language."""
    return message.format(**places)


def title_of(proposal: Proposal, words: Words = english) -> str:
    """The title of the item that a proposal becomes, in the language of `words`."""
    return proposal.text or words(proposal.heading, **proposal.args)


def proposals(data: Data, meeting: Meeting, words: Words = english) -> tuple[Proposal, ...]:
    """What the agenda of a planned meeting should hold and does not yet.

    What another agenda has already taken up is left out. Closed meetings are
    folded only where something of them is left. Kept for this view of the file.

    Args:
        words: translates a message id with its places, in the network's language;
            by it an item is recognised that has the title of a proposal.
    """
    key = ("proposals", meeting.id, words(PROGRESS))
    known = data.derived.get(key)
    if known is None:
        known = data.derived[key] = _open(data, meeting, words)
    assert isinstance(known, tuple)
    return known


def _open(data: Data, meeting: Meeting, words: Words) -> tuple[Proposal, ...]:
    own = _own_items(data, meeting)
    taken = _taken(data, meeting)
    found = [
        *minutes(data, meeting),
        *running_actions(data, meeting),
        *put_off(data, meeting),
        *applications(data, meeting),
        *reviews(data, meeting),
        *block_reviews(data, meeting),
        *parked(data, meeting),
        *ownerless(data, meeting),
    ]
    order = list(ProposalKind)
    found.sort(key=lambda p: order.index(p.kind))
    return tuple(
        p
        for p in found
        if p.source not in taken and not any(_covered(item, p, words) for item in own)
    )


def _own_items(data: Data, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The agenda as it is: the plan, or what the log made of it."""
    if meeting.started_at is None:
        return meeting.items
    return tuple(i.item for i in state_of(data, meeting.id).items)


def _taken(data: Data, meeting: Meeting) -> set[str]:
    """Sources on other agendas. What comes again and again is not taken for good."""
    return {
        item.source
        for m in meetings(data)
        if m.id != meeting.id and m.status is not MeetingStatus.CANCELLED
        for item in m.items
        if item.source and item.source.partition(":")[0] in ("item", "parking", "application")
    }


def _covered(item: AgendaItem, proposal: Proposal, words: Words) -> bool:
    """Whether an item of this agenda is what is proposed."""
    if item.source == proposal.source:
        return True
    match proposal.kind:
        case ProposalKind.MINUTES:
            return item.subject is Subject.MINUTES and not item.source
        case ProposalKind.ACTIONS:
            return item.title.casefold().startswith(words(PROGRESS).casefold())
        case ProposalKind.APPLICATION:
            name = str(proposal.args.get("name", "")).casefold()
            return item.subject is Subject.ADMISSION and name in item.title.casefold()
        case _:
            points = bool(proposal.points) and set(proposal.points) <= set(item.points)
            return points or item.title.casefold() == title_of(proposal, words).casefold()
