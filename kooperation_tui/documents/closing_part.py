"""The end of the minutes: next meeting, annexes, distribution, approval, privacy."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.head import minutes_record
from kooperation_tui.documents.naming import with_article
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, plain
from kooperation_tui.domain import plan
from kooperation_tui.domain.events import Noted, NoteKind
from kooperation_tui.domain.model import (
    ItemKind,
    Meeting,
    Minutes,
    MinutesStatus,
    Organisation,
    Role,
)
from kooperation_tui.domain.state import RoleSpan

_NOT_ANNOUNCED = (ItemKind.BREAK, ItemKind.FORMAL)


def following(scene: Scene) -> Meeting | None:
    """The next meeting of the same body: the one that was set, else the next planned."""
    fixed = scene.state.next_meeting
    found = scene.data.find(Meeting, fixed.meeting) if fixed is not None else None
    return found or plan.following(scene.data, scene.meeting)


def next_meeting(scene: Scene, paper: Paper) -> None:
    tr, meeting = scene.tr, following(scene)
    if meeting is None:
        paper.paragraph(tr.t("The date of the next meeting is not fixed yet."))
        return
    start = scene.local(meeting.start)
    time = scene.clock(meeting.start)
    if meeting.end is not None:
        time = tr.t("{start} to {end}", start=time, end=scene.clock(meeting.end))
    place = f", {inline(meeting.place)}" if meeting.place else ""
    lines = [f"{tr.day_long(start.date())}, {time}{place}."]
    roles = [f"{words.role(tr, entry.role)}: {scene.who(entry.person)}." for entry in meeting.roles]
    if roles:
        lines.append(" ".join(roles))
    titles = [
        tr.p("document", "confidential item")
        if item.confidential and not scene.internal
        else inline(item.title)
        for item in meeting.items
        if item.kind not in _NOT_ANNOUNCED
    ]
    if titles:
        lines.append(tr.t("Provisional items: {items}.", items=", ".join(titles)))
    days = scene.state.rules.agenda_request_days
    if days is not None:
        until = start.date() - dt.timedelta(days=days)
        lines.append(tr.t("Agenda requests by {day}.", day=tr.date_long(until)))
    paper.paragraph("\n".join(lines))


def annexes(scene: Scene, paper: Paper) -> None:
    tr = scene.tr
    shown = [
        entry
        for entry in scene.state.entries
        if isinstance(entry.what, Noted)
        and entry.what.kind is NoteKind.ANNEX
        and scene.shows(entry)
    ]
    for number, entry in enumerate(shown, 1):
        text = inline(entry.text)
        paper.bullet(tr.t("Annex {number}: {text}", number=number, text=text))
    paper.bullet(_distribution(scene))


def _distribution(scene: Scene) -> str:
    tr = scene.tr
    count = len(scene.state.entitled)
    said = [tr.n("Distribution: {count} partner.", "Distribution: all {count} partners.", count)]
    extracts: dict[tuple[str, tuple[int, ...]], None] = {}
    for guest in scene.state.guests:
        if guest.items and guest.organisation:
            extracts[inline(guest.organisation), guest.items] = None
    for organisation, items in extracts:
        topics = tr.join([scene.topic_number(number) for number in items])
        said.append(
            tr.t("Extract on {items}: {organisation}.", items=topics, organisation=organisation)
        )
    return " ".join(said)


def approval(scene: Scene, paper: Paper) -> None:
    """How far the minutes are on their way, what was corrected, and who signs."""
    record = minutes_record(scene)
    paper.paragraph(_way(scene, record))
    if scene.audience.value != "public":
        for objection in record.objections:
            paper.bullet(
                scene.tr.t(
                    "Objection by {partner} of {day}: {text}",
                    partner=scene.code(objection.organisation) or NOTHING,
                    day=scene.tr.date_long(objection.received_on),
                    text=inline(objection.text),
                )
            )
    for correction in record.corrections:
        paper.bullet(
            scene.tr.t(
                "Corrected in {item}: “{old}” becomes “{new}”.",
                item=scene.topic_number(correction.item) or NOTHING,
                old=inline(correction.old),
                new=inline(correction.new),
            )
        )
    if not scene.public:
        _signatures(scene, paper)


def _way(scene: Scene, record: Minutes) -> str:
    tr = scene.tr
    if record.status is MinutesStatus.APPROVED:
        return _approved(scene, record)
    if record.sent_on is None:
        return tr.t("The draft has not been sent yet.")
    said = [tr.t("Draft sent on {day}.", day=tr.date_long(record.sent_on))]
    if record.objections_until is not None:
        said.append(
            tr.t(
                "Objections in text form to the minute-takers by {day}.",
                day=tr.date_long(record.objections_until),
            )
        )
    said.append(_decides(scene))
    return " ".join(said)


def _decides(scene: Scene) -> str:
    tr, meeting = scene.tr, following(scene)
    if meeting is None:
        return tr.t("The next meeting decides on objections and approval.")
    day = tr.date_long(scene.local(meeting.start).date())
    if words.is_plenary(scene.body):
        return tr.t("The network meeting on {day} decides on objections and approval.", day=day)
    return tr.t("The meeting on {day} decides on objections and approval.", day=day)


def _approved(scene: Scene, record: Minutes) -> str:
    tr = scene.tr
    day = tr.date_long(record.approved_on) if record.approved_on is not None else NOTHING
    if not record.approved_by:
        return tr.t("Approved on {day}.", day=day)
    number = inline(record.approved_by)
    return tr.t("Approved on {day} by decision {number}.", day=day, number=number)


def _signatures(scene: Scene, paper: Paper) -> None:
    tr = scene.tr
    rows = [
        (_function(scene, role, span), scene.person(span.person) or NOTHING, "", "")
        for role in (Role.FACILITATOR, Role.MINUTES)
        for span in scene.spans(role)
    ]
    if rows:
        paper.table(
            (
                tr.p("signatures", "Function"),
                tr.p("signatures", "Name"),
                tr.p("signatures", "Date"),
                tr.p("signatures", "Signature"),
            ),
            rows,
        )


def _function(scene: Scene, role: Role, span: RoleSpan) -> str:
    """Minutes until 11:20; minutes from 11:20"""
    tr, spans = scene.tr, scene.spans(role)
    said = words.role(tr, role)
    if len(spans) == 1:
        return said
    if span is not spans[0] and span.start is not None:
        said = tr.t("{role} from {time}", role=said, time=scene.clock(span.start))
    if span is not spans[-1] and span.end is not None:
        said = tr.t("{role} until {time}", role=said, time=scene.clock(span.end))
    return said


def privacy(scene: Scene, paper: Paper, *, invitation: bool = False) -> None:
    """The controller's notice in a few sentences (G-03)."""
    tr, network = scene.tr, scene.data.network
    said = []
    if network.controller:
        partners = scene.data.rows(Organisation)
        names = (o.name for o in partners if o.id == network.controller)
        name = next(names, network.controller)
        controller = plain(with_article(tr, name))
        said.append(tr.t("Privacy: the controller is {controller}.", controller=controller))
    if invitation:
        said.append(tr.t("Attendance is noted to document representation and decisions."))
    elif scene.public:
        said.append(tr.t("This version holds no names of people and no times of attendance."))
    else:
        said.append(
            tr.t("Names appear in these minutes to document representation, decisions and tasks.")
        )
    years = scene.state.rules.attendance_years
    if years is not None:
        said.append(
            tr.n(
                "Attendance times are deleted {years} year after the meeting.",
                "Attendance times are deleted {years} years after the meeting.",
                years,
                years=words.number(tr, years),
            )
        )
    said.append(tr.t("For access and correction contact the coordination office."))
    paper.paragraph(f"*{' '.join(said)}*")
