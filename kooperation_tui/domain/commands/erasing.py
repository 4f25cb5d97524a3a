"""Erasing a person on request: the one exception to append-only (rules of the log, 10; I-27).

Name and addresses go out of everything that lives; where the log spoke of the person it
says so in each meeting's log, with a count. Sent minutes and signed versions stay as
they were sent and signed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from kooperation_tui.domain.blanking import EVERYTHING, Blank, all_rows, kept_fields, walk
from kooperation_tui.domain.commands.standing import ended_after
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import Blanked, Event
from kooperation_tui.domain.model import (
    TO_COME,
    Action,
    Delegation,
    Meeting,
    MeetingStatus,
    Minutes,
    Person,
    Record,
    Signature,
    SignatureStatus,
    StandingRole,
    Value,
    Version,
)
from kooperation_tui.domain.plan import label as label_of
from kooperation_tui.domain.plan import meetings
from kooperation_tui.domain.tasks import LIVE, progressed


class Erased(Value):
    """What erasing a person changes, and what it leaves.

    `texts` counts places in texts, `meetings` names those whose log was blanked; `sent`
    names meetings whose sent minutes keep the name, `signed` the versions that were
    signed with it; `surname` counts texts where the surname alone still stands.
    """

    name: str
    gone: bool = False
    texts: int = 0
    meetings: tuple[str, ...] = ()
    sent: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    surname: int = 0


def erase_person(data: Data, moment: Moment, *, person: str, label: str) -> Change:
    """Take a person (by id) out of the file. `result` is an `Erased`.

    Somebody whom only a delegation names, and no text, goes without a trace.

    Args:
        label: what stands instead of the name, such as "a person of BIB".

    Raises:
        Refused: it was done already, or a meeting is running.
    """
    known = data.get(Person, person)
    if known.erased_on is not None:
        raise Refused("This person was erased on {day} already.", day=known.erased_on)
    if any(m.status is MeetingStatus.RUNNING for m in data.rows(Meeting)):
        raise Refused("A meeting is running; erase the person once it is closed.")
    blank = Blank(known, label)
    puts = {record.id: record for record in blank.rows(data)}
    own = tuple(d for d in data.rows(Delegation) if d.person == person)
    if not puts and not _mentioned(data, person):
        deletes: list[tuple[type[Record], str]] = [(Person, person)]
        deletes += [(Delegation, d.id) for d in own]
        return Change(deletes=tuple(deletes), result=Erased(name=known.name, gone=True))
    for record in _let_go(data, moment, person, label, puts):
        if record.id in puts or record != data.find(type(record), record.id):
            puts[record.id] = record
    puts[person] = msgspec.structs.replace(Person(id=person, name=label), erased_on=moment.today)
    counted, logs = _counted(data, moment, blank)
    puts |= {event.id: event for event in counted}
    erased = Erased(
        name=known.name,
        texts=blank.count,
        meetings=logs,
        sent=_sent_with(data, blank),
        signed=_signed_with(data, blank),
        surname=_with_surname(data, puts, known.name),
    )
    return Change(puts=tuple(puts.values()), result=erased)


def _counted(data: Data, moment: Moment, blank: Blank) -> tuple[tuple[Event, ...], tuple[str, ...]]:
    """One event for each log that was blanked, at its end and time; their meetings' numbers."""
    events, numbers = [], []
    for meeting, count in blank.by_meeting.items():
        last = data.log(meeting)[-1]
        events.append(
            Event(
                id=moment.new_id(),
                meeting=meeting,
                seq=last.seq + 1,
                at=last.at,
                recorded_at=moment.now,
                what=Blanked(count=count),
                seat=moment.seat,
                author=moment.author,
            )
        )
        numbers.append(label_of(data, data.get(Meeting, meeting)))
    return tuple(events), tuple(sorted(numbers))


def _mentioned(data: Data, person: str) -> bool:
    """Whether anything but a delegation refers to the person."""

    def seen(text: str, _: str) -> str:
        return "" if text == person else text

    others = (row for kind, row in all_rows(data) if kind not in (Person, Delegation))
    return any(walk(row, seen) is not row for row in others)


def _let_go(
    data: Data, moment: Moment, person: str, label: str, puts: dict[str, Record]
) -> Iterator[Record]:
    """The person speaks for nobody, has no role and owns no running action any more."""
    last = moment.today - dt.timedelta(days=1)
    for delegation in data.rows(Delegation):
        still = delegation.until is None or delegation.until > last
        if delegation.person == person and still:
            since = delegation.since
            yield msgspec.structs.replace(delegation, until=max(last, since) if since else last)
    for role in data.rows(StandingRole):
        if role.person == person:
            yield ended_after(role, last)
    for row in data.rows(Meeting):
        if row.status in TO_COME:
            planned = puts.get(row.id, row)
            assert isinstance(planned, Meeting)
            yield _without(planned, person)
    for action in data.rows(Action):
        if action.owner == person and action.status in LIVE:
            live = puts.get(action.id, action)
            assert isinstance(live, Action)
            # A step in its history: the table may differ from the log from here on.
            step, _ = progressed(live, on=moment.today)
            alone = not live.owner_organisation
            yield msgspec.structs.replace(
                step, owner="", owner_reason=label if alone else "", accepted=False
            )


def _without(meeting: Meeting, person: str) -> Meeting:
    """A plan without the person's roles and promises."""
    return msgspec.structs.replace(
        meeting,
        roles=tuple(r for r in meeting.roles if r.person != person),
        declined=tuple(r for r in meeting.declined if r.person != person),
        expected=tuple(
            msgspec.structs.replace(e, person="") if e.person == person else e
            for e in meeting.expected
        ),
        items=tuple(
            msgspec.structs.replace(i, owner="") if i.owner == person else i for i in meeting.items
        ),
    )


def _sent_with(data: Data, blank: Blank) -> tuple[str, ...]:
    """Numbers of meetings whose sent minutes name the person."""
    holding = {
        m.meeting for m in data.rows(Minutes) if any(blank.found(text.text) for text in m.texts)
    }
    return tuple(label_of(data, m) for m in meetings(data) if m.id in holding)


def _signed_with(data: Data, blank: Blank) -> tuple[str, ...]:
    """Numbers of versions that keep the name: in their text, or under it."""
    versions = {v.id: v for v in data.rows(Version)}
    found = {
        versions[s.version].number
        for s in data.rows(Signature)
        if s.version in versions
        and s.status is SignatureStatus.SIGNED
        and blank.found(s.name, "name")
    }
    found |= {
        v.number
        for v in versions.values()
        if v.sha256 and any(blank.found(text) for text in v.texts.values())
    }
    return tuple(sorted(found))


def _with_surname(data: Data, puts: dict[str, Record], name: str) -> int:
    """How many texts name the person by surname alone; only people can tell who is meant."""
    words = name.split()
    if len(words) < 2:
        return 0
    pattern = re.compile(rf"\b{re.escape(words[-1])}s?\b")
    others = {p.name for p in data.rows(Person) if p.name != name}
    count = 0

    def look(text: str, _: str) -> str:
        nonlocal count
        count += text not in others and bool(pattern.search(text))
        return text

    for kind, row in all_rows(data):
        kept = kept_fields(kind, row)
        if kept is EVERYTHING or kind is Person:
            continue
        now = msgspec.to_builtins(puts[row["id"]]) if row["id"] in puts else row
        for key, each in now.items():
            if key not in kept:
                walk(each, look)
    return count
