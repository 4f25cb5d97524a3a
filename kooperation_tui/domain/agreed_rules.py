"""The rules that agreed wordings state, beside the rules that are applied (point 1).

When a wording is agreed, and nothing is in force yet, the rules follow it; else they
do when the version comes into force. Whatever differs later is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Quorum,
    QuorumKind,
    RuleSet,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.model import Value as Part
from kooperation_tui.domain.plan import rules_of
from kooperation_tui.domain.stated import Value, stated, undisputed, unread


class Difference(Part):
    """A wording says otherwise than the rules: block, rule, both values as `set rules` has them."""

    key: str
    field: str
    said: str
    rule: str


def applied_text(block: Block) -> str:
    """The wording of a block that counts now: in force, else agreed; '' if neither."""
    if block.in_force_since is not None:
        return block.text_in_force
    return block.text if block.state is BlockState.AGREED else ""


def following(
    data: Data, blocks: Iterable[Block], *, in_force: bool = False
) -> tuple[RuleSet, ...]:
    """The rule set as these blocks will state it; empty if it says that already.

    Args:
        in_force: their texts come into force with this change; otherwise they only
            count as long as no version is in force.
    """
    rules = data.find(RuleSet, data.network.ruleset)
    versions = data.rows(Version)
    waits = not in_force and any(v.status is VersionStatus.IN_FORCE for v in versions)
    if rules is None or waits:
        return ()
    changed = rules
    for name, value in _of(blocks, in_force=in_force).items():
        if _value(rules, name) != value:
            changed = _with(changed, name, value)
    if changed == rules:
        return ()
    return (msgspec.structs.replace(changed, version=rules.version + 1),)


def _of(blocks: Iterable[Block], *, in_force: bool) -> dict[str, Value]:
    """What blocks state together; where two contradict each other, nothing."""
    texts = ((b.key, b.text_in_force if in_force else applied_text(b)) for b in blocks)
    return undisputed(pair for key, text in texts for pair in stated(key, text).items())


def _value(rules: RuleSet, name: str) -> Any:
    whole, _, part = name.partition(".")
    return getattr(getattr(rules, whole), part) if part else getattr(rules, whole)


def _with(rules: RuleSet, name: str, value: Value) -> RuleSet:
    """The rules with one value; whatever deviated there deviates no more."""
    field, _, part = name.partition(".")
    new = msgspec.structs.replace(getattr(rules, field), **{part: value}) if part else value
    kept = tuple(one for one in rules.deviations if one.field != field)
    return msgspec.structs.replace(rules, **{field: new, "deviations": kept})


def stated_rules(data: Data) -> dict[str, str]:
    """The rules that a wording which counts now states as they are applied, and its block.

    Only of these may be said that they come from the agreement.
    """
    rules = rules_of(data)
    return {
        name: block.key
        for block in data.rows(Block)
        for name, value in stated(block.key, applied_text(block)).items()
        if _value(rules, name) == value
    }


def as_agreed(data: Data, rules: RuleSet) -> RuleSet:
    """Rules with the values that the wordings which count now give them."""
    for name in stated_rules(data):
        rules = _with(rules, name, _value(rules_of(data), name))
    return rules


def unread_rules(data: Data) -> frozenset[str]:
    """Majorities that a wording which counts now names, in words that are not understood."""
    return frozenset(
        name for block in data.rows(Block) for name in unread(block.key, applied_text(block))
    )


def stated_otherwise(data: Data) -> dict[str, tuple[str, Value]]:
    """Rules that a wording which counts now gives another value: its block, that value."""
    rules = rules_of(data)
    return {
        name: (block.key, value)
        for block in data.rows(Block)
        for name, value in stated(block.key, applied_text(block)).items()
        if _value(rules, name) != value
    }


def differences(data: Data) -> tuple[Difference, ...]:
    """Where a wording that counts now says otherwise than the rules that are applied."""
    rules = rules_of(data)
    return tuple(
        Difference(
            key=key,
            field=name.replace("majorities.", "majority."),
            said=_typed(value),
            rule=_typed(_value(rules, name)),
        )
        for name, (key, value) in stated_otherwise(data).items()
    )


def _typed(value: object) -> str:
    """A value as `set rules` takes it: 14, true, more_than_half, 2/3."""
    if isinstance(value, Quorum):
        match value.kind:
            case QuorumKind.FRACTION:
                return f"{value.numerator}/{value.denominator}"
            case QuorumKind.NUMBER:
                return str(value.number)
            case _:
                return value.kind.value
    if isinstance(value, bool):
        return str(value).lower()
    return "–" if value is None else str(value)
