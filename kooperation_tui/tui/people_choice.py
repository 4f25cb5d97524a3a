"""Partners and people to choose an owner from."""

from __future__ import annotations

from kooperation_tui.domain import plan
from kooperation_tui.domain.model import Organisation, OrganisationStatus, Person
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View


def owners(view: View) -> list[tuple[str, str]]:
    """Partners, then people who speak for them, for a list to choose from."""
    data = view.data
    found = [
        (o.id, f"{ink.fit(o.code, 9)}{o.name}") for o in plan.partners(data) if active(view, o)
    ]
    for person in sorted(data.rows(Person), key=lambda p: p.name):
        codes = words.codes(data, plan.organisations_of(data, person.id, view.today))
        if codes:
            found.append((person.id, f"{person.name} ({codes})"))
    return found


def as_owner(view: View, chosen: str) -> tuple[str, str]:
    """Person and partner of what was chosen."""
    if view.data.find(Organisation, chosen) is not None:
        return "", chosen
    found = plan.organisations_of(view.data, chosen, view.today)
    return chosen, found[0] if found else ""


def active(view: View, organisation: Organisation) -> bool:
    """Whether it belongs to the network today."""
    gone = (OrganisationStatus.LEFT, OrganisationStatus.APPLICANT)
    return plan.status_on(organisation, view.today) not in gone
