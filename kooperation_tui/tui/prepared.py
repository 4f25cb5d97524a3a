"""F5: a result typed while no wording is open; the prepared ones are offered for it."""

from __future__ import annotations

from kooperation_tui.capture import Reading
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.prepared import Prepared, prepared_now
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question

RESULTS = (it.NobodyOpposes, it.TakeVote, it.TakeConsensus, it.TakeConsent, it.TakeFist)
"""What settles an open wording."""
_MOST = 9


def waiting(view: View, reading: Reading | None) -> tuple[Prepared, ...]:
    """The wordings that a line may be the result of; () if one is open or it is no result."""
    if reading is None or view.state is None or reading.at is not None or reading.item:
        return ()
    if not isinstance(reading.intent, RESULTS):
        return ()
    return prepared_now(view.data, view.state)[:_MOST]


def prepared_question(view: View, line: str, found: tuple[Prepared, ...]) -> Question:
    """Which of the prepared wordings was decided by this line."""
    return Question(
        key=f"prepared {line}",
        text=view.tr.t("No wording is open. What was decided? Esc: another wording."),
        answers=tuple(
            Answer(_label(view, one), line, first=it.Propose(text=one.text, point=one.key))
            for one in found
        ),
    )


def _label(view: View, one: Prepared) -> str:
    """`Punkt 3: Jeder Partner entsendet …`"""
    name = f"{words.blocks_name((one.key,), view.tr)}: " if one.key else ""
    return ink.shorten(name + " ".join(one.text.split()), view.width - 4)
