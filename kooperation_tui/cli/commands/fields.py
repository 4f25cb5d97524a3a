"""`kooperation set KIND ID FIELD=VALUE …` and `kooperation remove KIND ID`"""

from __future__ import annotations

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.setting import KINDS, removed, with_fields
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Wrong
from kooperation_tui.i18n import Translator

_ALONE = ("network", "rules")
"""Kinds of which there is one; they need no ID."""


def set_command(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "set",
        callback=_set,
        context_settings={"ignore_unknown_options": True},
        help=t(
            "Change fields of something: “set meeting 2026-3 invited_on=2026-09-23”, “set item "
            "2026-3/4 minutes=20”, “set network place=Auenstadt”. An empty value clears a field; "
            "a field that does not exist is answered with those that do."
        ),
        params=[
            click.Argument(["kind"], metavar=t("KIND"), type=click.Choice(KINDS)),
            click.Argument(["words"], metavar=t("[ID] FIELD=VALUE …"), nargs=-1, required=True),
        ],
    )


@click.pass_obj
def _set(session: Session, kind: str, words: tuple[str, ...]) -> None:
    identity, pairs = ("", words) if kind in _ALONE else (words[0], words[1:])
    if kind in _ALONE and "=" not in words[0]:
        pairs = words[1:]
    values: dict[str, str] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals or not name:
            raise Wrong("“{text}” is no FIELD=VALUE.", text=pair)
        values[name.strip()] = value
    if not values:
        raise Wrong("Say what to change, as FIELD=VALUE.")

    def command(data: Data, moment: Moment) -> Change:
        return with_fields(data, moment, kind, identity, values)

    session.change(command)


def remove_command(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "remove",
        callback=_remove,
        context_settings={"ignore_unknown_options": True},
        help=t(
            "Remove something that nothing refers to; what has a history gets a status or a "
            "last day instead. A person is erased on request: name and addresses go out of the "
            "whole file, except sent minutes and signed versions; it is shown first, --yes does "
            "it."
        ),
        params=[
            click.Argument(["kind"], metavar=t("KIND"), type=click.Choice(KINDS)),
            click.Argument(["identity"], metavar="ID", default=""),
            click.Option(["--yes"], is_flag=True, help=t("Erase the person.")),
        ],
    )


@click.pass_obj
def _remove(session: Session, kind: str, identity: str, yes: bool) -> None:
    if not identity and kind not in _ALONE:
        raise Wrong("Say which one to remove.")
    if yes and kind != "person":
        raise Wrong("--yes goes with a person only.")
    if kind == "person":
        from kooperation_tui.cli.erasing import erase

        erase(session, identity, yes)
        return

    def command(data: Data, moment: Moment) -> Change:
        return removed(data, moment, kind, identity)

    session.change(command)
