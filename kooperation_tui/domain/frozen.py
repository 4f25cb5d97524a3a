"""What sent minutes took from other tables, kept small, so that they come out as they were.

The log of a meeting does not change any more once its minutes are sent. Names, dates and
states in other tables do; of them the minutes keep the rows they show, each with the
fields they show. What the log says by itself is not kept twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kooperation_tui.domain import events as ev
from kooperation_tui.domain.applied import Circular
from kooperation_tui.domain.circulars import closed_since_last_meeting
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    Block,
    Body,
    Decision,
    DecisionStatus,
    Delegation,
    DelegationKind,
    Disposition,
    Frozen,
    Meeting,
    Minutes,
    Network,
    Organisation,
    ParkingItem,
    Person,
    Record,
    Subject,
)
from kooperation_tui.domain.names import as_of
from kooperation_tui.domain.plan import day_of, following, holds_on
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.domain.tasks import LIVE, due_before, status_before
from kooperation_tui.domain.versions import normal

_FIELDS: dict[type[Record], tuple[str, ...]] = {
    Network: ("name", "short_name", "timezone", "controller"),
    Organisation: ("code", "name"),
    Person: ("name",),
    Delegation: ("organisation", "person", "kind"),
    Body: ("name", "kind", "prefix"),
    Meeting: (
        *("body", "year", "number", "start", "end", "title", "place", "status"),
        *("invited_on", "is_second", "started_at", "ended_at"),
    ),
    Action: (
        *("number", "title", "short", "created_on", "owner", "owner_organisation"),
        *("owner_reason", "helpers", "outside", "due", "due_reason", "status", "meeting"),
    ),
    ParkingItem: (
        *("number", "text", "created_on", "by", "meeting", "item"),
        *("disposition", "target", "target_on", "note"),
    ),
    Decision: ("number", "text", "decided_on", "status", "subject"),
    Block: ("key", "text", "decision"),
    Circular: Circular.__struct_fields__,
    Minutes: (
        *("meeting", "version", "status", "sent_on", "objections_until"),
        "silence_approves",
        *("objections", "corrections", "earlier"),
    ),
}
"""What minutes show of a row, and what a row cannot be without."""


def freeze(data: Data, record: Minutes, left_out: Iterable[str] = ()) -> Frozen:
    """The rows that the minutes of this record show, as they stand now.

    Args:
        data: the file, the record in it.
        left_out: ids of entries that the public version does not hold.
    """
    took = _Took(data, record)
    return Frozen(rows=took.rows(), left_out=tuple(left_out))


def _row(record: Record) -> dict[str, Any]:
    """A row of the file with the fields that minutes show."""
    row = msgspec.json.decode(msgspec.json.encode(record))
    return {key: row[key] for key in ("id", *_FIELDS[type(record)]) if key in row}


class _Took:
    """What one meeting's minutes take from the tables."""

    def __init__(self, data: Data, record: Minutes) -> None:
        self.data = data
        self.record = record
        self.meeting = data.get(Meeting, record.meeting)
        self.state: MeetingState = state_of(data, record.meeting)
        started = self.state.started_at or self.meeting.start
        self.day: dt.date = day_of(data, started)
        self.progressed = [
            e.what.action
            for e in self.state.entries
            if isinstance(e.what, ev.ActionProgressed) and not e.deleted
        ]

    def rows(self) -> dict[str, tuple[dict[str, Any], ...]]:
        found: list[tuple[type[Record], dict[str, Any]]] = [
            (Minutes, _row(_bare(self.record))),
            (Network, _row(self.data.network)),
            *((Circular, _row(one)) for one in self._circulars()),
            *((Decision, _row(one)) for one in self._decisions()),
            *((Block, _row(one)) for one in self._sentences()),
        ]
        topics = tuple(self._topics())
        found += ((ParkingItem, _row(one)) for one in topics)
        found += ((Action, row) for row in self._actions(topics))
        meetings = tuple(self._meetings(topics))
        found += ((Meeting, row) for row in meetings)
        found += ((Body, _row(one)) for one in self._bodies(topics, meetings))
        log = (event.what for event in self.data.log(self.meeting.id))
        said = _strings([row for _, row in found], [msgspec.to_builtins(what) for what in log])
        found += self._names(said)
        rows: dict[str, tuple[dict[str, Any], ...]] = {}
        for kind, row in found:
            rows[kind.TABLE] = (*rows.get(kind.TABLE, ()), row)
        return rows

    def _circulars(self) -> Iterable[Circular]:
        return closed_since_last_meeting(self.data, self.meeting, self.day)

    def _decisions(self) -> Iterator[Decision]:
        """Decisions of which the log does not tell everything: status and subject."""
        for wording in self.state.wordings:
            row = self.data.find(Decision, wording.decision)
            item = self.state.item(wording.item)
            usual = item.item.subject if item is not None else Subject.ORDINARY
            if row is not None and (row.status, row.subject) != (DecisionStatus.IN_FORCE, usual):
                yield row

    def _sentences(self) -> Iterator[Block]:
        """Blocks that took the sentence of their decision for their wording afterwards."""
        agreed = {
            (e.what.number, key)
            for e in self.state.entries
            if isinstance(e.what, ev.Balloted)
            for key in e.what.texts
        }
        said = {wording.number: wording.text for wording in self.state.wordings}
        for block in self.data.rows(Block):
            taken = (block.decision, block.key) in agreed
            if taken and normal(block.text).strip() == normal(said[block.decision]).strip():
                yield block

    def _topics(self) -> Iterator[ParkingItem]:
        said = (
            e.what.parking
            for e in self.state.entries
            if isinstance(e.what, ev.Parked | ev.ParkingDisposed | ev.Outcome)
        )
        for identity in dict.fromkeys(said):
            row = self.data.find(ParkingItem, identity)
            if row is not None:
                yield row

    def _actions(self, topics: Iterable[ParkingItem]) -> Iterator[dict[str, Any]]:
        taken = {
            e.what.action: (e.what, e.text)
            for e in self.state.entries
            if isinstance(e.what, ev.ActionTaken)
        }
        became = {t.target for t in topics if t.disposition is Disposition.ACTION}
        counted = len(self.progressed) > 1
        for row in self.data.rows(Action):
            same = row.id in taken and _as_taken(row, *taken[row.id])
            if row.id in self.progressed or row.id in became or (row.id in taken and not same):
                yield _row(row)
            elif counted and row.id not in taken:
                yield from self._running(row)

    def _running(self, action: Action) -> Iterator[dict[str, Any]]:
        """An action that ran on the day and was not spoken of: only its state is counted."""
        status = status_before(action, self.day)
        ran = action.meeting != self.meeting.id and action.created_on <= self.day
        if ran and status in LIVE:
            yield _row(
                Action(
                    id=action.id,
                    number="",
                    title="",
                    created_on=action.created_on,
                    status=status,
                    due=due_before(action, self.day),
                )
            )

    def _meetings(self, topics: Iterable[ParkingItem]) -> Iterator[dict[str, Any]]:
        """This one, the next with what is announced of it, and those that lines or topics name."""
        fixed = self.state.next_meeting
        ahead = self.data.find(Meeting, fixed.meeting) if fixed is not None else None
        ahead = ahead or following(self.data, self.meeting)
        named = {identity for t in topics for identity in (t.meeting, t.target)}
        named |= {c.meeting for c in self.state.corrections}
        named |= {w.approves for w in self.state.wordings}
        for row in self.data.rows(Meeting):
            if ahead is not None and row.id == ahead.id:
                yield _row(row) | _announced(row)
            elif row.id == self.meeting.id:
                yield _row(row)
            elif row.id in named:
                yield _row(
                    msgspec.structs.replace(row, started_at=None, ended_at=None, external=False)
                )

    def _bodies(
        self, topics: Iterable[ParkingItem], meetings: Iterable[dict[str, Any]]
    ) -> Iterator[Body]:
        wanted = {row["body"] for row in meetings} | {t.target for t in topics}
        yield from (body for body in self.data.rows(Body) if body.id in wanted)

    def _names(self, said: set[str]) -> Iterator[tuple[type[Record], dict[str, Any]]]:
        """Partners and people that log or rows name, and who spoke for them on the day."""
        spoke = [
            d
            for d in self.data.rows(Delegation)
            if holds_on(d, self.day)
            and (d.person in said or (d.organisation in said and d.kind is _DELEGATE))
        ]
        said = said | {d.person for d in spoke} | {d.organisation for d in spoke}
        for partner in self.data.rows(Organisation):
            if partner.id in said:
                yield Organisation, _row(as_of(partner, self.day))
        for person in self.data.rows(Person):
            if person.id in said:
                yield Person, _row(person)
        # Nothing points to a delegation: a short id does.
        yield from (
            (Delegation, _row(one) | {"id": f"{place:x}"}) for place, one in enumerate(spoke, 1)
        )


