"""The agreement's blocks and what is in force on paper (I-22)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from kooperation_tui.domain.agreed_rules import following
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import for_block, need_decision
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    BlockState,
    Record,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.versions import checksum, in_force, need_filled, not_needed, number_key


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
    as_decided: bool = False,
) -> Change:
    """Wording and state of a block. `result` is the block.

    Agreed only with a decision in force that is about it, or with the day it was
    agreed on paper; not needed only with a reason (I-22). A new wording of an
    agreed block makes it a draft again. A wording given together with its
    decision is the one that was decided.

    Args:
        as_decided: the wording that is there is the one that was decided, although
            it was written down after the decision.
    """
    if key not in BLOCKS:
        raise Refused("There is no block “{key}” in the agreement.", key=key)
    known = block_of(data, key) or Block(id=moment.new_id(), key=key)
    changed = known
    if text is not None and text != known.text:
        changed = _written(known, text, moment.today)
        as_decided = as_decided or bool(decision)
    if responsible is not None:
        changed = msgspec.structs.replace(changed, responsible=responsible)
    if reason is not None:
        changed = msgspec.structs.replace(changed, reason=reason)
    if review_on is not None:
        changed = msgspec.structs.replace(changed, review_on=review_on)
    if state is not None:
        changed = _in_state(data, changed, state, decision, agreed_on, as_decided)
    if changed == known:
        return Change(result=known)
    agreed = (changed,) if changed.state is BlockState.AGREED else ()
    return Change(puts=(changed, *following(data, agreed)), result=changed)


def _written(block: Block, text: str, today: dt.date) -> Block:
    """The block with other words: a draft again."""
    return msgspec.structs.replace(
        block,
        text=text,
        state=BlockState.DRAFT if text.strip() else BlockState.OPEN,
        decision="",
        agreed_on=None,
        reason="",
        written_on=today,
    )


def _in_state(
    data: Data,
    block: Block,
    state: BlockState,
    decision: str,
    agreed_on: dt.date | None,
    as_decided: bool,
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
                row = need_decision(
                    data, decision, for_block(data, block.key, as_decided=as_decided)
                )
                agreed_on = agreed_on or row.decided_on
                if as_decided:
                    block = msgspec.structs.replace(block, written_on=row.decided_on)
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
            return msgspec.structs.replace(
                block, state=state, decision="", agreed_on=None, reason=""
            )


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
        not_needed=not_needed(data),
        sha256=checksum(texts) if texts else "",
    )
    puts: list[Record] = [version]
    if old is not None:
        puts.append(msgspec.structs.replace(old, status=VersionStatus.SUPERSEDED))
    puts += blocks_on_paper(data, version, written)
    return Change(puts=tuple(puts), result=version)


def blocks_on_paper(data: Data, version: Version, written: Iterable[Block]) -> list[Record]:
    """The blocks as a version in force on paper has them, and the rules that follow them."""
    blocks = [
        msgspec.structs.replace(
            block,
            state=BlockState.AGREED,
            decision="",
            agreed_on=version.adopted_on,
            text_in_force=version.texts[block.key],
            in_force_since=version.valid_from,
        )
        for block in written
    ]
    return [*blocks, *following(data, blocks, in_force=True)]
