"""What a network of seven years has beside its meetings: contacts, contributions, registers,
lasting roles, signatures, an application on its way, a decision in text form.
"""

from __future__ import annotations

import datetime as dt
import unicodedata

import msgspec

from kooperation_tui.domain.applied import ApplicationStatus, CircularVote, ResourceKind
from kooperation_tui.domain.commands import (
    applying,
    circular,
    goals,
    own_data,
    registers,
    signing,
    standing,
)
from kooperation_tui.domain.model import (
    Delegation,
    FormerName,
    Meeting,
    MeetingStatus,
    Organisation,
    ParkingItem,
    Person,
    RoleAnswer,
    StandingRoleKind,
)
from kooperation_tui.i18n import translator
from kooperation_tui.practice.builder import Builder

_SINCE = {"HWK": (2024, 2, 1), "JBH": (2023, 9, 1), "MGH": (2021, 3, 1), "BTS": (2025, 1, 1)}
"""Since when some of them speak for their partner; the others since the beginning."""
_FOUNDED = dt.date(2019, 3, 12)
_SIGNED = dt.date(2024, 12, 4)


def add_everyday(builder: Builder) -> None:
    """Everything at once."""
    _contacts(builder)
    _contributions(builder)
    _registers(builder)
    _roles(builder)
    _signatures(builder)
    _application(builder)
    _circular(builder)
    _topics(builder)
    _means(builder)


def _contacts(builder: Builder) -> None:
    """Addresses under example.org, functions, since when; one partner had another name."""
    codes = {d.person: d.organisation for d in builder.data.rows(Delegation)}
    for person in builder.data.rows(Person):
        partner = builder.data.get(Organisation, codes[person.id])
        surname = _plain(person.name.split()[-1])
        builder.put(
            msgspec.structs.replace(
                person,
                email=f"{surname}@{partner.code.lower()}.example.org",
                function=builder.texts["functions"].get(person.name, ""),
            )
        )
    for delegation in builder.data.rows(Delegation):
        partner = builder.data.get(Organisation, delegation.organisation)
        since = dt.date(*_SINCE[partner.code]) if partner.code in _SINCE else _FOUNDED
        builder.put(msgspec.structs.replace(delegation, since=since))
    for code, (old, name, until) in builder.texts["former"].items():
        former = FormerName(code=old, name=name, until=dt.date.fromisoformat(until))
        known = builder.data.get(Organisation, builder.partner(code))
        builder.put(msgspec.structs.replace(known, former=(former,)))


def _plain(name: str) -> str:
    """A surname as the beginning of an address."""
    spelled = name.casefold().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()


def _contributions(builder: Builder) -> None:
    for code, kind, text, amount, until in builder.texts["resources"]:
        builder.run(
            applying.add_resource(
                builder.data,
                builder.moment,
                organisation=builder.partner(code),
                text=text,
                kind=ResourceKind(kind),
                amount=amount,
                until=dt.date.fromisoformat(until) if until else None,
            )
        )


def _registers(builder: Builder) -> None:
    """Two lists, checked in their rhythm, and the file itself."""
    words = translator(builder.data.network.language).t
    own = own_data.register_of_file(builder.moment, words=words, place=builder.texts["file"])
    builder.put(msgspec.structs.replace(own, keeper=builder.partner("BB")))
    for name, purpose, holds, code, place, access, retention, every, on in builder.texts[
        "registers"
    ]:
        made = builder.run(
            registers.add_register(
                builder.data,
                builder.moment,
                name=name,
                purpose=purpose,
                holds=holds,
                keeper=builder.partner(code),
                place=place,
                access=access,
                retention=retention,
                every=every,
            )
        )
        day = dt.date.fromisoformat(on)
        builder.run(registers.checked(builder.data, builder.moment, register=made.id, on=day))


def _roles(builder: Builder) -> None:
    """Lasting roles, and what was answered for those of today's meeting."""
    for kind, name, since, until in builder.texts["roles"]:
        builder.run(
            standing.take_standing(
                builder.data,
                builder.moment,
                role=StandingRoleKind(kind),
                person=builder.person(name),
                since=dt.date.fromisoformat(since),
                until=dt.date.fromisoformat(until) if until else None,
            )
        )
    today = _today(builder)
    said = (RoleAnswer.PROMISED, RoleAnswer.PROMISED, RoleAnswer.PROMISED, RoleAnswer.ASKED)
    roles = tuple(
        msgspec.structs.replace(role, said=answer)
        for role, answer in zip(today.roles, said, strict=True)
    )
    builder.put(msgspec.structs.replace(today, roles=roles))


def _today(builder: Builder) -> Meeting:
    return next(m for m in builder.data.rows(Meeting) if m.status is MeetingStatus.INVITED)


def _signatures(builder: Builder) -> None:
    """Version 1.1 was signed on paper by all twelve."""
    for code, (name, function) in builder.texts["signed"].items():
        builder.run(
            signing.sign(
                builder.data,
                builder.moment,
                organisation=builder.partner(code),
                number="1.1",
                name=name,
                function=function,
                place=builder.data.network.place,
                on=_SIGNED,
            )
        )


def _application(builder: Builder) -> None:
    """Received, checked, and on today's agenda."""
    words = builder.texts["application"]
    applicant = builder.partner(builder.texts["applicant"]["code"])
    builder.run(
        applying.receive(
            builder.data,
            builder.moment,
            organisation=applicant,
            on=dt.date.fromisoformat(words["received"]),
            contact=words["contact"],
            contribution=words["contribution"],
        )
    )
    for step in (ApplicationStatus.CHECKED, ApplicationStatus.SCHEDULED):
        builder.run(
            applying.advance(
                builder.data,
                builder.moment,
                organisation=applicant,
                status=step,
                meeting=_today(builder).id,
            )
        )


def _circular(builder: Builder) -> None:
    """Asked in April, counted in May: two partners were silent, which is an abstention."""
    words = builder.texts["circular"]
    opened = dt.date.fromisoformat(words["opened"])
    builder.run(circular.open_circular(builder.data, builder.on(opened), text=words["text"]))
    for vote, codes in ((CircularVote.YES, words["yes"]), (CircularVote.NO, words["no"])):
        for place, code in enumerate(codes):
            moment = builder.on(opened + dt.timedelta(days=place))
            builder.run(
                circular.answer(builder.data, moment, organisation=builder.partner(code), vote=vote)
            )
    closed = dt.date.fromisoformat(words["closed"])
    builder.run(circular.close(builder.data, builder.on(closed)))


def _topics(builder: Builder) -> None:
    """How earlier topics went on; two from last year still wait."""
    for topic in builder.data.rows(ParkingItem):
        note = builder.texts["parking_notes"].get(topic.number, "")
        builder.put(msgspec.structs.replace(topic, note=note))
    for number, text, code, on, times in builder.texts["older"]:
        builder.put(
            ParkingItem(
                id=builder.moment.new_id(),
                number=number,
                text=text,
                by=builder.partner(code),
                created_on=dt.date.fromisoformat(on),
                postponed=times,
            )
        )


def _means(builder: Builder) -> None:
    """What carries the network, and by what it wants to be measured."""
    funding, until = builder.texts["funding"]
    builder.put(
        msgspec.structs.replace(
            builder.data.network, funding=funding, funding_until=dt.date.fromisoformat(until)
        )
    )
    for text, indicator in builder.texts["goals"]:
        builder.run(
            goals.set_goal(
                builder.data,
                builder.moment,
                text=text,
                indicator=indicator,
                review_on=dt.date(2026, 12, 2),
            )
        )
