"""The open wording gets other words: drafts of the agreement that had the former ones follow."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Block, BlockState
from kooperation_tui.domain.scene import Scene
from kooperation_tui.domain.state import Wording
from kooperation_tui.domain.versions import normal


def amended(scene: Scene, wording: Wording, text: str) -> tuple[Block, ...]:
    """The drafts of a wording's blocks that have its words, with these instead."""
    said = normal(wording.text).strip()
    return tuple(
        msgspec.structs.replace(block, text=text, written_on=scene.at.date())
        for block in scene.data.rows(Block)
        if block.key in wording.points
        and block.state is BlockState.DRAFT
        and normal(block.text).strip() == said
    )


def unamended(scene: Scene, what: ev.Proposed) -> tuple[Block, ...]:
    """The drafts that followed, with the former words, unless either was written anew since."""
    wording = scene.state.wording(what.wording)
    if wording is None or not wording.old or wording.text != what.text:
        return ()
    return tuple(
        msgspec.structs.replace(block, text=wording.old[-1])
        for block in scene.data.rows(Block)
        if block.key in what.drafts and block.state is BlockState.DRAFT and block.text == what.text
    )
