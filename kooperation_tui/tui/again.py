"""Minutes that were sent: what became of an objection, and the next version of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Decision, ObjectionOutcome
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


def _outcomes(tr: Translator) -> tuple[tuple[str, str], ...]:
    return (
        (ObjectionOutcome.ACCEPTED.value, tr.p("objection", "Accepted")),
        (ObjectionOutcome.REJECTED.value, tr.p("objection", "Rejected")),
        (ObjectionOutcome.NOTED.value, tr.p("objection", "Noted")),
        (ObjectionOutcome.WITHDRAWN.value, tr.p("objection", "Withdrawn")),
    )


def _objections(view: View) -> tuple[tuple[str, str], ...]:
    """Open objections to choose from: number and words."""
    known = life.minutes_of(view.data, view.meeting_id)
    if known is None:
        return ()
    return tuple(
        (str(number), f"{words.code(view.data, one.organisation)} {one.text}")
        for number, one in enumerate(known.objections, 1)
        if one.outcome is ObjectionOutcome.OPEN
    )


async def settle(app: KooperationApp) -> None:
    """What became of an objection; the minutes stay as they were sent."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    form = Form(
        tr.t("What became of an objection"),
        [
            Field("number", tr.t("Objection"), "", _objections(view)),
            Field("outcome", tr.t("Outcome"), ObjectionOutcome.ACCEPTED.value, _outcomes(tr)),
            Field("decision", tr.t("By decision"), hint=tr.t("empty if there is none")),
        ],
        check=lambda values: _need_decision(view.data, values["decision"]),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, meeting = session.moment(), session.meeting_id
    await app.change(
        lambda data: life.settle_objection(
            data,
            moment,
            meeting=meeting,
            number=int(values["number"]),
            outcome=ObjectionOutcome(values["outcome"]),
            decision=values["decision"].strip(),
        )
    )


def _need_decision(data: Data, number: str) -> None:
    wanted = number.strip()
    if wanted and all(d.number != wanted for d in data.rows(Decision)):
        raise Refused("There is no decision {number}.", number=wanted)


async def redraft(app: KooperationApp) -> None:
    """The minutes become a draft again; the lines can be changed, then they are sent anew."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    because = (("", tr.t("for another reason")), *_objections(view))
    form = Form(
        tr.t("Draw up the minutes again"),
        [
            Field("number", tr.t("Accepted objection"), because[-1][0], because),
            Field("reason", tr.t("Reason")),
        ],
        check=lambda values: _need_reason(view, values),
        note=lambda values: tr.t(
            "They become a draft, the next version. What was sent is kept; after the changes "
            "they have to be sent again."
        ),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    moment, meeting = session.moment(), session.meeting_id

    def command(data: Data) -> Change:
        if values["number"]:
            accepted = life.settle_objection(
                data,
                moment,
                meeting=meeting,
                number=int(values["number"]),
                outcome=ObjectionOutcome.ACCEPTED,
            )
            data = data.apply(accepted)
        return life.redraft(data, moment, meeting=meeting, reason=values["reason"])

    done = await app.change(command)
    if done is not None:
        app.tell(tr.t("Version {number} is a draft.", number=done.change.result.version))


def _need_reason(view: View, values: Values) -> None:
    accepted = life.minutes_of(view.data, view.meeting_id)
    outcomes = [] if accepted is None else [o.outcome for o in accepted.objections]
    if values["number"] or values["reason"].strip() or ObjectionOutcome.ACCEPTED in outcomes:
        return
    raise Refused("Accept an objection first, or say why the minutes are drawn up again.")
