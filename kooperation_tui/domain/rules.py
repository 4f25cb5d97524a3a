"""Quorum and majorities in whole numbers (I-05 to I-08)."""

from __future__ import annotations

from kooperation_tui.domain.model import (
    Majority,
    Quorum,
    QuorumKind,
    RuleSet,
    Subject,
)


def quorum_needed(quorum: Quorum, entitled: int) -> int | None:
    """How many of `entitled` partners must be represented; None without a quorum."""
    match quorum.kind:
        case QuorumKind.NONE:
            return None
        case QuorumKind.HALF:
            return (entitled + 1) // 2
        case QuorumKind.MORE_THAN_HALF:
            return entitled // 2 + 1
        case QuorumKind.FRACTION:
            return -(-entitled * quorum.numerator // quorum.denominator)
        case QuorumKind.NUMBER:
            return quorum.number


def majority_reached(
    majority: Majority,
    *,
    yes: int,
    no: int,
    abstain: int,
    represented: int,
    entitled: int,
    abstentions_count: bool = False,
) -> bool:
    """Whether the votes carry (I-07, I-08).

    A tie rejects, no valid vote rejects. Abstentions count as cast only if the
    rules say so; unanimity is prevented by an abstention (domain 4.4). The
    absolute majority is more than half of the votes represented, a share of all
    one of `entitled`.
    """
    if yes == 0:
        return False
    cast = yes + no + (abstain if abstentions_count else 0)
    match majority:
        case Majority.SIMPLE:
            return 2 * yes > cast
        case Majority.ABSOLUTE:
            return 2 * yes > represented
        case Majority.TWO_THIRDS:
            return 3 * yes >= 2 * cast
        case Majority.THREE_QUARTERS:
            return 4 * yes >= 3 * cast
        case Majority.UNANIMOUS:
            return no == 0 and abstain == 0
        case Majority.TWO_THIRDS_OF_ALL:
            return 3 * yes >= 2 * entitled
        case Majority.THREE_QUARTERS_OF_ALL:
            return 4 * yes >= 3 * entitled
        case Majority.ALL_PARTNERS:
            return yes == entitled


_CAST = {Majority.SIMPLE, Majority.TWO_THIRDS}
_COVERS = {
    Majority.SIMPLE: set[Majority](),
    Majority.ABSOLUTE: {Majority.SIMPLE},
    Majority.TWO_THIRDS: {Majority.SIMPLE},
    Majority.THREE_QUARTERS: _CAST,
    Majority.UNANIMOUS: {*_CAST, Majority.THREE_QUARTERS},
    Majority.TWO_THIRDS_OF_ALL: {*_CAST, Majority.ABSOLUTE},
    Majority.THREE_QUARTERS_OF_ALL: {
        *(*_CAST, Majority.ABSOLUTE, Majority.THREE_QUARTERS, Majority.TWO_THIRDS_OF_ALL),
    },
    Majority.ALL_PARTNERS: set(Majority),
}
"""Which other majorities are reached wherever this one is."""


def majority_used(asked: Majority, named: Majority | None, *, agreed: bool) -> Majority:
    """The majority that decides: the one named with the count, else the rules'.

    Agreed rules are the least that is asked: a name counts only if it asks for more.
    Rules nobody agreed are a proposal that warns and rejects nothing: without a name the
    simple majority decides, as it does where there are no rules.
    """
    if not agreed:
        return named or Majority.SIMPLE
    return named if named is not None and asked in _COVERS[named] else asked


def majority_named(rules: RuleSet, subject: Subject) -> Majority | None:
    """The majority of its own that a subject has in the rule set, if any."""
    return {
        Subject.AGREEMENT: rules.majorities.agreement,
        Subject.ADMISSION: rules.majorities.admission,
        Subject.EXCLUSION: rules.majorities.exclusion,
        Subject.ELECTION: rules.majorities.election,
        Subject.BUDGET: rules.majorities.budget,
    }.get(subject)


def majority_for(rules: RuleSet, subject: Subject) -> Majority:
    """The majority that the rule set asks for this subject."""
    return majority_named(rules, subject) or rules.majorities.default
