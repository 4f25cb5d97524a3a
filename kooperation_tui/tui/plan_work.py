"""News of actions from F7. While a meeting runs they go into its minutes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.commands.actions import update_action
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Meeting,
    MeetingStatus,
    Organisation,
    OrganisationStatus,
    Person,
)
from kooperation_tui.domain.recording import record
from kooperation_tui.i18n import N_
from kooperation_tui.tui import asking, ink, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.drawing.actions import history_lines
from kooperation_tui.tui.partner_work import need, optional_date, past_date
from kooperation_tui.tui.session import new_id
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

EVERYBODY = "everybody"
NOBODY = "nobody"
PAGE = 92
"""Cells of a line in the history."""


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
    if saved is not None and saved.change and meeting is not None:
        app.tell(app.tr.t("This stands in the minutes of the running meeting, too."))


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
            Field("due", tr.t("New date"), hint="13.11."),
            Field("reason", tr.t("Reason"), hint=tr.t("may stay empty")),
        ],
        check=lambda values: asking.read_date(values["due"], view.today),
        note=lambda values: said_day(view, values["due"]),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        due = asking.read_date(values["due"], view.today)
        await news(app, action, due=due, reason=values["reason"].strip())


def said_day(view: View, text: str) -> str:
    """How a day was read, with its year and weekday; '' if it is none."""
    try:
        day = optional_date(text, view.today)
    except Refused:
        return ""
    return view.tr.t("until {day}", day=view.tr.day_short(day)) if day is not None else ""


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


def owners(view: View) -> list[tuple[str, str]]:
    """Partners, then people who speak for them, for a list to choose from."""
    data = view.data
    active = [
        o
        for o in plan.partners(data)
        if o.status not in (OrganisationStatus.LEFT, OrganisationStatus.APPLICANT)
    ]
    found = [(o.id, f"{ink.fit(o.code, 9)}{o.name}") for o in active]
    for person in sorted(data.rows(Person), key=lambda p: p.name):
        codes = words.codes(data, plan.organisations_of(data, person.id, view.today))
        if codes:
            found.append((person.id, f"{person.name} ({codes})"))
    return found


def _as_owner(view: View, chosen: str) -> tuple[str, str]:
    """Person and partner of what was chosen."""
    if view.data.find(Organisation, chosen) is not None:
        return "", chosen
    found = plan.organisations_of(view.data, chosen, view.today)
    return chosen, found[0] if found else ""


async def give(app: KooperationApp, action: str) -> None:
    """Somebody else takes it."""
    view = app.session.view(app.tr, 60)
    chosen = await app.push_screen_wait(Choose(app.tr.t("Who takes it?"), owners(view)))
    if chosen is not None:
        person, organisation = _as_owner(view, chosen)
        await news(app, action, owner=person, organisation=organisation)


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


async def new_action(app: KooperationApp) -> str:
    """An action outside a meeting, also one from before. Its id, '' if none was made."""
    tr, session = app.tr, app.session
    view = session.view(tr, 60)
    people = [("", tr.t("nobody yet")), *owners(view)]
    form = Form(
        tr.t("New action"),
        [
            Field("title", tr.t("What")),
            Field("owner", tr.t("Who"), people[1][0] if len(people) > 1 else "", tuple(people)),
            Field("nobody", tr.t("Why nobody?"), hint=tr.t("only without somebody")),
            Field("due", tr.t("Until"), hint="13.11."),
            Field("number", tr.t("Old number"), hint=tr.t("M-2025-012, else the next one")),
            Field("created", tr.t("Agreed on"), tr.date_short(view.today)),
        ],
        check=lambda values: _need_action(view, values),
        note=lambda values: said_day(view, values["due"]),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return ""
    moment = session.moment()
    person, organisation = _as_owner(view, values["owner"]) if values["owner"] else ("", "")
    if organisation and not person:
        speaker = plan.delegate(view.data, organisation, view.today)
        person = speaker.id if speaker is not None else ""
    due, created = _days(view, values)

    def command(data: Data) -> Change:
        return network.add_action(
            data,
            moment,
            title=values["title"].strip(),
            number=values["number"].strip(),
            owner=person,
            organisation=organisation,
            owner_reason="" if values["owner"] else values["nobody"].strip(),
            due=due,
            created_on=created,
        )

    saved = await app.change(command)
    return saved.change.result.id if saved is not None else ""


def _days(view: View, values: Values) -> tuple[dt.date | None, dt.date]:
    """Due and agreed; the day something is due for may lie in the past, too."""
    created = past_date(values["created"], view.today)
    return optional_date(values["due"], view.today), created


def _need_action(view: View, values: Values) -> None:
    need(values["title"], N_("Say what is to be done."))
    if not values["owner"]:
        need(values["nobody"], "An action needs an owner, or a reason why nobody takes it.")
    _days(view, values)
