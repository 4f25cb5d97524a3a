"""F6: how far a block is: agreed, a draft, not needed; when it is looked at again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain.fitting import for_block
from kooperation_tui.domain.model import BlockState
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.agreement_work import give
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.drawing.agreement import block
from kooperation_tui.tui.drawing.block import decided_sentence
from kooperation_tui.tui.partner_work import day_text, need, optional_date, past_date
from kooperation_tui.tui.version_work import decisions, which_decision

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

PAPER, DECISION, NOT_NEEDED, DRAFT, OPEN = "paper", "decision", "not_needed", "draft", "open"
REVIEW, SENTENCE = "review", "sentence"


async def state(app: KooperationApp, key: str) -> None:
    """Say that it is agreed, a draft, or not needed; when it is looked at again."""
    tr = app.tr
    options = [
        (DECISION, tr.t("agreed by a decision of this network")),
        (PAPER, tr.t("agreed on paper, before this program")),
        (DRAFT, tr.t("a draft, still being worked on")),
        (NOT_NEEDED, tr.t("not needed, with a reason")),
        (OPEN, tr.t("open")),
        (REVIEW, tr.t("to be reviewed on a day")),
    ]
    found = block(app.session.view(tr, 62), key)
    sentence = decided_sentence(app.session.view(tr, 62), found)
    if sentence:
        options.insert(0, (SENTENCE, tr.t("the sentence that was decided is the wording")))
    chosen = await app.push_screen_wait(Choose(words.block_name(key, tr), options))
    match chosen:
        case "sentence":
            number = found.decision
            await give(app, key, text=sentence, state=BlockState.AGREED, decision=number)
        case "decision":
            await _agreed_by_decision(app, key)
        case "paper":
            await _agreed_on_paper(app, key)
        case "not_needed":
            await _not_needed(app, key)
        case "review":
            await _review(app, key)
        case "draft" | "open":
            await give(app, key, state=BlockState(chosen))


async def _agreed_by_decision(app: KooperationApp, key: str) -> None:
    tr, view = app.tr, app.session.view(app.tr, 62)
    number = await which_decision(app, for_block(view.data, key, as_decided=True))
    if number is None:
        return
    later = number not in dict(decisions(view, for_block(view.data, key)))
    if later:
        title = tr.t("The wording was written down after {number}.", number=number)
        said = [("yes", tr.t("it is the wording that was decided"))]
        if await app.push_screen_wait(Choose(title, said)) is None:
            return
    await give(app, key, state=BlockState.AGREED, decision=number, as_decided=later)


async def _agreed_on_paper(app: KooperationApp, key: str) -> None:
    today = app.session.view(app.tr, 62).today
    form = Form(
        words.block_name(key, app.tr),
        [Field("day", app.tr.t("agreed on"), example=app.tr.date_short(dt.date(2019, 3, 12)))],
        check=lambda values: past_date(values["day"], today),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        day = past_date(values["day"], today)
        await give(app, key, state=BlockState.AGREED, agreed_on=day)


async def _not_needed(app: KooperationApp, key: str) -> None:
    form = Form(
        words.block_name(key, app.tr),
        [Field("reason", app.tr.t("Why not?"))],
        check=lambda values: need(values["reason"], "Not needed needs a reason."),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await give(app, key, state=BlockState.NOT_NEEDED, reason=values["reason"].strip())


async def _review(app: KooperationApp, key: str) -> None:
    view = app.session.view(app.tr, 62)
    known = block(view, key).review_on
    first = day_text(view, known)
    form = Form(
        words.block_name(key, app.tr),
        [Field("day", app.tr.t("to be reviewed on"), first, example=asking.example_day(view))],
        check=lambda values: asking.read_date(values["day"], view.today),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await give(app, key, review_on=optional_date(values["day"], view.today))
