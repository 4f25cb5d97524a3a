"""Network files of a given size, to measure with: many meetings, all closed but the last."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.data import Data, Moment
from kooperation_tui.domain.model import (
    Delegation,
    Meeting,
    MeetingStatus,
    Organisation,
    Record,
)
from kooperation_tui.domain.recording import record
from kooperation_tui.practice import build
from kooperation_tui.practice.builder import MORNING
from kooperation_tui.store.tinydb_store import TinyStore

_SENTENCE = (
    "Die Runde berät den Entwurf und hält fest, wer bis zum nächsten Treffen was klärt; "
    "offen bleibt, wie die Kosten für Räume und Übersetzung geteilt werden."
)
_NOTES = 70
"""Notes of a meeting; with them it takes about the 15 kB that a real one takes."""


def generate(path: Path, megabytes: int) -> None:
    """Write the file of a network that has met for years.

    Args:
        path: The file to write; it must not exist.
        megabytes: About its size: 2 for monthly meetings, 8 for weekly ones;
            0 for the practice network alone, its meeting running.
    """
    numbers = itertools.count(1)

    def new_id() -> str:
        return f"{next(numbers):032x}"

    def fresh(moment: dt.datetime = MORNING) -> Moment:
        return Moment(now=moment, new_id=new_id)

    records = list(build("de", new_id))
    data = Data.of(records)
    meeting = max(data.rows(Meeting), key=lambda m: m.start)
    running = list(_begun(data, meeting, fresh(meeting.start)))
    wanted = megabytes * 1_000_000
    size = 0
    past = meeting.start - dt.timedelta(days=365 * 11)
    for number in itertools.count(1):
        if size >= wanted:
            break
        held = list(_held(data, meeting, past + dt.timedelta(days=7 * number), number, new_id))
        size += sum(len(msgspec.json.encode(r)) + 50 for r in held)
        records += held
    known = {r.id for r in running}
    everything = [r for r in records if r.id not in known] + running
    TinyStore.create(path, everything, clock=lambda: MORNING).close()


def _begun(data: Data, meeting: Meeting, moment: Moment) -> Iterator[Record]:
    change = record(data, meeting.id, it.ArriveAll(), moment)
    after = data.apply(change)
    start = record(after, meeting.id, it.Start(), moment)
    yield from (r for r in change.puts)
    yield from (r for r in start.puts)


def _held(
    data: Data, pattern: Meeting, start: dt.datetime, number: int, new_id: Callable[[], str]
) -> Iterator[Record]:
    """A closed meeting of the past: attendance, notes and the close."""
    end = start + dt.timedelta(hours=3)
    row = msgspec.structs.replace(
        pattern,
        id=new_id(),
        year=start.year,
        number=number,
        start=start,
        end=end,
        status=MeetingStatus.CLOSED,
        started_at=start,
        ended_at=end,
    )
    yield row
    people = {d.organisation: d.person for d in data.rows(Delegation)}
    arrivals = tuple(
        ev.Arrival(organisation=o.id, person=people[o.id])
        for o in data.rows(Organisation)
        if o.id in people
    )
    payloads: list[ev.Payload] = [
        ev.Arrived(arrivals=arrivals),
        *(ev.Noted(kind=ev.NoteKind.NOTE, text=f"{n}. {_SENTENCE}") for n in range(_NOTES)),
        ev.Closed(),
    ]
    for seq, what in enumerate(payloads, 1):
        at = start + (end - start) * seq / len(payloads)
        yield ev.Event(id=new_id(), meeting=row.id, seq=seq, at=at, recorded_at=at, what=what)
