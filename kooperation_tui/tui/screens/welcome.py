"""The first start: a new network, a file that is there, or a practice network."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.domain.model import Template
from kooperation_tui.i18n import translator
from kooperation_tui.store.contract import Store
from kooperation_tui.tui import ink, opening
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.screens.base import AreaScreen, area_bindings
from kooperation_tui.tui.widgets.bars import AreaRow, Bar
from kooperation_tui.tui.widgets.rows import Rows

OTHER = "other"


class WelcomeScreen(AreaScreen):
    """Three ways to begin, and where the file will lie."""

    AREA = "welcome"
    BINDINGS: ClassVar[list[BindingType]] = area_bindings("welcome")

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

    def draw(self) -> None:
        """All in the interface's language."""
        tr, width = self.tr, self.size.width - 6
        greeting = tr.t(
            "Welcome. This is where you run network meetings: agenda, roles, minutes and your "
            "cooperation agreement. Everything stays in one file with you."
        )
        self.query_one("#greeting", Bar).show(ink.lines(ink.put(greeting).wrap(width)))
        self.query_one(Rows).show(
            [
                self._way(
                    "create", "1", tr.t("Start a new network"), tr.t("takes about 10 minutes")
                ),
                self._way(
                    "open", "2", tr.t("Open a file that is there"), tr.t("on a network drive, too")
                ),
                self._way(
                    "practise",
                    "3",
                    tr.t("Try it out first"),
                    tr.t("an invented network; changes nothing of yours"),
                ),
            ]
        )
        self.query_one("#further", Bar).show(self._further())

    def _way(self, id: str, key: str, label: str, note: str) -> Row:
        return Row(ink.put(("  " + key, "key"), "  ", ink.fit(label, 30), (note, "dim")), id)

    def _further(self) -> Content:
        tr = self.tr
        folder = opening.usual_folder()
        other = tr.t("Language: English") if tr.lang == "en" else tr.t("Language: German")
        steps = (
            tr.t("Name and rules (proposal: no rules yet)"),
            tr.t("Partners: paste a list from a spreadsheet, or one by one"),
            tr.t("First meeting from a template, print the agenda"),
        )
        rows = [
            ink.put((tr.t("Your file will lie in this folder:"), "dim")),
            ink.put("  ", str(folder)),
            ink.put(""),
            ink.put((tr.t("This is how it goes on"), "dim")),
            *(ink.put(f"  {n}  ", step) for n, step in enumerate(steps, 1)),
            ink.put(""),
            ink.put(other, "   ", ("l", "key"), " Deutsch / English"),
        ]
        return ink.lines(rows)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click."""
        event.stop()
        self.start(self.run_action(event.option.id or "create"))

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

    async def _create(self) -> None:
        tr = self.tr
        templates = (
            (Template.NONE.value, tr.t("no rules yet: the program only counts")),
            (Template.INFORMAL.value, tr.t("network of equals")),
            (Template.MUNICIPAL.value, tr.t("municipality and network")),
            (Template.CONSORTIUM.value, tr.t("funded consortium")),
        )
        languages = (("de", "Deutsch"), ("en", "English"))
        note = tr.t(
            "The rules are the template's proposal. They hold only once the network has agreed on "
            "point 1. Until then every rule warns and none refuses."
        )
        form = Form(
            tr.t("New network"),
            [
                Field("name", tr.t("Name")),
                Field("short", tr.t("Short name"), hint=tr.t("may stay empty")),
                Field("place", tr.t("Place")),
                Field("language", tr.t("Language of the documents"), self.koop.lang, languages),
                Field("template", tr.t("Rules"), Template.NONE.value, templates),
                Field("folder", tr.t("Folder"), str(opening.usual_folder())),
            ],
            check=lambda values: opening.need_name(values["name"]),
            note=lambda _: note,
        )
        values = await self.koop.push_screen_wait(form)
        if values is None:
            return
        records = opening.new_network(
            self.session.moment(),
            values,
            plenary=translator(values["language"]).p("body", "Network meeting"),
        )
        path = Path(values["folder"]).expanduser() / opening.file_name(values["name"])
        self._use(lambda: opening.create(path, records, self.session.clock), path)

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

    def _use(self, make: opening.Maker, path: Path) -> None:
        try:
            store: Store = make()
        except KooperationError as error:
            self.koop.say(error)
            return
        self.koop.use(store, path)


SCREEN = WelcomeScreen
