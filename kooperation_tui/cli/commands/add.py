"""`kooperation add`: partners, people, bodies, and what existed before."""

from __future__ import annotations

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.context import Session, wrong_together
from kooperation_tui.cli.lazy import LazyGroup
from kooperation_tui.cli.output import say
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import (
    ActionStatus,
    BodyKind,
    DelegationKind,
    OrganisationStatus,
)
from kooperation_tui.i18n import N_, Translator

_HERE = "kooperation_tui.cli.commands.add"
_PLANS = "kooperation_tui.cli.commands.add_meeting"
_ITEMS = "kooperation_tui.cli.commands.add_item"
_PAST = "kooperation_tui.cli.commands.add_past"
_COMMANDS = {
    "partner": (_HERE, "partner", N_("A partner with its people.")),
    "person": (_HERE, "person", N_("Somebody who speaks for a partner.")),
    "body": (_HERE, "body", N_("A team or working group with meetings of its own.")),
    "action": (_HERE, "action", N_("An action outside a meeting.")),
    "decision": (_PAST, "decision", N_("A decision taken before.")),
    "parking": (_PAST, "parking", N_("A topic for later.")),
    "meeting": (_PLANS, "meeting", N_("A meeting, planned or held before.")),
    "item": (_ITEMS, "item", N_("An item of an agenda.")),
}
_STATUSES = ("partner", "applicant", "associate")


def add(tr: Translator) -> click.Command:
    return LazyGroup("add", tr, _COMMANDS, help=tr.t("Add something to the network."))


def partner(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "partner",
        callback=_partner,
        help=t("A partner: CODE has 2 to 8 letters or digits."),
        params=[
            click.Argument(["code"], metavar=t("CODE")),
            click.Argument(["name"], metavar=t("NAME")),
            click.Option(["--delegate"], default="", metavar=t("NAME"), help=t("Speaks for it.")),
            click.Option(["--deputy"], multiple=True, metavar=t("NAME"), help=t("Stands in.")),
            click.Option(
                ["--status"],
                type=click.Choice(_STATUSES),
                default="partner",
                show_default=True,
                help=t("How it belongs to the network."),
            ),
            click.Option(["--short-name"], default="", metavar=t("NAME"), help=t("Short name.")),
            click.Option(["--since"], metavar=t("DATE"), help=t("Partner since this day.")),
        ],
    )


@click.pass_obj
def _partner(
    session: Session,
    code: str,
    name: str,
    delegate: str,
    deputy: tuple[str, ...],
    status: str,
    short_name: str,
    since: str | None,
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return network.add_partner(
            data,
            moment,
            code=code,
            name=name,
            delegate=delegate,
            deputies=deputy,
            status=OrganisationStatus(status),
            short_name=short_name,
            joined_on=when.optional_past(since, moment.today),
        )

    say(session.change(command).code)


def person(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "person",
        callback=_person,
        help=t("Somebody who speaks for a partner; as delegate after the one before."),
        params=[
            click.Argument(["name"], metavar=t("NAME")),
            click.Option(["--partner"], required=True, metavar=t("CODE"), help=t("For whom.")),
            click.Option(["--delegate"], is_flag=True, help=t("As delegate, not as deputy.")),
            click.Option(["--email"], default="", metavar=t("ADDRESS"), help=t("E-mail at work.")),
            click.Option(["--phone"], default="", metavar=t("NUMBER"), help=t("Phone at work.")),
            click.Option(["--function"], default="", metavar=t("TEXT"), help=t("Function.")),
            click.Option(["--since"], metavar=t("DATE"), help=t("From this day.")),
        ],
    )


@click.pass_obj
def _person(
    session: Session,
    name: str,
    partner: str,
    delegate: bool,
    email: str,
    phone: str,
    function: str,
    since: str | None,
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return network.add_person(
            data,
            moment,
            name=name,
            partner=finding.partner(data, partner).id,
            kind=DelegationKind.DELEGATE if delegate else DelegationKind.DEPUTY,
            email=email,
            phone=phone,
            function=function,
            since=when.optional_day(since, moment.today),
        )

    say(session.change(command).name)


def body(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "body",
        callback=_body,
        help=t("A team or working group; its meetings are numbered on their own."),
        params=[
            click.Argument(["name"], metavar=t("NAME")),
            click.Option(
                ["--kind"],
                type=click.Choice([one.value for one in BodyKind]),
                default=BodyKind.WORKING_GROUP.value,
                show_default=True,
                help=t("What it is."),
            ),
            click.Option(
                ["--members"], default="", metavar=t("CODES"), help=t("Partners, with commas.")
            ),
            click.Option(
                ["--prefix"], default="", metavar=t("LETTERS"), help=t("Before its numbers.")
            ),
        ],
    )


@click.pass_obj
def _body(session: Session, name: str, kind: str, members: str, prefix: str) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return network.add_body(
            data,
            moment,
            name=name,
            kind=BodyKind(kind),
            members=finding.partners(data, members),
            prefix=prefix,
        )

    say(session.change(command).name)


def action(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "action",
        callback=_action,
        help=t("An action outside a meeting, also one that has a number already."),
        params=[
            click.Argument(["title"], metavar=t("TITLE")),
            click.Option(["--owner"], metavar=t("WHO"), help=t("A code or a name.")),
            click.Option(["--nobody"], metavar=t("REASON"), help=t("Why nobody takes it.")),
            click.Option(["--with", "helpers"], default="", metavar=t("CODES"), help=t("Helpers.")),
            click.Option(
                ["--outside"], multiple=True, metavar=t("NAME"), help=t("A helper from outside.")
            ),
            click.Option(["--due"], metavar=t("DATE"), help=t("By when.")),
            click.Option(["--no-date"], default="", metavar=t("REASON"), help=t("Why no date.")),
            click.Option(["--number"], default="", metavar=t("NO"), help=t("Its old number.")),
            click.Option(["--date"], metavar=t("DATE"), help=t("Agreed on this day.")),
            click.Option(["--short"], default="", metavar=t("WORD"), help=t("A word or two.")),
            click.Option(
                ["--status"],
                type=click.Choice([s.value for s in ActionStatus if s != ActionStatus.RETRACTED]),
                default=ActionStatus.OPEN.value,
                show_default=True,
                help=t("How far it is."),
            ),
        ],
    )


@click.pass_obj
def _action(
    session: Session,
    title: str,
    owner: str | None,
    nobody: str | None,
    helpers: str,
    outside: tuple[str, ...],
    due: str | None,
    no_date: str,
    number: str,
    date: str | None,
    short: str,
    status: str,
) -> None:
    if owner and nobody:
        raise wrong_together("--owner", "--nobody")

    def command(data: Data, moment: Moment) -> Change:
        who, organisation = finding.owner(data, owner, moment.today) if owner else ("", "")
        return network.add_action(
            data,
            moment,
            title=title,
            number=number.upper(),
            owner=who,
            organisation=organisation,
            owner_reason=nobody or "",
            helpers=finding.partners(data, helpers),
            outside=outside,
            due=when.optional_day(due, moment.today),
            due_reason=no_date,
            created_on=when.optional_past(date, moment.today),
            status=ActionStatus(status),
            short=short,
        )

    say(session.change(command).number)
