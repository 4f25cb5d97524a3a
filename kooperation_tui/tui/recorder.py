"""What the line of F5 does: record, edit, answer, paste, complete. Drawing is the screen's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.capture import (
    Choice,
    Reading,
    SpeakersCommand,
    command,
    completions,
    preview,
    read,
)
from kooperation_tui.capture.words import fold
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.recording import record
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing import echo as drawing
from kooperation_tui.tui.editor import Editor
from kooperation_tui.tui.questions import outcome_question, time_question, wording_question
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
        self._waiting: list[str] = []
        self._asked = ""
        self.refused = ""

    @property
    def place(self) -> str:
        """Where the draft of this seat's line is kept."""
        return f"line {self.screen.session.seat}".strip()

    # Typing

    def restore(self) -> None:
        """Bring back the line that was not sent."""
        text = self.screen.session.drafts.get(self.place)
        if "\n" in text:
            from kooperation_tui.tui.pasting import paste

            self.screen.start(paste(self, text))
        elif text:
            self.screen.line.put_text(text)

    def typed(self, text: str) -> None:
        """Remember what stands in the line."""
        if self.editor.entry:
            return
        unsent = [*self._waiting, text or self._asked]
        self.screen.session.drafts.keep(self.place, "\n".join(filter(None, unsent)))

    def echo(self, view: View) -> Content:
        """How the line will be read."""
        text = self.screen.line.text
        if self.editor.entry:
            return drawing.editing(view)
        if not text.strip():
            return drawing.cheat_sheet(view)
        if self.question is not None and (answer := self.question.answered(text)) is not None:
            return ink.put((text.strip() + " ", "mark"), answer.label)
        if view.meeting is None:
            return drawing.no_meeting(view)
        found = preview(text, view.data, view.meeting_id, self.screen.session.moment(), view.tr)
        return drawing.echo_text(found, view.width, tr=view.tr, refused=text == self.refused)

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
        """Enter: an answer, a changed entry, or a line to record.

        Lines wait for their turn while one before them is being saved, so that
        fast typing loses nothing; a refused one does not hold up the next.
        """
        self._waiting.append(text)
        self.typed(self.screen.line.text)
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                taken = await self._take(self._waiting[0])
                sent = self._waiting.pop(0)
                if not taken:
                    self._give_back(sent)
                self.typed(self.screen.line.text)
        finally:
            self._busy = False

    async def _take(self, text: str) -> bool:
        """What one Enter does. False if it was refused."""
        if self.editor.entry:
            return await self._save_entry(text)
        if self.question is not None and (answer := self.question.answered(text)):
            await self._answer(answer)
            return True
        if not text.strip() or await self.send_line(text):
            return True
        return self._asked == text

    def _give_back(self, text: str) -> None:
        """A refused line goes back into the field, or waits behind the up key."""
        self.refused = text
        if not self.screen.line.text and not self._waiting:
            self.screen.line.give_back(text)
            self._said_once()

    def earlier(self, step: int) -> None:
        """Up and down: a refused line that somebody typed over, else earlier entries."""
        if step < 0 and self.refused and not self.editor.entry:
            self.screen.line.put_text(self.refused)
            self.refused = ""
        else:
            self.editor.step(step)

    async def send_line(self, text: str, answer: Choice | None = None) -> bool:
        """Record one line; the field is emptied only once it is on the disk."""
        if fold(text.strip()) in CLOSING:
            await self.close()
            return True
        screen, session = self.screen, self.screen.session
        moment, english = session.moment(), screen.tr.lang == "en"
        reading = self._read(text, moment, english) if answer is None else None
        if reading is not None and self._asks(text, reading):
            return False
        if reading is not None and reading.speakers is not None:
            return self._speak(reading.speakers)
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
            return False
        session.presence.set_moment(None)
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

    def _read(self, text: str, moment: Moment, english: bool) -> Reading | None:
        """The reading of a line; None if it is refused, which the command says again."""
        session = self.screen.session
        try:
            return read(
                text,
                session.data,
                session.meeting_id,
                now=moment.now,
                seat=moment.seat,
                english=english,
            )
        except KooperationError:
            return None

    def _speak(self, command: SpeakersCommand) -> bool:
        """A `q` line: it changes the speakers' list and records nothing. False if refused."""
        screen = self.screen
        presence = screen.session.presence
        try:
            presence.set_speakers(presence.speakers.under(self._running()).after(command))
        except KooperationError as error:
            screen.koop.say(error)
            return False
        screen.koop.messages.read()
        screen.show()
        return True

    def _asks(self, text: str, reading: Reading) -> bool:
        """Whether the line can be read in several ways; then that is asked."""
        tr = self.screen.tr
        if reading.question is None or not reading.choices:
            return False
        self.question = Question(
            key=f"reading {text}",
            text=tr.t(reading.question.msgid, **reading.question.args),
            answers=tuple(
                Answer(tr.t(c.label.msgid, **c.label.args), text, choice=c) for c in reading.choices
            ),
        )
        self._asked = text
        self.screen.draw_line()
        return True

    async def record(self, intent: it.Intent) -> bool:
        """Record what no line says. False if it was refused."""
        session = self.screen.session
        moment, meeting, event_id = session.moment(), session.meeting_id, new_id()

        def wanted(data: Data) -> Change:
            return record(data, meeting, intent, moment, event_id=event_id)

        return await self.screen.koop.change(wanted) is not None

    async def _save_entry(self, text: str) -> bool:
        """Save another wording. False if it was refused or not wanted."""
        intent = await self.editor.intent(text)
        if intent is None or not await self.record(intent):
            return False
        self.editor.stop()
        self.screen.koop.messages.read()
        self.screen.show()
        return True

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
        asked = (wording_question(view), time_question(view))
        self.question = next((q for q in asked if q and q.key not in self._put_off), None)

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
        if answer.action:
            self.question = None
            await self.screen.koop.do(answer.action)
            return
        if answer.open:
            self.question = None
            self.screen.line.put_text(answer.line)
            self.screen.draw_line()
            return
        rows = [answer.line] if answer.choice is not None else answer.line.split("\n")
        for row in rows:
            if not await self.send_line(row, answer.choice):
                self._give_back(row)
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
