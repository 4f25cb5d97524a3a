"""Every area as text, at both sizes, in both languages."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from kooperation_tui.tui.actions import AREAS
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, Hands, opened, running

LINES = (
    "H. Nowak stellt den Antrag vor: Räume, Begleitforschung, zwei Fortbildungen im Jahr.",
    "? Wer trägt die Kosten der Begleitforschung?",
    "# Doppelmitgliedschaft von Träger und Verbund @BTS",
    ": BTS Konkurrenz bei zertifizierten Kursen möglich",
    "! Die Hochschule Auental wird als Partner aufgenommen. Patin ist die VHS.",
    "= 8 1 2",
    "> Aufnahmegespräch führen @VHS +BTS 20.11.",
)


async def fits(hands: Hands, size: tuple[int, int]) -> str:
    text = hands.text()
    assert_fits(text, *size)
    return text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.id)
async def test_area_before_the_meeting(
    area: object, size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with opened(lang=lang, size=size) as hands:
        await hands.press(area.key)  # type: ignore[attr-defined]
        assert await fits(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_running_meeting(
    size: tuple[int, int], lang: str, snapshot: SnapshotAssertion
) -> None:
    async with running(lang=lang, size=size) as hands:
        for minute, line in enumerate(LINES, 5):
            hands.at(9, minute)
            await hands.send(line)
        await hands.type("> Brief entwerfen @BIB +BB 13.11.")
        assert await fits(hands, size) == snapshot
        hands.line.clear_text()
        hands.at(9, 20)
        await hands.press("f3")
        assert await fits(hands, size) == snapshot
        await hands.press("f5")
        assert await fits(hands, size) == snapshot


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
async def test_first_start(size: tuple[int, int], lang: str, snapshot: SnapshotAssertion) -> None:
    async with opened(lang=lang, size=size, empty=True) as hands:
        text = await fits(hands, size)
    folder = next(
        i for i, row in enumerate(text.split("\n")) if "Kooperation" in row and "/" in row
    )
    rows = text.split("\n")
    assert "\n".join([*rows[:folder], *rows[folder + 1 :]]) == snapshot
