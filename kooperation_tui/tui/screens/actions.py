"""F7: who does what by when, over all meetings."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content

from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.tui import plan_work as work
from kooperation_tui.tui.action_form import change_action, new_action
from kooperation_tui.tui.drawing import actions
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.listed import ListedScreen
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

_ON_ONE = frozenset({"actions.history", "actions.running", "actions.change"})
_ON_A_LIVE_ONE = frozenset(
    f"actions.{verb}" for verb in ("done", "postpone", "hold", "drop", "give", "helpers")
)


class ActionsScreen(ListedScreen):
    """The plan; the chosen action below."""

    AREA = "actions"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("actions")

    def __init__(self) -> None:
        super().__init__()
        self._whose = ""
        self._finished = False

    def body(self) -> ComposeResult:
        """Count, list, detail."""
        with Vertical(id="body"):
            yield Bar(id="count")
            yield Rows(id="list")
            yield Bar(id="detail")

    def draw(self) -> None:
        """The plan as it is now."""
        self.query_one("#count", Bar).show(
            actions.count_line(self.view(self.size.width - 3), self._whose)
        )
        super().draw()

    def rows(self, view: View) -> list[Row]:
        """Overdue first."""
        return actions.action_rows(view, self._whose, self._finished)

    def detail(self, view: View, chosen: str) -> Content:
        """The chosen action."""
        return actions.action_detail(view, chosen)

    def offers(self, action: str) -> bool:
        """News only of what runs; a finished one can run again."""
        if not super().offers(action):
            return False
        if action in _ON_ONE:
            return bool(self.chosen)
        if action in _ON_A_LIVE_ONE:
            return bool(self.chosen) and self._lives(self.chosen)
        return True

    def opened(self) -> None:
        """Enter or a click."""
        self.action_history()

    def action_history(self) -> None:
        """What became of it so far."""
        if self.chosen:
            work.show_history(self.koop, self.chosen)

    def action_done(self) -> None:
        """d"""
        self.start(work.news(self.koop, self.chosen, ActionStatus.DONE))

    def action_running(self) -> None:
        """l"""
        if self.chosen:
            self.start(work.news(self.koop, self.chosen, ActionStatus.IN_PROGRESS))

    def action_postpone(self) -> None:
        """t"""
        self.start(work.postpone(self.koop, self.chosen))

    def action_hold(self) -> None:
        """h"""
        self.start(work.with_reason(self.koop, self.chosen, ActionStatus.ON_HOLD))

    def action_drop(self) -> None:
        """f"""
        self.start(work.with_reason(self.koop, self.chosen, ActionStatus.DROPPED))

    def action_give(self) -> None:
        """g"""
        self.start(work.give(self.koop, self.chosen))

    def action_helpers(self) -> None:
        """m"""
        self.start(work.choose_helpers(self.koop, self.chosen))

    def action_change(self) -> None:
        """e"""
        if self.chosen:
            self.start(change_action(self.koop, self.chosen))

    def action_new(self) -> None:
        """n"""
        self.start(self._new())

    async def _new(self) -> None:
        made = await new_action(self.koop)
        if made:
            self.listed.choose(made)

    def action_who(self) -> None:
        """w"""
        self.start(self._who())

    async def _who(self) -> None:
        whose = await work.choose_whose(self.koop, self._whose)
        if whose is not None:
            self._whose = whose
            self.show()

    def action_finished(self) -> None:
        """a: shown, the cursor goes there; they stand below everything that is open."""
        self._finished = not self._finished
        self.show()
        rows = self.rows(self.view())
        done = [row.id for row in rows if row.id and not self._lives(row.id)]
        if self._finished and done:
            self.listed.choose(done[0])

    def _lives(self, action: str) -> bool:
        return self.session.data.get(Action, action).status in LIVE


SCREEN = ActionsScreen
