"""F1."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import AREAS, Action
from kooperation_tui.tui.dialogs.base import Dialog, room
from kooperation_tui.tui.help import help_lines


class HelpDialog(Dialog[None]):
    """The help page of an area."""

    def __init__(self, actions: tuple[Action, ...], area: str) -> None:
        super().__init__("")
        self._actions = actions
        self._area = area

    def compose(self) -> ComposeResult:
        """The title in the interface's language."""
        name = next((a.name for a in AREAS if a.id == self._area), "")
        self._title = " · ".join(filter(None, [self.tr.t("Help"), self.tr.t(name)]))
        yield from super().compose()

    def body(self) -> ComposeResult:
        """The page."""
        width = min(self.app.size.width * 96 // 100, 96) - 7
        rows = help_lines(self._actions, self._area, self.tr, width)
        with VerticalScroll(classes="page"):
            yield Static(ink.lines(rows), markup=False)

    def action_help_here(self) -> None:
        """F1 again closes it."""
        self.dismiss(None)


class AboutDialog(Dialog[None]):
    """F1 in a dialog: what it is for, and its keys.

    Args:
        said: a sentence each.
        row: its row of keys.
    """

    def __init__(self, title: str, said: Sequence[str], row: Content) -> None:
        super().__init__(title)
        self._said = tuple(said)
        self._row = row

    def compose(self) -> ComposeResult:
        """The title in the interface's language."""
        self._title = " · ".join(filter(None, [self.tr.t("Help"), self._title]))
        yield from super().compose()

    def body(self) -> ComposeResult:
        """The sentences and the keys."""
        rows = [line for text in self._said for line in ink.put(text).wrap(room(self.app))]
        with VerticalScroll():
            yield Static(ink.lines([*rows, Content(""), self._row]), markup=False)

    def action_help_here(self) -> None:
        """F1 again closes it."""
        self.dismiss(None)
