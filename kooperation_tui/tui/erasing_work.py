"""F8: a person is erased on request, after reading what that does."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from kooperation_tui.domain.commands.erasing import Erased, erase_person
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.errors import KooperationError
from kooperation_tui.store.renewing import renew
from kooperation_tui.tui.dialogs.erasing import ErasingDialog
from kooperation_tui.tui.erased_words import explained, label_for

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def erase(app: KooperationApp, person: str) -> None:
    """Show what goes and what stays, ask, do it, and make the backups anew."""
    tr, session = app.tr, app.session
    moment, label = session.moment(), label_for(session.data, person)

    def command(data: Data) -> Change:
        return erase_person(data, moment, person=person, label=label)

    try:
        seen = command(session.data).result
    except KooperationError as error:
        app.say(error)
        return
    assert isinstance(seen, Erased)
    title = tr.t("Erase {name}?", name=seen.name)
    if not await app.push_screen_wait(ErasingDialog(title, explained(tr, seen, label))):
        return
    saved = await app.change(command)
    if saved is not None:
        app.tell(tr.t("{name} is erased.", name=seen.name))
        await _backups_anew(app, person)


async def _backups_anew(app: KooperationApp, person: str) -> None:
    """Copies with the name go; what cannot be read is named."""
    path = app.session.path
    if path is None:
        return
    try:
        renewed = await asyncio.to_thread(renew, path, person, app.session.now())
    except KooperationError as error:
        app.say(error)
        return
    if renewed.unread:
        app.tell(
            app.tr.t(
                "{path} cannot be read and stays; delete it yourself.", path=str(renewed.unread[0])
            ),
            "warn",
        )
