"""What is meant by the words on the command line: meetings, partners, people, rows."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.domain import plan
from kooperation_tui.domain.applied import DataRegister, Goal, Resource
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.domain.model import (
    Action,
    AgendaItem,
    Body,
    Decision,
    Delegation,
    Meeting,
    MeetingStatus,
    Organisation,
    ParkingItem,
    Person,
)

_AHEAD = (MeetingStatus.PLANNED, MeetingStatus.INVITED)
NOBODY = ("-", "niemand", "nobody")


def meeting(data: Data, text: str, today: dt.date) -> Meeting:
    """A meeting by its number, or `last`, `next`, `running`.

    `last` is the latest by start that has begun, a planned one only when there is no
    earlier; `next` is the first that has not begun, today or later.

    Raises:
        Refused: there is none.
    """
    rows = [m for m in plan.meetings(data) if m.status is not MeetingStatus.CANCELLED]
    ahead = [m for m in rows if m.status in _AHEAD]
    begun = [m for m in rows if m.status not in _AHEAD]
    match text.casefold():
        case "last":
            found = (begun or ahead)[-1:]
        case "next":
            found = [m for m in ahead if m.start.astimezone(plan.zone(data)).date() >= today][:1]
        case "running":
            found = [m for m in rows if m.status is MeetingStatus.RUNNING][-1:]
        case wanted:
            found = [m for m in plan.meetings(data) if plan.label(data, m).casefold() == wanted]
    if found:
        return found[0]
    match text.casefold():
        case "last":
            raise Refused("There is no meeting yet; add one with “kooperation add meeting”.")
        case "next":
            raise Refused("No meeting is planned; add one with “kooperation add meeting”.")
        case "running":
            raise Refused("No meeting is running; begin one with the line “/start”.")
    raise Refused(
        "There is no meeting “{text}”; “kooperation list meetings” shows their numbers.", text=text
    )


def partner(data: Data, code: str) -> Organisation:
    """A partner by its code, in any case. Raises Refused."""
    found = plan.by_code(data, code.strip())
    if found is None:
        raise Refused(
            "No partner has the code “{code}”; “kooperation list partners” shows all codes.",
            code=code,
        )
    return found


def partners(data: Data, codes: str) -> tuple[str, ...]:
    """Ids of partners from codes separated by commas. Raises Refused."""
    return tuple(partner(data, code).id for code in codes.split(",") if code.strip())


def person(data: Data, name: str, today: dt.date) -> Person:
    """A person by full name or by a surname that only one has. Raises Refused."""
    from kooperation_tui.capture.names import names_of

    names = names_of(data)
    found = names.persons(name.split())
    if not found:
        raise Refused(
            "Nobody is called “{name}”; enter them with “kooperation add person”.", name=name
        )
    if len(found) > 1:
        raise Refused(
            "“{name}” can be {people}; write the full name.",
            name=name,
            people=tuple(names.with_code(one, today) for one in found),
        )
    return found[0]


def owner(data: Data, text: str, today: dt.date) -> tuple[str, str]:
    """(person, partner) of a code or a name: the delegate of a partner, the person's partner.

    Ids; '' for a partner without a delegate or a person without a partner.

    Raises:
        Refused: it is neither.
    """
    organisation = plan.by_code(data, text.strip())
    if organisation is not None:
        delegate = plan.delegate(data, organisation.id, today)
        return (delegate.id if delegate is not None else "", organisation.id)
    if " " not in text.strip() and text.isupper():
        partner(data, text)
    found = person(data, text, today)
    return found.id, next(iter(plan.organisations_of(data, found.id, today)), "")


def body(data: Data, text: str) -> Body:
    """A body by its name, the letters before its numbers, or its id. Raises Refused."""
    wanted = text.strip().casefold()
    for row in data.rows(Body):
        if wanted in (row.name.casefold(), row.prefix.casefold() or None, row.id):
            return row
    raise Refused(
        "There is no body “{name}”; there are {names}.",
        name=text,
        names=tuple(row.name for row in data.rows(Body)),
    )


def item(data: Data, text: str, today: dt.date) -> tuple[Meeting, AgendaItem]:
    """An item of a plan by meeting and number: 2026-3/4. Raises Refused, Wrong."""
    before, slash, number = text.rpartition("/")
    if not slash or not number.isdigit():
        raise Wrong("Name the item by its meeting and number, such as 2026-3/4.")
    row = meeting(data, before, today)
    found = next((i for i in row.items if i.number == int(number) and i.number), None)
    if found is None:
        raise Refused("There is no item {number} on the agenda.", number=int(number))
    return row, found


def action(data: Data, number: str, today: dt.date) -> Action:
    """An action: M-12, M-012 and M-2026-012 are the same. Raises Refused."""
    for row in data.rows(Action):
        if row.number.casefold() == number.casefold() or plan.find_number(
            number, row.number, "M", today.year
        ):
            return row
    raise Refused("There is no action {number}.", number=number)


def topic(data: Data, number: str, today: dt.date) -> ParkingItem:
    """A parked topic: TS-5 and TS-2026-05 are the same. Raises Refused."""
    for row in data.rows(ParkingItem):
        if row.number.casefold() == number.casefold() or plan.find_number(
            number, row.number, "TS", today.year
        ):
            return row
    raise Refused("There is no topic {number}.", number=number)


def decision(data: Data, number: str) -> Decision:
    """A decision by its whole number. Raises Refused."""
    for row in data.rows(Decision):
        if row.number.casefold() == number.casefold():
            return row
    raise Refused("There is no decision {number}.", number=number)


def delegation(data: Data, text: str, today: dt.date) -> Delegation:
    """Who speaks for whom: CODE/NAME, the latest if it was so more than once."""
    code, slash, name = text.partition("/")
    if not slash:
        raise Wrong("Name the partner and the person, such as HWK/Tobias Kern.")
    organisation, who = partner(data, code), person(data, name, today)
    found = [
        d for d in data.rows(Delegation) if d.organisation == organisation.id and d.person == who.id
    ]
    if not found:
        raise Refused("{name} does not speak for {code}.", name=who.name, code=organisation.code)
    return max(found, key=lambda d: d.since or dt.date.min)


def register(data: Data, name: str) -> DataRegister:
    """A stock of data by its name. Raises Refused."""
    wanted = name.strip().casefold()
    for row in data.rows(DataRegister):
        if row.name.casefold() == wanted:
            return row
    raise Refused("There is no register “{name}”.", name=name)


def goal(data: Data, text: str) -> Goal:
    """A goal by the beginning of its words. Raises Refused."""
    wanted = text.strip().casefold()
    for row in data.rows(Goal):
        if wanted and row.text.casefold().startswith(wanted):
            return row
    raise Refused("There is no goal “{text}”.", text=text)


def resource(data: Data, text: str) -> Resource:
    """What a partner contributes: CODE/beginning of its text. Raises Refused, Wrong."""
    code, slash, words = text.partition("/")
    if not slash:
        raise Wrong("Name the partner and the beginning of the text, such as BIB/Lesesaal.")
    own = partner(data, code).id
    for row in data.rows(Resource):
        if row.organisation == own and row.text.casefold().startswith(words.strip().casefold()):
            return row
    raise Refused("{code} does not contribute “{text}”.", code=code.upper(), text=words)
