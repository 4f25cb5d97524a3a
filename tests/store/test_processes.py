"""Several programs at once, programs that are killed, a disk that gets full."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Organisation
from kooperation_tui.store.errors import Busy

if TYPE_CHECKING:
    from tests.store.conftest import Maker

SEAT = Path(__file__).with_name("seat.py")


def seat(*words: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(SEAT), *map(str, words)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> str:
    out, _ = process.communicate()
    assert process.returncode == 0
    return out


def test_two_programs_keep_all_their_saves(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "netz.json"
    make.file(path).close()
    running = [seat("many", path, who, 500) for who in (1, 2)]
    for process in running:
        answer(process)
    data = make.open(path).read()
    assert data.get(Organisation, "c0").code == "1000"
    for who in (1, 2):
        assert all(data.find(Organisation, f"{who:x}{n:05x}") for n in range(1, 501))


def test_a_killed_writer_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    found = Counter(answer(seat("killed", tmp_path, 200, 20261014)).splitlines())
    assert set(found) == {"in the middle", "between"}, found
    assert found.total() == 200
    assert found["in the middle"] > 10, "the kills came at the wrong moments"


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "netz.json"
    make.file(path).close()
    number, kept, said = answer(seat("full", path, 6000)).split(" ", 2)
    assert int(number) > 3
    assert "disk is full" in said
    store = make.open(path)
    rows = store.read().rows(Organisation)
    assert len(rows) == int(kept) == int(number) + 2
    assert "there is room again" in {row.code for row in rows}
    store.change(make.put(make.note(1)))
    assert len(make.open(path).read().rows(Event)) == 1


@contextmanager
def holding(path: Path) -> Iterator[None]:
    process = seat("hold", path)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    try:
        yield
    finally:
        answer(process)


def test_a_held_lock_is_said_and_reading_goes_on(tmp_path: Path, make: Maker) -> None:
    path = tmp_path / "netz.json"
    store = make.file(path)
    before = path.read_bytes()
    with holding(path):
        with pytest.raises(Busy, match=r"Another program is saving .*netz.json right now"):
            store.change(make.put(make.note(1)))
        assert make.open(path).read().network
    assert path.read_bytes() == before
    store.change(make.put(make.note(1)))
    assert len(make.open(path).read().rows(Event)) == 1
