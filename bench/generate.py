"""Network files of a given size, to measure with."""

from __future__ import annotations

from pathlib import Path


def generate(path: Path, megabytes: int) -> None:
    """Write the file of a network that has met for ten years.

    Args:
        path: The file to write.
        megabytes: About its size: 2 for monthly meetings, 8 for weekly ones.

    Raises:
        NotImplementedError: Always, until the store is there to write it.
    """
    raise NotImplementedError(f"no generator yet for {megabytes} MB ({path.name})")
