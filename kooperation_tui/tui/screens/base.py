"""What all areas have in common: head, areas, a body, messages and a foot."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Coroutine, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import Action, bindings, foot_of
from kooperation_tui.tui.drawing.head import WIDE, head
from kooperation_tui.tui.offers import offered
from kooperation_tui.tui.session import Session
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.bars import AreaRow, Bar, Clickable, Foot, Notice

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

SMALLEST = (60, 20)
"""Columns and rows below which one sentence says so."""


def area_bindings(area: str) -> list[BindingType]:
    """The bindings of an area and what every area knows."""
    return [*bindings(area), Binding("escape", "read", show=False)]


class AreaScreen(Screen[None]):
    """An area. Subclasses compose `body` and draw it in `draw`."""

    AREA: ClassVar[str] = ""
    AUTO_FOCUS = ""

    def __init__(self) -> None:
        super().__init__()
        self.stands = asyncio.Event()
        """Set once all parts are there."""

    def on_mount(self) -> None:
        """Textual calls this after the `on_mount` of the area."""
        self.stands.set()

    @property
    def koop(self) -> KooperationApp:
        """The app."""
        from kooperation_tui.tui.app import KooperationApp

        return cast(KooperationApp, self.app)

    @property
    def session(self) -> Session:
        """What this person works on."""
        return self.koop.session

    @property
    def tr(self) -> Translator:
        """The language of the interface."""
        return self.koop.tr

    def view(self, width: int | None = None) -> View:
        """The state to draw, for the body's width."""
        return self.session.view(self.tr, width if width is not None else self.size.width - 2)

    @property
    def wide(self) -> bool:
        """Whether there is a side column."""
        return self.size.width >= WIDE

    def compose(self) -> ComposeResult:
        """Bars around the body."""
        yield Bar(id="head")
        yield AreaRow(id="areas")
        yield from self.body()
        yield Notice(id="notice")
        yield Foot(id="foot")
        yield Static("", id="too-small", markup=False)

    def body(self) -> ComposeResult:
        """The middle of the screen."""
        raise NotImplementedError

    def draw(self) -> None:
        """Draw the body from the state."""
        raise NotImplementedError

    def counts_seconds(self) -> bool:
        """Whether the clock has to tick each second here."""
        return False

    def on_resize(self, event: events.Resize) -> None:
        """Another size: draw for it."""
        small = event.size.width < SMALLEST[0] or event.size.height < SMALLEST[1]
        self.set_class(small, "-small")
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(ink.plain_signs(), "-ascii")
        self.call_after_refresh(self.show)

    def on_screen_resume(self) -> None:
        """Back in sight: the state may be another one."""
        if self.is_mounted and self.size.width:
            self.show()

    def show(self) -> None:
        """Draw everything from the state."""
        if not self.size.width or not self.query("#head"):
            return
        width = self.size.width
        if self.has_class("-small"):
            said = self.tr.t("Please make the window larger: at least 60 columns and 20 rows.")
            self.query_one("#too-small", Static).update(Content(said))
            return
        self.draw_frame(width)
        standing = self.koop.messages.standing
        notice = self.query_one(Notice)
        notice.show_message(
            standing.text if standing else "", standing.tone if standing else "", self.tr
        )
        self.draw()
        self.show_foot()

    @property
    def exported(self) -> str:
        """The meeting or the partner (by id) that an export from here is about, '' if none."""
        return ""

    @property
    def entry(self) -> str:
        """The entry of a log that is chosen here, '' if none."""
        return ""

    def offers(self, action: str) -> bool:
        """Whether an action makes sense at the moment."""
        return offered(action, self.view(), self.entry)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key does nothing where its action is not offered."""
        return self.offers(f"{self.AREA}.{action}") and super().check_action(action, parameters)

    def draw_frame(self, width: int) -> None:
        """Head and areas."""
        self.query_one("#head", Bar).show(head(self.view(width - 2)))
        self.query_one(AreaRow).show_areas(self.AREA, width, self.tr)

    def foot_actions(self) -> tuple[Action, ...]:
        """What the foot offers now."""
        return tuple(self.koop.keymap.of(a) for a in foot_of(self.AREA) if self.offers(a.id))

    def show_foot(self) -> None:
        """Draw the foot."""
        right: Sequence[Content] = ()
        if self.session.saved_at is not None:
            right = self.show_saved(self.session.saved_at.astimezone(self.session.now().tzinfo))
        width = self.size.width - 2
        self.query_one(Foot).show_actions(self.foot_actions(), width, self.tr, right)

    def show_saved(self, at: dt.datetime) -> Sequence[Content]:
        """When it was saved, for the right end of the foot: in words, and if need be as a sign."""
        said = self.tr.t("saved {time}", time=at)
        return (ink.put((said, "good")), ink.put((f"✓ {self.tr.time(at)}", "good")))

    def action_read(self) -> None:
        """Esc: the message was read."""
        if self.koop.messages.read():
            self.show()

    def on_clickable_chosen(self, event: Clickable.Chosen) -> None:
        """A click on the areas or on the foot."""
        if "." in event.name:
            self.run_worker(self.koop.do(event.name))
        else:
            self.koop.action_area(event.name)

    def start(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do something that waits (a dialog, the disk) without holding up the keys."""
        self.run_worker(work)
