"""Codes of the domain in words, and the names of things on a screen."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import ResourceKind
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    ActionStatus,
    BlockState,
    Body,
    BodyKind,
    DecisionStatus,
    ItemKind,
    Majority,
    Meeting,
    MeetingStatus,
    MinutesPart,
    Organisation,
    Person,
    Role,
    SignatureForm,
    SignatureStatus,
    StandingRoleKind,
    Subject,
    Template,
    VersionStatus,
)
from kooperation_tui.i18n import LANGUAGES, N_, Translator, translator

KINDS = {
    ItemKind.FORMAL: N_("Formalities"),
    ItemKind.INFORMATION: N_("Information"),
    ItemKind.DISCUSSION: N_("Discussion"),
    ItemKind.DECISION: N_("Decision"),
    ItemKind.COLLECT: N_("Collecting ideas"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.AOB: N_("Any other business"),
    ItemKind.CLOSING: N_("Closing"),
}
SUBJECTS = {
    Subject.ORDINARY: N_("nothing special"),
    Subject.AGREEMENT: N_("the agreement"),
    Subject.ADMISSION: N_("admission of a partner"),
    Subject.EXCLUSION: N_("exclusion of a partner"),
    Subject.ELECTION: N_("an election"),
    Subject.MINUTES: N_("the last minutes"),
    Subject.BUDGET: N_("money"),
}
ROLES = {
    Role.FACILITATOR: N_("Facilitation"),
    Role.CO_FACILITATOR: N_("Co-facilitation"),
    Role.MINUTES: N_("Minutes"),
    Role.TIMEKEEPER: N_("Time"),
    Role.SPEAKERS_LIST: N_("Speakers’ list"),
    Role.HOST: N_("Host"),
    Role.TECH: N_("Technology"),
}
STANDING = {
    StandingRoleKind.COORDINATOR: N_("Coordination"),
    StandingRoleKind.COORDINATION_TEAM: N_("Coordination team"),
    StandingRoleKind.ACTION_PLAN: N_("Action plan"),
    StandingRoleKind.DATABASE: N_("Databases"),
    StandingRoleKind.DOCUMENTATION: N_("Documentation"),
    StandingRoleKind.PUBLIC_RELATIONS: N_("Public relations"),
    StandingRoleKind.SPOKESPERSON: N_("Spokesperson"),
}
MAJORITIES = {
    Majority.SIMPLE: N_("simple majority"),
    Majority.ABSOLUTE: N_("majority of the votes represented"),
    Majority.TWO_THIRDS: N_("two thirds"),
    Majority.THREE_QUARTERS: N_("three quarters"),
    Majority.UNANIMOUS: N_("unanimous"),
    Majority.TWO_THIRDS_OF_ALL: N_("two thirds of all partners"),
    Majority.THREE_QUARTERS_OF_ALL: N_("three quarters of all partners"),
    Majority.ALL_PARTNERS: N_("all partners"),
}
BLOCK_STATES = {
    BlockState.OPEN: N_("open"),
    BlockState.DRAFT: N_("draft"),
    BlockState.AGREED: N_("agreed"),
    BlockState.NOT_NEEDED: N_("not needed"),
}
VERSION_STATES = {
    VersionStatus.WORKING: N_("being worked on"),
    VersionStatus.PROPOSED: N_("proposed"),
    VersionStatus.ADOPTED: N_("adopted"),
    VersionStatus.OPEN_FOR_SIGNATURE: N_("open for signature"),
    VersionStatus.IN_FORCE: N_("in force"),
    VersionStatus.SUPERSEDED: N_("superseded"),
}
TEMPLATES = {
    Template.NONE: N_("no rules yet"),
    Template.INFORMAL: N_("network of equals"),
    Template.MUNICIPAL: N_("municipality and network"),
    Template.CONSORTIUM: N_("funded consortium"),
}
"""What rules and sample clauses are made for, the one that decides nothing first."""
SIGNATURE_STATES = {
    SignatureStatus.SIGNED: N_("signed"),
    SignatureStatus.PENDING: N_("outstanding"),
    SignatureStatus.RESERVED: N_("committee must agree"),
    SignatureStatus.REFUSED: N_("refused"),
}
FORMS = {
    SignatureForm.INK.value: N_("on paper"),
    SignatureForm.TEXT_FORM.value: N_("in text form"),
    SignatureForm.ADVANCED.value: N_("electronically, advanced"),
    SignatureForm.QUALIFIED.value: N_("electronically, qualified"),
}
ACTION_STATES = {
    ActionStatus.OPEN: N_("open"),
    ActionStatus.IN_PROGRESS: N_("in progress"),
    ActionStatus.DONE: N_("done"),
    ActionStatus.ON_HOLD: N_("on hold"),
    ActionStatus.DROPPED: N_("dropped"),
    ActionStatus.RETRACTED: N_("taken back"),
}
DECISION_STATES = {
    DecisionStatus.IN_FORCE: N_("in force"),
    DecisionStatus.CARRIED_OUT: N_("carried out"),
    DecisionStatus.REJECTED: N_("rejected"),
    DecisionStatus.NOT_QUORATE: N_("no quorum"),
    DecisionStatus.VOID: N_("void"),
    DecisionStatus.RETRACTED: N_("taken back"),
    DecisionStatus.SUPERSEDED: N_("superseded"),
    DecisionStatus.REVOKED: N_("revoked"),
    DecisionStatus.EXPIRED: N_("expired"),
}
RESOURCES = {
    ResourceKind.TIME: N_("time"),
    ResourceKind.ROOM: N_("rooms"),
    ResourceKind.SKILL: N_("skills"),
    ResourceKind.CONTACT: N_("contacts"),
    ResourceKind.MONEY: N_("money"),
    ResourceKind.OTHER: N_("something else"),
}
FOUND = {
    "entry": ("F5", N_("Minutes")),
    "item": ("F3", N_("Agenda")),
    "meeting": ("F9", N_("Meeting")),
    "decision": ("F9", N_("Decision")),
    "action": ("F7", N_("Action")),
    "parking": ("F3", N_("Parking lot")),
    "block": ("F6", N_("Agreement")),
    "version": ("F6", N_("Version")),
    "signature": ("F6", N_("Signature")),
    "goal": ("F6", N_("Goal")),
    "circular": ("F6", N_("In text form")),
    "partner": ("F8", N_("Partner")),
    "person": ("F8", N_("Person")),
    "application": ("F8", N_("Application")),
    "resource": ("F8", N_("Contribution")),
    "register": ("F8", N_("Data")),
    "role": ("F4", N_("Lasting role")),
    "body": ("F4", N_("Body")),
    "objection": ("F5", N_("Objection")),
    "network": ("F2", N_("Network")),
    "reminder": ("F2", N_("Reminder")),
}
"""What a search can find: the area it is in, and what it is."""
MEETING_STATES = {
    MeetingStatus.PLANNED: N_("planned"),
    MeetingStatus.INVITED: N_("invited"),
    MeetingStatus.RUNNING: N_("running"),
    MeetingStatus.CLOSED: N_("closed"),
    MeetingStatus.CANCELLED: N_("cancelled"),
}
BODIES = {
    BodyKind.PLENARY: N_("network meeting"),
    BodyKind.COORDINATION: N_("coordination team"),
    BodyKind.STEERING: N_("steering committee"),
    BodyKind.WORKING_GROUP: N_("working group"),
    BodyKind.CONFERENCE: N_("network conference"),
}
BLOCK_NAMES = {
    "preamble": N_("Preamble"),
    "goals": N_("Goals"),
    "principles": N_("Principles"),
    "p1": N_("Steering and organisation"),
    "p2": N_("Tasks and action plan"),
    "p3": N_("Cooperation of the partners"),
    "p4": N_("Facilitation of meetings"),
    "p5": N_("Databases"),
    "p6": N_("Minutes, documentation"),
    "p7": N_("Information, public relations"),
    "p8": N_("Admission of new partners"),
    "p9": N_("Continuation"),
    "data_protection": N_("Data protection"),
    "entry_into_force": N_("Entry into force"),
}


def kind_name(kind: ItemKind, tr: Translator) -> str:
    """The kind of an item; a decision item is not yet a decision."""
    return tr.p("kind", "Decision") if kind is ItemKind.DECISION else tr.t(KINDS[kind])


def block_name(key: str, tr: Translator) -> str:
    """`1 Steuerung und Organisation`, `Präambel`."""
    name = tr.t(BLOCK_NAMES[key])
    return f"{key[1:]} {name}" if key[1:].isdigit() else name


def blocks_name(keys: Sequence[str], tr: Translator) -> str:
    """`Punkte 3, 8`, `Präambel`: blocks of the agreement in a line; '' without any."""
    found = [tr.t(BLOCK_NAMES.get(key, key)) for key in keys if not key[1:].isdigit()]
    numbers = [key[1:] for key in keys if key[1:].isdigit()]
    if numbers:
        points = ", ".join(numbers)
        found.append(tr.n("Point {points}", "Points {points}", len(numbers), points=points))
    return ", ".join(found)


def meeting_title(data: Data, meeting: Meeting, tr: Translator) -> str:
    """`3. Netzwerktreffen 2026`, or the title somebody gave it; usual bodies are translated."""
    if meeting.title:
        return meeting.title
    body = data.find(Body, meeting.body)
    return tr.t(
        "{ordinal} {body} {year}",
        ordinal=tr.ordinal(meeting.number),
        body=body_name(body, tr) if body is not None else tr.t(BODIES[BodyKind.PLENARY]),
        year=meeting.year,
    )


def body_name(body: Body, tr: Translator) -> str:
    """Its name; one that only says what kind it is, in any language, in that of the reader."""
    kind = BODIES[body.kind]
    usual = {translator(lang).t(kind).casefold() for lang in LANGUAGES}
    return tr.t(kind) if body.name.casefold() in usual else body.name


def short_number(number: str) -> str:
    """B-2026-3-4 -> B4, M-2026-024 -> M24, TS-2026-06 -> TS6: as screens show them."""
    found = re.fullmatch(r"([A-Z]+)-.*?0*(\d+)", number)
    return f"{found[1]}{found[2]}" if found else number


def code(data: Data, organisation: str) -> str:
    """The code of a partner; '?' if it is not in the file any more."""
    known = data.find(Organisation, organisation)
    return known.code if known is not None else "?"


def codes(data: Data, organisations: tuple[str, ...]) -> str:
    """Codes of partners, separated by commas."""
    return ", ".join(code(data, o) for o in organisations)


def target_name(data: Data, target: str, tr: Translator) -> str:
    """Where a topic goes: a body or a partner by id, else the words somebody typed."""
    if not re.fullmatch(r"[0-9a-f]{32}", target):
        return target
    body = data.find(Body, target)
    return body_name(body, tr) if body is not None else code(data, target)


def person_name(data: Data, person: str) -> str:
    """The name of a person, '' if nobody."""
    known = data.find(Person, person)
    return known.name if known is not None else ""


def person_with_code(data: Data, person: str, meeting: Meeting) -> str:
    """`Petra Vogt (BIB)`"""
    name = person_name(data, person)
    found = plan.organisations_of(data, person, meeting.start.date())
    return f"{name} ({code(data, found[0])})" if found else name


def rules_count(tr: Translator, *, agreed: bool, changed: bool) -> str:
    """Which rules count from a line of the log on."""
    if not agreed:
        return tr.t("From here on the rules count as a proposal.")
    if changed:
        return tr.t("From here on the changed rules count.")
    return tr.t("From here on the agreed rules count.")


def passage(part: MinutesPart, item: int, tr: Translator) -> str:
    """Where in minutes a passage stands: item 4, attendance"""
    from kooperation_tui.documents.words import minutes_part  # lists need no documents

    return minutes_part(tr, part) or tr.t("item {number}", number=item)
