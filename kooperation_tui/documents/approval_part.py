"""How far the minutes are on their way: sent, objected to, replaced, corrected, approved."""

from __future__ import annotations

from kooperation_tui.documents import words
from kooperation_tui.documents.closing_part import following
from kooperation_tui.documents.head import minutes_record
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain.minutes_changes import MinutesChange, changes_between, is_secret
from kooperation_tui.domain.model import (
    Correction,
    EarlierMinutes,
    Minutes,
    MinutesObjection,
    MinutesPart,
    MinutesStatus,
    ObjectionOutcome,
    Role,
)
from kooperation_tui.domain.state import RoleSpan


def approval(scene: Scene, paper: Paper) -> None:
    """How far the minutes are on their way, what was changed and corrected, who signs."""
    record = minutes_record(scene)
    paper.paragraph(_way(scene, record))
    if not scene.public:
        for objection in record.objections:
            paper.bullet(objection_line(scene, objection))
    for correction in shown_corrections(scene, record):
        paper.bullet(correction_line(scene, correction))
    if record.earlier:
        _replaced(scene, paper, record)
    if not scene.public:
        _signatures(scene, paper)


def shown_corrections(scene: Scene, record: Minutes) -> list[Correction]:
    """Corrections of what this audience may read."""
    state = scene.state
    return [
        c
        for c in record.corrections
        if (scene.internal or not is_secret(state, c.item, c.old))
        and not (scene.public and c.part is MinutesPart.ATTENDANCE)
    ]


def correction_line(scene: Scene, correction: Correction) -> str:
    """Corrected in item 4: “old” becomes “new”."""
    if correction.part is not MinutesPart.ITEM:
        return scene.tr.t(
            "Corrected under “{part}”: “{old}” becomes “{new}”.",
            part=words.minutes_part(scene.tr, correction.part),
            old=inline(correction.old),
            new=inline(correction.new),
        )
    return scene.tr.t(
        "Corrected in {item}: “{old}” becomes “{new}”.",
        item=scene.topic_number(correction.item) or NOTHING,
        old=inline(correction.old),
        new=inline(correction.new),
    )


def objection_line(scene: Scene, objection: MinutesObjection) -> str:
    """Who objected when to what, and what became of it."""
    tr = scene.tr
    said = tr.t(
        "Objection by {partner} of {day}: {text}",
        partner=scene.code(objection.organisation) or NOTHING,
        day=tr.date_long(objection.received_on),
        text=inline(objection.text),
    )
    match objection.outcome:
        case ObjectionOutcome.OPEN:
            return said
        case ObjectionOutcome.ACCEPTED:
            became = tr.p("objection", "Accepted")
        case ObjectionOutcome.REJECTED:
            became = tr.p("objection", "Rejected")
        case ObjectionOutcome.NOTED:
            became = tr.p("objection", "Noted")
        case ObjectionOutcome.WITHDRAWN:
            became = tr.p("objection", "Withdrawn")
    if objection.decision:
        became += f" ({inline(objection.decision)})"
    return f"{sentence(said)} {became}."


def _replaced(scene: Scene, paper: Paper, record: Minutes) -> None:
    """What each version changed in the one before; the old wording stays visible."""
    later = (*record.earlier[1:], None)
    for earlier, following_one in zip(record.earlier, later, strict=True):
        paper.paragraph(_replacement(scene, earlier))
        if scene.public:
            continue
        for change in changes_between(
            scene.data,
            scene.meeting.id,
            earlier.seq,
            following_one.seq if following_one is not None else None,
        ):
            if scene.internal or _is_open(scene, change):
                paper.bullet(_change(scene, change))


def _replacement(scene: Scene, earlier: EarlierMinutes) -> str:
    tr = scene.tr
    said = tr.t(
        "Version {next} replaces version {version}, sent on {day}.",
        next=earlier.version + 1,
        version=earlier.version,
        day=tr.date_long(earlier.sent_on),
    )
    if not earlier.reason or scene.public:
        return said
    return f"{said} {tr.t('Reason: {reason}', reason=sentence(inline(earlier.reason)))}"


def _is_open(scene: Scene, change: MinutesChange) -> bool:
    """Whether partners may read what a line says and said."""
    return not change.entry.confidential and scene.shows_item(scene.state.item(change.entry.item))


def _change(scene: Scene, change: MinutesChange) -> str:
    tr = scene.tr
    places = {
        "item": words.capital(scene.topic(change.entry.item) or NOTHING),
        "old": inline(change.old),
        "new": inline(change.new),
    }
    if not change.old:
        return tr.t("{item}, new: “{new}”", **places)
    if not change.new:
        return tr.t("{item}, struck out: “{old}”", **places)
    return tr.t("{item}: “{old}” became “{new}”", **places)


def _way(scene: Scene, record: Minutes) -> str:
    tr = scene.tr
    if record.status is MinutesStatus.APPROVED:
        return approved_line(scene, record)
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
    if record.objections_until is not None and record.silence_approves:
        said.append(scene.tr.t("Without an objection they count as approved then."))
        said.append(_decides_on_objections(scene))
    else:
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


def _decides_on_objections(scene: Scene) -> str:
    tr, meeting = scene.tr, following(scene)
    if meeting is None:
        return tr.t("The next meeting decides on objections.")
    day = tr.date_long(scene.local(meeting.start).date())
    if words.is_plenary(scene.body):
        return tr.t("The network meeting on {day} decides on objections.", day=day)
    return tr.t("The meeting on {day} decides on objections.", day=day)


def approved_line(scene: Scene, record: Minutes) -> str:
    """Approved on 2 December 2026 by decision B-2026-4-1."""
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
