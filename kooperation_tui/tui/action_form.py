"""The form of an action on F7: a new one, also from before, or other facts of one."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.commands.actions import change_facts
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Action, Organisation
from kooperation_tui.i18n import N_
from kooperation_tui.tui import asking, contribution_work, words
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.goal_choice import chosen_goals, goal_field
from kooperation_tui.tui.partner_work import need, optional_date, past_date
from kooperation_tui.tui.people_choice import as_owner, owners
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def new_action(app: KooperationApp) -> str:
    """An action outside a meeting, also one from before. Its id, '' if none was made."""
    session = app.session
    view, moment = session.view(app.tr, 60), session.moment()
    form = Form(
        app.tr.t("New action"),
        _fields(view),
        check=lambda values: _made(view, session.data, moment, values),
        note=lambda values: _note(view, values),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return ""
    saved = await app.change(lambda data: _made(view, data, moment, values))
    return saved.change.result.id if saved is not None else ""


async def change_action(app: KooperationApp, action: str) -> None:
    """With whom, why without a date or an owner, and the goal of an action (by id)."""
    session, tr = app.session, app.tr
    view, moment = session.view(tr, 60), session.moment()
    known = view.data.get(Action, action)
    fields = [] if known.event else [Field("title", tr.t("What"), known.title)]
    if not (known.owner or known.owner_organisation):
        fields.append(Field("nobody", tr.t("Why nobody?"), known.owner_reason))
    codes = words.codes(view.data, known.helpers)
    fields.append(Field("with", tr.t("With whom"), codes, hint=tr.t("codes, with commas")))
    if known.due is None:
        fields.append(Field("undated", tr.t("Why without a date?"), known.due_reason))
    form = Form(
        f"{words.short_number(known.number)}  {known.title}",
        [*fields, *goal_field(view, known.goals)],
        check=lambda values: _changed(view, session.data, moment, known, values),
    )
    values = await app.push_screen_wait(form)
    if values is not None:
        await app.change(lambda data: _changed(view, data, moment, known, values))


def _fields(view: View) -> list[Field]:
    tr = view.tr
    people = [("", tr.t("nobody yet")), *owners(view)]
    return [
        Field("title", tr.t("What")),
        Field("owner", tr.t("Who"), people[1][0] if len(people) > 1 else "", tuple(people)),
        Field("nobody", tr.t("Why nobody?"), hint=tr.t("only without somebody")),
        Field("with", tr.t("With whom"), hint=tr.t("codes, with commas")),
        Field("due", tr.t("Until"), example=asking.example_day(view)),
        Field("undated", tr.t("Why without a date?"), hint=tr.t("such as: waits for money")),
        Field("number", tr.t("Old number"), hint=tr.t("M-2025-012, else the next one")),
        Field("created", tr.t("Agreed on"), tr.date_short(view.today)),
        *goal_field(view),
    ]


def _made(view: View, data: Data, moment: Moment, values: Values) -> Change:
    """The new action. Raises Refused for what does not fit."""
    need(values["title"], N_("Say what is to be done."))
    if not values["owner"]:
        need(values["nobody"], "An action needs an owner, or a reason why nobody takes it.")
    person, organisation = as_owner(view, values["owner"]) if values["owner"] else ("", "")
    if organisation and not person:
        speaker = plan.delegate(data, organisation, view.today)
        person = speaker.id if speaker is not None else ""
    due, created = _days(view, values)
    return network.add_action(
        data,
        moment,
        title=values["title"].strip(),
        number=values["number"].strip().upper(),
        owner=person,
        organisation=organisation,
        owner_reason="" if values["owner"] else values["nobody"].strip(),
        helpers=tuple(h for h in helpers(view, values["with"]) if h != organisation),
        due=due,
        due_reason=values["undated"].strip(),
        created_on=created,
        goals=chosen_goals(values),
    )


def _changed(view: View, data: Data, moment: Moment, known: Action, values: Values) -> Change:
    """Other facts of an action. Raises Refused for what does not fit."""
    return change_facts(
        data,
        moment,
        action=known.id,
        title=values.get("title", known.title),
        helpers=helpers(view, values["with"]),
        owner_reason=values.get("nobody", known.owner_reason),
        due_reason=values.get("undated", known.due_reason),
        goals=chosen_goals(values) if "goals" in values else known.goals,
    )


def _note(view: View, values: Values) -> str:
    """How the day was read, and who could help with it."""
    _, organisation = as_owner(view, values["owner"]) if values["owner"] else ("", "")
    said = contribution_work.helpers_said(view, values["title"], (organisation,))
    return "  ".join(filter(None, [said_day(view, values["due"]), said]))


def said_day(view: View, text: str) -> str:
    """How a day was read, with its year and weekday; '' if it is none."""
    try:
        day = optional_date(text, view.today)
    except Refused:
        return ""
    return view.tr.t("until {day}", day=view.tr.day_short(day)) if day is not None else ""


def helpers(view: View, text: str) -> tuple[str, ...]:
    """Ids of partners from codes. Raises Refused."""
    found = []
    for code in filter(None, re.split(r"[\s,;]+", text.strip())):
        known: Organisation | None = plan.by_code(view.data, code)
        if known is None:
            raise Refused("No partner has the code “{word}”; F8 shows all codes.", word=code)
        found.append(known.id)
    return tuple(found)


def _days(view: View, values: Values) -> tuple[dt.date | None, dt.date]:
    """Due and agreed; the day something is due for may lie in the past, too."""
    created = past_date(values["created"], view.today)
    return optional_date(values["due"], view.today), created
