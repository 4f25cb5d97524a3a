"""Tests of the screens never see what this machine's user has opened or chosen."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def nobody_was_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files opened before and choices of the interface lie elsewhere."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
