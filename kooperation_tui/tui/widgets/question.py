"""A question of the app above the line, answered by a digit and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from kooperation_tui.capture import Choice
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.intents import Intent
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink


@dataclass(frozen=True)
class Answer:
    """What a digit does.

    Attributes:
        line: lines to send, one under the other.
        open: `line` is put into the field to go on typing.
        choice: the reading of the typed line that is meant.
        action: id of an action to do instead.
        counts: numbers are asked for next.
        first: what is recorded before the lines.
        change: what is changed beside the log instead.
    """

    label: str
    line: str
    open: bool = False
    choice: Choice | None = None
    action: str = ""
    counts: bool = False
    first: Intent | None = None
    change: Callable[[Data, Moment], Change] | None = None


@dataclass(frozen=True)
class Question:
    """What is asked.

    Attributes:
        key: what it is about, so that it is asked once.
        answers: none if it asks for a line, which `text` describes.
        stands: it cannot be put off: it stands as long as it has a reason.
    """

    key: str
    text: str
    answers: tuple[Answer, ...]
    stands: bool = False

    def answered(self, typed: str) -> Answer | None:
        """The answer that a typed line picks: its digit alone."""
        if not is_digit(typed):
            return None
        place = int(typed.strip()) - 1
        return self.answers[place] if 0 <= place < len(self.answers) else None


def is_digit(typed: str) -> bool:
    """Whether a line is one digit: an answer, if anything is asked."""
    typed = typed.strip()
    return len(typed) == 1 and typed.isdecimal()


class QuestionBar(Static):
    """Shows a question in as few rows as its answers need."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.display = False

    def show_question(self, question: Question | None, width: int, tr: Translator) -> None:
        """Draw a question; nothing without one."""
        self.display = question is not None
        if question is None:
            return
        how = f"   {tr.t('Digit and Enter:')}" if question.answers else ""
        rows = ink.put((question.text, "warn"), (how, "dim")).wrap(width)
        self.update(ink.lines([*rows, *_answer_rows(question.answers, width)]))


def _answer_rows(answers: Sequence[Answer], width: int) -> list[Content]:
    """The answers, as many in a row as fit."""
    if not answers:
        return []
    rows: list[Content] = []
    row = ink.put()
    for number, answer in enumerate(answers, 1):
        piece = ink.put((str(number), "key"), f" {answer.label}")
        if row.cell_length and row.cell_length + 3 + piece.cell_length > width:
            rows.append(row)
            row = ink.put()
        row = ink.put(row, "   ", piece) if row.cell_length else piece
    return [*rows, row]
