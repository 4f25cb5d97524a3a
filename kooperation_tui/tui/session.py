"""What one person works on: the file, the meeting looked at, changes one after the other."""

from __future__ import annotations

import asyncio
import datetime as dt
import uuid
from pathlib import Path
from typing import Protocol, runtime_checkable

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.model import TO_COME, Meeting, MeetingStatus
from kooperation_tui.i18n import Translator
from kooperation_tui.store.contract import Clock, Command, Saved, Store
from kooperation_tui.tui.drafts import Drafts
from kooperation_tui.tui.own import OwnChanges
from kooperation_tui.tui.presence import Presence
from kooperation_tui.tui.view import View


@runtime_checkable
class Adopting(Protocol):
    """A clock that takes over a network's zone, and a practice network's own morning."""

    def adopt(self, data: Data) -> None:
        """Go by this network from now on."""


class Session:
    """A store, and what this person sees of it.

    Args:
        store: the network; None before one was chosen.
        path: its file, None if it has none.
        clock: the moment with the network's zone.
        seat: '' holds both seats.
    """

    def __init__(self, store: Store | None, path: Path | None, clock: Clock, seat: str) -> None:
        self.store = store
        self.path = path
        self.clock = clock
        self.seat = seat
        self.beamer = False
        self.drafts = Drafts.beside(path)
        self.presence = Presence(path, listens=seat == "audience")
        self.data = store.read() if store is not None else Data({})
        self.meeting_id = pick_meeting(self.data, clock())
        self.saved_at: dt.datetime | None = None
        self.own = OwnChanges()
        self._turn = asyncio.Lock()

    def now(self) -> dt.datetime:
        """The moment."""
        return self.clock()

    def moment(self) -> Moment:
        """When and by which seat a command is given."""
        return Moment(now=self.clock(), new_id=new_id, seat=self.seat)

    def view(self, tr: Translator, width: int) -> View:
        """What drawings are made from."""
        return View(
            data=self.data,
            meeting_id=self.meeting_id,
            tr=tr,
            now=self.clock(),
            width=width,
            beamer=self.beamer,
            seat=self.seat,
        )

    async def change(self, command: Command) -> Saved:
        """Give a command; it is on the disk when this returns. Commands keep their order.

        Raises:
            KooperationError: refused, or the store cannot be written.
        """
        assert self.store is not None
        async with self._turn:
            before = self.data
            saved = await asyncio.to_thread(self.store.change, command)
            self.data = saved.data
            if saved.change:
                self.saved_at = saved.saved_at
                self.own.add(before, saved.change)
            self._keep_meeting()
            return saved

    @property
    def busy(self) -> bool:
        """Whether a change is on its way to the disk."""
        return self._turn.locked()

    async def at_rest(self) -> None:
        """Wait until all changes given so far are on the disk, or refused."""
        async with self._turn:
            pass

    def refresh(self) -> bool:
        """Read what somebody else changed. True if there was anything."""
        assert self.store is not None
        found = self.store.read()
        if found.generation == self.data.generation and found.tables is self.data.tables:
            return False
        self.data = found
        self._keep_meeting()
        return True

    def _keep_meeting(self) -> None:
        if self.data.find(Meeting, self.meeting_id) is None:
            self.meeting_id = pick_meeting(self.data, self.clock())


def new_id() -> str:
    """A new 128-bit id."""
    return uuid.uuid4().hex


def pick_meeting(data: Data, now: dt.datetime) -> str:
    """The meeting to show first: the running one, else the next, else the last; '' if none."""
    found = [m for m in plan.meetings(data) if m.status is not MeetingStatus.CANCELLED]
    running = [m for m in found if m.status is MeetingStatus.RUNNING]
    waiting = [m for m in found if m.status in TO_COME]
    coming = [m for m in waiting if m.start.date() >= now.date()]
    for group in (running[-1:], coming[:1], waiting[-1:], found[-1:]):
        if group:
            return group[0].id
    return ""
