"""F6: the agreement from the first question to the last signature."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import OptionList

from kooperation_tui.tui import agreement_work as work
from kooperation_tui.tui import ink, signature_work, version_work
from kooperation_tui.tui.agreement_item import item
from kooperation_tui.tui.agreement_state import state
from kooperation_tui.tui.dialogs.block import BlockDialog
from kooperation_tui.tui.drawing import agreement
from kooperation_tui.tui.drawing.block import essence, page
from kooperation_tui.tui.paper import in_force_on_paper
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

SIDE = 58
ESSENCE = 6
"""Rows of the chosen block under the list at 80 columns."""

VERBS: dict[str, Callable[..., Coroutine[Any, Any, None]]] = {
    "wording": work.wording,
    "clause": work.clause_for,
    "difference": work.difference,
    "state": state,
    "responsible": work.responsible,
    "item": item,
}
"""What can be done with the chosen block."""


class AgreementScreen(AreaScreen):
    """The checklist; beside or under it the chosen block."""

    AREA = "agreement"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("agreement")

    def body(self) -> ComposeResult:
        """List with the whole at a glance, and block."""
        with Container(id="body"):
            with Vertical(id="left"):
                yield Bar(id="line")
                yield Rows(id="blocks")
                yield Bar(id="whole")
            with VerticalScroll(id="block", can_focus=False):
                yield Bar(id="detail")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.blocks.focus()

    @property
    def blocks(self) -> Rows:
        """The list of blocks."""
        return self.query_one("#blocks", Rows)

    def draw(self) -> None:
        """The checklist as it is now."""
        view = self.view(SIDE - 3 if self.wide else self.size.width - 3)
        self.blocks.show(agreement.block_rows(view, compact=not self.wide))
        line, whole = self.query_one("#line", Bar), self.query_one("#whole", Bar)
        line.display, whole.display = not self.wide, self.wide
        if self.wide:
            whole.show(agreement.whole(view))
        else:
            line.show(agreement.whole_line(view))
        self._draw_detail()

    def _draw_detail(self) -> None:
        width = self.size.width - 6 - (SIDE if self.wide else 0)
        view, key = self.view(width), self.blocks.chosen
        shown = ink.lines(page(view, key)) if self.wide else essence(view, key, ESSENCE)
        self.query_one("#detail", Bar).show(shown)

    def on_option_list_option_highlighted(self) -> None:
        """Another block is chosen."""
        if self.size.width and not self.has_class("-small"):
            self._draw_detail()
            self.query_one("#block", VerticalScroll).scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_open()

    def _begin(self, verb: str) -> None:
        key = self.blocks.chosen
        if key:
            self.start(VERBS[verb](self.koop, key))

    def action_open(self) -> None:
        """The chosen block on a page of its own."""
        if self.blocks.chosen:
            self.start(self._open(self.blocks.chosen))

    async def _open(self, key: str) -> None:
        """Do what is chosen on the page, then show it again."""
        self.koop.messages.read()
        while (verb := await self.koop.push_screen_wait(BlockDialog(key))) is not None:
            self.koop.messages.read()
            await VERBS[verb](self.koop, key)

    def action_wording(self) -> None:
        """Write the wording."""
        self._begin("wording")

    def action_clause(self) -> None:
        """Take a sample clause."""
        self._begin("clause")

    def action_difference(self) -> None:
        """What differs from the text in force."""
        self._begin("difference")

    def action_state(self) -> None:
        """Say that it is agreed, a draft, or not needed."""
        self._begin("state")

    def action_responsible(self) -> None:
        """Choose who looks after the block."""
        self._begin("responsible")

    def action_item(self) -> None:
        """Put the block on the next agenda."""
        self._begin("item")

    def action_versions(self) -> None:
        """All versions and their next steps."""
        self.start(version_work.show_versions(self.koop))

    def action_signatures(self) -> None:
        """The signature board."""
        self.start(signature_work.show_board(self.koop))

    def action_paper(self) -> None:
        """An agreement signed on paper before."""
        self.start(in_force_on_paper(self.koop))


SCREEN = AgreementScreen
