"""Applications, data registers and resources: how the agreement is applied day by day."""

from __future__ import annotations

import calendar
import datetime as dt

import msgspec

from kooperation_tui.domain.applied import (
    Application,
    ApplicationStatus,
    DataRegister,
    Goal,
    Resource,
    ResourceKind,
)
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Decision,
    DecisionStatus,
    Organisation,
    OrganisationStatus,
    Record,
)

_ENDED = (ApplicationStatus.SIGNED, ApplicationStatus.REJECTED, ApplicationStatus.WITHDRAWN)
_NEXT = {
    ApplicationStatus.RECEIVED: (ApplicationStatus.CHECKED, ApplicationStatus.SCHEDULED),
    ApplicationStatus.CHECKED: (ApplicationStatus.SCHEDULED,),
    ApplicationStatus.SCHEDULED: (
        ApplicationStatus.SCHEDULED,
        ApplicationStatus.ACCEPTED,
        ApplicationStatus.REJECTED,
    ),
    ApplicationStatus.ACCEPTED: (),
}
"""Steps of an application (domain 4.3); withdrawn is possible until it is signed."""


def application_of(data: Data, organisation: str) -> Application | None:
    """The application of a partner (by id) that runs, else its latest."""
    own = [a for a in data.rows(Application) if a.organisation == organisation]
    running = [a for a in own if a.status not in _ENDED]
    return (running or own)[-1] if own else None


def receive(
    data: Data,
    moment: Moment,
    *,
    organisation: str,
    on: dt.date | None = None,
    contact: str = "",
    contribution: str = "",
) -> Change:
    """An applicant (by id) asks to be admitted. `result` is the application."""
    partner = data.get(Organisation, organisation)
    if partner.status is OrganisationStatus.PARTNER:
        raise Refused("{code} is a partner already.", code=partner.code)
    known = application_of(data, organisation)
    if known is not None and known.status not in _ENDED:
        raise Refused("{code} has applied already.", code=partner.code)
    application = Application(
        id=moment.new_id(),
        organisation=organisation,
        received_on=on or moment.today,
        contact=contact,
        contribution=contribution,
    )
    puts: list[Record] = [application]
    if partner.status is not OrganisationStatus.APPLICANT:
        puts.append(msgspec.structs.replace(partner, status=OrganisationStatus.APPLICANT))
    return Change(puts=tuple(puts), result=application)


