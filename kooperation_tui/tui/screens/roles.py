"""F4: who takes which role in this meeting, whose turn it is, and what lasts."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.commands import asking as answers
from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Role, RoleAnswer, StandingRoleKind
from kooperation_tui.domain.recording import record
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.body_work import show_bodies
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.base import room
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing import roles, rotation
from kooperation_tui.tui.lasting import change_standing, end_standing
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

NOBODY = "nobody"
ROOMY = 30
"""Rows of the window from which on there is space between the parts."""
TURNS = 6
"""Rows about whose turn it is where there is none."""
_NEXT = {
    RoleAnswer.NONE: RoleAnswer.PROMISED,
    RoleAnswer.PROMISED: RoleAnswer.ASKED,
    RoleAnswer.ASKED: RoleAnswer.NONE,
}


class RolesScreen(AreaScreen):
    """Roles of the meeting and lasting ones in one list; below, about the chosen one."""

    AREA = "roles"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("roles")

    def body(self) -> ComposeResult:
        """The list, then whose turn it is or what was before."""
        with Vertical(id="body"):
            yield Bar(id="heading")
            yield Rows(id="roles")
            yield Bar(id="turns")
            yield Bar(id="before")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()

    def draw(self) -> None:
        """The roles as they are now."""
        view = self.view(self.size.width - 5)
        self.set_class(self._tight, "-tight")
        heading = self.query_one("#heading", Bar)
        heading.display = not self._tight
        heading.show(ink.put((self.tr.t("For this meeting"), "head")))
        self.query_one(Rows).show(roles.role_rows(view, tight=self._tight))
        self._draw_chosen()

    @property
    def _tight(self) -> bool:
        """Whether the rows do for the list and six more: nothing is left for space."""
        return self.size.height < ROOMY

    def _draw_chosen(self) -> None:
        view = self.view(self.size.width - 5)
        role = self._role
        turns = []
        if role is not None:
            turns = rotation.table(view, role, min(view.width, 90), TURNS if self._tight else 99)
        bar = self.query_one("#turns", Bar)
        bar.display = bool(turns)
        bar.show(ink.lines(turns))
        note = self.tr.t("One person may have several roles. It also works with empty ones.")
        below = roles.handed_over(view) + ([] if turns else [ink.put((note, "dim"))])
        before = self.query_one("#before", Bar)
        before.display = bool(below)
        before.show(ink.lines(below))

    @property
    def _chosen(self) -> str:
        return self.query_one(Rows).chosen

    @property
    def _role(self) -> Role | None:
        """The role of the meeting that is chosen."""
        chosen = self._chosen
        return Role(chosen) if chosen and not chosen.startswith(roles.STANDING) else None

    @property
    def _standing(self) -> StandingRoleKind | None:
        """The lasting responsibility that is chosen."""
        chosen = self._chosen
        if not chosen.startswith(roles.STANDING):
            return None
        return StandingRoleKind(chosen.removeprefix(roles.STANDING))

    def on_option_list_option_highlighted(self) -> None:
        """Another role is chosen."""
        if self.size.width:
            self._draw_chosen()
            self.show_foot()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_pick()

    def offers(self, action: str) -> bool:
        """What was said belongs to roles of a planned meeting."""
        if action in ("roles.said", "roles.notnow"):
            state = self.view().state
            planned = state is not None and state.phase is Phase.PLANNED
            return planned and self._role is not None
        return super().offers(action)

    def action_pick(self) -> None:
        """Choose who takes the role."""
        role, standing = self._role, self._standing
        if role is not None:
            self.start(self._pick(role))
        elif standing is not None:
            self.start(change_standing(self.koop, standing))

    def action_clear(self) -> None:
        """Leave the role empty."""
        role, standing = self._role, self._standing
        if role is not None:
            self.start(self._give(role, ""))
        elif standing is not None:
            self.start(end_standing(self.koop, standing))

    def action_said(self) -> None:
        """Promised, asked, nothing yet."""
        role, meeting = self._role, self.view().meeting
        if role is None or meeting is None:
            return
        plan = next((r for r in meeting.roles if r.role is role), None)
        if plan is not None:
            self.start(self._plan(answers.answer_role, role=role, said=_NEXT[plan.said]))
            return
        found = rotation.candidates(self.view(), role)
        if found:  # the proposal promised
            self.start(self._promised(role, found[0].person))

    async def _promised(self, role: Role, person: str) -> None:
        await self._give(role, person)
        await self._plan(answers.answer_role, role=role, said=RoleAnswer.PROMISED)

    def action_notnow(self) -> None:
        """Whoever has the role, or is proposed, does not want it this time."""
        role, view = self._role, self.view()
        if role is None or view.state is None:
            return
        person = view.state.holder(role)
        found = rotation.candidates(view, role)
        if not person and found:
            person = found[0].person
        if person:
            self.start(self._plan(answers.decline_role, role=role, person=person))

    def action_coming(self) -> None:
        """The answers of the partners stand on F5."""
        self.koop.action_area("minutes")

    def action_history(self) -> None:
        """Who did what when."""
        rows = rotation.history(self.view(), room(self.app))
        self.koop.push_screen(ReadingDialog(self.tr.t("Who did what when"), rows))

    def action_bodies(self) -> None:
        """Teams and working groups."""
        self.start(show_bodies(self.koop))

    async def _pick(self, role: Role) -> None:
        view = self.view()
        state = view.state
        if state is None:
            return
        title = self.tr.t(words.ROLES[role])
        options: list[tuple[str, Any]] = []
        if state.phase is Phase.PLANNED:
            options = [
                (t.person, rotation.row(view, t, role, room(self.app)))
                for t in rotation.candidates(view, role)
            ]
        known = {person for person, _ in options}
        options += [one for one in roles.people(view) if one[0] not in known]
        options.append((NOBODY, self.tr.t("nobody")))
        person = await self.koop.push_screen_wait(Choose(title, options, state.holder(role)))
        if person is not None:
            await self._give(role, "" if person == NOBODY else person)

    async def _plan(self, command: Any, **fields: Any) -> None:
        """Run a planning command for this meeting."""
        moment, meeting = self.session.moment(), self.session.meeting_id
        await self.koop.change(lambda data: command(data, moment, meeting=meeting, **fields))

    async def _give(self, role: Role, person: str) -> None:
        state = self.view().state
        if state is None:
            return
        if state.phase is Phase.PLANNED:
            await self._plan(planning.plan_role, role=role, person=person)
            return
        moment, meeting = self.session.moment(), self.session.meeting_id

        def command(data: Data) -> Change:
            return record(data, meeting, it.TakeRole(role=role, person=person), moment)

        await self.koop.change(command)


SCREEN = RolesScreen
