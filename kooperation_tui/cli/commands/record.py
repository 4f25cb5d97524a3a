"""`kooperation record`: capture lines as arguments or on standard input."""

from __future__ import annotations

import click

from kooperation_tui.cli.completion import meetings
from kooperation_tui.cli.context import Session
from kooperation_tui.i18n import Translator


def record(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "record",
        callback=_record,
        # A line such as -BTS is no option: options end where the meeting stands.
        context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
        help=t(
            "Record lines of the minutes, each LINE one event; without any they are read from "
            "the input. Every line is saved before the next one is read, and it is said how it "
            "was read. A line may begin with its time, such as 10:30."
        ),
        params=[
            click.Option(
                ["--imported"], is_flag=True, help=t("Also understand the marks of other logs.")
            ),
            click.Argument(["meeting"], metavar=t("MEETING"), shell_complete=meetings),
            click.Argument(["lines"], metavar=t("[LINE …]"), nargs=-1),
        ],
    )


@click.pass_obj
def _record(session: Session, meeting: str, lines: tuple[str, ...], imported: bool) -> int:
    from kooperation_tui.cli import finding
    from kooperation_tui.cli.recording import Recorder, from_input

    row = finding.meeting(session.data(), meeting, session.clock().date())
    recorder = Recorder(session, row.id, imported=imported)
    return recorder.take_all(lines or from_input())
