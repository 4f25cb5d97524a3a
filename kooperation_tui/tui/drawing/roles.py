"""Roles of the meeting and lasting responsibilities of the network."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.commands.standing import holders
from kooperation_tui.domain.model import BlockState, Meeting, Role, RoleAnswer, StandingRoleKind
from kooperation_tui.domain.plan import block_of, organisations_of
from kooperation_tui.domain.state import MeetingState, Phase
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.rotation import candidates
from kooperation_tui.tui.drawing.rotation import name as candidate_name
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

STANDING = "standing "
"""Begins the id of a row that is a lasting responsibility."""
_TURNS = (Role.FACILITATOR, Role.MINUTES, Role.TIMEKEEPER)
"""Roles that take turns (point 4)."""
_POINTS = {
    StandingRoleKind.COORDINATOR: "1",
    StandingRoleKind.COORDINATION_TEAM: "1",
    StandingRoleKind.ACTION_PLAN: "2",
    StandingRoleKind.DATABASE: "5",
    StandingRoleKind.DOCUMENTATION: "6",
    StandingRoleKind.PUBLIC_RELATIONS: "7",
    StandingRoleKind.SPOKESPERSON: "7",
}
"""The point of the agreement that a responsibility comes from."""


def role_rows(view: View, *, tight: bool = False) -> list[Row]:
    """The roles of the meeting looked at; below them what lasts, after a blank unless `tight`."""
    state, meeting = view.state, view.meeting
    rows = []
    if state is None or meeting is None:
        rows.append(Row(ink.put((view.tr.t("No meeting yet. F2, then n plans one."), "dim"))))
    else:
        rows += [_role_row(view, meeting, state, role) for role in Role]
    rows += [] if tight else [BLANK]
    rows.append(Row(ink.put((view.tr.t("Lasting responsibilities"), "head"))))
    return [*rows, *(_standing_row(view, kind) for kind in StandingRoleKind if _wanted(view, kind))]


def _wanted(view: View, kind: StandingRoleKind) -> bool:
    """Whether a responsibility is to be had: its point is needed, or somebody has it."""
    point = block_of(view.data, f"p{_POINTS[kind]}")
    unneeded = point is not None and point.state is BlockState.NOT_NEEDED
    return not unneeded or bool(holders(view.data, kind, view.today))


def _role_row(view: View, meeting: Meeting, state: MeetingState, role: Role) -> Row:
    tr, person = view.tr, state.holder(role)
    label = ink.fit(tr.t(words.ROLES[role]), 16)
    said = Content("")
    if person:
        name = ink.put(words.person_with_code(view.data, person, meeting))
        said = _said(view, meeting, state, role)
    elif role is Role.SPEAKERS_LIST and state.holder(Role.FACILITATOR):
        name = ink.put((tr.t("the facilitator does it"), "dim"))
    elif state.phase is Phase.PLANNED and role in _TURNS and candidates(view, role):
        name = ink.put((f"{candidate_name(view, candidates(view, role)[0])}?", "dim"))
        said = ink.put((tr.t("proposal"), "now"))
    else:
        name = ink.put(("–", "dim"))
    return Row(ink.apart(ink.put("  ", label, name), said, min(view.width, 64)), role.value)


def _said(view: View, meeting: Meeting, state: MeetingState, role: Role) -> Content:
    """What whoever takes the role said; nothing once the meeting runs."""
    plan = next((r for r in meeting.roles if r.role is role), None)
    if state.phase is not Phase.PLANNED or plan is None or plan.said is RoleAnswer.NONE:
        return Content("")
    if plan.said is RoleAnswer.PROMISED:
        return ink.put((view.tr.t("promised"), "good"))
    return ink.put((view.tr.t("asked"), "warn"))


def handed_over(view: View) -> list[Content]:
    """Who had which role before, in this meeting."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return []
    rows = []
    for span in state.roles:
        if span.end is None or not span.person:
            continue
        if span.end == state.ended_at:
            continue
        name = words.person_with_code(view.data, span.person, meeting)
        said = view.tr.t("{name} until {time}", name=name, time=span.end)
        rows.append(ink.put((ink.fit(view.tr.t(words.ROLES[span.role]), 16), "dim"), said))
    return rows


def _standing_row(view: View, kind: StandingRoleKind) -> Row:
    """A lasting responsibility, who has it, and the point it comes from."""
    tr = view.tr
    label = ink.fit(tr.t(words.STANDING[kind]), 22)
    found = []
    for row in holders(view.data, kind, view.today):
        name = words.person_name(view.data, row.person)
        spoken_for = organisations_of(view.data, row.person, view.today)
        if spoken_for:
            name = f"{name} ({words.code(view.data, spoken_for[0])})"
        until = tr.t("until {day}", day=tr.date_short(row.until)) if row.until else ""
        found.append(f"{name}, {until}" if until else name)
    text = ink.put("; ".join(found)) if found else ink.put((tr.t("nobody yet"), "dim"))
    point = ink.put((tr.t("Point {points}", points=_POINTS[kind]), "dim"))
    left = ink.put("  ", (label, "" if found else "dim"), text)
    return Row(ink.apart(left, point, view.width), f"{STANDING}{kind.value}")


def people(view: View) -> list[tuple[str, str]]:
    """Everybody who speaks for a partner on the meeting's day: (id, name with code)."""
    from kooperation_tui.domain.model import Person

    meeting = view.meeting
    day = meeting.start.date() if meeting is not None else view.today
    found = []
    for person in view.data.rows(Person):
        codes = words.codes(view.data, organisations_of(view.data, person.id, day))
        if not person.erased_on:
            found.append((person.id, f"{person.name} ({codes})" if codes else person.name))
    return sorted(found, key=lambda one: one[1].casefold())
