"""Agendas to begin with (domain 5.6). Titles are message ids.

A template leaves out what does not apply: no minutes to approve without any,
no action plan without actions, no admission without an application.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from kooperation_tui.domain.admitting import waits
from kooperation_tui.domain.approving import waiting
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.goals import GOALS
from kooperation_tui.domain.model import (
    Action,
    AgendaItem,
    ItemKind,
    Organisation,
    Subject,
    Value,
)
from kooperation_tui.domain.tasks import LIVE

NewId = Callable[[], str]
Words = Callable[..., str]


class AgendaTemplate(StrEnum):
    REGULAR = "regular"
    SHORT = "short"
    FOUNDING = "founding"
    AGREEMENT = "agreement"
    CIRCLE = "circle"
    REVIEW = "review"


class Slot(Value):
    """An item of a template; `needs` names what must exist for it."""

    title: str
    minutes: int
    kind: ItemKind = ItemKind.DISCUSSION
    subject: Subject = Subject.ORDINARY
    points: tuple[str, ...] = ()
    needs: str = ""
    source: str = ""


GAPS = (
    M_("Main topic (enter its title)"),
    M_("One decision (enter its title)"),
    M_("Decision (enter its title)"),
)
"""Titles that somebody has to fill in."""
_BREAK = Slot(title="", minutes=10, kind=ItemKind.BREAK)
_CHECK_OUT = Slot(title=M_("Check-out"), minutes=5, kind=ItemKind.CLOSING)

TEMPLATES: dict[AgendaTemplate, tuple[Slot, ...]] = {
    AgendaTemplate.REGULAR: (
        Slot(title=M_("Opening, check-in, quorum, agenda"), minutes=15, kind=ItemKind.FORMAL),
        Slot(
            title=M_("Minutes of {date}"),
            minutes=5,
            kind=ItemKind.DECISION,
            subject=Subject.MINUTES,
            needs="minutes",
        ),
        Slot(
            title=M_("Progress on the action plan"),
            minutes=20,
            kind=ItemKind.INFORMATION,
            needs="actions",
        ),
        Slot(title=GAPS[0], minutes=35, kind=ItemKind.DECISION),
        _BREAK,
        Slot(
            title=M_("Cooperation agreement"),
            minutes=40,
            kind=ItemKind.DECISION,
            subject=Subject.AGREEMENT,
        ),
        Slot(
            title=M_("Application by {name}"),
            minutes=15,
            kind=ItemKind.DECISION,
            subject=Subject.ADMISSION,
            needs="application",
        ),
        Slot(
            title=M_("Any other business, parking lot, check-out"),
            minutes=15,
            kind=ItemKind.CLOSING,
        ),
    ),
    AgendaTemplate.SHORT: (
        Slot(title=M_("Check-in"), minutes=10, kind=ItemKind.FORMAL),
        Slot(
            title=M_("Progress on the action plan"),
            minutes=15,
            kind=ItemKind.INFORMATION,
            needs="actions",
        ),
        Slot(title=GAPS[1], minutes=40, kind=ItemKind.DECISION),
        Slot(title=M_("Parking lot"), minutes=10),
        _CHECK_OUT,
    ),
    AgendaTemplate.FOUNDING: (
        Slot(title=M_("Arriving: who we are"), minutes=20, kind=ItemKind.FORMAL),
        Slot(title=M_("What connects us"), minutes=30, kind=ItemKind.COLLECT),
        Slot(title=M_("What we want to settle: the nine points"), minutes=30),
        _BREAK,
        Slot(
            title=M_("Work on the points in small groups"),
            minutes=50,
            subject=Subject.AGREEMENT,
        ),
        Slot(title=M_("Who drafts what by when"), minutes=20, kind=ItemKind.DECISION),
        Slot(title=M_("Next meeting, check-out"), minutes=10, kind=ItemKind.CLOSING),
    ),
    AgendaTemplate.AGREEMENT: (
        Slot(title=M_("Opening, agenda"), minutes=10, kind=ItemKind.FORMAL),
        *(
            Slot(
                title=M_("Agreement, point {number}"),
                minutes=15,
                kind=ItemKind.DECISION,
                subject=Subject.AGREEMENT,
                points=(f"p{number}",),
            )
            for number in range(1, 10)
        ),
        Slot(title=M_("Next steps, check-out"), minutes=10, kind=ItemKind.CLOSING),
    ),
    AgendaTemplate.CIRCLE: (
        Slot(title=M_("Check-in"), minutes=10, kind=ItemKind.FORMAL),
        Slot(title=M_("Formal check, consent to the agenda"), minutes=5, kind=ItemKind.FORMAL),
        Slot(title=M_("Report"), minutes=15, kind=ItemKind.INFORMATION),
        Slot(title=GAPS[2], minutes=30, kind=ItemKind.DECISION),
        Slot(title=M_("Backlog"), minutes=10),
        Slot(title=M_("Evaluation"), minutes=5, kind=ItemKind.CLOSING),
    ),
    AgendaTemplate.REVIEW: (
        Slot(title=M_("Opening, check-in"), minutes=15, kind=ItemKind.FORMAL),
        Slot(title=M_("Our goals and their signs"), minutes=30, source=GOALS),
        Slot(title=M_("What worked, what we change"), minutes=30, kind=ItemKind.COLLECT),
        _BREAK,
        Slot(title=M_("Roles for the coming year"), minutes=20, kind=ItemKind.DECISION),
        Slot(
            title=M_("Our agreement: keep, change, go on?"),
            minutes=30,
            kind=ItemKind.DECISION,
            subject=Subject.AGREEMENT,
        ),
        Slot(title=M_("Check-out"), minutes=10, kind=ItemKind.CLOSING),
    ),
}


def agenda_from(
    data: Data,
    template: AgendaTemplate,
    words: Words,
    new_id: NewId,
    points: tuple[str, ...] | None = None,
    *,
    body: str,
) -> tuple[AgendaItem, ...]:
    """The items of a template for this network.

    Args:
        body: id of the body that meets; it approves its own minutes only.
        words: translates a message id with its places, in the network's language.
        points: keys of the points of the agreement to keep; None keeps all.
    """
    items: list[AgendaItem] = []
    number = 0
    for slot in TEMPLATES[template]:
        places = _places(data, slot, body)
        if places is None or (points is not None and not set(slot.points) <= set(points)):
            continue
        is_break = slot.kind is ItemKind.BREAK
        number += not is_break
        items.append(
            AgendaItem(
                id=new_id(),
                number=0 if is_break else number,
                title="" if is_break else words(slot.title, **places),
                kind=slot.kind,
                subject=slot.subject,
                points=slot.points,
                minutes=slot.minutes,
                source=str(places.get("source", slot.source)),
            )
        )
    return tuple(items)


def is_gap(title: str, words: Words) -> bool:
    """Whether an item still has the title that its template left open."""
    return title in [words(gap) for gap in GAPS]


def _places(data: Data, slot: Slot, body: str) -> dict[str, object] | None:
    """What fills the title, and the item's source; None if the item does not apply."""
    match slot.needs:
        case "minutes":
            held = waiting(data, body)
            if not held:
                return None
            return {"date": held[0].start.date(), "source": f"minutes:{held[0].id}"}
        case "actions":
            running = any(a.status in LIVE for a in data.rows(Action))
            return {"source": "actions"} if running else None
        case "application":
            applicants = [o for o in data.rows(Organisation) if waits(data, o)]
            if not applicants:
                return None
            first = applicants[0]
            return {"name": first.name, "source": f"application:{first.id}"}
        case _:
            return {"number": slot.points[0][1:]} if slot.points else {}
