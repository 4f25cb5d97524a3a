"""`kooperation application`, `register` and `resource`: the agreement applied."""

from __future__ import annotations

from typing import Final

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session, words_of
from kooperation_tui.cli.output import say
from kooperation_tui.domain.applied import ApplicationStatus, ResourceKind
from kooperation_tui.domain.commands import applying, goals, own_data, registers
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.i18n import Translator, translator

_STEPS: Final = {
    "receive": ApplicationStatus.RECEIVED,
    "check": ApplicationStatus.CHECKED,
    "schedule": ApplicationStatus.SCHEDULED,
    "accept": ApplicationStatus.ACCEPTED,
    "reject": ApplicationStatus.REJECTED,
    "withdraw": ApplicationStatus.WITHDRAWN,
}


def application(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "application",
        callback=_application,
        help=t(
            "Lead an application to join through its steps: receive, check, schedule (--meeting), "
            "accept (--decision, --mentor) or reject (--reason), withdraw. The partner joins with "
            "“kooperation sign”; its vote begins on that day."
        ),
        params=[
            click.Argument(["step"], type=click.Choice(tuple(_STEPS)), metavar=t("STEP")),
            click.Argument(["code"], metavar=t("CODE"), shell_complete=codes),
            click.Option(["--date"], metavar=t("DATE"), help=t("When it was received.")),
            click.Option(["--contact"], default="", metavar=t("NAME"), help=t("Whom to ask.")),
            click.Option(
                ["--contribution"], default="", metavar=t("TEXT"), help=t("What it brings in.")
            ),
            click.Option(
                ["--meeting"],
                metavar=t("MEETING"),
                help=t("The meeting that hears it."),
                shell_complete=meetings,
            ),
            click.Option(
                ["--decision"], default="", metavar=t("NO"), help=t("The decision about it.")
            ),
            click.Option(
                ["--mentor"],
                metavar=t("CODE"),
                help=t("The partner that accompanies it for a year."),
                shell_complete=codes,
            ),
            click.Option(["--reason"], default="", metavar=t("TEXT"), help=t("Why not.")),
        ],
    )


@click.pass_obj
def _application(
    session: Session,
    step: str,
    code: str,
    date: str | None,
    contact: str,
    contribution: str,
    meeting: str | None,
    decision: str,
    mentor: str | None,
    reason: str,
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        organisation = finding.partner(data, code).id
        if step == "receive":
            return applying.receive(
                data,
                moment,
                organisation=organisation,
                on=when.optional_past(date, moment.today),
                contact=contact,
                contribution=contribution,
            )
        return applying.advance(
            data,
            moment,
            organisation=organisation,
            status=_STEPS[step],
            meeting=finding.meeting(data, meeting, moment.today).id if meeting else "",
            decision=decision.upper(),
            mentor=finding.partner(data, mentor).id if mentor else "",
            reason=reason,
        )

    session.change(command)


def register(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "register",
        callback=_register,
        help=t(
            "Enter a stock of data the network keeps (point 5): what for, who keeps it, where, how "
            "long. --checked notes that its entries were looked through, --this-file enters the "
            "network's own file."
        ),
        params=[
            click.Argument(["name"], metavar=t("NAME"), default=""),
            click.Option(["--this-file"], is_flag=True, help=t("The file of this network.")),
            click.Option(
                ["--holds"], default="", metavar=t("TEXT"), help=t("Which personal data.")
            ),
            click.Option(["--purpose"], default="", metavar=t("TEXT"), help=t("What for.")),
            click.Option(
                ["--keeper"], metavar=t("CODE"), help=t("Who keeps it."), shell_complete=codes
            ),
            click.Option(["--place"], default="", metavar=t("PLACE"), help=t("Where.")),
            click.Option(["--access"], default="", metavar=t("TEXT"), help=t("Who may look.")),
            click.Option(["--retention"], default="", metavar=t("TEXT"), help=t("How long.")),
            click.Option(
                ["--every"],
                type=click.IntRange(0, 120),
                default=0,
                metavar=t("MONTHS"),
                help=t("Months between two checks."),
            ),
            click.Option(["--check-on"], metavar=t("DATE"), help=t("The next check.")),
            click.Option(["--checked"], metavar=t("DATE"), help=t("Checked on this day.")),
        ],
    )


@click.pass_obj
def _register(
    session: Session,
    name: str,
    this_file: bool,
    holds: str,
    purpose: str,
    keeper: str | None,
    place: str,
    access: str,
    retention: str,
    every: int,
    check_on: str | None,
    checked: str | None,
) -> None:
    described = (name, holds, purpose, keeper, place, access, retention, every, check_on, checked)
    if this_file and any(described):
        raise Wrong(
            "--this-file says all about the file by itself; change it afterwards with "
            "“kooperation set”."
        )
    if not (name or this_file):
        raise Wrong("Name the register.")

    def command(data: Data, moment: Moment) -> Change:
        if this_file:
            words = words_of(translator(data.network.language))
            name_of_file = session.store().path.name
            return own_data.enter_own_register(data, moment, words=words, place=name_of_file)
        if checked:
            return registers.checked(
                data,
                moment,
                register=finding.register(data, name).id,
                on=when.past_day(checked, moment.today),
            )
        return registers.add_register(
            data,
            moment,
            name=name,
            purpose=purpose,
            keeper=finding.partner(data, keeper).id if keeper else "",
            place=place,
            access=access,
            retention=retention,
            every=every,
            check_on=when.optional_day(check_on, moment.today),
            holds=holds,
        )

    done = session.change(command)
    if done.check_on is not None:
        tr = session.tr
        say(tr.t("{name}: next check on {day}", name=done.name, day=tr.date_short(done.check_on)))


def goal(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "goal",
        callback=_goal,
        help=t(
            "Enter a goal of the network and the sign by which you see that it is reached. The "
            "same words again change it; --result notes what the yearly review found."
        ),
        params=[
            click.Argument(["text"], metavar=t("TEXT")),
            click.Option(
                ["--indicator"], default="", metavar=t("TEXT"), help=t("By what you see it.")
            ),
            click.Option(["--review"], metavar=t("DATE"), help=t("Look at it again.")),
            click.Option(
                ["--result"], default="", metavar=t("TEXT"), help=t("What the review found.")
            ),
        ],
    )


@click.pass_obj
def _goal(session: Session, text: str, indicator: str, review: str | None, result: str) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return goals.set_goal(
            data,
            moment,
            text=text,
            indicator=indicator,
            review_on=when.optional_day(review, moment.today),
            result=result,
        )

    session.change(command)


def resource(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "resource",
        callback=_resource,
        help=t("Enter what a partner can contribute (point 2); “list resources” finds it."),
        params=[
            click.Argument(["code"], metavar=t("CODE"), shell_complete=codes),
            click.Argument(["text"], metavar=t("TEXT")),
            click.Option(
                ["--kind"],
                type=click.Choice([one.value for one in ResourceKind]),
                default=ResourceKind.OTHER.value,
                show_default=True,
                help=t("What it is."),
            ),
            click.Option(["--amount"], default="", metavar=t("TEXT"), help=t("How much.")),
            click.Option(["--until"], metavar=t("DATE"), help=t("Until this day.")),
        ],
    )


@click.pass_obj
def _resource(
    session: Session, code: str, text: str, kind: str, amount: str, until: str | None
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return applying.add_resource(
            data,
            moment,
            organisation=finding.partner(data, code).id,
            text=text,
            kind=ResourceKind(kind),
            amount=amount,
            until=when.optional_day(until, moment.today),
        )

    session.change(command)
