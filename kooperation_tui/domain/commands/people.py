"""What changes about partners and their people, with the day it changed."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.codes import propose_code
from kooperation_tui.domain.commands.applying import receive
from kooperation_tui.domain.commands.network import add_partner, need_code
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Delegation,
    FormerName,
    Organisation,
    OrganisationStatus,
    Person,
)
from kooperation_tui.domain.plan import delegate, status_on


def change_partner(
    data: Data,
    moment: Moment,
    *,
    partner: str,
    code: str,
    name: str,
    short_name: str = "",
    joined_on: dt.date | None = None,
    renamed_on: dt.date | None = None,
) -> Change:
    """Other code, name or day of joining of a partner (by id). `result` is the partner.

    Args:
        renamed_on: from which day the name or code changed; the old one is kept
            until the day before. None corrects a typing error and keeps nothing.
    """
    known = data.get(Organisation, partner)
    if not name.strip():
        raise Refused("The partner needs a name.")
    same = code.casefold() == known.code.casefold()
    changed = msgspec.structs.replace(
        known,
        code=code.upper() if same else need_code(data, code),
        name=name.strip(),
        short_name=short_name.strip(),
        joined_on=joined_on,
    )
    if renamed_on is not None and (changed.code, changed.name) != (known.code, known.name):
        last = renamed_on - dt.timedelta(days=1)
        former = FormerName(code=known.code, name=known.name, until=last)
        changed = msgspec.structs.replace(changed, former=(*known.former, former))
    return Change(puts=(changed,) if changed != known else (), result=changed)


def change_status(
    data: Data,
    moment: Moment,
    *,
    partner: str,
    status: OrganisationStatus,
    on: dt.date | None = None,
    reason: str = "",
) -> Change:
    """Associate, suspended, a partner again, or left. `result` is the partner.

    Args:
        on: the last day as a partner, for one that leaves, also one to come (yesterday:
            it has left). Until then it has its vote and its people speak for it.
        reason: why it leaves, if it said so.
    """
    known = data.get(Organisation, partner)
    if status is not OrganisationStatus.LEFT:
        if status is known.status and known.left_on is None:
            return Change(result=known)
        back = msgspec.structs.replace(known, status=status, left_on=None, left_reason="")
        return Change(puts=(back, *_speaking_until(data, known, None)), result=back)
    last = on or moment.today - dt.timedelta(days=1)
    gone = msgspec.structs.replace(
        known,
        status=status if last < moment.today else status_on(known, known.left_on or last),
        left_on=last,
        left_reason=reason.strip(),
    )
    if gone == known:
        return Change(result=known)
    return Change(puts=(gone, *_speaking_until(data, known, last)), result=gone)


def _speaking_until(
    data: Data, partner: Organisation, last: dt.date | None
) -> tuple[Delegation, ...]:
    """The partner's people speak until its last day; who was cut short by an old one, anew."""
    changed = []
    for row in data.rows(Delegation):
        cut = row.until is not None and row.until == partner.left_on
        until = None if cut else row.until
        if last is not None and (until is None or until > last):
            until = max(last, row.since) if row.since else last
        if row.organisation == partner.id and until != row.until:
            changed.append(msgspec.structs.replace(row, until=until))
    return tuple(changed)


def change_person(
    data: Data,
    moment: Moment,
    *,
    person: str,
    name: str,
    email: str = "",
    phone: str = "",
    function: str = "",
) -> Change:
    """Name and ways to reach somebody (by id). `result` is the person."""
    known = data.get(Person, person)
    name = " ".join(name.split())
    if not name:
        raise Refused("The person needs a name.")
    changed = msgspec.structs.replace(
        known, name=name, email=email.strip(), phone=phone.strip(), function=function.strip()
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def change_days(
    data: Data,
    moment: Moment,
    *,
    delegation: str,
    since: dt.date | None,
    until: dt.date | None,
) -> Change:
    """From when to when somebody speaks for a partner; None leaves a side open."""
    known = data.get(Delegation, delegation)
    if since is not None and until is not None and until < since:
        raise Refused("The last day lies before the first.")
    changed = msgspec.structs.replace(known, since=since, until=until)
    return Change(puts=(changed,) if changed != known else (), result=changed)


def enter_partner(
    data: Data,
    moment: Moment,
    *,
    code: str,
    name: str,
    short_name: str = "",
    speaker: str = "",
    deputies: tuple[str, ...] = (),
    email: str = "",
    joined_on: dt.date | None = None,
) -> Change:
    """A partner with its people and the address of who speaks for it.

    Without a code one is proposed from the name. `result` is the partner.
    """
    made = add_partner(
        data,
        moment,
        code=code or propose_code(name, (o.code for o in data.rows(Organisation))),
        name=name,
        short_name=short_name,
        delegate=speaker,
        deputies=deputies,
        joined_on=joined_on,
    )
    return _with_address(data, moment, made, email)


def enter_applicant(
    data: Data,
    moment: Moment,
    *,
    code: str,
    name: str,
    contact: str = "",
    contribution: str = "",
    on: dt.date | None = None,
) -> Change:
    """Somebody who wants to join: an applicant, its person and its application.

    `result` is the applicant.
    """
    made = add_partner(
        data,
        moment,
        code=code or propose_code(name, (o.code for o in data.rows(Organisation))),
        name=name,
        delegate=contact,
        status=OrganisationStatus.APPLICANT,
    )
    asked = receive(
        data.apply(made),
        moment,
        organisation=made.result.id,
        on=on,
        contact=contact,
        contribution=contribution,
    )
    return Change(puts=(*made.puts, *asked.puts), result=made.result)


def _with_address(data: Data, moment: Moment, made: Change, email: str) -> Change:
    person = delegate(data.apply(made), made.result.id, moment.today) if email.strip() else None
    if person is None:
        return made
    written = msgspec.structs.replace(person, email=email.strip())
    kept = tuple(record for record in made.puts if record.id != person.id)
    return Change(puts=(*kept, written), result=made.result)
