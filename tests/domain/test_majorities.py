"""Quorum and majorities against an oracle in fractions (I-05 to I-08)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.model import (
    Majorities,
    Majority,
    Quorum,
    QuorumKind,
    RuleSet,
    Subject,
    Template,
)
from kooperation_tui.domain.presets import preset
from kooperation_tui.domain.rules import (
    majority_for,
    majority_reached,
    majority_used,
    quorum_needed,
)

votes = st.integers(0, 200)


def oracle(
    majority: Majority,
    yes: int,
    no: int,
    abstain: int,
    represented: int,
    entitled: int,
    count: bool,
) -> bool:
    """The rule of each majority, said with shares instead of whole numbers."""
    cast = yes + no + (abstain if count else 0)
    if yes == 0:
        return False
    share = Fraction(yes, cast)
    return {
        Majority.SIMPLE: share > Fraction(1, 2),
        Majority.ABSOLUTE: represented > 0 and Fraction(yes, represented) > Fraction(1, 2),
        Majority.TWO_THIRDS: share >= Fraction(2, 3),
        Majority.THREE_QUARTERS: share >= Fraction(3, 4),
        Majority.UNANIMOUS: Fraction(yes, yes + no + abstain) == 1,
        Majority.TWO_THIRDS_OF_ALL: Fraction(yes, entitled) >= Fraction(2, 3),
        Majority.THREE_QUARTERS_OF_ALL: Fraction(yes, entitled) >= Fraction(3, 4),
        Majority.ALL_PARTNERS: Fraction(yes, max(entitled, 1)) == 1 and entitled > 0,
    }[majority]


@given(st.sampled_from(Majority), votes, votes, votes, votes, votes, st.booleans())
def test_i07_majorities_are_those_of_the_oracle(
    majority: Majority, yes: int, no: int, abstain: int, away: int, absent: int, count: bool
) -> None:
    represented = yes + no + abstain + away
    entitled = represented + absent
    assert majority_reached(
        majority,
        yes=yes,
        no=no,
        abstain=abstain,
        represented=represented,
        entitled=entitled,
        abstentions_count=count,
    ) is oracle(majority, yes, no, abstain, represented, entitled, count)


@given(st.sampled_from(Majority), votes, votes)
def test_i07_a_tie_and_no_valid_vote_reject(majority: Majority, tied: int, abstain: int) -> None:
    assert not majority_reached(
        majority,
        yes=tied,
        no=tied,
        abstain=abstain,
        represented=2 * tied + abstain,
        entitled=2 * tied + abstain,
    )


@pytest.mark.parametrize(
    ("majority", "yes", "no", "abstain", "carried"),
    [
        (Majority.SIMPLE, 8, 1, 1, True),
        (Majority.SIMPLE, 4, 4, 0, False),
        (Majority.SIMPLE, 1, 0, 9, True),
        (Majority.ABSOLUTE, 5, 0, 5, False),
        (Majority.ABSOLUTE, 6, 4, 0, True),
        (Majority.TWO_THIRDS, 6, 3, 1, True),
        (Majority.TWO_THIRDS, 5, 3, 2, False),
        (Majority.THREE_QUARTERS, 6, 2, 2, True),
        (Majority.THREE_QUARTERS, 7, 3, 0, False),
        (Majority.UNANIMOUS, 9, 0, 1, False),
        (Majority.UNANIMOUS, 9, 0, 0, True),
        (Majority.TWO_THIRDS_OF_ALL, 7, 0, 3, False),
        (Majority.TWO_THIRDS_OF_ALL, 8, 2, 0, True),
        (Majority.THREE_QUARTERS_OF_ALL, 8, 0, 2, False),
        (Majority.THREE_QUARTERS_OF_ALL, 9, 1, 0, True),
        (Majority.ALL_PARTNERS, 10, 0, 0, False),
        (Majority.ALL_PARTNERS, 12, 0, 0, True),
    ],
)
def test_majorities_by_example(
    majority: Majority, yes: int, no: int, abstain: int, carried: bool
) -> None:
    assert (
        majority_reached(majority, yes=yes, no=no, abstain=abstain, represented=10, entitled=12)
        is carried
    )


@given(
    st.sampled_from(Majority),
    st.sampled_from([None, *Majority]),
    *(votes, votes, votes, votes, votes, st.booleans()),
)
def test_what_agreed_rules_ask_for_is_asked_whatever_is_named(
    asked: Majority,
    named: Majority | None,
    yes: int,
    no: int,
    abstain: int,
    away: int,
    absent: int,
    count: bool,
) -> None:
    represented = yes + no + abstain + away
    votes = (yes, no, abstain, represented, represented + absent, count)
    used = majority_used(asked, named, agreed=True)
    assert not oracle(used, *votes) or oracle(asked, *votes)


def test_a_share_of_the_votes_cast_does_not_stand_for_one_of_all() -> None:
    of_all, cast = Majority.TWO_THIRDS_OF_ALL, Majority.TWO_THIRDS
    assert majority_used(of_all, cast, agreed=True) is of_all
    assert majority_used(cast, of_all, agreed=True) is of_all


def test_i08_abstentions_count_only_if_the_rules_say_so() -> None:
    for counted in (False, True):
        reached = majority_reached(
            Majority.TWO_THIRDS,
            yes=6,
            no=2,
            abstain=2,
            represented=10,
            entitled=12,
            abstentions_count=counted,
        )
        assert reached is not counted


@given(
    st.sampled_from([QuorumKind.HALF, QuorumKind.MORE_THAN_HALF, QuorumKind.FRACTION]),
    st.integers(0, 100),
    st.integers(1, 12),
    st.integers(1, 12),
)
def test_quorum_is_the_smallest_number_that_is_enough(
    kind: QuorumKind, entitled: int, numerator: int, denominator: int
) -> None:
    numerator = min(numerator, denominator)
    quorum = Quorum(kind=kind, numerator=numerator, denominator=denominator)

    def enough(there: int) -> bool:
        share = {
            QuorumKind.HALF: Fraction(entitled, 2),
            QuorumKind.FRACTION: entitled * Fraction(numerator, denominator),
        }
        if kind is QuorumKind.MORE_THAN_HALF:
            return there > Fraction(entitled, 2)
        return there >= share[kind]

    needed = quorum_needed(quorum, entitled)
    assert needed == next(there for there in range(entitled + 2) if enough(there))


def test_quorum_none_and_number() -> None:
    assert quorum_needed(Quorum(), 12) is None
    assert quorum_needed(Quorum(kind=QuorumKind.NUMBER, number=5), 12) == 5
    assert quorum_needed(Quorum(kind=QuorumKind.MORE_THAN_HALF), 12) == 7


def test_the_subject_drives_the_majority() -> None:
    rules = RuleSet(
        id="0",
        majorities=Majorities(
            default=Majority.ABSOLUTE,
            admission=Majority.TWO_THIRDS,
            exclusion=Majority.THREE_QUARTERS,
            election=Majority.SIMPLE,
            agreement=Majority.ALL_PARTNERS,
            budget=Majority.UNANIMOUS,
        ),
    )
    assert {subject: majority_for(rules, subject) for subject in Subject} == {
        Subject.ORDINARY: Majority.ABSOLUTE,
        Subject.MINUTES: Majority.ABSOLUTE,
        Subject.ADMISSION: Majority.TWO_THIRDS,
        Subject.EXCLUSION: Majority.THREE_QUARTERS,
        Subject.ELECTION: Majority.SIMPLE,
        Subject.AGREEMENT: Majority.ALL_PARTNERS,
        Subject.BUDGET: Majority.UNANIMOUS,
    }


def test_templates_propose_what_the_field_says() -> None:
    none, informal, municipal, consortium = (preset(t, "1") for t in Template)
    assert none.quorum.kind is QuorumKind.NONE
    assert quorum_needed(informal.quorum, 12) == quorum_needed(municipal.quorum, 12) == 7
    assert quorum_needed(consortium.quorum, 12) == 8
    assert majority_for(informal, Subject.ADMISSION) is Majority.TWO_THIRDS
    assert majority_for(informal, Subject.ORDINARY) is Majority.SIMPLE
    assert majority_for(consortium, Subject.AGREEMENT) is Majority.ALL_PARTNERS
    assert Subject.BUDGET in municipal.must_be_announced
    assert not any(rules.aob_decisions for rules in (none, informal, municipal, consortium))
