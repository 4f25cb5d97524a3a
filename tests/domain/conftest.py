"""Fixtures of the domain's tests."""

from __future__ import annotations

import pytest

from tests.domain.room import Room


@pytest.fixture
def room() -> Room:
    """A running meeting of five partners under rules that only warn."""
    return Room()


@pytest.fixture
def ruled() -> Room:
    """The same under rules that were agreed and refuse."""
    return Room(agreed=True)
