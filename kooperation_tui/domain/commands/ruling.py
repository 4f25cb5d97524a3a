"""Changing the rules of procedure: what point 1 agreed stays in sight (point 1).

A rule that is changed while point 1 is agreed deviates from it until a decision about
point 1 says so, or it is set back. Nothing is refused: who changes it may have a reason,
but everybody sees that nobody decided it.
"""

from __future__ import annotations

import msgspec

from kooperation_tui.domain.agreed_rules import as_agreed
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.fitting import for_block, need_decision
from kooperation_tui.domain.model import Deviation, RuleSet, Template
from kooperation_tui.domain.plan import block_of, rules_in_force, rules_of
from kooperation_tui.domain.presets import preset

_ASIDE = frozenset({"id", "version", "template", "remarks", "deviations"})


def change_rules(data: Data, moment: Moment, *, rules: RuleSet, decision: str = "") -> Change:
    """Other rules of procedure. `result` is the rule set.

    Args:
        rules: the network's rule set with other values.
        decision: the number of a decision about point 1 that agreed them.
    """
    known = rules_of(data)
    if not data.network.ruleset or rules.id != known.id:
        raise Refused("The network has no rules yet; choose a template first.")
    if decision:
        need_decision(data, decision, for_block(data, "p1", as_decided=True))
    kept = () if decision else _deviations(data, moment, known, rules)
    changed = msgspec.structs.replace(rules, version=known.version, deviations=kept)
    if changed == known:
        return Change(result=known)
    changed = msgspec.structs.replace(changed, version=known.version + 1)
    return Change(puts=(changed,), result=changed)


def use_template(data: Data, moment: Moment, *, template: Template) -> Change:
    """The rules of a template in place of those that are there. `result` is the rule set.

    What a wording of the agreement states stays as it was agreed.
    """
    known = rules_of(data)
    if not data.network.ruleset:
        rules = preset(template, moment.new_id())
        network = msgspec.structs.replace(data.network, ruleset=rules.id)
        return Change(puts=(rules, network), result=rules)
    return change_rules(data, moment, rules=as_agreed(data, preset(template, known.id)))


def deviations(data: Data) -> tuple[Deviation, ...]:
    """What differs from point 1 as it stands; agreed again after that it does not any more."""
    point = block_of(data, "p1")
    agreed = point.agreed_on if point is not None else None
    found = rules_of(data).deviations if rules_in_force(data) else ()
    return tuple(one for one in found if agreed is None or one.on >= agreed)


def _deviations(
    data: Data, moment: Moment, known: RuleSet, rules: RuleSet
) -> tuple[Deviation, ...]:
    """The fields that are not what was agreed, each with the day since when."""
    if not rules_in_force(data):
        return ()
    before = {one.field: one for one in deviations(data)}
    found = []
    for field in msgspec.structs.fields(RuleSet):
        name = field.name
        if name in _ASIDE:
            continue
        agreed = before[name].agreed if name in before else _said(known, name)
        if _said(rules, name) != agreed:
            since = before[name].on if name in before else moment.today
            found.append(Deviation(field=name, agreed=agreed, on=since))
    return tuple(found)


def _said(rules: RuleSet, name: str) -> str:
    return msgspec.json.encode(getattr(rules, name)).decode()
