"""What has to be settled before a network ends, as a list to go through in a meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kooperation_tui.documents import actions_part
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.registers import Register
from kooperation_tui.documents.scene import NOTHING
from kooperation_tui.documents.signing import LINE
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.dissolving import Dissolution, dissolution
from kooperation_tui.domain.model import Meeting, Organisation, Person, StandingRoleKind
from kooperation_tui.i18n import Translator


def dissolution_list(data: Data, tr: Translator, audience: Audience, now: dt.datetime) -> Document:
    """The checklist: decision, actions, minutes, data, money, roles, notice to the partners.

    Args:
        audience: people and addresses are for ourselves and the partners only.
    """
    register = Register(data, tr, audience, now)
    found = dissolution(data, register.today)
    title = tr.t("Ending the network: what has to be settled")
    paper = register.begin(title)
    paper.paragraph(
        tr.t(
            "A network ends by decision. The meeting that decides it also says who keeps the "
            "records and which data are deleted. This list is no legal advice."
        )
    )
    _decision(tr, paper)
    _actions(register, found, paper)
    _minutes(register, found, paper)
    _data(register, found, paper)
    _money(register, found, paper)
    _agreement(register, found, paper)
    _roles(register, found, paper)
    _open(register, found, paper)
    _notice(register, found, paper)
    _records(tr, paper)
    values = {
        tr.p("front matter", "type"): tr.p("front matter", "dissolution"),
        tr.p("front matter", "network"): data.network.name,
        tr.p("front matter", "date"): register.today,
        tr.p("front matter", "language"): tr.lang,
    }
    return Document(
        title=title,
        lang=tr.lang,
        markdown=front_matter(values) + paper.markdown,
        kind=DocumentKind.DISSOLUTION,
    )


def _decision(tr: Translator, paper: Paper) -> None:
    paper.heading(2, tr.t("The decision"))
    paper.bullet(tr.t("The network ends on: {line}", line=LINE))
    paper.bullet(tr.t("Decision no. and day: {line}", line=LINE))
    paper.bullet(
        tr.t("It stands in the invitation; the agreement says which majority is needed (point 9).")
    )


def _actions(register: Register, found: Dissolution, paper: Paper) -> None:
    """Each is finished, handed on or dropped with a reason."""
    tr, scene = register.tr, register.scene()
    shown = [a for a in found.actions if not register.hides(a.meeting, a.event)]
    paper.heading(2, tr.t("Open actions"))
    if not shown:
        paper.paragraph(tr.t("No action is open."))
        return
    paper.paragraph(tr.t("Finish each, hand it on, or drop it with a reason."))
    rows = [
        [
            inline(a.number),
            inline(a.title),
            actions_part.owner(scene, a),
            actions_part.due(tr, a),
            "",
        ]
        for a in shown
    ]
    header = actions_part.header(tr)
    paper.table([header[0], header[1], header[2], header[4], tr.t("What becomes of it")], rows)


def _minutes(register: Register, found: Dissolution, paper: Paper) -> None:
    tr = register.tr
    paper.heading(2, tr.t("Minutes"))
    for meeting in found.unsent:
        paper.bullet(tr.t("Send the minutes of {meeting}.", meeting=_called(register, meeting)))
    for meeting in found.unapproved:
        paper.bullet(tr.t("Approve the minutes of {meeting}.", meeting=_called(register, meeting)))
    paper.bullet(
        tr.t("Nobody approves the last minutes later: read them out and decide on them at its end.")
    )
    for meeting in found.ahead:
        paper.bullet(
            tr.t("Cancel {meeting}, or use it for this.", meeting=_called(register, meeting))
        )


def _called(register: Register, meeting: Meeting) -> str:
    """2026-3 of 14.10.2026"""
    day = meeting.start.astimezone(plan.zone(register.data)).date()
    return register.tr.t(
        "{number} of {day}",
        number=plan.label(register.data, meeting),
        day=register.tr.date_short(day),
    )


def _data(register: Register, found: Dissolution, paper: Paper) -> None:
    """Every stock of data: who keeps it now, how long, and where it goes."""
    tr = register.tr
    paper.heading(2, tr.t("Data"))
    if not found.registers:
        paper.paragraph(tr.t("No register is entered; this file itself is one (F8)."))
        return
    rows = [
        [
            inline(one.name),
            _partner(register, one.keeper),
            inline(one.place) or NOTHING,
            inline(one.retention) or NOTHING,
            "",
            "",
        ]
        for one in found.registers
    ]
    paper.table(
        [
            tr.p("data list", "Data"),
            tr.p("data list", "Kept by"),
            tr.p("data list", "Place"),
            tr.p("data list", "Deleted"),
            tr.t("Goes to, or is deleted on"),
            tr.t("Done by"),
        ],
        rows,
    )


def _partner(register: Register, identity: str) -> str:
    known = register.data.find(Organisation, identity)
    return inline(known.name) if known is not None else NOTHING


def _money(register: Register, found: Dissolution, paper: Paper) -> None:
    tr = register.tr
    paper.heading(2, tr.t("Money and contributions"))
    if found.funding:
        until = tr.date_short(found.funding_until) if found.funding_until else NOTHING
        paper.bullet(
            tr.t("Funding: {funding}, until {day}.", funding=inline(found.funding), day=until)
        )
        paper.bullet(tr.t("The last account for it is written by: {line}", line=LINE))
    for one in found.money:
        said = ", ".join(filter(None, [inline(one.text), inline(one.amount)]))
        paper.bullet(f"{_partner(register, one.organisation)}: {said}")
    if not (found.funding or found.money):
        paper.bullet(tr.t("No money is entered."))
    paper.bullet(tr.t("What is left over goes to: {line}", line=LINE))
    if found.contributions > len(found.money):
        paper.bullet(
            tr.t(
                "Partners contribute rooms, time and skills ({count}); they end with the network.",
                count=found.contributions - len(found.money),
            )
        )


def _agreement(register: Register, found: Dissolution, paper: Paper) -> None:
    tr = register.tr
    paper.heading(2, tr.t("The agreement"))
    if found.version is None:
        paper.paragraph(tr.t("No version is in force."))
    else:
        paper.bullet(
            tr.t("Version {number} ends with the network.", number=inline(found.version.number))
        )
    if found.unsigned:
        codes = ", ".join(inline(o.code) for o in found.unsigned)
        paper.bullet(tr.t("Nobody is asked to sign any more: {codes}.", codes=codes))


def _roles(register: Register, found: Dissolution, paper: Paper) -> None:
    tr = register.tr
    if not found.roles:
        return
    paper.heading(2, tr.t("Roles that end"))
    for role in found.roles:
        person = register.data.find(Person, role.person)
        public = register.audience is Audience.PUBLIC
        name = inline(person.name) if person is not None and not public else NOTHING
        paper.bullet(f"{_role(tr, role.role)}: {name}")


def _role(tr: Translator, kind: StandingRoleKind) -> str:
    return {
        StandingRoleKind.COORDINATOR: tr.t("Coordination"),
        StandingRoleKind.COORDINATION_TEAM: tr.t("Coordination team"),
        StandingRoleKind.ACTION_PLAN: tr.t("Action plan"),
        StandingRoleKind.DATABASE: tr.t("Databases"),
        StandingRoleKind.DOCUMENTATION: tr.t("Documentation"),
        StandingRoleKind.PUBLIC_RELATIONS: tr.t("Public relations"),
        StandingRoleKind.SPOKESPERSON: tr.t("Spokesperson"),
    }[kind]


def _open(register: Register, found: Dissolution, paper: Paper) -> None:
    """What nobody decides any more unless it is done now."""
    tr = register.tr
    topics = [p for p in found.topics if not register.hides(p.meeting, p.event)]
    if not (topics or found.circulars or found.applications):
        return
    paper.heading(2, tr.t("Still open"))
    for topic in topics:
        paper.bullet(
            tr.t("{number}, parking lot: {text}", number=topic.number, text=inline(topic.text))
        )
    for one in found.circulars:
        paper.bullet(tr.t("Decision in text form: {text}", text=inline(one.text)))
    for application in found.applications:
        name = _partner(register, application.organisation)
        paper.bullet(tr.t("Application of {name}: tell them.", name=name))


def _notice(register: Register, found: Dissolution, paper: Paper) -> None:
    """Who has to be told, and how to reach them."""
    tr = register.tr
    paper.heading(2, tr.t("Notice to the partners"))
    rows = [_told(register, partner) for partner in found.partners]
    if register.audience is Audience.PUBLIC:
        rows = [[row[0], row[-1]] for row in rows]
        paper.table([tr.p("signature list", "Partner"), tr.t("Told on")], rows)
    else:
        header: Sequence[str] = [
            tr.p("signature list", "Partner"),
            tr.p("signature list", "Represented by"),
            tr.p("contact list", "E-mail"),
            tr.t("Told on"),
        ]
        paper.table(header, rows)
    paper.bullet(tr.t("Tell also: funders, the press, whoever links to the network."))


def _told(register: Register, partner: Organisation) -> list[str]:
    person = plan.delegate(register.data, partner.id, register.today)
    return [
        inline(partner.name),
        inline(person.name) if person is not None else NOTHING,
        inline(person.email) if person is not None and person.email else NOTHING,
        "",
    ]


def _records(tr: Translator, paper: Paper) -> None:
    """Who keeps what, with the periods that domain 6.2 proposes."""
    paper.heading(2, tr.t("Records"))
    rows = [
        [tr.t("minutes, internal"), tr.t("10 years, then look again"), ""],
        [tr.t("signed versions of the agreement"), tr.t("10 years, then look again"), ""],
        [tr.t("minutes for the public, decision register"), tr.t("for good"), ""],
        [tr.t("contacts of people"), tr.t("4 weeks"), ""],
        [tr.t("this file, its backups, exported documents"), tr.t("as decided"), ""],
    ]
    paper.table([tr.t("What"), tr.t("How long (proposal)"), tr.t("Kept by")], rows)
    paper.table(
        [tr.t("Settled on"), tr.p("signature list", "Signature")],
        [["", ""]],
    )
