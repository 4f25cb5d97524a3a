"""What partners bring in, as a table over all of them."""

from __future__ import annotations

import re

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Resource
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View
from kooperation_tui.tui.words import RESOURCES

_CODE, _KIND = 9, 18
"""Cells of the first two columns."""


def contribution_head(view: View) -> Content:
    """The names of the columns."""
    tr = view.tr
    first = ink.fit(tr.p("column", "Code"), _CODE) + ink.fit(tr.t("Kind"), _KIND)
    return ink.put((first + tr.t("What"), "dim"))


def contribution_rows(view: View) -> list[tuple[str, Content]]:
    """(id, row) by partner, then kind; what has ended is dim and comes last."""
    order = {o.id: n for n, o in enumerate(plan.partners(view.data))}
    kinds = list(RESOURCES)
    found = sorted(
        view.data.rows(Resource),
        key=lambda r: (over(view, r), order.get(r.organisation, 0), kinds.index(r.kind), r.text),
    )
    return [(one.id, _row(view, one)) for one in found]


def over(view: View, one: Resource) -> bool:
    """Whether a contribution has ended."""
    return one.until is not None and one.until < view.today


def given_words(view: View, one: Resource) -> str:
    """What, how much, until when."""
    until = view.tr.t("until {day}", day=view.tr.date_short(one.until)) if one.until else ""
    return re.sub(r"\s+", " ", " · ".join(filter(None, [one.text, one.amount, until])))


def _row(view: View, one: Resource) -> Content:
    code = ink.fit(words.code(view.data, one.organisation), _CODE)
    kind = ink.fit(view.tr.t(RESOURCES[one.kind]), _KIND)
    tone = "dim" if over(view, one) else ""
    first = ink.put((code, tone or "strong"), (kind, "dim"))
    return ink.hanging(first, ink.put((given_words(view, one), tone)), view.width)
