"""Where a hit leads that stands in a list of its own: versions, contributions, registers …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.documents import DocumentKind
from kooperation_tui.domain.applied import Circular, Resource
from kooperation_tui.domain.model import StandingRole, Version
from kooperation_tui.tui import ink
from kooperation_tui.tui.dialogs.reading import ReadingDialog
from kooperation_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from kooperation_tui.search import Found
    from kooperation_tui.tui.app import KooperationApp

_AREAS = {"body": "roles", "network": "overview", "reminder": "overview"}


def go(app: KooperationApp, found: Found) -> None:
    """The area of the hit, and its place there."""
    match found.kind.value:
        case "version":
            _read_version(app, found.id)
        case "signature":
            _open_signatures(app, found.id)
        case "resource":
            _open_contribution(app, found.id)
        case "register":
            _open_register(app, found.id)
        case "circular":
            _read_circular(app, found.id)
        case "role":
            app.run_worker(_go_to_role(app, found.id))
        case kind:
            app.action_area(_AREAS[kind])


def _open_contribution(app: KooperationApp, resource: str) -> None:
    from kooperation_tui.tui.dialogs.partner import PartnerDialog

    known = app.session.data.get(Resource, resource)
    app.action_area("partners")
    app.push_screen(PartnerDialog(known.organisation, known.id))


def _open_register(app: KooperationApp, register: str) -> None:
    from kooperation_tui.tui.register_work import show_registers

    app.action_area("partners")
    app.run_worker(show_registers(app, register))


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


def _open_signatures(app: KooperationApp, version: str) -> None:
    from kooperation_tui.tui.signature_work import show_board

    app.action_area("agreement")
    app.run_worker(show_board(app, app.session.data.get(Version, version)))


def _read_version(app: KooperationApp, version: str) -> None:
    """The text of a version as it was adopted."""
    from kooperation_tui.tui.archive_work import read_document

    read_document(app, DocumentKind.AGREEMENT, app.session.data.get(Version, version).number)


def _read_circular(app: KooperationApp, circular: str) -> None:
    tr, known = app.tr, app.session.data.get(Circular, circular)
    width = max(20, min(94, app.size.width - 8))
    until = tr.t("until {day}", day=tr.date_short(known.deadline))
    rows = [*ink.put((known.text, "strong")).wrap(width), ink.put((until, "dim"))]
    app.push_screen(ReadingDialog(tr.t("Decision in text form"), rows))
