"""Minutes of results, drawn from the folded state of a meeting (domain 3.2, 3.6)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from kooperation_tui.documents import (
    actions_part,
    agenda_part,
    approval_part,
    attendance_part,
    circular_part,
    closing_part,
    glance,
    head,
    parking_part,
    results,
    results_page,
)
from kooperation_tui.documents.document import Audience, Document, DocumentKind, Hit, HitKind
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.public import Finder
from kooperation_tui.documents.scene import Scene
from kooperation_tui.documents.text import one_line
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.events import Corrected, Noted, NoteKind
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import Meeting
from kooperation_tui.domain.state import Entry
from kooperation_tui.i18n import Translator

_NEVER_PUBLIC = {
    NoteKind.STATEMENT: HitKind.STATEMENT,
    NoteKind.MINORITY: HitKind.MINORITY,
}
_CHECKED = (NoteKind.NOTE, NoteKind.QUESTION, NoteKind.ANNEX)
"""Notes a public version holds; statements and confidential lines it never does."""


def scene_of(
    data: Data,
    meeting_id: str,
    translator: Translator,
    audience: Audience,
    now: dt.datetime,
    left_out: Collection[str] | None = None,
) -> Scene:
    """A meeting as one audience sees it; in public, notes with a hit are left out.

    Args:
        left_out: ids of the entries that were left out when these minutes were sent;
            None looks for hits.
    """
    meeting = data.get(Meeting, meeting_id)
    state = state_of(data, meeting_id)
    without: dict[str, tuple[Hit, ...]] = {}
    if audience is Audience.PUBLIC and left_out is not None:
        without = dict.fromkeys(left_out, ())
    elif audience is Audience.PUBLIC:
        finder = Finder(data, meeting)
        for entry in state.entries:
            hits = finder.hits(_checked(entry))
            if hits:
                without[entry.id] = hits
    return Scene(
        data=data,
        meeting=meeting,
        state=state,
        tr=translator,
        audience=audience,
        now=now,
        left_out=without,
    )


def _checked(entry: Entry) -> str:
    """Words of a line that the public version holds unless something is found in them."""
    what = entry.what
    if isinstance(what, Corrected):
        return f"{what.old} → {what.new}"
    noted = isinstance(what, Noted) and what.kind in _CHECKED
    return entry.text if noted and not entry.deleted else ""


def minutes(
    data: Data,
    meeting_id: str,
    translator: Translator,
    audience: Audience,
    now: dt.datetime,
    *,
    results_only: bool = False,
    left_out: Collection[str] | None = None,
) -> Document:
    """The minutes of a meeting as they stand now; `sent_minutes` gives those that went out.

    Args:
        data: the file.
        meeting_id: id of the meeting.
        translator: the document's language.
        audience: who reads it.
        now: the day of a draft that was not sent yet.
        results_only: decisions, actions and topics on one page.
        left_out: as in `scene_of`.
    """
    scene = scene_of(data, meeting_id, translator, audience, now, left_out)
    paper = Paper()
    title = results_page.page_title(scene) if results_only else head.minutes_title(scene)
    paper.heading(1, title)
    paper.paragraph(head.network_line(scene))
    if results_only:
        results_page.results_page(scene, paper)
    else:
        _whole(scene, paper)
    return Document(
        title=title,
        lang=translator.lang,
        markdown=head.minutes_front_matter(scene) + paper.markdown,
        kind=DocumentKind.MINUTES,
        omitted=() if results_only else omitted(scene),
    )


def _whole(scene: Scene, paper: Paper) -> None:
    tr = scene.tr
    head.facts(scene, paper)
    paper.heading(2, tr.p("minutes", "At a glance"))
    glance.glance(scene, paper)
    paper.heading(2, tr.p("minutes", "Attendance"))
    attendance_part.attendance(scene, paper)
    paper.heading(2, tr.p("minutes", "Agenda"))
    agenda_part.agenda_table(scene, paper)
    circular_part.circulars(scene, paper)
    paper.heading(2, tr.p("minutes", "Results"))
    results.results(scene, paper)
    _what_remains(scene, paper)


def _what_remains(scene: Scene, paper: Paper) -> None:
    tr = scene.tr
    lines = [*actions_part.new_lines(scene), *actions_part.carried_lines(scene)]
    paper.heading(2, tr.p("minutes", "Action plan"))
    if lines:
        actions_part.action_table(scene, paper, lines)
    else:
        paper.paragraph(tr.t("No actions were agreed."))
    topics = parking_part.parked_topics(scene)
    paper.heading(2, tr.p("minutes", "Parking lot"))
    if topics:
        parking_part.parking_table(scene, paper, topics)
    else:
        paper.paragraph(tr.t("No topics were parked."))
    paper.heading(2, tr.p("minutes", "Next meeting"))
    closing_part.next_meeting(scene, paper)
    paper.heading(2, tr.p("minutes", "Annexes and distribution"))
    closing_part.annexes(scene, paper)
    paper.heading(2, tr.p("minutes", "Approval"))
    approval_part.approval(scene, paper)
    closing_part.privacy(scene, paper)


def omitted(scene: Scene) -> tuple[Hit, ...]:
    """What the public version left out: lines with a hit, and what partners said for the record."""
    if not scene.public:
        return ()
    found = [hit for hits in scene.left_out.values() for hit in hits]
    for entry in scene.state.entries:
        what = entry.what
        kind = _NEVER_PUBLIC.get(what.kind) if isinstance(what, Noted) else None
        if kind is not None and scene.shows(entry):
            words = one_line(entry.text)
            found.append(Hit(kind=kind, text=words, line=words))
    return tuple(found)
