"""What becomes of the minutes after the meeting: draft, sent, objected to, approved."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.approving import minutes_meant
from kooperation_tui.domain.commands.minutes import minutes_of, open_objections
from kooperation_tui.domain.model import Minutes, MinutesStatus
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.keys import key_name
from kooperation_tui.tui.view import View


def title(view: View) -> Content:
    """`Protokoll: Entwurf`, `Protokoll: versandt am Fr 16.10.2026`."""
    tr = view.tr
    known = minutes_of(view.data, view.meeting_id)
    external = view.meeting is not None and view.meeting.external
    head = ink.put((tr.t("Minutes") + ": ", "strong"))
    if known is None or known.status is MinutesStatus.DRAFT:
        state = tr.t("written before this file") if external else tr.t("draft")
        if known is not None and known.version > 1:
            state = tr.t("draft, version {number}", number=known.version)
        return ink.put(head, (state, "" if external else "warn"))
    sent = tr.t("sent on {day}", day=tr.day_short(known.sent_on)) if known.sent_on else ""
    if known.status is MinutesStatus.APPROVED:
        said = tr.t("approved")
        if known.approved_on is not None:
            said = tr.t("approved on {day}", day=tr.day_short(known.approved_on))
        by = f" ({words.short_number(known.approved_by)})" if known.approved_by else ""
        return ink.put(head, (said + by, "good"), (f" · {sent}" if sent else "", "dim"))
    pieces: list[ink.Piece] = [head, sent]
    if known.objections_until is not None:
        until = tr.t("objections until {day}", day=tr.day_short(known.objections_until))
        pieces.append((f" · {until}", "dim"))
    waiting = len(open_objections(known))
    if waiting:
        count = tr.n("{count} objection", "{count} objections", waiting)
        pieces.append((f" · {count}", "warn"))
    return ink.put(*pieces)


def what_next(view: View) -> Content:
    """What can be done with them now, or the objections that came."""
    tr = view.tr
    known = minutes_of(view.data, view.meeting_id)
    palette = (key_name("ctrl+p", tr), "key")
    if known is None or known.status is MinutesStatus.DRAFT:
        if view.meeting is not None and view.meeting.external:
            return ink.put((tr.t("Their text is not in this file."), "dim"))
        edit = tr.t("↑ changes an entry, a line such as “10:30 …” adds one, sent with")
        return ink.put((edit + " ", "dim"), (key_name("ctrl+s", tr), "key"))
    if known.status is MinutesStatus.APPROVED:
        return ink.put((tr.t("Corrections go by a decision of a later meeting."), "dim"))
    rows = objection_lines(view, known)
    if not rows:
        said = tr.t("An objection or the approval is noted with")
        rows = [ink.put((said + " ", "dim"), palette)]
    return ink.lines(rows)


def objections_here(view: View) -> list[Content]:
    """Objections to the minutes that the running item is about, with a heading."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None or state.phase is not Phase.RUNNING:
        return []
    running = state.running_item
    meant = minutes_meant(view.data, meeting, running.item if running is not None else None)
    known = minutes_of(view.data, meant.id) if meant is not None else None
    if meant is None or known is None or known.status is MinutesStatus.APPROVED:
        return []
    rows = objection_lines(view, known)
    if not rows:
        return []
    day = view.tr.date_short(meant.start.date())
    return [ink.put((view.tr.t("Objections to the minutes of {day}", day=day), "now")), *rows]


def objection_lines(view: View, known: Minutes) -> list[Content]:
    """Who objected to what; the wall sees no words of it."""
    rows: list[Content] = []
    for one in open_objections(known):
        code = words.code(view.data, one.organisation)
        text = "" if view.beamer else one.text
        day = view.tr.date_tiny(one.received_on)
        rows += ink.put((f"{day} ", "dim"), (f"{code} ", "warn"), text).wrap(view.width)[:2]
    return rows[:6]
