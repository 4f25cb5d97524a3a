"""F3: the agenda with clock times; edited before the meeting, read while it runs."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import OptionList

from kooperation_tui.domain.commands import planning
from kooperation_tui.domain.model import AgendaItem, ItemKind
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import agenda_work as work
from kooperation_tui.tui import ink
from kooperation_tui.tui.drawing import agenda, agenda_item, proposals
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.agenda_list import AgendaList
from kooperation_tui.tui.widgets.bars import Bar, Notice

SIDE = 40
STEP = 5
"""Minutes that one key adds or takes away."""
OF_ITEM = frozenset(
    f"agenda.{verb}" for verb in ("edit", "up", "down", "longer", "shorter", "wording", "remove")
)
"""What needs an item."""
FRAME = 9
"""Rows of bars, top lines, column heads, the time left and the blanks between them."""
LEAST = 4
"""Rows of the list that stay in sight."""
FACTS = 3, 6
"""Rows about the chosen item: if there is little room, and at the most."""


class AgendaScreen(AreaScreen):
    """Top line, items, what follows from the chosen one, what is proposed."""

    AREA = "agenda"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("agenda")

    def body(self) -> ComposeResult:
        """The list, and beside or under it the chosen item and the proposals."""
        with Horizontal(id="body"):
            with Vertical(id="main"):
                yield Bar(id="top")
                yield Bar(id="columns")
                yield AgendaList(id="items")
                yield Bar(id="time-left")
                yield Bar(id="about")
                yield Bar(id="proposals")
            yield VerticalScroll(Bar(id="side"), id="beside", can_focus=False)

    def on_mount(self) -> None:
        """The list has the keys."""
        self.items.focus()

    @property
    def items(self) -> AgendaList:
        """The list of items."""
        return self.query_one("#items", AgendaList)

    @property
    def _main_width(self) -> int:
        return self.size.width - 3 - (SIDE + 2 if self.wide else 0)

    def draw(self) -> None:
        """The agenda as it is now."""
        view = self.view(self._main_width)
        self.query_one("#top", Bar).show(agenda.top(view))
        self.query_one("#columns", Bar).show(agenda.column_heads(view))
        self.query_one("#time-left", Bar).show(agenda.time_left(view))
        self._draw_chosen()

    def _draw_chosen(self) -> None:
        """The list with its marks, and below or beside it what belongs to the chosen item."""
        view, chosen = self.view(self._main_width), self.items.chosen
        self.items.show(agenda.item_rows(view, chosen))
        chosen = self.items.chosen
        below, waiting = self.query_one("#about", Bar), self.query_one("#proposals", Bar)
        self.query_one("#beside").display = self.wide
        left = self.size.height - FRAME - self.query_one(Notice).rows(self.size.width)
        count = self.items.option_count
        if self.wide:
            self.items.styles.height = min(count, left)
            narrow = self.view(SIDE - 2)
            beside = [*agenda_item.about(narrow, chosen), *proposals.column(narrow)]
            self.query_one("#side", Bar).show(ink.lines(beside))
            below.display = waiting.display = False
            return
        offered = proposals.short(view)
        waiting.display = bool(offered)
        least = 1 if offered else 0
        left -= 1 + least  # the blanks above both
        few = max(min(FACTS[0], left - least - min(count, LEAST)), 1)
        most = max(min(left - least - count, FACTS[1]), few)
        facts = agenda_item.about(view, chosen, most)
        room = max(left - least - len(facts), LEAST)
        self.items.styles.height = min(count, room)
        below.display = bool(facts)
        below.show(ink.lines(facts))
        waiting.show(ink.lines(offered[: max(left - len(facts) - count, least)]))

    def on_option_list_option_highlighted(self) -> None:
        """Another item is chosen: the marks go with the cursor."""
        if self.size.width:
            self._draw_chosen()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click on the chosen item."""
        event.stop()
        self.action_edit()

    def on_agenda_list_moved(self, event: AgendaList.Moved) -> None:
        """A click on a mark."""
        self._move(event.by)

    def _chosen(self) -> AgendaItem | None:
        """The chosen item, while the agenda may be changed here."""
        state = self.view().state
        if state is None or state.phase is not Phase.PLANNED:
            return None
        item = state.item(self.items.chosen)
        return item.item if item is not None else None

    def action_new(self) -> None:
        """A new item."""
        if self.view().meeting is not None:
            self.start(self._new())

    async def _new(self) -> None:
        self._go_to(await work.new_item(self.koop, self.session.meeting_id))

    def _go_to(self, item: str) -> None:
        if item:
            self.items.choose(item)

    def action_edit(self) -> None:
        """Change the chosen item."""
        item = self._chosen()
        if item is not None:
            edit = work.edit_break if item.kind is ItemKind.BREAK else work.edit_item
            self.start(edit(self.koop, self.session.meeting_id, item))

    def action_up(self) -> None:
        """Move the chosen item up."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the chosen item down."""
        self._move(1)

    def _move(self, by: int) -> None:
        item = self._chosen()
        if item is not None:
            meeting = self.session.meeting_id
            self.start(work.give(self.koop, meeting, planning.move_item, item=item.id, by=by))

    def action_longer(self) -> None:
        """Five minutes more."""
        self._change_minutes(STEP)

    def action_shorter(self) -> None:
        """Five minutes less."""
        self._change_minutes(-STEP)

    def _change_minutes(self, by: int) -> None:
        item = self._chosen()
        if item is not None and item.minutes + by > 0:
            meeting = self.session.meeting_id
            fields = {"item": item.id, "minutes": item.minutes + by}
            self.start(work.give(self.koop, meeting, planning.change_item, **fields))

    def action_pause(self) -> None:
        """A break after the chosen item."""
        state = self.view().state
        if state is None:
            return
        ids = [i.item.id for i in state.items]
        chosen = self.items.chosen
        after = ids[ids.index(chosen) + 1 :] if chosen in ids else []
        self.start(
            work.give(
                self.koop,
                self.session.meeting_id,
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
            self.start(work.write_wording(self.koop, self.session.meeting_id, item))

    def action_remove(self) -> None:
        """Remove the chosen item, after asking."""
        item = self._chosen()
        if item is not None:
            self.start(work.remove_item(self.koop, self.session.meeting_id, item))

    def offers(self, action: str) -> bool:
        """A template while the agenda is empty, what belongs to an item once there is one."""
        meeting = self.view().meeting
        if not super().offers(action):
            return False
        if action == "agenda.template":
            return meeting is not None and not meeting.items
        return action not in OF_ITEM or (meeting is not None and bool(meeting.items))

    def action_template(self) -> None:
        """The items of a template."""
        from kooperation_tui.tui.meetings import use_template

        self.start(use_template(self.koop))

    def action_meeting(self) -> None:
        """Date, time, place."""
        from kooperation_tui.tui.meetings import change_meeting

        self.start(change_meeting(self.koop))

    def action_invited(self) -> None:
        """On which day the invitation went out."""
        if self.view().meeting is not None:
            self.start(work.note_invitation(self.koop, self.session.meeting_id))

    def action_proposals(self) -> None:
        """What waits for an agenda."""
        self.start(self._take_proposals())

    async def _take_proposals(self) -> None:
        self._go_to(await work.take_proposals(self.koop, self.session.meeting_id))


SCREEN = AgendaScreen
