"""The open actions one by one while the item about them runs: one key each, overdue first."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from kooperation_tui.domain.model import Action, ActionStatus
from kooperation_tui.tui import ink, plan_work
from kooperation_tui.tui.dialogs.board import BoardDialog
from kooperation_tui.tui.drawing.actions import overdue
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.walk import to_review, walk_line
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.rows import Rows


class WalkDialog(BoardDialog):
    """What is said of an action is a line of the minutes at once; then the next one is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "say('done')", show=False),
        Binding("t", "say('date')", show=False),
        Binding("h", "say('hold')", show=False),
        Binding("f", "say('drop')", show=False),
    ]

    def __init__(self, title: str, view: View) -> None:
        super().__init__(title)
        self._wanted = tuple(action.id for action in to_review(view))
        self._before = {a.id: len(a.history) for a in view.data.rows(Action)}

    def about(self, view: View) -> list[Content]:
        """How many are left."""
        left = sum(not self._is_said(a) for a in self._actions(view))
        late = sum(overdue(view, a) and not self._is_said(a) for a in self._actions(view))
        said = view.tr.n("{count} action left", "{count} actions left", left)
        if late:
            said += ", " + view.tr.n("{count} of them overdue", "{count} of them overdue", late)
        return [ink.put((said, "dim")), Content("")]

    def rows(self, view: View) -> list[Row]:
        """Overdue first; what was said of an action stands at its end."""
        return [Row(walk_line(view, a, self._is_said(a)), a.id) for a in self._actions(view)]

    def _actions(self, view: View) -> list[Action]:
        found = (view.data.find(Action, identity) for identity in self._wanted)
        return [action for action in found if action is not None]

    def _is_said(self, action: Action) -> bool:
        return len(action.history) > self._before.get(action.id, 0)

    def about_this(self) -> tuple[str, ...]:
        """For somebody who sees it for the first time."""
        return (
            self.tr.t(
                "One letter says what is new about an action and writes it into the minutes; Enter "
                "goes on."
            ),
        )

    def keys(self) -> Content:
        """One letter each, as on F7."""
        tr = self.tr
        return self.key_rows(
            ("d", tr.t("done")),
            ("t", tr.t("new date")),
            ("h", tr.t("on hold")),
            ("f", tr.t("dropped")),
            ("enter", tr.t("next one")),
            ("escape", tr.t("back")),
        )

    def open_row(self, chosen: str) -> Coroutine[Any, Any, Any] | None:
        """Enter: nothing to say; on to the next one."""
        self._next(chosen)
        return None

    def action_say(self, what: str) -> None:
        """What is new about the chosen one."""
        chosen = self.chosen
        if not chosen:
            return
        ways = {
            "done": lambda: plan_work.news(self.koop, chosen, ActionStatus.DONE),
            "date": lambda: plan_work.postpone(self.koop, chosen),
            "hold": lambda: plan_work.with_reason(self.koop, chosen, ActionStatus.ON_HOLD),
            "drop": lambda: plan_work.with_reason(self.koop, chosen, ActionStatus.DROPPED),
        }
        self.begin(self._say(chosen, ways[what]()))

    async def _say(self, chosen: str, work: Coroutine[Any, Any, None]) -> None:
        before = len(self.koop.session.data.get(Action, chosen).history)
        await work
        if len(self.koop.session.data.get(Action, chosen).history) > before:
            self._next(chosen)

    def _next(self, chosen: str) -> None:
        """The cursor goes on to the next one of which nothing was said."""
        actions = self._actions(self.page_view)
        ids = [a.id for a in actions]
        place = ids.index(chosen) if chosen in ids else 0
        after = [a.id for a in actions[place + 1 :] if not self._is_said(a)]
        if after:
            self.query_one(Rows).choose(after[0])
