"""What a settled wording changes beside the log: register, agreement, minutes."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.ballots import Result
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Correction,
    Decision,
    DecisionStatus,
    Minutes,
    MinutesStatus,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import next_decision_number
from kooperation_tui.domain.scene import Scene
from kooperation_tui.domain.state import Wording

_STATUS = {
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
    row = Decision(
        id=identity,
        number=number,
        text=wording.text,
        decided_on=scene.at.date(),
        status=_STATUS[result],
        meeting=scene.meeting.id,
        event=scene.event_id,
        item=known.item.number if known is not None else 0,
        subject=subject,
        points=wording.points,
    )
    puts: list[Record] = [row]
    if result is Result.CARRIED:
        puts += _agree_points(scene, wording, number)
        puts += _approve(scene, wording, number)
    return number, identity, tuple(puts)


def unsettle(scene: Scene, wording: Wording, status: DecisionStatus) -> tuple[Record, ...]:
    """Rows as they are once a wording's result no longer stands."""
    row = scene.data.find(Decision, wording.decision)
    if row is None:
        return ()
    puts: list[Record] = [msgspec.structs.replace(row, status=status)]
    for block in scene.data.rows(Block):
        if block.decision == row.number and block.state is BlockState.AGREED:
            puts.append(
                msgspec.structs.replace(block, state=BlockState.DRAFT, decision="", agreed_on=None)
            )
    for minutes in scene.data.rows(Minutes):
        if minutes.approved_by == row.number:
            puts.append(
                msgspec.structs.replace(
                    minutes,
                    status=MinutesStatus.SENT,
                    approved_by="",
                    approved_on=None,
                    corrections=(),
                )
            )
    return tuple(puts)


def _agree_points(scene: Scene, wording: Wording, number: str) -> list[Record]:
    """The point takes its state from the result (I-22)."""
    blocks = {block.key: block for block in scene.data.rows(Block)}
    return [
        msgspec.structs.replace(
            blocks.get(key) or Block(id=scene.moment.new_id(), key=key),
            state=BlockState.AGREED,
            decision=number,
            agreed_on=scene.at.date(),
            reason="",
        )
        for key in wording.points
    ]


def _approve(scene: Scene, wording: Wording, number: str) -> list[Record]:
    if not wording.approves:
        return []
    known = next((m for m in scene.data.rows(Minutes) if m.meeting == wording.approves), None)
    minutes = known or Minutes(id=scene.moment.new_id(), meeting=wording.approves)
    corrections = tuple(
        Correction(
            item=c.item,
            old=c.old,
            new=c.new,
            meeting=scene.meeting.id,
            event=scene.event_id,
        )
        for c in scene.state.corrections
        if c.meeting == wording.approves
    )
    return [
        msgspec.structs.replace(
            minutes,
            status=MinutesStatus.APPROVED,
            approved_on=scene.at.date(),
            approved_by=number,
            corrections=corrections,
        )
    ]
