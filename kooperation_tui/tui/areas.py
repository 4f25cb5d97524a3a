"""The screens of the areas: made when they are first looked at, changed, made anew."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from textual.await_complete import AwaitComplete

from kooperation_tui.tui.in_turn import InTurnApp
from kooperation_tui.tui.screens.base import AreaScreen


class AreaApp(InTurnApp):
    """An app that shows one area at a time and keeps the others as they were left."""

    VERTICAL_BREAKPOINTS = [(0, "-short"), (23, "-middle"), (32, "-tall")]  # noqa: RUF012  as Textual has it

    def __init__(self) -> None:
        super().__init__()
        self._shown_areas: dict[str, AreaScreen] = {}
        self._numbers = count()

    @property
    def area_screen(self) -> AreaScreen | None:
        """The area in sight, also behind a dialog."""
        return next((s for s in reversed(self.screen_stack) if isinstance(s, AreaScreen)), None)

    async def at_rest(self) -> None:
        """Wait until every change is on the disk."""
        if self.area_screen is not None:
            await self.area_screen.session.at_rest()

    def switch(self, name: str) -> AwaitComplete:
        """Bring an area into sight. Its screen stands when the answer is awaited."""
        screen = self._area(name)
        if not self.is_screen_installed(screen):
            self.install_screen(screen, f"{name} {next(self._numbers)}")
        if self.area_screen is None:
            return AwaitComplete(self.push_screen(screen))
        return self.switch_screen(screen)

    def _area(self, name: str) -> AreaScreen:
        from kooperation_tui.tui.screens import make_screen

        if name not in self._shown_areas:
            self._shown_areas[name] = make_screen(name)
        return self._shown_areas[name]

    def show(self) -> None:
        """Draw the area in sight anew from the state."""
        screen = self.area_screen
        if screen is not None and screen.is_mounted:
            screen.show()

    def rebuild(self, area: str = "") -> None:
        """Make all screens anew: another language, other colours, or another file."""
        here = self.area_screen
        name = area or (here.AREA if here is not None else "overview")
        old, self._shown_areas = self._shown_areas, {}
        switched = self.switch(name)
        self.run_worker(self._discard(tuple(old.values()), switched), group="discard")

    async def _discard(self, screens: Iterable[AreaScreen], switched: AwaitComplete) -> None:
        """Remove screens that are out of sight for good.

        One that is still being put together has to stand first: taken away
        earlier it would look for parts of itself that are gone.
        """
        await switched
        for screen in screens:
            await screen.stands.wait()
            self.uninstall_screen(screen)
            await screen.remove()
