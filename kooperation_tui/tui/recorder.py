"""What the line of F5 does: record, edit, answer, complete. Drawing is the screen's."""

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
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink
from kooperation_tui.tui.asked import Asked
from kooperation_tui.tui.drawing import echo as drawing
from kooperation_tui.tui.editor import Editor
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.turns import Sent, Turns
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.question import Answer

if TYPE_CHECKING:
    from textual.content import Content

    from kooperation_tui.tui.screens.minutes import MinutesScreen


CLOSING = ("/close", "/schluss")
"""Lines that show first what is missing."""


class Recorder:
    """One line: its draft, what Enter does with it, the question asked.

    `refused` is the refused line that stands in the field again; lines that
    somebody typed over lie behind the up key.
    """

    def __init__(self, screen: MinutesScreen) -> None:
        self.screen = screen
        self.editor = Editor(screen)
        self.asked = Asked()
        self.refused = ""
        self._behind: list[str] = []
        self._turns = Turns(self._take, self._give_back, self._keep)

    @property
    def place(self) -> str:
        """Where the draft of this seat's line is kept."""
        return f"line {self.screen.session.seat}".strip()

    # Typing

    def restore(self) -> None:
        """Bring back the line that was not sent."""
        from kooperation_tui.tui.pasting import PASTE, paste

        drafts = self.screen.session.drafts
        text, pasted = drafts.get(self.place), drafts.get(PASTE)
        if pasted or "\n" in text:
            drafts.keep(PASTE, "")
            self.screen.start(paste(self, "\n".join(filter(None, [pasted, text]))))
        elif text:
            self.screen.line.put_text(text)

    def typed(self, text: str) -> None:
        """Another text stands in the line."""
        if self.refused and text != self.refused:
            if len(text) <= 1:  # typed over as a whole, not corrected
                self._behind.append(self.refused)
            self.refused = ""
        self._keep()

    def _keep(self) -> None:
        """Remember what is not recorded yet."""
        if self.editor.entry:
            return
        unsent = [*self._turns.unsaved, self.screen.line.text or self.asked.line]
        self.screen.session.drafts.keep(self.place, "\n".join(filter(None, unsent)))

    def echo(self, view: View) -> Content:
        """How the line will be read."""
        text = self.screen.line.text
        if self.editor.entry:
            return drawing.editing(view)
        if view.meeting is None:
            return drawing.no_meeting(view)
        if not text.strip():
            planned = view.state is not None and view.state.phase is Phase.PLANNED
            return ink.put() if planned else drawing.cheat_sheet(view)
        if (answer := self.asked.answered(text)) is not None:
            return ink.put((text.strip() + " ", "mark"), answer.label)
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
        """Enter: an answer, a changed entry, or a line to record."""
        if text in self._behind:
            self._behind.remove(text)
        await self._turns.send(Sent(text, self.asked.key_for(text)))
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
            await self._answer(answer)
            return True
        if not sent.text.strip() or await self.send_line(sent.text):
            return True
        return self.asked.line == sent.text

    def _give_back(self, text: str) -> None:
        """A refused line goes back into the field, or waits behind the up key."""
        if self.screen.line.text or self._turns.waiting:
            self._behind.append(text)
        else:
            self.refused = text
            self.screen.line.give_back(text)
            self._said_once()

    def _said_once(self) -> None:
        """The echo of a refused line says why; below it need not stand again."""
        messages, view = self.screen.koop.messages, self.screen.view()
        echo = " ".join(self.echo(view).plain.split())
        if messages.standing is not None and messages.standing.text in echo:
            messages.read()
            self.screen.show()

    def earlier(self, step: int) -> None:
        """Up and down: a refused line that somebody typed over, else earlier entries."""
        if step < 0 and self._behind and not self.editor.entry:
            self.screen.line.put_text(self._behind.pop())
        else:
            self.editor.step(step)

    async def send_line(self, text: str, answer: Choice | None = None) -> bool:
        """Record one line. False if it was refused, or has to be asked about."""
        if fold(text.strip()) in CLOSING:
            await self.close()
            return True
        screen, session = self.screen, self.screen.session
        moment, english = session.moment(), screen.tr.lang == "en"
        reading = self._read(text, moment, english) if answer is None else None
        if reading is not None and reading.choices:
            self._set_aside()
            self.asked.about_line(text, reading, screen.view())
            screen.draw_line()
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
        screen.show()
        return True

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
        intent = await self.editor.intent(text)
        if intent is None or not await self.record(intent):
            return False
        self.editor.stop()
        self.screen.show()
        return True

    # Questions

    def ask(self) -> None:
        """Find out whether there is something to ask now."""
        lost = self.asked.refresh(self.screen.view())
        if lost:
            self._give_back(lost)

    def put_off(self) -> bool:
        """Esc: not now. False if nothing was asked."""
        if self.asked.question is None:
            return False
        line = self.asked.over()
        if line and not self.screen.line.text:
            self.screen.line.put_text(line)
        elif line:
            self._behind.append(line)
        return True

    async def _answer(self, answer: Answer) -> None:
        self.asked.over()
        if answer.action:
            await self.screen.koop.do(answer.action)
            return
        if answer.open:
            self.screen.line.put_text(answer.line)
            self.screen.draw_line()
            return
        rows = [answer.line] if answer.choice is not None else answer.line.split("\n")
        for row in rows:
            if not await self.send_line(row, answer.choice):
                self._give_back(row)
                break
        self.screen.show()

    def _set_aside(self) -> None:
        """Another question comes before the one about a line."""
        if self.asked.line:
            self._behind.append(self.asked.over())

    async def next_item(self) -> None:
        """On to the next item, after its outcome."""
        self._set_aside()
        if self.asked.about_outcome(self.screen.view()):
            self.screen.draw_line()
        elif await self.record(it.Next(after=self._running())):
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
