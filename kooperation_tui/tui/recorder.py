"""What the line of F5 does: record, edit, answer, paste, complete. Drawing is the screen's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.capture import Choice, command, completions, preview, read
from kooperation_tui.capture.words import fold
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.recording import record
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing import echo as drawing
from kooperation_tui.tui.editor import Editor
from kooperation_tui.tui.questions import outcome_question, time_question
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer, Question

if TYPE_CHECKING:
    from textual.content import Content

    from kooperation_tui.tui.screens.minutes import MinutesScreen


CLOSING = ("/close", "/schluss")
"""Lines that show first what is missing."""


class Recorder:
    """One line: its draft, what Enter does with it, the question asked."""

    def __init__(self, screen: MinutesScreen) -> None:
        self.screen = screen
        self.editor = Editor(screen)
        self.question: Question | None = None
        self._put_off: set[str] = set()
        self._busy = False
        self._asked = ""

    @property
    def place(self) -> str:
        """Where the draft of this seat's line is kept."""
        return f"line {self.screen.session.seat}".strip()

    # Typing

    def restore(self) -> None:
        """Bring back the line that was not sent."""
        text = self.screen.session.drafts.get(self.place)
        if text:
            self.screen.line.put_text(text)

    def typed(self, text: str) -> None:
        """Remember what stands in the line."""
        if not self.editor.entry:
            self.screen.session.drafts.keep(self.place, text or self._asked)

    def echo(self, view: View) -> Content:
        """How the line will be read."""
        text = self.screen.line.text
        if self.editor.entry:
            return ink.put(
                (view.tr.t("You are changing an entry. Enter saves, Esc leaves it."), "now")
            )
        if not text.strip():
            return drawing.cheat_sheet(view)
        if self.question is not None and (answer := self.question.answered(text)) is not None:
            return ink.put((text.strip() + " ", "mark"), answer.label)
        if view.meeting is None:
            return drawing.no_meeting(view)
        found = preview(text, view.data, view.meeting_id, self.screen.session.moment(), view.tr)
        return drawing.echo_text(found, view.width)

    def complete(self) -> None:
        """Tab: the first completion; once more, the next."""
        line = self.screen.line
        session = self.screen.session
        row, column = line.cursor_location
        cursor = sum(len(r) + 1 for r in line.text.split("\n")[:row]) + column
        found = completions(line.text, cursor, session.data, session.meeting_id)
        if found:
            line.put_text(found[0].line)

    # Sending

    async def send(self, text: str) -> None:
        """Enter: an answer, a changed entry, or a line to record."""
        if self._busy:
            return
        self._busy = True
        try:
            if self.editor.entry:
                await self._save_entry(text)
            elif self.question is not None and (answer := self.question.answered(text)):
                await self._answer(answer)
            elif text.strip():
                await self.send_line(text)
        finally:
            self._busy = False

    async def send_line(self, text: str, answer: Choice | None = None) -> bool:
        """Record one line; the field is emptied only once it is on the disk."""
        if fold(text.strip()) in CLOSING:
            self._clear(text)
            await self.close()
            return True
        screen, session = self.screen, self.screen.session
        moment, english = session.moment(), screen.tr.lang == "en"
        if answer is None and self._asks(text, moment, english):
            return False
        wanted = command(
            text,
            session.meeting_id,
            moment,
            event_id=new_id(),
            english=english,
            answer=answer,
            running=self._running(),
        )
        if await screen.koop.change(wanted) is None:
            self._said_once()
            return False
        self._clear(text)
        screen.koop.messages.read()
        screen.show()
        return True

    def _said_once(self) -> None:
        """The echo of a refused line says why; below it need not stand again."""
        messages, view = self.screen.koop.messages, self.screen.view()
        echo = " ".join(self.echo(view).plain.split())
        if messages.standing is not None and messages.standing.text in echo:
            messages.read()
            self.screen.show()

    def _asks(self, text: str, moment: Moment, english: bool) -> bool:
        """Whether the line can be read in several ways; then that is asked."""
        session, tr = self.screen.session, self.screen.tr
        try:
            reading = read(
                text,
                session.data,
                session.meeting_id,
                now=moment.now,
                seat=moment.seat,
                english=english,
            )
        except KooperationError:  # the command refuses it with the same sentence
            return False
        if reading.question is None or not reading.choices:
            return False
        self.question = Question(
            key=f"reading {text}",
            text=tr.t(reading.question.msgid, **reading.question.args),
            answers=tuple(
                Answer(tr.t(c.label.msgid, **c.label.args), text, choice=c) for c in reading.choices
            ),
        )
        self.screen.line.clear_text()
        self.screen.session.drafts.keep(self.place, text)
        self._asked = text
        self.screen.draw_line()
        return True

    def _clear(self, text: str) -> None:
        """Empty the line unless somebody typed on meanwhile."""
        line = self.screen.line
        if line.text == text or self.question is not None:
            line.clear_text()
        elif line.text.startswith(text):
            line.put_text(line.text[len(text) :])
        self.screen.session.drafts.keep(self.place, line.text)

    async def record(self, intent: it.Intent) -> bool:
        """Record what no line says. False if it was refused."""
        session = self.screen.session
        moment, meeting, event_id = session.moment(), session.meeting_id, new_id()

        def wanted(data: Data) -> Change:
            return record(data, meeting, intent, moment, event_id=event_id)

        return await self.screen.koop.change(wanted) is not None

    async def _save_entry(self, text: str) -> None:
        intent = await self.editor.intent(text)
        if intent is not None and await self.record(intent):
            self.editor.stop()
            self.screen.koop.messages.read()
            self.screen.show()

    # Questions

    def ask(self) -> None:
        """Find out whether there is something to ask now."""
        view = self.screen.view()
        if self.question is not None and self.question.key.startswith("reading"):
            return
        if self.question is not None and self.question.key.startswith("outcome"):
            if outcome_question(view) is None:
                self.question = None
            return
        question = time_question(view)
        if question is not None and question.key in self._put_off:
            question = None
        self.question = question

    def put_off(self) -> bool:
        """Esc: not now. False if nothing was asked."""
        if self.question is None:
            return False
        if self._asked and not self.screen.line.text:
            self.screen.line.put_text(self._asked)
        self._asked = ""
        self._put_off.add(self.question.key)
        self.question = None
        return True

    async def _answer(self, answer: Answer) -> None:
        question = self.question
        assert question is not None
        self._put_off.add(question.key)
        self._asked = ""
        if answer.open:
            self.question = None
            self.screen.line.put_text(answer.line)
            self.screen.draw_line()
            return
        self.screen.line.clear_text()
        rows = [answer.line] if answer.choice is not None else answer.line.split("\n")
        for row in rows:
            if not await self.send_line(row, answer.choice):
                self.screen.line.put_text(row)
                break
        self.question = None
        self.screen.show()

    async def next_item(self) -> None:
        """On to the next item, after its outcome."""
        question = outcome_question(self.screen.view())
        if question is not None:
            self.question = question
            self.screen.draw_line()
            return
        if await self.record(it.Next(after=self._running())):
            self.screen.koop.messages.read()
            self.screen.show()

    def _running(self) -> str:
        state = self.screen.view().state
        return (state.break_running or state.running) if state is not None else ""

    # Dialogs

    async def paste(self, text: str) -> None:
        """Read several lines, then record them; stop at a refused one and keep the rest."""
        from kooperation_tui.tui.dialogs.text import PasteDialog

        rest: str | None = text
        kept = self.screen.line.text
        while rest:
            rest = await self.screen.koop.push_screen_wait(PasteDialog(rest))
            if rest is None:
                break
            rest = await self._record_lines(rest)
        self.screen.line.put_text(kept)

    async def _record_lines(self, text: str) -> str:
        """Record line by line; what was not recorded is the answer."""
        left = [row for row in text.split("\n") if row.strip()]
        while left:
            if not await self.send_line(left[0]):
                return "\n".join(left)
            left.pop(0)
        return ""

    async def close(self) -> None:
        """What is missing first; then close, in spite of it if wanted."""
        from kooperation_tui.tui.dialogs.gaps import GapsDialog

        if await self.screen.koop.push_screen_wait(GapsDialog(closing=True)):
            await self.record(it.Close(force=True))

    async def attendance(self, what: str, organisation: str) -> None:
        """A letter on the attendance picture: who is there, before the day who will come."""
        from kooperation_tui.tui import arriving

        view = self.screen.view()
        if view.meeting is not None and view.meeting.start.date() > view.today:
            await arriving.expect(self.screen, what, organisation)
            return
        intent = await arriving.intent_for(self.screen, what, organisation)
        if intent is not None:
            await self.record(intent)
