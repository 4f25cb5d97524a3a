"""The questions about a block one by one; the answers become notes of the meeting."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static

from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.lead_questions import LEAD

Answer = Callable[[int, str], Awaitable[bool]]


class QuestionsDialog(Dialog[None]):
    """One question at a time, large; below it what was noted to it.

    Args:
        key: the block.
        asked: the questions in the order of talking.
        answers: what was noted to a question, by its place in `asked`.
        answer: notes an answer, False if it was refused; None if nothing can be noted now.
        closed: why nothing can be noted, and what helps.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", show=False, priority=True),
        Binding("down,pagedown", "step(1)", show=False, priority=True),
        Binding("up,pageup", "step(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        key: str,
        asked: Sequence[str],
        *,
        answers: Callable[[int], Sequence[str]],
        answer: Answer | None,
        closed: str = "",
    ) -> None:
        super().__init__("")
        self._key = key
        self._asked = tuple(asked)
        self._answers = answers
        self._answer = answer
        self._why_not = closed
        self._place = 0

    @property
    def draft(self) -> str:
        """One for each block."""
        return f"questions {self._key}"

    def compose(self) -> ComposeResult:
        """The title is the block."""
        self._title = words.block_name(self._key, self.tr)
        yield from super().compose()

    def body(self) -> ComposeResult:
        """Lead question, the question, what was noted, the line for the answer."""
        yield Static(ink.put((self.tr.t(LEAD[self._key]), "dim")), classes="help", markup=False)
        yield Static("", id="question", markup=False)
        yield Static("", id="noted", markup=False)
        if self._answer is not None:
            answer = Input("", self.tr.t("answer; Enter notes it and goes on"), compact=True)
            answer.cursor_blink = False
            yield answer
        else:
            yield Static(ink.put((self._why_not, "dim")), id="closed", markup=False)
        yield Static("", id="problem", markup=False)

    def keys(self) -> Content:
        """Enter, arrows, Esc."""
        tr = self.tr
        return self.key_row(
            ("enter", tr.t("next question")),
            ("↑↓", tr.t("back and forth")),
            ("escape", tr.t("back")),
        )

    def on_mount(self) -> None:
        """The first question."""
        self._draw()

    def on_key(self, event: Key) -> None:
        """Somebody types although there is no line: say so at the first letter."""
        if self._answer is None and event.is_printable:
            self.query_one("#closed", Static).update(ink.put((self._why_not, "warn")))
            self.query_one("#problem", Static).update(
                ink.put((self.tr.t("Nothing is noted here now."), "warn"))
            )

    @property
    def _typed(self) -> str:
        return " ".join(self.query_one(Input).value.split()) if self._answer is not None else ""

    @property
    def changed(self) -> bool:
        """An answer that is not noted yet would be lost."""
        return bool(self._typed)

    def _draw(self) -> None:
        count = self.tr.t(
            "Question {number} of {all}", number=self._place + 1, all=len(self._asked)
        )
        rows = [ink.put((count, "head")), ink.put((self._asked[self._place], "strong"))]
        self.query_one("#question", Static).update(ink.lines(rows))
        noted = [ink.put(("· ", "good"), text) for text in self._answers(self._place)]
        self.query_one("#noted", Static).update(ink.lines(noted))
        standing = self.koop.messages.standing
        problem = ink.put((standing.text, standing.tone)) if standing is not None else ink.put("")
        self.query_one("#problem", Static).update(problem)

    def action_step(self, by: int) -> None:
        """Another question; what was typed stays in the line."""
        self._place = max(0, min(len(self._asked) - 1, self._place + by))
        self._draw()

    def action_take(self) -> None:
        """Enter: note the answer if there is one, then the next; the last one ends it."""
        self.run_worker(self._take())

    async def _take(self) -> None:
        text = self._typed
        if text and self._answer is not None:
            self.koop.messages.read()
            self.query_one(Input).value = ""  # a second Enter finds nothing to note again
            if not await self._answer(self._place, text):
                self.query_one(Input).value = text
                self._draw()
                return
        if self._place + 1 < len(self._asked):
            self.action_step(1)
        elif text:
            self._draw()
        else:
            self.dismiss(None)
