"""Decisions in text form between two meetings: begun, answered, counted (point 1)."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain.applied import Circular, CircularVote
from kooperation_tui.domain.commands import circular as commands
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Organisation, Subject
from kooperation_tui.domain.plan import rules_of
from kooperation_tui.tui import asking, words
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.drawing.circular import VOTES, result_words, terms
from kooperation_tui.tui.partner_work import optional_date, past_date
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def show_circulars(app: KooperationApp) -> None:
    """The one that runs with its answers; without one a new one is begun."""
    from kooperation_tui.tui.dialogs.circular import CircularDialog

    app.messages.read()
    if commands.running(app.session.data) is None:
        await begin(app)
    if commands.running(app.session.data) is not None:
        await app.push_screen_wait(CircularDialog(app.tr.t("Decision in text form")))


async def begin(app: KooperationApp) -> None:
    """Wording, what it is about, until when people answer."""
    session, tr = app.session, app.tr
    view, moment = session.view(tr, 60), session.moment()

    def command(data: Data, values: Values) -> Change:
        return commands.open_circular(
            data,
            moment,
            text=values["text"],
            deadline=optional_date(values["until"], view.today),
            subject=Subject(values["subject"]),
            points=asking.read_blocks(values["points"]),
        )

    form = Form(
        tr.t("New decision in text form"),
        [
            Field("text", tr.t("Wording")),
            Field(
                "subject",
                tr.t("What is it about?"),
                Subject.ORDINARY.value,
                tuple((s.value, tr.t(label)) for s, label in words.SUBJECTS.items()),
            ),
            Field("points", tr.t("Points"), hint=tr.t("only for the agreement, such as 3, 8")),
            Field("until", tr.t("Answers by"), hint=_usual(view)),
        ],
        check=lambda values: command(session.data, values),
        note=lambda _: terms(view, None),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


def _usual(view: View) -> str:
    days = rules_of(view.data).circular.days
    day = view.today + (dt.timedelta(days=days) if days else commands.DAYS)
    return view.tr.t("else {day}", day=view.tr.date_short(day))


async def enter_answer(app: KooperationApp, organisation: str) -> None:
    """What a partner (by id) answered, and when."""
    session, tr = app.session, app.tr
    view, moment = session.view(tr, 60), session.moment()
    known = commands.running(view.data)
    if known is None or view.data.find(Organisation, organisation) is None:
        return
    given = next((a for a in known.answers if a.organisation == organisation), None)

    def command(data: Data, values: Values) -> Change:
        return commands.answer(
            data,
            moment,
            organisation=organisation,
            vote=CircularVote(values["vote"]),
            on=past_date(values["day"], view.today),
        )

    name = view.data.get(Organisation, organisation).name
    form = Form(
        tr.t("Answer of {name}", name=name),
        [
            Field(
                "vote",
                tr.t("Says"),
                given.vote.value if given is not None else CircularVote.YES.value,
                tuple((vote.value, tr.t(label)) for vote, label in VOTES.items()),
            ),
            Field("day", tr.t("Came on"), tr.date_short(given.on if given else view.today)),
        ],
        check=lambda values: command(session.data, values),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: command(data, values))


async def close(app: KooperationApp) -> bool:
    """Count the answers, after asking. True once it is counted."""
    session, tr = app.session, app.tr
    moment = session.moment()
    try:
        commands.close(session.data, moment)
    except Refused as error:
        app.say(error)
        return False
    if not await app.push_screen_wait(Confirm(tr.t("Count the answers and end it?"))):
        return False
    saved = await app.change(lambda data: commands.close(data, moment))
    if saved is None:
        return False
    done = saved.change.result
    assert isinstance(done, Circular)
    app.tell(result_words(session.view(tr, 60), done))
    return True
