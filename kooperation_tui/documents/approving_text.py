"""Earlier minutes in the results of the meeting that corrects and approves them (I-20)."""

from __future__ import annotations

from kooperation_tui.documents import words
from kooperation_tui.documents.scene import NOTHING, Scene
from kooperation_tui.documents.text import inline, sentence
from kooperation_tui.domain import events as ev
from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Meeting, MinutesPart
from kooperation_tui.domain.state import Wording, WordingState
from kooperation_tui.i18n import LANGUAGES, translator


def correction(scene: Scene, what: ev.Corrected) -> str:
    """What earlier minutes shall say, unless a wording says it already."""
    if scene.public and what.part is MinutesPart.ATTENDANCE:
        return ""  # the public version names nobody who was there
    if any(what.old in w.text and what.new in w.text for w in scene.state.wordings):
        return ""
    found = scene.data.find(Meeting, what.meeting)
    day = scene.local(found.start).date() if found is not None else None
    return sentence(
        scene.tr.t(
            "**To be corrected** in the minutes of {day}, {item}: “{old}” becomes “{new}”",
            day=scene.tr.date_long(day) if day is not None else NOTHING,
            item=words.minutes_part(scene.tr, what.part)
            or scene.topic_number(what.item)
            or NOTHING,
            old=inline(what.old),
            new=inline(what.new),
        )
    )


def approval(scene: Scene, wording: Wording) -> str:
    """Which minutes a carried wording approved, unless its words name them."""
    if wording.state is not WordingState.CARRIED or not wording.approves:
        return ""
    meeting = scene.data.find(Meeting, wording.approves)
    if meeting is None or _names(scene, wording.text, meeting):
        return ""
    day = scene.tr.date_long(scene.local(meeting.start).date())
    if wording.corrects and any(c.meeting == meeting.id for c in scene.state.corrections):
        return scene.tr.t("With it the minutes of {day} are corrected and approved.", day=day)
    return scene.tr.t("With it the minutes of {day} are approved.", day=day)


def _names(scene: Scene, text: str, meeting: Meeting) -> bool:
    """Whether words name a meeting, by its number or by its day in any language."""
    day = scene.local(meeting.start).date()
    names = [plan.label(scene.data, meeting), day.isoformat()]
    for tr in map(translator, LANGUAGES):
        names += [tr.date_long(day), tr.date_short(day)]
    return any(name in text for name in names)
