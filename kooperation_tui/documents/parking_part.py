"""Parked topics and where each of them goes."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.events import Outcome, Parked, ParkingDisposed
from kooperation_tui.domain.model import Action, Body, Disposition, Meeting, ParkingItem
from kooperation_tui.i18n import Translator


def parked_topics(scene: Scene) -> list[tuple[ParkingItem, bool]]:
    """Topics parked or disposed of in this meeting, and whether they are confidential.

    An item that was parked as a whole is a topic too.
    """
    found: dict[str, bool] = {}
    for entry in scene.state.entries:
        what = entry.what
        if not isinstance(what, Parked | ParkingDisposed | Outcome) or not scene.shows(entry):
            continue
        if what.parking:
            found.setdefault(what.parking, entry.confidential)
    rows = ((scene.data.find(ParkingItem, identity), mark) for identity, mark in found.items())
    return [
        (row, mark)
        for row, mark in rows
        if row is not None and row.disposition is not Disposition.RETRACTED
    ]


def header(tr: Translator) -> tuple[str, ...]:
    return (
        tr.p("parking lot", "No."),
        tr.p("parking lot", "Topic"),
        tr.p("parking lot", "From"),
        tr.p("parking lot", "Item"),
        tr.p("parking lot", "Next step"),
    )


def parking_table(scene: Scene, paper: Paper, topics: list[tuple[ParkingItem, bool]]) -> None:
    paper.table(header(scene.tr), [_row(scene, topic, mark) for topic, mark in topics])


def _row(scene: Scene, topic: ParkingItem, mark: bool) -> tuple[str, ...]:
    text = inline(topic.text)
    return (
        inline(topic.number),
        f"{text} {scene.confidential_mark}" if mark else text,
        scene.code(topic.by) if topic.by else NOTHING,
        origin(scene, topic),
        next_step(scene, topic),
    )


def origin(scene: Scene, topic: ParkingItem) -> str:
    """item 4; of another meeting: 2026-2, item 4"""
    item = scene.topic_number(topic.item)
    meeting = scene.data.find(Meeting, topic.meeting)
    if meeting is None or meeting.id == scene.meeting.id:
        return item or NOTHING
    return ", ".join(part for part in (plan.label(scene.data, meeting), item) if part)


def next_step(scene: Scene, topic: ParkingItem) -> str:
    """agenda 2 December 2026; coordination team; with point 9 on 2 December 2026; open"""
    tr = scene.tr
    day = _target_day(scene, topic)
    match topic.disposition:
        case Disposition.AGENDA if topic.note and day is not None:
            return tr.t("{note} on {day}", note=inline(topic.note), day=_day(tr, day))
        case Disposition.AGENDA if day is not None:
            return tr.t("agenda {day}", day=_day(tr, day))
        case Disposition.AGENDA:
            return inline(topic.note) or tr.t("agenda of the next meeting")
        case Disposition.BODY:
            body = next((b for b in scene.data.rows(Body) if b.id == topic.target), None)
            if body is None:
                return inline(topic.target) or NOTHING
            return inline(words.body_name(tr, body))
        case Disposition.ACTION:
            numbers = (a.number for a in scene.data.rows(Action) if a.id == topic.target)
            number = inline(next(numbers, topic.target))
            return tr.t("action {number}", number=number or NOTHING)
        case Disposition.DROPPED:
            return tr.p("parking lot", "dropped")
        case _:
            return tr.p("parking lot", "open")


def _target_day(scene: Scene, topic: ParkingItem) -> dt.date | None:
    if topic.target_on is not None:
        return topic.target_on
    meeting = next((m for m in scene.data.rows(Meeting) if m.id == topic.target), None)
    return scene.local(meeting.start).date() if meeting is not None else None


def _day(tr: Translator, day: dt.date) -> str:
    """German takes the short form in this column, English the long one, as in the model."""
    long = tr.p("form of dates in the parking lot", "long")
    return tr.date_long(day) if long == "long" else tr.date_short(day)
