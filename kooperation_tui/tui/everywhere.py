"""What every area can do: palette, colours, messages, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain.errors import Refused
from kooperation_tui.tui import ink
from kooperation_tui.tui.actions import AREAS
from kooperation_tui.tui.dialogs.ask import Choose, Confirm
from kooperation_tui.tui.dialogs.base import room
from kooperation_tui.tui.drafts import SEARCH
from kooperation_tui.tui.keys import key_name

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


_BESIDE = 60
"""From so many cells on an action has its help beside it, not below."""


def palette(app: KooperationApp) -> None:
    """Everything by name: actions of this place, areas, actions of all places."""
    tr, cells = app.tr, room(app)
    options: list[tuple[str, str | Content]] = []
    for action in app.actions_here():
        if action.id != "app.palette":
            key = key_name(action.key, tr) if action.key else ""
            name = ink.put(ink.fit(tr.t(action.label).strip(), 26), (ink.fit(key, 9), "key"))
            help = ink.put((tr.t(action.help), "dim"))
            if cells < _BESIDE:
                text = ink.lines([name, ink.hanging(ink.put("  "), help, cells)])
            else:
                text = ink.hanging(name, help, cells)
            options.append((action.id, text))
    if app.session.store is not None:
        for area in AREAS:
            title = ink.fit(tr.t(area.name), 26)
            text = ink.put(title, (ink.fit(area.key.upper(), 9), "key"), (tr.t("go there"), "dim"))
            options.append((f"area {area.id}", text))

    def chosen(action: str | None) -> None:
        if action is None:
            return
        if action.startswith("area "):
            app.action_area(action.removeprefix("area "))
        else:
            app.run_worker(app.do(action))

    app.push_screen(Choose(tr.t("Commands"), options), chosen)


async def colours(app: KooperationApp) -> None:
    """Ours first, then Textual's own."""
    ours = [name for name in app.available_themes if name.startswith("kooperation-")]
    others = sorted(name for name in app.available_themes if name not in ours)
    options = [(name, name) for name in [*ours, *others]]
    chosen = await app.push_screen_wait(Choose(app.tr.t("Colours"), options, app.theme))
    if chosen is not None:
        app.theme = chosen
        app.choices.keep("theme", chosen)
        app.rebuild()


async def open_another(app: KooperationApp) -> None:
    """A file opened before, or any other."""
    from kooperation_tui.tui import files

    await files.open_another(app)


async def messages(app: KooperationApp) -> None:
    """The newest first."""
    told = [
        (str(n), ink.put((app.tr.time(m.at) + "  ", "dim"), (m.text, m.tone)))
        for n, m in enumerate(reversed(app.messages.all))
    ]
    await app.push_screen_wait(Choose(app.tr.t("Messages"), told))


async def export(app: KooperationApp) -> None:
    """Ask what, for whom and how; answer with the full path."""
    from kooperation_tui.tui.export import export_dialog

    if app.session.store is None:
        app.say(Refused("There is nothing to export yet; open a network first."))
        return
    await export_dialog(app)


async def circular(app: KooperationApp) -> None:
    """Decide in text form between two meetings."""
    from kooperation_tui.tui.circular_work import show_circulars

    await show_circulars(app)


async def network(app: KooperationApp) -> None:
    """The network's own data."""
    from kooperation_tui.tui.network import change_network

    await change_network(app)


async def leave(app: KooperationApp) -> None:
    """Everything saved is saved; a typed line is kept and asked about."""
    typed = app.session.drafts.typed
    if typed:
        said = app.tr.t(
            "A line is not sent yet; it will stand here next time. Quit? “{line}”",
            line=ink.shorten(typed[0], 60),
        )
        if not await app.push_screen_wait(Confirm(said)):
            return
    app.session.drafts.keep(SEARCH, "")
    app.keep_typed()
    app.session.presence.leave()
    app.exit(0)
