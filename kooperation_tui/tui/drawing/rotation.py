"""Whose turn it is to take a role: a table, the proposal and its reason; who did what when."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.model import Meeting, Role
from kooperation_tui.domain.role_rules import is_said
from kooperation_tui.domain.rotation import ROTATING, Turn, turns
from kooperation_tui.domain.service import Served, last, served, times
from kooperation_tui.domain.state import Phase
from kooperation_tui.i18n import Translator
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View

SHOWN = 3
"""Rows of the table."""
_THERE, _TIMES, _LAST = 9, 10, 19
"""Cells of the columns."""


def candidates(view: View, role: Role) -> tuple[Turn, ...]:
    """Everybody whose turn it could be, in order."""
    return _turns(view, view.meeting, role) if view.meeting is not None else ()


def _turns(view: View, meeting: Meeting, role: Role) -> tuple[Turn, ...]:
    """Kept for this view of the file: it looks far back."""
    key = ("turns", meeting.id, role)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = turns(view.data, meeting, role)
    assert isinstance(found, tuple)
    return found


def past(view: View) -> tuple[Served, ...]:
    """Who had which role before the meeting looked at. Kept for this view of the file."""
    meeting = view.meeting
    if meeting is None:
        return ()
    key = ("served", meeting.id)
    found = view.data.derived.get(key)
    if found is None:
        found = view.data.derived[key] = served(view.data, meeting)
    assert isinstance(found, tuple)
    return found


def name(view: View, turn: Turn) -> str:
    """`Petra Vogt (BIB)`"""
    code = words.code(view.data, turn.organisation)
    return f"{words.person_name(view.data, turn.person)} ({code})"


def _columns(role: Role, width: int) -> tuple[Role, ...]:
    """The role itself, then the others that take turns, as many as there is room for."""
    others = [r for r in ROTATING if r is not role]
    return (role, *others[: 2 if width >= 84 else 1 if width >= 72 else 0])


def _name_room(role: Role, width: int) -> int:
    """Cells of the name: what the other columns leave."""
    return width - _THERE - _TIMES * len(_columns(role, width)) - _last_room(width)


def _last_room(width: int) -> int:
    """Cells of the column that says what somebody did last; a narrow place has none."""
    return _LAST if width >= 60 else 0


def _did(role: Role, tr: Translator) -> str:
    match role:
        case Role.FACILITATOR:
            return tr.p("column", "led")
        case Role.MINUTES:
            return tr.p("column", "Minutes")
        case Role.TIMEKEEPER:
            return tr.p("column", "Time")
        case _:
            return tr.t("had it")


def _cells(view: View, turn: Turn, role: Role, width: int) -> str:
    """`5 von 6  0-mal     1-mal     Protokoll 18.02.`"""
    tr, before = view.tr, past(view)
    there = tr.t("{count} of {all}", count=turn.present, all=turn.of) if turn.of else "–"
    known = {**times(before, turn.person), role: turn.times}
    counted = [tr.t("{count} times", count=known[r]) for r in _columns(role, width)]
    then = last(before, turn.person)
    said = "–"
    if then is not None:
        same_year = then[1].year == view.today.year
        day = tr.date_tiny(then[1]) if same_year else str(then[1].year)
        said = f"{tr.t(words.ROLES[then[0]])} {day}"
    beginning = ink.fit(there, _THERE) + "".join(ink.fit(c, _TIMES) for c in counted)
    cells = _last_room(width)
    return beginning + ink.fit(said, cells).rstrip() if cells else beginning.rstrip()


def row(view: View, turn: Turn, role: Role, width: int, number: str = "") -> Content:
    """A line of the table: who, and what speaks for it."""
    who = ink.fit(number + name(view, turn), _name_room(role, width))
    return ink.put(who, _cells(view, turn, role, width))


def table(view: View, role: Role, width: int, most: int) -> list[Content]:
    """The first ones, who does not want to, and why the first is proposed: so many rows at most."""
    tr, meeting, state = view.tr, view.meeting, view.state
    if meeting is None or state is None or state.phase is not Phase.PLANNED:
        return []
    found = candidates(view, role)
    title = tr.t("{role}: whose turn?", role=tr.t(words.ROLES[role]))
    heads = ink.fit(tr.t("there"), _THERE)
    heads += "".join(ink.fit(_did(r, tr), _TIMES) for r in _columns(role, width))
    heads += tr.t("last on") if _last_room(width) else ""
    rows = [ink.put((ink.fit(title, _name_room(role, width)), "head"), (heads, "dim"))]
    below = _declined(view, meeting, role)
    if found and not state.holder(role):
        why = tr.t(found[0].why.message, **found[0].why.args)
        below += ink.put((_by(view, found[0], role) + " ", "now"), (why, "dim")).wrap(width)
    elif past(view):
        below.append(ink.put(("w", "key"), (f"  {tr.t('who did what')}", "dim")))
    shown = found[: max(1, min(SHOWN, most - 1 - len(below)))]
    rows += [row(view, t, role, width, f" {n}  ") for n, t in enumerate(shown, 1)]
    return [*rows, *below][:most]


def _by(view: View, turn: Turn, role: Role) -> str:
    """Where a proposal comes from: the agreement, or the program where that names nobody."""
    if turn.by:
        return view.tr.t("By {point}:", point=words.blocks_name((turn.by,), view.tr))
    if is_said(view.data, role):
        return view.tr.t("Proposal of the program:")
    return view.tr.t("Proposal:")


def _declined(view: View, meeting: Meeting, role: Role) -> list[Content]:
    people = [words.person_name(view.data, d.person) for d in meeting.declined if d.role is role]
    if not people:
        return []
    return [ink.put((f" –  {view.tr.t('not this time')}: ", "dim"), ", ".join(people))]


def history(view: View, width: int) -> list[Content]:
    """Each meeting looked back at with who had which role."""
    tr = view.tr
    rows: list[Content] = []
    for one in past(view):
        meeting = view.data.get(Meeting, one.meeting)
        title = words.meeting_title(view.data, meeting, tr)
        rows.append(ink.put((tr.day_short(one.on) + "  ", "strong"), (title, "head")))
        for role in (r for r in Role if r in one.people):
            people = ", ".join(
                words.person_with_code(view.data, p, meeting) for p in one.people[role]
            )
            label = ink.put((f"  {ink.fit(tr.t(words.ROLES[role]), 16)}", "dim"))
            rows.append(ink.hanging(label, ink.put(people), width))
        rows.append(Content(""))
    return rows or [ink.put((tr.t("No meeting was recorded here yet."), "dim"))]
