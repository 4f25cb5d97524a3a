"""Single words of the documents, by code."""

from __future__ import annotations

from collections.abc import Callable

from kooperation_tui.documents.document import Audience
from kooperation_tui.domain.applied import CircularVote
from kooperation_tui.domain.model import (
    ActionStatus,
    Body,
    BodyKind,
    DecisionStatus,
    ItemKind,
    Majority,
    MinutesPart,
    MinutesStatus,
    Role,
    SignatureForm,
    SignatureStatus,
    StandingRoleKind,
)
from kooperation_tui.i18n import LANGUAGES, Translator, translator


def item_kind(tr: Translator, kind: ItemKind) -> str:
    return {
        ItemKind.FORMAL: tr.p("document item kind", "formal"),
        ItemKind.INFORMATION: tr.p("document item kind", "information"),
        ItemKind.DISCUSSION: tr.p("document item kind", "discussion"),
        ItemKind.DECISION: tr.p("document item kind", "decision"),
        ItemKind.COLLECT: tr.p("document item kind", "collecting ideas"),
        ItemKind.BREAK: tr.p("document item kind", "break"),
        ItemKind.AOB: tr.p("document item kind", "any other business"),
        ItemKind.CLOSING: tr.p("document item kind", "closing"),
    }[kind]


def role(tr: Translator, kind: Role) -> str:
    return {
        Role.FACILITATOR: tr.p("document role", "Facilitator"),
        Role.CO_FACILITATOR: tr.p("document role", "Co-facilitator"),
        Role.MINUTES: tr.p("document role", "Minutes"),
        Role.TIMEKEEPER: tr.p("document role", "Timekeeper"),
        Role.SPEAKERS_LIST: tr.p("document role", "Speakers' list"),
        Role.HOST: tr.p("document role", "Host"),
        Role.TECH: tr.p("document role", "Technical support"),
    }[kind]


def role_change(tr: Translator, kind: Role) -> str:
    """What a hand-over is called."""
    return {
        Role.FACILITATOR: tr.p("document", "Change of facilitator"),
        Role.CO_FACILITATOR: tr.p("document", "Change of co-facilitator"),
        Role.MINUTES: tr.p("document", "Change of minute-taker"),
        Role.TIMEKEEPER: tr.p("document", "Change of timekeeper"),
        Role.SPEAKERS_LIST: tr.p("document", "Change at the speakers' list"),
        Role.HOST: tr.p("document", "Change of host"),
        Role.TECH: tr.p("document", "Change of technical support"),
    }[kind]


def majority(tr: Translator, kind: Majority, *, of_all_cast: bool) -> str:
    """The majority in words; `of_all_cast` if abstentions count."""
    match kind:
        case Majority.SIMPLE:
            return tr.p("document", "simple majority")
        case Majority.ABSOLUTE:
            return tr.p("document", "majority of the votes represented")
        case Majority.TWO_THIRDS if of_all_cast:
            return tr.p("document", "two thirds of the votes cast")
        case Majority.TWO_THIRDS:
            return tr.p("document", "two thirds of yes and no votes")
        case Majority.THREE_QUARTERS if of_all_cast:
            return tr.p("document", "three quarters of the votes cast")
        case Majority.THREE_QUARTERS:
            return tr.p("document", "three quarters of yes and no votes")
        case Majority.UNANIMOUS:
            return tr.p("document", "unanimity")
        case Majority.TWO_THIRDS_OF_ALL:
            return tr.p("document", "two thirds of all partners")
        case Majority.THREE_QUARTERS_OF_ALL:
            return tr.p("document", "three quarters of all partners")
        case Majority.ALL_PARTNERS:
            return tr.p("document", "approval of all partners")


def action_status(tr: Translator, status: ActionStatus) -> str:
    return {
        ActionStatus.OPEN: tr.p("document action", "open"),
        ActionStatus.IN_PROGRESS: tr.p("document action", "in progress"),
        ActionStatus.DONE: tr.p("document action", "done"),
        ActionStatus.ON_HOLD: tr.p("document action", "on hold"),
        ActionStatus.DROPPED: tr.p("document action", "dropped"),
        ActionStatus.RETRACTED: tr.p("document action", "taken back"),
    }[status]


def decision_status(tr: Translator, status: DecisionStatus) -> str:
    return {
        DecisionStatus.IN_FORCE: tr.p("document decision", "in force"),
        DecisionStatus.REJECTED: tr.p("document decision", "rejected"),
        DecisionStatus.NOT_QUORATE: tr.p("document decision", "no quorum, not valid"),
        DecisionStatus.VOID: tr.p("document decision", "void"),
        DecisionStatus.RETRACTED: tr.p("document decision", "taken back"),
        DecisionStatus.SUPERSEDED: tr.p("document decision", "superseded"),
        DecisionStatus.CARRIED_OUT: tr.p("document decision", "carried out"),
        DecisionStatus.REVOKED: tr.p("document decision", "revoked"),
        DecisionStatus.EXPIRED: tr.p("document decision", "expired"),
    }[status]


