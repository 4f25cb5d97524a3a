"""The app: keys, areas, language, colours, signals. It knows no rule and draws nothing."""

from __future__ import annotations

import asyncio
import datetime as dt
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.driver import Driver

from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.i18n import translator
from kooperation_tui.paths import STYLES
from kooperation_tui.settings import Choices, Config
from kooperation_tui.store.contract import Command, Saved, Store
from kooperation_tui.tui import at_start, ink, themes
from kooperation_tui.tui.actions import ACTIONS, AREAS, EVERYWHERE, Action, bindings
from kooperation_tui.tui.areas import AreaApp
from kooperation_tui.tui.keymap import read_keymap
from kooperation_tui.tui.keystrokes import Typing
from kooperation_tui.tui.messages import Messages
from kooperation_tui.tui.screens.base import AreaScreen
from kooperation_tui.tui.session import Adopting, Session
from kooperation_tui.tui.terminal import surviving

GUARDED = frozenset({"area", "help", "palette", "undo", "export", "beamer", "open", "another"})
"""Keys of the areas; a dialog has its own."""


def everywhere(name: str) -> Callable[..., Any]:
    """What every area can do; its dialogs are brought in when they are needed."""
    from kooperation_tui.tui import everywhere as room

    found: Callable[..., Any] = getattr(room, name)
    return found


