"""F6: the agreement as a checklist; wording, state and responsible of each block."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.widgets import OptionList

from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import BlockState, Decision, DecisionStatus
from kooperation_tui.domain.plan import partners
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.text import TextDialog
from kooperation_tui.tui.drawing import agreement
from kooperation_tui.tui.drawing.roles import people
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

SIDE = 50
PAPER, DECISION, NOT_NEEDED, DRAFT, OPEN = "paper", "decision", "not_needed", "draft", "open"


class AgreementScreen(AreaScreen):
    """The checklist; beside or under it the chosen block."""

    AREA = "agreement"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("agreement")

    def body(self) -> ComposeResult:
        """List and block."""
        with Container(id="body"):
            yield Rows(id="blocks")
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
        width = SIDE - 3 if self.wide else self.size.width - 3
        self.blocks.show(agreement.block_rows(self.view(width), compact=not self.wide))
        self._draw_detail()

    def _draw_detail(self) -> None:
        width = self.size.width - 6 - (SIDE if self.wide else 0)
        self.query_one("#detail", Bar).show(agreement.detail(self.view(width), self.blocks.chosen))

    def on_option_list_option_highlighted(self) -> None:
        """Another block is chosen."""
        if self.size.width:
            self._draw_detail()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_wording()

    async def _give(self, key: str, **fields: Any) -> None:
        moment = self.session.moment()
        await self.koop.change(lambda data: set_block(data, moment, key=key, **fields))

    def action_wording(self) -> None:
        """Write the wording."""
        key = self.blocks.chosen
        if key:
            self.start(self._wording(key))

    async def _wording(self, key: str) -> None:
        found = agreement.block(self.view(), key)
        title = words.block_name(key, self.tr)
        text = await self.koop.push_screen_wait(TextDialog(title, found.text, place=f"block {key}"))
        if text is not None and text != found.text:
            state = BlockState.DRAFT if found.state is BlockState.OPEN and text.strip() else None
            await self._give(key, text=text, state=state)

    def action_state(self) -> None:
        """Say that it is agreed, a draft, or not needed."""
        if self.blocks.chosen:
            self.start(self._state(self.blocks.chosen))

    async def _state(self, key: str) -> None:
        tr = self.tr
        options = [
            (DECISION, tr.t("agreed by a decision of this network")),
            (PAPER, tr.t("agreed on paper, before this program")),
            (DRAFT, tr.t("a draft, still being worked on")),
            (NOT_NEEDED, tr.t("not needed, with a reason")),
            (OPEN, tr.t("open")),
        ]
        chosen = await self.koop.push_screen_wait(Choose(words.block_name(key, tr), options))
        match chosen:
            case "decision":
                await self._agreed_by_decision(key)
            case "paper":
                await self._agreed_on_paper(key)
            case "not_needed":
                await self._not_needed(key)
            case "draft" | "open":
                await self._give(key, state=BlockState(chosen))

    async def _agreed_by_decision(self, key: str) -> None:
        found = [
            (d.number, f"{d.number}  {d.text}")
            for d in self.view().data.rows(Decision)
            if d.status is DecisionStatus.IN_FORCE
        ]
        if not found:
            self.koop.say(
                Refused(
                    "There is no decision yet; agree on it in a meeting, or enter the day on paper."
                )
            )
            return
        number = await self.koop.push_screen_wait(Choose(self.tr.t("Which decision?"), found[::-1]))
        if number is not None:
            await self._give(key, state=BlockState.AGREED, decision=number)

    async def _agreed_on_paper(self, key: str) -> None:
        today = self.view().today

        def check(values: Values) -> object:
            return asking.read_date(values["day"], today)

        form = Form(
            words.block_name(key, self.tr),
            [Field("day", self.tr.t("agreed on"), hint="12.03.2019")],
            check=check,
        )
        values = await self.koop.push_screen_wait(form)
        if values is not None:
            day = asking.read_date(values["day"], today)
            await self._give(key, state=BlockState.AGREED, agreed_on=day)

    async def _not_needed(self, key: str) -> None:
        form = Form(words.block_name(key, self.tr), [Field("reason", self.tr.t("Why not?"))])
        values = await self.koop.push_screen_wait(form)
        if values is not None:
            await self._give(key, state=BlockState.NOT_NEEDED, reason=values["reason"].strip())

    def action_responsible(self) -> None:
        """Choose who looks after the block."""
        if self.blocks.chosen:
            self.start(self._responsible(self.blocks.chosen))

    async def _responsible(self, key: str) -> None:
        view = self.view()
        options = [*people(view), *((o.id, f"{o.code}  {o.name}") for o in partners(view.data))]
        title = self.tr.t("Who looks after this?")
        found = agreement.block(view, key)
        chosen = await self.koop.push_screen_wait(Choose(title, options, found.responsible))
        if chosen is not None:
            await self._give(key, responsible=chosen)


SCREEN = AgreementScreen
