"""`kooperation minutes send|object|settle|redraft|approve`"""

from __future__ import annotations

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.completion import codes, meetings
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.lazy import LazyGroup
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain.commands import minutes as life
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.gaps import StillMissing
from kooperation_tui.domain.model import ObjectionOutcome
from kooperation_tui.i18n import N_, Translator

_HERE = "kooperation_tui.cli.commands.minutes"
_COMMANDS = {
    "send": (_HERE, "send", N_("They went out; the text is kept as it is.")),
    "object": (_HERE, "object_to", N_("A partner objects to them.")),
    "settle": (_HERE, "settle", N_("What became of an objection.")),
    "redraft": (_HERE, "redraft", N_("They become a draft again, the next version.")),
    "approve": (_HERE, "approve", N_("The network approved them.")),
}


def minutes(tr: Translator) -> click.Command:
    return LazyGroup("minutes", tr, _COMMANDS, help=tr.t("The life of a meeting's minutes."))


def _meeting(tr: Translator) -> click.Argument:
    return click.Argument(["meeting"], metavar=tr.t("MEETING"), shell_complete=meetings)


def _date(tr: Translator) -> click.Option:
    return click.Option(["--date"], metavar=tr.t("DATE"), help=tr.t("On this day; else today."))


def _decision(tr: Translator) -> click.Option:
    return click.Option(
        ["--decision"], default="", metavar=tr.t("NO"), help=tr.t("The decision about it.")
    )


def send(tr: Translator) -> click.Command:
    return click.Command(
        "send",
        callback=_send,
        help=tr.t(
            "Note that the minutes went out. Their text is kept byte for byte; nothing is "
            "sent by the program itself. What is still missing in them is closed before, or "
            "--anyway says that they go out all the same."
        ),
        params=[
            _meeting(tr),
            _date(tr),
            click.Option(
                ["--anyway"], is_flag=True, help=tr.t("Although something is still missing.")
            ),
        ],
    )


@click.pass_obj
def _send(session: Session, meeting: str, date: str | None, anyway: bool) -> None:
    from kooperation_tui.documents import sending

    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        on = when.optional_past(date, moment.today) or moment.today
        return sending.send(data, moment, meeting=row.id, on=on, anyway=anyway)

    try:
        session.change(command)
    except StillMissing as missing:
        for gap in missing.gaps:
            warn(session.tr.t(gap.message, **gap.args))
        raise Refused(
            "Something is still missing in these minutes; close the gaps, or send them all the "
            "same with --anyway."
        ) from missing


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
            on=when.optional_past(date, moment.today) or moment.today,
        )

    session.change(command)


def settle(tr: Translator) -> click.Command:
    t = tr.t
    settled = [one.value for one in ObjectionOutcome if one is not ObjectionOutcome.OPEN]
    return click.Command(
        "settle",
        callback=_settle,
        help=t(
            "Note what became of an objection: accepted, rejected, noted or withdrawn. NUMBER is "
            "its place in the minutes, the first is 1."
        ),
        params=[
            _meeting(tr),
            click.Argument(["number"], type=click.IntRange(min=1), metavar=t("NUMBER")),
            click.Argument(["outcome"], type=click.Choice(settled), metavar=t("OUTCOME")),
            _decision(tr),
        ],
    )


@click.pass_obj
def _settle(session: Session, meeting: str, number: int, outcome: str, decision: str) -> None:
    def command(data: Data, moment: Moment) -> Change:
        return life.settle_objection(
            data,
            moment,
            meeting=finding.meeting(data, meeting, moment.today).id,
            number=number,
            outcome=ObjectionOutcome(outcome),
            decision=finding.decision(data, decision).number if decision else "",
        )

    session.change(command)


def redraft(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "redraft",
        callback=_redraft,
        help=t(
            "Sent minutes become a draft again, the next version: change the lines, then send "
            "them once more. What was sent is kept, and the old wording stays visible. After the "
            "approval only a decision corrects them."
        ),
        params=[
            _meeting(tr),
            click.Option(
                ["--reason"], default="", metavar=t("TEXT"), help=t("Why; else an objection.")
            ),
        ],
    )


@click.pass_obj
def _redraft(session: Session, meeting: str, reason: str) -> None:
    def command(data: Data, moment: Moment) -> Change:
        row = finding.meeting(data, meeting, moment.today)
        return life.redraft(data, moment, meeting=row.id, reason=reason)

    done = session.change(command)
    say(session.tr.t("Version {number} is a draft.", number=done.version))


def approve(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "approve",
        callback=_approve,
        help=t("Note that the minutes were approved, also those of a meeting held before."),
        params=[
            _meeting(tr),
            _date(tr),
            _decision(tr),
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
            on=when.optional_past(date, moment.today) or moment.today,
            decision=number,
        )

    session.change(command)
