"""A ballot in the log of F5: every warning it carries is a sentence."""

from __future__ import annotations

import pytest

from kooperation_tui.domain import ballots as b
from kooperation_tui.domain import deciding
from kooperation_tui.domain import events as ev
from kooperation_tui.domain.model import Majority, Method
from kooperation_tui.i18n import translator
from kooperation_tui.tui.drawing.ballot import ballot_lines
from kooperation_tui.tui.view import View
from tests.model_network import clock, meeting_id, network
from tests.tui.hands import running

WARNINGS = sorted(
    code for name, code in vars(deciding).items() if name.isupper() and isinstance(code, str)
)


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("code", WARNINGS)
def test_every_warning_has_words(code: str, lang: str) -> None:
    data = network(lang)
    view = View(data=data, meeting_id=meeting_id(data), tr=translator(lang), now=clock(10))
    ballot = b.Ballot(
        method=Method.VOTE,
        tally=b.Votes(yes=1, no=0, abstain=0),
        entitled=(),
        represented=(),
        result=b.Result.CARRIED,
        majority=Majority.SIMPLE,
        proposed=Majority.TWO_THIRDS,
        needed=7,
        warnings=(code,),
    )
    said = ballot_lines(view, ev.Balloted(wording="", item="", ballot=ballot))[-1].plain
    assert said.endswith(".") and code not in said and "_" not in said


async def test_a_guest_in_the_room_is_said_in_words() -> None:
    async with running() as hands:
        await hands.send("/top 6", "/gast da Hannah Nowak, Hochschule", "! Zweiter Wortlaut.")
        await hands.send("= konsent")
        text = await hands.sees("Ein Gast ist im Raum.")
        assert "guest_present" not in text
