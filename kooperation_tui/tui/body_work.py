"""F4: teams and working groups with meetings of their own, entered and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands.bodies import change_body
from kooperation_tui.domain.commands.network import add_body
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Body, BodyKind
from kooperation_tui.domain.plan import is_partner, partners
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.base import room
from kooperation_tui.tui.dialogs.form import Field, Form
from kooperation_tui.tui.dialogs.tick import Tick
from kooperation_tui.tui.partner_work import need
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp

_OWN: tuple[BodyKind, ...] = (
    BodyKind.WORKING_GROUP,
    BodyKind.COORDINATION,
    BodyKind.STEERING,
    BodyKind.CONFERENCE,
)
"""What a body beside the network meeting may be, the most usual first."""


async def show_bodies(app: KooperationApp) -> None:
    """All of them."""
    from kooperation_tui.tui.dialogs.bodies import BodiesDialog

    app.messages.read()
    await app.push_screen_wait(BodiesDialog(app.tr.t("Bodies with meetings of their own")))


async def enter(app: KooperationApp, identity: str = "") -> None:
    """A new body, or another name, kind or other members of a known one (by id)."""
    tr, session = app.tr, app.session
    view = session.view(tr, room(app))
    known = view.data.find(Body, identity)
    values = await app.push_screen_wait(_form(view, known))
    if values is None:
        return
    name, kind = values["name"].strip(), BodyKind(values["kind"])
    members = known.members if known is not None else ()
    if kind is not BodyKind.PLENARY:
        ticked = await _members(app, view, name, members)
        if ticked is None:
            return
        members = ticked
    moment = session.moment()

    def command(data: Data) -> Change:
        if known is None:
            return add_body(data, moment, name=name, kind=kind, members=members)
        return change_body(data, moment, body=known.id, name=name, kind=kind, members=members)

    await app.change(command)


def _form(view: View, known: Body | None) -> Form:
    tr = view.tr
    kinds = _OWN
    if known is not None and known.kind is BodyKind.PLENARY:
        kinds = (BodyKind.PLENARY,)
    options = tuple((kind.value, tr.t(words.BODIES[kind])) for kind in kinds)
    return Form(
        known.name if known is not None else tr.t("New body"),
        [
            Field("name", tr.t("Name"), known.name if known is not None else ""),
            Field("kind", tr.t("Kind"), known.kind if known is not None else kinds[0], options),
        ],
        check=lambda values: need(values["name"], "The body needs a name."),
        note=lambda _: tr.t("Its meetings are numbered on their own: F2, n plans one."),
    )


async def _members(
    app: KooperationApp, view: View, name: str, members: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Who belongs to it; none ticked, or all, is every partner. None: left."""
    tr = app.tr
    active = [o for o in partners(view.data) if is_partner(o, view.today) or o.id in members]
    if not active:
        return ()
    ticked = await app.push_screen_wait(
        Tick(
            tr.t("Who belongs to “{name}”?", name=name),
            [(o.id, f"{ink.fit(o.code, 9)}{o.short_name or o.name}") for o in active],
            members,
            tr.t("Without a tick all partners belong to it."),
        )
    )
    if ticked is None:
        return None
    return () if len(ticked) == len(active) else ticked
