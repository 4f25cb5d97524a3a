"""Files that cannot be read or written: one clear sentence, and nothing is overwritten."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.domain.events import Event
from kooperation_tui.store import backup, errors
from kooperation_tui.store.errors import (
    Damaged,
    Newer,
    NotOurs,
    StoreError,
)
from kooperation_tui.store.tinydb_store import TinyStore

if TYPE_CHECKING:
    from tests.store.conftest import Maker, Refuses


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netz.json"


def cut_places(data: bytes) -> dict[str, int]:
    """Every kind of place where a file can end."""
    return {
        "nothing": 0,
        "one byte": 1,
        "in the head": data.index(b"generation") + 3,
        "in the number": data.index(b'"format"') - 1,
        "behind our table": data.index(b"}},") + 2,
        "in a key": data.index(b'"network":{"') + 20,
        "in a word": data.index(b'"name":"') + 12,
        "in a character": data.index("ü".encode()) + 1,
        "between rows": data.index(b"},", data.index(b'"events"')) + 1,
        "before the last brace": len(data) - 1,
        "before two braces": len(data) - 2,
    }


KINDS_OF_PLACES = list(cut_places('generation"format"}},"network":{""name":"ü"events"},'.encode()))


@pytest.mark.parametrize("with_backup", [False, True])
@pytest.mark.parametrize("place", KINDS_OF_PLACES)
def test_a_cut_off_file_is_damaged(
    path: Path, make: Maker, refuses: Refuses, place: str, with_backup: bool
) -> None:
    store = make.file(path)
    store.change(make.put(make.note(1), make.note(2)))
    if not with_backup:
        shutil.rmtree(backup.folder(path))
    whole = path.read_bytes()
    cut = whole[: cut_places(whole)[place]]
    path.write_bytes(cut)
    refuses(store.read, path, Damaged)
    refuses(lambda: store.change(make.put(make.note(3))), path, Damaged)
    head = cut_places(whole)["behind our table"]
    again = Damaged if with_backup or len(cut) >= head else NotOurs
    refuses(lambda: make.open(path), path, again)
    assert path.read_bytes() == cut
    path.write_bytes(whole)
    store.change(make.put(make.note(3)))
    assert len(make.open(path).read().rows(Event)) == 3


def test_a_damaged_file_is_named_with_its_newest_backup(path: Path, make: Maker) -> None:
    store = make.file(path)
    store.change(make.put(make.note(1)))
    path.write_bytes(b"\0" * 5000)
    with pytest.raises(Damaged) as refused:
        store.read()
    newest = backup.backups(path)[0]
    assert refused.value.args_by_name["backup"] == str(newest.path)
    assert refused.value.args_by_name["taken"] == newest.taken_at
    assert "kooperation restore" in refused.value.message


def test_a_writer_looks_before_it_writes(path: Path, make: Maker, refuses: Refuses) -> None:
    """The kept copy is whole; the file is not. It must not be papered over."""
    store = make.file(path)
    stamp = path.stat()
    data = path.read_bytes()
    path.write_bytes(b"x" * len(data))
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    refuses(lambda: store.change(make.put(make.note(1))), path, Damaged)
    assert path.read_bytes() == b"x" * len(data)


OTHERS = {
    "empty": b"",
    "spaces": b"  \n",
    "a letter": "Sehr geehrte Frau Müller,".encode(),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "a list": b"[1, 2, 3]",
    "a number": b"17",
    "another program's": b'{"name": "x", "version": 3}',
    "another TinyDB": b'{"_default": {"1": {"a": 1}}}',
    "half of our mark": b'{"_store": {"1": {"generation": 3}}}',
    "a wrong mark": b'{"_store": {"1": {"generation": "3", "format": null}}}',
    "old encoding": '{"name": "Träger"}'.encode("latin-1"),
    "very deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", list(OTHERS))
def test_a_file_of_something_else_is_not_ours(
    path: Path, make: Maker, refuses: Refuses, name: str
) -> None:
    path.write_bytes(OTHERS[name])
    refuses(lambda: make.open(path), path, NotOurs)
    assert path.read_bytes() == OTHERS[name]
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "inside",
    [
        {"network": [1, 2]},
        {"network": {"1": "text"}},
        {"network": {"1": {"a": [{}]}}, "events": 3},
    ],
)
def test_ours_with_nonsense_inside_is_damaged(
    path: Path, make: Maker, refuses: Refuses, inside: dict[str, object]
) -> None:
    own = {"_store": {"1": {"generation": 3, "format": 1}}}
    path.write_text(json.dumps({**own, **inside}))
    refuses(lambda: make.open(path), path, Damaged)


def test_wrong_bytes_in_a_text_are_damage(path: Path, make: Maker, refuses: Refuses) -> None:
    make.file(path).close()
    path.write_bytes(path.read_bytes().replace("ü".encode(), b"\xfc "))
    refuses(lambda: make.open(path), path, Damaged)


@pytest.mark.parametrize("format_", [2, 99])
@pytest.mark.parametrize("rest", [b'"network":{}}', b"now something else entirely"])
def test_a_newer_format_is_refused(
    path: Path, make: Maker, refuses: Refuses, format_: int, rest: bytes
) -> None:
    store = make.file(path)
    whole = path.read_bytes()
    newer = b'{"_store":{"1":{"generation":9,"format":%d}},' % format_ + rest
    path.write_bytes(newer)
    for work in (
        lambda: make.open(path),
        store.read,
        lambda: store.change(make.put(make.note(1))),
    ):
        refuses(work, path, Newer)
    assert path.read_bytes() == newer
    path.write_bytes(whole)
    store.change(make.put(make.note(1)))


# --- a script that writes in place ------------------------------------------------------


def test_a_torn_read_is_tried_again(
    path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kooperation_tui.store import storage

    make.file(path).close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-20])
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            path.write_bytes(whole)

    monkeypatch.setattr(time, "sleep", pause)
    content, _ = storage.load(path, patience=3600)
    assert content.tables["network"]
    assert len(pauses) == 2


def test_nobody_waits_twice_for_the_same_broken_state(
    path: Path, make: Maker, refuses: Refuses, monkeypatch: pytest.MonkeyPatch
) -> None:
    make.file(path).close()
    store = TinyStore(path, clock=make.clock, patience=0.001)
    path.write_bytes(path.read_bytes()[:-1])
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    refuses(store.read, path, Damaged)
    assert pauses
    pauses.clear()
    refuses(store.read, path, Damaged)
    assert not pauses


def test_every_error_of_the_system_becomes_a_sentence(path: Path) -> None:
    for number in range(1, 134):
        for failed in (errors.reading_failed, errors.writing_failed):
            with pytest.raises(StoreError) as refused:
                failed(path, OSError(number, os.strerror(number)))
            assert str(path) in str(refused.value)
