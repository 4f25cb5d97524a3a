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
    stays: bool = False
    """Until somebody has read it, whatever is done meanwhile."""


class Messages:
    """The messages of this session."""

    def __init__(self) -> None:
        self.all: list[Told] = []
        self.standing: Told | None = None

    def add(self, text: str, tone: str, at: dt.datetime, *, stays: bool = False) -> None:
        """A new message; it stands."""
        self.standing = Told(text, tone, at, stays)
        self.all.append(self.standing)

    def over(self) -> None:
        """Something was done since: what was said about the state before holds no more."""
        if self.standing is not None and not self.standing.stays:
            self.standing = None

    def read(self) -> bool:
        """Somebody has read what stands. False if nothing stood."""
        stood = self.standing is not None
        self.standing = None
        return stood
