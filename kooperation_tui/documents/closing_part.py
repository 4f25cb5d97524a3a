"""The end of the minutes: next meeting, annexes, distribution, privacy."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import words
from kooperation_tui.documents.naming import with_article
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import inline, plain
from kooperation_tui.domain import plan
from kooperation_tui.domain.events import Noted, NoteKind
from kooperation_tui.domain.model import ItemKind, Meeting, Organisation

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


def privacy(scene: Scene, paper: Paper, *, invitation: bool = False) -> None:
    """The controller's notice in a few sentences (G-03)."""
    tr, network = scene.tr, scene.data.network
    said = []
    if network.controller:
        known = any(o.id == network.controller for o in scene.data.rows(Organisation))
        partner = scene.partner(network.controller) if known else None
        name = partner.name if partner is not None else network.controller
        named = with_article(tr, name)
        if named == name:
            said.append(tr.t("Privacy: controller is {controller}.", controller=plain(name)))
        else:
            said.append(tr.t("Privacy: the controller is {controller}.", controller=plain(named)))
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
