"""A decision about a point in words of its own: asked which words count."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.model import Block, BlockState
from kooperation_tui.domain.plan import block_of
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, running

OWN = "Jeder Partner kommt dreimal im Jahr zum Treffen."
ASKED = {"de": "lautet anders als der Entwurf", "en": "says something else than the draft"}


def point(hands: Hands) -> Block:
    block = block_of(hands.data, "p3")
    assert block is not None and block.state is BlockState.AGREED
    return block


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_sentence_becomes_the_wording(size: tuple[int, int], lang: str) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5", f"! P3: {OWN}", "= 8 1 0")
        assert_fits(await hands.sees(ASKED[lang]), *size)
        await hands.send("1")
        assert ASKED[lang] not in hands.text()
        assert point(hands).text == OWN
        assert point(hands).decision == "B-2026-3-1"


async def test_the_draft_stays_the_wording() -> None:
    async with running() as hands:
        before = block_of(hands.data, "p3")
        await hands.send("/top 5", f"! P3: {OWN}", "= 8 1 0")
        await hands.sees(ASKED["de"])
        await hands.send("2")
        assert ASKED["de"] not in hands.text()
        assert before is not None and point(hands).text == before.text


async def test_a_note_goes_on_and_the_question_stays() -> None:
    async with running() as hands:
        await hands.send("/top 5", f"! P3: {OWN}", "= 8 1 0", "HWK fragt nach.")
        assert "HWK fragt nach." in await hands.sees(ASKED["de"])


async def test_a_decision_that_names_the_point_is_not_asked_about() -> None:
    async with running() as hands:
        await hands.send("/top 5", "! P3: Punkt 3 wird angenommen.", "= 8 1 0")
        assert ASKED["de"] not in hands.text()
        assert point(hands)
