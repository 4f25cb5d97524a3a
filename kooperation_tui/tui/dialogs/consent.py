"""Consent, round by round, for people who have never done it (domain 4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.domain.events import ObjectionKind
from kooperation_tui.domain.state import MeetingState, Wording
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.base import Dialog, room
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.rows import Rows
from kooperation_tui.tui.widgets.wording import WordingBox, wording_keys

ROUNDS = (
    (
        N_("1  Understand"),
        N_("Ask everybody in turn: “Is the proposal clear?” Only questions, no opinions yet."),
    ),
    (
        N_("2  React"),
        N_("Ask everybody in turn: “What do you think of it?” Nobody answers back."),
    ),
    (
        N_("3  Objections"),
        N_(
            "Ask everybody: “Do you have a serious objection?” Serious is what harms the common "
            "goal. A concern is noted and stops nothing."
        ),
    ),
    (
        N_("4  Integrate"),
        N_("Ask for each objection: “What would have to change, so that you can go along?”"),
    ),
)


@dataclass(frozen=True)
class Step:
    """What is to be done: `consent`, `reword`, or about a partner or an objection."""

    what: str
    organisation: str = ""
    number: int = 0


class ConsentDialog(Dialog[Step]):
    """Shows one round; answers with what to do, and is opened again after it.

    Args:
        first: the round shown.
        chosen: the row chosen in it.
        said: what came of the step before.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,right", "on", show=False, priority=True),
        Binding("left", "back_round", show=False, priority=True),
        Binding("e", "ask('objection')", show=False),
        Binding("b", "ask('concern')", show=False),
        Binding("i", "ask('integrated')", show=False),
        Binding("z", "ask('withdrawn')", show=False),
        Binding("w", "reword", show=False),
        *wording_keys(),
    ]

    def __init__(self, view: View, first: int = 0, chosen: str = "", said: str = "") -> None:
        super().__init__("")
        self._view = view
        self.round = first
        self._chosen = chosen
        self._said = said

    @property
    def _state(self) -> MeetingState:
        state = self._view.state
        assert state is not None
        return state

    @property
    def _wording(self) -> Wording:
        wording = self._state.wording(self._state.open_wording)
        assert wording is not None
        return wording

    def compose(self) -> ComposeResult:
        """The title in the interface's language."""
        self._title = self.tr.t("Consent")
        yield from super().compose()

    def body(self) -> ComposeResult:
        """The wording, the rounds, the question of this one, and a list."""
        yield WordingBox(self._wording.text)
        yield Static("", id="rounds", markup=False)
        yield Static("", id="ask", classes="help", markup=False)
        yield Rows(id="list")
        if self._said:
            yield Static(ink.put((self._said, "warn")), markup=False)
        yield Static("", id="do", markup=False)

    def on_mount(self) -> None:
        """The round that was shown last."""
        self.query_one(Rows).focus()
        self._draw()
        if self._chosen:
            self.query_one(Rows).choose(self._chosen)

    def _draw(self) -> None:
        tr = self.tr
        rounds = [
            ink.put((tr.t(name), "active" if number == self.round else "dim"))
            for number, (name, _) in enumerate(ROUNDS)
        ]
        self.query_one("#rounds", Static).update(ink.flow(rounds, room(self.app, 69)))
        question = tr.t(ROUNDS[self.round][1])
        self.query_one("#ask", Static).update(ink.lines([Content(""), ink.put(question)]))
        rows = self._rows()
        found = self.query_one(Rows)
        found.display = bool(rows)
        found.show(rows)
        self.query_one("#do", Static).update(self._doing())

    def _rows(self) -> list[Row]:
        if self.round == 2:
            there = [o for o in self._state.represented() if o not in self._wording.recused]
            return [Row(self._partner(o), o) for o in there]
        if self.round == 3:
            return [
                Row(
                    _objection(self._view, one.number, one.organisation, one.text, one.settled),
                    str(one.number),
                )
                for one in self._wording.objections
                if one.kind is ObjectionKind.PARAMOUNT
            ]
        return []

    def _partner(self, organisation: str) -> Content:
        tr = self.tr
        mine = [o for o in self._wording.objections if o.organisation == organisation]
        code = ink.fit(words.code(self._view.data, organisation), 9)
        if not mine:
            return ink.put((code, "strong"), ("–", "dim"))
        last = mine[-1]
        serious = last.kind is ObjectionKind.PARAMOUNT
        word = tr.t("Objection") if serious else tr.t("Concern")
        return ink.put((code, "strong"), (f"{word} {last.number}: ", "warn"), last.text)

    def _doing(self) -> Content:
        """The keys of this round."""
        tr = self.tr
        open_ones = self._wording.open_objections
        if self.round == 2:
            return self.key_row(("e", tr.t("serious objection")), ("b", tr.t("concern")))
        reword = ("w", tr.t("change the wording"))
        if self.round == 3 and open_ones:
            return self.key_row(("i", tr.t("integrated")), ("z", tr.t("withdrawn")), reword)
        if self.round == 3:
            said = tr.t("No objection is open: Enter records the consent.")
            return ink.lines([ink.put((said, "good")), self.key_row(reword)])
        return Content("")

    def about_this(self) -> tuple[str, ...]:
        """What the four rounds are for."""
        tr = self.tr
        first = tr.t(
            "Consent holds if nobody has a serious objection; nobody has to like the proposal best."
        )
        return (first, *(f"{tr.t(name)}: {tr.t(question)}" for name, question in ROUNDS))

    def keys(self) -> Content:
        """On, back, leave."""
        return _leading_keys(self, self.tr)

    def action_page(self, by: int) -> None:
        """Page up and down in a long wording."""
        self.query_one(WordingBox).page(by)

    def action_on(self) -> None:
        """The next round; after the last one the consent."""
        if self.round < len(ROUNDS) - 1:
            self.round += 1
            self._draw()
        elif not self._wording.open_objections:
            self.dismiss(Step("consent"))

    def action_back_round(self) -> None:
        """The round before."""
        self.round = max(0, self.round - 1)
        self._draw()

    def action_reword(self) -> None:
        """Other words while objections are integrated."""
        if self.round == len(ROUNDS) - 1:
            self.dismiss(Step("reword"))

    def action_ask(self, what: str) -> None:
        """Somebody objects, or an objection is settled."""
        chosen = self.query_one(Rows).chosen
        if not chosen:
            return
        if self.round == 2 and what in ("objection", "concern"):
            self.dismiss(Step(what, organisation=chosen))
        elif self.round == 3 and what in ("integrated", "withdrawn"):
            self.dismiss(Step(what, number=int(chosen)))


def _objection(view: View, number: int, organisation: str, text: str, settled: bool) -> Content:
    code = words.code(view.data, organisation)
    mark = "✓" if settled else " "
    return ink.put(f"{mark} {number}  ", (f"{code}: ", "strong"), (text, "dim" if settled else ""))


def _leading_keys(dialog: Dialog[Step], tr: Translator) -> Content:
    return dialog.key_rows(
        ("enter", tr.t("next round")), ("←", tr.t("round before")), ("escape", tr.t("back"))
    )
