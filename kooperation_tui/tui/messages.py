"""What the program told: the last one stands until it was read, all are kept in a list."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """A message, its tone, and when it was told."""

    text: str
    tone: str
    at: dt.datetime


class Messages:
    """The messages of this session."""

    def __init__(self) -> None:
        self.all: list[Told] = []
        self.standing: Told | None = None

    def add(self, text: str, tone: str, at: dt.datetime) -> None:
        """A new message; it stands."""
        self.standing = Told(text, tone, at)
        self.all.append(self.standing)

    def read(self) -> bool:
        """Somebody has read what stands. False if nothing stood."""
        stood = self.standing is not None
        self.standing = None
        return stood
