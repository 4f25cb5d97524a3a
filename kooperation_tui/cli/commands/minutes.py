"""`kooperation minutes send|object|approve`"""

from __future__ import annotations

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.lazy import LazyGroup
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.i18n import N_, Translator

_HERE = "kooperation_tui.cli.commands.minutes"
_COMMANDS = {
    "send": (_HERE, "send", N_("They went out; the text is kept as it is.")),
    "object": (_HERE, "object_to", N_("A partner objects to them.")),
    "approve": (_HERE, "approve", N_("The network approved them.")),
}


def minutes(tr: Translator) -> click.Command:
    return LazyGroup("minutes", tr, _COMMANDS, help=tr.t("The life of a meeting's minutes."))


def _meeting(tr: Translator) -> click.Argument:
    return click.Argument(["meeting"], metavar=tr.t("MEETING"), shell_complete=meetings)


def _date(tr: Translator) -> click.Option:
    return click.Option(["--date"], metavar=tr.t("DATE"), help=tr.t("On this day; else today."))


def send(tr: Translator) -> click.Command:
    return click.Command(
        "send",
        callback=_send,
        help=tr.t(
            "Note that the minutes went out. Their text is kept byte for byte; nothing is "
            "sent by the program itself."
        ),
        params=[_meeting(tr), _date(tr)],
    )


@click.pass_obj
def _send(session: Session, meeting: str, date: str | None) -> None:
    from kooperation_tui.documents.sending import texts_to_send

    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        on = when.optional_day(date, moment.today) or moment.today
        record = life.as_sent(data, moment, meeting=row.id, on=on)
        texts = texts_to_send(data, record, data.network.language, moment.now)
        return life.send(data, moment, minutes=record, texts=texts)

    session.change(command)


def object_to(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "object",
        callback=_object,
        help=t("Note a partner's objection; the next meeting decides about it."),
        params=[
            _meeting(tr),
            click.Argument(["code"], metavar=t("CODE"), shell_complete=codes),
            click.Argument(["text"], metavar=t("TEXT")),
            _date(tr),
        ],
    )


@click.pass_obj
def _object(session: Session, meeting: str, code: str, text: str, date: str | None) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return life.object_to(
            data,
            moment,
            meeting=finding.meeting(data, meeting, moment.today).id,
            organisation=finding.partner(data, code).id,
            text=text,
            on=when.optional_day(date, moment.today) or moment.today,
        )

    session.change(command)


def approve(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "approve",
        callback=_approve,
        help=t("Note that the minutes were approved, also those of a meeting held before."),
        params=[
            _meeting(tr),
            _date(tr),
            click.Option(
                ["--decision"], default="", metavar=t("NO"), help=t("The decision about it.")
            ),
        ],
    )


@click.pass_obj
def _approve(session: Session, meeting: str, date: str | None, decision: str) -> None:
    def command(data: Data, moment: Moment) -> Change:
        number = finding.decision(data, decision).number if decision else ""
        return life.approve(
            data,
            moment,
            meeting=finding.meeting(data, meeting, moment.today).id,
            on=when.optional_day(date, moment.today) or moment.today,
            decision=number,
        )

    session.change(command)
