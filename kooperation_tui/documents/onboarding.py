"""Everything a new partner needs to know, as one document (point 8)."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.accession import accession
from kooperation_tui.documents.agreement import agreement
from kooperation_tui.documents.annex_lists import data_registers, resources
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.paper import Paper, front_matter, without_front_matter
from kooperation_tui.documents.registers import actions, decisions
from kooperation_tui.documents.text import inline, reader
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.commands.applying import application_of
from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    MeetingStatus,
    Minutes,
    MinutesStatus,
    Organisation,
    OrganisationStatus,
    Person,
    StandingRoleKind,
)
from kooperation_tui.i18n import Translator


def onboarding(
    data: Data, tr: Translator, audience: Audience, now: dt.datetime, which: str = ""
) -> Document:
    """A welcome with dates and contacts, then agreement, plan, decisions, annexes, form.

    Args:
        audience: an internal pack is made for partners; nothing confidential is in it.
        which: the new partner's code, or nothing for a pack without a name.

    Raises:
        Refused: no partner has this code.
    """
    if audience is Audience.INTERNAL:
        audience = Audience.PARTNERS
    partner = plan.by_code(data, which) if which else None
    if which and partner is None:
        raise Refused(
            "No partner has the code “{code}”; “kooperation list partners” shows all codes.",
            code=which,
        )
    name = inline(partner.name) if partner is not None else ""
    title = tr.t("Welcome, {name}", name=name) if name else tr.t("Welcome")
    paper = Paper()
    paper.heading(1, title)
    paper.paragraph(
        tr.t("This is what a new partner of {network} needs.", network=inline(data.network.name))
    )
    _mentor(data, tr, partner, paper)
    _dates(data, tr, now, paper)
    _last_minutes(data, tr, now, paper)
    if audience is not Audience.PUBLIC:
        _roles(data, tr, now, paper)
        _contacts(data, tr, now, paper)
    version = versions.to_sign(data)
    parts = [agreement(data, tr, audience, now, version.number if version is not None else "")]
    parts += [actions(data, tr, audience, now), decisions(data, tr, audience, now)]
    parts += [resources(data, tr, audience, now), data_registers(data, tr, audience, now)]
    if version is not None:
        parts.append(accession(data, tr, audience, which if partner is not None else ""))
    whole = "\n".join(
        [paper.markdown, *(demoted(without_front_matter(part.markdown)) for part in parts)]
    )
    values = {
        tr.p("front matter", "type"): tr.p("front matter", "onboarding"),
        tr.p("front matter", "network"): data.network.name,
        tr.p("front matter", "language"): tr.lang,
    }
    return Document(
        title=title,
        lang=tr.lang,
        markdown=front_matter(values) + whole,
        kind=DocumentKind.ONBOARDING,
    )


def demoted(markdown: str) -> str:
    """A document as a part of another: every heading one level lower."""
    lines = markdown.split("\n")
    for token in reader(html=False).parse(markdown):
        if token.type == "heading_open" and token.map and token.markup in _LOWER:
            lines[token.map[0]] = lines[token.map[0]].replace(token.markup, f"{token.markup}#", 1)
    return "\n".join(lines)


_LOWER = tuple("#" * level for level in range(1, 6))


def _mentor(data: Data, tr: Translator, partner: Organisation | None, paper: Paper) -> None:
    known = application_of(data, partner.id) if partner is not None else None
    mentor = data.find(Organisation, known.mentor) if known is not None else None
    if mentor is not None:
        paper.paragraph(
            tr.t("Your mentor for the first year: {partner}.", partner=inline(mentor.name))
        )


def _dates(data: Data, tr: Translator, now: dt.datetime, paper: Paper) -> None:
    paper.heading(2, tr.t("Next meetings"))
    ahead = [
        m
        for m in plan.meetings(data)
        if m.start >= now and m.status in (MeetingStatus.PLANNED, MeetingStatus.INVITED)
    ]
    if not ahead:
        paper.paragraph(tr.t("No meeting is planned yet."))
    for row in ahead:
        start = row.start.astimezone(plan.zone(data))
        parts = [tr.date_long(start.date()), tr.time(start), inline(row.place)]
        paper.bullet(", ".join(part for part in parts if part))


def _last_minutes(data: Data, tr: Translator, now: dt.datetime, paper: Paper) -> None:
    """Which minutes a new partner asks for first: those of the last meeting of all."""
    whole = plan.plenary(data)
    held = [
        m
        for m in plan.meetings(data)
        if m.start < now
        and (m.ended_at is not None or m.external)
        and (whole is None or m.body == whole.id)
    ]
    if not held:
        return
    last = held[-1]
    known = next((m for m in data.rows(Minutes) if m.meeting == last.id), None)
    status = words.minutes_status(tr, known.status if known is not None else MinutesStatus.DRAFT)
    day = tr.date_long(last.start.astimezone(plan.zone(data)).date())
    paper.heading(2, tr.t("Last minutes"))
    paper.paragraph(
        tr.t(
            "Minutes {number} of {day} ({status}).",
            number=plan.label(data, last),
            day=day,
            status=status,
        )
    )


def _roles(data: Data, tr: Translator, now: dt.datetime, paper: Paper) -> None:
    """Who speaks for the network, who coordinates, who keeps what."""
    today = now.astimezone(plan.zone(data)).date()
    rows = []
    for role in StandingRoleKind:
        found = (data.find(Person, row.person) for row in holders(data, role, today))
        names = [inline(p.name) for p in found if p is not None and p.erased_on is None]
        if names:
            rows.append([words.standing_role(tr, role), ", ".join(names)])
    if rows:
        paper.heading(2, tr.t("Who is responsible for what"))
        paper.table([tr.p("contact list", "Task"), tr.p("contact list", "Name")], rows)


def _contacts(data: Data, tr: Translator, now: dt.datetime, paper: Paper) -> None:
    today = now.astimezone(plan.zone(data)).date()
    paper.heading(2, tr.t("Partners and contacts"))
    rows = []
    for partner in plan.partners(data):
        gone = (OrganisationStatus.LEFT, OrganisationStatus.APPLICANT)
        if plan.status_on(partner, today) in gone:
            continue
        spoken = plan.delegations(data, partner.id, today)
        people = [data.find(Person, d.person) for d in spoken]
        named = [p for p in people if p is not None and p.erased_on is None]
        rows.append(
            [
                inline(partner.name),
                ", ".join(inline(p.name) for p in named),
                ", ".join(inline(p.email) for p in named if p.email),
            ]
        )
    paper.table(
        [
            tr.p("signature list", "Partner"),
            tr.p("signature list", "Represented by"),
            tr.p("contact list", "E-mail"),
        ],
        rows,
    )
