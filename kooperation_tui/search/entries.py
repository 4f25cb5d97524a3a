"""Everything that can be found, as texts with a place to go to.

Lines of the logs are read from the rows of the file as they stand after all
corrections; folding ten years of meetings for it would take seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from operator import itemgetter
from typing import Any, NamedTuple

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Event
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Block,
    Body,
    Decision,
    DecisionStatus,
    Delegation,
    Disposition,
    Meeting,
    Organisation,
    ParkingItem,
    Person,
)


class Kind(StrEnum):
    """What was found."""

    ENTRY = "entry"
    ITEM = "item"
    MEETING = "meeting"
    DECISION = "decision"
    ACTION = "action"
    PARKING = "parking"
    BLOCK = "block"
    PARTNER = "partner"
    PERSON = "person"


class Entry(NamedTuple):
    """A text that can be found.

    `id` is the event, the item, the row, or the key of a block; `title` a number,
    code or name; `text` is shown as excerpt, `more` only searched. `day` orders.
    """

    kind: Kind
    id: str
    meeting: str
    title: str
    text: str
    more: str = ""
    day: int = 0
    confidential: bool = False


_TEXT_OF = {
    "noted": "text",
    "proposed": "text",
    "objected": "text",
    "objection_settled": "text",
    "option_added": "text",
    "outcome": "text",
    "action_progressed": "reason",
    "voided": "reason",
    "guest_came": "name",
}
"""Events with words of people; actions and parked topics are found by their rows."""


def entries(data: Data) -> list[Entry]:
    """All there is to find."""
    decided = {(d.meeting, d.text) for d in data.rows(Decision)}
    lines = [e for e in _lines(data) if (e.meeting, e.text) not in decided]
    return [
        *lines,
        *_meetings(data),
        *_decisions(data),
        *_actions(data),
        *_parking(data),
        *_blocks(data),
        *_partners(data),
    ]


def _lines(data: Data) -> Iterator[Entry]:
    rows = data.tables.get(Event.TABLE, {}).values()
    gone = {row["what"]["event"] for row in rows if row["what"]["type"] == "retracted"}
    texts: dict[str, list[str]] = {}
    places: dict[str, tuple[str, bool]] = {}
    for row in sorted(rows, key=itemgetter("seq")):
        if row["id"] not in gone:
            _take(row, texts, places)
    labels = {m.id: plan.label(data, m) for m in data.rows(Meeting)}
    days = {m.id: m.start.toordinal() for m in data.rows(Meeting)}
    secret = _secret_entries(data)
    for identity, parts in texts.items():
        meeting, confidential = places[identity]
        yield Entry(
            kind=Kind.ENTRY,
            id=identity,
            meeting=meeting,
            title=labels.get(meeting, ""),
            text=" ".join(parts),
            day=days.get(meeting, 0),
            confidential=confidential or identity in secret,
        )


def _take(row: Any, texts: dict[str, list[str]], places: dict[str, tuple[str, bool]]) -> None:
    """One event in its turn: new words, other words, words struck out."""
    what = row["what"]
    kind = what["type"]
    field = _TEXT_OF.get(kind)
    if field is not None:
        text = what.get(field, "")
        if text:
            texts[row["id"]] = [text]
            places[row["id"]] = (row["meeting"], what.get("kind") == "confidential")
        return
    entry = what.get("entry", "")
    if entry not in texts:
        return
    match kind:
        case "continued":
            texts[entry].append(what["text"])
        case "revised":
            texts[entry] = [what["text"]]
        case "deleted":
            del texts[entry]
        case "marked":
            places[entry] = (places[entry][0], what["confidential"])
        case _:
            pass


def _secret_entries(data: Data) -> set[str]:
    """Entries under confidential items; only meetings that have such items are folded."""
    found: set[str] = set()
    for meeting in data.rows(Meeting):
        items = {i.id for i in meeting.items if i.confidential}
        if items:
            found |= {e.id for e in state_of(data, meeting.id).entries if e.item in items}
    return found


def _meetings(data: Data) -> Iterator[Entry]:
    bodies = {b.id: b.name for b in data.rows(Body)}
    for m in data.rows(Meeting):
        label, day = plan.label(data, m), m.start.toordinal()
        body = bodies.get(m.body, "")
        title = m.title or f"{body} {label}".strip()
        yield Entry(Kind.MEETING, m.id, m.id, label, title, m.place, day)
        for item in m.items:
            if item.title:
                more = f"{item.goal} {item.wording}"
                yield Entry(
                    Kind.ITEM, item.id, m.id, label, item.title, more, day, item.confidential
                )


def _decisions(data: Data) -> Iterator[Entry]:
    for d in data.rows(Decision):
        if d.status is not DecisionStatus.RETRACTED:
            yield Entry(
                Kind.DECISION, d.id, d.meeting, d.number, d.text, d.number, d.decided_on.toordinal()
            )


def _actions(data: Data) -> Iterator[Entry]:
    names = _names(data)
    for a in data.rows(Action):
        if a.status is not ActionStatus.RETRACTED:
            who = f"{names(a.owner)} {names(a.owner_organisation)} {a.owner_reason}"
            steps = " ".join(step.reason for step in a.history)
            more = f"{_number_words(a.number)} {a.short} {who} {steps}"
            day = a.created_on.toordinal()
            yield Entry(Kind.ACTION, a.id, a.meeting, a.number, a.title, more, day)


def _parking(data: Data) -> Iterator[Entry]:
    names = _names(data)
    for p in data.rows(ParkingItem):
        if p.disposition is not Disposition.RETRACTED:
            more = f"{_number_words(p.number)} {names(p.by)} {p.note}"
            day = p.created_on.toordinal()
            yield Entry(Kind.PARKING, p.id, p.meeting, p.number, p.text, more, day)


def _number_words(number: str) -> str:
    """M-2026-012 is also found as M12 and as 12."""
    letters, _, rest = number.partition("-")
    short = rest.rpartition("-")[2].lstrip("0")
    return f"{number} {letters}{short} {short}"


def _blocks(data: Data) -> Iterator[Entry]:
    for block in data.rows(Block):
        text = block.text or block.text_in_force
        if text:
            day = block.agreed_on.toordinal() if block.agreed_on else 0
            yield Entry(Kind.BLOCK, block.key, "", block.key, text, block.reason, day)


def _partners(data: Data) -> Iterator[Entry]:
    for o in data.rows(Organisation):
        yield Entry(Kind.PARTNER, o.id, "", o.code, o.name, f"{o.code} {o.short_name}")
    names = _names(data)
    codes: dict[str, dict[str, None]] = {}
    for d in data.rows(Delegation):
        codes.setdefault(d.person, {})[names(d.organisation)] = None
    for p in data.rows(Person):
        if p.erased_on is None:
            more = f"{p.function} {p.email}"
            yield Entry(Kind.PERSON, p.id, "", ", ".join(codes.get(p.id, ())), p.name, more)


def _names(data: Data) -> Callable[[str], str]:
    """Names of people and codes of partners by id."""
    known = {p.id: p.name for p in data.rows(Person)}
    known |= {o.id: o.code for o in data.rows(Organisation)}
    return lambda identity: known.get(identity, "")
