"""No test leaves a file behind where the program is developed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]


def _names() -> set[str]:
    """What lies in the checkout, without the hidden folders of the tools."""
    return {path.name for path in CHECKOUT.iterdir() if not path.name.startswith(".")}


@pytest.fixture(autouse=True)
def checkout_stays_clean() -> Iterator[None]:
    """Tests start in the checkout: a relative path is written there, and that fails.

    Tests run side by side, so one that runs at the same time may be blamed too.
    """
    before = _names()
    yield
    assert not (left := sorted(_names() - before)), f"left in the checkout: {left}"
