"""`# text @BK`: the parking lot, and where its topics go."""

from __future__ import annotations

import re

from kooperation_tui.capture import words
from kooperation_tui.capture.context import Context
from kooperation_tui.capture.dates import NEXT_MEETING, Found
from kooperation_tui.capture.progress import find_action
from kooperation_tui.capture.reading import M_, Reading, given, on_day
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.intents import DisposeParking, Park
from kooperation_tui.domain.model import Body, Disposition, ParkingItem
from kooperation_tui.domain.plan import find_number

_NUMBER = re.compile(r"(TS-?(?:\d{4}-)?\d{1,5})(?:[:,]?\s+(.*))?", re.IGNORECASE | re.DOTALL)
_BY = re.compile(r"(.*\S)\s+@(\S+(?:\s\S+){0,4})", re.DOTALL)
_TO_BODY = re.compile(r"(?:an|ans|to)\s+(?:das\s+|die\s+|den\s+|the\s+)?(\S.*)", re.I | re.DOTALL)
_ACTION = re.compile(r"M-?(?:\d{4}-)?\d{1,5}", re.IGNORECASE)
_DROPPED = frozenset({"fallen", "drop", "dropped"})


def parking(text: str, context: Context) -> Reading:
    """A line after ``# ``: a topic for later, or where a parked one goes.

    Raises:
        Refused: no topic has the number, or what follows says no place.
    """
    text = text.strip()
    match = _NUMBER.fullmatch(text)
    if match is not None:
        return _disposed(_topic(match[1], context), match[1], (match[2] or "").strip(), context)
    by = _BY.fullmatch(text)
    if by is None:
        return given(Park(text=text))
    organisation = _organisation(by[2], context)
    if not organisation:
        hint = M_("“@{word}” is no partner; it stays in the text.", word=by[2])
        return given(Park(text=text), hint)
    return given(Park(text=by[1], by=organisation))


def _organisation(name: str, context: Context) -> str:
    """The partner that a code or a person's name stands for, '' if none."""
    tokens = name.split()
    found = context.names.code(tokens[0]) if len(tokens) == 1 else None
    if found is not None:
        return found.id
    people = context.names.persons(tokens)
    codes = {o for p in people for o in context.names.organisations_of(p.id, context.day)}
    return codes.pop() if len(codes) == 1 else ""


def _topic(number: str, context: Context) -> str:
    for year in (context.meeting.year, context.meeting.year - 1):
        for topic in context.data.rows(ParkingItem):
            if find_number(number, topic.number, "TS", year):
                return topic.id
    raise Refused("There is no topic {number} in the parking lot; check the number.", number=number)


def _disposed(topic: str, number: str, where: str, context: Context) -> Reading:
    tokens = where.split()
    if tokens and words.fold(tokens[0]).strip(",;:") in _DROPPED:
        reason = where[len(tokens[0]) :].strip()
        return given(
            DisposeParking(parking=topic, disposition=Disposition.DROPPED, note=_bare(reason))
        )
    if len(tokens) == 1 and _ACTION.fullmatch(tokens[0]):
        action = find_action(tokens[0], context)
        return given(
            DisposeParking(parking=topic, disposition=Disposition.ACTION, target=action.id)
        )
    body = _TO_BODY.fullmatch(where)
    if body is not None:
        return _to_body(topic, body[1].strip(), context)
    return _to_agenda(topic, number, tokens, context)


def _to_body(topic: str, name: str, context: Context) -> Reading:
    """A body that the file knows is the target; another one is kept in words."""
    wanted = words.fold(name).rstrip(".")
    known = next((b for b in context.data.rows(Body) if words.fold(b.name) == wanted), None)
    return given(
        DisposeParking(
            parking=topic,
            disposition=Disposition.BODY,
            target="" if known is None else known.id,
            note=name if known is None else "",
        )
    )


def _to_agenda(topic: str, number: str, tokens: list[str], context: Context) -> Reading:
    """A date or ``nt``, at the start or the end; the other words are the note."""
    first = context.take_date(tokens) if tokens else None
    if first is not None:
        day, count = first
        return _agenda(topic, day, tokens[:count], tokens[count:], context)
    for place in range(1, len(tokens)):
        found = context.take_date(tokens[place:])
        if found is not None and found[1] == len(tokens) - place:
            return _agenda(topic, found[0], tokens[place:], tokens[:place], context)
    raise Refused(
        "Where does {number} go? Write “nt”, a date, “to BODY” or “drop” behind it.",
        number=number,
    )


def _agenda(topic: str, day: Found, typed: list[str], note: list[str], context: Context) -> Reading:
    next_one = words.fold(typed[0]).strip(",;") in NEXT_MEETING
    return on_day(
        day,
        " ".join(typed),
        lambda date: DisposeParking(
            parking=topic,
            disposition=Disposition.AGENDA,
            target=context.following_meeting if next_one else "",
            target_on=date,
            note=_bare(" ".join(note)),
        ),
    )


def _bare(note: str) -> str:
    """A note without the brackets around it."""
    return note[1:-1].strip() if note.startswith("(") and note.endswith(")") else note
