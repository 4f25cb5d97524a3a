"""What is looked at once when a file is opened; apart, because the first screen waits for it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def look_around(app: KooperationApp, path: Path) -> None:
    """Say once if two machines may write to the folder, or have done so."""
    from kooperation_tui.store.places import conflicted_copies, sync_folder

    copies = await asyncio.to_thread(conflicted_copies, path)
    if copies:
        said = app.tr.t(
            "Two machines saved at the same time; the other version lies in {name}. Compare the "
            "two before you go on.",
            name=copies[0].name,
        )
        app.tell(said, "bad", stays=True)
        return
    program = await asyncio.to_thread(sync_folder, path)
    if program is not None:
        said = app.tr.t(
            "This folder is synchronised by {program}. Please do not open the file on two "
            "machines at once.",
            program=program,
        )
        app.tell(said, "warn", stays=True)


def say_problems(app: KooperationApp) -> None:
    """What is wrong in the configuration, all at once."""
    said = [app.tr.t(p.message, **p.args) for p in app.keymap.problems]
    wanted = app.config.theme
    if wanted and wanted not in app.available_themes:
        said.append(app.tr.t("there are no colours “{theme}”", theme=wanted))
    if said:
        problems = "; ".join(said)
        app.tell(app.tr.t("In the configuration: {problems}.", problems=problems), "warn")
