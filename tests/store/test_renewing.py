"""Backups made anew after a person was erased."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import Network, Person
from kooperation_tui.store.backup import backup
from kooperation_tui.store.renewing import renew
from kooperation_tui.store.shelf import backups, folder
from kooperation_tui.store.tinydb_store import TinyStore

NOW = dt.datetime(2026, 10, 14, 9, tzinfo=dt.UTC)
ADA = Person(id=f"{1:032x}", name="Ada Brand")
ERASED = Person(id=ADA.id, name="eine Person", erased_on=NOW.date())


def made(tmp_path: Path) -> tuple[Path, TinyStore]:
    """A file with Ada in it, and two backups: before she came, and with her."""
    path = tmp_path / "netz.json"
    store = TinyStore.create(path, [Network(id=f"{2:032x}", name="Netz")], clock=lambda: NOW)
    backup(path, NOW)
    store.change(lambda _: Change(puts=(ADA,)))
    backup(path, NOW + dt.timedelta(minutes=1))
    return path, store


def test_copies_that_know_the_person_go_and_a_fresh_one_is_there(tmp_path: Path) -> None:
    path, store = made(tmp_path)
    assert sum("Ada" in b.path.read_text("utf-8") for b in backups(path)) == 1
    before = len(backups(path))
    store.change(lambda _: Change(puts=(ERASED,)))
    renewed = renew(path, ADA.id, NOW + dt.timedelta(minutes=2))
    assert (renewed.removed, renewed.unread) == (1, ())
    assert len(backups(path)) == before
    assert not any("Ada" in b.path.read_text("utf-8") for b in backups(path))
    assert "eine Person" in backups(path)[0].path.read_text("utf-8")


def test_a_copy_that_cannot_be_read_stays_and_is_named(tmp_path: Path) -> None:
    path, store = made(tmp_path)
    broken = folder(path) / "netz.2026-10-01T0900.json"
    broken.write_text('{"Ada', encoding="utf-8")
    store.change(lambda _: Change(puts=(ERASED,)))
    renewed = renew(path, ADA.id, NOW + dt.timedelta(minutes=2))
    assert renewed.unread == (broken,) and broken.exists()