def signature_status(tr: Translator, status: SignatureStatus) -> str:
    return {
        SignatureStatus.PENDING: tr.p("document signature", "pending"),
        SignatureStatus.RESERVED: tr.p("document signature", "pending (board approval)"),
        SignatureStatus.SIGNED: tr.p("document signature", "signed"),
        SignatureStatus.REFUSED: tr.p("document signature", "refused"),
    }[status]


def signature_form(tr: Translator, form: str) -> str:
    """How a signature was given; empty for one by hand or if nobody said."""
    return {
        SignatureForm.TEXT_FORM.value: tr.p("document signature", "in text form"),
        SignatureForm.ADVANCED.value: tr.p("document signature", "electronically, advanced"),
        SignatureForm.QUALIFIED.value: tr.p("document signature", "electronically, qualified"),
    }.get(form, "")


def minutes_status(tr: Translator, status: MinutesStatus) -> str:
    return {
        MinutesStatus.DRAFT: tr.p("document minutes", "not sent yet"),
        MinutesStatus.SENT: tr.p("document minutes", "sent"),
        MinutesStatus.OBJECTIONS: tr.p("document minutes", "sent, with objections"),
        MinutesStatus.APPROVED: tr.p("document minutes", "approved"),
    }[status]


def minutes_part(tr: Translator, part: MinutesPart) -> str:
    """A part of minutes above their items, '' for an item."""
    return {
        MinutesPart.ITEM: "",
        MinutesPart.ATTENDANCE: tr.p("part of minutes", "attendance"),
        MinutesPart.HEAD: tr.p("part of minutes", "head"),
    }[part]


def standing_role(tr: Translator, role: StandingRoleKind) -> str:
    return {
        StandingRoleKind.COORDINATOR: tr.p("document task", "coordination"),
        StandingRoleKind.COORDINATION_TEAM: tr.p("document task", "coordination team"),
        StandingRoleKind.ACTION_PLAN: tr.p("document task", "action plan"),
        StandingRoleKind.DATABASE: tr.p("document task", "databases"),
        StandingRoleKind.DOCUMENTATION: tr.p("document task", "documentation"),
        StandingRoleKind.PUBLIC_RELATIONS: tr.p("document task", "public relations"),
        StandingRoleKind.SPOKESPERSON: tr.p("document task", "speaks for the network"),
    }[role]


def circular_vote(tr: Translator, vote: CircularVote) -> str:
    return {
        CircularVote.YES: tr.p("document circular", "yes"),
        CircularVote.NO: tr.p("document circular", "no"),
        CircularVote.ABSTAIN: tr.p("document circular", "abstains"),
        CircularVote.OBJECTS: tr.p("document circular", "objects to this way"),
    }[vote]


def audience(tr: Translator, who: Audience) -> str:
    return {
        Audience.INTERNAL: tr.p("document audience", "internal"),
        Audience.PARTNERS: tr.p("document audience", "partners"),
        Audience.PUBLIC: tr.p("document audience", "public"),
    }[who]


def _plenary(tr: Translator) -> str:
    return tr.p("document body", "network meeting")


def _coordination(tr: Translator) -> str:
    return tr.p("document body", "coordination team")


def body_name(tr: Translator, body: Body | None) -> str:
    """The body as it stands inside a sentence; the usual names in the document's language."""
    if body is None or is_plenary(body):
        return _plenary(tr)
    if body.kind is BodyKind.COORDINATION and _usual(body, _coordination):
        return _coordination(tr)
    return body.name


def is_plenary(body: Body | None) -> bool:
    """Whether a body is the network meeting under its usual name."""
    return body is None or (body.kind is BodyKind.PLENARY and _usual(body, _plenary))


def _usual(body: Body, word: Callable[[Translator], str]) -> bool:
    names = {word(translator(lang)).casefold() for lang in LANGUAGES}
    return not body.name or body.name.casefold() in names


def number(tr: Translator, count: int) -> str:
    """A small number in words, a larger one in digits."""
    words = (
        tr.p("number", "zero"),
        tr.p("number", "one"),
        tr.p("number", "two"),
        tr.p("number", "three"),
        tr.p("number", "four"),
        tr.p("number", "five"),
        tr.p("number", "six"),
        tr.p("number", "seven"),
        tr.p("number", "eight"),
        tr.p("number", "nine"),
        tr.p("number", "ten"),
        tr.p("number", "eleven"),
        tr.p("number", "twelve"),
    )
    return words[count] if 0 <= count < len(words) else str(count)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
