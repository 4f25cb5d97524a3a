"""What people say who are asked to take a role in a planned meeting."""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.commands.planning import need_plan
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import Person, Role, RoleAnswer, RolePlan


def answer_role(
    data: Data, moment: Moment, *, meeting: str, role: Role, said: RoleAnswer
) -> Change:
    """Whoever is planned for a role was asked, or promised to take it."""
    row = need_plan(data, meeting)
    known = next((plan for plan in row.roles if plan.role is role), None)
    if known is None:
        raise Refused("Choose somebody for this role first.")
    if known.said is said:
        return Change()
    roles = tuple(
        msgspec.structs.replace(plan, said=said) if plan is known else plan for plan in row.roles
    )
    return Change(puts=(msgspec.structs.replace(row, roles=roles),))


def decline_role(data: Data, moment: Moment, *, meeting: str, role: Role, person: str) -> Change:
    """A person does not want a role this time; said again, it is taken back."""
    row = need_plan(data, meeting)
    data.get(Person, person)
    kept = tuple(d for d in row.declined if not (d.role is role and d.person == person))
    if len(kept) < len(row.declined):
        return Change(puts=(msgspec.structs.replace(row, declined=kept),))
    roles = tuple(r for r in row.roles if not (r.role is role and r.person == person))
    declined = (*kept, RolePlan(role=role, person=person))
    return Change(puts=(msgspec.structs.replace(row, roles=roles, declined=declined),))
