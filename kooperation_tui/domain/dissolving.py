"""What has to be settled when a network ends (domain section 1, P9: dissolution).

The network ends by decision; the meeting then says who keeps the records and which
data are deleted. This is the list to go through before.
"""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain.applied import (
    RUNNING,
    Application,
    Circular,
    CircularResult,
    DataRegister,
    Resource,
    ResourceKind,
)
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    TO_APPROVE,
    TO_COME,
    Action,
    Disposition,
    Meeting,
    MinutesStatus,
    Organisation,
    OrganisationStatus,
    ParkingItem,
    StandingRole,
    Value,
    Version,
)
from kooperation_tui.domain.plan import meetings, partners, status_on
from kooperation_tui.domain.reminders import unsigned
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.domain.versions import in_force, to_sign

_BELONGS = (
    OrganisationStatus.PARTNER,
    OrganisationStatus.ASSOCIATE,
    OrganisationStatus.SUSPENDED,
)


class Dissolution(Value):
    """What is still open on a day; everything by its row.

    `unsent` and `unapproved` are meetings whose minutes have not gone out or were not
    approved; `unsigned` partners that a version still waits for; `money` contributions
    of money.
    """

    actions: tuple[Action, ...]
    registers: tuple[DataRegister, ...]
    money: tuple[Resource, ...]
    contributions: int
    funding: str
    funding_until: dt.date | None
    unsent: tuple[Meeting, ...]
    unapproved: tuple[Meeting, ...]
    ahead: tuple[Meeting, ...]
    topics: tuple[ParkingItem, ...]
    circulars: tuple[Circular, ...]
    applications: tuple[Application, ...]
    roles: tuple[StandingRole, ...]
    version: Version | None
    unsigned: tuple[Organisation, ...]
    partners: tuple[Organisation, ...]


def dissolution(data: Data, today: dt.date) -> Dissolution:
    """Everything to be settled before the network can end."""
    network = data.network
    given = [r for r in data.rows(Resource) if r.until is None or r.until >= today]
    waiting = to_sign(data)
    live = (a for a in data.rows(Action) if a.status in LIVE)
    return Dissolution(
        actions=tuple(sorted(live, key=lambda a: (a.due or dt.date.max, a.number))),
        registers=data.rows(DataRegister),
        money=tuple(r for r in given if r.kind is ResourceKind.MONEY),
        contributions=len(given),
        funding=network.funding,
        funding_until=network.funding_until,
        unsent=_with_minutes(data, sent=False),
        unapproved=_with_minutes(data, sent=True),
        ahead=tuple(m for m in meetings(data) if m.status in TO_COME),
        topics=tuple(p for p in data.rows(ParkingItem) if p.disposition is Disposition.OPEN),
        circulars=tuple(c for c in data.rows(Circular) if c.result is CircularResult.OPEN),
        applications=tuple(a for a in data.rows(Application) if a.status in RUNNING),
        roles=tuple(r for r in data.rows(StandingRole) if r.until is None or r.until >= today),
        version=in_force(data),
        unsigned=unsigned(data, waiting, today) if waiting is not None else (),
        partners=tuple(o for o in partners(data) if status_on(o, today) in _BELONGS),
    )


def _with_minutes(data: Data, *, sent: bool) -> tuple[Meeting, ...]:
    """Meetings whose minutes went out and wait, or have not gone out."""
    found = []
    for row in meetings(data):
        held = row.ended_at is not None or row.external
        known = minutes_of(data, row.id)
        status = known.status if known is not None else MinutesStatus.DRAFT
        waits = status in TO_APPROVE
        draft = status is MinutesStatus.DRAFT and not row.external
        if held and (waits if sent else draft):
            found.append(row)
    return tuple(found)
