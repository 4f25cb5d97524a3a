"""The results of a meeting on one page: decisions, actions, parking lot, next meeting."""

from __future__ import annotations

from kooperation_tui.documents import (
    action_list,
    actions_part,
    circular_part,
    closing_part,
    glance,
    head,
    parking_part,
    words,
)
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.documents.wording_text import unnamed_points
from kooperation_tui.domain.model import Decision, DecisionStatus
from kooperation_tui.domain.plan import natural_order
from kooperation_tui.domain.state import Wording, WordingState

_SETTLED = (WordingState.CARRIED, WordingState.REJECTED, WordingState.NOT_QUORATE)


def results_page(scene: Scene, paper: Paper) -> None:
    """Everything below the title."""
    tr = scene.tr
    place = f", {inline(scene.meeting.place)}" if scene.meeting.place else ""
    paper.paragraph(f"{tr.day_long(scene.day)}{place}.")
    paper.heading(2, tr.p("minutes", "At a glance"))
    glance.glance(scene, paper)
    paper.heading(2, tr.p("decision register", "Decisions"))
    decided = settled(scene)
    for wording in decided:
        label = ", ".join([inline(wording.number), *about(scene, wording)])
        paper.bullet(f"**{label}:** {sentence(inline(wording.text))}")
    if not decided:
        paper.paragraph(tr.t("No decisions were taken."))
    circular_part.circulars(scene, paper)
    lines = [*actions_part.new_lines(scene), *actions_part.carried_lines(scene)]
    paper.heading(2, tr.p("minutes", "Action plan"))
    for line in lines:
        paper.bullet(_marked(scene, action_list.action_line(scene, line.action), line.confidential))
    if not lines:
        paper.paragraph(tr.t("No actions were agreed."))
    topics = parking_part.parked_topics(scene)
    if topics:
        paper.heading(2, tr.p("minutes", "Parking lot"))
    for topic, confidential in topics:
        step = parking_part.next_step(scene, topic)
        said = f"**{inline(topic.number)}:** {inline(topic.text)} ({step})"
        paper.bullet(_marked(scene, said, confidential))
    paper.heading(2, tr.p("minutes", "Next meeting"))
    closing_part.next_meeting(scene, paper)
    closing_part.privacy(scene, paper)


def _marked(scene: Scene, said: str, confidential: bool) -> str:
    return f"{said} {scene.confidential_mark}" if confidential else said


def settled(scene: Scene) -> list[Wording]:
    """Wordings with a result, as far as this audience sees them."""
    return [w for w in scene.state.wordings if w.state in _SETTLED and scene.shows_wording(w)]


def about(scene: Scene, wording: Wording) -> list[str]:
    """What the words of a decision do not say: its point, and that it does not hold."""
    found = unnamed_points(scene, wording)
    row = scene.data.find(Decision, wording.decision)
    if row is not None and row.status is not DecisionStatus.IN_FORCE:
        return [*found, words.decision_status(scene.tr, row.status)]
    later = _decided_again(scene, wording)
    if later is None:
        return found
    status = words.decision_status(scene.tr, DecisionStatus.SUPERSEDED)
    number = inline(later.number)
    return [
        *found,
        scene.tr.p("document decision", "{status}, see {number}", status=status, number=number),
    ]


def _decided_again(scene: Scene, wording: Wording) -> Wording | None:
    """The decision of this meeting that took the place of one about the same points."""
    after = [
        w
        for w in scene.state.wordings
        if w.state is WordingState.CARRIED
        and set(wording.points) <= set(w.points)
        and natural_order(w.number) > natural_order(wording.number)
    ]
    if not wording.points or not after:
        return None
    return min(after, key=lambda w: natural_order(w.number))


def page_title(scene: Scene) -> str:
    """Results: 3rd network meeting 2026"""
    return scene.tr.t("Results: {meeting}", meeting=head.meeting_title(scene))
