"""What stands around the meetings: versions, signatures, contributions, registers, roles …

Names of lasting roles and what one is reminded of are sentences of the program; they
are found in the language of the network.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Application, Circular, DataRegister, Goal, Resource
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    Body,
    Meeting,
    Minutes,
    Network,
    Organisation,
    Person,
    RuleSet,
    Signature,
    StandingRole,
    StandingRoleKind,
    Version,
)
from kooperation_tui.domain.reminders import reminders
from kooperation_tui.i18n import Translator, translator
from kooperation_tui.search.entry import Entry, Kind


def around(data: Data, today: dt.date | None) -> Iterator[Entry]:
    """Everything that no meeting left behind."""
    if not data.rows(Network):
        return
    tr = translator(data.network.language)
    yield from _agreement(data)
    yield from _applied(data)
    yield from _bodies(data, tr)
    yield from _minutes(data)
    yield _network(data)
    for one in reminders(data, today) if today is not None else ():
        text = tr.t(one.said.message, **one.said.args)
        yield Entry(Kind.REMINDER, "", "", "", text)


def names_of(data: Data) -> Callable[[str], str]:
    """Names of people and codes of partners by id."""
    known = {p.id: p.name for p in data.rows(Person)}
    known |= {o.id: o.code for o in data.rows(Organisation)}
    return lambda identity: known.get(identity, "")


def _agreement(data: Data) -> Iterator[Entry]:
    """Versions with their texts, signatures with their remarks, goals."""
    names = names_of(data)
    for v in data.rows(Version):
        day = v.adopted_on.toordinal() if v.adopted_on else 0
        text = "\n".join(v.texts.values())
        yield Entry(Kind.VERSION, v.id, "", v.number, text or v.number, v.number, day)
    for s in data.rows(Signature):
        text = ", ".join(filter(None, [s.name, s.function, s.place, s.reason]))
        if text:
            day = s.signed_on.toordinal() if s.signed_on else 0
            code = names(s.organisation)
            yield Entry(Kind.SIGNATURE, s.version, "", code, text, code, day)
    for goal in data.rows(Goal):
        yield Entry(Kind.GOAL, goal.id, "", "", goal.text, f"{goal.indicator} {goal.result}")


def _applied(data: Data) -> Iterator[Entry]:
    """Contributions, registers of data, applications, decisions in text form."""
    names = names_of(data)
    for r in data.rows(Resource):
        code = names(r.organisation)
        text = f"{r.text}, {r.amount}" if r.amount else r.text
        yield Entry(Kind.RESOURCE, r.id, "", code, text, code)
    for d in data.rows(DataRegister):
        more = f"{d.holds} {d.place} {d.access} {d.retention}"
        text = f"{d.name}: {d.purpose}" if d.purpose else d.name
        yield Entry(Kind.REGISTER, d.id, "", names(d.keeper), text, more)
    for a in data.rows(Application):
        partner = data.find(Organisation, a.organisation)
        name = partner.name if partner is not None else ""
        text = f"{name}: {a.contribution}" if a.contribution else name
        code, day = names(a.organisation), a.received_on.toordinal()
        more = f"{a.contact} {a.reason}"
        yield Entry(Kind.APPLICATION, a.organisation, a.meeting, code, text, more, day)
    for c in data.rows(Circular):
        if not c.decision:
            yield Entry(Kind.CIRCULAR, c.id, "", "", c.text, "", c.opened_on.toordinal())


def _bodies(data: Data, tr: Translator) -> Iterator[Entry]:
    """Lasting roles with who has them, and bodies."""
    names = names_of(data)
    words = _roles(tr)
    for role in data.rows(StandingRole):
        text = f"{words[role.role]}: {names(role.person)}"
        day = role.since.toordinal() if role.since else 0
        yield Entry(Kind.ROLE, role.id, "", "", text, "", day)
    for body in data.rows(Body):
        members = " ".join(map(names, body.members))
        yield Entry(Kind.BODY, body.id, "", body.prefix, body.name, members)


def _roles(tr: Translator) -> dict[StandingRoleKind, str]:
    return {
        StandingRoleKind.COORDINATOR: tr.t("Coordination"),
        StandingRoleKind.COORDINATION_TEAM: tr.t("Coordination team"),
        StandingRoleKind.ACTION_PLAN: tr.t("Action plan"),
        StandingRoleKind.DATABASE: tr.t("Databases"),
        StandingRoleKind.DOCUMENTATION: tr.t("Documentation"),
        StandingRoleKind.PUBLIC_RELATIONS: tr.t("Public relations"),
        StandingRoleKind.SPOKESPERSON: tr.t("Spokesperson"),
    }


def _minutes(data: Data) -> Iterator[Entry]:
    """What was objected to in minutes that were sent."""
    names = names_of(data)
    for minutes in data.rows(Minutes):
        meeting = data.find(Meeting, minutes.meeting)
        label = plan.label(data, meeting) if meeting is not None else ""
        for one in minutes.objections:
            code, day = names(one.organisation), one.received_on.toordinal()
            yield Entry(
                Kind.OBJECTION, minutes.meeting, minutes.meeting, label, one.text, code, day
            )


def _network(data: Data) -> Entry:
    """The network's own words, and what its rules say beside their numbers."""
    net = data.network
    said = [net.name, net.short_name, net.place, net.purpose, net.funding, net.controller]
    remarks = [text for rules in data.rows(RuleSet) for text in rules.remarks]
    text = " · ".join(filter(None, [net.name, net.purpose, net.funding]))
    return Entry(Kind.NETWORK, net.id, "", net.short_name, text, " ".join([*said, *remarks]))
