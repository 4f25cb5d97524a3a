"""F3: the agenda with clock times; edited before the meeting, read while it runs."""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList

from kooperation_tui.domain.commands import carrying, planning
from kooperation_tui.domain.model import AgendaItem, ItemKind
from kooperation_tui.tui import asking, ink
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.text import TextDialog
from kooperation_tui.tui.drawing import agenda, proposals
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.rows import Rows

SIDE = 40
AROUND = 10
"""Rows of everything but items, the chosen one and proposals at 80 columns."""


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
                yield Bar(id="proposals")
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
        waiting = self.query_one("#proposals", Bar)
        side.display, below.display = self.wide, not self.wide
        if self.wide:
            view = self.view(SIDE - 2)
            about = agenda.about(view, self.items.chosen)
            side.show(ink.lines([about, *proposals.column(view)]))
            waiting.display = False
            return
        view = self.view(self._main_width)
        about = agenda.about(view, self.items.chosen)
        below.show(about)
        used = self.items.option_count + len(about.plain.split("\n"))
        room = self.size.height - AROUND - used
        short = proposals.short(view, room)
        waiting.display = bool(short.plain) and room > 0
        waiting.show(short)

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
        """On which day the invitation went out."""
        self.start(self._invited())

    async def _invited(self) -> None:
        view, tr = self.view(), self.tr
        meeting = view.meeting
        if meeting is None:
            return
        sent = meeting.invited_on or view.today
        form = Form(
            tr.t("Invitation sent"),
            [Field("date", tr.t("Sent on"), tr.date_short(sent))],
            check=lambda values: asking.read_date(values["date"], view.today),
            note=lambda values: agenda.deadline(view).plain,
        )
        values = await self.koop.push_screen_wait(form)
        if values is not None:
            on = asking.read_date(values["date"], view.today)
            await self._give(planning.mark_invited, on=on)

    def action_proposals(self) -> None:
        """What waits for an agenda."""
        self.start(self._take_proposals())

    async def _take_proposals(self) -> None:
        """One after the other, until Esc or none is left."""
        words = asking.language_of(self.view()).t
        while True:
            options = proposals.options(self.view(64))
            if not options:
                self.koop.tell(self.tr.t("Nothing waits for this agenda."))
                return
            title = self.tr.t("Proposals ({count})", count=len(options))
            source = await self.koop.push_screen_wait(Choose(title, options))
            if source is None:
                return
            item = await self._give(carrying.take_proposal, source=source, words=words)
            if isinstance(item, AgendaItem):
                self.items.choose(item.id)


SCREEN = AgendaScreen
