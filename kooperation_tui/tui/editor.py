"""Changing an earlier entry in the line of F5: up and down choose it, Enter saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.capture import line_of, rewritten
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.state import Entry

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen


class Editor:
    """The entry being changed (`entry`, '' if none) and the line that waits meanwhile."""

    def __init__(self, screen: MinutesScreen) -> None:
        self.screen = screen
        self.entry = ""
        self._kept = ""

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
        found = [e for e in state.entries if e.text and not e.deleted]
        return [e for e in found if not (e.confidential and view.beamer)]

    def _choose(self, entry: Entry) -> None:
        line = self.screen.line
        if not self.entry:
            self._kept = line.text
        self.entry = entry.id
        line.editing = True
        line.put_text(self._line_of(entry))
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
        self.entry = ""
        line = self.screen.line
        line.editing = False
        line.put_text(self._kept)
        self._kept = ""
        return True

    async def intent(self, text: str) -> it.Intent | None:
        """What saving this line means; an empty one strikes the entry out, after asking.

        None if it was refused, which is said, or not wanted.
        """
        entry = self.chosen
        if text.strip() and entry is not None:
            return self._rewritten(entry, text)
        from kooperation_tui.tui.dialogs.ask import Confirm

        said = self.screen.tr.t("Strike this entry out? Its wording stays in the log.")
        if await self.screen.koop.push_screen_wait(Confirm(said)):
            return it.Delete(entry=self.entry)
        return None

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
