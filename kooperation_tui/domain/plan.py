"""Who is entitled, which rules hold, and how meetings and numbers are named."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    Action,
    Block,
    BlockState,
    Body,
    BodyKind,
    Decision,
    Delegation,
    DelegationKind,
    Meeting,
    MeetingStatus,
    Organisation,
    OrganisationStatus,
    ParkingItem,
    Person,
    RuleSet,
    StandingRole,
)


def rules_of(data: Data) -> RuleSet:
    """The network's rule set; an empty one if there is none."""
    return data.find(RuleSet, data.network.ruleset) or RuleSet(id="0")


def rules_in_force(data: Data) -> bool:
    """Whether the rules refuse: only once point 1 of the agreement is agreed."""
    return any(
        block.key == "p1" and (block.state is BlockState.AGREED or block.in_force_since is not None)
        for block in data.rows(Block)
    )


def block_of(data: Data, key: str) -> Block | None:
    """The block with this key (`preamble`, `p1` … `p9`, `data_protection` …)."""
    return next((b for b in data.rows(Block) if b.key == key), None)


def zone(data: Data) -> ZoneInfo:
    """The network's time zone; it counts, never the laptop's."""
    return ZoneInfo(data.network.timezone)


def day_of(data: Data, moment: dt.datetime) -> dt.date:
    """The day of a moment, in the network's zone."""
    return moment.astimezone(zone(data)).date()


def partners(data: Data) -> tuple[Organisation, ...]:
    """All organisations in the order they were entered."""
    return tuple(sorted(data.rows(Organisation), key=lambda o: (o.order, o.code)))


def status_on(organisation: Organisation, on: dt.date) -> OrganisationStatus:
    """Where an organisation stands on a day; `left_on` alone says when it leaves.

    It belongs to the network up to and including `left_on`, also after notice was
    given (point 9). One that is stored as left without a day left before the app.
    """
    left = organisation.left_on
    if left is not None and on > left:
        return OrganisationStatus.LEFT
    if left is not None and organisation.status is OrganisationStatus.LEFT:
        return OrganisationStatus.PARTNER
    return organisation.status


def is_partner(organisation: Organisation, on: dt.date) -> bool:
    """Whether an organisation is a partner on a day, with a vote or about to get one."""
    return status_on(organisation, on) is OrganisationStatus.PARTNER


def may_vote(organisation: Organisation, on: dt.date) -> bool:
    """Whether a partner holds a vote on a day (I-14, with the founders' rule).

    Founders vote at once; a partner admitted later from `joined_on`, the day of
    its signature. Applicants, associates, suspended and former partners do not.
    """
    if not is_partner(organisation, on):
        return False
    if organisation.joined_on is not None and on < organisation.joined_on:
        return False
    return organisation.founder or organisation.joined_on is not None


def entitled_partners(data: Data, meeting: Meeting) -> tuple[str, ...]:
    """Ids of the partners with a vote in this meeting, in their order."""
    body = data.find(Body, meeting.body)
    members = body.members if body is not None else ()
    on = meeting.start.date()
    return tuple(
        o.id for o in partners(data) if may_vote(o, on) and (not members or o.id in members)
    )


def holds_on(row: Delegation | StandingRole, on: dt.date) -> bool:
    """Whether a row with a first and a last day, both open if None, holds on a day."""
    return (row.since is None or row.since <= on) and (row.until is None or on <= row.until)


def delegations(
    data: Data, organisation: str, on: dt.date, kind: DelegationKind | None = None
) -> tuple[Delegation, ...]:
    """Who speaks for a partner on a day, delegates first."""
    found = [
        d
        for d in data.rows(Delegation)
        if d.organisation == organisation and holds_on(d, on) and (kind is None or d.kind is kind)
    ]
    return tuple(sorted(found, key=lambda d: d.kind is not DelegationKind.DELEGATE))


def delegate(data: Data, organisation: str, on: dt.date) -> Person | None:
    """The delegate of a partner on a day, else None."""
    found = delegations(data, organisation, on, DelegationKind.DELEGATE)
    return data.find(Person, found[0].person) if found else None


