"""Who may read and write the file, its lock and its backups."""

from __future__ import annotations

import datetime as dt
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.store import backup, files
from kooperation_tui.store.lock import lock_path

if TYPE_CHECKING:
    from tests.store.conftest import Maker

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netz.json"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_files_are_private(path: Path, make: Maker) -> None:
    make.file(path).change(make.put(make.note(1)))
    made = backup.backups(path)[0].path
    assert [mode(one) for one in (path, lock_path(path), made)] == [0o600] * 3
    assert mode(backup.folder(path)) == 0o700


@pytest.mark.parametrize(
    ("rights", "of_backup", "of_folder"),
    [(0o660, 0o660, 0o770), (0o640, 0o640, 0o750), (0o644, 0o640, 0o750)],
)
def test_rights_are_kept(
    path: Path, make: Maker, rights: int, of_backup: int, of_folder: int
) -> None:
    make.file(path).close()
    path.chmod(rights)
    make.open(path).change(make.put(make.note(1)))
    assert mode(path) == rights == mode(lock_path(path))
    assert mode(backup.backups(path)[0].path) == of_backup
    assert mode(backup.folder(path)) == of_folder


def test_rights_given_later_hold_for_all_files(path: Path, make: Maker) -> None:
    make.file(path).change(make.put(make.note(1)))
    path.chmod(0o660)
    store = make.open(path, lambda: make.now + dt.timedelta(days=1))
    store.change(make.put(make.note(2)))
    assert mode(lock_path(path)) == 0o660
    assert mode(backup.folder(path)) == 0o770


@needs_root
def test_owner_and_group_are_kept(path: Path, make: Maker) -> None:
    make.file(path).close()
    path.chmod(0o660)
    os.chown(path, 4321, 1234)
    make.open(path).change(make.put(make.note(1)))
    made = [path, lock_path(path), backup.folder(path), backup.backups(path)[0].path]
    assert [(one.stat().st_uid, one.stat().st_gid) for one in made] == [(4321, 1234)] * 4


def test_a_group_that_cannot_be_kept_gets_no_rights(
    path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make.file(path)
    path.chmod(0o666)
    real = os.stat

    def refuse(*_: object) -> None:
        raise PermissionError

    like = list(real(path))
    like[stat.ST_GID] = 1234
    monkeypatch.setattr(os, "fchown", refuse)
    stamp = files.put_durably(path, path.read_bytes(), like=os.stat_result(like), mode=0o666)
    assert stamp == files.stamp_of(path.stat())
    assert mode(path) == 0o606
    store.read()
