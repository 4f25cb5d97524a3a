"""The words that begin with a slash, a line each, while one is typed."""

from __future__ import annotations

import re
from typing import Final

from kooperation_tui.i18n import Translator
from kooperation_tui.tui.slash_help import word_rows
from kooperation_tui.tui.widgets.rows import Rows

_BEGUN: Final = re.compile(r"/[^\W\d_]*")


class WordList(Rows):
    """Up and down of the line choose a word, Tab takes it; it never has the keys itself."""

    can_focus = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, choosing=False)
        self.display = False

    def on_resize(self) -> None:
        """It begins with its first word."""
        if self.highlighted is None:
            self.scroll_home(animate=False)

    def offer(self, typed: str, tr: Translator, width: int) -> bool:
        """Show what the typed beginning may become. False if it begins no word."""
        rows = word_rows(typed, tr, width - 2) if _BEGUN.fullmatch(typed) else []
        self.display = bool(rows)
        if rows:
            self.show(rows)
            self._first = rows[0].id
        return bool(rows)

    @property
    def picked(self) -> str:
        """The chosen word, else the first."""
        return self.chosen or self._first

    def step(self, by: int) -> None:
        """The next word, or the one before."""
        if by > 0:
            self.action_cursor_down()
        else:
            self.action_cursor_up()
