"""All meetings and the register of decisions."""

from __future__ import annotations

from kooperation_tui.domain.model import Decision, DecisionStatus
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.overview import meeting_rows
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View


def archive_rows(view: View) -> list[Row]:
    """Meetings, then decisions, the latest first."""
    tr = view.tr
    meetings = meeting_rows(view)
    rows = [Row(ink.put((tr.t("Meetings"), "head"), f"  {len(meetings)}"))]
    rows += meetings or [Row(ink.put((tr.t("No meeting yet. F2, then n plans one."), "dim")))]
    decisions = sorted(
        view.data.rows(Decision), key=lambda d: (d.decided_on, d.number), reverse=True
    )
    rows += [BLANK, Row(ink.put((tr.t("Decisions"), "head"), f"  {len(decisions)}"))]
    if not decisions:
        rows.append(Row(ink.put((tr.t("None yet."), "dim"))))
    for decision in decisions:
        state = tr.t(words.DECISION_STATES[decision.status])
        good = decision.status is DecisionStatus.IN_FORCE
        first = ink.put(
            "  ",
            (ink.fit(decision.number, 12), "dim"),
            ink.fit(tr.date_short(decision.decided_on), 12),
        )
        text = ink.put(decision.text, "  ", (state, "good" if good else "warn"))
        rows.append(Row(ink.hanging(first, text, view.width), decision.id))
    return rows
