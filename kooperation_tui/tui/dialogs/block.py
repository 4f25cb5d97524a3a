"""A block of the agreement on a page of its own; a letter does what it does on F6."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.drawing.block import page
from kooperation_tui.tui.facts_work import known_for
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.offers import offered
from kooperation_tui.tui.view import View

PAGE = 94
"""Cells of a line at most."""
_AROUND = 10
"""Cells beside a line: frame, edges, scroll bar."""


class BlockDialog(Dialog[str]):
    """The answer is what to do with the block: the verb of an action of F6."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,w,enter", "answer('wording')", show=False),
        Binding("k", "answer('clause')", show=False),
        Binding("d", "answer('difference')", show=False),
        Binding("s", "answer('state')", show=False),
        Binding("z", "answer('responsible')", show=False),
        Binding("t", "answer('item')", show=False),
        Binding("b", "answer('talk')", show=False),
        Binding("a", "answer('decide')", show=False),
        Binding("g", "answer('facts')", show=False),
    ]

    def __init__(self, key: str) -> None:
        super().__init__("")
        self._key = key

    def body(self) -> ComposeResult:
        """The page."""
        with VerticalScroll():
            yield Static("", id="page", markup=False)
        standing = self.koop.messages.standing
        if standing is not None:
            yield Static(ink.put((standing.text, standing.tone)), id="problem", markup=False)

    def keys(self) -> Content:
        """The letters."""
        tr, view = self.tr, self._view
        going = offered("agreement.decide", view)
        found = [
            ("b", tr.t("questions")),
            *([("a", tr.t("decide"))] if going else []),
            ("e", tr.t("wording")),
            ("k", tr.p("short key", "clause")),
            ("d", tr.t("difference")),
            ("s", tr.t("state")),
            *([("g", tr.t("facts"))] if known_for(self._key) else []),
            ("t", tr.p("short area", "Agenda")),
            ("escape", tr.t("back")),
        ]
        parts = [ink.put((key_name(key, tr), "key"), f" {label}") for key, label in found]
        return ink.flow(parts, view.width)

    @property
    def _view(self) -> View:
        width = max(20, min(PAGE, self.app.size.width - _AROUND))
        return self.koop.session.view(self.tr, width)

    def on_mount(self) -> None:
        """The page has the keys."""
        self.query_one(VerticalScroll).focus()

    def on_resize(self) -> None:
        """Another width: wrap anew."""
        self.query_one("#page", Static).update(ink.lines(page(self._view, self._key)))
        self.query_one(".keys", Static).update(self.keys())

    def action_answer(self, verb: str) -> None:
        """A letter."""
        self.dismiss(verb)
