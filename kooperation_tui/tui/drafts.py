"""What was typed and not sent yet, kept in a small file beside the data file.

The file belongs to one network and holds one text for each place (the line of
F5 for each seat, an open wording, the fields of an open form). It is written
whole or not at all, readable by its owner only, and removed when nothing is
left in it.
"""

from __future__ import annotations

import threading
from pathlib import Path

from kooperation_tui.tui.smallfile import read_small, write_small

SEARCH = "search"
"""Place of what is looked for on F9: nobody misses it after leaving."""


class Drafts:
    """Texts by place. `path` None keeps them in memory only."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.texts: dict[str, str] = {}
        self._saved: dict[str, str] = {}
        self._turn = threading.Lock()
        self._load()
        self._old = set(self.texts)

    @classmethod
    def beside(cls, data_file: Path | None) -> Drafts:
        """The drafts of a network file."""
        if data_file is None:
            return cls(None)
        return cls(data_file.with_name(f".{data_file.stem}.draft.json"))

    def _load(self) -> None:
        if self.path is None:
            return
        found = read_small(self.path)
        if isinstance(found, dict):
            self.texts = {k: v for k, v in found.items() if isinstance(v, str) and v}
            self._saved = dict(self.texts)

    def get(self, place: str) -> str:
        """The text kept for a place, '' if none."""
        return self.texts.get(place, "")

    def keep(self, place: str, text: str) -> None:
        """Remember a place's text in memory; `save` writes it down."""
        self._old.discard(place)
        if text:
            self.texts[place] = text
        else:
            self.texts.pop(place, None)

    def is_old(self, place: str) -> bool:
        """Whether the text is from the time before this session."""
        return place in self._old

    @property
    def typed(self) -> tuple[str, ...]:
        """What was typed in this session and would be missed."""
        return tuple(
            text
            for place, text in self.texts.items()
            if text.strip() and place != SEARCH and not self.is_old(place)
        )

    @property
    def unsaved(self) -> bool:
        """Whether the file is behind."""
        return self.texts != self._saved

    def save(self) -> bool:
        """Write the drafts down. False if the disk refused; they stay in memory then."""
        if self.path is None:
            return True
        with self._turn:
            if not self.unsaved:
                return True
            texts = dict(self.texts)
            try:
                if texts:
                    write_small(self.path, texts)
                else:
                    self.path.unlink(missing_ok=True)
            except OSError:
                return False
            self._saved = texts
        return True
