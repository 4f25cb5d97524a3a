"""F6: the agreement from the first question to the last signature."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.widgets import OptionList

from kooperation_tui.tui import agreement_work as work
from kooperation_tui.tui import facts_work, ink, signature_work, version_work
from kooperation_tui.tui.action import Action
from kooperation_tui.tui.agreement_item import item
from kooperation_tui.tui.agreement_meeting import decide, running_block, talk
from kooperation_tui.tui.agreement_state import state
from kooperation_tui.tui.dialogs.block import BlockDialog
from kooperation_tui.tui.drawing import agreement
from kooperation_tui.tui.drawing.block import essence, page
from kooperation_tui.tui.paper import in_force_on_paper
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

SIDE = 58
AROUND = 18
"""Rows of bars and list at 80 columns; what is said at a glance comes to them."""
ESSENCE = (3, 9)
"""Rows of the chosen block under the list there: at least, at most."""

VERBS: dict[str, Callable[..., Coroutine[Any, Any, None]]] = {
    "wording": work.wording,
    "clause": work.clause_for,
    "difference": work.difference,
    "state": state,
    "responsible": work.responsible,
    "item": item,
    "talk": talk,
    "decide": decide,
    "facts": facts_work.facts,
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

    def __init__(self) -> None:
        super().__init__()
        self._followed = ""

    def on_mount(self) -> None:
        """The list has the keys."""
        self.blocks.focus()

    def foot_actions(self) -> tuple[Action, ...]:
        """While a meeting runs the questions stand there instead of reading."""
        left_out = "agreement.open" if self.offers("agreement.decide") else "agreement.talk"
        return tuple(a for a in super().foot_actions() if a.id != left_out)

    @property
    def blocks(self) -> Rows:
        """The list of blocks."""
        return self.query_one("#blocks", Rows)

    def draw(self) -> None:
        """The checklist as it is now."""
        view = self.view(SIDE - 3 if self.wide else self.size.width - 3)
        self.blocks.show(agreement.block_rows(view, compact=not self.wide))
        self._follow(view)
        line, whole = self.query_one("#line", Bar), self.query_one("#whole", Bar)
        line.display, whole.display = not self.wide, self.wide
        if self.wide:
            whole.show(agreement.whole(view))
        else:
            line.show(agreement.at_a_glance(view))
        self._draw_detail()

    def _follow(self, view: View) -> None:
        """Another item runs: the cursor goes to its block, once."""
        running = view.state.running if view.state is not None else ""
        if running != self._followed:
            self._followed = running
            key = running_block(view)
            if key:
                self.blocks.choose(key)

    def _draw_detail(self) -> None:
        width = self.size.width - 6 - (SIDE if self.wide else 0)
        view, key = self.view(width), self.blocks.chosen
        shown = ink.lines(page(view, key)) if self.wide else essence(view, key, self._essence)
        self.query_one("#detail", Bar).show(shown)

    @property
    def _essence(self) -> int:
        """Rows that the chosen block gets under the whole list."""
        least, most = ESSENCE
        glance = agreement.at_a_glance(self.view(self.size.width - 3)).plain.count("\n") + 1
        return max(least, min(most, self.size.height - AROUND - glance))

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
            if self.koop.area_screen is not self:
                return

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

    def action_talk(self) -> None:
        """The questions one by one."""
        self._begin("talk")

    def action_decide(self) -> None:
        """Put the wording to the vote in the running meeting."""
        self._begin("decide")

    def action_facts(self) -> None:
        """g"""
        self._begin("facts")

    def action_rules(self) -> None:
        """Quorum, majorities, deadlines."""
        self.start(facts_work.facts(self.koop, "p1"))

    def action_goals(self) -> None:
        """The goals with their signs."""
        self.start(facts_work.facts(self.koop, "goals"))

    def action_terms(self) -> None:
        """How long it runs."""
        self.start(facts_work.facts(self.koop, "p9"))

    def offers(self, action: str) -> bool:
        """Facts where a block has some."""
        if action == "agreement.facts":
            return facts_work.known_for(self.blocks.chosen)
        return super().offers(action)

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
