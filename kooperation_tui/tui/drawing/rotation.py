"""Whose turn it is to take a role: a table, the proposal and its reason."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.model import Meeting, Role
from kooperation_tui.domain.rotation import Turn, turns
from kooperation_tui.domain.state import Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

SHOWN = 3
"""Rows of the table."""


def candidates(view: View, role: Role) -> tuple[Turn, ...]:
    """Everybody whose turn it could be, in order. Kept for this view: it looks far back."""
    meeting = view.meeting
    if meeting is None:
        return ()
    key = ("turns", meeting.id, role)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = turns(view.data, meeting, role)
    assert isinstance(found, tuple)
    return found


def name(view: View, turn: Turn) -> str:
    """`Petra Vogt (BIB)`"""
    code = words.code(view.data, turn.organisation)
    return f"{words.person_name(view.data, turn.person)} ({code})"


def cells(view: View, turn: Turn) -> str:
    """`5 von 6   0-mal   18.02.`"""
    tr = view.tr
    there = tr.t("{count} of {all}", count=turn.present, all=turn.of) if turn.of else "–"
    times = tr.t("{count} times", count=turn.times)
    last = tr.date_short(turn.last) if turn.last is not None else "–"
    return f"{ink.fit(there, 10)}{ink.fit(times, 9)}{last}"


def table(view: View, role: Role, width: int) -> list[Content]:
    """The first ones, who does not want to, and why the first is proposed."""
    tr, meeting, state = view.tr, view.meeting, view.state
    if meeting is None or state is None or state.phase is not Phase.PLANNED:
        return []
    found = candidates(view, role)
    title = tr.t("{role}: whose turn is it?", role=tr.t(words.ROLES[role]))
    room = width - 32
    heads = f"{ink.fit(tr.t('there'), 10)}{ink.fit(tr.t('had it'), 9)}{tr.t('last on')}"
    rows = [ink.put((ink.fit(title, room), "head"), (heads, "dim"))]
    for number, turn in enumerate(found[:SHOWN], 1):
        left = ink.fit(f" {number}  {name(view, turn)}", room)
        rows.append(ink.put(left, cells(view, turn)))
    rows += _declined(view, meeting, role)
    if found and not state.holder(role):
        why = tr.t(found[0].why.message, **found[0].why.args)
        rows += ink.put((tr.t("Proposal:") + " ", "now"), (why, "dim")).wrap(width)
    return rows


def _declined(view: View, meeting: Meeting, role: Role) -> list[Content]:
    people = [words.person_name(view.data, d.person) for d in meeting.declined if d.role is role]
    if not people:
        return []
    return [ink.put((f" –  {view.tr.t('not this time')}: ", "dim"), ", ".join(people))]
