"""What a count is measured by, in the echo: the majority of all, a proposal that is missed."""

from __future__ import annotations

import pytest

from kooperation_tui.capture.echo_ballots import ballot_parts
from kooperation_tui.domain import ballots as b
from kooperation_tui.domain.deciding import INVITATION_UNKNOWN, PROPOSED_MAJORITY
from kooperation_tui.domain.model import Majority, Method
from kooperation_tui.i18n import translator

PARTNERS = tuple(f"{n:032x}" for n in range(12))


def said(lang: str, **more: object) -> list[str]:
    ballot = b.Ballot(
        method=Method.VOTE,
        tally=b.Votes(yes=7, no=0, abstain=5),
        entitled=PARTNERS,
        represented=PARTNERS,
        **more,  # type: ignore[arg-type]
    )
    return [
        part.text for part in ballot_parts(ballot, abstentions_count=False, tr=translator(lang))
    ]


@pytest.mark.parametrize(
    ("lang", "needed"),
    [
        ("de", "7 von 12, nötig zwei Drittel aller Partner"),
        ("en", "7 of 12, needed: two thirds of all partners"),
    ],
)
def test_a_share_of_all_is_measured_by_all_partners(lang: str, needed: str) -> None:
    assert needed in said(
        lang, result=b.Result.REJECTED, majority=Majority.TWO_THIRDS_OF_ALL, rules_agreed=True
    )


@pytest.mark.parametrize(
    ("lang", "short"), [("de", "„2/3 aller“ hinter den Zahlen"), ("en", "“2/3 of all” after")]
)
def test_a_proposal_that_is_missed_stands_beside_the_result(lang: str, short: str) -> None:
    parts = said(
        lang,
        result=b.Result.CARRIED,
        majority=Majority.SIMPLE,
        proposed=Majority.TWO_THIRDS_OF_ALL,
        warnings=(INVITATION_UNKNOWN, PROPOSED_MAJORITY),
    )
    assert short in parts[2]
    assert sum(short in part for part in parts) == 1 and len(parts) == 5
