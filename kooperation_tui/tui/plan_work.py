"""News of actions from F7. While a meeting runs they go into its minutes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands.actions import set_helpers, update_action
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Meeting,
    MeetingStatus,
    Organisation,
)
from kooperation_tui.domain.recording import record
from kooperation_tui.tui import asking, contribution_work, ink, words
from kooperation_tui.tui.action_form import said_day
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.dialogs.tick import Tick
from kooperation_tui.tui.drawing.actions import history_lines
from kooperation_tui.tui.partner_work import need
from kooperation_tui.tui.people_choice import active, as_owner, owners
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

EVERYBODY = "everybody"
NOBODY = "nobody"
PAGE = 92
"""Cells of a line in the history."""
_SAID = 50
"""Cells of a title in a message."""


def running_meeting(data: Data) -> Meeting | None:
    """The meeting that runs now, if any."""
    return next((m for m in data.rows(Meeting) if m.status is MeetingStatus.RUNNING), None)


async def news(
    app: KooperationApp,
    action: str,
    status: ActionStatus | None = None,
    *,
    due: dt.date | None = None,
    owner: str = "",
    organisation: str = "",
    reason: str = "",
) -> None:
    """Say what is new; in a running meeting as a line of its minutes."""
    session = app.session
    moment, event_id = session.moment(), new_id()
    meeting = running_meeting(session.data)

    def command(data: Data) -> Change:
        if meeting is None:
            return update_action(
                data,
                moment,
                action=action,
                status=status,
                due=due,
                owner=owner,
                organisation=organisation,
                reason=reason,
            )
        intent = it.ProgressAction(
            action=action,
            status=status,
            due=due,
            owner=owner,
            owner_organisation=organisation,
            reason=reason,
        )
        return record(data, meeting.id, intent, moment, event_id=event_id)

    saved = await app.change(command)
    if saved is None or not saved.change:
        return
    said = []
    if status is ActionStatus.DONE:
        known = session.data.get(Action, action)
        number = words.short_number(known.number)
        title = ink.shorten(known.title, _SAID if meeting is None else _SAID // 3)
        said.append(app.tr.t("{number} is done: {title}", number=number, title=title))
    if meeting is not None:
        said.append(app.tr.t("This stands in the minutes of the running meeting, too."))
    if said:
        app.tell(" ".join(said))


def _title(view: View, action: str) -> str:
    known = view.data.get(Action, action)
    return f"{words.short_number(known.number)}  {ink.shorten(known.title, 56)}"


async def postpone(app: KooperationApp, action: str) -> None:
    """Another day, and why."""
    tr = app.tr
    view = app.session.view(tr, 60)
    form = Form(
        _title(view, action),
        [
            Field("due", tr.t("New date"), example=asking.example_day(view)),
            Field("reason", tr.t("Reason"), hint=tr.t("may stay empty")),
        ],
        check=lambda values: asking.read_date(values["due"], view.today),
        note=lambda values: said_day(view, values["due"]),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        due = asking.read_date(values["due"], view.today)
        await news(app, action, due=due, reason=values["reason"].strip())


async def with_reason(app: KooperationApp, action: str, status: ActionStatus) -> None:
    """On hold or dropped, with a reason."""
    tr = app.tr
    said = tr.t(words.ACTION_STATES[status])
    form = Form(
        _title(app.session.view(tr, 60), action),
        [Field("reason", tr.t("{status}, why?", status=said))],
        check=lambda values: need(values["reason"], "Say why; the reason stands in the plan."),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await news(app, action, status, reason=values["reason"].strip())


async def give(app: KooperationApp, action: str) -> None:
    """Somebody else takes it."""
    view = app.session.view(app.tr, 60)
    chosen = await app.push_screen_wait(Choose(app.tr.t("Who takes it?"), owners(view)))
    if chosen is not None:
        person, organisation = as_owner(view, chosen)
        await news(app, action, owner=person, organisation=organisation)


async def choose_helpers(app: KooperationApp, action: str) -> None:
    """Which partners help; those come first whose contribution speaks of the same things."""
    session, tr = app.session, app.tr
    view = session.view(tr, 60)
    known = view.data.get(Action, action)
    own = (known.owner_organisation,)
    options = [
        (one.organisation, f"{_named(view, one.organisation)}  ({one.resource.text})")
        for one in contribution_work.helpers(view, known.title, own)
    ]
    proposed = {identity for identity, _ in options}
    options += [
        (o.id, _named(view, o.id))
        for o in plan.partners(view.data)
        if active(view, o) and o.id not in {*proposed, *own}
    ]
    said = tr.t("Proposed first: who brings in something of the kind (F8).")
    helped = known.helpers
    chosen = await app.push_screen_wait(
        Tick(f"{tr.t('Who helps?')}  {known.title}", options, helped, said)
    )
    if chosen is not None:
        moment = session.moment()
        await app.change(lambda data: set_helpers(data, moment, action=action, helpers=chosen))


def _named(view: View, organisation: str) -> str:
    known = view.data.get(Organisation, organisation)
    return f"{known.code}  {known.short_name or known.name}"


async def choose_whose(app: KooperationApp, now: str) -> str | None:
    """Whose actions to show: an id, '' for all, None if nothing was chosen."""
    view = app.session.view(app.tr, 60)
    options = [(EVERYBODY, app.tr.t("everybody’s")), *owners(view)]
    chosen = await app.push_screen_wait(Choose(app.tr.t("Whose actions?"), options, now))
    return "" if chosen == EVERYBODY else chosen


def show_history(app: KooperationApp, action: str) -> None:
    """What became of it so far."""
    view = app.session.view(app.tr, min(PAGE, app.size.width - 8))
    known = view.data.get(Action, action)
    app.push_screen(ReadingDialog(known.number, history_lines(view, known)))
