"""`kooperation new`"""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import click

from kooperation_tui.cli.context import Session, words_of
from kooperation_tui.cli.output import say
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.domain.model import Template
from kooperation_tui.i18n import LANGUAGES, Translator, translator


def new(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "new",
        callback=_new,
        help=t(
            "Start a network in a new FILE. A template's rules are proposals; they hold only "
            "once the network has decided point 1 of its agreement."
        ),
        params=[
            click.Argument(["file"], metavar=t("FILE")),
            click.Option(["--name"], required=True, metavar=t("NAME"), help=t("Its name.")),
            click.Option(
                ["--template"],
                type=click.Choice([one.value for one in Template]),
                default=Template.NONE.value,
                show_default=True,
                help=t("Rules to begin with; “none” only counts and warns."),
            ),
            click.Option(["--short-name"], default="", metavar=t("NAME"), help=t("Short name.")),
            click.Option(["--place"], default="", metavar=t("PLACE"), help=t("Its place.")),
            click.Option(
                ["--timezone"],
                default="Europe/Berlin",
                show_default=True,
                metavar=t("ZONE"),
                help=t("Time zone that counts for its meetings."),
            ),
            click.Option(
                ["--doc-lang"],
                type=click.Choice(LANGUAGES),
                help=t("Language of its documents; else that of the interface."),
            ),
        ],
    )


@click.pass_obj
def _new(
    session: Session,
    file: str,
    name: str,
    template: str,
    short_name: str,
    place: str,
    timezone: str,
    doc_lang: str | None,
) -> None:
    from kooperation_tui.domain.commands.founding import found
    from kooperation_tui.domain.commands.own_data import register_of_file
    from kooperation_tui.store.tinydb_store import TinyStore

    need_zone(timezone)
    language = doc_lang or session.tr.lang
    plenary = translator(language).p("document body", "network meeting")
    moment, path = session.moment(), Path(file).expanduser()
    records = found(
        moment,
        name=name,
        plenary=plenary[:1].upper() + plenary[1:],
        language=language,
        short_name=short_name,
        place=place,
        timezone=timezone,
        template=Template(template),
    )
    words = words_of(translator(language))
    own = register_of_file(moment, words=words, place=path.name)
    store = TinyStore.create(path, (*records, own), clock=session.clock)
    session.use(store)
    say(str(store.path))


def need_zone(name: str) -> None:
    """Raise Wrong unless there is a time zone of this name."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Wrong(
            "There is no time zone “{name}”; write it like Europe/Berlin.", name=name
        ) from None
