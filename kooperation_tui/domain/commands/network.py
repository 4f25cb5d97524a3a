"""Partners, people, bodies; what existed before the app."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain.codes import CODE
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Body,
    BodyKind,
    Decision,
    Delegation,
    DelegationKind,
    Organisation,
    OrganisationStatus,
    ParkingItem,
    Person,
    Record,
    Subject,
)
from kooperation_tui.domain.plan import (
    by_code,
    delegations,
    next_action_number,
    next_parking_number,
    partners,
)
from kooperation_tui.domain.versions import in_force


def need_code(data: Data, code: str) -> str:
    """A code in capitals: 2 to 8 letters or digits, not taken."""
    if not CODE.fullmatch(code):
        raise Refused("“{code}” is no code; use 2 to 8 letters or digits.", code=code)
    if by_code(data, code) is not None:
        raise Refused("The code {code} is taken already; choose another.", code=code.upper())
    return code.upper()


def _find_person(data: Data, name: str) -> Person | None:
    wanted = " ".join(name.split()).casefold()
    people = (p for p in data.rows(Person) if p.erased_on is None)
    return next((p for p in people if p.name.casefold() == wanted), None)


def add_partner(
    data: Data,
    moment: Moment,
    *,
    code: str,
    name: str,
    delegate: str = "",
    deputies: tuple[str, ...] = (),
    status: OrganisationStatus = OrganisationStatus.PARTNER,
    short_name: str = "",
    joined_on: dt.date | None = None,
) -> Change:
    """A partner with its people. `result` is the organisation.

    Entered before a version of the agreement is in force it is a founder; later
    it votes from its signature (I-14).
    """
    if not name.strip():
        raise Refused("The partner needs a name.")
    organisation = Organisation(
        id=moment.new_id(),
        code=need_code(data, code),
        name=name.strip(),
        short_name=short_name,
        status=status,
        founder=status is OrganisationStatus.PARTNER and in_force(data) is None,
        joined_on=joined_on,
        order=max((o.order for o in partners(data)), default=0) + 1,
    )
    puts: list[Record] = [organisation]
    named = [(delegate, DelegationKind.DELEGATE)] if delegate else []
    named += [(deputy, DelegationKind.DEPUTY) for deputy in deputies if deputy]
    for person_name, kind in named:
        person, new = _person(data, moment, person_name, puts)
        puts += new
        puts.append(
            Delegation(
                id=moment.new_id(), organisation=organisation.id, person=person.id, kind=kind
            )
        )
    return Change(puts=tuple(puts), result=organisation)


def _person(
    data: Data, moment: Moment, name: str, made: list[Record]
) -> tuple[Person, list[Record]]:
    """The person with this name: known, just made, or new."""
    name = " ".join(name.split())
    for record in made:
        if isinstance(record, Person) and record.name.casefold() == name.casefold():
            return record, []
    known = _find_person(data, name)
    if known is not None:
        return known, []
    person = Person(id=moment.new_id(), name=name)
    return person, [person]


def add_person(
    data: Data,
    moment: Moment,
    *,
    name: str,
    partner: str,
    kind: DelegationKind = DelegationKind.DEPUTY,
    email: str = "",
    phone: str = "",
    function: str = "",
    since: dt.date | None = None,
) -> Change:
    """Somebody who speaks for a partner (by id). `result` is the person.

    A new delegate ends the old delegation the day before, so that old minutes
    keep the old name.
    """
    if not name.strip():
        raise Refused("The person needs a name.")
    person, _ = _person(data, moment, name, [])
    person = msgspec.structs.replace(
        person,
        email=email or person.email,
        phone=phone or person.phone,
        function=function or person.function,
    )
    on = since or moment.today
    speaking = delegations(data, partner, on)
    own = [d for d in speaking if d.person == person.id]
    if own and (kind is DelegationKind.DEPUTY or own[0].kind is DelegationKind.DELEGATE):
        raise Refused("{name} speaks for this partner already.", name=person.name)
    puts: list[Record] = [person]
    if kind is DelegationKind.DELEGATE:
        puts += [
            msgspec.structs.replace(d, until=on - dt.timedelta(days=1))
            for d in speaking
            if d.kind is DelegationKind.DELEGATE or d.person == person.id
        ]
    puts.append(
        Delegation(
            id=moment.new_id(), organisation=partner, person=person.id, kind=kind, since=since
        )
    )
    return Change(puts=tuple(puts), result=person)


def add_body(
    data: Data,
    moment: Moment,
    *,
    name: str,
    kind: BodyKind = BodyKind.WORKING_GROUP,
    members: tuple[str, ...] = (),
    prefix: str = "",
) -> Change:
    """A body with its own members (ids of partners) and numbering."""
    if not name.strip():
        raise Refused("The body needs a name.")
    taken = {b.prefix for b in data.rows(Body)}
    initials = "".join(word[0] for word in name.split() if word[0].isalnum()).upper()
    own = prefix or initials or "X"
    number = 2
    base = own
    while own in taken:
        own, number = f"{base}{number}", number + 1
    body = Body(id=moment.new_id(), name=name.strip(), kind=kind, members=members, prefix=own)
    return Change(puts=(body,), result=body)


def _need_number(number: str, pattern: str, example: str, taken: set[str]) -> None:
    if not re.fullmatch(pattern, number):
        raise Refused(
            "“{number}” is no number of this kind; write {example}.", number=number, example=example
        )
    if number in taken:
        raise Refused("The number {number} is taken already.", number=number)


def add_action(
    data: Data,
    moment: Moment,
    *,
    title: str,
    number: str = "",
    owner: str = "",
    organisation: str = "",
    owner_reason: str = "",
    helpers: tuple[str, ...] = (),
    outside: tuple[str, ...] = (),
    due: dt.date | None = None,
    due_reason: str = "",
    created_on: dt.date | None = None,
    status: ActionStatus = ActionStatus.OPEN,
    short: str = "",
    goals: tuple[str, ...] = (),
) -> Change:
    """An action outside a meeting, also one that existed before (I-01).

    `goals` are ids of the network's goals that it serves.
    """
    if not (owner or organisation or owner_reason):
        raise Refused("An action needs an owner, or a reason why nobody takes it.")
    if number:
        taken = {a.number for a in data.rows(Action)}
        _need_number(number, r"M-\d{4}-\d{1,4}", "M-2026-012", taken)
    on = created_on or moment.today
    action = Action(
        id=moment.new_id(),
        number=number or next_action_number(data, on.year),
        title=title,
        short=short,
        owner=owner,
        owner_organisation=organisation,
        owner_reason=owner_reason,
        helpers=helpers,
        outside=outside,
        due=due,
        due_reason="" if due else due_reason,
        status=status,
        accepted=True,
        created_on=on,
        goals=goals,
    )
    return Change(puts=(action,), result=action)


def add_decision(
    data: Data,
    moment: Moment,
    *,
    number: str,
    text: str,
    on: dt.date | None = None,
    subject: Subject = Subject.ORDINARY,
    points: tuple[str, ...] = (),
) -> Change:
    """A decision that was taken before the app, under its old number.

    Args:
        subject: what it is about, if somebody knows; `ordinary` leaves that open.
        points: keys of the blocks of the agreement that it agreed.
    """
    taken = {d.number for d in data.rows(Decision)}
    _need_number(number, r"B-\S+", "B-2025-4-2", taken)
    decision = Decision(
        id=moment.new_id(),
        number=number,
        text=text,
        decided_on=on or moment.today,
        subject=Subject.AGREEMENT if points else subject,
        points=points,
    )
    return Change(puts=(decision,), result=decision)


def add_parking(
    data: Data,
    moment: Moment,
    *,
    text: str,
    number: str = "",
    by: str = "",
    on: dt.date | None = None,
) -> Change:
    """A topic for later, outside a meeting."""
    if number:
        taken = {p.number for p in data.rows(ParkingItem)}
        _need_number(number, r"TS-\d{4}-\d{1,3}", "TS-2026-05", taken)
    day = on or moment.today
    topic = ParkingItem(
        id=moment.new_id(),
        number=number or next_parking_number(data, day.year),
        text=text,
        by=by,
        created_on=day,
    )
    return Change(puts=(topic,), result=topic)
