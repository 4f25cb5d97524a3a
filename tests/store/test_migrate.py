"""Files of an older format: read at once, written anew only after a backup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Organisation
from kooperation_tui.store import backup, migrate
from kooperation_tui.store.errors import Newer, Unwritable

if TYPE_CHECKING:
    from tests.store.conftest import Maker


def rename_partners(tables: migrate.Tables) -> migrate.Tables:
    """Format 0 called the partners something else."""
    return {"organisations" if name == "partners" else name: rows for name, rows in tables.items()}


@pytest.fixture
def old(tmp_path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of format 0, and the way from there."""
    monkeypatch.setitem(migrate.MIGRATIONS, 0, rename_partners)
    path = tmp_path / "netz.json"
    make.file(path).close()
    text = path.read_text(encoding="utf-8")
    text = text.replace('"format":1', '"format":0').replace('"organisations"', '"partners"')
    path.write_text(text, encoding="utf-8")
    return path


def test_reading_leaves_it_as_it_is(old: Path, make: Maker) -> None:
    before = old.read_bytes()
    assert [row.code for row in make.open(old).read().rows(Organisation)] == ["BK"]
    assert old.read_bytes() == before
    assert not backup.folder(old).exists()


def test_the_first_save_makes_a_backup_and_writes_todays_format(old: Path, make: Maker) -> None:
    before = old.read_bytes()
    backup_today = backup.backup(old, make.now)  # the day's own does not count
    store = make.open(old)
    store.change(make.put(make.note(1)))
    newest = backup.newest(old)
    assert newest is not None and newest.path != backup_today.path
    assert newest.path.read_bytes() == before
    tables = json.loads(old.read_text(encoding="utf-8"))
    assert tables["_store"]["1"]["format"] == migrate.FORMAT
    assert "partners" not in tables
    assert [row.code for row in make.open(old).read().rows(Organisation)] == ["BK"]
    store.change(make.put(make.note(2)))
    assert len(backup.backups(old)) == 2


def test_without_a_backup_nothing_is_migrated(old: Path, make: Maker) -> None:
    before = old.read_bytes()
    backup.folder(old).touch()
    with pytest.raises(Unwritable):
        make.open(old).change(make.put(make.note(1)))
    assert old.read_bytes() == before


def test_an_old_backup_that_is_put_back_is_migrated_again(old: Path, make: Maker) -> None:
    made = backup.backup(old, make.now)
    store = make.open(old)
    store.change(make.put(make.note(1)))
    backup.restore(old, made.path, make.now)
    assert [row.code for row in store.read().rows(Organisation)] == ["BK"]
    assert not store.read().rows(Event)
    store.change(make.put(make.note(2)))
    assert len(make.open(old).read().rows(Event)) == 1


def test_a_format_without_a_way_is_refused(old: Path, make: Maker) -> None:
    del migrate.MIGRATIONS[0]
    with pytest.raises(Newer, match=r"unknown format \(0\)"):
        make.open(old)
    migrate.MIGRATIONS[0] = rename_partners
