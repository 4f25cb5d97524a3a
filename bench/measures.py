"""The measurements: each compares the target with its baseline, alternating, in one run."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import probe
from bench.seats import replace
from bench.target import Target

ROOT = Path(__file__).resolve().parents[1]
SEEN_TIMEOUT = 5.0


@dataclass(frozen=True)
class Setup:
    """What is compared, on which file, and how often."""

    target: Target
    baseline: Target
    file: Path
    runs: int
    keys: int
    idle_seconds: float
    start_limit: float
    memory_limit: float | None


@dataclass(frozen=True)
class Row:
    """One line of the table; a limit is for the ratio, or for the value itself in its unit."""

    name: str
    value: float
    baseline: float
    unit: str
    ratio_limit: float | None = None
    value_limit: float | None = None


def start(setup: Setup) -> list[Row]:
    """First full screen and peak memory, one warm-up run each thrown away."""
    ours: list[probe.Start] = []
    theirs: list[probe.Start] = []
    for _ in range(setup.runs + 1):
        theirs.append(probe.start(setup.baseline.screen))
        ours.append(probe.start(setup.target.screen))
    seconds = [[1000 * one.seconds for one in side[1:]] for side in (ours, theirs)]
    peak = [[one.peak_mib for one in side[1:]] for side in (ours, theirs)]
    return [
        _row("first full screen / bare app", *seconds, unit="ms", ratio_limit=setup.start_limit),
        _row("peak memory / bare app", *peak, unit="MiB", value_limit=setup.memory_limit),
    ]


def echo(setup: Setup) -> list[Row]:
    """Key echo in the line."""
    return _echo(setup, "key echo")


def echo_while_saving(setup: Setup) -> list[Row]:
    """Key echo in the line while another seat saves in a loop, beside the baseline as well."""
    with _other_seat(setup, "loop"):
        return _echo(setup, "key echo, other seat saving")


def save(setup: Setup) -> list[Row]:
    """One changed note, against the bare durable write of the same bytes."""
    seat = setup.target.seat(setup.file)
    ours, theirs = [], []
    copy = setup.file.with_name("bare-write")
    for number in range(10 * setup.runs):
        began = time.perf_counter()
        seat.change(f"note {number}")
        ours.append(1000 * (time.perf_counter() - began))
        data = setup.file.read_bytes()
        began = time.perf_counter()
        replace(copy, data)
        theirs.append(1000 * (time.perf_counter() - began))
    copy.unlink()
    return [_row("saved line / bare write", ours, theirs, unit="ms", ratio_limit=4)]


def seen(setup: Setup) -> list[Row]:
    """From the end of a change to its sight in another process, against the time allowed."""
    seat = setup.target.seat(setup.file)
    times: list[float] = []
    with _other_seat(setup, "watch") as watcher:
        assert watcher.stdout
        for number in range(3 * setup.runs):
            text = f"seen {number}"
            time.sleep(0.037 * (number % 7))  # not in step with a watcher that looks at intervals
            seat.change(text)
            saved = time.perf_counter()
            with _ended_after(watcher, SEEN_TIMEOUT):
                for line in watcher.stdout:
                    shown, _, stamp = line.rstrip().rpartition(" ")
                    if shown == text:
                        times.append(max(0.0, 1000 * (float(stamp) - saved)))
                        break
                else:
                    raise AssertionError(f"the other seat never saw {text!r}")
    return [
        Row("seen by another seat, median / allowed", probe.median(times), 300, "ms", 1),
        Row("seen by another seat, slowest / allowed", max(times), 300, "ms", 1),
    ]


def idle(setup: Setup) -> list[Row]:
    """CPU share of a program that is left alone."""
    ours = probe.idle_percent(setup.target.screen, setup.idle_seconds)
    theirs = probe.idle_percent(setup.baseline.screen, setup.idle_seconds)
    return [Row("idle CPU / bare app", ours, theirs, "%", value_limit=1)]


def export(setup: Setup) -> list[Row]:
    """The last minutes on standard output, as a whole process."""
    ours, theirs = [], []
    for _ in range(2 * setup.runs + 1):
        theirs.append(1000 * probe.wall_seconds(setup.baseline.export, setup.baseline.env))
        ours.append(1000 * probe.wall_seconds(setup.target.export, setup.target.env))
    return [_row("export / importing its libraries", ours[1:], theirs[1:], unit="ms")]


MEASURES: dict[str, Callable[[Setup], list[Row]]] = {
    "start": start,
    "echo": echo,
    "echo-saving": echo_while_saving,
    "save": save,
    "seen": seen,
    "idle": idle,
    "export": export,
}


def _row(
    name: str,
    ours: list[float],
    theirs: list[float],
    *,
    unit: str,
    ratio_limit: float | None = None,
    value_limit: float | None = None,
) -> Row:
    """The row of two medians."""
    return Row(name, probe.median(ours), probe.median(theirs), unit, ratio_limit, value_limit)


def _echo(setup: Setup, name: str) -> list[Row]:
    ours: list[float] = []
    theirs: list[float] = []
    for run in range(2):  # alternating, so that both meet the same disturbances
        theirs += probe.echo(setup.baseline.typing, setup.keys // 2, seed=run)
        ours += probe.echo(setup.target.typing, setup.keys // 2, seed=run)
    return [
        _row(f"{name}, median / bare TextArea", ours, theirs, unit="ms", ratio_limit=2),
        Row(f"{name}, p95 / bare TextArea", probe.p95(ours), probe.p95(theirs), "ms", 2),
    ]


@contextmanager
def _other_seat(setup: Setup, mode: str) -> Iterator[subprocess.Popen[str]]:
    """Another process with the same file, ready when the block begins, ended after it."""
    argv = [sys.executable, "-m", "bench.seats", mode, str(setup.file)]
    if setup.target.plain:
        argv.append("--plain")
    process = subprocess.Popen(argv, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        if process.stdout.readline() != "ready\n":
            raise NotImplementedError("the other seat did not start")
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def _ended_after(process: subprocess.Popen[str], seconds: float) -> Iterator[None]:
    """Kill a process if the block takes longer, so that reading from it comes to an end."""
    timer = threading.Timer(seconds, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
