"""F4: who takes which role in this meeting; a hand-over while it runs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Role
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.drawing import roles
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

NOBODY = "nobody"


class RolesScreen(AreaScreen):
    """The roles of the meeting; below what lasts."""

    AREA = "roles"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("roles")

    def body(self) -> ComposeResult:
        """Roles, hand-overs, lasting responsibilities."""
        with Vertical(id="body"):
            yield Bar(id="heading")
            yield Rows(id="roles")
            yield Bar(id="before")
            yield Bar(id="standing")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()

    def draw(self) -> None:
        """The roles as they are now."""
        view = self.view(self.size.width - 4)
        self.query_one("#heading", Bar).show(ink.put((self.tr.t("For this meeting"), "head")))
        self.query_one(Rows).show(roles.role_rows(view))
        before = roles.handed_over(view)
        note = self.tr.t("One person may have several roles. It also works with empty ones.")
        self.query_one("#before", Bar).show(ink.lines([*before, ink.put((note, "dim"))]))
        self.query_one("#standing", Bar).show(roles.standing(view))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_pick()

    def action_pick(self) -> None:
        """Choose who takes the role."""
        if self.query_one(Rows).chosen:
            self.start(self._pick(Role(self.query_one(Rows).chosen)))

    def action_clear(self) -> None:
        """Leave the role empty."""
        if self.query_one(Rows).chosen:
            self.start(self._give(Role(self.query_one(Rows).chosen), ""))

    async def _pick(self, role: Role) -> None:
        view = self.view()
        state = view.state
        if state is None:
            return
        options = [*roles.people(view), (NOBODY, self.tr.t("nobody"))]
        title = self.tr.t(words.ROLES[role])
        person = await self.koop.push_screen_wait(Choose(title, options, state.holder(role)))
        if person is not None:
            await self._give(role, "" if person == NOBODY else person)

    async def _give(self, role: Role, person: str) -> None:
        state = self.view().state
        moment, meeting = self.session.moment(), self.session.meeting_id
        planned = state is not None and state.phase is Phase.PLANNED

        def command(data: Data) -> Change:
            if planned:
                return planning.plan_role(data, moment, meeting=meeting, role=role, person=person)
            return record(data, meeting, it.TakeRole(role=role, person=person), moment)

        await self.koop.change(command)


SCREEN = RolesScreen
