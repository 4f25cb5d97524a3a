"""What the agreement asks for in the next weeks, one warning ahead of each end.

Minutes and invitations have their days in the overview.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from kooperation_tui.domain.absences import absences
from kooperation_tui.domain.applied import Application, ApplicationStatus, DataRegister, Goal
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.gaps import Gap, gap
from kooperation_tui.domain.leaving import MENTORING, NAMED_ONLY, HeldKind, held_by
from kooperation_tui.domain.model import (
    POINT_BLOCKS,
    Action,
    Block,
    Organisation,
    OrganisationStatus,
    Person,
    SignatureStatus,
    Value,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.pending import waiting
from kooperation_tui.domain.plan import may_vote, partners, status_on
from kooperation_tui.domain.promises import checks_a_year, mentored, review_due
from kooperation_tui.domain.rule_differences import ruled
from kooperation_tui.domain.versions import signatures_of

END = dt.timedelta(days=90)
SOON = dt.timedelta(days=14)
_MONTHS = 12


_HELD = {
    HeldKind.REGISTER: (M_("{code} has left and still keeps “{name}”; hand it over."), "p5"),
    HeldKind.ROLE: (M_("{code} has left and {name} still has a lasting role; hand it over."), "p1"),
    HeldKind.MENTOR: (M_("{code} has left and accompanies {name}; find another mentor."), "p8"),
    HeldKind.CONTROLLER: (
        M_("{code} has left and still answers for data protection; name somebody else."),
        "data_protection",
    ),
}
"""What is said of things that a partner took along, and the point it comes from."""


_FRAME = {
    "preamble": M_("The preamble is to be looked at again by {day}."),
    "goals": M_("The goals are to be looked at again by {day}."),
    "principles": M_("The principles are to be looked at again by {day}."),
    "data_protection": M_("The part on data protection is to be looked at again by {day}."),
    "entry_into_force": M_("The part on entry into force is to be looked at again by {day}."),
}
"""What is said of blocks of the agreement that are no points."""


class Reminder(Value):
    """A message with its places, the point it comes from, and its day (None: now).

    `kind` is the table of what it is about, where something can be done.
    """

    said: Gap
    point: str
    on: dt.date | None = None
    kind: str = Block.TABLE


def reminders(data: Data, today: dt.date) -> tuple[Reminder, ...]:
    """Everything to be reminded of on a day: what has a day first, the earliest first."""
    found = [
        *_ends(data, today),
        *_reviews(data, today),
        *_ruled(data),
        *_versions(data, today),
        *_pending(data, today),
        *_registers(data, today),
        *_applications(data, today),
        *_absences(data),
        *_goals(data, today),
        *_leaving(data, today),
        *_left(data, today),
    ]
    return tuple(sorted(found, key=lambda r: (r.on is None, r.on or dt.date.max)))


def _ends(data: Data, today: dt.date) -> Iterator[Reminder]:
    network = data.network
    if network.term_until is not None and network.term_until <= today + END:
        day = network.term_until
        yield Reminder(
            said=gap("The cooperation ends on {day}; decide how it goes on.", day=day),
            point="p9",
            on=day,
        )
    if network.review_on is not None and network.review_on <= today + SOON:
        day = network.review_on
        said = gap("The yearly review is due on {day}; plan it with its template.", day=day)
        yield Reminder(said=said, point="p9", on=day)
    elif network.review_on is None and (due := review_due(data)) and due <= today + SOON:
        said = gap(
            "Point 9 asks for a review once a year, by {day}; plan it with its template.", day=due
        )
        yield Reminder(said=said, point="p9", on=due)
    if network.funding_until is not None and network.funding_until <= today + END:
        day = network.funding_until
        said = gap("The funding ends on {day}; decide what carries the network then.", day=day)
        yield Reminder(said=said, point="p9", on=day)


def _reviews(data: Data, today: dt.date) -> Iterator[Reminder]:
    for block in data.rows(Block):
        day = block.review_on
        if day is None or day > today + SOON:
            continue
        if block.key in POINT_BLOCKS:
            number = POINT_BLOCKS.index(block.key) + 1
            said = gap("Point {number} is to be looked at again by {day}.", number=number, day=day)
        elif block.key in _FRAME:
            said = gap(_FRAME[block.key], day=day)
        else:
            continue
        yield Reminder(said=said, point=block.key, on=day)


def _ruled(data: Data) -> Iterator[Reminder]:
    """Rules that are applied and are not what was agreed."""
    for key, said in ruled(data):
        yield Reminder(said=said, point=key)


def _versions(data: Data, today: dt.date) -> Iterator[Reminder]:
    for version in data.rows(Version):
        if version.status is not VersionStatus.OPEN_FOR_SIGNATURE:
            continue
        if version.valid_from is not None and version.valid_from <= today:
            said = gap(
                "Version {number} is valid from {day}; bring it into force.",
                number=version.number,
                day=version.valid_from,
            )
            yield Reminder(said=said, point="entry_into_force", on=version.valid_from)
        missing = unsigned(data, version, today)
        if missing:
            codes = tuple(o.code for o in missing)
            said = gap(
                "Version {number} is not signed yet by {codes}.", number=version.number, codes=codes
            )
            yield Reminder(said=said, point="entry_into_force", on=None)


def unsigned(data: Data, version: Version, today: dt.date) -> tuple[Organisation, ...]:
    """Partners with a vote that have neither signed nor refused a version."""
    done = (SignatureStatus.SIGNED, SignatureStatus.REFUSED)
    settled = {s.organisation for s in signatures_of(data, version.id) if s.status in done}
    return tuple(o for o in partners(data) if may_vote(o, today) and o.id not in settled)


def _pending(data: Data, today: dt.date) -> Iterator[Reminder]:
    """A committee was to agree, and nothing was noted since."""
    for one in waiting(data, today):
        said = gap(
            "{code} has not signed yet, a committee was to agree ({reason}): ask.",
            code=data.get(Organisation, one.partner).code,
            reason=one.reason,
        )
        yield Reminder(said=said, point="entry_into_force", on=one.on)


def _registers(data: Data, today: dt.date) -> Iterator[Reminder]:
    for register in data.rows(DataRegister):
        day = register.check_on
        if day is not None and day <= today + SOON:
            keeper = data.find(Organisation, register.keeper)
            said = gap(
                "{name}: check the entries by {day} ({code}).",
                name=register.name,
                day=day,
                code=keeper.code if keeper is not None else "–",
            )
            yield Reminder(said=said, point="p5", on=day, kind=DataRegister.TABLE)
    asked = checks_a_year(data)
    seldom = tuple(
        r.name for r in data.rows(DataRegister) if asked and not 0 < r.every * asked <= _MONTHS
    )
    if seldom:
        said = gap(
            "Point 5 asks for {count} checks a year; checked less often: {names}.",
            count=asked,
            names=seldom,
        )
        yield Reminder(said=said, point="p5", kind=DataRegister.TABLE)


def _goals(data: Data, today: dt.date) -> Iterator[Reminder]:
    for goal in data.rows(Goal):
        day = goal.review_on
        if day is not None and day <= today + SOON:
            said = gap("Look at the goal “{text}” by {day}.", text=goal.text, day=day)
            yield Reminder(said=said, point="goals", on=day)


def _leaving(data: Data, today: dt.date) -> Iterator[Reminder]:
    """Notice was given: what has to be in other hands by the last day (point 9)."""
    for partner in partners(data):
        day = partner.left_on
        if day is None or not today <= day <= today + END:
            continue
        held = [h for h in held_by(data, partner.id, today) if h.kind not in NAMED_ONLY]
        if held:
            said = gap(
                "{code} leaves on {day} and still has {count} things to hand over.",
                code=partner.code,
                day=day,
                count=len(held),
            )
            yield Reminder(said=said, point="p9", on=day, kind=Organisation.TABLE)


def _left(data: Data, today: dt.date) -> Iterator[Reminder]:
    """What a partner that left has not handed over yet (point 9)."""
    for partner in partners(data):
        if status_on(partner, today) is not OrganisationStatus.LEFT:
            continue
        held = held_by(data, partner.id, today)
        actions = sum(one.kind is HeldKind.ACTION for one in held)
        if actions:
            said = gap(
                "{code} has left and still has {count} running actions; hand them over.",
                code=partner.code,
                count=actions,
            )
            yield Reminder(said=said, point="p9", on=None, kind=Action.TABLE)
        for one in held:
            if one.kind not in _HELD:
                continue
            message, point = _HELD[one.kind]
            person = data.find(Person, one.person)
            name = one.what if person is None else person.name
            register = one.kind is HeldKind.REGISTER
            yield Reminder(
                said=gap(message, code=partner.code, name=name),
                point=point,
                kind=DataRegister.TABLE if register else Organisation.TABLE,
            )


def _applications(data: Data, today: dt.date) -> Iterator[Reminder]:
    waiting = (ApplicationStatus.RECEIVED, ApplicationStatus.CHECKED)
    for one in data.rows(Application):
        partner = data.find(Organisation, one.organisation)
        if partner is None:
            continue
        if one.status in waiting:
            said = gap(
                "{code} has applied on {day}; put it on the agenda.",
                code=partner.code,
                day=one.received_on,
            )
            yield Reminder(said=said, point="p8", on=None, kind=Organisation.TABLE)
        elif one.status is ApplicationStatus.ACCEPTED:
            said = gap("{code} is admitted and has not signed yet.", code=partner.code)
            yield Reminder(said=said, point="p8", on=None, kind=Organisation.TABLE)
        elif one.signed_on is not None and one.mentor:
            day = one.signed_on + MENTORING
            if today <= day <= today + SOON:
                said = gap(
                    "{code} has been a partner for a year on {day}; look back with its mentor.",
                    code=partner.code,
                    day=day,
                )
                yield Reminder(said=said, point="p8", on=day, kind=Organisation.TABLE)
        elif one.signed_on is not None and mentored(data) and today <= one.signed_on + MENTORING:
            said = gap(
                "{code} is in its first year; point 8 gives it a mentor, nobody is named.",
                code=partner.code,
            )
            yield Reminder(said=said, point="p8", kind=Organisation.TABLE)


def _absences(data: Data) -> Iterator[Reminder]:
    for one in absences(data):
        said = gap(
            "{code} was missing {count} times in a row without a word; talk to them.",
            code=data.get(Organisation, one.organisation).code,
            count=one.in_a_row,
        )
        yield Reminder(said=said, point="p3", on=None, kind=Organisation.TABLE)
