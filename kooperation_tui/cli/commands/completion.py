"""`kooperation completion bash|zsh|fish`"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from kooperation_tui.cli.output import say
from kooperation_tui.i18n import Translator

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_KOOPERATION_COMPLETE"


def completion(tr: Translator) -> click.Command:
    t = tr.t
    return click.Command(
        "completion",
        callback=_completion,
        help=t(
            "Print a script that lets the Tab key complete commands, meetings and codes. For "
            "bash: kooperation completion bash >> ~/.bashrc"
        ),
        params=[click.Argument(["shell"], type=click.Choice(SHELLS), metavar="bash|zsh|fish")],
    )


@click.pass_context
def _completion(ctx: click.Context, shell: str) -> None:
    kind = get_completion_class(shell)
    assert kind is not None
    say(kind(ctx.find_root().command, {}, "kooperation", _VARIABLE).source())
