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


def short(view: View, rows: int) -> Content:
    """The first ones, one row each, with the key that shows them all."""
    found = waiting(view)
    if not found:
        return Content("")
    head = ink.put(
        (view.tr.t("Proposals ({count})", count=len(found)), "head"),
        "   ",
        ("v", "key"),
        f" {view.tr.t('take')}",
    )
    shown = [head]
    half = view.width // 2
    for proposal in found[: max(rows - 1, 0)]:
        left = ink.put(" ", ink.fit(title(view, proposal), half - 2), " ")
        why = ink.shorten(reason(view, proposal), view.width - half)
        shown.append(ink.put(left, (why, "dim")))
    return ink.lines(shown)


def column(view: View) -> list[Content]:
    """All of them for the side column: the title, its reason under it."""
    found = waiting(view)
    if not found:
        return []
    rows = [
        Content(""),
        ink.put(
            (view.tr.t("Proposals ({count})", count=len(found)), "head"),
            "   ",
            ("v", "key"),
            f" {view.tr.t('take')}",
        ),
    ]
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
