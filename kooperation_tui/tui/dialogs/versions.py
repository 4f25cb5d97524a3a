"""The versions of the agreement; Enter offers the next step of the chosen one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.model import Version
from kooperation_tui.domain.versions import versions
from kooperation_tui.tui import version_reading, version_work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.versions import about, version_rows
from kooperation_tui.tui.paper import in_force_on_paper
from kooperation_tui.tui.view import View


class VersionsDialog(BoardDialog):
    """The newest version first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", show=False),
        Binding("d", "difference", show=False),
        Binding("p", "paper", show=False),
    ]

    def keys(self) -> Content:
        """Enter and d where there is something to choose; n, p, Esc."""
        tr, known = self.tr, versions(self.koop.session.data)
        found = [("n", tr.t("new version")), ("p", tr.t("on paper")), ("escape", tr.t("back"))]
        if known:
            found.insert(0, ("enter", tr.t("next step")))
        if len(known) > 1:
            found.insert(1, ("d", tr.t("difference")))
        return self.key_row(*found)

    def about(self, view: View) -> list[Content]:
        """What a version is, or what to do first."""
        return about(view)

    def rows(self, view: View) -> list[Row]:
        """The versions."""
        return version_rows(view)

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any]:
        """The next step."""
        return self._step(chosen)

    async def _step(self, chosen: str) -> None:
        if await version_work.next_step(self.koop, chosen):
            self.dismiss(None)
            self.koop.action_area("minutes")

    def action_new(self) -> None:
        """n"""
        self.begin(version_work.new(self.koop))

    def action_difference(self) -> None:
        """d"""
        version = self.koop.session.data.find(Version, self.chosen)
        if version is not None:
            self.koop.messages.read()
            version_reading.difference(self.koop, version)
            self.draw()

    def action_paper(self) -> None:
        """p"""
        self.begin(in_force_on_paper(self.koop))
