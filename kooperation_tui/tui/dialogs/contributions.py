"""What all partners bring in, as a table that narrows down while one types."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from kooperation_tui.i18n import N_
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.drawing.contributions import contribution_head, contribution_rows

_AROUND = 8


class ContributionsDialog(Choose):
    """The answer is the id of the chosen contribution.

    Args:
        chosen: the one to begin with.
    """

    EMPTY = N_("Nothing is entered yet. b on F8 notes what a partner brings in.")

    def __init__(self, chosen: str = "") -> None:
        super().__init__("", (), chosen)

    def compose(self) -> ComposeResult:
        """The rows need the language and the width."""
        view = self.koop.session.view(self.tr, min(92, self.app.size.width - _AROUND))
        self._title = self.tr.t("Skills and resources of the partners")
        self._options = contribution_rows(view)
        self._head = contribution_head(view)
        yield from super().compose()

    def body(self) -> ComposeResult:
        """Field, names of the columns, list."""
        parts = list(super().body())
        yield parts[0]
        head = Static(self._head, id="columns", markup=False)
        head.display = bool(self._options)
        yield head
        yield from parts[1:]

    def on_mount(self) -> None:
        """An empty table says how it is filled."""
        super().on_mount()
        if not self._options:
            self.query_one("#nothing", Static).update(self.tr.t(self.EMPTY))
