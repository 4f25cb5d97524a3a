"""Who leads: roles handed over, guests who go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kooperation_tui.domain import intents as it
from kooperation_tui.domain.model import Role
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.dialogs.ask import Choose
from kooperation_tui.tui.drawing.roles import people

if TYPE_CHECKING:
    from kooperation_tui.tui.screens.minutes import MinutesScreen

NOBODY = "nobody"


async def hand_over(screen: MinutesScreen) -> None:
    """Which role, to whom."""
    tr, view = screen.tr, screen.view()
    state = view.state
    if state is None:
        return
    roles = []
    for role in Role:
        name = words.person_name(view.data, state.holder(role)) or "–"
        label = ink.fit(tr.t(words.ROLES[role]), 18)
        roles.append((role.value, ink.put(label, (name, "dim"))))
    chosen = await screen.koop.push_screen_wait(Choose(tr.t("Which role?"), roles))
    if chosen is None:
        return
    role = Role(chosen)
    there = {p.person for p in state.present()}
    options = sorted(people(view), key=lambda one: one[0] not in there)
    title = tr.t("{role}: who takes over?", role=tr.t(words.ROLES[role]))
    person = await screen.koop.push_screen_wait(
        Choose(title, [*options, (NOBODY, tr.t("nobody"))], state.holder(role))
    )
    if person is not None:
        taker = "" if person == NOBODY else person
        await screen.recorder.record(it.TakeRole(role=role, person=taker))


async def guest_goes(screen: MinutesScreen) -> None:
    """Which guest leaves; without asking if there is only one."""
    tr, state = screen.tr, screen.view().state
    if state is None:
        return
    names = [g.name for g in state.guests if g.end is None]
    name: str | None = names[0] if len(names) == 1 else None
    if len(names) > 1:
        options = [(n, n) for n in names]
        name = await screen.koop.push_screen_wait(Choose(tr.t("Which guest goes?"), options))
    if name is not None:
        await screen.recorder.record(it.GuestOut(name=name))
