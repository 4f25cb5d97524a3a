"""The agenda with the invitation: when, where, what, who brings it, by when to ask."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents import agenda_part, closing_part, head, words
from kooperation_tui.documents.blocks import names_block, point_in_brackets
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.minutes import scene_of
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.goals import GOALS, goals
from kooperation_tui.domain.model import BLOCKS, AgendaItem, ItemKind, Meeting, Subject
from kooperation_tui.domain.state import ItemState
from kooperation_tui.domain.templates import is_gap
from kooperation_tui.i18n import Translator, translator


def agenda(
    data: Data,
    meeting_id: str,
    tr: Translator,
    audience: Audience,
    now: dt.datetime,
) -> Document:
    """The invitation to a meeting with its agenda; the public one names no people."""
    scene = scene_of(data, meeting_id, tr, audience, now)
    paper = Paper()
    title = tr.t("Invitation and agenda: {meeting}", meeting=head.meeting_title(scene))
    paper.heading(1, title)
    paper.paragraph(head.network_line(scene))
    _facts(scene, paper)
    paper.heading(2, tr.p("minutes", "Agenda"))
    if scene.state.items:
        _table(scene, paper)
        _what_to_know(scene, paper)
    else:
        paper.paragraph(tr.t("The agenda has no items yet."))
    _deadline(scene, paper)
    closing_part.privacy(scene, paper, invitation=True)
    return Document(
        title=title,
        lang=tr.lang,
        markdown=_front_matter(scene) + paper.markdown,
        kind=DocumentKind.AGENDA,
    )


def still_open(data: Data, meeting: str) -> tuple[Gap, ...]:
    """Items that still have the title their template left open; the agenda is written all the same.

    Args:
        meeting: id of the meeting, '' for none.
    """
    row = data.find(Meeting, meeting)
    words_of = translator(data.network.language).t
    return tuple(
        gap(
            "Item {number} has no title yet: “{title}” stands there.",
            item=item.id,
            number=item.number,
            title=item.title,
        )
        for item in (row.items if row is not None else ())
        if is_gap(item.title, words_of)
    )


def _front_matter(scene: Scene) -> str:
    tr = scene.tr
    return front_matter(
        {
            tr.p("front matter", "type"): tr.p("front matter", "agenda"),
            tr.p("front matter", "network"): scene.data.network.name,
            tr.p("front matter", "body"): words.body_name(tr, scene.body),
            tr.p("front matter", "meeting"): plan.label(scene.data, scene.meeting),
            tr.p("front matter", "date"): scene.day,
            tr.p("front matter", "language"): tr.lang,
            tr.p("front matter", "audience"): words.audience(tr, scene.audience),
        }
    )


def _facts(scene: Scene, paper: Paper) -> None:
    tr, meeting = scene.tr, scene.meeting
    start = scene.local(meeting.start)
    time = scene.clock(meeting.start)
    if meeting.end is not None:
        time = tr.t("{start} to {end}", start=time, end=scene.clock(meeting.end))
    rows = [
        (tr.p("facts", "Date"), tr.day_long(start.date())),
        (tr.p("facts", "Time"), time),
        (tr.p("facts", "Place"), inline(meeting.place) or NOTHING),
        *((words.role(tr, entry.role), scene.who(entry.person)) for entry in meeting.roles),
        (tr.p("facts", "Entitled to vote"), head.entitled(scene)),
        (tr.p("facts", "Quorum"), head.quorum(scene)),
    ]
    if meeting.invited_on is not None:
        rows.append((tr.p("facts", "Invitation"), head.invitation(scene)))
    paper.table((tr.p("facts", "Item"), tr.p("facts", "Content")), rows)


def _table(scene: Scene, paper: Paper) -> None:
    tr = scene.tr
    header = (
        tr.p("agenda", "Item"),
        tr.p("agenda", "Time"),
        tr.p("agenda", "Topic"),
        tr.p("agenda", "Type"),
        tr.p("agenda", "Brought in by"),
        tr.p("agenda", "Minutes"),
    )
    starts = agenda_part.planned_starts(scene.meeting, scene.state)
    rows = [_row(scene, s, at) for s, at in zip(scene.state.items, starts, strict=True)]
    paper.table(header, rows)


def _row(scene: Scene, state: ItemState, at: dt.datetime) -> tuple[str, ...]:
    item = state.item
    is_break = item.kind is ItemKind.BREAK
    return (
        str(item.number) if item.number else NOTHING,
        scene.hhmm(at),
        scene.title_of(state),
        NOTHING if is_break else words.item_kind(scene.tr, item.kind),
        NOTHING if is_break else agenda_part.brought_in_by(scene, state),
        str(state.minutes) if state.minutes else NOTHING,
    )


def _what_to_know(scene: Scene, paper: Paper) -> None:
    """Goals, draft wordings, what must be announced; guests without names in public."""
    tr = scene.tr
    lines = [(state, " ".join(_notes(scene, state))) for state in scene.state.items]
    lines = [(state, said) for state, said in lines if said]
    if lines:
        paper.heading(2, tr.p("agenda", "Good to know"))
    for state, said in lines:
        topic = scene.topic(state.item.id) or scene.title_of(state)
        paper.bullet(f"**{words.capital(topic)}:** {said}")
    guests = [_guest(scene, g.name, g.organisation, g.items) for g in scene.state.expected_guests]
    if guests:
        paper.paragraph(
            tr.n(
                "**Guest without a vote:** {guests}.",
                "**Guests without a vote:** {guests}.",
                len(guests),
                guests="; ".join(guests),
            )
        )


def _notes(scene: Scene, state: ItemState) -> list[str]:
    tr, item = scene.tr, state.item
    if not scene.shows_item(state):
        return []
    said = []
    if item.goal:
        said.append(tr.t("Goal: {goal}", goal=sentence(inline(item.goal))))
    if item.source == GOALS:
        said += [_of_goal(scene, n, goal) for n, goal in enumerate(goals(scene.data), 1)]
    if item.wording:
        said.append(tr.t("Draft wording: {text}", text=sentence(inline(item.wording))))
    unnamed = [k for k in item.points if k in BLOCKS and not names_block(tr, k, item.title)]
    if item.subject is Subject.AGREEMENT and unnamed:
        points = tr.join([point_in_brackets(tr, key) for key in unnamed])
        said.append(tr.t("This is about {points}.", points=points))
    must = item.subject in scene.state.rules.must_be_announced
    if must and item.subject is not Subject.ORDINARY:
        said.append(_announced(tr, item, agreed=scene.state.rules_agreed))
    return said


def _announced(tr: Translator, item: AgendaItem, *, agreed: bool) -> str:
    """Whether an item that has to be announced was; rules that nobody agreed only propose."""
    if item.announced and agreed:
        return tr.t("This item is announced with the invitation, as the rules ask.")
    if item.announced:
        return tr.t("This item is announced with the invitation, as the proposed rules ask.")
    if agreed:
        return tr.t("This item was not announced in time and can only be discussed.")
    return tr.t(
        "This item was not announced in time; under the proposed rules, not agreed yet, "
        "it could only be discussed."
    )


def _of_goal(scene: Scene, number: int, goal: Goal) -> str:
    """A goal and its sign, for the item of the yearly review."""
    tr = scene.tr
    said = tr.t("Goal {number}: {text}", number=number, text=sentence(inline(goal.text)))
    if goal.indicator:
        said += " " + tr.t("Seen by: {indicator}", indicator=sentence(inline(goal.indicator)))
    return said


def _guest(scene: Scene, name: str, organisation: str, items: tuple[int, ...]) -> str:
    tr = scene.tr
    topics = tr.join([scene.topic_number(number) for number in items])
    parts = ["" if scene.public else inline(name), inline(organisation)]
    parts.append(tr.t("{items} only", items=topics) if topics else "")
    return ", ".join(part for part in parts if part) or tr.t("without an organisation")


def _deadline(scene: Scene, paper: Paper) -> None:
    days = scene.state.rules.agenda_request_days
    if days is not None:
        until = scene.local(scene.meeting.start).date() - dt.timedelta(days=days)
        paper.paragraph(scene.tr.t("Agenda requests by {day}.", day=scene.tr.date_long(until)))
