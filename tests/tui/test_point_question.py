"""F5 asks which of its item's points a wording is about; F6 follows the answer."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.model import BlockState
from kooperation_tui.domain.plan import block_of
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, running


def states(hands: Hands) -> list[str]:
    """Where points 3, 8 and 9 stand."""
    blocks = [block_of(hands.data, key) for key in ("p3", "p8", "p9")]
    return [block.state.value if block is not None else "" for block in blocks]


def points(hands: Hands) -> tuple[str, ...]:
    return hands.state.wordings[-1].points


ASKED = {"de": "Um welchen Punkt geht es?", "en": "Which point is it about?"}
ANSWERS = {
    "de": "1 Punkt 3   2 Punkt 8   3 Punkt 9   4 alle   5 keiner",
    "en": "1 Point 3   2 Point 8   3 Point 9   4 all   5 none",
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_digit_says_which_point_it_is(size: tuple[int, int], lang: str) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5", "! Das ist gut so.")
        await hands.sees(ASKED[lang])
        await hands.sees(ANSWERS[lang])
        assert_fits(hands.text(), *size)
        before = states(hands)
        await hands.send("2")
        assert points(hands) == ("p8",)
        assert ASKED[lang] not in hands.text()
        await hands.send("= consent")
        assert states(hands) == [before[0], BlockState.AGREED.value, before[2]]


async def test_all_of_them_and_none_of_them() -> None:
    async with running() as hands:
        await hands.send("/top 5", "! Alles gilt.", "4")
        assert points(hands) == ("p3", "p8", "p9")
        await hands.send("= konsent")
        assert set(states(hands)) == {"agreed"}
        await hands.send("! Wir danken allen.", "5")
        assert points(hands) == ()
        await hands.sees("Wie wird entschieden?")
        assert ASKED["de"] not in hands.text()


async def test_the_question_can_wait_and_a_named_point_is_not_asked_for() -> None:
    async with running() as hands:
        await hands.send("/top 5", "! Gut so.")
        await hands.press("escape")
        await hands.sees("Wie wird entschieden?")
        await hands.send("/punkt 9")
        assert points(hands) == ("p9",)
        await hands.send("/zurückziehen", "! P3: Alle arbeiten mit.")
        assert ASKED["de"] not in hands.text()


@pytest.mark.parametrize(("lang", "said"), [("de", "(TOP 5)"), ("en", "item 5")])
@pytest.mark.parametrize("size", SIZES)
async def test_f6_says_that_a_point_is_being_treated(
    size: tuple[int, int], lang: str, said: str
) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5")
        await hands.press("f6")
        now = {"de": "wird gerade behandelt", "en": "is being treated now"}[lang]
        shown = await hands.sees(now)
        assert said in shown and "t setzt es" not in shown and "t puts it" not in shown
