"""The wording of a block in an editor that counts its words."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static, TextArea

from kooperation_tui.domain.brevity import brevity_of
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.versions import placeholders
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.kept import Field
from kooperation_tui.tui.dialogs.text import TextDialog
from kooperation_tui.tui.own_editor import edited, own_editor


class WordingDialog(TextDialog):
    """A text to write, begun with another one if there is a proposal.

    Args:
        start: what stands in the field at first if it is not the text itself.
        place: name of the draft; a proposal takes the place of an older draft.
        help: what to write, above the field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", "outside", show=False, priority=True)
    ]

    def __init__(
        self, title: str, text: str, *, place: str, start: str = "", help: str = ""
    ) -> None:
        super().__init__(title, start or text, place=place, help=help)
        self._before = text

    @property
    def changed(self) -> bool:
        """Whether the text differs from what is kept."""
        return self.text != self._before

    def draft_of(self, field: Field) -> tuple[str, str]:
        """A proposal is kept, too."""
        return self.draft, self._before

    def body(self) -> ComposeResult:
        """The field, problems, and how long the text is."""
        yield from super().body()
        yield Static("", id="note", markup=False)
        yield Static("", id="count", markup=False)

    def on_text_area_changed(self) -> None:
        """Words so far, places still to fill."""
        tr, text = self.tr, self.text
        length = brevity_of(text)
        said = tr.n("{count} word", "{count} words", length.words)
        left = placeholders(text)
        places = tr.t("Still to fill in: {names}", names=", ".join(left)) if left else ""
        self.query_one("#count", Static).update(ink.put((said + "   ", "dim"), (places, "warn")))

    def keys(self) -> Content:
        """Save, one's own editor if there is one, Esc."""
        tr = self.tr
        own = (("ctrl+e", tr.t("own editor")),) if own_editor() else ()
        return self.key_row(("ctrl+s", tr.t("save")), *own, ("escape", tr.t("back")))

    def action_outside(self) -> None:
        """Write in one's own editor; the terminal is its own until it ends."""
        command = own_editor()
        if not command:
            return
        problem: Refused | None = None
        text = ""
        with self.app.suspend():
            # What is raised in here would leave the terminal to the editor for good.
            try:
                text = edited(command, self.text)
            except Refused as error:
                problem = error
        note = self.query_one("#note", Static)
        if problem is not None:
            note.update(ink.put((self.tr.t(problem.message, **problem.args_by_name), "bad")))
            return
        note.update("")
        area = self.query_one(TextArea)
        area.load_text(text)
        area.move_cursor(area.document.end)
