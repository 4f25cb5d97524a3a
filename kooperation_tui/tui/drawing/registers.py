"""The stocks of data a network keeps: what for, who, where, how long, checked until when."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.applied import DataRegister
from kooperation_tui.domain.commands.own_data import own_register
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row, facts
from kooperation_tui.tui.view import View

_LABEL = 12
"""Cells of the names of the facts."""


def about(view: View) -> list[Content]:
    """What a register is while there is none; whether this file is missing; the columns."""
    tr, known = view.tr, view.data.rows(DataRegister)
    rows: list[Content] = []
    if not known:
        said = tr.t("Every list with data of people needs purpose, keeper and end (point 5).")
        rows += ink.put((said, "dim")).wrap(view.width)
    if own_register(view.data) is None:
        missing = tr.t("This file is such a list, too, and is not entered: e enters it.")
        rows += [*ink.put((missing, "warn")).wrap(view.width), Content("")]
    return [*rows, register_head(view)] if known else rows


def register_rows(view: View) -> list[Row]:
    """Name, keeper and next check; this file first."""
    found = sorted(view.data.rows(DataRegister), key=lambda r: (not r.own, r.name.casefold()))
    return [Row(_row(view, one), one.id) for one in found]


def _row(view: View, one: DataRegister) -> Content:
    tr = view.tr
    keeper = words.code(view.data, one.keeper) if one.keeper else tr.t("nobody yet")
    late = one.check_on is not None and one.check_on < view.today
    check = tr.date_short(one.check_on) if one.check_on is not None else ""
    right = ink.put(
        (ink.fit(keeper, 16), "" if one.keeper else "warn"),
        (ink.fit(check, 10), "bad" if late else "dim"),
    )
    return ink.apart(ink.put(one.name), right, view.width)


def register_head(view: View) -> Content:
    """The names of the columns."""
    tr = view.tr
    right = ink.fit(tr.t("Kept by"), 16) + ink.fit(tr.t("Check by"), 10)
    return ink.apart(ink.put((tr.t("Name"), "dim")), ink.put((right, "dim")), view.width)


def register_detail(view: View, identity: str) -> list[Content]:
    """The chosen one: what for, whose data, where, who may look, how long, when checked."""
    one = view.data.find(DataRegister, identity)
    if one is None:
        return []
    tr = view.tr
    checked = [tr.n("every {count} month", "every {count} months", one.every)] if one.every else []
    if one.checked_on is not None:
        checked.append(tr.t("last on {day}", day=tr.date_short(one.checked_on)))
    named = (
        (tr.t("What for"), one.purpose),
        (tr.p("register", "Of people"), one.holds),
        (tr.t("Where"), " · ".join(filter(None, [one.place, one.access]))),
        (tr.t("Kept for"), one.retention),
        (tr.t("Checked"), ", ".join(checked)),
    )
    return [Content(""), *facts(named, _LABEL, view.width)]
