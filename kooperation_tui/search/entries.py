"""Everything that can be found: what meetings left behind, the agreement, the partners."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from kooperation_tui.domain import plan
from kooperation_tui.domain.data import Data
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
from kooperation_tui.search.around import around, names_of
from kooperation_tui.search.entry import Entry, Kind
from kooperation_tui.search.lines import lines

_IDENTITY = re.compile(r"[0-9a-f]{32}")


def entries(data: Data, today: dt.date | None = None) -> list[Entry]:
    """All there is to find; what one is reminded of only if the day is known."""
    decided = {(d.meeting, d.text) for d in data.rows(Decision)}
    said = [e for e in lines(data) if (e.meeting, e.text) not in decided]
    return [
        *said,
        *_meetings(data),
        *_decisions(data),
        *_actions(data),
        *_parking(data),
        *_blocks(data),
        *_partners(data),
        *around(data, today),
    ]


def _meetings(data: Data) -> Iterator[Entry]:
    bodies = {b.id: b.name for b in data.rows(Body)}
    for m in data.rows(Meeting):
        label, day = plan.label(data, m), m.start.toordinal()
        body = bodies.get(m.body, "")
        title = m.title or f"{body} {label}".strip()
        guests = " ".join(f"{g.name} {g.organisation}" for g in m.guests)
        yield Entry(Kind.MEETING, m.id, m.id, label, title, f"{m.place} {guests}", day)
        for item in m.items:
            if item.title:
                more = f"{item.goal} {item.wording}"
                yield Entry(
                    Kind.ITEM, item.id, m.id, label, item.title, more, day, item.confidential
                )


def _decisions(data: Data) -> Iterator[Entry]:
    for d in data.rows(Decision):
        if d.status is not DecisionStatus.RETRACTED:
            more = f"{d.number} {d.ended_by} {d.remark}"
            day = d.decided_on.toordinal()
            yield Entry(Kind.DECISION, d.id, d.meeting, d.number, d.text, more, day)


def _actions(data: Data) -> Iterator[Entry]:
    names = names_of(data)
    for a in data.rows(Action):
        if a.status is not ActionStatus.RETRACTED:
            who = f"{names(a.owner)} {names(a.owner_organisation)} {a.owner_reason}"
            who += f" {' '.join(map(names, a.helpers))} {' '.join(a.outside)} {a.due_reason}"
            steps = " ".join(step.reason for step in a.history)
            more = f"{_number_words(a.number)} {a.short} {who} {steps}"
            day = a.created_on.toordinal()
            yield Entry(Kind.ACTION, a.id, a.meeting, a.number, a.title, more, day)


def _parking(data: Data) -> Iterator[Entry]:
    names = names_of(data)
    for p in data.rows(ParkingItem):
        if p.disposition is not Disposition.RETRACTED:
            target = "" if _IDENTITY.fullmatch(p.target) else p.target
            more = f"{_number_words(p.number)} {names(p.by)} {p.note} {target}"
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
        if text or block.reason:
            day = block.agreed_on.toordinal() if block.agreed_on else 0
            before = block.text_in_force if block.text_in_force != text else ""
            more = f"{block.reason} {before}"
            yield Entry(Kind.BLOCK, block.key, "", block.key, text or block.reason, more, day)


def _partners(data: Data) -> Iterator[Entry]:
    for o in data.rows(Organisation):
        former = " ".join(f"{f.code} {f.name}" for f in o.former)
        more = f"{o.code} {o.short_name} {former} {o.left_reason}"
        yield Entry(Kind.PARTNER, o.id, "", o.code, o.name, more)
    names = names_of(data)
    codes: dict[str, dict[str, None]] = {}
    for d in data.rows(Delegation):
        codes.setdefault(d.person, {})[names(d.organisation)] = None
    for p in data.rows(Person):
        if p.erased_on is None:
            more = f"{p.function} {p.email} {p.phone}"
            yield Entry(Kind.PERSON, p.id, "", ", ".join(codes.get(p.id, ())), p.name, more)
