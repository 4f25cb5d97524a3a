"""What the line of F5 does: record, edit, complete.

Answers are in `answering`, refusals in `refusing`, drawing is the screen's.
"""

from __future__ import annotations

from collections.abc import Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from kooperation_tui.capture import (
    Choice,
    Reading,
    SpeakersCommand,
    command,
    completions,
    read,
)
from kooperation_tui.capture.words import SLASH, fold
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.recording import record
from kooperation_tui.tui import answering, echoing, prepared, refusing
from kooperation_tui.tui.asked import Asked
from kooperation_tui.tui.editor import Editor
from kooperation_tui.tui.refused import RefusedLines
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.turns import Sent, Turns
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from textual.content import Content

    from kooperation_tui.tui.screens.minutes import MinutesScreen


CLOSING = tuple(f"/{fold(word)}" for word in SLASH["close"])
"""Lines that show first what is missing."""


class Recorder:
    """One line: its draft, what Enter does with it, the question asked, what was refused."""

    def __init__(self, screen: MinutesScreen) -> None:
        self.screen = screen
        self.editor = Editor(screen)
        self.asked = Asked()
        self.restored = ""
        """What came back from the time before and was not touched since, '' if nothing."""
        self.opened = ""
        """What an answer put into the field to go on typing, '' once it is something else."""
        self._refused: RefusedLines | None = None
        self._turns = Turns(self._take, partial(refusing.set_aside, self), self._keep)

    @property
    def busy(self) -> bool:
        """Whether lines wait for their turn."""
        return bool(self._turns.waiting)

    @property
    def refused(self) -> RefusedLines:
        """Lines that were not recorded yet, of the meeting looked at."""
        session = self.screen.session
        place = " ".join(filter(None, ("refused", session.seat, session.meeting_id)))
        if self._refused is None or self._refused.place != place:
            if self._refused is not None:
                self._refused.leave()
            self._refused = RefusedLines(session.drafts, place)
        return self._refused

    @property
    def place(self) -> str:
        """Where the draft of this seat's line is kept."""
        return f"line {self.screen.session.seat}".strip()

    # Typing

    def typed(self, text: str) -> None:
        """Another text stands in the line."""
        if not text and self.refused.here:
            self.refused.emptied()
        if not text.startswith(self.opened):
            self.opened = ""
        self.mark_line()
        self._keep()

    def mark_line(self) -> None:
        """Up and down go on to other lines while an earlier one stands in the field."""
        self.screen.line.editing = bool(self.editor.entry or self.refused.here)

    def _keep(self) -> None:
        """Remember what is not recorded yet."""
        if self.editor.entry:
            self.editor.keep("" if self.screen.line.text else "".join(self._turns.unsaved[-1:]))
            return
        unsent = [*self._turns.unsaved, self.asked.line, self.screen.line.text]
        self.screen.session.drafts.keep(self.place, "\n".join(filter(None, unsent)))

    def echo(self, view: View) -> Content:
        """How the line will be read."""
        return echoing.echo(self, view)

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

    def send(self, text: str) -> Coroutine[Any, Any, None]:
        """Enter: an answer, a changed entry, or a line to record.

        What it answers and corrects is settled at once, whatever comes before its turn.
        """
        if text and text == self.opened and not self.asked.counting:
            return self._begun(text)
        return self._send(Sent(text, self.asked.key_for(text), instead=self.refused.leaves()))

    async def _begun(self, text: str) -> None:
        """Nothing follows yet what an answer put into the field: it stays there."""
        self.opened = text
        refusing.show_again(self, text)

    async def _send(self, sent: Sent) -> None:
        await self._turns.send(sent)
        await self.screen.koop.save_drafts()  # what was recorded must not come back as a draft

    async def _take(self, sent: Sent) -> bool:
        """What one Enter does. False if it was refused."""
        if self.editor.entry:
            return await self._save_entry(sent.text)
        if sent.answers and self.asked.key_for(sent.text) != sent.answers:
            said = self.screen.tr.t("That question was over already; nothing was recorded.")
            self.screen.koop.tell(said, "warn")
            return True
        if (answer := self.asked.answered(sent.text)) is not None:
            await answering.answer(self, answer)
            return True
        if (problem := answering.no_answer(self, sent.text)) is not None:
            self.screen.koop.say(problem)
            refusing.show_again(self, sent.text)
            return True
        if not sent.text.strip() or self._asks_outcome(sent.text):
            return True
        left = self.asked.leaves(self.screen.view())
        if not await self.send_line(sent.text, asks=True):
            if self.asked.line != sent.text:
                return False
            self.refused.done(sent.instead)  # it is asked about now, and kept by that
            return True
        self.refused.done(sent.instead, recorded=sent.text)
        answering.say_where(self, left)
        self.screen.draw_line()
        return True

    def _asks_outcome(self, text: str) -> bool:
        """`/next` asks for the outcome of the item like its key, if there is none."""
        reading = self.read(text, self.screen.session.moment())
        if reading is None or not isinstance(reading.intent, it.Next) or reading.at is not None:
            return False
        return answering.ask_outcome(self)

    def earlier(self, step: int) -> None:
        """Up and down: lines that were refused, the newest first, then earlier entries."""
        line = self.screen.line
        if not self.editor.entry:
            found = self.refused.step(step, line.text)
            line.put_text(found or "")
            self.mark_line()
            if found is not None or step > 0:
                self.screen.draw_line()
                return
        was = self.editor.entry
        self.editor.step(step)
        if was and not self.editor.entry and self.refused.lines:
            line.put_text(self.refused.first())
            self.mark_line()
            self.screen.draw_line()

    async def send_line(
        self, text: str, answer: Choice | None = None, *, asks: bool = False
    ) -> bool:
        """Record one line. False if it was refused, or has to be asked about.

        `asks`: also a note that looks like another line is asked about.
        """
        if fold(text.strip()) in CLOSING:
            await self.close()
            return True
        screen, session = self.screen, self.screen.session
        moment = session.moment()
        reading = self.read(text, moment) if answer is None else None
        if reading is not None and (reading.choices or (asks and reading.rather)):
            answering.set_aside(self)
            self.asked.about_line(text, reading, screen.view())
            screen.draw_line()
            return False
        if asks and (found := prepared.waiting(screen.view(), reading)):
            answering.set_aside(self)
            self.asked.about_prepared(text, screen.view(), found)
            screen.draw_line()
            return False
        if reading is not None and reading.speakers is not None:
            return self._speak(reading.speakers)
        wanted = command(
            text,
            session.meeting_id,
            moment,
            event_id=new_id(),
            english=screen.tr.lang == "en",
            answer=answer,
            running=self.running,
        )
        if await screen.koop.change(wanted) is None:
            return False
        session.presence.set_moment(None)
        screen.show()
        return True

    def read(self, text: str, moment: Moment) -> Reading | None:
        """The reading of a line; None if it is refused, which the command says again."""
        session = self.screen.session
        try:
            return read(
                text,
                session.data,
                session.meeting_id,
                now=moment.now,
                seat=moment.seat,
                english=self.screen.tr.lang == "en",
            )
        except KooperationError:
            return None

    def _speak(self, command: SpeakersCommand) -> bool:
        """A `q` line: it changes the speakers' list and records nothing. False if refused."""
        screen = self.screen
        presence = screen.session.presence
        try:
            presence.set_speakers(presence.speakers.under(self.running).after(command))
        except KooperationError as error:
            screen.koop.say(error)
            return False
        screen.koop.messages.over()
        screen.show()
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
        if text.strip() and self.editor.chosen is None:
            self.editor.let_go()
            self.screen.koop.say(Refused("The entry that you were changing is not there any more."))
            return False
        intent = await self.editor.intent(text)
        if intent is None or not await self.record(intent):
            return False
        self.editor.let_go()
        self.screen.show()
        return True

    @property
    def running(self) -> str:
        """The break or the item that runs."""
        state = self.screen.view().state
        return (state.break_running or state.running) if state is not None else ""

    async def close(self) -> None:
        """What is missing first; then close, in spite of it if wanted."""
        from kooperation_tui.tui.dialogs.gaps import GapsDialog

        if await self.screen.koop.push_screen_wait(GapsDialog(closing=True)):
            await self.record(it.Close(force=True))
