"""F9: where a decision stands now, and which one took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import decisions
from kooperation_tui.domain.model import Decision, DecisionStatus
from kooperation_tui.domain.superseded import as_it_stands
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.partner_work import optional_past
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

STEPS = {
    DecisionStatus.IN_FORCE: N_("in force (again)"),
    DecisionStatus.CARRIED_OUT: N_("carried out: what it says is done"),
    DecisionStatus.SUPERSEDED: N_("superseded by another decision …"),
    DecisionStatus.REVOKED: N_("revoked by another decision …"),
    DecisionStatus.EXPIRED: N_("expired: it holds no more"),
    DecisionStatus.REJECTED: N_("rejected; a later decision took it up …"),
    DecisionStatus.NOT_QUORATE: N_("no quorum; a later decision took it up …"),
    DecisionStatus.VOID: N_("void; a later decision took its place …"),
}
_BY_ANOTHER = (
    DecisionStatus.SUPERSEDED,
    DecisionStatus.REVOKED,
    *decisions.FAILED,
)


async def change_standing(app: KooperationApp, decision: str) -> None:
    """Choose where it stands, then which decision did that, then day and remark."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    stored = view.data.get(Decision, decision)
    known = as_it_stands(view.data, stored)
    # What took its place by itself goes with the later decision only.
    by_itself = stored.status is not known.status
    options = [
        (s.value, tr.t(STEPS[s]))
        for s in decisions.choices(known)
        if not (by_itself and s is stored.status)
    ]
    if not options:
        app.tell(tr.t("{number} was taken back; nothing can be changed.", number=known.number))
        return
    title = f"{known.number}  {ink.shorten(known.text, 48)}"
    chosen = await app.push_screen_wait(Choose(title, options, known.status.value))
    if chosen is None:
        return
    status, by = DecisionStatus(chosen), ""
    if status in _BY_ANOTHER:
        picked = await app.push_screen_wait(
            Choose(tr.t("Which decision?"), _later(view, known), known.ended_by)
        )
        if picked is None:
            return
        by = picked
    more = await _more(app, view, known, status) if status is not DecisionStatus.IN_FORCE else {}
    if more is None:
        return
    moment, on = session.moment(), optional_past(more.get("day", ""), view.today)
    await app.change(
        lambda data: decisions.change_standing(
            data,
            moment,
            decision=decision,
            status=status,
            by=by,
            on=on,
            remark=more.get("remark", ""),
        )
    )


def _later(view: View, known: Decision) -> list[tuple[str, str]]:
    """Decisions that hold and are not older, the newest first."""
    found = [
        d
        for d in view.data.rows(Decision)
        if d.status in decisions.HOLDS and d.id != known.id and d.decided_on >= known.decided_on
    ]
    found.sort(key=lambda d: (d.decided_on, d.number), reverse=True)
    return [(d.number, f"{d.number}  {d.text}") for d in found]


async def _more(
    app: KooperationApp, view: View, known: Decision, status: DecisionStatus
) -> dict[str, str] | None:
    """From which day, and a remark."""
    tr = app.tr
    day = tr.date_short(known.ended_on) if known.ended_on and status is known.status else ""
    by_another = status in _BY_ANOTHER
    hint = tr.t("the day of that decision") if by_another else tr.date_short(view.today)
    form = Form(
        known.number,
        [
            Field("day", tr.t("From"), day, hint=hint),
            Field("remark", tr.t("Remark"), known.remark, hint=tr.t("may stay empty")),
        ],
        check=lambda values: optional_past(values["day"], view.today),
        note=lambda _: tr.t("The wording stays as it was decided."),
    )
    return await app.push_screen_wait(form)
