"""Fields by name as people write them: codes, names and dates become what the file holds."""

from __future__ import annotations

import datetime as dt
import typing
from typing import Any, Final

import msgspec

from kooperation_tui.cli import finding, own_setting, when
from kooperation_tui.domain import plan
from kooperation_tui.domain.commands import fields, planning, ruling
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused, Wrong
from kooperation_tui.domain.goals import goal_ids
from kooperation_tui.domain.model import (
    AgendaItem,
    Meeting,
    MeetingStatus,
    Network,
    Record,
    RuleSet,
)
from kooperation_tui.domain.second import need_first
from kooperation_tui.i18n import LANGUAGES

KINDS: Final = (
    "network",
    "rules",
    "partner",
    "person",
    "delegation",
    "body",
    "meeting",
    "item",
    "action",
    "decision",
    "parking",
    "register",
    "resource",
    "goal",
)
_PARTNER_FIELDS: Final = ("organisation", "owner_organisation", "by", "keeper")
_PERSON_FIELDS: Final = ("owner", "person")
_PARTNERS_FIELDS: Final = ("members", "helpers")
_ITEM_FIELDS: Final = (
    "title",
    "kind",
    "subject",
    "points",
    "minutes",
    "owner",
    "announced",
    "announced_on",
    "goal",
    "wording",
    "confidential",
    "goals",
    "number",
)


def record_of(data: Data, kind: str, identity: str, today: dt.date) -> Record:
    """The row of a kind. Raises Refused or Wrong if there is none."""
    match kind:
        case "network":
            return data.network
        case "rules":
            return plan.rules_of(data)
        case "partner":
            return finding.partner(data, identity)
        case "person":
            return finding.person(data, identity, today)
        case "delegation":
            return finding.delegation(data, identity, today)
        case "body":
            return finding.body(data, identity)
        case "meeting":
            return finding.meeting(data, identity, today)
        case "action":
            return finding.action(data, identity, today)
        case "decision":
            return finding.decision(data, identity)
        case "register":
            return finding.register(data, identity)
        case "goal":
            return finding.goal(data, identity)
        case "resource":
            return finding.resource(data, identity)
        case _:
            return finding.topic(data, identity, today)


def with_fields(
    data: Data, moment: Moment, kind: str, identity: str, values: dict[str, str]
) -> Change:
    """The change that `kooperation set` makes. Raises Refused, Wrong."""
    if kind == "item":
        return _item(data, moment, identity, values)
    row = record_of(data, kind, identity, moment.today)
    if isinstance(row, Meeting) and row.started_at is None and not row.external:
        return _plan(data, moment, row, values)
    _need_sound(data, row, values)
    if isinstance(row, RuleSet):
        return _rules(data, moment, row, values)
    change, values = own_setting.with_own(data, moment, row, values)
    row = next((one for one in change.puts if one.id == row.id), row)
    typed = {n: _typed(data, row, n, text, moment) for n, text in values.items()}
    rest = fields.set_fields(data.apply(change), row, typed)
    kept = tuple(one for one in change.puts if one.id not in {put.id for put in rest.puts})
    return Change(puts=(*kept, *rest.puts), result=rest.result)


def _rules(data: Data, moment: Moment, row: RuleSet, values: dict[str, str]) -> Change:
    """Other rules; `decision` names the one about point 1 that agreed them."""
    typed = {name: text for name, text in values.items() if name != "decision"}
    changed = fields.set_fields(data, row, typed).result
    decision = values.get("decision", "").strip().upper()
    return ruling.change_rules(data, moment, rules=changed, decision=decision)


def _plan(data: Data, moment: Moment, row: Meeting, values: dict[str, str]) -> Change:
    """Fields of a meeting ahead; `status=cancelled` calls it off."""
    if values == {"status": MeetingStatus.CANCELLED.value}:
        return planning.cancel(data, moment, meeting=row.id)
    typed = {n: _typed(data, row, n, text, moment) for n, text in values.items()}
    changed = fields.set_fields(data, row, typed).result
    named = {name: getattr(changed, name) for name in typed}
    change = planning.change_meeting(data, moment, meeting=row.id, **named)
    invited = named.get("invited_on")
    if invited is None:
        return change
    return planning.mark_invited(data.apply(change), moment, meeting=row.id, on=invited)


