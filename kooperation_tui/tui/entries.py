"""What can be done with the entry chosen on F5: strike out, move, mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.ask import Choose, Confirm

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen


async def _finish(screen: MinutesScreen, intent: it.Intent) -> None:
    """Record it; then the line comes back."""
    if await screen.recorder.record(intent):
        screen.recorder.editor.stop()
        screen.show()


async def strike(screen: MinutesScreen) -> None:
    """Strike it out, after asking."""
    entry = screen.recorder.editor.chosen
    if entry is None or not screen.recorder.editor.may_strike():
        return
    said = screen.tr.t(
        "Strike this out? “{text}” Its wording stays in the log.", text=ink.shorten(entry.text, 120)
    )
    if await screen.koop.push_screen_wait(Confirm(said)):
        await _finish(screen, it.Delete(entry=entry.id))


async def move(screen: MinutesScreen) -> None:
    """Put it under another item."""
    tr, state, entry = screen.tr, screen.view().state, screen.recorder.editor.chosen
    if entry is None or state is None:
        return
    options = [
        (i.item.id, f"{tr.t('Item {number}', number=i.item.number)}  {i.item.title}")
        for i in state.items
        if i.item.number
    ]
    chosen = await screen.koop.push_screen_wait(
        Choose(tr.t("To which item does it belong?"), options, entry.item)
    )
    if chosen is not None and chosen != entry.item:
        await _finish(screen, it.MoveEntry(entry=entry.id, item=chosen))


async def mark(screen: MinutesScreen) -> None:
    """Confidential, or not any more."""
    entry = screen.recorder.editor.chosen
    if entry is not None:
        await _finish(screen, it.Mark(entry=entry.id, confidential=not entry.confidential))
