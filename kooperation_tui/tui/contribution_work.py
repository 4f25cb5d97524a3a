"""What partners bring in (point 2): entered, changed, removed, and found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.applied import Resource, ResourceKind
from kooperation_tui.domain.commands import applying
from kooperation_tui.domain.commands.fields import remove
from kooperation_tui.domain.helping import Helper, helpers_for
from kooperation_tui.tui import words
from kooperation_tui.tui.asking import language_of
from kooperation_tui.tui.dialogs.ask import Confirm
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.helping_words import helping_words
from kooperation_tui.tui.partner_work import day_text, need, optional_date
from kooperation_tui.tui.view import View
from kooperation_tui.tui.words import RESOURCES

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


def _form(view: View, title: str, known: Resource | None) -> Form:
    tr = view.tr
    kinds = tuple((kind.value, tr.t(label)) for kind, label in RESOURCES.items())
    kind = known.kind if known is not None else ResourceKind.ROOM
    until = day_text(view, known.until if known is not None else None)
    optional = tr.t("may stay empty")
    return Form(
        title,
        [
            Field("text", tr.t("What"), known.text if known is not None else ""),
            Field("kind", tr.t("Kind"), kind.value, kinds),
            Field("amount", tr.t("How much"), known.amount if known else "", hint=optional),
            Field("until", tr.t("until"), until, hint=optional),
        ],
        check=lambda values: (
            need(values["text"], "Say what the partner brings in."),
            optional_date(values["until"], view.today),
        ),
    )


async def bring_in(app: KooperationApp, partner: str) -> None:
    """What a partner (by id) brings in."""
    session = app.session
    view = session.view(app.tr, 60)
    title = app.tr.t("What does {code} bring in?", code=words.code(view.data, partner))
    values: Values | None = await app.push_screen_wait(_form(view, title, None))
    if values is None:
        return
    moment, until = session.moment(), optional_date(values["until"], view.today)
    await app.change(
        lambda data: applying.add_resource(
            data,
            moment,
            organisation=partner,
            text=values["text"],
            kind=ResourceKind(values["kind"]),
            amount=values["amount"].strip(),
            until=until,
        )
    )


async def change(app: KooperationApp, resource: str) -> None:
    """Other words, kind, amount or end of a contribution (by id)."""
    session = app.session
    view = session.view(app.tr, 60)
    known = view.data.get(Resource, resource)
    title = app.tr.t("Contribution of {code}", code=words.code(view.data, known.organisation))
    values: Values | None = await app.push_screen_wait(_form(view, title, known))
    if values is None:
        return
    moment, until = session.moment(), optional_date(values["until"], view.today)
    await app.change(
        lambda data: applying.change_resource(
            data,
            moment,
            resource=resource,
            text=values["text"],
            kind=ResourceKind(values["kind"]),
            amount=values["amount"],
            until=until,
        )
    )


async def remove_one(app: KooperationApp, resource: str) -> None:
    """A contribution (by id) goes, after asking."""
    known = app.session.data.get(Resource, resource)
    if await app.push_screen_wait(Confirm(app.tr.t("Remove “{text}”?", text=known.text))):
        await app.change(lambda data: remove(data, data.get(Resource, resource)))


async def look_through(app: KooperationApp) -> None:
    """Everything that partners bring in, narrowed down by words; Enter opens the partner."""
    from kooperation_tui.tui.dialogs.contributions import ContributionsDialog
    from kooperation_tui.tui.dialogs.partner import PartnerDialog

    app.messages.read()
    chosen = ""
    while True:
        found = await app.push_screen_wait(ContributionsDialog(chosen))
        known = app.session.data.find(Resource, found or "")
        if known is None:
            return
        chosen = known.id
        await app.push_screen_wait(PartnerDialog(known.organisation, chosen))


def helpers(view: View, title: str, without: tuple[str, ...] = ()) -> tuple[Helper, ...]:
    """Who could help with an action, by what the partners bring in."""
    kinds = helping_words(language_of(view))
    return helpers_for(view.data, title, view.today, kinds=kinds, without=without)


def helpers_said(view: View, title: str, without: tuple[str, ...] = ()) -> str:
    """`Könnte helfen: BIB (Lesesaal), VHS (Moderation)`; '' if nobody."""
    found = [
        f"{words.code(view.data, one.organisation)} ({one.resource.text})"
        for one in helpers(view, title, without)
    ]
    if not found:
        return ""
    return view.tr.t("Could help: {partners}", partners=", ".join(found))
