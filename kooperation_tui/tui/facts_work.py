"""What points 7 and 9 agree beside their wording: who gets the minutes, how long it lasts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any

from kooperation_tui.domain.commands.fields import set_fields
from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Person, StandingRoleKind
from kooperation_tui.tui import contribution_work, goals_work, register_work, rules_work
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.network import change_network
from kooperation_tui.tui.partner_work import day_text, stored_day
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_WEEKS = 520
_DAYS = ("term_until", "funding_until", "review_on")


async def facts(app: KooperationApp, key: str) -> None:
    """What the program knows because of a block, to change it."""
    work = _FACTS.get(key)
    if work is not None:
        await work(app)
        return
    said = app.tr.t("Nothing is entered for this block beside its wording.")
    app.tell(said, "")


def known_for(key: str) -> bool:
    """Whether something is entered for a block beside its wording."""
    return key in _FACTS


async def information(app: KooperationApp) -> None:
    """Point 7: who speaks, who gets the minutes, what may be published."""
    view = app.session.view(app.tr, 60)
    tr, network = app.tr, view.data.network
    await _ask(
        app,
        tr.t("Information and public relations"),
        [
            Field(
                "distribution",
                tr.t("The minutes also go to"),
                ", ".join(network.distribution),
                hint=tr.t("addresses, with commas"),
            ),
            Field(
                "publishing",
                tr.t("May be published"),
                network.publishing,
                hint=tr.t("such as: minutes without names"),
            ),
        ],
        lambda _: _speakers(view),
    )


def _speakers(view: View) -> str:
    tr = view.tr
    rows = holders(view.data, StandingRoleKind.SPOKESPERSON, view.today)
    names = [view.data.get(Person, row.person).name for row in rows]
    if not names:
        return tr.t("Nobody speaks for the network yet; F4 names somebody.")
    return tr.t("For the network speak: {names}. F4 changes that.", names=", ".join(names))


async def continuation(app: KooperationApp) -> None:
    """Point 9: term, funding, notice, yearly review."""
    view = app.session.view(app.tr, 60)
    tr, network = app.tr, view.data.network
    optional = tr.t("may stay empty")
    weeks = str(network.notice_weeks) if network.notice_weeks is not None else ""
    await _ask(
        app,
        tr.t("Term, funding, yearly review"),
        [
            Field(
                "term_until", tr.t("Runs until"), day_text(view, network.term_until), hint=optional
            ),
            Field("funding", tr.t("Funding"), network.funding, hint=tr.t("from whom, how much")),
            Field(
                "funding_until",
                tr.t("Funded until"),
                day_text(view, network.funding_until),
                hint=optional,
            ),
            Field("notice_weeks", tr.t("Notice in weeks"), weeks, hint=optional),
            Field(
                "review_on",
                tr.t("Next yearly review"),
                day_text(view, network.review_on),
                hint=optional,
            ),
        ],
        lambda _: tr.t("F2 reminds ahead of each of these days."),
    )


async def _ask(
    app: KooperationApp, title: str, fields: list[Field], note: Callable[[Values], str]
) -> None:
    today = app.session.view(app.tr, 60).today
    form = Form(title, fields, check=lambda values: _read(values, today), note=note)
    values = await app.push_screen_wait(form)
    if values is None:
        return
    wanted = _read(values, today)

    def command(data: Data) -> Change:
        return set_fields(data, data.network, wanted)

    await app.change(command)


def _read(values: Values, today: dt.date) -> dict[str, str]:
    """The fields as the file holds them. Raises Refused."""
    found = {}
    for name, text in values.items():
        typed = text.strip()
        if name in _DAYS:
            typed = stored_day(typed, today)
        elif name == "notice_weeks" and typed:
            if not (typed.isascii() and typed.isdecimal() and int(typed) <= _WEEKS):
                raise Refused("“{text}” is no number of weeks.", text=typed)
        elif name == "distribution":
            typed = typed.replace(";", ",")
        found[name] = typed
    return found


_FACTS: dict[str, Callable[[KooperationApp], Coroutine[Any, Any, None]]] = {
    "goals": goals_work.show_goals,
    "p1": rules_work.show_rules,
    "p2": contribution_work.look_through,
    "p5": register_work.show_registers,
    "p7": information,
    "p9": continuation,
    "data_protection": change_network,
}
