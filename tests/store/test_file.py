"""What only a file has: other handles, rights, other programs' hands."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tinydb import Query, TinyDB

from kooperation_tui.domain.data import Change, Data, row_key
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.model import Network, Organisation
from kooperation_tui.store import files
from kooperation_tui.store.errors import Exists, Unwritable
from kooperation_tui.store.fileformat import HEAD_SIZE, head_of
from kooperation_tui.store.tinydb_store import TinyStore

if TYPE_CHECKING:
    from tests.store.conftest import Maker


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "netz.json"


# --- other handles ------------------------------------------------------------------


def test_another_handles_change_is_seen(path: Path, make: Maker) -> None:
    mine, other = make.file(path), make.open(path)
    network = mine.read().network
    note = make.note(1)
    other.change(make.put(note))
    assert mine.read().get(Event, note.id) == note
    assert mine.read().network is network, "a row that stayed was read again"


async def test_changes_tell_what_another_handle_changed(path: Path, make: Maker) -> None:
    mine, other = make.file(path), make.open(path)
    partner = mine.read().rows(Organisation)[0]
    changes = mine.changes()
    note = make.note(1)
    other.change(make.put(note, make.partner("AA", partner.id)))
    assert await anext(changes) == {(Event.TABLE, note.id), (Organisation.TABLE, partner.id)}


async def test_changes_say_that_reading_fails_and_works_again(path: Path, make: Maker) -> None:
    mine = make.file(path)
    changes = mine.changes()
    away = path.rename(path.with_name("away"))
    assert await anext(changes) == frozenset()
    away.rename(path)
    assert await anext(changes) == frozenset()
    note = make.note(1)
    make.open(path).change(make.put(note))
    assert await anext(changes) == {(Event.TABLE, note.id)}


def test_memory_does_not_grow_with_other_handles_changes(path: Path, make: Maker) -> None:
    mine, other = make.file(path), make.open(path)
    for seq in range(20):
        note = make.note(seq)
        other.change(make.put(note))
        assert mine.read().rows(Event) == (note,)
        other.change(make.delete(Event, note.id))
        assert mine.read().rows(Event) == ()
    assert not mine.read().memo


def test_reading_the_same_again_does_not_open_the_file(
    path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = make.file(path)
    store._storage._loaded_at -= 60  # long enough ago to trust the stamp
    before = store.read()

    def forbidden(*_: object) -> bytes:
        raise AssertionError("read")

    monkeypatch.setattr(files, "read_start", forbidden)
    monkeypatch.setattr(files, "read_whole", forbidden)
    assert store.read() is before


@pytest.mark.parametrize("writer", [False, True])
def test_a_state_with_the_same_stamp_is_told_by_its_generation(
    path: Path, make: Maker, writer: bool
) -> None:
    store = make.file(path)
    if writer:
        store._storage._loaded_at -= 60  # only a reader trusts an old stamp
    stamp = path.stat()
    data = path.read_bytes()
    forged = data.replace(b'"generation":1,', b'"generation":2,').replace(b'"BK"', b'"ZZ"')
    assert len(forged) == len(data) != 0
    path.write_bytes(forged)
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert files.stamp_of(path.stat()) == files.stamp_of(stamp)
    if writer:
        store.change(make.put(make.note(1)))
    assert [row.code for row in store.read().rows(Organisation)] == ["ZZ"]


# --- TinyDB's own hands -------------------------------------------------------------


def test_plain_tinydb_opens_the_file(path: Path, make: Maker) -> None:
    note = make.note(1, "Grüße aus Köln")
    make.file(path).change(make.put(note))
    with TinyDB(path, encoding="utf-8", access_mode="r") as database:
        assert database.tables() == {"_store", "network", "organisations", "meetings", "events"}
        events = database.table(Event.TABLE)
        found = events.get(doc_id=int(note.id, 16))
        assert found is not None and not isinstance(found, list)
        assert found["what"]["text"] == "Grüße aus Köln"
        assert events.count(Query().seq == 1) == 1
    assert "Grüße aus Köln" in path.read_text(encoding="utf-8")


def test_what_plain_tinydb_writes_in_place_is_kept(path: Path, make: Maker) -> None:
    store = make.file(path)
    network = store.read().network
    with TinyDB(path, encoding="utf-8") as database:
        database.table(Organisation.TABLE).update({"code": "ZZ"})
        database.table("eigenes").insert({"notiz": "bleibt"})
    store.change(make.put(make.note(1)))
    data = make.open(path).read()
    assert [row.code for row in data.rows(Organisation)] == ["ZZ"]
    assert data.tables["eigenes"] == {"1": {"notiz": "bleibt"}}
    assert store.read().network is network, "a row that says the same is the same"


def test_nothing_writes_past_change(path: Path, make: Maker) -> None:
    store = make.file(path)
    before = path.read_bytes()
    with pytest.raises(RuntimeError):
        store._database.table(Network.TABLE).truncate()
    assert path.read_bytes() == before
    assert len(store.read().rows(Network)) == 1


def spoil(store: TinyStore) -> None:
    """What TinyDB's own `update` does: it changes kept rows where they are."""
    for row in store._storage.content.tables[Organisation.TABLE].values():
        row["code"] = "spoilt"


