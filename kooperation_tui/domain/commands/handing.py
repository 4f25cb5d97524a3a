"""What a partner held goes into other hands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import msgspec

from kooperation_tui.domain.applied import Application, DataRegister
from kooperation_tui.domain.commands import planning, standing
from kooperation_tui.domain.commands.actions import update_action
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.leaving import Held, HeldKind
from kooperation_tui.domain.model import (
    Block,
    Body,
    Meeting,
    Network,
    Organisation,
    Role,
    StandingRole,
)
from kooperation_tui.domain.plan import delegate


def hand_over(data: Data, moment: Moment, *, held: Held, partner: str) -> Change:
    """Another partner (by id) takes what `held` names; for a role who speaks for it.

    Raises:
        Refused: nobody is named for that partner, or nothing can be handed over.
    """
    given = _GIVEN.get(held.kind)
    if given is None:
        raise Refused("This ends with the partner; nobody has to take it over.")
    return given(data, moment, held, partner)


def _speaker(data: Data, moment: Moment, partner: str) -> str:
    person = delegate(data, partner, moment.today)
    if person is None:
        code = data.get(Organisation, partner).code
        raise Refused("Nobody is named for {code}; F8 adds somebody.", code=code)
    return person.id


def _action(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    return update_action(data, moment, action=held.id, organisation=partner)


def _role(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    """The old holder has it until yesterday; whoever shares it keeps it."""
    row = data.get(StandingRole, held.id)
    person = _speaker(data, moment, partner)
    taken = standing.take_standing(
        data, moment, role=row.role, person=person, since=moment.today, until=row.until
    )
    ended = standing.ended_after(row, moment.today - dt.timedelta(days=1))
    return Change(puts=(ended, *taken.puts), result=taken.result)


def _meeting_role(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    person = _speaker(data, moment, partner)
    return planning.plan_role(data, moment, meeting=held.id, role=Role(held.what), person=person)


def _item(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    row = data.get(Meeting, held.id)
    item = next(i for i in row.items if str(i.number) == held.number and i.title == held.what)
    return planning.change_item(data, moment, meeting=row.id, item=item.id, owner=partner)


def _register(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    row = data.get(DataRegister, held.id)
    return Change(puts=(msgspec.structs.replace(row, keeper=partner),))


def _point(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    row = data.get(Block, held.id)
    return Change(puts=(msgspec.structs.replace(row, responsible=partner),))


def _controller(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    row = data.get(Network, held.id)
    return Change(puts=(msgspec.structs.replace(row, controller=partner),))


def _body(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    """The other partner takes the seat; one that has a seat gets no second one."""
    row = data.get(Body, held.id)
    members = tuple(dict.fromkeys(partner if m == held.partner else m for m in row.members))
    return Change(puts=(msgspec.structs.replace(row, members=members),))


def _mentor(data: Data, moment: Moment, held: Held, partner: str) -> Change:
    row = data.get(Application, held.id)
    return Change(puts=(msgspec.structs.replace(row, mentor=partner),))


_GIVEN: dict[HeldKind, Callable[[Data, Moment, Held, str], Change]] = {
    HeldKind.ACTION: _action,
    HeldKind.ROLE: _role,
    HeldKind.MEETING_ROLE: _meeting_role,
    HeldKind.ITEM: _item,
    HeldKind.REGISTER: _register,
    HeldKind.POINT: _point,
    HeldKind.CONTROLLER: _controller,
    HeldKind.BODY: _body,
    HeldKind.MENTOR: _mentor,
}
