"""The first start: a new network, a file that is there, or a practice network."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import OptionList

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Template
from kooperation_tui.i18n import translator
from kooperation_tui.store.contract import Store
from kooperation_tui.store.places import sync_folder
from kooperation_tui.tui import ink, opening
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.drawing import welcome
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import AreaRow, Bar
from kooperation_tui.tui.widgets.rows import Rows

OTHER = "other"
KNOWN = "known "
_ROWS = 10
"""Rows of bars, greeting, ways and the blanks between them."""
MOST_KNOWN = 4
"""So many files opened before are offered at once; 2 has the others."""


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
        """The list has the keys; the areas come with a network."""
        self.query_one(AreaRow).display = False
        self.query_one(Rows).focus()
        self.start(self._look_around())

    async def _look_around(self) -> None:
        """Which files there are, and whether the folder is a synchronised one."""
        from kooperation_tui.recent import recent

        paths = recent()
        there = await asyncio.to_thread(lambda: tuple(p for p in paths if p.is_file()))
        program = await asyncio.to_thread(sync_folder, self._folder / "x")
        self._known, self._synced = there[:MOST_KNOWN], program or ""
        self.show()

    def draw(self) -> None:
        """All in the interface's language."""
        tr, width = self.tr, self.size.width - 6
        greeting = tr.t(
            "Welcome. This is where you run network meetings: agenda, roles, minutes and your "
            "cooperation agreement. Everything stays in one file with you."
        )
        view = self.view(width)
        self.query_one("#greeting", Bar).show(ink.lines(ink.put(greeting).wrap(width)))
        self.query_one(Rows).show(welcome.ways(view, self._known, KNOWN))
        room = self.size.height - _ROWS - len(self._known) - bool(self._known)
        self.query_one("#further", Bar).show(
            welcome.further(view, self._folder, self._synced, room)
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        chosen = event.option.id or "create"
        if chosen.startswith(KNOWN):
            path = self._known[int(chosen.removeprefix(KNOWN))]
            self._use(lambda: opening.open_file(path, self.session.clock), path)
        else:
            self.start(self.run_action(chosen))

    def action_language(self) -> None:
        """l"""
        self.koop.action_language()

    def action_create(self) -> None:
        """1"""
        self.start(self._create())

    def action_open(self) -> None:
        """2"""
        self.start(self._open())

    def action_practise(self) -> None:
        """3"""
        self.start(self._practise())

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

    async def _create(self) -> None:
        tr = self.tr
        languages = (("de", "Deutsch"), ("en", "English"))
        form = Form(
            tr.t("New network"),
            [
                Field("name", tr.t("Name")),
                Field("short", tr.t("Short name"), hint=tr.t("may stay empty")),
                Field("place", tr.t("Place"), hint=tr.t("may stay empty")),
                Field("controller", tr.t("Data protection"), hint=tr.t("responsible body, later")),
                Field("language", tr.t("Documents in"), self.koop.lang, languages),
                Field("template", tr.t("Rules"), Template.NONE.value, welcome.templates(tr)),
                Field("folder", tr.t("Folder"), str(self._folder)),
            ],
            check=opening.need_new,
            note=lambda values: welcome.template_note(tr, Template(values["template"])),
        )
        values = await self.koop.push_screen_wait(form)
        if values is None:
            return
        records = opening.new_network(
            self.session.moment(),
            values,
            plenary=translator(values["language"]).p("body", "Network meeting"),
        )
        path = opening.need_folder(values["folder"]) / opening.file_name(values["name"])
        if self._use(lambda: opening.create(path, records, self.session.clock), path):
            self.koop.action_area("partners")

    async def _open(self) -> None:
        from kooperation_tui.recent import recent

        tr = self.tr
        known = [(str(path), str(path)) for path in recent() if path.exists()]
        chosen: str | None = OTHER
        if known:
            options = [*known, (OTHER, tr.t("another file …"))]
            chosen = await self.koop.push_screen_wait(Choose(tr.t("Open a file"), options))
        if chosen == OTHER:
            form = Form(tr.t("Open a file"), [Field("path", tr.t("File"))])
            values = await self.koop.push_screen_wait(form)
            chosen = values["path"].strip() if values is not None else None
        if chosen:
            path = Path(chosen).expanduser()
            self._use(lambda: opening.open_file(path, self.session.clock), path)

    async def _practise(self) -> None:
        path = opening.practice_path(self.session.now(), self.tr)
        lang = self.koop.lang
        self._use(lambda: opening.practise(path, lang, self.session.clock), path)

    def _use(self, make: opening.Maker, path: Path) -> bool:
        try:
            store: Store = make()
        except KooperationError as error:
            self.koop.say(error)
            return False
        self.koop.use(store, path)
        return True


SCREEN = WelcomeScreen
