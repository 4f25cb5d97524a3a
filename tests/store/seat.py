"""Programs that save into a network file, for tests with more than one process.

seat.py many PATH WHO COUNT    COUNT saves one after the other
seat.py full PATH LIMIT        saves until the disk is full (LIMIT bytes a file)
seat.py hold PATH              holds the lock until its input ends
seat.py killed FOLDER RUNS SEED    starts a writer and kills it, RUNS times
"""

from __future__ import annotations

import datetime as dt
import os
import random
import resource
import select
import signal
import sys
import time
from pathlib import Path

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Organisation
from kooperation_tui.store.contract import Command
from kooperation_tui.store.errors import Unwritable
from kooperation_tui.store.lock import locked
from kooperation_tui.store.tinydb_store import TinyStore


def clock() -> dt.datetime:
    return dt.datetime(2026, 10, 14, 9, 4, tzinfo=dt.UTC)


def partner(identity: str, code: str, name: str = "Träger") -> Organisation:
    return Organisation(id=identity, code=code, name=name)


def put(*records: Organisation) -> Command:
    return lambda data: Change(puts=records)


def many(path: Path, who: int, count: int) -> None:
    """Adds `count` rows of its own and counts up a row that all seats share."""
    store = TinyStore(path, clock=clock, wait=60)
    for number in range(1, count + 1):

        def command(data: Data, number: int = number) -> Change:
            shared = data.find(Organisation, "c0")
            total = int(shared.code) if shared else 0
            own = partner(f"{who:x}{number:05x}", str(number))
            return Change(puts=(own, partner("c0", str(total + 1))))

        store.change(command)


def full(path: Path, limit: int) -> None:
    """Prints how many saves were acknowledged, and what was said then."""
    store = TinyStore(path, clock=clock)
    store.change(put(partner("f00", "0")))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    number = 0
    try:
        while True:
            one = partner(f"f{number + 1:05x}", "1", "x" * 500)
            store.change(put(one))
            number += 1
    except Unwritable as refused:
        kept = len(store.read().rows(Organisation))
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        store.change(put(partner("f00", "there is room again")))
        print(number, kept, refused)


def hold(path: Path) -> None:
    with locked(path):
        print("held", flush=True)
        sys.stdin.read()


def write_forever(path: Path, acknowledge: int) -> None:
    """Two rows that always say the same number, and a text that grows and shrinks."""
    store = TinyStore(path, clock=clock)
    number = 0
    while True:
        number += 1
        text = "ü" * random.randrange(20_000)
        pair = (partner("a", str(number), text), partner("b", str(number)))
        store.change(put(*pair))
        os.write(acknowledge, b"%d\n" % number)


def kill_one(path: Path) -> str:
    """Start a writer, kill it at a random moment, look at what is there."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        write_forever(path, writer)
    os.close(writer)
    heard = b""
    for _ in range(random.randrange(1, 4)):
        heard += os.read(reader, 64)
    # Somewhere in the next save, or behind it if that one is quick.
    end = time.perf_counter() + random.random() * 0.012
    while (left := end - time.perf_counter()) > 0 and not select.select([reader], [], [], 0)[0]:
        select.select([], [], [], min(left, 0.0005))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reader, 1 << 16):
        heard += more
    os.close(reader)
    acknowledged = int(heard.splitlines()[-1]) if heard else 0
    return judge(path, acknowledged)


def judge(path: Path, acknowledged: int) -> str:
    left = any(path.parent.glob(".*.tmp"))
    data = TinyStore(path, clock=clock, patience=0).read()
    codes = [data.get(Organisation, one).code for one in ("a", "b")]
    if codes[0] != codes[1]:
        return f"half a change: {codes}"
    if int(codes[0]) < acknowledged:
        return f"lost: {acknowledged} acknowledged, {codes[0]} there"
    # The next writer gets the lock at once and cleans up.
    store = TinyStore(path, clock=clock, patience=0, wait=0)
    store.change(put(partner("a", "0"), partner("b", "0")))
    if any(path.parent.glob(".*.tmp")):
        return "temporary file left behind"
    return "in the middle" if left else "between"


def killed(folder: Path, runs: int, seed: int) -> None:
    random.seed(seed)
    path = folder / "netz.json"
    TinyStore.create(path, [partner("a", "0"), partner("b", "0")], clock=clock).close()
    for _ in range(runs):
        print(kill_one(path), flush=True)


def main() -> None:
    what, path, *numbers = sys.argv[1:]
    work = {"many": many, "full": full, "hold": hold, "killed": killed}[what]
    work(Path(path), *(int(number) for number in numbers))  # type: ignore[operator]


if __name__ == "__main__":
    main()
