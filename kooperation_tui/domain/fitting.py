"""Which decision may carry what: a part of the agreement, a version, an admission.

A decision from before the program has no meeting and, as long as nobody said
otherwise, no known subject; it may carry whatever it is named for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kooperation_tui.domain.applied import Application, Circular
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    AgendaItem,
    Block,
    Decision,
    DecisionStatus,
    Meeting,
    Organisation,
    Subject,
    Version,
)
from kooperation_tui.domain.plan import block_of

Purpose = Callable[[Decision], Refused | None]
"""Why a decision does not fit a purpose; None if it does."""


def fitting_decisions(data: Data, purpose: Purpose) -> tuple[Decision, ...]:
    """The decisions in force that fit, the newest first."""
    found = [d for d in data.rows(Decision) if d.status is DecisionStatus.IN_FORCE]
    return tuple(d for d in reversed(found) if purpose(d) is None)


def need_decision(data: Data, number: str, purpose: Purpose) -> Decision:
    """The decision with this number. Raises Refused if it is not in force or does not fit."""
    row = next((d for d in data.rows(Decision) if d.number == number), None)
    if row is None or row.status is not DecisionStatus.IN_FORCE:
        raise Refused("There is no decision {number} in force.", number=number or "–")
    refusal = purpose(row)
    if refusal is not None:
        raise refusal
    return row


def entered(data: Data, decision: Decision) -> bool:
    """Whether it was taken outside the program: in no meeting here and by no circular."""
    numbers = (c.decision for c in data.rows(Circular))
    return not decision.meeting and decision.number not in numbers


def from_before(data: Data, decision: Decision) -> bool:
    """Whether it was taken before anything was decided here: what exists can be entered."""
    if not entered(data, decision):
        return False
    days = [m.started_at.date() for m in data.rows(Meeting) if m.started_at is not None]
    days += [c.opened_on for c in data.rows(Circular)]
    return not days or decision.decided_on < min(days)


def for_block(data: Data, key: str, *, as_decided: bool = False) -> Purpose:
    """Decisions that may agree a block of the agreement (I-22).

    Args:
        as_decided: somebody says that the wording is the one that was decided, although
            it was written down later.
    """
    block = block_of(data, key)

    def unfit(decision: Decision) -> Refused | None:
        before = from_before(data, decision)
        if not _about(decision, Subject.AGREEMENT, unknown=before):
            return Refused(
                "{number} is not about the agreement; name the decision that agreed this part of "
                "it, or decide on it in a meeting or by circular.",
                number=decision.number,
            )
        item = _item(data, decision)
        named = decision.points or (item.points if item is not None else ())
        if named and key not in named:
            return Refused(
                "{number} decides on other parts of the agreement ({keys}); name the decision "
                "about this one.",
                number=decision.number,
                keys=", ".join(part.removeprefix("p") for part in named),
            )
        written = block.written_on if block is not None and not (before or as_decided) else None
        if written is not None and written > decision.decided_on:
            return Refused(
                "The wording was written on {day}, after {number} was taken; decide on it again, "
                "or give the wording that was decided together with its decision.",
                day=written,
                number=decision.number,
            )
        return None

    return unfit


def for_version(data: Data, version: Version) -> Purpose:
    """Decisions that may adopt a version as a whole."""
    days = [b.written_on for b in data.rows(Block) if b.key in version.texts and b.written_on]
    written = max(days, default=None)

    def unfit(decision: Decision) -> Refused | None:
        before = from_before(data, decision)
        if not _about(decision, Subject.AGREEMENT, unknown=before):
            return Refused(
                "{number} is not about the agreement; a version is adopted by a decision whose "
                "subject is the agreement.",
                number=decision.number,
            )
        if not before and written is not None and written > decision.decided_on:
            return Refused(
                "A wording of version {version} was written on {day}, after {number} was taken; "
                "decide on the version again, or note the day it was adopted on paper.",
                version=version.number,
                day=written,
                number=decision.number,
            )
        return None

    return unfit


def for_admission(data: Data, organisation: Organisation) -> Purpose:
    """Decisions that may admit an applicant."""
    received = [a.received_on for a in data.rows(Application) if a.organisation == organisation.id]
    applied = max(received, default=None)

    def unfit(decision: Decision) -> Refused | None:
        before = from_before(data, decision)
        if not _about(decision, Subject.ADMISSION, unknown=before):
            return Refused(
                "{number} admits nobody; name the decision that admitted {code}: one whose "
                "subject is an admission.",
                number=decision.number,
                code=organisation.code,
            )
        named = set(applicants(data, decision))
        if named and organisation.id not in named:
            return Refused(
                "{number} is about another applicant; name the decision about {code}.",
                number=decision.number,
                code=organisation.code,
            )
        if not before and applied is not None and applied > decision.decided_on:
            return Refused(
                "{code} applied on {day}, after {number} was taken; name the decision about its "
                "application.",
                code=organisation.code,
                day=applied,
                number=decision.number,
            )
        return None

    return unfit


def _about(decision: Decision, subject: Subject, *, unknown: bool) -> bool:
    return decision.subject is subject or (unknown and decision.subject is Subject.ORDINARY)


def _item(data: Data, decision: Decision) -> AgendaItem | None:
    """The item of the agenda under which it was taken, as planned."""
    meeting = data.find(Meeting, decision.meeting)
    items = meeting.items if meeting is not None and decision.item else ()
    return next((i for i in items if i.number == decision.item), None)


def applicants(data: Data, decision: Decision) -> Iterator[str]:
    """Ids of those whom the decision names: in its wording, or as its item's application."""
    item = _item(data, decision)
    said = f"{decision.text} {item.title if item is not None else ''}".casefold()
    for application in data.rows(Application):
        one = data.find(Organisation, application.organisation)
        if one is None:
            continue
        by_source = item is not None and item.source == f"application:{one.id}"
        by_code = re.search(rf"\b{re.escape(one.code.casefold())}\b", said) is not None
        if by_source or by_code or one.name.casefold() in said:
            yield one.id
