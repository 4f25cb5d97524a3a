"""Synchronised folders, conflicted copies, folders open to everyone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kooperation_tui.store.fileformat import dump
from kooperation_tui.store.places import conflicted_copies, open_to_all, sync_folder

if TYPE_CHECKING:
    from tests.store.conftest import Maker


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("Nextcloud/Netz", "Nextcloud"),
        ("Nextcloud2", "Nextcloud"),
        ("ownCloud", "ownCloud"),
        ("OneDrive", "OneDrive"),
        ("OneDrive - Stadt Grünau/Netz", "OneDrive"),
        ("Dropbox (Team)/Netz", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/Netz", "iCloud"),
        ("Dokumente/Nextcloud-Anleitung", None),
        ("Dokumente", None),
    ],
)
def test_folders_by_name(tmp_path: Path, folder: str, program: str | None) -> None:
    (tmp_path / folder).mkdir(parents=True)
    assert sync_folder(tmp_path / folder / "netz.json") == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".sync_0123abcdef.db", "Nextcloud"),
        ("._sync_0123abcdef.db", "ownCloud"),
        (".stfolder", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".dropbox.cache", "Dropbox"),
        (".hidden", None),
    ],
)
def test_folders_by_what_is_in_them(tmp_path: Path, mark: str, program: str | None) -> None:
    (tmp_path / "Wolke" / "Netz").mkdir(parents=True)
    (tmp_path / "Wolke" / mark).touch()
    assert sync_folder(tmp_path / "Wolke" / "Netz" / "netz.json") == program
    assert sync_folder(tmp_path / "netz.json") is None


def test_the_settings_of_dropbox_are_no_synchronised_folder(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    assert sync_folder(tmp_path / "netz.json") is None


COPIES = [
    "netz (conflicted copy 2026-10-14 093612).json",
    "netz (Anna's conflicted copy 2026-10-14).json",
    "netz (In Konflikt stehende Kopie von Anna 2026-10-14).json",
    "netz_conflict-20261014-093612.json",
    "netz.sync-conflict-20261014-093612-ABCDEFG.json",
]
OTHERS = ["netz.json", "netz.json.lock", "netzwerk.json", "netz 2025.txt", "netz neu.json"]


def test_copies_with_unmistakable_names(tmp_path: Path) -> None:
    for name in COPIES + OTHERS:
        (tmp_path / name).touch()
    found = conflicted_copies(tmp_path / "netz.json")
    assert sorted(one.name for one in found) == sorted(COPIES)


def test_copies_that_people_could_have_made(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive"
    for place in (folder, tmp_path):
        place.mkdir(exist_ok=True)
        for name in ("netz.json", "netz-LAPTOP-7.json", "netz 2.json"):
            (place / name).write_bytes(dump({}, 1))
        (place / "netz-notizen.json").write_text("{}")
    found = conflicted_copies(folder / "netz.json")
    assert [one.name for one in found] == ["netz 2.json", "netz-LAPTOP-7.json"]
    assert conflicted_copies(tmp_path / "netz.json") == []
    assert conflicted_copies(tmp_path / "gone" / "netz.json") == []


def test_a_folder_that_everyone_can_list(shared_folder: Path, make: Maker) -> None:
    path = shared_folder / "netz.json"
    make.file(path)
    assert open_to_all(path)
    shared_folder.chmod(0o750)
    assert not open_to_all(path)
    inner = shared_folder / "Netz"
    inner.mkdir()
    inner.chmod(0o755)
    assert not open_to_all(inner / "netz.json"), "nobody gets through the outer folder"
    assert not open_to_all(inner / "gone" / "netz.json")
