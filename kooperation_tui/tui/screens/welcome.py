"""The first start: a new network, a file that is there, or a practice network."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.store.places import sync_folder
from kooperation_tui.tui import files, ink, opening
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.drawing import welcome
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import AreaRow, Bar
from kooperation_tui.tui.widgets.rows import Rows

KNOWN = "known "
_ROWS = 10
"""Rows of bars, greeting, ways and the blanks between them."""
MOST_KNOWN = 4
"""So many files opened before are offered at once; 2 has the others."""
_BACK = "back"
_HERE = frozenset(
    {"app.help", "app.palette", "app.language", "app.theme", "app.messages", "app.leave"}
)
"""What there is besides the ways to begin."""


class WelcomeScreen(AreaScreen):
    """Three ways to begin, files known before, and where a new file will lie."""

    AREA = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("welcome")

    def __init__(self) -> None:
        super().__init__()
        self._folder = opening.usual_folder()
        self._synced = ""
        self._known: tuple[Path, ...] = ()

    def body(self) -> ComposeResult:
        """Greeting, the three ways, how it goes on."""
        with Vertical(id="body"):
            yield Bar(id="greeting")
            yield Rows(id="ways")
            yield Bar(id="further")

    def on_mount(self) -> None:
        """The list has the keys."""
        self.query_one(Rows).focus()
        self.start(self._look_around())

    def on_screen_resume(self) -> None:
        """Other files may have been opened meanwhile."""
        super().on_screen_resume()
        if self.is_mounted:
            self.start(self._look_around())

    async def _look_around(self) -> None:
        """Which files there are, and whether the folder is a synchronised one."""
        known = await files.known_files(self.koop)
        program = await asyncio.to_thread(sync_folder, self._folder / "x")
        self._known, self._synced = known[:MOST_KNOWN], program or ""
        self.show()

    @property
    def _open_now(self) -> str:
        """The name of the network that is open meanwhile, '' if none."""
        return self.session.data.network.name if self.session.store is not None else ""

    def offers(self, action: str) -> bool:
        """The ways to begin, and what needs no network."""
        if action == "app.area":
            return self.session.store is not None
        return action in _HERE or action.startswith(f"{self.AREA}.")

    def draw(self) -> None:
        """All in the interface's language."""
        tr, width = self.tr, self.size.width - 6
        greeting = tr.t(
            "Welcome. This is where you run network meetings: agenda, roles, minutes and your "
            "cooperation agreement. Everything stays in one file with you."
        )
        view, back = self.view(width), self._open_now
        self.query_one(AreaRow).display = bool(back)
        self.query_one("#greeting", Bar).show(ink.lines(ink.put(greeting).wrap(width)))
        self.query_one(Rows).show(welcome.ways(view, self._known, KNOWN, back))
        room = self.size.height - _ROWS - len(self._known) - bool(self._known) - 2 * bool(back)
        self.query_one("#further", Bar).show(
            welcome.further(view, self._folder, self._synced, room)
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        chosen = event.option.id or "create"
        if chosen == _BACK:
            self.koop.action_area("overview")
        elif chosen.startswith(KNOWN):
            files.open_known(self.koop, self._known[int(chosen.removeprefix(KNOWN))])
        else:
            self.start(self.run_action(chosen))

    def action_read(self) -> None:
        """Esc: the message was read; else back to the network that is open."""
        if self.koop.messages.standing is not None:
            super().action_read()
        else:
            self.koop.action_area("overview")

    def action_language(self) -> None:
        """l"""
        self.koop.action_language()

    def action_create(self) -> None:
        """1"""
        self.start(self._create())

    async def _create(self) -> None:
        if await files.create(self.koop, self._folder):
            self.koop.action_area("partners")

    def action_open(self) -> None:
        """2"""
        self.start(files.open_another(self.koop))

    def action_practise(self) -> None:
        """3"""
        files.practise(self.koop)

    def action_folder(self) -> None:
        """o"""
        self.start(self._choose_folder())

    async def _choose_folder(self) -> None:
        tr = self.tr
        form = Form(
            tr.t("Where a new file will lie"),
            [Field("folder", tr.t("Folder"), str(self._folder))],
            check=lambda values: opening.need_folder(values["folder"]),
        )
        values = await self.koop.push_screen_wait(form)
        if values is not None:
            self._folder = opening.need_folder(values["folder"])
            await self._look_around()


SCREEN = WelcomeScreen
