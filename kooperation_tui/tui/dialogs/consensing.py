"""Systemic consensing: each partner gives each option 0 to 10; the smallest sum is borne best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.base import Dialog
from kooperation_tui.tui.dialogs.form import Field
from kooperation_tui.tui.widgets.numbers import Numbers

ZERO = "N"
"""The label of the zero option: everything stays as it is."""
MOST_OPTIONS = 6


def option_fields(known: Sequence[tuple[str, str]], label: str) -> list[Field]:
    """A field for each further option: `label` names it, A to F."""
    taken = {name for name, _ in known}
    free = [name for name in "ABCDEF" if name not in taken]
    return [Field(name, f"{label} {name}") for name in free[: MOST_OPTIONS - len(known)]]


class ConsensingDialog(Dialog[str]):
    """The matrix of partners and options; answers with the line to record.

    Args:
        options: (label, text), without the zero option.
        voters: codes of the partners that can vote.
        scale: the largest resistance.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "save", show=False, priority=True)]

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        voters: Sequence[str],
        *,
        scale: int,
    ) -> None:
        super().__init__(title)
        self._options = tuple(o for o in options if o[0] != ZERO)
        self._voters = tuple(voters)
        self._scale = scale

    @property
    def _labels(self) -> tuple[str, ...]:
        return (*(label for label, _ in self._options), ZERO)

    def body(self) -> ComposeResult:
        """What is asked, the options, the matrix, what follows."""
        tr = self.tr
        said = tr.t(
            "Each partner gives each option a number: 0 I can live with it, {most} not at all. "
            "The smallest sum is borne best.",
            most=self._scale,
        )
        rows = [ink.put((said, "dim"))]
        rows += [
            ink.put((f"{label}  ", "mark"), text).truncate(66, ellipsis=True)
            for label, text in (*self._options, (ZERO, tr.t("everything stays as it is")))
        ]
        yield Static(ink.lines(rows), classes="help", markup=False)
        numbers = Numbers(self._voters, self._labels, most=self._scale, name_width=10, id="numbers")
        yield Static(numbers.head(), id="columns", markup=False)
        with VerticalScroll(can_focus=False, classes="matrix"):
            yield numbers
        yield Static("", id="sums", markup=False)
        yield Static("", id="note", markup=False)

    def about_this(self) -> tuple[str, ...]:
        """For somebody who sees it for the first time."""
        return (
            self.tr.t(
                "Go round partner by partner: each says a number for each option. Digits fill the "
                "field, Enter goes on."
            ),
        )

    def keys(self) -> Content:
        """Digits, arrows, Strg+S, Esc."""
        tr = self.tr
        return self.key_rows(
            ("0–9", tr.t("number")),
            ("enter", tr.t("next field")),
            ("ctrl+s", tr.t("record")),
            ("escape", tr.t("back")),
        )

    def on_mount(self) -> None:
        """The matrix has the keys."""
        self.query_one(Numbers).focus()
        self._remark()

    @property
    def changed(self) -> bool:
        """Whether numbers were typed."""
        return bool(self.query_one(Numbers).values)

    def on_numbers_changed(self) -> None:
        """Say what follows."""
        self._remark()

    def _remark(self) -> None:
        numbers, tr = self.query_one(Numbers), self.tr
        self.query_one("#sums", Static).update(numbers.sums(tr.t("Sum")))
        if numbers.empty:
            said = tr.n("{count} field is empty", "{count} fields are empty", numbers.empty)
            self.query_one("#note", Static).update(ink.put((said, "warn")))
            return
        sums = {label: numbers.sum_of(n) for n, label in enumerate(self._labels)}
        lowest = min(sums.values())
        best = [label for label, value in sums.items() if value == lowest]
        if len(best) > 1:
            said = tr.t("{labels} have the same sum: nothing is chosen", labels=tr.join(best))
            self.query_one("#note", Static).update(ink.put((said, "warn")))
            return
        said = tr.t("{label} has the least resistance ({sum})", label=best[0], sum=lowest)
        self.query_one("#note", Static).update(ink.put((said, "good")))

    def action_save(self) -> None:
        """Answer with the line once every field is filled."""
        numbers = self.query_one(Numbers)
        if numbers.empty:
            return
        sums = " ".join(f"{label} {numbers.sum_of(n)}" for n, label in enumerate(self._labels))
        self.dismiss(f"= resistance {sums}")
