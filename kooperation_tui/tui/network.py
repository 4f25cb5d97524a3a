"""What is known of the network itself: its name, who is responsible, how long it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain.commands.fields import set_fields
from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Organisation
from kooperation_tui.domain.plan import by_code
from kooperation_tui.tui import opening
from kooperation_tui.tui.dialogs.form import Field, Form, Values
from kooperation_tui.tui.partner_work import day_text, stored_day
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.tui.app import KooperationApp


async def change_network(app: KooperationApp) -> None:
    """Ask for the network's own data and keep them."""
    view = app.session.view(app.tr, 60)
    form = Form(
        app.tr.t("The network"),
        _fields(view),
        check=lambda values: _read(values, view),
        note=lambda values: _note(values, view),
    )
    values = await app.push_screen_wait(form)
    if values is None:
        return
    wanted = _read(values, view)

    def command(data: Data) -> Change:
        return set_fields(data, data.network, wanted)

    await app.change(command)


def _fields(view: View) -> list[Field]:
    tr, network = view.tr, view.data.network
    optional = tr.t("may stay empty")
    partner = view.data.find(Organisation, network.controller)
    return [
        Field("name", tr.t("Name"), network.name),
        Field("short_name", tr.t("Short name"), network.short_name, hint=optional),
        Field("place", tr.t("Place"), network.place, hint=optional),
        Field(
            "language",
            tr.t("Language of its documents"),
            network.language,
            (("de", "Deutsch"), ("en", "English")),
        ),
        Field(
            "controller",
            tr.t("Controller"),
            partner.code if partner is not None else network.controller,
            hint=tr.t("code of a partner, or a name"),
        ),
        Field("term_until", tr.t("Runs until"), day_text(view, network.term_until), hint=optional),
        Field(
            "funding_until",
            tr.t("Funded until"),
            day_text(view, network.funding_until),
            hint=optional,
        ),
    ]


def _read(values: Values, view: View) -> dict[str, str]:
    """The fields as the file holds them. Raises Refused."""
    typed = values["controller"].strip()
    partner = by_code(view.data, typed)
    found = {
        "name": opening.need_name(values["name"]),
        "short_name": values["short_name"].strip(),
        "place": values["place"].strip(),
        "language": values["language"],
        "controller": partner.id if partner is not None else typed,
    }
    for name in ("term_until", "funding_until"):
        found[name] = stored_day(values[name], view.today)
    return found


def _note(values: Values, view: View) -> str:
    """Who the controller is, and what it is for."""
    tr, typed = view.tr, values["controller"].strip()
    partner = by_code(view.data, typed)
    if partner is not None:
        return tr.t("{name} answers for the protection of the data kept here.", name=partner.name)
    return tr.t("The controller answers for the protection of the data kept here.")
