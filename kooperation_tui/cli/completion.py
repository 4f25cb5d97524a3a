"""What the Tab key offers: numbers of meetings, codes of partners."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from kooperation_tui.cli.context import Session
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import KooperationError


def _data(ctx: click.Context) -> Data | None:
    """The file, if there is one: the Tab key says nothing about files that cannot be read."""
    root = ctx.find_root()
    session = Session.for_completion(root.params.get("file") or "")
    try:
        return session.peek()
    except KooperationError:
        return None


def meetings(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Numbers of meetings, the latest first, and the words that stand for one."""
    from kooperation_tui.domain import plan

    data = _data(ctx)
    found = [CompletionItem(word) for word in ("last", "next", "running")]
    if data is not None:
        rows = reversed(plan.meetings(data))
        found += [
            CompletionItem(plan.label(data, m), help=m.start.date().isoformat()) for m in rows
        ]
    return [one for one in found if one.value.startswith(incomplete)]


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of partners with their names."""
    from kooperation_tui.domain import plan

    data = _data(ctx)
    rows = plan.partners(data) if data is not None else ()
    wanted = incomplete.casefold()
    return [
        CompletionItem(o.code, help=o.name) for o in rows if o.code.casefold().startswith(wanted)
    ]
