"""Groups of commands that are imported when they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from kooperation_tui.i18n import Translator

Build = Callable[[Translator], click.Command]
"""Makes a command that speaks a language."""


class LazyGroup(click.Group):
    """A group whose commands stay out of memory until one is called.

    Args:
        tr: the language of all help texts below.
        lazy: name -> (module, function in it that builds the command, short help).
            The short help stands here so that listing the commands imports none.
    """

    def __init__(
        self,
        name: str | None,
        tr: Translator,
        lazy: Mapping[str, tuple[str, str, str]],
        **settings: Any,
    ) -> None:
        settings.setdefault("subcommand_metavar", tr.t("COMMAND …"))
        settings.setdefault("options_metavar", tr.t("[OPTIONS]"))
        super().__init__(name, **settings)
        self._tr = tr
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        known = self.commands.get(cmd_name)
        if known is None and cmd_name in self._lazy:
            module, function, _ = self._lazy[cmd_name]
            build: Build = getattr(import_module(module), function)
            known = self.commands[cmd_name] = build(self._tr)
            known.options_metavar = self._tr.t("[OPTIONS]")
        return known

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the short helps, without building one."""
        with formatter.section(self._tr.t("Commands")):
            formatter.write_dl([(name, self._tr.t(row[2])) for name, row in self._lazy.items()])
