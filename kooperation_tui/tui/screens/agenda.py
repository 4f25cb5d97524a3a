"""F3: the agenda with clock times; edited before the meeting, read while it runs."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import AgendaItem, ItemKind
from kooperation_tui.tui import asking
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Form
from kooperation_tui.tui.dialogs.text import TextDialog
from kooperation_tui.tui.drawing import agenda
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

SIDE = 40


class AgendaScreen(AreaScreen):
    """Top line, items, what follows from the chosen one."""

    AREA = "agenda"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("agenda")

    def body(self) -> ComposeResult:
        """The list, and beside or under it the chosen item."""
        with Horizontal(id="body"):
            with Vertical(id="main"):
                yield Bar(id="top")
                yield Bar(id="columns")
                yield Rows(id="items")
                yield Bar(id="about")
            yield Bar(id="side")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.items.focus()

    @property
    def items(self) -> Rows:
        """The list of items."""
        return self.query_one("#items", Rows)

    @property
    def _main_width(self) -> int:
        return self.size.width - 3 - (SIDE + 2 if self.wide else 0)

    def draw(self) -> None:
        """The agenda as it is now."""
        view = self.view(self._main_width)
        self.query_one("#top", Bar).show(agenda.top(view))
        self.query_one("#columns", Bar).show(agenda.column_heads(view))
        self.items.show(agenda.item_rows(view))
        self._draw_about()

    def _draw_about(self) -> None:
        side, below = self.query_one("#side", Bar), self.query_one("#about", Bar)
        side.display, below.display = self.wide, not self.wide
        if self.wide:
            side.show(agenda.about(self.view(SIDE - 2), self.items.chosen))
        else:
            below.show(agenda.about(self.view(self._main_width), self.items.chosen))

    def on_option_list_option_highlighted(self) -> None:
        """Another item is chosen."""
        if self.size.width:
            self._draw_about()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.action_edit()

    def _chosen(self) -> AgendaItem | None:
        state = self.view().state
        item = state.item(self.items.chosen) if state is not None else None
        return item.item if item is not None else None

    async def _give(self, command: Any, **fields: Any) -> Any:
        """Run a planning command for this meeting; its result, None if refused."""
        moment, meeting = self.session.moment(), self.session.meeting_id
        saved = await self.koop.change(
            lambda data: command(data, moment, meeting=meeting, **fields)
        )
        return saved.change.result if saved is not None else None

    def action_new(self) -> None:
        """A new item before the chosen one's successor."""
        if self.view().meeting is not None:
            self.start(self._new())

    async def _new(self) -> None:
        found = await self._item_form(self.tr.t("New item"), None)
        if found is None:
            return
        item = await self._give(planning.add_item, **found)
        if isinstance(item, AgendaItem):
            self.items.choose(item.id)

    async def _item_form(self, title: str, item: AgendaItem | None) -> dict[str, Any] | None:
        view = self.view()
        form = Form(
            title,
            asking.item_fields(view, item),
            check=asking.read_item,
            note=partial(asking.item_note, view),
        )
        values = await self.koop.push_screen_wait(form)
        return asking.read_item(values) if values is not None else None

    def action_edit(self) -> None:
        """Change the chosen item."""
        item = self._chosen()
        if item is not None:
            self.start(self._edit_break(item) if item.kind is ItemKind.BREAK else self._edit(item))

    async def _edit(self, item: AgendaItem) -> None:
        title = self.tr.t("Item {number}", number=item.number)
        found = await self._item_form(title, item)
        if found is not None:
            await self._give(planning.change_item, item=item.id, **found)

    async def _edit_break(self, item: AgendaItem) -> None:
        from kooperation_tui.tui.dialogs.form import Field

        field = Field("minutes", self.tr.p("duration", "Minutes"), str(item.minutes))
        form = Form(self.tr.t("Break"), [field], check=lambda v: asking.read_minutes(v["minutes"]))
        values = await self.koop.push_screen_wait(form)
        if values is not None:
            minutes = asking.read_minutes(values["minutes"])
            await self._give(planning.change_item, item=item.id, minutes=minutes)

    def action_up(self) -> None:
        """Move the chosen item up."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the chosen item down."""
        self._move(1)

    def _move(self, by: int) -> None:
        item = self._chosen()
        if item is not None:
            self.start(self._give(planning.move_item, item=item.id, by=by))

    def action_pause(self) -> None:
        """A break after the chosen item."""
        state = self.view().state
        if state is None:
            return
        ids = [i.item.id for i in state.items]
        chosen = self.items.chosen
        after = ids[ids.index(chosen) + 1 :] if chosen in ids else []
        self.start(
            self._give(
                planning.add_item,
                title="",
                kind=ItemKind.BREAK,
                minutes=10,
                before=after[0] if after else "",
            )
        )

    def action_wording(self) -> None:
        """Write the wording to decide on."""
        item = self._chosen()
        if item is not None and item.kind is not ItemKind.BREAK:
            self.start(self._wording(item))

    async def _wording(self, item: AgendaItem) -> None:
        title = self.tr.t("Wording for item {number}", number=item.number)
        text = await self.koop.push_screen_wait(
            TextDialog(title, item.wording, place=f"item {item.id}")
        )
        if text is not None:
            await self._give(planning.change_item, item=item.id, wording=text.strip())

    def action_remove(self) -> None:
        """Remove the chosen item, after asking."""
        item = self._chosen()
        if item is not None:
            self.start(self._remove(item))

    async def _remove(self, item: AgendaItem) -> None:
        title = item.title or self.tr.t("Break")
        said = self.tr.t("Remove “{title}” from the agenda?", title=title)
        if await self.koop.push_screen_wait(Confirm(said)):
            await self._give(planning.remove_item, item=item.id)

    def action_meeting(self) -> None:
        """Date, time, place."""
        from kooperation_tui.tui.meetings import change_meeting

        self.start(change_meeting(self.koop))

    def action_invited(self) -> None:
        """The invitation went out today."""
        if self.view().meeting is not None:
            self.start(self._give(planning.mark_invited))


SCREEN = AgendaScreen
