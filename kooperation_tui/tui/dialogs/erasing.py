"""Before a person is erased: what goes, what stays. It cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog


class ErasingDialog(Dialog[bool]):
    """Enter does nothing here: what cannot be undone has a key of its own.

    Args:
        sentences: what is done and what stays.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("l", "erase", show=False)]

    def __init__(self, title: str, sentences: Sequence[str]) -> None:
        super().__init__(title)
        self._sentences = tuple(sentences)

    def body(self) -> ComposeResult:
        """A sentence a line."""
        rows = [ink.put("– ", text) for text in self._sentences]
        with VerticalScroll():
            yield Static(ink.lines(rows), markup=False)

    def keys(self) -> Content:
        """l and Esc."""
        return self.key_row(("l", self.tr.t("erase")), ("escape", self.tr.t("no")))

    def action_erase(self) -> None:
        """l"""
        self.dismiss(True)
