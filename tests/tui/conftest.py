"""Tests of the screens never see what this machine's user has opened or chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import founding_year
from tests.cli.conftest import Cli
from tests.tui.eye import SEATS, Eye


@pytest.fixture(autouse=True)
def nobody_was_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files opened before and choices of the interface lie elsewhere."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "documents"))


@pytest.fixture(params=SEATS, ids=["80x24 de", "120x40 en"])
def eye(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Eye:
    monkeypatch.chdir(tmp_path)
    size, lang = request.param
    return Eye(founding_year.founded(Cli(tmp_path, monkeypatch)), size, lang)
