"""What waits for an agenda, each with its reason and how often it was put off."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.carry_over import Proposal, proposals, title_of
from kooperation_tui.domain.model import AgendaItem, Meeting
from kooperation_tui.domain.postponed import Postponed, postponed
from kooperation_tui.domain.state import Phase
from kooperation_tui.i18n import translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

_TITLE = 28
"""Cells that a title keeps beside its reason."""


def waiting(view: View) -> tuple[Proposal, ...]:
    """The proposals for the meeting looked at, while it is planned."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None or state.phase is not Phase.PLANNED:
        return ()
    found = proposals(view.data, meeting, translator(view.data.network.language).t)
    return tuple(p for p in found if not (p.confidential and view.beamer))


def title(view: View, proposal: Proposal) -> str:
    """The title of the item that it becomes, in the network's language."""
    return title_of(proposal, translator(view.data.network.language).t)


def reason(view: View, proposal: Proposal) -> str:
    """`zum 2. Mal vertagt: Kostenzahlen fehlten, BK`"""
    said = view.tr.t(proposal.message, **proposal.args)
    if proposal.why:
        said += f": {proposal.why}"
    owner = words.code(view.data, proposal.owner) if proposal.owner else ""
    return f"{said}, {owner}" if owner else said


def options(view: View) -> list[tuple[str, Content]]:
    """For the dialog: the title, under it the reason."""
    found = []
    for proposal in waiting(view):
        why = ink.hanging(ink.put("  "), ink.put((reason(view, proposal), "dim")), view.width)
        found.append((proposal.source, ink.lines([ink.put(title(view, proposal)), why])))
    return found


def short(view: View) -> list[Content]:
    """A heading with the key that shows them all, then one row for each."""
    found = waiting(view)
    if not found:
        return []
    shown = [_heading(view, len(found))]
    reasons = [reason(view, proposal) for proposal in found]
    room = min(max(map(ink.width, reasons)), view.width - _TITLE)
    for proposal, why in zip(found, reasons, strict=True):
        left = ink.put(" ", ink.fit(title(view, proposal), view.width - room - 2), " ")
        shown.append(ink.put(left, (ink.shorten(why, room), "dim")))
    return shown


def _heading(view: View, count: int) -> Content:
    title = view.tr.t("Proposals ({count})", count=count)
    return ink.put((title, "head"), "   ", ("v", "key"), f" {view.tr.t('look and take')}")


def column(view: View) -> list[Content]:
    """All of them for the side column: the title, its reason under it."""
    found = waiting(view)
    if not found:
        return []
    rows = [Content(""), _heading(view, len(found))]
    for proposal in found:
        rows += ink.put(title(view, proposal)).wrap(view.width)[:2]
        rows += ink.put((reason(view, proposal), "dim")).wrap(view.width)[:2]
    return rows


def history(view: View, item: AgendaItem) -> Content:
    """How often an item was put off before, and why; nothing if it was not."""
    meeting = view.meeting
    if meeting is None or not item.source:
        return Content("")
    known = next((p for p in _postponed(view, meeting) if p.source == item.source), None)
    if known is None or not known.times:
        return Content("")
    tr = view.tr
    said = tr.t("postponed for the {ordinal} time", ordinal=tr.ordinal(known.times))
    return ink.put((f"{said}: {known.why}" if known.why else said, "warn"))


def _postponed(view: View, meeting: Meeting) -> tuple[Postponed, ...]:
    """Kept for this view of the file: it reads all logs."""
    key = ("postponed", meeting.id)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = postponed(view.data, meeting)
    assert isinstance(found, tuple)
    return found
