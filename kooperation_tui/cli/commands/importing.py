"""`kooperation import partners FILE.csv`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.lazy import LazyGroup
from kooperation_tui.cli.output import say, table, warn
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.domain.sheets import Sheet, decode, read_partners, take_over
from kooperation_tui.i18n import N_, Translator

_COMMANDS = {
    "partners": (
        "kooperation_tui.cli.commands.importing",
        "partners",
        N_("Partners and their people from a spreadsheet."),
    ),
}


def import_group(tr: Translator) -> click.Command:
    return LazyGroup("import", tr, _COMMANDS, help=tr.t("Take over lists from other programs."))


def partners(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "partners",
        callback=_partners,
        help=t(
            "Read partners from a file with tabs, semicolons or commas (“-” reads the input). "
            "Columns: code (may be missing), name, represented by, deputy, e-mail. It is shown "
            "what was recognised; --yes takes it over."
        ),
        params=[
            click.Argument(["file"], metavar=t("FILE")),
            click.Option(["--yes"], is_flag=True, help=t("Take it over.")),
        ],
    )


@click.pass_obj
def _partners(session: Session, file: str, yes: bool) -> int:
    text = decode(_read(file))
    tr = session.tr
    sheet = read_partners(text, session.data())
    _show(tr, sheet)
    if not sheet.partners:
        raise Refused("No partner was recognised; the columns are code, name, represented by.")
    if not yes:
        warn(tr.t("Nothing is stored yet; with --yes it is taken over."))
        return 0

    def command(data: Data, moment: Moment) -> Change:
        return take_over(data, moment, read_partners(text, data))

    made = session.change(command)
    warn(tr.n("{count} partner was taken over.", "{count} partners were taken over.", len(made)))
    return 0


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).expanduser().read_bytes()
    except OSError as error:
        raise Wrong(
            "{path} cannot be read ({reason}).", path=file, reason=error.strerror or ""
        ) from None


def _show(tr: Translator, sheet: Sheet) -> None:
    """What was recognised, on standard output; what to look at, on standard error."""
    header = [
        tr.t(name) for name in (N_("Code"), N_("Partner"), N_("Represented by"), N_("Deputy"))
    ]
    rows = [
        [p.code, p.name, p.delegate or "–", ", ".join(p.deputies) or "–"] for p in sheet.partners
    ]
    if rows:
        say(table(header, rows))
    partners = tr.n("{count} partner", "{count} partners", len(sheet.partners))
    people = tr.n("{count} person", "{count} people", sheet.people)
    warn(tr.t("Recognised: {partners}, {people}.", partners=partners, people=people))
    for one in sheet.problems:
        said = tr.t(one.message, **one.args)
        warn(tr.t("Line {number}: {problem}.", number=one.line, problem=said))
