"""The tree of commands in one language."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

import click

from kooperation_tui.cli.context import Session
from kooperation_tui.cli.lazy import LazyGroup
from kooperation_tui.i18n import LANGUAGES, N_, Translator

SEATS: Final = ("moderator", "minutes", "audience")
_HERE: Final = "kooperation_tui.cli.commands"

COMMANDS: Final = {
    "demo": (f"{_HERE}.practice", "demo", N_("Try it out with an invented network.")),
    "new": (f"{_HERE}.new", "new", N_("Start a network in a new file.")),
    "add": (f"{_HERE}.add", "add", N_("Add a partner, a person, a meeting, an item …")),
    "set": (f"{_HERE}.fields", "set_command", N_("Change fields of something.")),
    "remove": (f"{_HERE}.fields", "remove_command", N_("Remove what nothing refers to.")),
    "role": (f"{_HERE}.roles", "role", N_("Say who takes a role.")),
    "expect": (f"{_HERE}.roles", "expect", N_("Note who is coming and who is excused.")),
    "point": (f"{_HERE}.point", "point", N_("Write a point of the agreement, set its state.")),
    "clauses": (f"{_HERE}.clauses", "clauses", N_("Show questions and sample clauses.")),
    "version": (f"{_HERE}.version", "version", N_("Lead a version of the agreement on its way.")),
    "sign": (f"{_HERE}.version", "sign", N_("Note who signed the agreement.")),
    "circular": (f"{_HERE}.circular", "circular", N_("Decide in text form between meetings.")),
    "application": (f"{_HERE}.applying", "application", N_("Lead an application to join.")),
    "goal": (f"{_HERE}.applying", "goal", N_("Enter a goal and its sign of success.")),
    "register": (f"{_HERE}.applying", "register", N_("Enter a stock of data and its checks.")),
    "resource": (f"{_HERE}.applying", "resource", N_("Enter what a partner contributes.")),
    "minutes": (f"{_HERE}.minutes", "minutes", N_("Send minutes, object to them, approve them.")),
    "list": (f"{_HERE}.listing", "listing", N_("Show meetings, actions, partners … as a table.")),
    "search": (f"{_HERE}.search", "search", N_("Find words in everything written down.")),
    "record": (f"{_HERE}.record", "record", N_("Record lines of the minutes.")),
    "export": (f"{_HERE}.export", "export", N_("Write documents as Markdown or HTML.")),
    "import": (f"{_HERE}.importing", "import_group", N_("Take over a list of partners.")),
    "check": (f"{_HERE}.check", "check", N_("Look through the file and show what is missing.")),
    "where": (f"{_HERE}.files", "where", N_("Show where everything lies.")),
    "backup": (f"{_HERE}.files", "backup", N_("Make a backup now.")),
    "restore": (f"{_HERE}.files", "restore", N_("Go back to a backup.")),
    "completion": (f"{_HERE}.completion", "completion", N_("Print a script for the Tab key.")),
}


def build(tr: Translator, env: Mapping[str, str] | None = None) -> click.Group:
    """The whole command line, in the language of `tr`."""
    environment = os.environ if env is None else env

    @click.pass_context
    def start(
        ctx: click.Context, file: str, seat: str, lang: str, plain: bool, version: bool
    ) -> int | None:
        session = Session(tr, environment, file=file or "", seat=seat or "")
        ctx.obj = session
        if ctx.invoked_subcommand is not None:
            return None
        from kooperation_tui.cli import starting

        if version:
            return starting.version(session)
        return starting.plain(session) if plain else starting.screens(session, lang or "")

    t = tr.t
    return LazyGroup(
        "kooperation",
        tr,
        COMMANDS,
        callback=start,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        help=t(
            "Run the meetings of a cooperation network: agenda, roles, minutes, agreement. "
            "Without a command the screens open."
        ),
        params=[
            click.Option(
                ["-f", "--file"],
                metavar=t("FILE"),
                help=t("The network's file; else KOOPERATION_FILE, else the one opened last."),
            ),
            click.Option(
                ["--lang"], type=click.Choice(LANGUAGES), help=t("Language of the interface.")
            ),
            click.Option(
                ["--seat"],
                type=click.Choice(SEATS),
                help=t("Sit at one seat only; without it you hold both."),
            ),
            click.Option(
                ["--plain"],
                is_flag=True,
                help=t("Write minutes line by line, without screens."),
            ),
            click.Option(["--version"], is_flag=True, help=t("Show the version and leave.")),
        ],
    )
