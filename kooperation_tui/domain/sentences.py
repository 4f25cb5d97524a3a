"""Decisions about a block of the agreement whose sentence is not the block's wording.

“Punkt 3 wird in der vorgelegten Fassung angenommen” speaks of a wording; “Die Moderation
wechselt halbjährlich” is one. Which of the two was meant is asked, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import BLOCKS, Block, BlockState, Decision, DecisionStatus, Value
from kooperation_tui.domain.plan import block_of
from kooperation_tui.domain.state import MeetingState, Wording, WordingState
from kooperation_tui.domain.versions import normal

_SPEAKS_OF_IT = re.compile(
    r"\b(?:punkte?s?|pr[aä]ambel|grunds[aä]tze?n?|textbaustein\w*|wortlaut\w*|(?:\w+)?fassung\w*"
    r"|(?:text)?entw[uü]rf\w*|vorlage\w*|vorgelegt\w*|vorgeschlagen\w*|vorschlag\w*|anlage\w*"
    r"|vereinbarung\w*|points?|preamble|principles|clauses?|wordings?|versions?|drafts?"
    r"|proposals?|proposed|presented|annex\w*|agreement)\b",
    re.IGNORECASE,
)
_FEWEST = 4
"""Words below which a sentence only says yes: “Angenommen wie besprochen”."""


class Sentence(Value):
    """A decision in force and the block that it agreed in other words."""

    number: str
    text: str
    block: Block


def sentence_of(data: Data, decision: Decision) -> Sentence | None:
    """The block that a decision agreed, if the decision itself reads like its wording.

    None if it is about several blocks or none, if the block rests on another decision,
    if both say the same, or if the decision only speaks of a wording.
    """
    if decision.status is not DecisionStatus.IN_FORCE or len(decision.points) != 1:
        return None
    key = decision.points[0]
    block = block_of(data, key) if key in BLOCKS else None
    if block is None or block.state is not BlockState.AGREED or block.decision != decision.number:
        return None
    words = block.text.strip() or block.text_in_force.strip()
    same = normal(words).split() == normal(decision.text).split()
    if same or _SPEAKS_OF_IT.search(decision.text) or len(decision.text.split()) < _FEWEST:
        return None
    return Sentence(number=decision.number, text=decision.text, block=block)


def sentences_due(data: Data, state: MeetingState) -> Iterator[Sentence]:
    """What a meeting decided in other words than the wording of its block, newest first."""
    for wording in reversed(state.wordings):
        decision = _decided(data, wording)
        found = sentence_of(data, decision) if decision is not None else None
        if found is not None:
            yield found


def _decided(data: Data, wording: Wording) -> Decision | None:
    if wording.state is not WordingState.CARRIED or not wording.decision:
        return None
    return data.find(Decision, wording.decision)
