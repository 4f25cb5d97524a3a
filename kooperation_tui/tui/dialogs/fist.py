"""Fist of five: how many showed five, four … no fingers."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.view import View
from kooperation_tui.tui.widgets.numbers import Numbers
from kooperation_tui.tui.widgets.wording import WordingBox, wording_keys

MEANINGS = (
    N_("5  I will lead it"),
    N_("4  good"),
    N_("3  all right"),
    N_("2  some concerns"),
    N_("1  serious concerns"),
    N_("0  no (fist)"),
)


class FistDialog(Dialog[str]):
    """Answers with the line to record."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", show=False, priority=True),
        *wording_keys(),
    ]

    def __init__(self, title: str, view: View, wording: str, voters: int) -> None:
        super().__init__(title)
        self._view = view
        self._wording = wording
        self._voters = voters

    def body(self) -> ComposeResult:
        """What is asked, six numbers, what follows."""
        tr, state = self.tr, self._view.state
        assert state is not None
        rules = state.votes().rules
        yield WordingBox(self._wording)
        said = tr.t(
            "Everybody shows fingers at the same time. Type how many showed what. It is carried "
            "if all show at least {count}.",
            count=rules.fist_threshold,
        )
        yield Static(ink.put((said, "dim")), classes="help", markup=False)
        legend = rules.fist_legend
        if len(legend) == 6:
            names = [f"{5 - n}  {text}" for n, text in enumerate(legend)]
        else:
            names = [tr.t(text) for text in MEANINGS]
        with VerticalScroll(can_focus=False, classes="matrix"):
            yield Numbers(names, ("",), most=max(self._voters, 1), name_width=36, id="numbers")
        yield Static("", id="note", markup=False)

    def about_this(self) -> tuple[str, ...]:
        """For somebody who sees it for the first time."""
        return (
            self.tr.t(
                "All show fingers at once; type how many showed five, four … none, then record."
            ),
        )

    def keys(self) -> Content:
        """Digits, arrows, Strg+S, Esc."""
        tr = self.tr
        return self.key_rows(
            ("0–9", tr.t("number")),
            ("↑ ↓", tr.t("row")),
            ("ctrl+s", tr.t("record")),
            ("escape", tr.t("back")),
        )

    def action_page(self, by: int) -> None:
        """Page up and down in a long wording."""
        self.query_one(WordingBox).page(by)

    def on_mount(self) -> None:
        """The numbers have the keys."""
        self.query_one(Numbers).focus()
        self._remark()

    @property
    def counts(self) -> tuple[int, ...]:
        """From five fingers down to none."""
        values = self.query_one(Numbers).values
        return tuple(values.get((row, 0), 0) for row in range(6))

    @property
    def changed(self) -> bool:
        """Whether numbers were typed."""
        return bool(self.query_one(Numbers).values)

    def on_numbers_changed(self) -> None:
        """Say what follows."""
        self._remark()

    def _remark(self) -> None:
        state, tr = self._view.state, self.tr
        assert state is not None
        counted = sum(self.counts)
        below = sum(self.counts[6 - state.votes().rules.fist_threshold :])
        said = tr.t("{counted} of {all} counted", counted=counted, all=self._voters)
        pieces: list[ink.Piece] = [(said, "bad" if counted > self._voters else "")]
        if counted > self._voters:
            pieces.append((" · " + tr.t("more than can vote; count again"), "bad"))
        elif below:
            text = tr.n(
                "{count} below: listen first, then a second round",
                "{count} below: listen first, then a second round",
                below,
            )
            pieces.append((" · " + text, "warn"))
        elif counted:
            pieces.append((" · " + tr.t("carried"), "good"))
        self.query_one("#note", Static).update(ink.put(*pieces))

    def action_save(self) -> None:
        """Answer with the line."""
        if 0 < sum(self.counts) <= self._voters:
            numbers = " ".join(str(n) for n in self.counts)
            self.dismiss(f"= fist {numbers}")
