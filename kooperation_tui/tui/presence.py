"""What the seats tell each other beside the meeting: speakers' list and "Moment!".

One small file a seat beside the data file, stale after ten seconds (rules of the
log, 8): never in the log, never in a backup, never with words somebody types.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kooperation_tui.tui.smallfile import read_small, write_small
from kooperation_tui.tui.speakers import Speakers, from_json, to_json

STALE = 10.0
"""Seconds after which a seat that says nothing any more is not believed."""
BEAT = 3.0
"""Seconds after which a seat that has something to say says it again."""


class Presence:
    """This seat's own file, and what the others say.

    Args:
        path: the data file, None keeps everything in memory.
        clock: seconds, the same for all programs of a machine.
        listens: only hears the others, as the wall does.
    """

    def __init__(
        self,
        path: Path | None,
        clock: Callable[[], float] = time.time,
        *,
        listens: bool = False,
    ) -> None:
        self._listens = listens
        self._folder = path.parent if path is not None else None
        self._stem = f".{path.stem}.seat." if path is not None else ""
        self._name = f"{self._stem}{secrets.token_hex(4)}.json"
        self._clock = clock
        self._version = 0
        self._written = 0.0
        self._unsaid = False
        self.speakers = Speakers()
        self.moment: dt.datetime | None = None
        """Since when this seat's minutes need a moment."""
        self.others_moment: dt.datetime | None = None

    @property
    def standing_moment(self) -> dt.datetime | None:
        """Since when some seat's minutes need a moment."""
        return self.moment or self.others_moment

    def set_speakers(self, speakers: Speakers) -> None:
        """Another list; the next `exchange` tells the others."""
        self.speakers = speakers
        self._version += 1
        self._unsaid = True

    def set_moment(self, since: dt.datetime | None) -> None:
        """Raise or lower the flag."""
        self._unsaid = self._unsaid or self.moment != since
        self.moment = since

    def exchange(self) -> bool:
        """Say what is to say and hear the others. True if what others say has changed."""
        if self._folder is None:
            return False
        with contextlib.suppress(OSError):  # a convenience: the meeting goes on without it
            if not self._listens:
                self._say(self._folder / self._name)
            return self._hear(self._folder)
        return False

    def _say(self, path: Path) -> None:
        now = self._clock()
        if not self.speakers and self.moment is None and not self._unsaid:
            if self._written and now - self._written > STALE:
                path.unlink(missing_ok=True)
                self._written = 0.0
            return
        if self._unsaid or now - self._written >= BEAT:
            self._unsaid = False
            self._written = now
            value = {
                "at": now,
                "version": self._version,
                "speakers": to_json(self.speakers),
                "moment": self.moment.isoformat() if self.moment is not None else "",
            }
            write_small(path, value, sync=False)

    def _hear(self, folder: Path) -> bool:
        before = (self.speakers, self.others_moment)
        moment = None
        for path in folder.iterdir():
            ours = path.name.startswith(self._stem) and path.name.endswith(".json")
            if not ours or path.name == self._name:
                continue
            found = read_small(path)
            if not isinstance(found, dict) or self._is_stale(found, path):
                continue
            moment = moment or _moment(found.get("moment"))
            version, speakers = found.get("version"), from_json(found.get("speakers"))
            if type(version) is int and version > self._version and speakers is not None:
                self._version, self.speakers = version, speakers
        self.others_moment = moment
        return before != (self.speakers, self.others_moment)

    def _is_stale(self, found: dict[str, Any], path: Path) -> bool:
        at = found.get("at")
        age = self._clock() - at if isinstance(at, int | float) else STALE * 7
        if age > STALE * 6:
            path.unlink(missing_ok=True)
        return age > STALE

    def leave(self) -> None:
        """Take the own file away."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                (self._folder / self._name).unlink(missing_ok=True)


def _moment(text: Any) -> dt.datetime | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