@pytest.mark.parametrize("moment", ["in the command", "in the save"])
def test_kept_rows_are_not_trusted_after_a_failure(
    path: Path, make: Maker, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    store = make.file(path)
    network = store.read().network

    def command(data: Data) -> Change:
        if moment == "in the command":
            spoil(store)
            raise ZeroDivisionError
        return Change(puts=(make.note(1),))

    def commit() -> None:
        spoil(store)
        raise ZeroDivisionError

    with monkeypatch.context() as patched:
        patched.setattr(store._storage, "commit", commit)
        with pytest.raises(ZeroDivisionError):
            store.change(command)
    assert [row.code for row in store.read().rows(Organisation)] == ["BK"]
    assert store.read().network is network
    store.change(make.put(make.note(2)))
    data = make.open(path).read()
    assert [row.code for row in data.rows(Organisation)] == ["BK"]
    assert [event.seq for event in data.rows(Event)] == [2]


def test_the_first_bytes_say_which_state_it_is(path: Path, make: Maker) -> None:
    store = make.file(path)
    saved = store.change(make.put(make.note(1)))
    start = path.read_bytes()[:HEAD_SIZE]
    assert start.startswith(b'{"_store":{"1":{"generation":2,"format":1}},')
    head = head_of(start)
    assert head is not None and head.generation == saved.data.generation == 2
    spaced = json.dumps(json.loads(path.read_text(encoding="utf-8")), indent=4).encode()
    assert head_of(spaced) == head


def test_rows_have_their_id_as_a_decimal_key(path: Path, make: Maker) -> None:
    note = make.note(1)
    make.file(path).change(make.put(note))
    assert list(json.loads(path.read_text(encoding="utf-8"))["events"]) == [row_key(note.id)]


# --- making a file ------------------------------------------------------------------


def test_a_new_file_takes_no_other_ones_place(path: Path, make: Maker) -> None:
    path.write_text("meins")
    with pytest.raises(Exists, match=r"already something at .*netz.json"):
        TinyStore.create(path, make.network(), clock=make.clock)
    assert path.read_text() == "meins"
    assert [one.name for one in path.parent.iterdir()] == ["netz.json"]


def test_a_new_file_needs_its_folder(tmp_path: Path, make: Maker) -> None:
    with pytest.raises(Unwritable, match=r"There is no folder .*neu"):
        TinyStore.create(tmp_path / "neu" / "netz.json", make.network(), clock=make.clock)
    assert not list(tmp_path.iterdir())


def test_a_link_stays_a_link(path: Path, make: Maker) -> None:
    make.file(path).close()
    link = path.with_name("link.json")
    link.symlink_to(path)
    make.open(link).change(make.put(make.note(1)))
    assert link.is_symlink()
    assert len(make.open(path).read().rows(Event)) == 1


def test_what_killed_writers_left_is_removed(path: Path, make: Maker) -> None:
    store = make.file(path)
    left = [path.with_name(name) for name in (".netz.json.1-ab.tmp", ".netz.json.2.tmp")]
    others = [path.with_name(name) for name in (".andere.json.1.tmp", "netz.json.tmp", "x.tmp")]
    for one in left + others:
        one.touch()
    store.change(make.put(make.note(1)))
    assert not any(one.exists() for one in left)
    assert all(one.exists() for one in others)
