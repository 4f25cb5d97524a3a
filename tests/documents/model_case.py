"""The model meeting typed line by line, and the days after it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import msgspec

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import (
    AgendaItem,
    ItemKind,
    Meeting,
    Minutes,
    MinutesStatus,
    Person,
    Role,
    RolePlan,
)
from kooperation_tui.domain.plan import following
from tests.model_network import ZONE, Desk, meeting_id, network

MODEL = Path(__file__).resolve().parent.parent / "model"
SENT = dt.date(2026, 10, 16)
NOW = dt.datetime(2026, 10, 16, 12, tzinfo=ZONE)

_NEXT_ROLES = {
    Role.FACILITATOR: "Samuel Tekle",
    Role.MINUTES: "Markus Wendt",
    Role.TIMEKEEPER: "Sabine Holtmann",
}
_NEXT_ITEMS = {
    "de": (
        "Kooperationsvereinbarung Punkt 9 und Fassung 2.0",
        "Maßnahmenplan",
        "Fachtag",
        "Themenspeicher",
    ),
    "en": (
        "cooperation agreement point 9 and version 2.0",
        "action plan",
        "symposium",
        "parking lot",
    ),
}


def model_text(name: str) -> str:
    """A file of the model."""
    return (MODEL / name).read_text(encoding="utf-8")


def typed(desk: Desk, transcript: str) -> Desk:
    """Every line typed at its time."""
    for line in transcript.splitlines():
        clock, _, words = line.partition(" ")
        hour, minute = map(int, clock.split(":"))
        desk.at(hour, minute).type(words)
    return desk


@cache
def held(language: str) -> Data:
    """The network after the model meeting, its draft sent, the next one planned."""
    desk = typed(
        Desk(network(language), language=language), model_text(f"transcript.{language}.txt")
    )
    data = desk.data
    meeting = data.get(Meeting, desk.meeting)
    after = following(data, meeting)
    assert after is not None
    people = {p.name: p.id for p in data.rows(Person)}
    items = tuple(
        AgendaItem(id=f"{0xD000 + n:032x}", number=n, title=title, kind=ItemKind.DISCUSSION)
        for n, title in enumerate(_NEXT_ITEMS[language], 1)
    )
    roles = tuple(RolePlan(role=r, person=people[name]) for r, name in _NEXT_ROLES.items())
    known = [m for m in data.rows(Minutes) if m.meeting == meeting.id]
    record = known[0] if known else Minutes(id=f"{0xC000:032x}", meeting=meeting.id)
    sent = msgspec.structs.replace(
        record,
        status=MinutesStatus.SENT,
        sent_on=SENT,
        objections_until=dt.date(2026, 10, 30),
    )
    planned = msgspec.structs.replace(after, items=items, roles=roles)
    return data.apply(Change(puts=(planned, sent)))


def held_meeting(data: Data) -> Meeting:
    return data.get(Meeting, meeting_id(data))
