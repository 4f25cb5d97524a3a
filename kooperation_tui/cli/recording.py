"""Lines into the log, one at a time: saved, then said."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from typing import Final

from kooperation_tui import capture
from kooperation_tui.capture import words
from kooperation_tui.cli.context import Session, new_id
from kooperation_tui.cli.output import one_line, say, sentence, warn
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import KooperationError, Refused
from kooperation_tui.domain.intents import Close, GoTo, Next, Start
from kooperation_tui.domain.model import Value

_STEPS: Final = (Start, Next, GoTo, Close)
_STEP_WORDS: Final = ("start", "next", "item", "close")
_SLASH = re.compile(r"\s*(?:\d{1,2}:\d{2}\s+)?/(\S+)")


class Unrecorded(Value):
    """A line that is not in the log, with its number and why."""

    number: int
    line: str
    why: str


def from_input() -> Iterator[str]:
    """Lines of standard input as they come; bytes that are no UTF-8 stay visible."""
    binary = getattr(sys.stdin, "buffer", None)
    if binary is None:
        yield from sys.stdin
        return
    first = True
    while raw := binary.readline():
        if first:
            raw, first = raw.removeprefix(b"\xef\xbb\xbf"), False
        yield raw.decode("utf-8", errors="surrogateescape").rstrip("\r\n")


class Recorder:
    """Records lines of one meeting and remembers what was refused.

    Args:
        meeting: id of the meeting.
        imported: whether marks of foreign logs are understood.
    """

    def __init__(self, session: Session, meeting: str, *, imported: bool = False) -> None:
        self._session = session
        self._meeting = meeting
        self._imported = imported
        self._heard = True
        self.refused: list[Unrecorded] = []

    def take_all(self, lines: Iterable[str]) -> int:
        """Record every line; stop after a refused step of the meeting.

        Returns:
            0, or 1 if a line was refused; those are listed on standard error.
        """
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                self._echo(self.take(line))
            except Refused as refusal:
                self._note(number, line, refusal)
                if is_step(line, self._read(line)):
                    self._tell(stopped=True)
                    return 1
            except KooperationError as failure:
                self._note(number, line, failure)
                self._tell(stopped=True)
                return failure.exit_status
        self._tell(stopped=False)
        return 1 if self.refused else 0

    def take(self, line: str) -> str:
        """Record one line; how it was read, once it is on the disk.

        Raises:
            Refused: it cannot be read, could be read in several ways, or a rule says no.
            KooperationError: the file cannot be written.
        """
        session = self._session
        identity = new_id()
        before: list[tuple[Data, capture.Reading]] = []

        def command(data: Data, moment: Moment) -> Change:
            reading = capture.read(
                line,
                data,
                self._meeting,
                now=moment.now,
                seat=moment.seat,
                english=session.tr.lang == "en",
                imported=self._imported,
            )
            before.append((data, reading))
            return capture.recorded(reading, data, self._meeting, moment, event_id=identity)

        saved = session.save(command)
        data, reading = before[-1]
        return capture.echo(reading, saved.change, data, session.tr).plain

    def _read(self, line: str) -> capture.Reading | None:
        session = self._session
        try:
            return capture.read(
                line,
                session.data(),
                self._meeting,
                now=session.clock(),
                seat=session.seat,
                english=session.tr.lang == "en",
                imported=self._imported,
            )
        except Refused:
            return None

    def _note(self, number: int, line: str, error: KooperationError) -> None:
        why = sentence(self._session.tr, error)
        self.refused.append(Unrecorded(number=number, line=line, why=why))
        self._echo(self._session.tr.t("not recorded: {line}", line=one_line(line)))

    def _echo(self, text: str) -> None:
        """Say it, unless nobody listens any more; the lines are recorded all the same."""
        if not self._heard:
            return
        try:
            say(text)
        except BrokenPipeError:
            self._heard = False
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def _tell(self, *, stopped: bool) -> None:
        """The refused lines with their numbers, on standard error."""
        if not self.refused:
            return
        tr = self._session.tr
        count = len(self.refused)
        warn(tr.n("{count} line was not recorded:", "{count} lines were not recorded:", count))
        for one in self.refused:
            line = one_line(one.line)
            warn(tr.t("line {number}: {line}", number=one.number, line=line))
            warn(f"    {one.why}")
        if stopped:
            last = self.refused[-1].number
            warn(tr.t("Stopped at line {number}; nothing after it was recorded.", number=last))


def is_step(line: str, reading: capture.Reading | None) -> bool:
    """Whether a line moves the meeting on, so that later lines hang on it."""
    if reading is not None and isinstance(reading.intent, _STEPS):
        return True
    # Also where the line could not be read, or its time was taken for text: what follows
    # would stand in the wrong place all the same.
    match = _SLASH.match(line)
    return match is not None and words.BY_WORD.get(words.fold(match[1])) in _STEP_WORDS
