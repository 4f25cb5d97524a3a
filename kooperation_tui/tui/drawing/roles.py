"""Roles of the meeting and lasting responsibilities of the network."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.model import Role, StandingRole, StandingRoleKind
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.view import View

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


def role_rows(view: View) -> list[Row]:
    """The roles of the meeting looked at."""
    state, meeting = view.state, view.meeting
    if state is None or meeting is None:
        return [Row(ink.put((view.tr.t("No meeting yet. F2, then n plans one."), "dim")))]
    rows = []
    for role in Role:
        person = state.holder(role)
        label = ink.fit(view.tr.t(words.ROLES[role]), 16)
        if person:
            name = ink.put(words.person_with_code(view.data, person, meeting))
        elif role is Role.SPEAKERS_LIST and state.holder(Role.FACILITATOR):
            name = ink.put((view.tr.t("the facilitator does it"), "dim"))
        else:
            name = ink.put(("–", "dim"))
        rows.append(Row(ink.put("  ", label, name), role.value))
    return rows


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


def standing(view: View) -> Content:
    """The lasting responsibilities, with the point they come from."""
    tr, found = view.tr, view.data.rows(StandingRole)
    rows = [ink.put((tr.t("Lasting responsibilities"), "head"))]
    for kind in StandingRoleKind:
        holders = [
            words.person_name(view.data, r.person)
            for r in found
            if r.role is kind and (r.until is None or r.until >= view.today)
        ]
        label = ink.fit(tr.t(words.STANDING[kind]), 20)
        name = ", ".join(holders)
        text = ink.put(name) if name else ink.put((tr.t("nobody yet"), "dim"))
        point = ink.put((tr.t("Point {points}", points=_POINTS[kind]), "dim"))
        left = ink.put("  ", (label, "dim" if not name else ""), text)
        rows.append(ink.apart(left, point, view.width))
    return ink.lines(rows)


def people(view: View) -> list[tuple[str, str]]:
    """Everybody who speaks for a partner on the meeting's day: (id, name with code)."""
    from kooperation_tui.domain.model import Person
    from kooperation_tui.domain.plan import organisations_of

    meeting = view.meeting
    day = meeting.start.date() if meeting is not None else view.today
    found = []
    for person in view.data.rows(Person):
        codes = words.codes(view.data, organisations_of(view.data, person.id, day))
        if not person.erased_on:
            found.append((person.id, f"{person.name} ({codes})" if codes else person.name))
    return sorted(found, key=lambda one: one[1].casefold())
