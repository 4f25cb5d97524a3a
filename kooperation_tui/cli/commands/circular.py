"""`kooperation circular`"""

from __future__ import annotations

from typing import Final

import click

from kooperation_tui.capture.echo_ballots import majority_name
from kooperation_tui.cli import finding, when
from kooperation_tui.cli.commands.add_meeting import block_keys
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say, warn
from kooperation_tui.domain.applied import Circular, CircularResult, CircularVote
from kooperation_tui.domain.circulars import counts
from kooperation_tui.domain.commands import circular as commands
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.deciding import BELOW_QUORUM
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import Subject
from kooperation_tui.i18n import N_, Translator

_RESULTS: Final = {
    CircularResult.OPEN: N_("open until {day}; {count} of {all} have answered"),
    CircularResult.CARRIED: N_("{number} carried: {yes} yes, {no} no, {abstain} abstain"),
    CircularResult.REJECTED: N_("{number} rejected: {yes} yes, {no} no, {abstain} abstain"),
    CircularResult.NOT_QUORATE: N_(
        "{number} not decided: {count} of {all} have answered, {needed} are needed"
    ),
    CircularResult.STOPPED: N_("stopped: a partner objects to deciding in text form"),
}


def circular(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "circular",
        callback=_circular,
        help=t(
            "Decide in text form between two meetings: “open WORDING” asks all partners, “answer "
            "CODE yes|no|abstain|objects” notes an answer, “close” counts. Whoever is silent "
            "abstains; one objection to this way stops it."
        ),
        params=[
            click.Argument(
                ["step"], type=click.Choice(("open", "answer", "close")), metavar=t("STEP")
            ),
            click.Argument(["words"], nargs=-1, metavar=t("[WORDING | CODE ANSWER]")),
            click.Option(["--deadline"], metavar=t("DATE"), help=t("Until when; else 14 days.")),
            click.Option(
                ["--subject"],
                type=click.Choice([one.value for one in Subject]),
                default=Subject.ORDINARY.value,
                show_default=True,
                help=t("What it is about; it sets the majority."),
            ),
            click.Option(
                ["--points"], default="", metavar=t("POINTS"), help=t("Points it agrees: 3,8.")
            ),
            click.Option(["--date"], metavar=t("DATE"), help=t("When the answer came.")),
        ],
    )


@click.pass_obj
def _circular(
    session: Session,
    step: str,
    words: tuple[str, ...],
    deadline: str | None,
    subject: str,
    points: str,
    date: str | None,
) -> None:
    def command(data: Data, moment: Moment) -> Change:
        match step:
            case "open":
                return commands.open_circular(
                    data,
                    moment,
                    text=" ".join(words),
                    deadline=when.optional_day(deadline, moment.today),
                    subject=Subject(subject),
                    points=block_keys(points) if points else (),
                )
            case "answer":
                code, vote = _answer(words)
                return commands.answer(
                    data,
                    moment,
                    organisation=finding.partner(data, code).id,
                    vote=vote,
                    on=when.optional_past(date, moment.today),
                )
            case _:
                return commands.close(data, moment)

    _tell(session.tr, session.change(command))


def _answer(words: tuple[str, ...]) -> tuple[str, CircularVote]:
    if len(words) != 2 or words[1] not in list(CircularVote):
        raise Wrong("Write the partner and its answer: yes, no, abstain or objects.")
    return words[0], CircularVote(words[1])


def _tell(tr: Translator, done: Circular) -> None:
    yes, no, abstain = counts(done)
    ballot = done.ballot
    say(
        tr.t(
            _RESULTS[done.result],
            day=tr.date_short(done.deadline),
            count=len(done.answers),
            all=len(done.entitled),
            number=done.decision,
            yes=yes,
            no=no,
            abstain=abstain,
            needed=ballot.needed if ballot is not None else None,
        )
    )
    if ballot is None:
        return
    if BELOW_QUORUM in ballot.warnings:
        warn(
            tr.t(
                "By the proposed rules {needed} partners should have answered; nobody agreed them "
                "yet.",
                needed=ballot.needed,
            )
        )
    if ballot.proposed is not None:
        warn(
            tr.t(
                "By the proposed rules it would be rejected (needed: {majority}); nobody agreed "
                "them yet.",
                majority=majority_name(ballot.proposed, tr),
            )
        )
