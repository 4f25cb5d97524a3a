"""Formats of the file, and the way from an older one to today's.

A file of an older format is read through its migrations and stays as it is on
the disk until the first save; that save makes a backup before it writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

FORMAT: Final = 1
"""The format that is written."""

Tables = dict[str, dict[str, dict[str, Any]]]

MIGRATIONS: dict[int, Callable[[Tables], Tables]] = {}
"""Format -> function that makes tables of the next one. It may change what it is given."""


class NoWay(Exception):
    """There is no migration from this format."""


def migrated(
    tables: Tables,
    version: int,
    *,
    migrations: Mapping[int, Callable[[Tables], Tables]] | None = None,
) -> Tables:
    """The tables in today's format, step by step.

    Raises:
        NoWay: the format is unknown.
    """
    steps = MIGRATIONS if migrations is None else migrations
    while version < FORMAT:
        if version not in steps:
            raise NoWay(version)
        tables = steps[version](tables)
        version += 1
    return tables
