"""The question above the line of F5: one at a time, gone with its reason."""

from __future__ import annotations

from kooperation_tui.capture import Reading
from kooperation_tui.domain.events import Retracted
from kooperation_tui.domain.prepared import Prepared
from kooperation_tui.tui.prepared import prepared_question
from kooperation_tui.tui.questions import (
    OUTCOME,
    actions_question,
    approval_question,
    count_question,
    outcome_question,
    point_question,
    review_question,
    time_question,
    wording_question,
)
from kooperation_tui.tui.sentences import sentence_questions
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question


class Asked:
    """What is asked now.

    The open wording, minutes that a decision may approve, a decision without a
    review date and time that is up are asked as long as they are so. How a line is
    meant is asked because somebody typed it; that is over with the next thing that this
    seat records or takes back. How an item ends is asked because somebody wants to leave
    it, until something says so, this seat takes something back, or another item runs.
    """

    def __init__(self) -> None:
        self.question: Question | None = None
        self.line = ""
        """The typed line that is asked about, '' if none."""
        self._because: tuple[str, ...] | None = None
        self._leaving: tuple[str, ...] | None = None
        self._put_off: set[str] = set()
        self._counted = ""
        """The key of the question about a wording that is answered by numbers."""

    def refresh(self, view: View) -> str:
        """Look again what there is to ask. The line whose question is over, '' if none."""
        if self._because is not None and self._because == _moment(view):
            return ""
        lost, self.line, self._because = self.line, "", None
        found = (
            point_question(view),
            self._about_wording(view),
            self._about_leaving(view),
            approval_question(view),
            self._about_sentence(view),
            review_question(view),
            time_question(view),
            actions_question(view),
        )
        self.question = next((q for q in found if q and self._may_be_asked(q)), None)
        return lost

    def _may_be_asked(self, question: Question) -> bool:
        return question.stands or question.key not in self._put_off

    def _about_wording(self, view: View) -> Question | None:
        """How it is decided; once a vote was chosen, the numbers."""
        found = wording_question(view)
        if found is None or found.key != self._counted:
            self._counted = ""
            return found
        return count_question(view)

    def _about_leaving(self, view: View) -> Question | None:
        """How the item ends that somebody wants to leave."""
        if self._leaving != _leaving(view):
            self._leaving = None
        return outcome_question(view) if self._leaving is not None else None

    def _about_sentence(self, view: View) -> Question | None:
        """Which words a decision agreed: the first that nobody has put off."""
        return next((q for q in sentence_questions(view) if self._may_be_asked(q)), None)

    def leaves(self, view: View) -> int:
        """The number of the item that somebody wants to leave without an outcome, 0 if none."""
        running = view.state.running_item if view.state is not None else None
        return running.item.number if running and self._about_leaving(view) is not None else 0

    @property
    def counting(self) -> bool:
        """Whether the numbers of a vote are asked for."""
        return bool(self._counted)

    def count(self) -> None:
        """A vote was chosen: ask for its numbers."""
        if self.question is not None:
            self._counted = self.question.key

    def about_line(self, text: str, reading: Reading, view: View) -> None:
        """Ask how a line is meant that can be read in several ways."""
        tr = view.tr
        if reading.question is not None:
            said = tr.t(reading.question.msgid, **reading.question.args)
            answers = tuple(
                Answer(tr.t(c.label.msgid, **c.label.args), text, choice=c) for c in reading.choices
            )
        else:
            said = tr.t("How is “{line}” meant?", line=text)
            answers = (
                Answer(tr.t("as “{line}”", line=reading.rather), reading.rather),
                Answer(tr.t("as a note"), f"\\{text}"),
            )
        self.line = text
        self.question = Question(key=f"reading {text}", text=said, answers=answers)
        self._because = _moment(view)

    def about_prepared(self, line: str, view: View, found: tuple[Prepared, ...]) -> None:
        """Ask which prepared wording a result is about: none is open."""
        self.question, self.line = prepared_question(view, line, found), line
        self._because = _moment(view)

    def about_outcome(self, view: View) -> bool:
        """Ask how the running item ends, if nothing says so yet."""
        question = outcome_question(view)
        if question is None:
            return False
        self._leaving = _leaving(view)
        self._put_off.discard(question.key)
        self.question, self.line, self._because = question, "", None
        return True

    def answered(self, typed: str) -> Answer | None:
        """The answer that a typed line picks."""
        return self.question.answered(typed) if self.question is not None else None

    def key_for(self, typed: str) -> str:
        """The key of the question that a typed line answers, '' if it answers none."""
        found = self.question if self.answered(typed) is not None else None
        return found.key if found is not None else ""

    def over(self) -> str:
        """It was answered or put off: not again. The line it was about, '' if none."""
        if self.question is not None:
            self._put_off.add(self.question.key)
            if self.question.key.startswith(OUTCOME):
                self._leaving = None
        self._counted = ""
        line, self.line = self.line, ""
        self.question = self._because = None
        return line


def _leaving(view: View) -> tuple[str, ...]:
    """What leaving an item rests on: it runs, and this seat took nothing back since."""
    state = view.state
    if state is None:
        return (view.meeting_id,)
    log = view.data.log(view.meeting_id)
    own = (e.id for e in reversed(log) if e.seat == view.seat and isinstance(e.what, Retracted))
    return (view.meeting_id, state.running, state.break_running, next(own, ""))


def _moment(view: View) -> tuple[str, ...]:
    """What a question rests on: this meeting, its running item, this seat's last entry."""
    state = view.state
    if state is None:
        return (view.meeting_id,)
    log = view.data.log(view.meeting_id)
    last = next((e.id for e in reversed(log) if e.seat == view.seat), "")
    return (view.meeting_id, state.running, state.break_running, last)
