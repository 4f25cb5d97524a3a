"""`kooperation check`"""

from __future__ import annotations

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say
from kooperation_tui.domain.data import Data
from kooperation_tui.i18n import Translator


def check(tr: Translator) -> click.Command:
    return click.Command(
        "check",
        callback=_check,
        help=tr.t(
            "Look through the file: is it whole, do its lists agree with its log, and what is "
            "missing in the minutes. Exit status 1 if something is wrong with the file."
        ),
    )


@click.pass_obj
def _check(session: Session) -> int:
    from kooperation_tui.domain.checks import check_tables
    from kooperation_tui.domain.version_checks import check_versions
    from kooperation_tui.store.check import check as look_through

    tr = session.tr
    path = session.need_path()
    findings = [tr.t(one.message, **one.args) for one in look_through(path)]
    if not findings:
        data = session.data()
        tables = (*check_tables(data), *check_versions(data))
        findings = [tr.t(one.message, **one.args) for one in tables]
    for text in findings:
        say(text)
    _place(session)
    if findings:
        return 1
    say(tr.t("The file is whole: {path}", path=str(session.store().path)))
    _ruled(session, session.data())
    _gaps(session, session.data())
    return 0


def _place(session: Session) -> None:
    """What the folder means for the file."""
    from kooperation_tui.store.places import conflicted_copies, open_to_all, sync_folder

    tr, path = session.tr, session.need_path()
    program = sync_folder(path)
    if program is not None:
        say(
            tr.t(
                "This folder is synchronised by {program}. Please do not open the file on two "
                "machines at once.",
                program=program,
            )
        )
    for copy in conflicted_copies(path):
        say(tr.t("A conflicted copy lies beside the file: {path}", path=str(copy)))
    if open_to_all(path):
        say(tr.t("Everybody on this machine can look into the folder of the file."))


def _ruled(session: Session, data: Data) -> None:
    """Where the rules that are applied are not what the agreement says."""
    from kooperation_tui.domain.rule_differences import ruled

    for _, one in ruled(data):
        say(session.tr.t(one.message, **one.args))


def _gaps(session: Session, data: Data) -> None:
    """What is missing in minutes that were not sent yet."""
    from kooperation_tui.domain import plan
    from kooperation_tui.domain.commands.minutes import minutes_of
    from kooperation_tui.domain.fold import state_of
    from kooperation_tui.domain.gaps import gaps
    from kooperation_tui.domain.model import MinutesStatus

    tr = session.tr
    for row in plan.meetings(data):
        kept = minutes_of(data, row.id)
        sent = kept is not None and kept.status is not MinutesStatus.DRAFT
        if row.started_at is None or sent:
            continue
        found = gaps(data, state_of(data, row.id))
        if found:
            say(tr.t("Still missing in meeting {number}:", number=plan.label(data, row)))
        for one in found:
            say(f"  {tr.t(one.message, **one.args)}")