def advance(
    data: Data,
    moment: Moment,
    *,
    organisation: str,
    status: ApplicationStatus,
    meeting: str = "",
    decision: str = "",
    mentor: str = "",
    reason: str = "",
) -> Change:
    """The next step of a partner's application. `result` is the application.

    Args:
        meeting: id of the meeting that hears it; needed for `scheduled`.
        decision: its number; needed for `accepted`.
        mentor: id of the partner that accompanies the new one.
        reason: needed for `rejected`.
    """
    code = data.get(Organisation, organisation).code
    known = application_of(data, organisation)
    if known is None or known.status in _ENDED:
        raise Refused("No application of {code} is running.", code=code)
    if status is not ApplicationStatus.WITHDRAWN and status not in _NEXT[known.status]:
        raise Refused(_steps_message(status), code=code)
    match status:
        case ApplicationStatus.SCHEDULED if not (meeting or known.meeting):
            raise Refused("Say which meeting hears the application.")
        case ApplicationStatus.ACCEPTED:
            row = next((d for d in data.rows(Decision) if d.number == decision), None)
            if row is None or row.status is not DecisionStatus.IN_FORCE:
                raise Refused("There is no decision {number} in force.", number=decision or "–")
        case ApplicationStatus.REJECTED if not reason.strip():
            raise Refused("Rejected needs a reason.")
        case _:
            pass
    changed = msgspec.structs.replace(
        known,
        status=status,
        meeting=meeting or known.meeting,
        decision=decision or known.decision,
        mentor=mentor or known.mentor,
        reason=reason or known.reason,
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def M_(message: str) -> str:
    """Marks a message id for the catalogue."""
    return message


def _steps_message(status: ApplicationStatus) -> str:
    if status in (ApplicationStatus.ACCEPTED, ApplicationStatus.REJECTED):
        return M_("The application of {code} has to be on an agenda first (schedule).")
    if status is ApplicationStatus.SIGNED:
        return M_("{code} joins with its signature; use “kooperation sign”.")
    return M_("The application of {code} is past this step.")


def signed(data: Data, organisation: str, on: dt.date | None) -> tuple[Record, ...]:
    """The application of a partner that has just signed, as it is then."""
    known = application_of(data, organisation)
    if known is None or known.status is not ApplicationStatus.ACCEPTED or on is None:
        return ()
    return (msgspec.structs.replace(known, status=ApplicationStatus.SIGNED, signed_on=on),)


def add_register(
    data: Data,
    moment: Moment,
    *,
    name: str,
    purpose: str,
    keeper: str = "",
    place: str = "",
    access: str = "",
    retention: str = "",
    every: int = 0,
    check_on: dt.date | None = None,
) -> Change:
    """A stock of data the network keeps. `result` is the register.

    Its purpose is needed: data without a purpose must not be kept (domain 1, point 5).
    """
    if not name.strip() or not purpose.strip():
        raise Refused("A register needs its name and its purpose.")
    if any(r.name.casefold() == name.strip().casefold() for r in data.rows(DataRegister)):
        raise Refused("There is a register “{name}” already.", name=name.strip())
    register = DataRegister(
        id=moment.new_id(),
        name=name.strip(),
        purpose=purpose.strip(),
        keeper=keeper,
        place=place,
        access=access,
        retention=retention,
        every=every,
        check_on=check_on or (months_later(moment.today, every) if every else None),
    )
    return Change(puts=(register,), result=register)


def checked(data: Data, moment: Moment, *, register: str, on: dt.date | None = None) -> Change:
    """The entries of a register (by id) were checked; the next check is set."""
    known = data.get(DataRegister, register)
    day = on or moment.today
    changed = msgspec.structs.replace(
        known, checked_on=day, check_on=months_later(day, known.every) if known.every else None
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day some months later, or the last of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def set_goal(
    data: Data,
    moment: Moment,
    *,
    text: str,
    indicator: str = "",
    review_on: dt.date | None = None,
    result: str = "",
) -> Change:
    """A goal with its sign of success; the same words again change it. `result` is the goal.

    Args:
        result: what the yearly review found.
    """
    if not text.strip():
        raise Refused("A goal needs its words.")
    known = next((g for g in data.rows(Goal) if g.text.casefold() == text.strip().casefold()), None)
    if known is None and not indicator.strip():
        raise Refused("By what will you see that the goal is reached? Add --indicator.")
    old = known or Goal(
        id=moment.new_id(),
        text=text.strip(),
        order=max((g.order for g in data.rows(Goal)), default=0) + 1,
    )
    goal = msgspec.structs.replace(
        old,
        indicator=indicator.strip() or old.indicator,
        review_on=review_on or old.review_on,
        result=result.strip() or old.result,
    )
    return Change(puts=(goal,) if goal != known else (), result=goal)


def add_resource(
    data: Data,
    moment: Moment,
    *,
    organisation: str,
    text: str,
    kind: ResourceKind = ResourceKind.OTHER,
    amount: str = "",
    until: dt.date | None = None,
) -> Change:
    """What a partner (by id) can contribute. `result` is the resource."""
    if not text.strip():
        raise Refused("Say what the partner brings in.")
    resource = Resource(
        id=moment.new_id(),
        organisation=organisation,
        text=text.strip(),
        kind=kind,
        amount=amount,
        until=until,
    )
    return Change(puts=(resource,), result=resource)


def resources_for(data: Data, words: str, today: dt.date) -> tuple[Resource, ...]:
    """Resources in which all words stand, in any case: "raum vhs"; what ended is left out."""
    wanted = words.casefold().split()
    found = []
    for one in data.rows(Resource):
        if one.until is not None and one.until < today:
            continue
        partner = data.find(Organisation, one.organisation)
        about = f"{one.text} {one.amount} {one.kind.value}"
        if partner is not None:
            about += f" {partner.code} {partner.name}"
        if all(word in about.casefold() for word in wanted):
            found.append(one)
    return tuple(found)
