"""The goals of the network on F6: entered, changed, removed, looked back at once a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.commands import goals as commands
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.partner_work import day_text, need, optional_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_SIGN = "A goal needs a sign by which you see that it is reached."


async def show_goals(app: KooperationApp) -> None:
    """All goals with their signs."""
    from kooperation_tui.tui.dialogs.goals import GoalsDialog

    app.messages.read()
    await app.push_screen_wait(GoalsDialog(app.tr.t("Our goals and their signs")))


def _fields(view: View, known: Goal | None) -> list[Field]:
    tr = view.tr
    one = known or Goal(id="", text="")
    review = day_text(view, one.review_on)
    fields = [
        Field("text", tr.t("Goal"), one.text),
        Field("sign", tr.t("Seen by"), one.indicator, hint=tr.t("such as: 900 consultations")),
        Field("review", tr.t("Look at it on"), review, hint=tr.t("may stay empty")),
    ]
    if known is not None:
        fields.append(Field("result", tr.t("What the year brought"), one.result))
    return fields


async def enter(app: KooperationApp, goal: str = "") -> None:
    """A new goal, or other facts of one (by id)."""
    session, tr = app.session, app.tr
    view, moment = session.view(tr, 60), session.moment()
    known = view.data.find(Goal, goal)

    def command(data: Data, values: Values) -> Change:
        day = optional_date(values["review"], view.today)
        if known is not None:
            return commands.change_goal(
                data,
                moment,
                goal=goal,
                text=values["text"],
                indicator=values["sign"],
                result=values["result"],
                review_on=day,
            )
        need(values["text"], "A goal needs its words.")
        need(values["sign"], _SIGN)
        return commands.set_goal(
            data, moment, text=values["text"], indicator=values["sign"], review_on=day
        )

    title = tr.t("Goal") if known is not None else tr.t("New goal")
    form = Form(title, _fields(view, known), check=lambda values: command(session.data, values))
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


async def remove_one(app: KooperationApp, goal: str) -> None:
    """It is no goal any more; asked before."""
    known, moment = app.session.data.get(Goal, goal), app.session.moment()
    if await app.push_screen_wait(Confirm(app.tr.t("Remove “{text}”?", text=known.text))):
        await app.change(lambda data: commands.remove_goal(data, moment, goal=goal))


def read_review(app: KooperationApp) -> None:
    """What was done for each goal in the last year, to read; x saves it."""
    from kooperation_tui.tui.archive_work import read_document

    read_document(app, DocumentKind.REVIEW)
