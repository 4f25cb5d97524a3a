"""Applications and contributions: how the agreement is applied day by day."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.applied import (
    RUNNING,
    Application,
    ApplicationStatus,
    Resource,
    ResourceKind,
)
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import M_, Refused
from kooperation_tui.domain.fitting import for_admission, need_decision
from kooperation_tui.domain.model import (
    Organisation,
    OrganisationStatus,
    Record,
)
from kooperation_tui.domain.plan import is_partner

_NEXT = {
    ApplicationStatus.RECEIVED: (ApplicationStatus.CHECKED, ApplicationStatus.SCHEDULED),
    ApplicationStatus.CHECKED: (ApplicationStatus.SCHEDULED,),
    ApplicationStatus.SCHEDULED: (
        ApplicationStatus.SCHEDULED,
        ApplicationStatus.ACCEPTED,
        ApplicationStatus.REJECTED,
    ),
    ApplicationStatus.ACCEPTED: (ApplicationStatus.ACCEPTED, ApplicationStatus.REJECTED),
}
"""Steps of an application (domain 4.3); withdrawn is possible until it is signed."""
_TO_CHECK = (ApplicationStatus.RECEIVED, ApplicationStatus.CHECKED)
_ACCOMPANIED = (ApplicationStatus.ACCEPTED, ApplicationStatus.SIGNED)


def application_of(data: Data, organisation: str) -> Application | None:
    """The application of a partner (by id) that runs, else its latest."""
    own = [a for a in data.rows(Application) if a.organisation == organisation]
    running = [a for a in own if a.status in RUNNING]
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
    if is_partner(partner, moment.today):
        raise Refused("{code} is a partner already.", code=partner.code)
    known = application_of(data, organisation)
    if known is not None and known.status in RUNNING:
        raise Refused("{code} has applied already.", code=partner.code)
    application = Application(
        id=moment.new_id(),
        organisation=organisation,
        received_on=on or moment.today,
        contact=contact,
        contribution=contribution,
    )
    puts: list[Record] = [application]
    asks = msgspec.structs.replace(
        partner, status=OrganisationStatus.APPLICANT, left_on=None, left_reason=""
    )
    if asks != partner:
        puts.append(asks)
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
        decision: its number; needed for `accepted`, and about this admission.
        mentor: id of the partner that accompanies the new one; accepted again says another.
        reason: needed for `rejected`.
    """
    partner = data.get(Organisation, organisation)
    code = partner.code
    known = application_of(data, organisation)
    if known is None or known.status not in RUNNING:
        raise Refused("No application of {code} is running.", code=code)
    if status is not ApplicationStatus.WITHDRAWN and status not in _NEXT[known.status]:
        raise Refused(_steps_message(status), code=code)
    match status:
        case ApplicationStatus.SCHEDULED if not (meeting or known.meeting):
            raise Refused("Say which meeting hears the application.")
        case ApplicationStatus.ACCEPTED:
            need_decision(data, decision or known.decision, for_admission(data, partner))
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


def examine(
    data: Data,
    moment: Moment,
    *,
    organisation: str,
    contact: str,
    contribution: str,
    shares_goals: bool,
    missing: str = "",
) -> Change:
    """What an application of a partner (by id) holds: checked once all of it is there.

    `missing` says in words what else is asked for. `result` is the application.
    """
    code = data.get(Organisation, organisation).code
    known = application_of(data, organisation)
    if known is None or known.status not in _TO_CHECK:
        raise Refused(_steps_message(ApplicationStatus.CHECKED), code=code)
    changed = msgspec.structs.replace(
        known,
        contact=contact.strip(),
        contribution=contribution.strip(),
        shares_goals=shares_goals,
        missing=missing.strip(),
    )
    there = is_complete(changed)
    status = ApplicationStatus.CHECKED if there else ApplicationStatus.RECEIVED
    changed = msgspec.structs.replace(changed, status=status)
    return Change(puts=(changed,) if changed != known else (), result=changed)


def is_complete(application: Application) -> bool:
    """Whether all that point 8 asks for is there: contact, contribution, the goals, the rest."""
    asked = (application.contact, application.contribution)
    return all(map(str.strip, asked)) and application.shares_goals and not application.missing


def accompany(data: Data, moment: Moment, *, organisation: str, mentor: str) -> Change:
    """A partner (by id) accompanies another, admitted or signed, for its first year.

    `result` is the application.
    """
    known = application_of(data, organisation)
    if known is None or known.status not in _ACCOMPANIED:
        code = data.get(Organisation, organisation).code
        raise Refused("{code} is not admitted yet.", code=code)
    changed = msgspec.structs.replace(known, mentor=mentor)
    return Change(puts=(changed,) if changed != known else (), result=changed)


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


def promised(data: Data, organisation: str, identity: str) -> tuple[Resource, ...]:
    """The contribution that somebody who is admitted (by id) named in its application.

    Empty once it is entered; it is with the signature. `identity` is the id it gets.
    """
    known = application_of(data, organisation)
    if known is None or known.status is not ApplicationStatus.ACCEPTED:
        return ()
    text = known.contribution.strip()
    own = (r.text.casefold() for r in data.rows(Resource) if r.organisation == organisation)
    if not text or text.casefold() in own:
        return ()
    return (Resource(id=identity, organisation=organisation, text=text),)


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


def change_resource(
    data: Data,
    moment: Moment,
    *,
    resource: str,
    text: str,
    kind: ResourceKind,
    amount: str = "",
    until: dt.date | None = None,
) -> Change:
    """What a partner contributes (by id) is something else now. `result` is the resource."""
    known = data.get(Resource, resource)
    if not text.strip():
        raise Refused("Say what the partner brings in.")
    changed = msgspec.structs.replace(
        known, text=text.strip(), kind=kind, amount=amount.strip(), until=until
    )
    return Change(puts=(changed,) if changed != known else (), result=changed)


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
