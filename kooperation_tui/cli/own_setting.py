"""Fields that rules guard: `set` changes them with the command that knows the rule."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, TypeVar

from kooperation_tui.cli import when
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import decisions, people
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import entered
from kooperation_tui.domain.model import (
    Decision,
    DecisionStatus,
    Organisation,
    OrganisationStatus,
    Record,
)

E = TypeVar("E", bound=StrEnum)

_STANDING: Final = frozenset({"status", "ended_by", "ended_on", "remark"})
_RECORDED: Final = frozenset({"text", "decided_on", "item", "points", "subject"})
_BELONGING: Final = frozenset({"status", "left_on", "left_reason"})
_NAMED: Final = frozenset({"code", "name", "renamed_on"})


def with_own(
    data: Data, moment: Moment, row: Record, values: dict[str, str]
) -> tuple[Change, dict[str, str]]:
    """The change that guarded fields ask for, and the values that are left.

    Raises:
        Refused: a rule says no.
    """
    match row:
        case Decision():
            own = _taken(values, _STANDING)
            if not entered(data, row) and _RECORDED & values.keys():
                raise Refused(
                    "The wording of {number} stands in the minutes and never changes; "
                    "take a new decision.",
                    number=row.number,
                )
            change = _decision(data, moment, row, own) if own else Change()
        case Organisation():
            own = _taken(values, _BELONGING)
            change = _belonging(data, moment, row, own) if own else Change()
            if "renamed_on" in values:
                own |= _taken(values, _NAMED)
                change = _renamed(data.apply(change), moment, row.id, own, change)
        case _:
            return Change(), values
    return change, {name: text for name, text in values.items() if name not in own}


def _taken(values: dict[str, str], names: frozenset[str]) -> dict[str, str]:
    return {name: text for name, text in values.items() if name in names}


def _one_of(kind: type[E], text: str) -> E:
    try:
        return kind(text.strip().casefold())
    except ValueError:
        raise Refused(
            "“{value}” is no status here; possible are {names}.",
            value=text,
            names=", ".join(one.value for one in kind),
        ) from None


def _decision(data: Data, moment: Moment, row: Decision, own: dict[str, str]) -> Change:
    """Where it stands; what ended it before stays unless something else is said."""
    status = _one_of(DecisionStatus, own["status"]) if "status" in own else row.status
    on = when.optional_day(own.get("ended_on") or None, moment.today)
    same = status is row.status
    return decisions.change_standing(
        data,
        moment,
        decision=row.id,
        status=status,
        by=own.get("ended_by", row.ended_by if same else ""),
        on=on or (row.ended_on if same and "ended_on" not in own else None),
        remark=own.get("remark", row.remark if same else ""),
    )


def _belonging(data: Data, moment: Moment, row: Organisation, own: dict[str, str]) -> Change:
    """A partner leaves with its people, or is back."""
    return people.change_status(
        data,
        moment,
        partner=row.id,
        status=_wanted(row, own),
        on=when.optional_day(own.get("left_on") or None, moment.today) or row.left_on,
        reason=own.get("left_reason", row.left_reason),
    )


def _wanted(row: Organisation, own: dict[str, str]) -> OrganisationStatus:
    """A last day alone says that it leaves, an empty one that it stays after all."""
    if own.get("left_on"):
        return OrganisationStatus.LEFT
    if "status" in own:
        return _one_of(OrganisationStatus, own["status"])
    if row.left_on is None:
        return row.status
    stays = "left_on" in own
    return plan.status_on(row, row.left_on) if stays else OrganisationStatus.LEFT


def _renamed(
    data: Data, moment: Moment, partner: str, own: dict[str, str], before: Change
) -> Change:
    """Another name or code from a day on; minutes before it keep the old one."""
    row = data.get(Organisation, partner)
    renamed = people.change_partner(
        data,
        moment,
        partner=partner,
        code=own.get("code", row.code),
        name=own.get("name", row.name),
        short_name=row.short_name,
        joined_on=row.joined_on,
        renamed_on=when.day(own["renamed_on"], moment.today),
    )
    kept = tuple(one for one in before.puts if one.id != partner)
    return Change(puts=(*kept, *(renamed.puts or (row,))), result=renamed.result)
