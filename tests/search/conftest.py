"""Fixtures of the search's tests."""

from __future__ import annotations

import pytest

from tests.domain.room import Room


@pytest.fixture
def room() -> Room:
    """A running meeting of five partners."""
    return Room()
