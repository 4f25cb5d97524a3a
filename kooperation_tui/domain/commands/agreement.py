"""The agreement's blocks and what is in force on paper (I-22)."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    BlockState,
    Decision,
    DecisionStatus,
    Record,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import checksum, in_force, need_filled, number_key


def block_of(data: Data, key: str) -> Block | None:
    """The block with this key (`preamble`, `p1` … `p9`, `data_protection` …)."""
    return next((b for b in data.rows(Block) if b.key == key), None)


def set_block(
    data: Data,
    moment: Moment,
    *,
    key: str,
    text: str | None = None,
    state: BlockState | None = None,
    decision: str = "",
    agreed_on: dt.date | None = None,
    reason: str | None = None,
    responsible: str | None = None,
    review_on: dt.date | None = None,
) -> Change:
    """Wording and state of a block. `result` is the block.

    Agreed only with a decision that is in force, or with the day it was agreed
    on paper; not needed only with a reason (I-22). A new wording of an agreed
    block makes it a draft again.
    """
    if key not in BLOCKS:
        raise Refused("There is no block “{key}” in the agreement.", key=key)
    known = block_of(data, key) or Block(id=moment.new_id(), key=key)
    changed = known
    if text is not None and text != known.text:
        changed = msgspec.structs.replace(
            changed,
            text=text,
            state=BlockState.DRAFT if text.strip() else BlockState.OPEN,
            decision="",
            agreed_on=None,
        )
    if responsible is not None:
        changed = msgspec.structs.replace(changed, responsible=responsible)
    if reason is not None:
        changed = msgspec.structs.replace(changed, reason=reason)
    if review_on is not None:
        changed = msgspec.structs.replace(changed, review_on=review_on)
    if state is not None:
        changed = _in_state(data, changed, state, decision, agreed_on)
    if changed == known:
        return Change(result=known)
    return Change(puts=(changed,), result=changed)


def _in_state(
    data: Data, block: Block, state: BlockState, decision: str, agreed_on: dt.date | None
) -> Block:
    match state:
        case BlockState.AGREED:
            if not decision and agreed_on is None:
                raise Refused(
                    "Agreed needs the number of its decision, or the day it was agreed on paper."
                )
            if not block.text.strip():
                raise Refused("A block without a wording cannot be agreed; write it first.")
            if decision:
                row = next((d for d in data.rows(Decision) if d.number == decision), None)
                if row is None or row.status is not DecisionStatus.IN_FORCE:
                    raise Refused("There is no decision {number} in force.", number=decision)
                agreed_on = agreed_on or row.decided_on
            return msgspec.structs.replace(
                block, state=state, decision=decision, agreed_on=agreed_on, reason=""
            )
        case BlockState.NOT_NEEDED:
            if not block.reason.strip():
                raise Refused("Not needed needs a reason.")
            return msgspec.structs.replace(block, state=state, decision="", agreed_on=None)
        case BlockState.DRAFT if not block.text.strip():
            raise Refused("A draft needs a wording; write it first.")
        case _:
            return msgspec.structs.replace(block, state=state, decision="", agreed_on=None)


def paper_version(
    data: Data, moment: Moment, *, number: str, agreed_on: dt.date, valid_from: dt.date | None
) -> Change:
    """An agreement that exists on paper: every block with a wording is in force."""
    if not number.strip():
        raise Refused("The version needs a number, such as 1.1.")
    if any(v.number == number for v in data.rows(Version)):
        raise Refused("There is a version {number} already.", number=number)
    written = [
        b for b in data.rows(Block) if b.text.strip() and b.state is not BlockState.NOT_NEEDED
    ]
    texts = {b.key: b.text for b in written}
    need_filled(texts)
    old = in_force(data)
    if old is not None and number_key(number) < number_key(old.number):
        raise Refused(
            "Version {number} is in force; a later one needs a higher number.", number=old.number
        )
    version = Version(
        id=moment.new_id(),
        number=number,
        status=VersionStatus.IN_FORCE,
        adopted_on=agreed_on,
        valid_from=valid_from or agreed_on,
        on_paper=True,
        texts=texts,
        sha256=checksum(texts),
    )
    puts: list[Record] = [version]
    if old is not None:
        puts.append(msgspec.structs.replace(old, status=VersionStatus.SUPERSEDED))
    for block in written:
        puts.append(
            msgspec.structs.replace(
                block,
                state=BlockState.AGREED,
                decision="",
                agreed_on=agreed_on,
                text_in_force=block.text,
                in_force_since=version.valid_from,
            )
        )
    return Change(puts=tuple(puts), result=version)
