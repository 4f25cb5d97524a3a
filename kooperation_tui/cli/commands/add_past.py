"""`kooperation add decision` and `kooperation add parking`: what existed before."""

from __future__ import annotations

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.commands.add_meeting import block_keys
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say
from kooperation_tui.domain.commands import network
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.model import Subject
from kooperation_tui.i18n import Translator


def decision(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "decision",
        callback=_decision,
        help=t("A decision taken before, under its old number."),
        params=[
            click.Argument(["text"], metavar=t("TEXT")),
            click.Option(
                ["--number"], required=True, metavar=t("NO"), help=t("Such as B-2025-4-2.")
            ),
            click.Option(["--date"], metavar=t("DATE"), help=t("Decided on this day.")),
            click.Option(
                ["--subject"],
                type=click.Choice([one.value for one in Subject]),
                default=Subject.ORDINARY.value,
                help=t("What it was about, if somebody knows."),
            ),
            click.Option(
                ["--points"], default="", metavar=t("POINTS"), help=t("Points it agreed: 3,8.")
            ),
        ],
    )


@click.pass_obj
def _decision(
    session: Session, text: str, number: str, date: str | None, subject: str, points: str
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return network.add_decision(
            data,
            moment,
            number=number,
            text=text,
            on=when.optional_past(date, moment.today),
            subject=Subject(subject),
            points=block_keys(points),
        )

    say(session.change(command).number)


def parking(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "parking",
        callback=_parking,
        help=t("A topic for later."),
        params=[
            click.Argument(["text"], metavar=t("TEXT")),
            click.Option(["--by"], metavar=t("CODE"), help=t("Whose topic it is.")),
            click.Option(["--number"], default="", metavar=t("NO"), help=t("Its old number.")),
            click.Option(["--date"], metavar=t("DATE"), help=t("Parked on this day.")),
        ],
    )


@click.pass_obj
def _parking(session: Session, text: str, by: str | None, number: str, date: str | None) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return network.add_parking(
            data,
            moment,
            text=text,
            number=number.upper(),
            by=finding.partner(data, by).id if by else "",
            on=when.optional_past(date, moment.today),
        )

    say(session.change(command).number)
