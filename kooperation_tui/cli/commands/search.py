"""`kooperation search WORDS`"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.labels import label
from kooperation_tui.cli.output import as_json, say, table, warn
from kooperation_tui.i18n import Translator

if TYPE_CHECKING:
    from kooperation_tui.search import Found


def search(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "search",
        callback=_search,
        help=t(
            "Find words in everything that was written down: minutes, agendas, decisions, "
            "actions, parking lot, agreement, versions, signatures, partners, people, "
            "contributions, registers, roles; best hits first. Other forms and parts of "
            "compounds are found too, and typing errors forgiven."
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
    found = find(data, " ".join(words), limit, session.clock().date())
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
    from kooperation_tui.tui.words import FOUND, block_name

    title = block_name(found.title, tr) if found.kind == "block" else found.title
    key, kind = FOUND[found.kind.value]
    return [f"{key} {tr.t(kind)}", title or "–", found.excerpt]
