"""Who comes and goes, and who takes which role (I-15 to I-18)."""

from __future__ import annotations

from kooperation_tui.domain import events as ev
from kooperation_tui.domain import intents as it
from kooperation_tui.domain.attendance import counted_from
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Answer,
    Delegation,
    DelegationKind,
    Organisation,
    OrganisationStatus,
    Person,
    Record,
)
from kooperation_tui.domain.plan import delegate, delegations, status_on
from kooperation_tui.domain.scene import Recording, Scene
from kooperation_tui.domain.state import Phase, Presence

_NO_PLACE = (OrganisationStatus.APPLICANT, OrganisationStatus.LEFT)


def arrive(scene: Scene, intent: it.Arrive) -> Recording:
    """People of partners arrive; a new name is entered as deputy."""
    arrivals: list[ev.Arrival] = []
    puts: list[Record] = []
    for arriving in intent.arrivals:
        organisation = scene.data.get(Organisation, arriving.organisation)
        if status_on(organisation, scene.day) in _NO_PLACE:
            raise Refused(
                "{code} is not a partner; use /guest in with the person's name.",
                code=organisation.code,
            )
        person, new = _who(scene, organisation, arriving)
        puts += new
        there = present_person(scene, organisation.id, person)
        if there is not None:
            raise Refused(
                "{code} has been there since {time}.", code=organisation.code, time=there.start
            )
        deputy = _is_deputy(scene, organisation.id, person)
        arrivals.append(
            ev.Arrival(
                organisation=organisation.id,
                person=person,
                deputy=deputy,
                remote=arriving.remote,
                instead=deputy and _replaces(scene, organisation.id),
                made=next((r.id for r in new if isinstance(r, Delegation)), ""),
            )
        )
    return Recording(ev.Arrived(arrivals=tuple(arrivals)), puts=tuple(puts))


def _replaces(scene: Scene, organisation: str) -> bool:
    """Whether somebody else was marked as there before the start, or in its minute."""
    begun = scene.state.started_at
    before = begun is None or counted_from(scene.at, begun) == begun
    return before and _presence_of(scene, organisation) is not None


def _who(
    scene: Scene, organisation: Organisation, arriving: it.Arriving
) -> tuple[str, list[Record]]:
    if arriving.new_person:
        person = Person(id=scene.moment.new_id(), name=arriving.new_person)
        deputy = Delegation(
            id=scene.moment.new_id(),
            organisation=organisation.id,
            person=person.id,
            kind=DelegationKind.DEPUTY,
            since=scene.day,
        )
        return person.id, [person, deputy]
    if arriving.person:
        return arriving.person, []
    there = _presence_of(scene, organisation.id)
    if there is not None:
        return there.person, []
    found = usual_person(scene, organisation.id)
    if not found:
        raise Refused(
            "Nobody is named for {code} yet; type +{code} and the person's name.",
            code=organisation.code,
        )
    return found, []


def usual_person(scene: Scene, organisation: str) -> str:
    """Who comes for a partner if nothing is said: as announced, else the delegate."""
    for said in scene.state.expected:
        if said.organisation == organisation and said.answer is Answer.COMING and said.person:
            return said.person
    person = delegate(scene.data, organisation, scene.day)
    return person.id if person is not None else ""


def present_person(scene: Scene, organisation: str, person: str) -> Presence | None:
    at = scene.at if scene.late else None
    return next(
        (
            p
            for p in scene.state.present(at)
            if p.organisation == organisation and p.person == person
        ),
        None,
    )


def _presence_of(scene: Scene, organisation: str) -> Presence | None:
    at = scene.at if scene.late else None
    found = [p for p in scene.state.present(at) if p.organisation == organisation]
    return found[-1] if found else None


def _is_deputy(scene: Scene, organisation: str, person: str) -> bool:
    known = [d for d in delegations(scene.data, organisation, scene.day) if d.person == person]
    return all(d.kind is DelegationKind.DEPUTY for d in known)


def arrive_all(scene: Scene, _: it.ArriveAll) -> Recording:
    """Everybody entitled who is not excused and has a person named."""
    there = set(scene.represented())
    arrivals = []
    for organisation in scene.state.entitled:
        if organisation in scene.state.excused or organisation in there:
            continue
        person = usual_person(scene, organisation)
        if person:
            deputy = _is_deputy(scene, organisation, person)
            arrivals.append(ev.Arrival(organisation=organisation, person=person, deputy=deputy))
    if not arrivals:
        raise Refused("Everybody who is not excused is there already.")
    return Recording(ev.Arrived(arrivals=tuple(arrivals)))


def leave(scene: Scene, intent: it.Leave) -> Recording:
    for organisation in intent.organisations:
        if _presence_of(scene, organisation) is None:
            raise Refused("{code} is not there.", code=scene.code(organisation))
    return Recording(ev.Left(organisations=intent.organisations))


def excuse(scene: Scene, intent: it.Excuse) -> Recording:
    """Partners do not come; before the start that also takes back that they are there."""
    begun = scene.state.phase is not Phase.PLANNED
    for organisation in intent.organisations:
        if begun and _presence_of(scene, organisation) is not None:
            raise Refused(
                "{code} is there; use -{code} when they leave.", code=scene.code(organisation)
            )
        if organisation in scene.state.excused:
            raise Refused("{code} is excused already.", code=scene.code(organisation))
    return Recording(ev.Excused(organisations=intent.organisations))


def guest_in(scene: Scene, intent: it.GuestIn) -> Recording:
    """A guest comes; organisation and items as announced if nothing is said."""
    if any(g.name == intent.name and g.end is None for g in scene.state.guests):
        raise Refused("{name} is in the room already.", name=intent.name)
    expected = next(
        (g for g in scene.state.expected_guests if g.name.casefold() == intent.name.casefold()),
        None,
    )
    return Recording(
        ev.GuestCame(
            name=expected.name if expected is not None else intent.name,
            organisation=intent.organisation or (expected.organisation if expected else ""),
            items=intent.items or (expected.items if expected else ()),
        )
    )


def guest_out(scene: Scene, intent: it.GuestOut) -> Recording:
    wanted = intent.name.casefold()
    there = [g for g in scene.state.guests if g.end is None]
    found = [g for g in there if g.name.casefold() == wanted] or [
        g for g in there if wanted and wanted in g.name.casefold().split()
    ]
    if len(found) != 1:
        raise Refused("No guest called {name} is in the room.", name=intent.name)
    return Recording(ev.GuestLeft(name=found[0].name))


def take_role(scene: Scene, intent: it.TakeRole) -> Recording:
    holder = scene.state.holder(intent.role, scene.at if scene.late else None)
    if holder == intent.person and holder:
        raise Refused("{name} has this role already.", name=scene.person_name(holder))
    return Recording(ev.RoleTaken(role=intent.role, person=intent.person))
