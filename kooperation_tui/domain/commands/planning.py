"""Meetings before they begin: date, items, roles, who is coming."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from kooperation_tui.domain.announcing import added_late
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    CLOSING_KINDS,
    AgendaItem,
    Answer,
    Expectation,
    ExpectedGuest,
    ItemKind,
    Meeting,
    MeetingStatus,
    Organisation,
    Person,
    Role,
    RolePlan,
    Subject,
)
from kooperation_tui.domain.plan import label, next_number, plenary, rules_of
from kooperation_tui.domain.second import need_first
from kooperation_tui.domain.templates import AgendaTemplate, Words, agenda_from


def add_meeting(
    data: Data,
    moment: Moment,
    *,
    start: dt.datetime,
    words: Words,
    end: dt.datetime | None = None,
    place: str = "",
    body: str = "",
    title: str = "",
    number: int = 0,
    template: AgendaTemplate | None = None,
    points: tuple[str, ...] | None = None,
    external: bool = False,
) -> Change:
    """A meeting of a body (the network meeting by default). `result` is the meeting.

    Args:
        words: translates item titles of the template, in the network's language.
        points: keys of the points of the agreement that the template keeps; None for all.
        external: held before the app; its minutes exist elsewhere.
    """
    if end is not None and end <= start:
        raise Refused("The meeting has to end after it starts.")
    whole = plenary(data)
    body = body or (whole.id if whole is not None else "")
    taken = {m.number for m in data.rows(Meeting) if m.body == body and m.year == start.year}
    if number in taken:
        raise Refused(
            "There is a meeting {number} in {year} already.", number=number, year=str(start.year)
        )
    items: tuple[AgendaItem, ...] = ()
    if template is not None:
        items = agenda_from(data, template, words, moment.new_id, points, body=body)
    meeting = Meeting(
        id=moment.new_id(),
        body=body,
        year=start.year,
        number=number or next_number(data, body, start.year),
        start=start,
        end=end,
        title=title,
        place=place,
        external=external,
        status=MeetingStatus.CLOSED if external else MeetingStatus.PLANNED,
        items=items,
    )
    return Change(puts=(meeting,), result=meeting)


def need_plan(data: Data, meeting: str) -> Meeting:
    """The meeting, if its plan may still change."""
    row = data.get(Meeting, meeting)
    if row.started_at is not None or row.status is MeetingStatus.CLOSED:
        raise Refused(
            "Meeting {meeting} has begun; change its agenda with lines such as /add, /before "
            "and /minutes.",
            meeting=label(data, row),
        )
    return row


def change_meeting(data: Data, moment: Moment, *, meeting: str, **fields: Any) -> Change:
    """Other date, place, title, guests … of a planned meeting."""
    row = need_plan(data, meeting)
    changed = msgspec.structs.replace(row, **fields)
    if changed.end is not None and changed.end <= changed.start:
        raise Refused("The meeting has to end after it starts.")
    if changed.is_second and not row.is_second:
        need_first(data, changed, rules_of(data))
    return Change(puts=(changed,), result=changed)


def cancel(data: Data, moment: Moment, *, meeting: str) -> Change:
    row = need_plan(data, meeting)
    return Change(puts=(msgspec.structs.replace(row, status=MeetingStatus.CANCELLED),))


def reinstate(data: Data, moment: Moment, *, meeting: str) -> Change:
    """A meeting that was called off takes place after all."""
    row = need_plan(data, meeting)
    if row.status is not MeetingStatus.CANCELLED:
        return Change(result=row)
    status = MeetingStatus.INVITED if row.invited_on is not None else MeetingStatus.PLANNED
    changed = msgspec.structs.replace(row, status=status)
    return Change(puts=(changed,), result=changed)


def mark_invited(data: Data, moment: Moment, *, meeting: str, on: dt.date | None = None) -> Change:
    """The invitation went out on a day (today); that may be noted once it has begun, too."""
    row = data.get(Meeting, meeting)
    ahead = row.started_at is None and row.status is not MeetingStatus.CLOSED
    changed = msgspec.structs.replace(
        row,
        invited_on=on or moment.today,
        status=MeetingStatus.INVITED if ahead else row.status,
    )
    return Change(puts=(changed,), result=changed)


def renumbered(items: tuple[AgendaItem, ...]) -> tuple[AgendaItem, ...]:
    """Items numbered from 1 in their order; breaks have no number."""
    number = 0
    result = []
    for item in items:
        number += item.kind is not ItemKind.BREAK
        wanted = 0 if item.kind is ItemKind.BREAK else number
        result.append(
            item if item.number == wanted else msgspec.structs.replace(item, number=wanted)
        )
    return tuple(result)


def with_items(meeting: Meeting, items: tuple[AgendaItem, ...], result: Any = None) -> Change:
    """The meeting with these items, numbered anew; an item as `result` in its new form."""
    changed = msgspec.structs.replace(meeting, items=renumbered(items))
    if isinstance(result, AgendaItem):
        result = next(i for i in changed.items if i.id == result.id)
    return Change(puts=(changed,), result=result)


def add_item(
    data: Data,
    moment: Moment,
    *,
    meeting: str,
    title: str,
    kind: ItemKind = ItemKind.DISCUSSION,
    subject: Subject = Subject.ORDINARY,
    points: tuple[str, ...] = (),
    minutes: int = 0,
    owner: str = "",
    announced: bool | None = None,
    announced_on: dt.date | None = None,
    goal: str = "",
    goals: tuple[str, ...] = (),
    before: str = "",
) -> Change:
    """A new item, before another, else before the closing. `result` is the item.

    Args:
        announced: whether it was on the invitation; None: not if it comes after it.
        announced_on: the day it was announced, if not with the invitation.
        goal: what it is to bring; `goals` are ids of the network's goals that it serves.
    """
    row = need_plan(data, meeting)
    if not title.strip() and kind is not ItemKind.BREAK:
        raise Refused("The item needs a title.")
    if minutes < 0:
        raise Refused("Minutes cannot be negative.")
    item = AgendaItem(
        id=moment.new_id(),
        number=0,
        title=title.strip(),
        kind=kind,
        subject=Subject.AGREEMENT if points and subject is Subject.ORDINARY else subject,
        points=points,
        minutes=minutes,
        owner=owner,
        announced=announced is not False,
        goal=goal,
        goals=goals,
        announced_on=announced_on,
    )
    if announced is None and announced_on is None:
        item = added_late(rules_of(data), row, item)
    place = next((n for n, i in enumerate(row.items) if i.id == before), _end(row, kind))
    return with_items(row, (*row.items[:place], item, *row.items[place:]), item)


def _end(meeting: Meeting, kind: ItemKind) -> int:
    """Where a new item stands: last, but before the items that close a meeting."""
    place = len(meeting.items)
    if kind not in CLOSING_KINDS:
        while place and meeting.items[place - 1].kind in CLOSING_KINDS:
            place -= 1
    return place


def find_item(meeting: Meeting, item: str) -> AgendaItem:
    found = next((i for i in meeting.items if i.id == item), None)
    if found is None:
        raise Refused("There is no such item on the agenda.")
    return found


def change_item(data: Data, moment: Moment, *, meeting: str, item: str, **fields: Any) -> Change:
    """Other fields of an item; another subject or more points come after the invitation."""
    row = need_plan(data, meeting)
    known = find_item(row, item)
    changed = msgspec.structs.replace(known, **fields)
    other = changed.subject is not known.subject or set(changed.points) - set(known.points)
    if other and not {"announced", "announced_on"} & fields.keys():
        changed = added_late(rules_of(data), row, changed)
    if not changed.title.strip() and changed.kind is not ItemKind.BREAK:
        raise Refused("The item needs a title.")
    return with_items(row, tuple(changed if i.id == item else i for i in row.items), changed)


def move_item(data: Data, moment: Moment, *, meeting: str, item: str, by: int) -> Change:
    """Move an item `by` places; at the edge nothing changes."""
    row = need_plan(data, meeting)
    items = list(row.items)
    place = items.index(find_item(row, item))
    target = max(0, min(len(items) - 1, place + by))
    items.insert(target, items.pop(place))
    if tuple(items) == row.items:
        return Change()
    return with_items(row, tuple(items))


def remove_item(data: Data, moment: Moment, *, meeting: str, item: str) -> Change:
    row = need_plan(data, meeting)
    gone = find_item(row, item)
    return with_items(row, tuple(i for i in row.items if i.id != gone.id))


def plan_role(data: Data, moment: Moment, *, meeting: str, role: Role, person: str = "") -> Change:
    """Who takes a role; nobody if `person` is empty. One person may have several."""
    row = need_plan(data, meeting)
    if person:
        data.get(Person, person)
    kept = tuple(r for r in row.roles if r.role is not role)
    roles = (*kept, RolePlan(role=role, person=person)) if person else kept
    order = list(Role)
    ordered = tuple(sorted(roles, key=lambda r: order.index(r.role)))
    if ordered == row.roles:
        return Change()
    return Change(puts=(msgspec.structs.replace(row, roles=ordered),))


def expect(
    data: Data,
    moment: Moment,
    *,
    meeting: str,
    organisation: str,
    answer: Answer | None,
    person: str = "",
) -> Change:
    """What a partner said before the day; None takes the answer back."""
    row = need_plan(data, meeting)
    data.get(Organisation, organisation)
    kept = tuple(e for e in row.expected if e.organisation != organisation)
    said = (
        (Expectation(organisation=organisation, answer=answer, person=person),)
        if answer is not None
        else ()
    )
    return Change(puts=(msgspec.structs.replace(row, expected=(*kept, *said)),))


def expect_guest(
    data: Data,
    moment: Moment,
    *,
    meeting: str,
    name: str,
    organisation: str = "",
    items: tuple[int, ...] = (),
) -> Change:
    """A guest who will come, for some items or all."""
    row = need_plan(data, meeting)
    if not name.strip():
        raise Refused("The guest needs a name.")
    kept = tuple(g for g in row.guests if g.name != name)
    guest = ExpectedGuest(name=name.strip(), organisation=organisation, items=items)
    return Change(puts=(msgspec.structs.replace(row, guests=(*kept, guest)),))
