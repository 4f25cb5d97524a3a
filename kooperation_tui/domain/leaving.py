"""What a partner still holds when it leaves: each is handed over or stays named (point 9)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from kooperation_tui.domain.applied import Application, ApplicationStatus, DataRegister
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    TO_COME,
    Action,
    AgendaItem,
    Block,
    Body,
    Delegation,
    Meeting,
    Organisation,
    Person,
    SignatureStatus,
    StandingRole,
    Value,
    VersionStatus,
)
from kooperation_tui.domain.plan import delegations, meetings, organisations_of
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.domain.versions import signatures_of, versions

_SETTLED = (SignatureStatus.SIGNED, SignatureStatus.REFUSED)
MENTORING = dt.timedelta(days=365)
"""How long a mentor accompanies a new partner (point 8)."""


class HeldKind(StrEnum):
    """What it is; the last two need no other hands."""

    ACTION = "action"
    ROLE = "role"
    MEETING_ROLE = "meeting_role"
    ITEM = "item"
    REGISTER = "register"
    POINT = "point"
    CONTROLLER = "controller"
    BODY = "body"
    MENTOR = "mentor"
    SIGNATURE = "signature"
    PERSON = "person"


NAMED_ONLY = (HeldKind.SIGNATURE, HeldKind.PERSON)
"""These end with the partner: it is not asked to sign, its people speak for it no more."""


class Held(Value):
    """One thing in a partner's hands.

    `id` is the row (of a meeting for its roles and items), `what` a title, a role, a block
    or a name; `person` who has it, '' if the partner as such.
    """

    kind: HeldKind
    id: str
    what: str
    person: str = ""
    number: str = ""
    partner: str = ""


def held_by(data: Data, partner: str, today: dt.date) -> tuple[Held, ...]:
    """Everything a partner (by id) has in its hands, what is most urgent first."""
    people = own_people(data, partner, today)
    found = (
        *_actions(data, partner, people),
        *_roles(data, people, today),
        *_in_meetings(data, partner, people, today),
        *_registers(data, partner),
        *_responsible(data, partner, people),
        *_bodies(data, partner),
        *_mentoring(data, partner, today),
        *_signatures(data, partner),
        *_speaking(data, partner, today),
    )
    return tuple(msgspec.structs.replace(one, partner=partner) for one in found)


def own_people(data: Data, partner: str, today: dt.date) -> frozenset[str]:
    """Ids of the people who speak for this partner and for no other.

    After it left they are those who spoke for it until the end.
    """
    known = data.find(Organisation, partner)
    left = known.left_on if known is not None else None
    day = left if left is not None and left < today else today
    found = {d.person for d in delegations(data, partner, day)}
    return frozenset(
        person for person in found if set(organisations_of(data, person, today)) <= {partner}
    )


def _actions(data: Data, partner: str, people: frozenset[str]) -> Iterator[Held]:
    for row in data.rows(Action):
        theirs = row.owner_organisation == partner or (
            row.owner in people and not row.owner_organisation
        )
        if theirs and row.status in LIVE:
            yield Held(
                kind=HeldKind.ACTION,
                id=row.id,
                what=row.title,
                person=row.owner,
                number=row.number,
            )


def _roles(data: Data, people: frozenset[str], today: dt.date) -> Iterator[Held]:
    for row in data.rows(StandingRole):
        if row.person in people and (row.until is None or row.until >= today):
            yield Held(kind=HeldKind.ROLE, id=row.id, what=row.role.value, person=row.person)


def _in_meetings(
    data: Data, partner: str, people: frozenset[str], today: dt.date
) -> Iterator[Held]:
    """Roles and items of the meetings ahead."""
    for meeting in meetings(data):
        if meeting.status not in TO_COME or meeting.start.date() < today:
            continue
        for role in meeting.roles:
            if role.person in people:
                yield Held(
                    kind=HeldKind.MEETING_ROLE,
                    id=meeting.id,
                    what=role.role.value,
                    person=role.person,
                )
        for item in meeting.items:
            if item.owner and item.owner in (partner, *people):
                yield _item(meeting, item, people)


def _item(meeting: Meeting, item: AgendaItem, people: frozenset[str]) -> Held:
    person = item.owner if item.owner in people else ""
    return Held(
        kind=HeldKind.ITEM, id=meeting.id, what=item.title, person=person, number=str(item.number)
    )


def _registers(data: Data, partner: str) -> Iterator[Held]:
    for row in data.rows(DataRegister):
        if row.keeper == partner:
            yield Held(kind=HeldKind.REGISTER, id=row.id, what=row.name)


def _responsible(data: Data, partner: str, people: frozenset[str]) -> Iterator[Held]:
    for block in data.rows(Block):
        if block.responsible and block.responsible in (partner, *people):
            person = block.responsible if block.responsible in people else ""
            yield Held(kind=HeldKind.POINT, id=block.id, what=block.key, person=person)
    if data.network.controller == partner:
        yield Held(kind=HeldKind.CONTROLLER, id=data.network.id, what=data.network.name)


def _bodies(data: Data, partner: str) -> Iterator[Held]:
    for body in data.rows(Body):
        if partner in body.members:
            yield Held(kind=HeldKind.BODY, id=body.id, what=body.name)


def _mentoring(data: Data, partner: str, today: dt.date) -> Iterator[Held]:
    for row in data.rows(Application):
        waits = row.status is ApplicationStatus.ACCEPTED
        since = row.signed_on
        first_year = since is not None and today <= since + MENTORING
        if row.mentor == partner and (waits or first_year):
            name = data.get(Organisation, row.organisation).name
            yield Held(kind=HeldKind.MENTOR, id=row.id, what=name)


def _signatures(data: Data, partner: str) -> Iterator[Held]:
    for version in versions(data):
        if version.status is not VersionStatus.OPEN_FOR_SIGNATURE:
            continue
        settled = {s.organisation for s in signatures_of(data, version.id) if s.status in _SETTLED}
        if partner not in settled:
            yield Held(kind=HeldKind.SIGNATURE, id=version.id, what=version.number)


def _speaking(data: Data, partner: str, today: dt.date) -> Iterator[Held]:
    for row in data.rows(Delegation):
        over = row.until is not None and row.until < today
        if row.organisation == partner and not over:
            name = data.get(Person, row.person).name
            yield Held(kind=HeldKind.PERSON, id=row.id, what=name, person=row.person)
