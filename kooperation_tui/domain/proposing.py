"""Wordings on their way to a decision: proposed, objected to, bound, ended, reviewed."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.about import own_block
from kooperation_tui.domain.amending import amended
from kooperation_tui.domain.consequences import settle
from kooperation_tui.domain.deciding import need_deciding_item, place_of, settled_by, subject_of
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Block, Decision, Majority, Subject
from kooperation_tui.domain.rules import majority_for
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Counting, Wording


def propose(scene: Scene, intent: it.Propose) -> Recording:
    """A wording to decide on, or a better one for the open wording."""
    scene.need_running()
    points: tuple[str, ...] = (intent.point,) if intent.point else ()
    open_wording = scene.state.wording(scene.state.open_wording)
    if open_wording is None:
        need_deciding_item(scene, scene.current)
        points = points or own_block(scene.current.item if scene.current is not None else None)
    wording = open_wording.id if open_wording is not None else scene.event_id
    drafts: tuple[Block, ...] = ()
    if intent.amends and open_wording is not None:
        drafts = amended(scene, open_wording, intent.text)
    proposed = ev.Proposed(
        wording=wording,
        text=intent.text,
        points=points,
        item=scene.named_item,
        drafts=tuple(block.key for block in drafts),
    )
    bound = _consensed(scene, intent)
    if bound is None or open_wording is not None:
        return Recording(proposed, puts=drafts)
    new = Wording(id=wording, text=intent.text, item=bound.item, points=points)
    subject = subject_of(scene, new)
    if subject is Subject.AGREEMENT and not points:
        return Recording(proposed)  # which points it is about is still to be said
    if scene.votes.agreed and majority_for(scene.votes.rules, subject) is not Majority.SIMPLE:
        # Borne best is no majority of this kind: the wording waits for its vote.
        return Recording(proposed)
    settled = settled_by(scene, new, bound.ballot, bound.item)
    return Recording(proposed, *settled.payloads, puts=settled.puts)


def _consensed(scene: Scene, intent: it.Propose) -> Counting | None:
    """The systemic consensing whose result this wording puts into words, if it does.

    It is the one counted in the same item, with no other item and no other wording since;
    a wording that was prepared for a point of the agreement was not what was counted.
    """
    bound = scene.state.counting(scene.state.bound_resistance)
    if bound is None or intent.point or bound.item != scene.item:
        return None
    return bound


def end_wording(scene: Scene, intent: it.EndWording) -> Recording:
    wording = scene.need_wording()
    if intent.withdrawn:
        return Recording(ev.WordingEnded(wording=wording.id, withdrawn=True))
    subject = subject_of(scene, wording)
    item = place_of(scene, wording)
    number, decision, puts = settle(scene, wording, b.Result.REJECTED, item, subject)
    return Recording(
        ev.WordingEnded(
            wording=wording.id, withdrawn=False, number=number, decision=decision, item=item
        ),
        puts=puts,
    )


def raise_objection(scene: Scene, intent: it.RaiseObjection) -> Recording:
    wording = scene.need_wording()
    if not intent.text.strip():
        raise Refused("An objection needs its reason; add it after the code.")
    return Recording(
        ev.Objected(
            wording=wording.id,
            number=len(wording.objections) + 1,
            kind=intent.kind,
            organisation=intent.organisation,
            text=intent.text,
        )
    )


def settle_objection(scene: Scene, intent: it.SettleObjection) -> Recording:
    wording = scene.need_wording()
    found = next((o for o in wording.objections if o.number == intent.number), None)
    if found is None:
        raise Refused("The open wording has no objection number {number}.", number=intent.number)
    if found.settled:
        raise Refused("Objection {number} is settled already.", number=intent.number)
    return Recording(
        ev.ObjectionSettled(
            wording=wording.id,
            number=intent.number,
            integrated=intent.integrated,
            text=intent.text,
        )
    )


def recuse(scene: Scene, intent: it.Recuse) -> Recording:
    wording = scene.need_wording()
    if intent.organisation in wording.recused:
        raise Refused(
            "{code} does not vote on this wording already.", code=scene.code(intent.organisation)
        )
    if intent.organisation not in scene.represented():
        raise Refused("{code} is not represented now.", code=scene.code(intent.organisation))
    return Recording(ev.Recused(wording=wording.id, organisation=intent.organisation))


def review(scene: Scene, intent: it.Review) -> Recording:
    """Of the decision that is named, else of the last one."""
    settled = [w for w in scene.state.wordings if w.decision and w.id != scene.state.open_wording]
    if not settled and not intent.decision:
        raise Refused("There is no decision yet that could be reviewed.")
    meant = intent.decision or max(settled, key=lambda w: _settled_at(scene, w)).decision
    row = scene.data.get(Decision, meant)
    return Recording(
        ev.ReviewSet(decision=row.id, on=intent.on, was=row.review_on),
        puts=(msgspec.structs.replace(row, review_on=intent.on),),
    )


def _settled_at(scene: Scene, wording: Wording) -> int:
    order = [c.event for c in scene.state.countings]
    return max((order.index(e) for e in wording.countings if e in order), default=-1)


def bind_point(scene: Scene, intent: it.BindPoint) -> Recording:
    """The open wording is for this block too; without one it is for none."""
    return Recording(ev.PointBound(wording=scene.need_wording().id, point=intent.point))
