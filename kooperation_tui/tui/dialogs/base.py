"""What all dialogs have in common: a frame, Esc goes back, Ctrl+Q still leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual import on
from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import AREAS
from kooperation_tui.tui.dialogs.kept import Field, Kept, text_of
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.widgets.choice import Choice

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

R = TypeVar("R")
_FRAME = 7
"""Columns of border, padding and scroll bar."""


def room(app: App[Any], most: int = 64) -> int:
    """Cells of a row inside a dialog, also in a narrow window."""
    return min(most, app.size.width * 96 // 100 - _FRAME)


class Dialog(ModalScreen[R | None]):
    """A frame over the area: title, body, a row of keys. Answers None when left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+q", "app.leave", show=False, priority=True),
        Binding("f1", "help_here", show=False),
        *(Binding(area.key, f"elsewhere('{area.id}')", show=False) for area in AREAS),
    ]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._kept: Kept | None = None

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
            if self.draft:
                yield Static("", id="kept", markup=False)
            yield Static(self.keys(), id="keys", classes="keys", markup=False)

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

    def key_rows(self, *keys: tuple[str, str]) -> Content:
        """The same in as many rows as they need: no key is cut."""
        parts = [ink.put((key_name(key, self.tr), "key"), f" {label}") for key, label in keys]
        return ink.flow(parts, room(self.app, 90))

    # What is typed here and not saved yet

    @property
    def draft(self) -> str:
        """Where its fields keep what is typed; '' keeps nothing."""
        return ""

    def draft_of(self, field: Field) -> tuple[str, str]:
        """The place of a field's draft, and what counts as nothing typed in it."""
        return f"{self.draft} {field.id or ''}".strip(), text_of(field)

    def on_mount(self) -> None:
        """Bring back what was typed last time. Textual calls this after that of the dialog."""
        if not self.draft:
            return
        said = self.query_one("#kept", Static)
        said.display = False
        fields = [w for w in self.query("*") if isinstance(w, Field)]
        places = {self.draft_of(field)[0]: (field, self.draft_of(field)[1]) for field in fields}
        self._kept = Kept(self.koop.session.drafts, places)
        if self._kept.bring_back():
            words = self.tr.t("This is what you typed last time and did not save.")
            said.update(ink.put((words, "warn")))
            said.display = True

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Changed)
    def _keep(self) -> None:
        if self._kept is not None:
            self._kept.keep()

    def dismiss(self, result: R | None = None) -> AwaitComplete:
        """Answer; nothing has to be kept any more."""
        if self._kept is not None:
            self._kept.forget()
            self._kept = None
        return super().dismiss(result)

    def about_this(self) -> tuple[str, ...]:
        """What F1 says about this dialog, sentence by sentence; by default nothing of its own."""
        return ()

    def action_help_here(self) -> None:
        """F1."""
        from kooperation_tui.tui.dialogs.help import AboutDialog

        said = [*self.about_this(), self.tr.t("Esc goes back; what is saved already stays.")]
        if self.draft:
            said.append(self.tr.t("What you type here is kept if the terminal closes."))
        self.koop.push_screen(AboutDialog(self._title, said, self.keys()))

    def action_elsewhere(self, area: str) -> None:
        """F2 to F9 lead to other areas once this is closed; here they say so."""
        said = self.tr.t("Esc closes this first; then the key leads to its area.")
        rows = [ink.put((said, "warn")), self.keys()]
        self.query_one("#keys", Static).update(ink.lines(rows))

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
