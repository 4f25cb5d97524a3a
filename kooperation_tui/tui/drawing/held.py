"""What a partner still holds, in words."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.leaving import NAMED_ONLY, Held, HeldKind, held_by
from kooperation_tui.domain.model import Meeting, Organisation, Role, StandingRoleKind
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

NAMES = {
    HeldKind.ACTION: N_("Action"),
    HeldKind.ROLE: N_("Lasting role"),
    HeldKind.MEETING_ROLE: N_("Role in a meeting"),
    HeldKind.ITEM: N_("Agenda"),
    HeldKind.REGISTER: N_("Data"),
    HeldKind.POINT: N_("Agreement"),
    HeldKind.CONTROLLER: N_("Data protection"),
    HeldKind.BODY: N_("Seat in a body"),
    HeldKind.MENTOR: N_("Mentor of"),
    HeldKind.SIGNATURE: N_("Signature"),
    HeldKind.PERSON: N_("Person"),
}
_KIND = 20


def about(view: View, partner: str) -> list[Content]:
    """Who leaves when, and what to do with the list."""
    tr, known = view.tr, view.data.get(Organisation, partner)
    if known.left_on is not None:
        said = tr.t("{name}: last day {day}.", name=known.name, day=tr.date_short(known.left_on))
    else:
        said = tr.t("What {name} holds", name=known.name)
    if known.left_reason:
        said += " " + known.left_reason
    more = tr.t("Enter hands the chosen one over. What stays here is named on F2.")
    rows = ink.put((said, "strong")).wrap(view.width)
    return [*rows, *ink.put((more, "dim")).wrap(view.width), Content("")]


def held_rows(view: View, partner: str) -> list[Row]:
    """What has to be handed over; below what ends with the partner."""
    named = [o for o in held_by(view.data, partner, view.today) if o.kind in NAMED_ONLY]
    rows = [Row(_row(view, one), f"{n}") for n, one in enumerate(to_hand_over(view, partner))]
    if not rows:
        rows = [Row(ink.put((view.tr.t("Everything is handed over."), "good")))]
    if named:
        rows += [BLANK, Row(ink.put((view.tr.t("Ends by itself"), "head")))]
        rows += [Row(_row(view, one)) for one in named]
    return rows


def to_hand_over(view: View, partner: str) -> list[Held]:
    """What the rows with an id stand for, in their order."""
    found = held_by(view.data, partner, view.today)
    return [one for one in found if one.kind not in NAMED_ONLY]


def _row(view: View, one: Held) -> Content:
    first = ink.put((ink.fit(view.tr.t(NAMES[one.kind]), _KIND), "dim"))
    return ink.hanging(first, ink.put(held_words(view, one)), view.width)


def held_words(view: View, one: Held) -> str:
    """`M24  Fachtag vorbereiten`, `Koordination: Petra Vogt`"""
    tr = view.tr
    name = words.person_name(view.data, one.person)
    match one.kind:
        case HeldKind.ACTION:
            return f"{words.short_number(one.number)}  {one.what}"
        case HeldKind.ROLE:
            return f"{tr.t(words.STANDING[StandingRoleKind(one.what)])}: {name}"
        case HeldKind.MEETING_ROLE:
            return f"{tr.t(words.ROLES[Role(one.what)])}: {name}, {_meeting(view, one)}"
        case HeldKind.ITEM:
            return f"{one.what}, {_meeting(view, one)}"
        case HeldKind.POINT:
            return words.block_name(one.what, tr)
        case HeldKind.CONTROLLER:
            return tr.t("answers for data protection")
        case HeldKind.SIGNATURE:
            return tr.t("version {number}, is not asked any more", number=one.what)
        case _:
            return one.what


def _meeting(view: View, one: Held) -> str:
    known = view.data.find(Meeting, one.id)
    return view.tr.date_short(known.start.date()) if known is not None else ""


def counted(view: View, partner: str) -> str:
    """`3 Maßnahmen, 1 Datenbestand`: what is still to be handed over, in short; '' if nothing."""
    tr = view.tr
    kinds = [one.kind for one in to_hand_over(view, partner)]
    actions = kinds.count(HeldKind.ACTION)
    others = len(kinds) - actions
    said = []
    if actions:
        said.append(tr.n("{count} running action", "{count} running actions", actions))
    if others:
        said.append(tr.n("{count} task", "{count} tasks", others))
    return ", ".join(said)
