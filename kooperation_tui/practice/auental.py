"""Builds the practice network with the program's own commands."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from importlib import resources
from typing import Any

import msgspec

from kooperation_tui.domain.commands import agreement, founding, network, planning
from kooperation_tui.domain.data import KINDS
from kooperation_tui.domain.model import (
    ActionStatus,
    AgendaItem,
    Answer,
    Block,
    BlockState,
    BodyKind,
    Disposition,
    ItemKind,
    Meeting,
    Minutes,
    MinutesStatus,
    Organisation,
    OrganisationStatus,
    ParkingItem,
    Record,
    Role,
    RuleSet,
    Subject,
    Template,
)
from kooperation_tui.practice.builder import MORNING, ZONE, Builder
from kooperation_tui.practice.everyday import add_everyday

_ROLES = {
    Role.FACILITATOR: "Jonas Reuter",
    Role.MINUTES: "Aylin Demir",
    Role.TIMEKEEPER: "Tobias Kern",
    Role.SPEAKERS_LIST: "Miriam Castell",
}


def build(language: str, new_id: Callable[[], str], *, everyday: bool = True) -> tuple[Record, ...]:
    """All records of the practice network.

    Args:
        language: `de` or `en`, the language of its documents.
        new_id: makes 128-bit hex ids.
        everyday: with what a network has beside its meetings: contacts, contributions,
            registers, lasting roles, signatures. Without it only the meetings are there.
    """
    builder = Builder({**_words("auental", language), **_words("everyday", language)}, new_id)
    _found(builder)
    _partners(builder)
    _past(builder)
    _agreement(builder)
    _meeting(builder)
    if everyday:
        add_everyday(builder)
    return tuple(record for kind in KINDS for record in builder.data.rows(kind))


def _words(name: str, language: str) -> dict[str, Any]:
    """The words of a part of the network."""
    text = resources.files(__package__).joinpath(f"{name}.{language}.json").read_text("utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def _found(builder: Builder) -> None:
    texts = dict(builder.texts["network"])
    controller = texts.pop("controller")
    purpose = texts.pop("purpose")
    records = founding.found(
        builder.moment, plenary=builder.texts["plenary"], template=Template.INFORMAL, **texts
    )
    builder.put(*records)
    net = builder.data.network
    builder.put(
        msgspec.structs.replace(
            net, purpose=purpose, controller=controller, practice=True, practice_now=MORNING
        )
    )
    rules = builder.data.rows(RuleSet)[0]
    # This network takes requests for the agenda until the invitation goes out.
    builder.put(msgspec.structs.replace(rules, agenda_request_days=14))


def _partners(builder: Builder) -> None:
    people = builder.texts["people"]
    for code, name in builder.texts["partners"]:
        delegate, deputy = people[code]
        partner: Organisation = builder.run(
            network.add_partner(
                builder.data,
                builder.moment,
                code=code,
                name=name,
                delegate=delegate,
                deputies=(deputy,),
                short_name=builder.texts["short_names"].get(code, ""),
            )
        )
        builder.put(msgspec.structs.replace(partner, joined_on=dt.date(2019, 3, 12)))
    applicant = builder.texts["applicant"]
    builder.run(
        network.add_partner(
            builder.data,
            builder.moment,
            code=applicant["code"],
            name=applicant["name"],
            delegate=applicant["delegate"],
            status=OrganisationStatus.APPLICANT,
        )
    )
    team = builder.texts["team"]
    builder.run(
        network.add_body(
            builder.data,
            builder.moment,
            name=team["name"],
            kind=BodyKind.COORDINATION,
            members=tuple(builder.partner(code) for code in team["members"]),
            prefix=team["prefix"],
        )
    )
    net = builder.data.network
    builder.put(msgspec.structs.replace(net, controller=builder.partner(net.controller)))


def _past(builder: Builder) -> None:
    """What happened before the app: two meetings, decisions, actions, topics."""
    _held(builder)
    for decision, text, on in builder.texts["decisions"]:
        change = network.add_decision(
            builder.data, builder.moment, number=decision, text=text, on=dt.date.fromisoformat(on)
        )
        builder.run(change)
    _actions(builder)
    _topics(builder)


def _held(builder: Builder) -> None:
    moment = builder.moment
    for number, day in ((1, dt.date(2026, 2, 18)), (2, dt.date(2026, 6, 17))):
        start = dt.datetime.combine(day, dt.time(9), ZONE)
        held: Meeting = builder.run(
            planning.add_meeting(
                builder.data,
                moment,
                start=start,
                end=start + dt.timedelta(hours=3),
                words=str,
                number=number,
                external=True,
            )
        )
        approved = number == 1
        builder.put(
            Minutes(
                id=moment.new_id(),
                meeting=held.id,
                status=MinutesStatus.APPROVED if approved else MinutesStatus.SENT,
                sent_on=day + dt.timedelta(days=7),
                approved_on=dt.date(2026, 6, 17) if approved else None,
            )
        )


def _actions(builder: Builder) -> None:
    for number, title, short, code, owner, helpers, outside, due, reason, status in builder.texts[
        "actions"
    ]:
        builder.run(
            network.add_action(
                builder.data,
                builder.moment,
                number=number,
                title=title,
                short=short,
                owner=builder.person(owner),
                organisation=builder.partner(code),
                helpers=tuple(builder.partner(helper) for helper in helpers),
                outside=tuple(outside),
                due=dt.date.fromisoformat(due) if due else None,
                due_reason=reason,
                created_on=dt.date(2026, 6, 17),
                status=ActionStatus(status),
            )
        )


def _topics(builder: Builder) -> None:
    for number, text, code, on, disposition in builder.texts["parking"]:
        topic: ParkingItem = builder.run(
            network.add_parking(
                builder.data,
                builder.moment,
                number=number,
                text=text,
                by=builder.partner(code),
                on=dt.date.fromisoformat(on),
            )
        )
        builder.put(msgspec.structs.replace(topic, disposition=Disposition(disposition)))


def _agreement(builder: Builder) -> None:
    """Version 1.1 on paper; points 3, 8 and 9 are being worked on."""
    texts: dict[str, str] = builder.texts["blocks"]
    old: dict[str, str] = builder.texts["old"]
    for key, text in texts.items():
        builder.run(
            agreement.set_block(builder.data, builder.moment, key=key, text=old.get(key, text))
        )
    builder.run(
        agreement.paper_version(
            builder.data,
            builder.moment,
            number="1.1",
            agreed_on=dt.date(2024, 11, 20),
            valid_from=dt.date(2025, 1, 1),
        )
    )
    for key in old:
        text = texts[key].replace(builder.texts["without"].get(key, "\0"), "")
        builder.run(agreement.set_block(builder.data, builder.moment, key=key, text=text))
    assert all(b.state in (BlockState.AGREED, BlockState.DRAFT) for b in builder.data.rows(Block))


def _meeting(builder: Builder) -> None:
    moment = builder.moment
    start = dt.datetime(2026, 10, 14, 9, tzinfo=ZONE)
    meeting: Meeting = builder.run(
        planning.add_meeting(
            builder.data,
            moment,
            start=start,
            end=start + dt.timedelta(hours=3),
            place=builder.texts["place"],
            words=str,
        )
    )
    items = tuple(
        AgendaItem(
            id=moment.new_id(),
            number=number,
            title=title,
            kind=ItemKind(kind),
            subject=Subject(subject),
            points=tuple(points),
            minutes=minutes,
            owner=builder.partner(owner) if owner else "",
            goal=goal,
        )
        for number, title, kind, subject, points, minutes, owner, goal in builder.texts["items"]
    )
    builder.put(msgspec.structs.replace(meeting, items=items))
    for role, name in _ROLES.items():
        builder.run(
            planning.plan_role(
                builder.data, moment, meeting=meeting.id, role=role, person=builder.person(name)
            )
        )
    for code, name in (("IHK", ""), ("AA", "Lena Fiedler")):
        builder.run(
            planning.expect(
                builder.data,
                moment,
                meeting=meeting.id,
                organisation=builder.partner(code),
                answer=Answer.COMING if name else Answer.EXCUSED,
                person=builder.person(name) if name else "",
            )
        )
    guest = builder.texts["guest"]
    builder.run(
        planning.expect_guest(
            builder.data,
            moment,
            meeting=meeting.id,
            name=guest["name"],
            organisation=guest["organisation"],
            items=tuple(guest["items"]),
        )
    )
    builder.run(
        planning.mark_invited(builder.data, moment, meeting=meeting.id, on=dt.date(2026, 9, 23))
    )
