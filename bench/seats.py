"""A seat as the measurements see it: it changes one note, durably, and sees what others change.

`AppSeat` is the application through its public store; `PlainSeat` is the least that could do it.
Run as a program it is the other seat, in a process of its own:

    python -m bench.seats loop  FILE [--plain]   changes in a loop until it is ended
    python -m bench.seats watch FILE [--plain]   prints a line for each change that it sees
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import itertools
import os
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from kooperation_tui.domain.data import Moment
from kooperation_tui.domain.events import Noted, NoteKind
from kooperation_tui.domain.intents import Say
from kooperation_tui.domain.model import Meeting, MeetingStatus
from kooperation_tui.domain.recording import record
from kooperation_tui.practice.builder import MORNING
from kooperation_tui.store.tinydb_store import TinyStore

PACE = 0.5
"""Seconds between two lines of the other seat: much faster than anybody types."""
POLL = 0.1
"""Seconds between two looks at a file, for the plain seat."""


class Seat(Protocol):
    """What the measurements need of a store."""

    def __init__(self, path: Path) -> None: ...

    def change(self, text: str) -> None:
        """Set the note to a text; durable when it returns."""

    def changes(self) -> Iterator[str]:
        """The note's text each time that another process has changed it; never ends."""


class AppSeat:
    """The application's store: each change records one note in the running meeting."""

    def __init__(self, path: Path) -> None:
        self._store = TinyStore(path, clock=_now)
        data = self._store.read()
        running = [m for m in data.rows(Meeting) if m.status is MeetingStatus.RUNNING]
        self._meeting = running[0].id

    def change(self, text: str) -> None:
        """Record a note, with one `store.change`."""
        moment = Moment(now=_now(), new_id=lambda: secrets.token_hex(16), seat="bench")
        intent = Say(kind=NoteKind.NOTE, text=text)
        self._store.change(lambda data: record(data, self._meeting, intent, moment))

    def changes(self) -> Iterator[str]:
        """The last note's text each time that `store.changes` (async there) reports it."""
        loop = asyncio.new_event_loop()
        reports = self._store.changes()
        while True:
            loop.run_until_complete(anext(reports))
            last = self._store.read().log(self._meeting)[-1].what
            if isinstance(last, Noted):
                yield last.text


def _now() -> dt.datetime:
    return MORNING + dt.timedelta(seconds=time.monotonic() % 86400)


class PlainSeat:
    """A file that is replaced durably, its first line being the note; others ask for its state."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rest = path.read_bytes().partition(b"\n")[2] if path.exists() else b""

    def change(self, text: str) -> None:
        """Replace the file."""
        replace(self._path, text.encode() + b"\n" + self._rest)

    def changes(self) -> Iterator[str]:
        """Look at the file again and again."""
        known = self._state()
        while True:
            time.sleep(POLL)
            if (state := self._state()) != known:
                known = state
                with self._path.open("rb") as file:
                    yield file.readline().decode().rstrip("\n")

    def _state(self) -> tuple[int, int, int]:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return (0, 0, 0)
        return (status.st_ino, status.st_mtime_ns, status.st_size)


def replace(path: Path, data: bytes) -> None:
    """The bare durable write: temporary file, fsync, rename, fsync of the folder."""
    temporary = path.with_name(path.name + ".tmp")
    with temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def main() -> None:
    """The other seat."""
    parser = argparse.ArgumentParser()
    parser.add_argument("mode", choices=["loop", "watch"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--plain", action="store_true")
    args = parser.parse_args()
    kind: type[Seat] = PlainSeat if args.plain else AppSeat
    seat = kind(args.file)
    print("ready", flush=True)
    if args.mode == "loop":
        for number in itertools.count():
            seat.change(f"loop {number}")
            time.sleep(PACE)
    for text in seat.changes():
        print(text, time.perf_counter(), flush=True)


if __name__ == "__main__":
    main()
