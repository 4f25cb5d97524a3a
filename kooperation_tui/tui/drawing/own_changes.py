"""What the question before an undo calls a change outside a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kooperation_tui.domain.applied import Application, Resource
from kooperation_tui.domain.data import Change
from kooperation_tui.domain.inverse import Rows
from kooperation_tui.domain.model import (
    Action,
    Block,
    Body,
    Decision,
    Delegation,
    Meeting,
    Minutes,
    Network,
    Organisation,
    ParkingItem,
    Person,
    Record,
    RuleSet,
    Signature,
    StandingRole,
    Version,
)
from kooperation_tui.i18n import N_
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

LONGEST: Final = 120
_FIRST: Final[tuple[type[Record], ...]] = (
    *(Decision, Action, ParkingItem, Minutes, Version, Signature, Block, Application),
    *(Meeting, Organisation, StandingRole, Delegation, Person, Resource, RuleSet, Network),
)
"""A change of several rows is named after the first of these kinds that is in it."""
_PARTS: Final[Mapping[str, str]] = {
    "items": N_("agenda"),
    "roles": N_("roles"),
    "declined": N_("roles"),
    "expected": N_("who is coming"),
    "start": N_("day and time"),
    "end": N_("day and time"),
    "place": N_("place"),
    "invited_on": N_("invitation"),
}
"""Fields of a meeting, as people call them."""


def change_named(view: View, rows: Rows, change: Change) -> tuple[str, str]:
    """What it was (`Änderung an Partner HWK`), and what was changed."""
    tr = view.tr
    now = {(type(r), r.id): r for r in change.puts}
    found = [(kind, was, now.get((kind, identity))) for kind, identity, was in rows]
    kinds = [kind for kind, _, _ in found]
    kind = next((k for k in _FIRST if k in kinds), kinds[0])
    of_kind = [(was, new) for one, was, new in found if one is kind]
    was, new = of_kind[0]
    row = new or was
    assert row is not None
    if len(of_kind) > 1:
        several = {
            Organisation: tr.n("{count} partner", "{count} partners", len(of_kind)),
            Action: tr.n("{count} action", "{count} actions", len(of_kind)),
        }
        what = several.get(kind) or tr.n("{count} entry", "{count} entries", len(of_kind))
    else:
        what = _noun(view, row)
    if new is None:
        what = tr.t("the removal of {what}", what=what)
    elif was is not None:
        what = tr.t("the change of {what}", what=what)
    details = _details(view, was, row) if len(of_kind) == 1 else ""
    return what, ink.shorten(details, LONGEST)


def _noun(view: View, row: Record) -> str:
    tr, data = view.tr, view.data
    match row:
        case Decision(number=number):
            return tr.t("decision {number}", number=words.short_number(number))
        case Action(number=number):
            return tr.t("action {number}", number=words.short_number(number))
        case ParkingItem(number=number):
            return tr.t("topic {number}", number=words.short_number(number))
        case Minutes(meeting=meeting):
            day = tr.day_short(data.get(Meeting, meeting).start.date())
            return tr.t("the minutes of {day}", day=day)
        case Version(number=number):
            return tr.t("version {number}", number=number)
        case Signature(organisation=organisation):
            return tr.t("the signature of {code}", code=words.code(data, organisation))
        case Block(key=key):
            return words.blocks_name((key,), tr)
        case Application(organisation=organisation):
            return tr.t("the application of {code}", code=words.code(data, organisation))
        case Meeting():
            return words.meeting_title(data, row, tr)
        case Organisation(code=code):
            return tr.t("partner {code}", code=code)
        case Delegation(organisation=organisation):
            return tr.t("who speaks for {code}", code=words.code(data, organisation))
        case Resource(organisation=organisation):
            return tr.t("the contribution of {code}", code=words.code(data, organisation))
        case StandingRole(role=role):
            return tr.t(words.STANDING[role])
        case Person(name=name) | Body(name=name):
            return name
        case RuleSet():
            return tr.t("the rules")
        case Network():
            return tr.t("the network")
    return tr.t("the last entry")


def _details(view: View, was: Record | None, row: Record) -> str:
    """What it says now; of what was changed, the part that is another one."""
    tr = view.tr
    match row, was:
        case Organisation(), Organisation():
            before, now = f"{was.code} {was.name}", f"{row.code} {row.name}"
            return f"{before} → {now}" if before != now else ""
        case Organisation(name=name), _:
            return name
        case Action(), Action() if was.status is not row.status:
            return f"{row.title}: {tr.t(words.ACTION_STATES[row.status])}"
        case Action(), Action() if was.due != row.due and row.due is not None:
            return f"{row.title}: {tr.day_short(row.due)}"
        case Action(title=text), _:
            return text
        case ((Decision(text=text) | ParkingItem(text=text) | Resource(text=text)), _):
            return text
        case Block(), Block() if was.state is not row.state:
            return tr.t(words.BLOCK_STATES[row.state])
        case Block(text=text), _:
            return text
        case Version(status=status), _:
            return tr.t(words.VERSION_STATES[status])
        case Signature(status=signed), _:
            return tr.t(words.SIGNATURE_STATES[signed])
        case ((Delegation(person=person) | StandingRole(person=person)), _):
            return words.person_name(view.data, person)
        case Meeting(), Meeting():
            changed = [p for f, p in _PARTS.items() if getattr(was, f) != getattr(row, f)]
            return ", ".join(tr.t(part) for part in dict.fromkeys(changed))
        case Meeting(start=start), _:
            return tr.day_short(start.date())
    return ""
