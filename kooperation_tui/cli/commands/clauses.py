"""`kooperation clauses`"""

from __future__ import annotations

import click

from kooperation_tui.cli.commands.add_meeting import block_key
from kooperation_tui.cli.context import Session
from kooperation_tui.cli.output import say
from kooperation_tui.i18n import LANGUAGES, Translator

TEMPLATES = ("informal", "municipal", "consortium")


def clauses(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "clauses",
        callback=_clauses,
        help=t(
            "Show questions and sample clauses for a point (1 to 9) or a block such as preamble. "
            "Take one over with “kooperation point POINT --clause TEMPLATE --fill NAME=VALUE”."
        ),
        params=[
            click.Argument(["number"], metavar=t("POINT")),
            click.Option(
                ["--template"],
                type=click.Choice(TEMPLATES),
                help=t("Only the clause for this kind of network."),
            ),
            click.Option(
                ["--doc-lang"],
                type=click.Choice(LANGUAGES),
                help=t("Language of the clauses; else the network's."),
            ),
        ],
    )


@click.pass_obj
def _clauses(session: Session, number: str, template: str | None, doc_lang: str | None) -> None:
    from kooperation_tui.documents import clauses as known

    data, tr = session.data(), session.tr
    key = block_key(number)
    lang = doc_lang or data.network.language
    for question in known.questions(key, lang):
        say(f"? {question}")
    for one in known.clauses(data, key, lang):
        if template and one.template.value != template:
            continue
        say()
        say(f"{one.template.value}:")
        say(f"  {one.text}")
        if one.asks:
            say(f"  {tr.t('To fill: {names}', names=', '.join(one.asks))}")