def organisations_of(data: Data, person: str, on: dt.date) -> tuple[str, ...]:
    """Ids of the partners a person speaks for on a day; delegated ones first."""
    found = [d for d in data.rows(Delegation) if d.person == person and holds_on(d, on)]
    found.sort(key=lambda d: d.kind is not DelegationKind.DELEGATE)
    return tuple(dict.fromkeys(d.organisation for d in found))


def by_code(data: Data, code: str) -> Organisation | None:
    """The organisation with this code, in any case."""
    wanted = code.casefold()
    return next((o for o in data.rows(Organisation) if o.code.casefold() == wanted), None)


def meetings(data: Data) -> tuple[Meeting, ...]:
    """All meetings by start."""
    return tuple(sorted(data.rows(Meeting), key=lambda m: (m.start, m.number)))


def label(data: Data, meeting: Meeting) -> str:
    """The meeting's number as people write it: 2026-3; working groups have a prefix."""
    body = data.find(Body, meeting.body)
    prefix = body.prefix if body is not None else ""
    return f"{prefix}{'-' if prefix else ''}{meeting.year}-{meeting.number}"


def plenary(data: Data) -> Body | None:
    """The network meeting as a body."""
    return next((b for b in data.rows(Body) if b.kind is BodyKind.PLENARY), None)


def next_number(data: Data, body: str, year: int) -> int:
    """The next free number of a body's meetings in a year."""
    taken = [m.number for m in data.rows(Meeting) if m.body == body and m.year == year]
    return max(taken, default=0) + 1


def preceding(data: Data, meeting: Meeting) -> tuple[Meeting, ...]:
    """The meetings of the same body before this one, by start, but for those called off."""
    return tuple(
        m
        for m in meetings(data)
        if m.body == meeting.body
        and m.start < meeting.start
        and m.status is not MeetingStatus.CANCELLED
    )


def following(data: Data, meeting: Meeting) -> Meeting | None:
    """The next meeting of the same body after this one."""
    return next(
        (
            m
            for m in meetings(data)
            if m.body == meeting.body
            and m.start > meeting.start
            and m.status is not MeetingStatus.CANCELLED
        ),
        None,
    )


def _highest(numbers: list[str], prefix: str) -> int:
    found = [re.fullmatch(re.escape(prefix) + r"(\d+)", number) for number in numbers]
    return max((int(m[1]) for m in found if m is not None), default=0)


def next_decision_number(data: Data, meeting: Meeting) -> str:
    """B-year-meeting-seq; never given twice, retracted ones count (I-19)."""
    prefix = f"B-{label(data, meeting)}-"
    return f"{prefix}{_highest([d.number for d in data.rows(Decision)], prefix) + 1}"


def next_action_number(data: Data, year: int) -> str:
    """M-year-seq with three digits (I-19)."""
    prefix = f"M-{year}-"
    return f"{prefix}{_highest([a.number for a in data.rows(Action)], prefix) + 1:03d}"


def next_parking_number(data: Data, year: int) -> str:
    """TS-year-seq with two digits (I-19)."""
    prefix = f"TS-{year}-"
    return f"{prefix}{_highest([p.number for p in data.rows(ParkingItem)], prefix) + 1:02d}"


def natural_order(number: str) -> list[tuple[bool, int, str]]:
    """A key to sort numbers by: B-2026-3-10 comes after B-2026-3-9."""
    return [(p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in number.split("-")]


def find_number(number: str, known: str, prefix: str, year: int) -> bool:
    """Whether a typed number means `known`: M-12, M-012 and M-2026-012 are the same."""
    typed = re.fullmatch(rf"{prefix}-?(?:(\d{{4}})-)?(\d+)", number.strip(), re.IGNORECASE)
    have = re.fullmatch(rf"{prefix}-(\d{{4}})-(\d+)", known)
    if typed is None or have is None:
        return False
    same_year = int(typed[1]) == int(have[1]) if typed[1] else int(have[1]) == year
    return same_year and int(typed[2]) == int(have[2])
