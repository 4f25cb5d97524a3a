"""F5: what counts, if a decision about a block of the agreement has words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import BlockState
from kooperation_tui.domain.sentences import Sentence, sentences_due
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import words
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question


def sentence_questions(view: View) -> Iterator[Question]:
    """One for each decision of this meeting that reads like a wording and is not the block's."""
    state = view.state
    if state is None or state.phase is not Phase.RUNNING or state.open_wording:
        return
    for found in sentences_due(view.data, state):
        yield _question(view, found)


def _question(view: View, found: Sentence) -> Question:
    tr, name = view.tr, words.blocks_name((found.block.key,), view.tr)

    def as_wording(data: Data, moment: Moment) -> Change:
        return set_block(
            data,
            moment,
            key=found.block.key,
            text=found.text,
            state=BlockState.AGREED,
            decision=found.number,
        )

    return Question(
        key=f"sentence {found.number} {found.block.text}",
        text=tr.t(
            "{number} says something else than the draft. What is the wording of {block}?",
            number=words.short_number(found.number),
            block=name,
        ),
        answers=(
            Answer(tr.t("the sentence that was decided"), "", change=as_wording),
            Answer(tr.t("the draft; the decision adopts it"), "", open=True),
        ),
    )