class KooperationApp(AreaApp):
    """One person at one terminal."""

    CSS_PATH: ClassVar = [
        STYLES / "app.tcss",
        *sorted(path for path in STYLES.glob("*.tcss") if path.name != "app.tcss"),
    ]
    ENABLE_COMMAND_PALETTE = False
    TITLE = "Kooperation"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(EVERYWHERE),
        *(Binding(area.key, f"area('{area.id}')", show=False, priority=True) for area in AREAS),
    ]

    def __init__(
        self,
        *,
        store: Store | None,
        path: Path | None,
        lang: str,
        clock: Callable[[], dt.datetime],
        seat: str = "",
        config: Config | None = None,
        choices: Choices | None = None,
    ) -> None:
        super().__init__()
        self.config = config or Config()
        self.choices = choices or Choices(None)
        ink.use_signs(self.config.signs)
        self.keymap = read_keymap(self.config.keymap)
        self.set_keymap(self.keymap.for_textual())
        self.lang = lang
        self.tr = translator(lang)
        self.session = Session(store, path, clock, seat)
        self.session.beamer = self.choices.get("beamer") == "on"
        self.messages = Messages()
        self.typing = Typing()
        self.animation_level = "none"
        self._ticked = ""
        for theme in themes.OURS:
            self.register_theme(theme)
        wanted = self.config.theme or self.choices.get("theme")
        self.theme = wanted if wanted in self.available_themes else themes.DARK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our names for Textual's own themes."""
        dark = self.current_theme.dark
        return dict(themes.FALLBACK_DARK if dark else themes.FALLBACK_LIGHT)

    # Life

    def get_driver_class(self) -> type[Driver]:
        """The usual way to the terminal, but one that can be taken away."""
        return surviving(super().get_driver_class())

    def on_mount(self) -> None:
        """Show the first area; listen to signals, to the clock and to other seats."""
        first = "audience" if self.session.seat == "audience" else "overview"
        self.switch("welcome" if self.session.store is None else first)
        loop = asyncio.get_running_loop()
        if not self.is_headless:
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self.on_signal, number)
        self.set_interval(1, self.tick)
        self.set_interval(0.5, self.save_drafts)
        self.set_interval(1, self._exchange)
        self.follow()
        if self.config.keymap or self.config.theme:
            at_start.say_problems(self)

    def use(self, store: Store, path: Path) -> None:
        """Go on with another file (a practice network brings its own morning); drafts are kept."""
        from kooperation_tui.recent import remember

        before = self.session
        self.keep_typed()
        before.presence.leave()
        data = store.read()
        if isinstance(before.clock, Adopting):
            before.clock.adopt(data)
        self.session = Session(store, path, before.clock, before.seat)
        self.session.beamer = before.beamer
        if not data.network.practice:
            remember(path)
        self.follow()
        self.rebuild("overview")

    def follow(self) -> None:
        """Watch for what other seats change."""
        if self.session.store is not None:
            self.run_worker(self._follow(self.session.store), group="follow", exclusive=True)
        if self.session.path is not None:
            self.run_worker(at_start.look_around(self, self.session.path))

    async def _follow(self, store: Store) -> None:
        async for _ in store.changes(self.typing.pause):
            try:
                if self.session.refresh():
                    self.show()
            except KooperationError as error:
                self.say(error)

    def on_signal(self, number: int) -> None:
        """The terminal goes, or somebody ends us: keep what was typed, then leave."""
        self.keep_typed()
        self.session.presence.leave()
        self.exit(128 + number, return_code=128 + number)

    def keep_typed(self) -> None:
        """Write the drafts down, now."""
        self.session.drafts.save()

    async def save_drafts(self) -> None:
        """Write them down beside the keys, if there is anything new."""
        if self.session.drafts.unsaved:
            await asyncio.to_thread(self.session.drafts.save)

    async def _exchange(self) -> None:
        """Hear and say what is beside the meeting: speakers' list, "Moment!"."""
        if await asyncio.to_thread(self.session.presence.exchange):
            self.show()

    def tick(self) -> None:
        """Redraw when the minute changes; each second in the last two of an item."""
        now = self.session.now()
        screen = self.area_screen
        each_second = screen is not None and screen.counts_seconds()
        stamp = f"{now:%H:%M:%S}" if each_second else f"{now:%Y-%m-%d %H:%M}"
        if stamp != self._ticked:
            self._ticked = stamp
            self.show()

    # Areas

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a dialog only leaving works; what was typed there stays."""
        here = self.screen
        if action in GUARDED:
            return isinstance(here, AreaScreen) and here.offers(f"app.{action}")
        return super().check_action(action, parameters)

    def action_area(self, name: str) -> None:
        """Go to an area; without a network only the welcome screen is there."""
        if self.session.store is None:
            return
        here = self.area_screen
        if here is not None and name != here.AREA:
            self.switch(name)

    # Changes and messages

    async def change(self, command: Command) -> Saved | None:
        """Give a command and show the new state; None if it was refused (and said so)."""
        try:
            saved = await self.session.change(command)
        except KooperationError as error:
            self.say(error)
            return None
        if saved.change:
            self.messages.over()
        if saved.backup_problem is not None:
            self.say(saved.backup_problem, stays=True)
        self.show()
        return saved

    def say(self, error: KooperationError, *, stays: bool = False) -> None:
        """Put a refusal or a problem on the screen."""
        self.tell(self.tr.t(error.message, **error.args_by_name), "bad", stays=stays)

    def tell(self, text: str, tone: str = "good", *, stays: bool = False) -> None:
        """Put a message on the screen until it was read; until the next change unless it stays."""
        self.messages.add(text, tone, self.session.now(), stays=stays)
        self.show()

    # Actions of every area

    def actions_here(self) -> tuple[Action, ...]:
        """What can be done now: for the palette and for help."""
        screen = self.area_screen
        area = screen.AREA if screen is not None else ""
        known = [a for a in ACTIONS if a.area in (area, EVERYWHERE)]
        known.sort(key=lambda a: a.area == EVERYWHERE)
        offered = [a for a in known if screen is None or screen.offers(a.id)]
        return tuple(self.keymap.of(a) for a in offered)

    async def do(self, action: str) -> None:
        """Run an action by its id."""
        known = next(a for a in ACTIONS if a.id == action)
        screen = self.area_screen
        place = self if known.area == EVERYWHERE or screen is None else screen
        await self.run_action(known.method.partition("_")[2], place)

    def action_help(self) -> None:
        """F1."""
        from kooperation_tui.tui.dialogs.help import HelpDialog

        screen = self.area_screen
        self.push_screen(HelpDialog(self.actions_here(), screen.AREA if screen else ""))

    def action_palette(self) -> None:
        """Ctrl+P."""
        everywhere("palette")(self)

    def action_undo(self) -> None:
        """Ctrl+Z where no text is being typed."""
        from kooperation_tui.tui.undoing import undo

        self.run_worker(undo(self))

    def action_export(self) -> None:
        """Write a document."""
        self.run_worker(everywhere("export")(self))

    def action_circular(self) -> None:
        """Decide in text form."""
        self.run_worker(everywhere("circular")(self))

    def action_network(self) -> None:
        """Name, place, language, controller."""
        self.run_worker(everywhere("network")(self))

    def action_open(self) -> None:
        """The file of another network."""
        self.run_worker(everywhere("open_another")(self))

    def action_another(self) -> None:
        """The first screen: a new network, a file, practising."""
        self.switch("welcome")

    def action_theme(self) -> None:
        """Choose colours."""
        self.run_worker(everywhere("colours")(self))

    def action_messages(self) -> None:
        """What was said so far."""
        self.run_worker(everywhere("messages")(self))

    def action_beamer(self) -> None:
        """Hide from the wall what does not belong there, or show it again."""
        self.session.beamer = not self.session.beamer
        self.choices.keep("beamer", "on" if self.session.beamer else "off")
        self.show()

    def action_language(self) -> None:
        """The other language, at once."""
        self.lang = "en" if self.lang == "de" else "de"
        self.tr = translator(self.lang)
        self.choices.keep("language", self.lang)
        self.rebuild()

    def action_leave(self) -> None:
        """Ctrl+Q: everything is saved; a typed line is kept and asked about."""
        self.run_worker(everywhere("leave")(self))

    async def action_quit(self) -> None:
        """Whatever else Textual binds to quitting goes the same way."""
        self.action_leave()
