"""What one program costs, seen from outside: start, memory, key echo, idling, whole run.

Times are the arrival of bytes at the terminal. Linux only: memory and CPU come from /proc.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.terminal.session import Session

LETTERS = "abcdefghijklmnoprstuvwxyz"
WORD = 6
QUIET = 0.06
"""Seconds without output before a key is pressed, so that its echo is alone."""
ECHO_TIMEOUT = 3.0


@dataclass(frozen=True)
class Program:
    """A program for the terminal.

    Attributes:
        argv: Command and arguments.
        ready: The text by which its first full screen is known.
        keys: Keys to press once ready, to get where one can type.
        env: Variables set for it.
    """

    argv: Sequence[str]
    ready: str = "F5"
    keys: Sequence[str] = ()
    env: Mapping[str, str | None] = field(default_factory=dict)
    cols: int = 120
    rows: int = 40

    def session(self) -> Session:
        """Start it in a terminal."""
        return Session(self.argv, cols=self.cols, rows=self.rows, env=self.env)


@dataclass(frozen=True)
class Start:
    """Seconds from exec to the first full screen, and the peak resident size in MiB."""

    seconds: float
    peak_mib: float


def start(program: Program) -> Start:
    """Start a program once and end it when its screen has come to rest."""
    with program.session() as session:
        ready = session.wait_for(program.ready)
        session.wait_quiet(0.4, 6.0)
        return Start(ready - session.started, peak_mib(session.pid))


def echo(program: Program, count: int, seed: int = 7) -> list[float]:
    """Type letters one by one; milliseconds from each key to its echo on the screen.

    Raises:
        AssertionError: A letter did not appear.
    """
    choice = random.Random(seed).choice
    times: list[float] = []
    with program.session() as session:
        session.wait_for(program.ready)
        session.wait_quiet(0.4, 6.0)
        for key in program.keys:
            session.key(key)
            session.wait_quiet(0.3, 3.0)
        letter = ""
        for number in range(1, count + 1):
            letter = choice([other for other in LETTERS if other != letter])
            times.append(_echo_of(session, letter))
            if number % WORD == 0:  # words, so that a soft wrap has somewhere to break
                session.send(" ")
    return times


def idle_percent(program: Program, seconds: float) -> float:
    """The share of one core, in percent, that a program takes when left alone."""
    with program.session() as session:
        session.wait_for(program.ready)
        session.wait_quiet(1.0, 8.0)
        before, began = cpu_seconds(session.pid), time.perf_counter()
        session.wait_quiet(seconds + 1, seconds)
        time.sleep(max(0.0, began + seconds - time.perf_counter()))
        took = time.perf_counter() - began
        return 100 * (cpu_seconds(session.pid) - before) / took


def wall_seconds(argv: Sequence[str], env: Mapping[str, str]) -> float:
    """Run a command to its end, its output thrown away.

    Raises:
        RuntimeError: It failed; with what it said.
    """
    whole = {**os.environ, **env}
    began = time.perf_counter()
    done = subprocess.run(argv, env=whole, stdin=subprocess.DEVNULL, capture_output=True)
    took = time.perf_counter() - began
    if done.returncode:
        said = done.stderr.decode(errors="replace")
        raise RuntimeError(f"{Path(argv[0]).name} ended with {done.returncode}\n{said}")
    return took


def peak_mib(pid: int) -> float:
    """The peak resident size of a running process (VmHWM), in MiB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)


def cpu_seconds(pid: int) -> float:
    """CPU time of a process until now, in seconds, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def p95(values: Sequence[float]) -> float:
    """The 95th percentile (nearest rank)."""
    ordered = sorted(values)
    return ordered[round(0.95 * (len(ordered) - 1))]


def median(values: Sequence[float]) -> float:
    """The median."""
    return statistics.median(values)


def _echo_of(session: Session, letter: str) -> float:
    session.wait_quiet(QUIET, 0.5)
    before = session.text()

    def echoed(text: str) -> bool:
        pairs = zip(before.split("\n"), text.split("\n"), strict=True)
        return any(
            letter in new and any(_letter_came(letter, old, new, at) for at in range(len(new)))
            for old, new in pairs
            if old != new
        )

    pressed = time.perf_counter()
    session.send(letter)
    return (session.wait_for(echoed, ECHO_TIMEOUT) - pressed) * 1000


def _letter_came(letter: str, old: str, new: str, at: int) -> bool:
    return new[at] == letter and old[at : at + 1] != letter
