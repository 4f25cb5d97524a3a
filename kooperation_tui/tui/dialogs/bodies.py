"""Bodies with meetings of their own; Enter changes the chosen one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.model import Body
from kooperation_tui.domain.plan import plenary
from kooperation_tui.tui import body_work as work
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View


class BodiesDialog(BoardDialog):
    """The network meeting first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("n", "new", show=False)]

    def keys(self) -> Content:
        """Enter, n, Esc."""
        tr = self.tr
        return self.key_row(("enter", tr.t("change")), ("n", tr.t("new")), ("escape", tr.t("back")))

    def about(self, view: View) -> list[Content]:
        """What a body is."""
        said = view.tr.t("A team or working group; its meetings are numbered on their own.")
        return list(ink.put((said, "dim")).wrap(view.width))

    def rows(self, view: View) -> list[Row]:
        """Name, kind, members."""
        first = plenary(view.data)
        found = sorted(view.data.rows(Body), key=lambda b: (b != first, b.name))
        return [Row(_body_row(view, one), one.id) for one in found]

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any]:
        """Another name, other members."""
        return work.enter(self.koop, chosen)

    def action_new(self) -> None:
        """n"""
        self.begin(work.enter(self.koop))


def _body_row(view: View, body: Body) -> Content:
    tr = view.tr
    kind = tr.t(words.BODIES[body.kind])
    who = words.codes(view.data, body.members) if body.members else tr.t("all partners")
    shown = [] if kind.casefold() == body.name.casefold() else [ink.put((kind, "dim"))]
    left = ink.put((body.name, "strong"), "  ")
    return ink.hanging(
        left, ink.flow([*shown, ink.put(who)], view.width - left.cell_length), view.width
    )
