"""Where a hit of the search leads: one map of all kinds of hits."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Circular, Resource
from kooperation_tui.domain.model import ParkingItem, StandingRole, Version
from kooperation_tui.tui import archive_work as work
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.plan_work import show_history
from kooperation_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from kooperation_tui.search import Found
    from kooperation_tui.tui.app import KooperationApp


def open_found(app: KooperationApp, found: Found) -> None:
    """Go to what was found."""
    PLACES[found.kind.value](app, found)


def _read_minutes(app: KooperationApp, found: Found) -> None:
    work.read_minutes(app, found.meeting or found.id, found.excerpt)


def _show_topic(app: KooperationApp, found: Found) -> None:
    view = work.page(app)
    known = view.data.get(ParkingItem, found.id)
    by = f" · {words.target_name(view.data, known.by, view.tr)}" if known.by else ""
    rows = [
        *ink.put((known.text, "strong")).wrap(view.width),
        ink.put((app.tr.date_short(known.created_on) + by, "dim")),
    ]
    app.push_screen(ReadingDialog(known.number, rows))


def _go_to_block(app: KooperationApp, key: str) -> None:
    from kooperation_tui.tui.screens.agreement import AgreementScreen

    app.action_area("agreement")
    screen = app.area_screen
    if isinstance(screen, AgreementScreen):
        app.call_after_refresh(lambda: screen.blocks.choose(key))


def _go_to_partner(app: KooperationApp, found: Found) -> None:
    """The partner, or the one that a person speaks for."""
    from kooperation_tui.tui.screens.partners import PartnersScreen

    view = work.page(app)
    partner = (*plan.organisations_of(view.data, found.id, view.today), found.id)[0]
    app.action_area("partners")
    screen = app.area_screen
    if isinstance(screen, PartnersScreen):
        app.call_after_refresh(lambda: screen.choose(partner))


def _open_contribution(app: KooperationApp, found: Found) -> None:
    from kooperation_tui.tui.dialogs.partner import PartnerDialog

    known = app.session.data.get(Resource, found.id)
    app.action_area("partners")
    app.push_screen(PartnerDialog(known.organisation, known.id))


def _open_register(app: KooperationApp, found: Found) -> None:
    from kooperation_tui.tui.register_work import show_registers

    app.action_area("partners")
    app.run_worker(show_registers(app, found.id))


async def _go_to_role(app: KooperationApp, role: str) -> None:
    from kooperation_tui.tui.drawing.roles import STANDING
    from kooperation_tui.tui.screens.roles import RolesScreen

    kind = app.session.data.get(StandingRole, role).role
    app.action_area("roles")
    screen = app.area_screen
    if isinstance(screen, RolesScreen):
        await screen.stands.wait()
        screen.show()
        screen.query_one("#roles", Rows).choose(f"{STANDING}{kind.value}")


def _open_signatures(app: KooperationApp, found: Found) -> None:
    from kooperation_tui.tui.signature_work import show_board

    app.action_area("agreement")
    app.run_worker(show_board(app, app.session.data.get(Version, found.id)))


def _read_version(app: KooperationApp, found: Found) -> None:
    """The text of a version as it was adopted."""
    number = app.session.data.get(Version, found.id).number
    work.read_document(app, DocumentKind.AGREEMENT, number)


def _read_circular(app: KooperationApp, found: Found) -> None:
    tr, known = app.tr, app.session.data.get(Circular, found.id)
    width = max(20, min(94, app.size.width - 8))
    until = tr.t("until {day}", day=tr.date_short(known.deadline))
    rows = [*ink.put((known.text, "strong")).wrap(width), ink.put((until, "dim"))]
    app.push_screen(ReadingDialog(tr.t("Decision in text form"), rows))


PLACES: Final[dict[str, Callable[[KooperationApp, Found], object]]] = {
    "meeting": _read_minutes,
    "item": _read_minutes,
    "entry": _read_minutes,
    "objection": lambda app, found: work.read_minutes(app, found.meeting),
    "decision": lambda app, found: work.show_decision(app, found.id),
    "action": lambda app, found: show_history(app, found.id),
    "parking": _show_topic,
    "block": lambda app, found: _go_to_block(app, found.id),
    "goal": lambda app, found: _go_to_block(app, "goals"),
    "version": _read_version,
    "signature": _open_signatures,
    "circular": _read_circular,
    "partner": _go_to_partner,
    "person": _go_to_partner,
    "application": _go_to_partner,
    "resource": _open_contribution,
    "register": _open_register,
    "role": lambda app, found: app.run_worker(_go_to_role(app, found.id)),
    "body": lambda app, found: app.action_area("roles"),
    "network": lambda app, found: app.action_area("overview"),
    "reminder": lambda app, found: app.action_area("overview"),
}
"""By the kind of a hit; the kinds are written out, the search is loaded late."""
