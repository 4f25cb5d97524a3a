"""What may be decided here and now, and what a counting settles (domain 4.4)."""

from __future__ import annotations

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.announcing import last_day, sent_on
from kooperation_tui.domain.consequences import (
    agreed_texts,
    blocks_before,
    settle,
    unsettle,
)
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    CLOSING_KINDS,
    DecisionStatus,
    Record,
    Subject,
)
from kooperation_tui.domain.rules import quorum_needed
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.second import frees
from kooperation_tui.domain.state import Counting, ItemState, Wording

BELOW_QUORUM = "below_quorum"
NOT_ANNOUNCED = "not_announced"
INVITED_LATE = "invited_late"
INVITATION_UNKNOWN = "invitation_unknown"
GUEST_PRESENT = "guest_present"
PROPOSED_MAJORITY = "proposed_majority"
"""Codes a ballot may carry: it was taken although a rule not yet agreed, or
good custom, speaks against it."""


def subject_of(scene: Scene, wording: Wording | None) -> Subject:
    """What a decision is about: a point of the agreement, or the item's subject."""
    if wording is not None and wording.points:
        return Subject.AGREEMENT
    if wording is not None and wording.approves:
        return Subject.MINUTES
    current = scene.state.item(place_of(scene, wording))
    return current.item.subject if current is not None else Subject.ORDINARY


def place_of(scene: Scene, wording: Wording | None) -> str:
    """The item a counting belongs to: the wording's own, wherever one is by now."""
    return scene.named_item or (wording.item if wording is not None else "") or scene.item


def voters(scene: Scene, wording: Wording | None) -> tuple[str, ...]:
    """Represented partners that vote on this wording."""
    recused = wording.recused if wording is not None else ()
    return tuple(o for o in scene.represented() if o not in recused)


def need_deciding_item(scene: Scene, current: ItemState | None) -> None:
    """Refuse decisions under any other business and closing (I-10)."""
    closing = current is not None and current.item.kind in CLOSING_KINDS
    if current is not None and closing and not scene.votes.rules.aob_decisions:
        raise Refused(
            "No decisions are taken under “{title}”; add an item with /add, "
            "or put it into the parking lot with “# ”.",
            title=current.item.title,
        )


def may_decide(scene: Scene, wording: Wording) -> tuple[str, ...]:
    """Refuse what cannot be decided here and now (I-06, I-10); else warnings."""
    state = scene.state
    current = state.item(place_of(scene, wording))
    warnings: list[str] = []
    need_deciding_item(scene, current)
    subject = subject_of(scene, wording)
    if subject in state.rules.must_be_announced:
        warnings += _announcement(scene, current)
    there, needed = len(scene.represented()), needed_for(scene, wording)
    if needed is not None and there < needed:
        if scene.votes.agreed:
            raise _below(scene, there, needed)
        warnings.append(BELOW_QUORUM)
    if subject is Subject.ADMISSION and scene.guests():
        warnings.append(GUEST_PRESENT)
    return tuple(warnings)


def _announcement(scene: Scene, current: ItemState | None) -> list[str]:
    """Refuse what was not on the invitation, or on one that went out too late; else warn.

    An invitation nobody noted is only warned of: a meeting counts as duly called until
    the contrary is established (domain P1: SHZ), and one on paper may be entered later.
    """
    state = scene.state
    item = current.item if current is not None else None
    if item is not None and not item.announced:
        if state.rules_agreed:
            raise Refused(
                "This had to be on the invitation and was not; deliberate on it now "
                "and postpone the decision with /postpone next."
            )
        return [NOT_ANNOUNCED]
    sent, last = sent_on(scene.meeting, item), last_day(state.rules, scene.day)
    if sent is None:
        return [INVITATION_UNKNOWN]
    if last is None or sent <= last:
        return []
    if state.rules_agreed:
        raise Refused(
            "This was announced on {day}, the last day for it was {last}; deliberate on it now and "
            "postpone the decision with /postpone next.",
            day=sent,
            last=last,
        )
    return [INVITED_LATE]


def needed_for(scene: Scene, wording: Wording | None) -> int | None:
    """How many partners must be represented to decide a wording, None without a quorum.

    A second meeting is free of it only for what the first one could not decide.
    """
    state, meeting = scene.state, scene.meeting
    if scene.needed is not None or not meeting.is_second:
        return scene.needed
    current = state.item(place_of(scene, wording))
    item = current.item if current is not None else None
    if frees(scene.data, meeting, state.rules, item):
        return None
    return quorum_needed(scene.votes.rules.quorum, len(scene.entitled))


def _below(scene: Scene, there: int, needed: int) -> Refused:
    if scene.needed is None:
        return Refused(
            "A second meeting decides without a minimum number only what the first one could not; "
            "here {needed} of {entitled} partners are needed and {there} are represented: "
            "/postpone next.",
            there=there,
            entitled=len(scene.entitled),
            needed=needed,
        )
    return Refused(
        "Only {there} of {entitled} partners are represented, {needed} are needed: "
        "deliberate now and decide in the next meeting (/postpone next).",
        there=there,
        entitled=len(scene.entitled),
        needed=needed,
    )


def settled_by(scene: Scene, wording: Wording, ballot: b.Ballot, item: str = "") -> Recording:
    """The event of a ballot and, once it settles the wording, the decision's row."""
    item = item or place_of(scene, wording)
    if ballot.result is b.Result.OPEN or not ballot.binding:
        return Recording(ev.Balloted(wording=wording.id, item=item, ballot=ballot))
    number, decision, puts = settle(scene, wording, ballot.result, item, subject_of(scene, wording))
    carried = ballot.result is b.Result.CARRIED
    return Recording(
        ev.Balloted(
            wording=wording.id,
            item=item,
            ballot=ballot,
            number=number,
            decision=decision,
            approves=wording.approves,
            before=blocks_before(scene, wording) if carried else (),
            texts=agreed_texts(scene, wording) if carried else {},
        ),
        puts=puts,
    )


def last_counting(scene: Scene) -> Counting | None:
    """The last counting that still stands."""
    standing = [c for c in scene.state.countings if not c.void]
    return standing[-1] if standing else None


def void_ballot(scene: Scene, intent: it.VoidBallot) -> Recording:
    """The last ballot is void, stays visible, and its wording is open again."""
    if not intent.reason.strip():
        raise Refused("Say why the ballot is void: = void and the reason.")
    counting = last_counting(scene)
    if counting is None:
        raise Refused("There is no ballot to declare void.")
    return void(scene, counting, intent.reason)


def settles(ballot: b.Ballot) -> bool:
    """Whether a counting gave its wording a result."""
    return ballot.binding and ballot.result is not b.Result.OPEN


def before(scene: Scene, ballot: str) -> tuple[ev.BlockBefore, ...]:
    """Where the blocks stood that this counting agreed."""
    event = scene.data.get(ev.Event, ballot)
    return event.what.before if isinstance(event.what, ev.Balloted) else ()


def void(scene: Scene, counting: Counting, reason: str) -> Recording:
    """Declare one counting void."""
    if scene.state.open_wording and scene.state.open_wording != counting.wording:
        raise Refused("Another wording is open; decide or withdraw it first.")
    wording = scene.state.wording(counting.wording)
    puts: tuple[Record, ...] = ()
    if wording is not None and settles(counting.ballot):
        puts = unsettle(scene, wording, DecisionStatus.VOID, before(scene, counting.event))
    return Recording(ev.Voided(ballot=counting.event, reason=reason), puts=puts)
