"""What `check` finds in a file that can be read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kooperation_tui.store.check import check
from kooperation_tui.store.errors import Missing, NotOurs

if TYPE_CHECKING:
    from tests.store.conftest import Maker

Tables = dict[str, dict[str, dict[str, Any]]]


@pytest.fixture
def path(tmp_path: Path, make: Maker) -> Path:
    path = tmp_path / "netz.json"
    make.file(path).change(make.put(make.note(1), make.note(2), make.action()))
    return path


def spoil(path: Path, work: Callable[[Tables], object]) -> list[str]:
    """Change the file by hand and check it."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    work(tables)
    path.write_text(json.dumps(tables), encoding="utf-8")
    return [str(finding) for finding in check(path, patience=0)]


def first(tables: Tables, name: str) -> dict[str, Any]:
    return next(iter(tables[name].values()))


def test_all_is_well(path: Path) -> None:
    assert check(path) == []


def test_an_unknown_table(path: Path) -> None:
    found = spoil(path, lambda tables: tables.update(eigenes={"1": {}}))
    assert found == ["The table “eigenes” is unknown here; its 1 rows are kept as they are."]


def test_a_row_that_is_none(path: Path) -> None:
    (found,) = spoil(path, lambda tables: first(tables, "actions").update(status="finished"))
    assert "of the table “actions” cannot be understood" in found
    assert "`$.status`" in found


def test_a_row_under_another_id(path: Path) -> None:
    (found,) = spoil(path, lambda tables: first(tables, "actions").update(id="abc"))
    assert found.endswith("of the table “actions” has another id inside: abc.")
    (found,) = spoil(path, lambda tables: first(tables, "actions").update(id="no number"))
    assert found.endswith("has another id inside: no number.")


def test_a_line_without_its_meeting(path: Path) -> None:
    (found,) = spoil(path, lambda tables: first(tables, "events").update(meeting="77"))
    assert found.endswith("belongs to a meeting that is not there: 77.")


def test_two_lines_in_one_place(path: Path, make: Maker) -> None:
    (found,) = spoil(path, lambda tables: first(tables, "events").update(seq=2))
    assert found == f"2 lines of the meeting {make.meeting_id} have the same place 2 in its log."


def test_a_damaged_file_is_a_finding(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])
    (found,) = check(path, patience=0)
    assert "is damaged" in str(found)


def test_what_is_no_network_file_is_no_finding(path: Path) -> None:
    path.write_text("[]")
    for backup in path.parent.glob("*.backups/*"):
        backup.unlink()
    with pytest.raises(NotOurs):
        check(path, patience=0)
    path.unlink()
    with pytest.raises(Missing):
        check(path, patience=0)
