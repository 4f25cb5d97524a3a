"""Files that are gone or forbidden: one sentence, and saving goes on when they are back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.domain.events import Event
from kooperation_tui.store import backup
from kooperation_tui.store.errors import (
    Missing,
    StoreError,
    Unreadable,
    Unwritable,
    Vanished,
)
from kooperation_tui.store.lock import lock_path

if TYPE_CHECKING:
    from tests.store.conftest import AsNobody, Maker, Refuses


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netz.json"


def test_a_missing_file(path: Path, make: Maker, refuses: Refuses) -> None:
    refuses(lambda: make.open(path), path, Missing)
    refuses(lambda: make.open(path / "deeper"), path, Missing)
    assert not list(path.parent.iterdir())


def test_a_folder_is_no_file(path: Path, make: Maker, refuses: Refuses) -> None:
    path.mkdir()
    refuses(lambda: make.open(path), path, Unreadable)


def test_a_pipe_does_not_hang(path: Path, make: Maker, refuses: Refuses) -> None:
    os.mkfifo(path)
    refuses(lambda: make.open(path), path, Unreadable)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_vanished_file_comes_back(
    tmp_path: Path, make: Maker, refuses: Refuses, what: str
) -> None:
    folder = tmp_path / "Stick"
    folder.mkdir()
    path = folder / "netz.json"
    store = make.file(path)
    old = store.read()
    gone = path if what == "file" else folder
    away = gone.rename(tmp_path / "away")
    refuses(store.read, path, Vanished)
    refuses(lambda: store.change(make.put(make.note(1))), path, Vanished)
    assert not gone.exists(), "it was made anew without what was in it"
    assert old.network.name == "Kooperation Grünau"
    away.rename(gone)
    store.change(make.put(make.note(1)))
    assert len(make.open(path).read().rows(Event)) == 1


def told(work: Callable[[], object]) -> str:
    """The kind and the sentence of what `work` raises, as text for a pipe."""
    try:
        work()
    except StoreError as refused:
        return f"{type(refused).__name__}: {refused}"
    return "worked"


def test_a_file_of_others_cannot_be_read(
    shared_folder: Path, make: Maker, as_nobody: AsNobody
) -> None:
    path = shared_folder / "netz.json"
    make.file(path).close()
    path.chmod(0o000)
    said = as_nobody(lambda: told(lambda: make.open(path)))
    assert said == f"Unreadable: You are not allowed to read {path}; ask its owner for access."


@pytest.mark.parametrize("with_lock", [False, True])
def test_a_read_only_folder_can_be_read(
    shared_folder: Path, make: Maker, as_nobody: AsNobody, with_lock: bool
) -> None:
    path = shared_folder / "netz.json"
    make.file(path).close()
    path.chmod(0o666)
    lock_path(path).chmod(0o666)
    if not with_lock:
        lock_path(path).unlink()
    shared_folder.chmod(0o555)
    before = path.read_bytes()

    def work() -> str:
        store = make.open(path)
        assert store.read().network
        said = told(lambda: store.change(make.put(make.note(1))))
        assert not store.read().rows(Event)
        return said

    said = as_nobody(work)
    assert said.startswith(f"Unwritable: {path} was not saved because you are not allowed")
    assert path.read_bytes() == before
    shared_folder.chmod(0o777)
    assert as_nobody(lambda: told(lambda: make.open(path).change(make.put(make.note(1))))) == (
        "worked"
    )


def test_a_read_only_file_is_not_replaced(
    shared_folder: Path, make: Maker, as_nobody: AsNobody
) -> None:
    path = shared_folder / "netz.json"
    make.file(path).close()
    lock_path(path).chmod(0o666)
    path.chmod(0o444)
    shared_folder.chmod(0o777)
    before = path.read_bytes()
    said = as_nobody(lambda: told(lambda: make.open(path).change(make.put(make.note(1)))))
    assert said.startswith(f"Unwritable: {path} is read-only; ")
    assert path.read_bytes() == before


def test_a_failed_day_backup_does_not_stop_the_meeting(path: Path, make: Maker) -> None:
    store = make.file(path)
    backup.folder(path).write_text("in the way")
    saved = store.change(make.put(make.note(1)))
    assert isinstance(saved.backup_problem, Unwritable)
    assert str(path) in str(saved.backup_problem)
    assert len(make.open(path).read().rows(Event)) == 1
    backup.folder(path).unlink()
    assert store.change(make.put(make.note(2))).backup_problem is None
    assert len(backup.backups(path)) == 1
