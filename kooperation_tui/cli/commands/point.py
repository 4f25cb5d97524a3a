"""`kooperation point`"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from kooperation_tui.cli import finding, when
from kooperation_tui.cli.commands.add_meeting import block_key
from kooperation_tui.cli.commands.clauses import TEMPLATES
from kooperation_tui.cli.completion import codes
from kooperation_tui.cli.context import Session, wrong_together
from kooperation_tui.cli.output import warn
from kooperation_tui.domain.commands.agreement import set_block
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import Block, BlockState, Template
from kooperation_tui.domain.versions import placeholders
from kooperation_tui.i18n import Translator


def point(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "point",
        callback=_point,
        help=t(
            "Write a point of the agreement (1 to 9) or a block such as preamble, and set its "
            "state. “agreed” needs --decision, or --on with the day it was agreed on paper; "
            "“not_needed” needs --reason."
        ),
        params=[
            click.Argument(["number"], metavar=t("POINT")),
            click.Option(
                ["--text-file"], metavar=t("FILE"), help=t("Its wording; “-” reads the input.")
            ),
            click.Option(["--text"], metavar=t("TEXT"), help=t("Its wording.")),
            click.Option(
                ["--clause"],
                type=click.Choice(TEMPLATES),
                help=t("Take the sample clause of this template."),
            ),
            click.Option(
                ["--fill"],
                multiple=True,
                metavar=t("NAME=VALUE"),
                help=t("Fills a place of the clause; may be repeated."),
            ),
            click.Option(
                ["--state"],
                type=click.Choice([one.value for one in BlockState]),
                help=t("How far it is."),
            ),
            click.Option(
                ["--decision"], default="", metavar=t("NO"), help=t("The decision about it.")
            ),
            click.Option(["--on"], metavar=t("DATE"), help=t("Agreed on paper on this day.")),
            click.Option(["--reason"], metavar=t("TEXT"), help=t("Why it is not needed.")),
            click.Option(
                ["--responsible"],
                metavar=t("CODE"),
                help=t("Who drafts it; “-” for nobody."),
                shell_complete=codes,
            ),
            click.Option(["--review"], metavar=t("DATE"), help=t("Look at it again.")),
        ],
    )


@click.pass_obj
def _point(
    session: Session,
    number: str,
    text_file: str | None,
    text: str | None,
    clause: str | None,
    fill: tuple[str, ...],
    state: str | None,
    decision: str,
    on: str | None,
    reason: str | None,
    responsible: str | None,
    review: str | None,
) -> None:
    if text is not None and text_file is not None:
        raise wrong_together("--text", "--text-file")
    if clause is not None and (text is not None or text_file is not None):
        raise wrong_together("--clause", "--text")
    if fill and clause is None:
        raise Wrong("--fill goes with --clause only.")
    values = _values(fill)
    if text_file is not None:
        text = read_text(text_file)
    wanted = BlockState(state) if state else None
    if wanted is None and (decision or on):
        wanted = BlockState.AGREED
    if wanted is None and (text, clause, reason, responsible, review) == (None,) * 5:
        raise Wrong("Say what to change: --text-file, --state, --responsible …")

    def command(data: Data, moment: Moment) -> Change:
        who = None
        if responsible is not None:
            nobody = responsible.casefold() in ("", *finding.NOBODY)
            who = "" if nobody else finding.partner(data, responsible).id
        key = block_key(number)
        return set_block(
            data,
            moment,
            key=key,
            text=_clause(data, key, clause, values) if clause else text,
            state=wanted,
            decision=decision.upper(),
            agreed_on=when.optional_past(on, moment.today),
            reason=reason,
            responsible=who,
            review_on=when.optional_day(review, moment.today),
        )

    done: Block = session.change(command)
    left = placeholders(done.text)
    if left:
        warn(session.tr.t("Still to fill: {names}", names=", ".join(left)))


def _values(fill: tuple[str, ...]) -> dict[str, str]:
    """NAME=VALUE pairs. Raises Wrong."""
    values = {}
    for pair in fill:
        name, equals, value = pair.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise Wrong("“{text}” is no NAME=VALUE.", text=pair)
        values[name.strip()] = value.strip()
    return values


def _clause(data: Data, key: str, template: str, values: dict[str, str]) -> str:
    from kooperation_tui.documents.clauses import clause

    return clause(data, key, Template(template), data.network.language, values)


def read_text(file: str) -> str:
    """A text file, or the input for “-”. Raises Wrong if it cannot be read as UTF-8."""
    try:
        if file == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig").strip()
        return Path(file).read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise Wrong("{path} is no text in UTF-8; save it as UTF-8.", path=file) from None
    except OSError as error:
        raise Wrong(
            "{path} cannot be read ({reason}).", path=file, reason=error.strerror or ""
        ) from None
