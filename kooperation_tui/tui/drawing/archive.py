"""What is past: meetings and the register of decisions; what a search found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from kooperation_tui.domain import plan
from kooperation_tui.domain.commands.decisions import FAILED, HOLDS, successor
from kooperation_tui.domain.commands.minutes import minutes_of
from kooperation_tui.domain.model import (
    Decision,
    Meeting,
    MeetingStatus,
    MinutesStatus,
)
from kooperation_tui.domain.superseded import as_it_stands, decisions_now, ended_by
from kooperation_tui.i18n import N_, Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.circular import taken_as
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

if TYPE_CHECKING:
    from kooperation_tui.search import Found

MINUTES_STATES = {
    MinutesStatus.DRAFT: N_("minutes not sent yet"),
    MinutesStatus.SENT: N_("minutes sent"),
    MinutesStatus.OBJECTIONS: N_("minutes sent, with objections"),
    MinutesStatus.APPROVED: N_("minutes approved"),
}
_KIND, _TITLE = 18, 14
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
        decisions_now(view.data),
        key=lambda d: (d.decided_on, plan.natural_order(d.number)),
        reverse=True,
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
    state = standing_words(view, decision)
    good = decision.status in HOLDS
    first = ink.put(
        "  ",
        (ink.fit(decision.number, 12), "dim"),
        ink.fit(tr.date_short(decision.decided_on), 12),
    )
    state_put = ink.put((state, "good" if good else "warn"))
    return ink.lines(_with_state(first, decision.text, state_put, view.width))


def _with_state(first: Content, text: str, state: Content, width: int) -> list[Content]:
    """The text beside `first`, the state behind it or below; neither is broken apart."""
    indent = first.cell_length
    rows = ink.put(text).wrap(max(width - indent, 10))
    if rows[-1].cell_length + 2 + state.cell_length <= width - indent:
        rows[-1] = ink.put(rows[-1].rstrip(), "  ", state)
    else:
        rows.append(state)
    return [ink.put(first if not n else " " * indent, row) for n, row in enumerate(rows)]


def standing_words(view: View, decision: Decision) -> str:
    """`in Kraft`, `abgelöst durch B-2026-4-2`; the number is short of nothing."""
    tr = view.tr
    state = tr.t(words.DECISION_STATES[decision.status])
    if not decision.ended_by:
        return state
    if decision.status in FAILED:
        return tr.t("{status}, now {number}", status=state, number=decision.ended_by)
    return tr.t("{status} by {number}", status=state, number=decision.ended_by)


def decision_lines(view: View, decision: Decision) -> list[Content]:
    """A decision with everything that is known of it."""
    tr, decision = view.tr, as_it_stands(view.data, decision)
    rows = [*ink.put((decision.text, "strong")).wrap(view.width), Content("")]
    rows.append(ink.put(f"{tr.day_long(decision.decided_on)} · {standing_words(view, decision)}"))
    if decision.ended_on is not None:
        rows.append(ink.put(tr.t("since {day}", day=tr.date_short(decision.ended_on))))
    if decision.remark:
        rows += ink.put(decision.remark).wrap(view.width)
    meeting = view.data.find(Meeting, decision.meeting)
    if meeting is not None:
        title = words.meeting_title(view.data, meeting, tr)
        item = tr.t("item {number}", number=decision.item) if decision.item else ""
        rows.append(ink.put(", ".join(filter(None, [title, item]))))
    else:
        asked = taken_as(view, decision)
        rows += asked or [ink.put(tr.t("taken before this program"))]
    if decision.points:
        names = ", ".join(words.block_name(p, tr) for p in decision.points)
        rows.append(ink.put(tr.t("about {names}", names=names)))
    if decision.review_on is not None:
        day = tr.date_short(decision.review_on)
        rows.append(ink.put(tr.t("to be looked at again on {day}", day=day)))
    return [*rows, *_others(view, decision)]


def _others(view: View, decision: Decision) -> list[Content]:
    """The words of what took its place, and of what it took the place of."""
    tr = view.tr
    rows: list[Content] = []
    later = successor(view.data, decision)
    if later is not None:
        first = ink.put((ink.fit(later.number, 12), "dim"))
        rows += [Content(""), ink.hanging(first, ink.put(later.text), view.width)]
    for before in ended_by(view.data, decision):
        first = ink.put((tr.t("took the place of {number}", number=before.number) + "  ", "dim"))
        rows.append(ink.hanging(first, ink.put(before.text), view.width))
    return rows


def archive_detail(view: View, identity: str) -> Content:
    """What Enter does with the chosen row."""
    tr = view.tr
    if view.data.find(Meeting, identity) is not None:
        return ink.put((tr.t("Enter reads the minutes, m goes to this meeting."), "dim"))
    if view.data.find(Decision, identity) is not None:
        return ink.put((tr.t("Enter reads it, s says where it stands now."), "dim"))
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
    key, kind = words.FOUND[one.kind.value]
    first = ink.put(
        (f" {key} ", "key"), (ink.fit(tr.t(kind), _KIND - 3), "dim"), ink.fit(title, _TITLE), " "
    )
    return ink.hanging(first, ink.put(text), view.width)


def _title(one: Found, tr: Translator) -> str:
    if one.kind.value == "block":
        return words.blocks_name((one.title,), tr)
    # B4 alone does not say of which meeting.
    whole = one.kind.value in ("decision", "version")
    return one.title if whole else words.short_number(one.title)