_DELEGATE = DelegationKind.DELEGATE


def _bare(record: Minutes) -> Minutes:
    """The record as it says how far the minutes are, without what earlier ones kept."""
    earlier = tuple(msgspec.structs.replace(e, texts=(), frozen=None) for e in record.earlier)
    return msgspec.structs.replace(record, earlier=earlier)


def _as_taken(row: Action, what: ev.ActionTaken, title: str) -> bool:
    """Whether a row shows what its line in the log says."""
    now = (row.title, row.owner, row.owner_organisation, row.owner_reason, row.helpers)
    now_when = (row.outside, row.due, row.due_reason, row.status)
    then = (title, what.owner, what.owner_organisation, what.owner_reason, what.helpers)
    return (now, now_when) == (
        then,
        (what.outside, what.due, what.due_reason, ActionStatus.OPEN),
    )


def _announced(meeting: Meeting) -> dict[str, Any]:
    """Roles and titles that the minutes before it tell."""
    items = [
        {"id": "", "number": item.number, "title": item.title, "kind": item.kind.value}
        | ({"confidential": True} if item.confidential else {})
        for item in meeting.items
    ]
    roles = [{"role": entry.role.value, "person": entry.person} for entry in meeting.roles]
    return {"items": items, "roles": roles}


def _strings(*values: Any) -> set[str]:
    """Every text in rows, ids among them."""
    found: set[str] = set()
    todo = list(values)
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            found.add(value)
        elif isinstance(value, dict):
            todo.extend(value.values())
        elif isinstance(value, list | tuple):
            todo.extend(value)
    return found
