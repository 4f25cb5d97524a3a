"""F5: the line is always ready. Before the start it shows who is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, TextArea

from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import answering, refusing
from kooperation_tui.tui.drawing import attendance, echo, minutes, speaking
from kooperation_tui.tui.drawing.goals import in_review
from kooperation_tui.tui.drawing.log import log_rows
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.pasting import paste
from kooperation_tui.tui.recorder import Recorder
from kooperation_tui.tui.restoring import restore
from kooperation_tui.tui.screens.base import area_bindings
from kooperation_tui.tui.screens.minutes_actions import MinutesActions
from kooperation_tui.tui.widgets.attendance import AttendanceGrid
from kooperation_tui.tui.widgets.bars import Bar
from kooperation_tui.tui.widgets.line import Line
from kooperation_tui.tui.widgets.question import QuestionBar
from kooperation_tui.tui.widgets.rows import Rows
from kooperation_tui.tui.widgets.word_list import WordList

SIDE = 36


_AROUND_GOALS = 17
"""Rows that stay for everything else while the goals are looked at."""


class MinutesScreen(MinutesActions):
    """Attendance, log, echo and the line."""

    AREA = "minutes"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("minutes")

    def __init__(self) -> None:
        super().__init__()
        self.recorder = Recorder(self)
        self._phase: Phase | None = None
        self._left = False
        self.revealed = False
        """Whether a confidential line is shown in clear on the wall, too."""

    def body(self) -> ComposeResult:
        """Side column, log, echo, line."""
        with Horizontal(id="body"):
            yield VerticalScroll(Bar(id="side"), id="side-scroll", can_focus=False)
            with Vertical(id="main"):
                with Vertical(id="attendance"):
                    with VerticalScroll(id="partners", can_focus=False):
                        yield Bar(id="who")
                        yield AttendanceGrid(self._type_on, self._paste_on, id="grid")
                        yield Bar(id="below")
                    yield Bar(id="letters")
                with Vertical(id="run"):
                    yield Bar(id="item-title")
                    yield Bar(id="item-line")
                    yield Bar(id="speakers")
                    yield Bar(id="wording")
                    yield Rows(id="log", choosing=False)
                yield QuestionBar(id="question")
                yield WordList(id="words")
                yield Bar(id="echo")
                yield Line(id="line")

    def on_mount(self) -> None:
        """The line that was not sent last time comes back."""
        log = self.query_one("#log", Rows)
        log.can_focus = False
        restore(self.recorder)

    @property
    def line(self) -> Line:
        """The line."""
        return self.query_one(Line)

    @property
    def grid(self) -> AttendanceGrid:
        """The partners before the start."""
        return self.query_one(AttendanceGrid)

    def on_screen_suspend(self) -> None:
        """Another area comes, or a dialog, which changes nothing about the focus."""
        self._left = self.koop.area_screen is not self

    def on_screen_resume(self) -> None:
        """Back from another area the keys go where they belong at the moment."""
        super().on_screen_resume()
        if self._left and self.is_mounted:
            self._left = False
            self._place_focus()

    def on_descendant_focus(self) -> None:
        """Tab, a click, a mark that begins a line."""
        if self.size.width and not self.has_class("-small"):
            self._draw_focus()
            self.show_foot()

    # Drawing

    def draw(self) -> None:
        """The phase decides between attendance and log."""
        view = self.view(self._main_width())
        state = view.state
        phase = state.phase if state is not None else None
        planned = phase is Phase.PLANNED
        self.query_one("#attendance").display = planned
        self.query_one("#run").display = not planned
        self.query_one("#side-scroll").display = self.wide and state is not None and not planned
        if state is None:
            self.query_one("#item-title", Bar).show(echo.no_meeting(view))
        elif planned:
            self.query_one("#who", Bar).show(attendance.heading(view))
            self.grid.show(attendance.seats(view), view.width)
            self.query_one("#below", Bar).show(attendance.below(view))
        else:
            self._draw_run()
        if phase is not self._phase:
            self._phase = phase
            self._place_focus()
        self._draw_focus()
        answering.ask(self.recorder)
        self.draw_line()

    def _draw_focus(self) -> None:
        """Where the keys go: the letters of the list, or the line."""
        listed = self._planned() and self.grid.in_hand
        self.query_one("#letters", Bar).show(attendance.keys(self.view(), listed))
        tab = key_name("tab", self.tr)
        resting = f"{tab}: {self.tr.t('to the line')}" if listed else ""
        if self.line.placeholder != resting:
            self.line.placeholder = resting

    def _place_focus(self) -> None:
        """Before the meeting the list has the keys, from the start on the line."""
        listed = self._planned() and not self.line.text
        self.set_focus(self.grid if listed else self.line, scroll_visible=False)

    def _main_width(self) -> int:
        planned = self._planned()
        return self.size.width - 3 - (SIDE + 2 if self.wide and not planned else 0)

    def _planned(self) -> bool:
        state = self.session.view(self.tr, 1).state
        return state is None or state.phase is Phase.PLANNED

    def _draw_run(self) -> None:
        view = self.view(self._main_width())
        self.query_one("#item-title", Bar).show(minutes.item_title(view))
        self.query_one("#item-line", Bar).show(minutes.item_line(view))
        self._draw_speakers()
        wording = minutes.open_wording(view)
        if not wording.plain:
            wording = in_review(view, max(2, self.size.height - _AROUND_GOALS))
        self.query_one("#wording").display = bool(wording.plain)
        self.query_one("#wording", Bar).show(wording)
        log = self.query_one("#log", Rows)
        within = view.wide(view.width - 1)  # its scroll bar must not break a row anew
        changed = log.show(log_rows(within), chosen=self.recorder.editor.entry)
        if changed and not self.recorder.editor.entry:
            self.call_after_refresh(log.to_end)
        if self.wide:
            narrow = self.view(SIDE - 2)
            column = speaking.column(narrow, self.session.presence.speakers)
            self.query_one("#side", Bar).show(minutes.side(narrow, column))

    def _draw_speakers(self) -> None:
        """The speakers' list has its row where there is no side column."""
        bar, presence = self.query_one("#speakers", Bar), self.session.presence
        view = self.view(self._main_width())
        row = speaking.row(view, presence.speakers, presence.standing_moment, wide=self.wide)
        bar.display = bool(row.plain)
        bar.show(row)

    def draw_line(self) -> None:
        """Question and echo: the only parts that a key changes."""
        view = self.view(self._main_width())
        self.line.hide(view.beamer and not self.revealed)
        question = self.recorder.asked.question
        self.query_one(QuestionBar).show_question(question, view.width, self.tr)
        self.line.picking = self.query_one(WordList).offer(self.line.text, self.tr, view.width)
        self.query_one("#echo", Bar).show(self.recorder.echo(view.wide(view.width - 1)))

    def show_saved(self, at: dt.datetime) -> Sequence[Content]:
        """In the frame of the line, where it takes no room from the foot."""
        self.line.border_subtitle = self.tr.t("saved {time}", time=at)
        return ()

    def counts_seconds(self) -> bool:
        """In the last two minutes of an item."""
        return minutes.last_minutes(self.session.view(self.tr, 1))

    # The line

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Every key: remember it, show how it will be read."""
        if event.text_area is self.line:
            self.koop.typing.key()
            self.recorder.typed(self.line.text)
            self.draw_line()
            self.call_after_refresh(self.koop.typing.shown)

    def on_line_sent(self, event: Line.Sent) -> None:
        """Enter."""
        self.start(self.recorder.send(event.text))

    def on_line_pasted(self, event: Line.Pasted) -> None:
        """Several lines: read them first."""
        self.start(paste(self.recorder, event.text))

    def on_line_earlier(self, event: Line.Earlier) -> None:
        """Up or down: edit an earlier entry."""
        self.recorder.earlier(event.step)

    def on_line_picked(self, event: Line.Picked) -> None:
        """Up or down among the words that are shown."""
        self.query_one(WordList).step(event.step)

    def on_line_undo_asked(self) -> None:
        """Ctrl+Z in the empty line."""
        self.koop.action_undo()

    def on_line_left(self) -> None:
        """Esc: leave an entry, discard a refused line, a message was read, not this question."""
        if (
            self.recorder.editor.stop()
            or answering.leave_opened(self.recorder)
            or refusing.discard(self.recorder)
            or self.koop.messages.read()
            or refusing.put_aside(self.recorder)
        ):
            self.show()
        elif answering.put_off(self.recorder):
            self.draw_line()
        elif self._planned() and not self.line.text:
            self.set_focus(self.grid, scroll_visible=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """A click on an entry chooses it."""
        event.stop()
        if event.option.id:
            self.recorder.editor.take(event.option.id)
            self.line.focus()

    def on_attendance_grid_asked(self, event: AttendanceGrid.Asked) -> None:
        """A letter on the attendance picture."""
        self._letter(event.what, event.organisation)

    def action_switch(self) -> None:
        """Tab: complete in the line, else change between list and line."""
        if self.focused is self.line and self.line.picking:
            self.line.put_text(self.query_one(WordList).picked + " ")
        elif self.focused is self.line and self.line.text:
            self.recorder.complete()
        elif self._planned() and not self.grid.in_hand:
            self.set_focus(self.grid, scroll_visible=False)
        else:
            self.set_focus(self.line)

    def _type_on(self, event: events.Key) -> None:
        """A key on the list that can only begin a line, or belongs to it already."""
        self.set_focus(self.line)
        if event.key == "enter":
            self.line.action_send()
        elif event.character is not None:
            self.line.insert(event.character)

    def _paste_on(self, event: events.Paste) -> None:
        """Pasted over the list: it is for the line."""
        self.set_focus(self.line)
        self.line.take_paste(event.text)


SCREEN = MinutesScreen
