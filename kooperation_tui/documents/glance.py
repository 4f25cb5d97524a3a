"""At a glance: counts, the next due date, the next meeting. Most readers stop there."""

from __future__ import annotations

from kooperation_tui.documents import actions_part, parking_part
from kooperation_tui.documents.closing_part import following
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain.events import OutcomeKind
from kooperation_tui.domain.model import Decision, Subject
from kooperation_tui.domain.state import Wording, WordingState


def glance(scene: Scene, paper: Paper) -> None:
    paper.bullet(_decisions(scene))
    paper.bullet(_actions(scene))
    parked = len(parking_part.parked_topics(scene))
    if parked:
        paper.bullet(
            scene.tr.n(
                "**{count} item in the parking lot.**",
                "**{count} items in the parking lot.**",
                parked,
            )
        )
    paper.bullet(_next_meeting(scene))


def carried(scene: Scene) -> list[Wording]:
    """Decisions of this meeting, as far as this audience sees them."""
    return [
        w
        for w in scene.state.wordings
        if w.state is WordingState.CARRIED and scene.shows_wording(w)
    ]


def _decisions(scene: Scene) -> str:
    tr, decisions = scene.tr, carried(scene)
    if not decisions:
        return tr.t("**No decisions.**")
    said = tr.n("**{count} decision**", "**{count} decisions**", len(decisions))
    among = []
    admissions = sum(1 for w in decisions if _subject(scene, w) is Subject.ADMISSION)
    if admissions:
        among.append(
            tr.n(
                "{count} admission of a new partner",
                "{count} admissions of new partners",
                admissions,
            )
        )
    postponed, alone = _postponed(scene, decisions)
    if postponed:
        among.append(tr.n("{count} postponement", "{count} postponements", postponed))
    said = tr.t("{decisions}, among them {parts}", decisions=said, parts=among) if among else said
    if not alone:
        return f"{said}."
    rest = tr.t("Postponed without a decision: {count}.", count=alone)
    return f"{said}. {rest}"


def _subject(scene: Scene, wording: Wording) -> Subject:
    decision = scene.data.find(Decision, wording.decision) if wording.decision else None
    if decision is not None:
        return decision.subject
    item = scene.state.item(wording.item)
    return item.item.subject if item is not None else Subject.ORDINARY


def _postponed(scene: Scene, decisions: list[Wording]) -> tuple[int, int]:
    """Postponements in items with a decision, and those in items without any."""
    decided = {w.item for w in decisions}
    found = [
        item.item.id
        for item in scene.state.items
        if scene.shows_item(item)
        for outcome in item.outcomes
        if outcome.kind is OutcomeKind.POSTPONED
    ]
    among = sum(1 for item in found if item in decided)
    return among, len(found) - among


def _actions(scene: Scene) -> str:
    tr = scene.tr
    new, running = actions_part.new_lines(scene), actions_part.carried_lines(scene)
    if not new and not running:
        return tr.t("**No new actions.**")
    said = tr.n("**{count} new action**", "**{count} new actions**", len(new))
    if running:
        said += tr.n(", {count} carried forward", ", {count} carried forward", len(running))
    due = actions_part.next_due([*new, *running])
    if due is None:
        return f"{said}."
    return tr.t("{actions}; the next due date is {day}.", actions=said, day=tr.date_long(due))


def _next_meeting(scene: Scene) -> str:
    tr, meeting = scene.tr, following(scene)
    if meeting is None:
        return tr.t("**Next meeting:** not fixed yet.")
    start = scene.local(meeting.start)
    place = inline(meeting.place.partition(",")[0])
    parts = [tr.day_long(start.date()), scene.clock(start), place]
    return tr.t("**Next meeting:** {when}.", when=", ".join(part for part in parts if part))
