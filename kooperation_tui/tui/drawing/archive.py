"""What is past: meetings and the register of decisions; what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.model import (
    Decision,
    DecisionStatus,
    Meeting,
    MeetingStatus,
    MinutesStatus,
)
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.search import Found

KINDS = {
    "entry": N_("Minutes"),
    "item": N_("Agenda"),
    "meeting": N_("Meeting"),
    "decision": N_("Decision"),
    "action": N_("Action"),
    "parking": N_("Parking lot"),
    "block": N_("Agreement"),
    "partner": N_("Partner"),
    "person": N_("Person"),
}
MINUTES_STATES = {
    MinutesStatus.DRAFT: N_("minutes not sent yet"),
    MinutesStatus.SENT: N_("minutes sent"),
    MinutesStatus.OBJECTIONS: N_("minutes sent, with objections"),
    MinutesStatus.APPROVED: N_("minutes approved"),
}
_KIND, _TITLE = 14, 11
_PAST = (MeetingStatus.CLOSED, MeetingStatus.CANCELLED)


def archive_rows(view: View) -> list[Row]:
    """Past meetings, then decisions, the latest first."""
    tr = view.tr
    past = [m for m in reversed(plan.meetings(view.data)) if m.status in _PAST]
    rows = [Row(ink.put((tr.t("Meetings"), "head"), f"  {len(past)}"))]
    rows += [Row(_meeting(view, m), m.id) for m in past]
    if not past:
        rows += _said(
            view,
            tr.t("None is past. F2 has the meetings to come; v enters one from before."),
        )
    decisions = sorted(
        view.data.rows(Decision), key=lambda d: (d.decided_on, d.number), reverse=True
    )
    rows += [BLANK, Row(ink.put((tr.t("Decisions"), "head"), f"  {len(decisions)}"))]
    if not decisions:
        rows += _said(view, tr.t("None yet. n enters one that was taken before this program."))
    rows += [Row(_decision(view, d), d.id) for d in decisions]
    return rows


def _said(view: View, text: str) -> list[Row]:
    return [Row(line) for line in ink.put((text, "dim")).wrap(view.width)]


def _meeting(view: View, meeting: Meeting) -> Content:
    """Day, title, and where its minutes are."""
    tr = view.tr
    mark = "▶ " if meeting.id == view.meeting_id else "  "
    day = ink.fit(tr.day_short(meeting.start.date()), 16)
    left = ink.put((mark, "now"), day, words.meeting_title(view.data, meeting, tr))
    return ink.apart(left, ink.put((minutes_words(view, meeting), "dim")), view.width)


def minutes_words(view: View, meeting: Meeting) -> str:
    """How far the minutes of a meeting are."""
    tr = view.tr
    if meeting.status is MeetingStatus.CANCELLED:
        return tr.t("cancelled")
    known = minutes_of(view.data, meeting.id)
    status = known.status if known is not None else MinutesStatus.DRAFT
    if meeting.external and status is MinutesStatus.DRAFT:
        return tr.t("minutes elsewhere")
    return tr.t(MINUTES_STATES[status])


def _decision(view: View, decision: Decision) -> Content:
    tr = view.tr
    state = tr.t(words.DECISION_STATES[decision.status])
    good = decision.status is DecisionStatus.IN_FORCE
    first = ink.put(
        "  ",
        (ink.fit(decision.number, 12), "dim"),
        ink.fit(tr.date_short(decision.decided_on), 12),
    )
    text = ink.put(decision.text, "  ", (state, "good" if good else "warn"))
    return ink.hanging(first, text, view.width)


def decision_lines(view: View, decision: Decision) -> list[Content]:
    """A decision with everything that is known of it."""
    tr = view.tr
    rows = [*ink.put((decision.text, "strong")).wrap(view.width), Content("")]
    state = tr.t(words.DECISION_STATES[decision.status])
    rows.append(ink.put(f"{tr.day_long(decision.decided_on)} · {state}"))
    meeting = view.data.find(Meeting, decision.meeting)
    if meeting is not None:
        title = words.meeting_title(view.data, meeting, tr)
        item = tr.t("item {number}", number=decision.item) if decision.item else ""
        rows.append(ink.put(", ".join(filter(None, [title, item]))))
    else:
        rows.append(ink.put(tr.t("taken before this program")))
    if decision.points:
        names = ", ".join(words.block_name(p, tr) for p in decision.points)
        rows.append(ink.put(tr.t("about {names}", names=names)))
    if decision.review_on is not None:
        day = tr.date_short(decision.review_on)
        rows.append(ink.put(tr.t("to be looked at again on {day}", day=day)))
    return rows


def archive_detail(view: View, identity: str) -> Content:
    """What Enter does with the chosen row."""
    tr = view.tr
    if view.data.find(Meeting, identity) is not None:
        return ink.put((tr.t("Enter reads the minutes, m goes to this meeting."), "dim"))
    return Content("")


def found_rows(view: View, query: str, found: Sequence[Found] | None) -> list[Row]:
    """What a search found, best first; None while it is still being looked for."""
    tr = view.tr
    if found is None:
        return _said(view, tr.t("searching …"))
    if not found:
        return _said(
            view,
            tr.t("Nothing found for “{query}”. Try another word, or a part of it.", query=query),
        )
    return [Row(_found(view, one), f"{n} {one.kind.value}") for n, one in enumerate(found)]


def _found(view: View, one: Found) -> Content:
    """Kind and number left, the words around the hit right; nothing secret on the wall."""
    tr = view.tr
    title = _title(one, tr)
    secret = view.beamer and (one.confidential or one.kind.value == "person")
    text = tr.t("confidential entry") if secret else one.excerpt
    first = ink.put(
        " ", (ink.fit(tr.t(KINDS[one.kind.value]), _KIND), "dim"), ink.fit(title, _TITLE), " "
    )
    return ink.hanging(first, ink.put(text), view.width)


def _title(one: Found, tr: Translator) -> str:
    if one.kind.value == "block":
        return words.block_name(one.title, tr)
    # B4 alone does not say of which meeting.
    return one.title if one.kind.value == "decision" else words.short_number(one.title)
