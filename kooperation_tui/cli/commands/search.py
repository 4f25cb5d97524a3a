"""`kooperation search WORDS`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.labels import label
from kooperation_tui.cli.output import as_json, say, table, warn
from kooperation_tui.i18n import N_, Translator

if TYPE_CHECKING:
    from kooperation_tui.search import Found

_KINDS = {
    "entry": N_("Minutes"),
    "item": N_("Agenda"),
    "meeting": N_("Meeting"),
    "decision": N_("Decision"),
    "action": N_("Action"),
    "parking": N_("Parking lot"),
    "block": N_("Agreement"),
    "partner": N_("Partner"),
    "person": N_("Person"),
}


def search(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "search",
        callback=_search,
        help=t(
            "Find words in minutes, agendas, decisions, actions, parking lot, agreement, partners "
            "and people, best hits first. Other forms and parts of compounds are found too, and "
            "typing errors forgiven."
        ),
        params=[
            click.Argument(["words"], metavar=t("WORDS"), nargs=-1, required=True),
            click.Option(
                ["--limit"],
                type=click.IntRange(1),
                default=20,
                show_default=True,
                metavar=t("NO"),
                help=t("At most so many."),
            ),
            click.Option(["--json", "json"], is_flag=True, help=t("As JSON.")),
        ],
    )


@click.pass_obj
def _search(session: Session, words: tuple[str, ...], limit: int, json: bool) -> None:
    from kooperation_tui.search import find

    data, tr = session.data(), session.tr
    found = find(data, " ".join(words), limit)
    if json:
        say(
            as_json(
                [
                    {
                        "kind": one.kind.value,
                        "title": one.title,
                        "excerpt": one.excerpt,
                        "meeting": label(data, one.meeting),
                        "score": one.score,
                        "confidential": one.confidential,
                    }
                    for one in found
                ]
            )
        )
    elif not found:
        warn(tr.t("Nothing was found; try another word, or a part of it."))
    else:
        header = [tr.t("Where"), tr.t("Number"), tr.t("Found")]
        say(table(header, [_row(tr, one) for one in found]))


def _row(tr: Translator, found: Found) -> list[str]:
    title = found.title
    if found.kind == "block":
        from kooperation_tui.tui.words import block_name

        title = block_name(title, tr)
    return [tr.t(_KINDS[found.kind.value]), title or "–", found.excerpt]
