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
    Record,
)
from kooperation_tui.domain.plan import delegate


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
) -> Change:
    """Associate, suspended, a partner again, or left. `result` is the partner.

    Args:
        on: the first day without a vote, for a partner that leaves (today); its
            people speak for it until the day before.
    """
    known = data.get(Organisation, partner)
    if status is known.status:
        return Change(result=known)
    if status is not OrganisationStatus.LEFT:
        back = msgspec.structs.replace(known, status=status, left_on=None)
        return Change(puts=(back,), result=back)
    day = on or moment.today
    gone = msgspec.structs.replace(known, status=status, left_on=day)
    last = day - dt.timedelta(days=1)
    puts: list[Record] = [gone]
    puts += [
        msgspec.structs.replace(d, until=max(last, d.since) if d.since else last)
        for d in data.rows(Delegation)
        if d.organisation == partner and (d.until is None or d.until > last)
    ]
    return Change(puts=tuple(puts), result=gone)


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
