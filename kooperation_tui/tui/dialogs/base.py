"""What all dialogs have in common: a frame, Esc goes back, Ctrl+Q still leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.keys import key_name

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

R = TypeVar("R")


class Dialog(ModalScreen[R | None]):
    """A frame over the area: title, body, a row of keys. Answers None when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+q", "app.leave", show=False, priority=True),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    @property
    def koop(self) -> KooperationApp:
        """The app."""
        from kooperation_tui.tui.app import KooperationApp

        return cast(KooperationApp, self.app)

    @property
    def tr(self) -> Translator:
        """The language of the interface."""
        return self.koop.tr

    @property
    def changed(self) -> bool:
        """Whether something was typed here that would be lost."""
        return False

    def compose(self) -> ComposeResult:
        """Frame, title, body, keys."""
        with Vertical(classes="frame"):
            yield Static(ink.put((self._title, "head")), classes="title", markup=False)
            yield from self.body()
            yield Static(self.keys(), classes="keys", markup=False)

    def body(self) -> ComposeResult:
        """The middle of the dialog."""
        yield from ()

    def keys(self) -> Content:
        """The row of keys at the foot."""
        return self.key_row(("escape", self.tr.t("back")))

    def key_row(self, *keys: tuple[str, str]) -> Content:
        """Keys with what they do."""
        pieces: list[ink.Piece] = []
        for key, label in keys:
            pieces += [(key_name(key, self.tr), "key"), f" {label}   "]
        return ink.put(*pieces)

    def action_back(self) -> None:
        """Esc: leave; ask first if something typed would be lost."""
        if self.changed:
            self.run_worker(self._ask_to_leave())
        else:
            self.dismiss(None)

    async def _ask_to_leave(self) -> None:
        from kooperation_tui.tui.dialogs.ask import Confirm

        said = self.tr.t("Leave without saving what you typed here?")
        if await self.koop.push_screen_wait(Confirm(said)):
            self.dismiss(None)
