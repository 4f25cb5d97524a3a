"""Changing an earlier entry in the line of F5: up and down choose it, Enter saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.capture import line_of, rewritten
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.editing import can_reword
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Entry
from kooperation_tui.tui import refusing
from kooperation_tui.tui.session import new_id

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen


class Editor:
    """The entry being changed (`entry`, '' if none) and the line that waits meanwhile."""

    def __init__(self, screen: MinutesScreen) -> None:
        self.screen = screen
        self.entry = ""
        self._kept = ""
        self._offered = ""
        """The entry's own words, as they were put into the field."""

    # The half-made change

    @property
    def _place(self) -> str:
        """Where it outlives the program: the entry, and under it the words."""
        session = self.screen.session
        return " ".join(filter(None, ("change", session.seat, session.meeting_id)))

    @property
    def changed(self) -> str:
        """The words in the field if they are not the entry's, '' if nothing was changed."""
        text = self.screen.line.text
        return text if self.entry and text.strip() and text != self._offered else ""

    def keep(self, sent: str = "") -> None:
        """Remember it. `sent`: the words that are being saved, while the field is empty."""
        words = self.changed or sent
        kept = f"{self.entry}\n{words}" if words else ""
        self.screen.session.drafts.keep(self._place, kept)

    def bring_back(self) -> str:
        """Offer the change that was not saved last time; its words if its entry is gone."""
        identity, _, words = self.screen.session.drafts.get(self._place).partition("\n")
        if not words:
            return ""
        self.take(identity)
        if not self.entry:
            self.keep()
            return words
        self.screen.line.put_text(words)
        return ""

    # Choosing

    def step(self, by: int) -> None:
        """Up: the entry before; down: the one after, at the end back to the line."""
        entries = self._entries()
        ids = [e.id for e in entries]
        place = max(0, (ids.index(self.entry) if self.entry in ids else len(ids)) + by)
        if place >= len(ids):
            self.stop()
            self.screen.show()
        else:
            self._choose(entries[place])

    def take(self, identity: str) -> None:
        """A click on an entry chooses it."""
        entry = next((e for e in self._entries() if e.id == identity), None)
        if entry is not None:
            self._choose(entry)

    @property
    def chosen(self) -> Entry | None:
        """The entry being changed."""
        return next((e for e in self._entries() if e.id == self.entry), None)

    def _entries(self) -> list[Entry]:
        view = self.screen.view()
        state = view.state
        if state is None:
            return []
        found = [e for e in state.entries if e.text and can_reword(state, e)]
        return [e for e in found if not (e.confidential and view.beamer)]

    def _choose(self, entry: Entry) -> None:
        line = self.screen.line
        if not self.entry:
            self._kept = line.text
        self._set_aside()
        self.entry = entry.id
        self._offered = self._line_of(entry)
        line.editing = True
        line.put_text(self._offered)
        self.screen.show()

    def _line_of(self, entry: Entry) -> str:
        """The entry as one would type it."""
        session = self.screen.session
        english = self.screen.tr.lang == "en"
        return line_of(entry, session.data, session.meeting_id, now=session.now(), english=english)

    def stop(self) -> bool:
        """Leave the entry as it is; the line comes back. False if none was being changed."""
        if not self.entry:
            return False
        self._set_aside()
        self._back("")
        return True

    def let_go(self) -> None:
        """The words that were sent are seen to; what was typed on meanwhile stays in the field."""
        if self.entry:
            self._back(self.screen.line.text)

    def _set_aside(self) -> None:
        """Words that were not saved wait behind ↑: nobody typed them to lose them."""
        if words := self.changed:
            refusing.put_change_aside(self.screen.recorder, words)

    def _back(self, typed: str) -> None:
        line, kept = self.screen.line, self._kept
        self.entry = self._kept = self._offered = ""
        self.keep()
        if typed and kept:
            self.screen.recorder.refused.add(kept)
        line.editing = False
        line.put_text(typed or kept)

    async def intent(self, text: str) -> it.Intent | None:
        """What saving this line means; an empty one strikes the entry out, after asking.

        None if it was refused, which is said, or not wanted.
        """
        entry = self.chosen
        if text.strip() and entry is not None:
            return self._rewritten(entry, text)
        from kooperation_tui.tui.dialogs.ask import Confirm

        if not self.may_strike():
            return None
        said = self.screen.tr.t("Strike this entry out? Its wording stays in the log.")
        if await self.screen.koop.push_screen_wait(Confirm(said)):
            return it.Delete(entry=self.entry)
        return None

    def may_strike(self) -> bool:
        """Whether the entry can be struck out; if not it says why, before anybody is asked."""
        session = self.screen.session
        wanted, moment = it.Delete(entry=self.entry), session.moment()
        try:
            record(session.data, session.meeting_id, wanted, moment, event_id=new_id())
        except KooperationError as error:
            self.screen.koop.say(error)
            return False
        return True

    def _rewritten(self, entry: Entry, text: str) -> it.Intent | None:
        session = self.screen.session
        try:
            return rewritten(
                entry,
                text,
                session.data,
                session.meeting_id,
                now=session.now(),
                seat=session.seat,
                english=self.screen.tr.lang == "en",
            )
        except KooperationError as error:
            self.screen.koop.say(error)
            return None
