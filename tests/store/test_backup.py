"""Backups: when they are made, how many are kept, and the way back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.domain.events import Event
from kooperation_tui.store import backup, fileformat
from kooperation_tui.store.errors import Damaged, Missing, Newer, StoreError, Unwritable
from kooperation_tui.store.tinydb_store import TinyStore

if TYPE_CHECKING:
    from tests.store.conftest import Maker


class Days:
    """A clock that is set by hand."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now

    def sleep(self, days: int = 1) -> None:
        self.now += dt.timedelta(days=days)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netz.json"


@pytest.fixture
def days(make: Maker) -> Days:
    return Days(make.now)


@pytest.fixture
def store(path: Path, make: Maker, days: Days) -> TinyStore:
    return make.file(path, days)


def names(path: Path) -> list[str]:
    return [one.path.name for one in backup.backups(path)]


def test_one_before_the_first_save_of_a_day(
    path: Path, make: Maker, days: Days, store: TinyStore
) -> None:
    before = path.read_bytes()
    for seq in range(3):
        store.change(make.put(make.note(seq)))
    assert names(path) == ["netz.2026-10-14T0904.json"]
    assert backup.backups(path)[0].path.read_bytes() == before
    make.open(path, days).change(make.put(make.note(4)))  # another program, the same day
    assert len(names(path)) == 1
    evening = path.read_bytes()
    days.sleep()
    store.change(make.put(make.note(5)))
    assert names(path) == ["netz.2026-10-15T0904.json", "netz.2026-10-14T0904.json"]
    assert backup.backups(path)[0].path.read_bytes() == evening


def test_a_change_of_nothing_makes_none(path: Path, store: TinyStore) -> None:
    from kooperation_tui.domain.data import Change

    store.change(lambda data: Change())
    assert names(path) == []


def test_ten_are_kept(path: Path, make: Maker, days: Days, store: TinyStore) -> None:
    for seq in range(13):
        store.change(make.put(make.note(seq)))
        days.sleep()
    found = backup.backups(path)
    assert len(found) == backup.KEPT == 10
    assert [one.taken_at.day for one in found] == list(range(26, 16, -1))


def test_several_in_one_minute(path: Path, days: Days, store: TinyStore) -> None:
    made = [backup.backup(path, days.now) for _ in range(12)]
    assert [one.path.name for one in made[:2]] == [
        "netz.2026-10-14T0904.json",
        "netz.2026-10-14T0904-2.json",
    ]
    assert [one.count for one in backup.backups(path)] == list(range(12, 2, -1))


def test_no_backup_of_a_broken_file(path: Path, days: Days, store: TinyStore) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(Damaged):
        backup.backup(path, days.now, patience=0)
    assert names(path) == []


def test_other_files_in_the_folder_are_left_alone(
    path: Path, make: Maker, days: Days, store: TinyStore
) -> None:
    backup.folder(path).mkdir()
    others = [
        backup.folder(path) / name
        for name in ("notes.txt", "netz.2026-99-99T0904.json", "netzwerk.2026-10-14T0904.json")
    ]
    for one in others:
        one.touch()
    for seq in range(12):
        store.change(make.put(make.note(seq)))
        days.sleep()
    assert len(names(path)) == 10
    assert all(one.exists() for one in others)


@pytest.mark.parametrize("present", ["whole", "damaged", "headless", "empty", "missing"])
def test_the_way_back(path: Path, make: Maker, days: Days, store: TinyStore, present: str) -> None:
    store.change(make.put(make.note(1)))
    backup.backup(path, days.now)
    store.change(make.put(make.note(2)))
    generation = store.read().generation
    whole = path.read_bytes()
    path.chmod(0o640)
    states = {"damaged": whole[:-9], "headless": b"\0" * 900 + whole[900:], "empty": b""}
    replaced: bytes | None = states.get(present, whole)
    path.write_bytes(states.get(present, whole))
    if present == "missing":
        path.unlink()
        replaced = None
    aside = backup.restore(path, "netz.2026-10-14T0904-2.json", days.now)
    assert (aside.read_bytes() if aside else None) == replaced
    assert [event.seq for event in make.open(path).read().rows(Event)] == [1]
    # A program that had it open all the time sees it and goes on.
    assert [event.seq for event in store.read().rows(Event)] == [1]
    assert store.read().generation > generation
    store.change(make.put(make.note(3)))
    assert len(make.open(path).read().rows(Event)) == 2
    assert path.stat().st_mode & 0o777 == (0o600 if present == "missing" else 0o640)


def test_what_was_replaced_is_never_thrown_away(
    path: Path, make: Maker, days: Days, store: TinyStore
) -> None:
    first = backup.backup(path, days.now)
    store.change(make.put(make.note(1)))
    lost = path.read_bytes()
    aside = backup.restore(path, first.path, days.now)
    assert aside is not None
    for seq in range(15):
        days.sleep()
        store.change(make.put(make.note(seq)))
    assert aside.read_bytes() == lost
    found = backup.backups(path)
    assert [one.path for one in found if one.replaced] == [aside]
    assert len(found) == 11
    newest = backup.newest(path)
    assert newest is not None and not newest.replaced
    backup.restore(path, aside, days.now)
    assert [event.seq for event in store.read().rows(Event)] == [1]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"{", Damaged),
        (b'{"_store":{"1":{"generation":1,"format":2}}}', Newer),
        (None, Missing),
    ],
)
def test_a_bad_backup_replaces_nothing(
    path: Path, days: Days, store: TinyStore, data: bytes | None, kind: type[StoreError]
) -> None:
    bad = backup.folder(path) / "netz.2026-10-13T0904.json"
    if data is not None:
        bad.parent.mkdir()
        bad.write_bytes(data)
    before = path.read_bytes()
    with pytest.raises(kind, match=r"backup .*netz\.2026-10-13T0904\.json"):
        backup.restore(path, bad.name, days.now)
    assert path.read_bytes() == before


def test_a_restore_that_fails_leaves_the_file(
    path: Path, days: Days, store: TinyStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.backup(path, days.now)
    before = path.read_bytes()

    def full(fd: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patched:
        patched.setattr("kooperation_tui.store.files.flush", full)
        with pytest.raises(Unwritable, match="disk is full"):
            backup.restore(path, made.path, days.now)
    assert path.read_bytes() == before
    backup.restore(path, made.path, days.now)


def test_a_name_without_ending_has_its_own_folder(tmp_path: Path) -> None:
    places = {backup.folder(tmp_path / name).name for name in ("netz.json", "netz.kooperation")}
    assert places == {"netz.backups", "netz.kooperation.backups"}


def test_the_generation_is_changed_and_nothing_else() -> None:
    data = fileformat.dump({"network": {"1": {"id": "1", "name": "generation"}}}, 7)
    assert fileformat.with_generation(data, 123) == data.replace(b":7,", b":123,")
    assert fileformat.with_generation(b"{}", 123) == b"{}"
