"""What a settled wording changes beside the log: register, agreement, minutes."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.admitting import admitted, not_admitted
from kooperation_tui.domain.agreed_rules import following
from kooperation_tui.domain.ballots import Result
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.events import BlockBefore
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Correction,
    Decision,
    DecisionStatus,
    Minutes,
    MinutesStatus,
    ObjectionOutcome,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import next_decision_number, rules_of
from kooperation_tui.domain.scene import Scene
from kooperation_tui.domain.state import Counting, Wording
from kooperation_tui.domain.versions import normal

STATUS = {
    Result.CARRIED: DecisionStatus.IN_FORCE,
    Result.REJECTED: DecisionStatus.REJECTED,
    Result.NOT_QUORATE: DecisionStatus.NOT_QUORATE,
}


def settle(
    scene: Scene, wording: Wording, result: Result, item: str, subject: Subject
) -> tuple[str, str, tuple[Record, ...]]:
    """Number, id and rows of the decision that a wording became.

    A repeat after a void ballot keeps number and row (rules of the log, 6).
    """
    number = wording.number or next_decision_number(scene.data, scene.meeting)
    identity = wording.decision or scene.moment.new_id()
    known = scene.state.item(item)
    repeated = scene.data.find(Decision, wording.decision)
    row = Decision(
        id=identity,
        number=number,
        text=wording.text,
        decided_on=scene.at.date(),
        status=STATUS[result],
        meeting=scene.meeting.id,
        event=scene.event_id,
        item=known.item.number if known is not None else 0,
        subject=subject,
        points=wording.points,
        review_on=repeated.review_on if repeated is not None else None,
    )
    puts: list[Record] = [row]
    if result is Result.CARRIED:
        puts += _carried(scene, wording, number, scene.at.date(), scene.event_id)
        puts += admitted(scene.data, row, scene.meeting.id)
    return number, identity, tuple(puts)


def resettle(scene: Scene, wording: Wording, counting: Counting) -> tuple[Record, ...]:
    """Rows as they are once a void counting stands again."""
    row = scene.data.find(Decision, wording.decision)
    if row is None:
        return ()
    puts: list[Record] = [msgspec.structs.replace(row, status=STATUS[counting.ballot.result])]
    if counting.ballot.result is Result.CARRIED:
        puts += _carried(scene, wording, row.number, counting.at.date(), counting.event)
        puts += admitted(scene.data, row, scene.meeting.id)
    return tuple(puts)


def unsettle(
    scene: Scene,
    wording: Wording,
    status: DecisionStatus,
    before: tuple[BlockBefore, ...] = (),
) -> tuple[Record, ...]:
    """Rows as they are once a wording's result no longer stands.

    Args:
        before: where the blocks stood that the result agreed.
    """
    row = scene.data.find(Decision, wording.decision)
    if row is None:
        return ()
    puts: list[Record] = [
        msgspec.structs.replace(row, status=status),
        *not_admitted(scene.data, row),
    ]
    puts += _rules_before(scene, before)
    stood = {block.key: block for block in before}
    for block in scene.data.rows(Block):
        if block.decision == row.number and block.state is BlockState.AGREED:
            puts.append(_as_before(scene, block, row, stood.get(block.key)))
    for minutes in scene.data.rows(Minutes):
        changed = unapproved(minutes, row)
        if changed != minutes:
            puts.append(changed)
    return tuple(puts)


def _rules_before(scene: Scene, before: tuple[BlockBefore, ...]) -> list[Record]:
    """The rules from before they followed a wording, unless somebody changed them since."""
    old = next((b.rules for b in before if b.rules is not None), None)
    if old is None or rules_of(scene.data).version != old.version + 1:
        return []
    return [old]


def _as_before(scene: Scene, block: Block, row: Decision, was: BlockBefore | None) -> Block:
    """The block without a decision; words that it had from there only are gone as well."""
    if was is not None and was.unworded and block.text == row.text:
        block = msgspec.structs.replace(block, text="")
    stood = _in_force(scene, block, was)
    return msgspec.structs.replace(
        block,
        state=stood.state,
        decision=stood.decision,
        agreed_on=stood.agreed_on,
        reason=stood.reason,
    )


def _in_force(scene: Scene, block: Block, was: BlockBefore | None) -> BlockBefore:
    """Where a block stood, unless the decision it rested on has gone as well."""
    stands = {d.number for d in scene.data.rows(Decision) if d.status is DecisionStatus.IN_FORCE}
    if was is not None and (not was.decision or was.decision in stands):
        return was
    state = BlockState.DRAFT if block.text.strip() else BlockState.OPEN
    return BlockBefore(key=block.key, state=state)


def unapproved(minutes: Minutes, decision: Decision) -> Minutes:
    """Minutes without the approval and the corrections of a decision."""
    kept = tuple(c for c in minutes.corrections if c.event != decision.event)
    if minutes.approved_by != decision.number:
        return msgspec.structs.replace(minutes, corrections=kept)
    status = MinutesStatus.SENT if minutes.sent_on is not None else MinutesStatus.DRAFT
    waits = any(o.outcome is ObjectionOutcome.OPEN for o in minutes.objections)
    return msgspec.structs.replace(
        minutes,
        status=MinutesStatus.OBJECTIONS if waits else status,
        approved_by="",
        approved_on=None,
        corrections=kept,
    )


def blocks_before(scene: Scene, wording: Wording) -> tuple[BlockBefore, ...]:
    """Where the blocks stand that this wording would agree, and the rules they would change."""
    follow = following(scene.data, _agreed_blocks(scene, wording, "", scene.at.date()))
    return tuple(
        BlockBefore(
            key=block.key,
            state=block.state,
            decision=block.decision,
            agreed_on=block.agreed_on,
            reason=block.reason,
            rules=rules_of(scene.data) if follow else None,
            unworded=_is_unworded(block, wording.points),
        )
        for block in scene.data.rows(Block)
        if block.key in wording.points
    )


def agreed_texts(scene: Scene, wording: Wording) -> dict[str, str]:
    """The words of the blocks that this wording agrees, by key, where it only speaks of them."""
    blocks = _agreed_blocks(scene, wording, "", scene.at.date())
    texts = {block.key: block.text.strip() or block.text_in_force.strip() for block in blocks}
    said = normal(wording.text).strip()
    return {key: text for key, text in texts.items() if text and normal(text).strip() != said}


def _carried(scene: Scene, wording: Wording, number: str, on: dt.date, event: str) -> list[Record]:
    return _agree_points(scene, wording, number, on) + approved(scene, wording, number, on, event)


def _agree_points(scene: Scene, wording: Wording, number: str, on: dt.date) -> list[Record]:
    """The point takes its state from the result (I-22), the rules follow its wording."""
    blocks = _agreed_blocks(scene, wording, number, on)
    return [*blocks, *following(scene.data, blocks)]


def _agreed_blocks(scene: Scene, wording: Wording, number: str, on: dt.date) -> list[Block]:
    return agreed_blocks(
        scene.data, scene.moment, points=wording.points, text=wording.text, number=number, on=on
    )


def agreed_blocks(
    data: Data, moment: Moment, *, points: tuple[str, ...], text: str, number: str, on: dt.date
) -> list[Block]:
    """The blocks with these keys as a carried decision agrees them (I-22).

    A block that nobody has worded yet is worded by the decision about it alone.

    Args:
        text: the wording of the decision; `number` is its own.
    """
    known = {block.key: block for block in data.rows(Block)}
    blocks = [known.get(k) or Block(id=moment.new_id(), key=k) for k in points]
    return [
        msgspec.structs.replace(
            block,
            text=text if _is_unworded(block, points) else block.text,
            state=BlockState.AGREED,
            decision=number,
            agreed_on=on,
            reason="",
        )
        for block in blocks
    ]


def _is_unworded(block: Block, points: tuple[str, ...]) -> bool:
    texts = block.text.strip() or block.text_in_force.strip()
    return not texts and points == (block.key,)


def approved(scene: Scene, wording: Wording, number: str, on: dt.date, event: str) -> list[Record]:
    """Minutes that a wording approves; once, a later decision only adds corrections (I-20)."""
    if not wording.approves:
        return []
    known = next((m for m in scene.data.rows(Minutes) if m.meeting == wording.approves), None)
    minutes = known or Minutes(id=scene.moment.new_id(), meeting=wording.approves)
    corrections = tuple(
        Correction(
            item=c.item,
            part=c.part,
            old=c.old,
            new=c.new,
            meeting=scene.meeting.id,
            event=event,
        )
        for c in scene.state.corrections
        if c.meeting == wording.approves and wording.corrects
    )
    done = minutes.status is MinutesStatus.APPROVED
    return [
        msgspec.structs.replace(
            minutes,
            status=MinutesStatus.APPROVED,
            approved_on=minutes.approved_on if done else on,
            approved_by=minutes.approved_by if done else number,
            corrections=(*minutes.corrections, *corrections),
        )
    ]
