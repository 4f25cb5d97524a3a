"""A result typed while no wording is open: the prepared one is offered, on F6 the difference."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.model import BlockState, Decision
from kooperation_tui.domain.plan import block_of
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, running

OFFER = {"de": "Was wurde beschlossen?", "en": "What was decided?"}
ECHO = {"de": "Enter bietet den vorbereiteten an", "en": "Enter offers the prepared one"}


def text_of(hands: Hands, key: str) -> str:
    block = block_of(hands.data, key)
    assert block is not None
    return block.text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_result_is_offered_the_prepared_wording(size: tuple[int, int], lang: str) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5")
        await hands.type("= 8 1 0")
        await hands.sees(ECHO[lang])
        await hands.press("enter")
        shown = await hands.sees(OFFER[lang])
        assert_fits(shown, *size)
        assert not hands.state.wordings
        await hands.send("2")
        decision = hands.data.rows(Decision)[-1]
        assert (decision.text, decision.points) == (text_of(hands, "p8"), ("p8",))
        block = block_of(hands.data, "p8")
        assert block is not None and block.state is BlockState.AGREED
        assert OFFER[lang] not in hands.text()


async def test_what_is_decided_is_not_offered_again() -> None:
    async with running() as hands:
        await hands.send("/top 5", "= 8 1 0", "1", "= 8 1 0")
        shown = await hands.sees(OFFER["de"])
        assert "1 Punkt 8" in shown and "Punkt 3:" not in shown.split(OFFER["de"])[1]


async def test_left_alone_the_line_comes_back_and_nothing_is_recorded() -> None:
    async with running() as hands:
        await hands.send("/top 5", "=")
        await hands.sees(OFFER["de"])
        await hands.press("escape")
        assert hands.line.text == "=" and not hands.state.wordings


async def test_a_count_that_cannot_be_leaves_the_wording_open() -> None:
    async with running() as hands:
        await hands.send("/top 5", "= 30 0 0", "1")
        assert hands.state.open_wording and not hands.state.countings
        assert hands.line.text == "= 30 0 0"


async def test_without_a_prepared_wording_the_refusal_stands() -> None:
    async with running() as hands:
        await hands.send("= 8 1 0")
        await hands.sees("Kein Wortlaut ist offen; tippen Sie")


@pytest.mark.parametrize("size", SIZES)
async def test_f6_tells_the_sentence_from_the_wording(size: tuple[int, int]) -> None:
    async with running(size=size) as hands:
        before = text_of(hands, "p8")
        await hands.send("/top 5", "! P8: Wer unterschreibt, ist dabei.", "= 8 1 0")
        assert text_of(hands, "p8") == before
        await hands.press("f6", *["down"] * 5)
        await hands.sees("Wer untersch")
        await hands.press("enter")
        await hands.sees("Beschlossen wurde der Satz: Wer unterschreibt, ist dabei.")
        await hands.press("s")
        assert_fits(await hands.sees("der beschlossene Satz ist der Wortlaut"), *size)
        await hands.press("enter")
        block = block_of(hands.data, "p8")
        assert block is not None and block.state is BlockState.AGREED
        assert block.text == "Wer unterschreibt, ist dabei."
        assert block.decision == hands.data.rows(Decision)[-1].number