def _need_sound(data: Data, row: Record, values: dict[str, str]) -> None:
    """Refuse what would make the file useless: an unknown zone, a code twice."""
    if isinstance(row, Meeting) and values.get("is_second", "").casefold() == "true":
        need_first(data, row, plan.rules_of(data))
    if isinstance(row, Network):
        from kooperation_tui.cli.commands.new import need_zone

        if "timezone" in values:
            need_zone(values["timezone"])
        if values.get("language", "de") not in LANGUAGES:
            raise Wrong("The language of a network is “de” or “en”.")
        if not values.get("name", "-").strip():
            raise Refused("The network needs a name.")


def _typed(data: Data, row: Record, name: str, text: str, moment: Moment) -> str:
    """A value as the file holds it: ids for codes and names, ISO dates."""
    if not text:
        return text
    if name == "goals":
        return ",".join(goal_ids(data, text))
    if name in _PARTNERS_FIELDS:
        return ",".join(finding.partners(data, text))
    if name in _PARTNER_FIELDS:
        return finding.partner(data, text).id
    if name in _PERSON_FIELDS:
        return finding.person(data, text, moment.today).id
    if name == "body":
        return finding.body(data, text).id
    if name == "controller":  # a partner, or somebody outside in words
        partner = plan.by_code(data, text)
        return partner.id if partner is not None else text
    hint = typing.get_type_hints(type(row)).get(name)
    kinds = {hint, *typing.get_args(hint)}
    if dt.datetime in kinds:
        return when.moment(text, moment.today, plan.zone(data)).isoformat()
    if dt.date in kinds:
        return when.day(text, moment.today).isoformat()
    return text


def _item(data: Data, moment: Moment, identity: str, values: dict[str, str]) -> Change:
    """Fields of an item; `number` moves it to another place."""
    row, item = finding.item(data, identity, moment.today)
    unknown = [name for name in values if name not in _ITEM_FIELDS]
    if unknown:
        raise Refused(
            "There is no field “{name}” here; possible are {names}.",
            name=unknown[0],
            names=", ".join(_ITEM_FIELDS),
        )
    typed = {n: _item_value(data, n, text, moment) for n, text in values.items() if n != "number"}
    if typed.get("announced_on") is not None:
        typed.setdefault("announced", True)
    change = planning.change_item(data, moment, meeting=row.id, item=item.id, **typed)
    if "number" not in values:
        return change
    return _moved(data.apply(change), moment, row.id, item, values["number"])


def _item_value(data: Data, name: str, text: str, moment: Moment) -> Any:
    from kooperation_tui.cli.commands.add_meeting import block_keys, item_owner

    if name == "points":
        return block_keys(text)
    if name == "goals":
        return goal_ids(data, text)
    if name == "owner":
        return item_owner(data, text, moment) if text else ""
    if name == "announced_on":
        return when.optional_past(text, moment.today)
    hint = typing.get_type_hints(AgendaItem)[name]
    try:
        return msgspec.convert(text, hint, strict=False)
    except msgspec.ValidationError:
        raise Refused("“{value}” does not fit the field {name}.", value=text, name=name) from None


def _moved(data: Data, moment: Moment, meeting: str, item: AgendaItem, number: str) -> Change:
    items = data.get(Meeting, meeting).items
    target = next((n for n, i in enumerate(items) if i.number and str(i.number) == number), None)
    if target is None:
        raise Refused("There is no item {number} on the agenda.", number=number)
    place = next(n for n, i in enumerate(items) if i.id == item.id)
    moved = planning.move_item(data, moment, meeting=meeting, item=item.id, by=target - place)
    return moved or Change(puts=(data.get(Meeting, meeting),))


def removed(data: Data, moment: Moment, kind: str, identity: str) -> Change:
    """The change that `kooperation remove` makes. Raises Refused, Wrong."""
    if kind == "item":
        row, item = finding.item(data, identity, moment.today)
        return planning.remove_item(data, moment, meeting=row.id, item=item.id)
    return fields.remove(data, record_of(data, kind, identity, moment.today))
