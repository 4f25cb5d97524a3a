"""The registers over all meetings: actions, decisions, parked topics."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from kooperation_tui.documents import (
    action_list,
    actions_part,
    circular_part,
    parking_part,
    words,
)
from kooperation_tui.documents.document import ActionForm, Audience, Document, DocumentKind
from kooperation_tui.documents.head import bold_name
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline
from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import Circular, CircularResult
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.fold import state_of
from kooperation_tui.domain.model import (
    Action,
    ActionStatus,
    AgendaItem,
    Decision,
    DecisionStatus,
    Disposition,
    Meeting,
    ParkingItem,
    RuleSet,
)
from kooperation_tui.domain.state import MeetingState
from kooperation_tui.domain.superseded import decisions_now
from kooperation_tui.domain.tasks import LIVE
from kooperation_tui.domain.topics import treated_in
from kooperation_tui.i18n import Translator


class Register:
    """What the three registers share: the file, the reader, and hidden entries."""

    def __init__(
        self, data: Data, translator: Translator, audience: Audience, now: dt.datetime
    ) -> None:
        self.data = data
        self.tr = translator
        self.audience = audience
        self.now = now
        self._hidden: dict[str, set[str]] = {}

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(plan.zone(self.data)).date()

    def scene(self) -> Scene:
        """Look-ups as of today, outside any meeting."""
        return Scene(
            data=self.data,
            meeting=Meeting(id="0", body="", year=self.today.year, number=0, start=self.now),
            state=MeetingState(meeting="0", rules=RuleSet(id="0")),
            tr=self.tr,
            audience=self.audience,
            now=self.now,
        )

    def hides(self, meeting: str, event: str) -> bool:
        """Whether a record comes from a confidential entry or item, for other readers."""
        if self.audience is Audience.INTERNAL or self.data.find(Meeting, meeting) is None:
            return False
        if meeting not in self._hidden:
            self._hidden[meeting] = _confidential_entries(self.data, meeting)
        return event in self._hidden[meeting]

    def shows_item(self, item: AgendaItem) -> bool:
        """Whether these readers see an item of an agenda."""
        return self.audience is Audience.INTERNAL or not item.confidential

    def meeting(self, identity: str, item: int) -> str:
        """2026-3, item 4"""
        found = self.data.find(Meeting, identity)
        parts = [plan.label(self.data, found) if found is not None else ""]
        parts.append(self.tr.p("document", "item {number}", number=item) if item else "")
        return ", ".join(part for part in parts if part) or NOTHING

    def document(self, kind: DocumentKind, title: str, paper: Paper) -> Document:
        tr = self.tr
        head = front_matter(
            {
                tr.p("front matter", "type"): self._type(kind),
                tr.p("front matter", "network"): self.data.network.name,
                tr.p("front matter", "date"): self.today,
                tr.p("front matter", "language"): tr.lang,
                tr.p("front matter", "audience"): words.audience(tr, self.audience),
            }
        )
        return Document(title=title, lang=tr.lang, markdown=head + paper.markdown, kind=kind)

    def _type(self, kind: DocumentKind) -> str:
        match kind:
            case DocumentKind.ACTIONS:
                return self.tr.p("front matter", "action_plan")
            case DocumentKind.DECISIONS:
                return self.tr.p("front matter", "decision_register")
            case _:
                return self.tr.p("front matter", "parking_lot")

    def begin(self, title: str) -> Paper:
        paper = Paper()
        network = self.data.network
        paper.heading(1, title)
        paper.paragraph(bold_name(network.name, network.short_name))
        paper.paragraph(self.tr.t("As of {day}.", day=self.tr.date_long(self.today)))
        return paper


def _confidential_entries(data: Data, meeting: str) -> set[str]:
    state = state_of(data, meeting)
    items = {i.item.id for i in state.items if i.item.confidential}
    return {e.id for e in state.entries if e.confidential or e.item in items}


def actions(
    data: Data,
    translator: Translator,
    audience: Audience,
    now: dt.datetime,
    form: ActionForm = ActionForm.TABLE,
) -> Document:
    """The action plan over all meetings: running ones, overdue first, then ended ones."""
    register = Register(data, translator, audience, now)
    title = translator.t("Action plan")
    paper = register.begin(title)
    shown = [
        a
        for a in data.rows(Action)
        if a.status is not ActionStatus.RETRACTED and not register.hides(a.meeting, a.event)
    ]
    running = [a for a in shown if a.status in LIVE]
    running.sort(key=lambda a: (a.due is None, a.due or dt.date.max, a.number))
    _action_section(register, paper, translator.p("action plan", "Running"), running, form)
    ended = sorted((a for a in shown if a.status not in LIVE), key=lambda a: a.number)
    if ended and form is not ActionForm.PEOPLE:
        _action_section(register, paper, translator.p("action plan", "Ended"), ended, form)
    return register.document(DocumentKind.ACTIONS, title, paper)


def _action_section(
    register: Register, paper: Paper, heading: str, lines: Sequence[Action], form: ActionForm
) -> None:
    paper.heading(2, heading)
    if not lines:
        paper.paragraph(register.tr.t("There are no running actions."))
        return
    scene = register.scene()
    if form is ActionForm.LIST:
        action_list.action_list(scene, paper, lines)
        return
    if form is ActionForm.PEOPLE:
        action_list.people_list(scene, paper, lines)
        return
    rows = [
        (
            inline(a.number),
            inline(a.title),
            actions_part.owner(scene, a),
            actions_part.helpers(scene, a),
            actions_part.due(register.tr, a),
            action_list.standing(scene, a),
            register.meeting(a.meeting, a.item),
        )
        for a in lines
    ]
    paper.table(actions_part.header(register.tr), rows)


def decisions(data: Data, translator: Translator, audience: Audience, now: dt.datetime) -> Document:
    """The decision register, newest first; numbers that were taken back stay in it."""
    tr = translator
    register = Register(data, translator, audience, now)
    title = tr.t("Decision register")
    paper = register.begin(title)
    shown = [d for d in decisions_now(data) if not register.hides(d.meeting, d.event)]
    shown.sort(key=lambda d: (d.decided_on, plan.natural_order(d.number)), reverse=True)
    paper.heading(2, tr.p("decision register", "Decisions"))
    if not shown:
        paper.paragraph(tr.t("There are no decisions yet."))
    else:
        header = (
            tr.p("decision register", "No."),
            tr.p("decision register", "Date"),
            tr.p("decision register", "Wording"),
            tr.p("decision register", "Status"),
            tr.p("decision register", "Review"),
            tr.p("decision register", "From"),
        )
        paper.table(header, [_decision_row(register, d) for d in shown])
    asked = sorted(data.rows(Circular), key=lambda c: c.opened_on, reverse=True)
    closed = [c for c in asked if c.result is not CircularResult.OPEN]
    if closed:
        paper.heading(2, tr.p("decision register", "Decisions by circular"))
    for one in closed:
        paper.bullet(circular_part.circular_line(register.scene(), one))
    return register.document(DocumentKind.DECISIONS, title, paper)


def _decision_row(register: Register, decision: Decision) -> tuple[str, ...]:
    tr = register.tr
    taken_back = decision.status is DecisionStatus.RETRACTED
    return (
        inline(decision.number),
        tr.date_short(decision.decided_on),
        NOTHING if taken_back else inline(decision.text),
        _standing(tr, decision),
        tr.date_short(decision.review_on) if decision.review_on else NOTHING,
        _origin(register, decision),
    )


def _origin(register: Register, decision: Decision) -> str:
    """The meeting and its item, or that it was taken between two of them."""
    if circular_part.circular_of(register.data, decision.number) is not None:
        return register.tr.p("decision register", "by circular")
    return register.meeting(decision.meeting, decision.item)


def _standing(tr: Translator, decision: Decision) -> str:
    """superseded, see B-2026-4-2"""
    said = words.decision_status(tr, decision.status)
    if not decision.ended_by:
        return said
    number = inline(decision.ended_by)
    return tr.p("document decision", "{status}, see {number}", status=said, number=number)


def parking(data: Data, translator: Translator, audience: Audience, now: dt.datetime) -> Document:
    """The parking lot: every topic and where it goes."""
    register = Register(data, translator, audience, now)
    title = translator.t("Parking lot")
    paper = register.begin(title)
    scene = register.scene()
    shown = [
        p
        for p in data.rows(ParkingItem)
        if p.disposition is not Disposition.RETRACTED and not register.hides(p.meeting, p.event)
    ]
    waits = {p.id: p.disposition is Disposition.OPEN and not treated_in(data, p) for p in shown}
    shown.sort(key=lambda p: (not waits[p.id], p.number))
    paper.heading(2, translator.p("parking lot", "Topics"))
    if shown:
        rows = [
            (
                inline(p.number),
                inline(p.text),
                scene.code(p.by) if p.by else NOTHING,
                parking_part.origin(scene, p),
                _where(scene, p),
            )
            for p in shown
        ]
        paper.table(parking_part.header(translator), rows)
    else:
        paper.paragraph(translator.t("The parking lot is empty."))
    return register.document(DocumentKind.PARKING, title, paper)


def _where(scene: Scene, topic: ParkingItem) -> str:
    """Where a topic goes, or which meeting brought it to an end."""
    done = treated_in(scene.data, topic)
    if done is None:
        return parking_part.next_step(scene, topic)
    return scene.tr.t("treated on {day}", day=scene.tr.date_short(scene.local(done.start).date()))
