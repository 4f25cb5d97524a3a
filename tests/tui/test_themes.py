"""Contrast of every pair of colours that is used."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from kooperation_tui.tui.ink import TONES
from kooperation_tui.tui.themes import CONTRAST, GROUNDS, INKS, OURS
from tests.tui.hands import opened


def luminance(color: Color) -> float:
    def part(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * part(color.r) + 0.7152 * part(color.g) + 0.0722 * part(color.b)


def ratio(ink: str, ground: str) -> float:
    one, two = sorted((luminance(Color.parse(ink)), luminance(Color.parse(ground))))
    return (two + 0.05) / (one + 0.05)


def colour(theme: Theme, name: str) -> str:
    found = theme.variables.get(name) or getattr(theme, name)
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize("theme", OURS, ids=lambda theme: theme.name)
def test_contrast(theme: Theme) -> None:
    least = 7.0 if theme is CONTRAST else 4.5
    pairs = [(ink, ground) for ink in INKS for ground in GROUNDS] + [("background", "primary")]
    poor = {
        f"{ink} on {ground}": round(found, 2)
        for ink, ground in pairs
        if (found := ratio(colour(theme, ink), colour(theme, ground))) < least
    }
    assert not poor


def test_every_tone_is_a_tested_pair() -> None:
    known = {f"${name}" for name in (*INKS, *GROUNDS)} | {"bold", "on"}
    for style in TONES.values():
        assert set(style.split()) <= known


@pytest.mark.parametrize(
    "theme", ["kooperation-light", "kooperation-contrast", "nord", "ansi-dark"]
)
async def test_themes_can_be_chosen(theme: str) -> None:
    async with opened() as hands:
        hands.app.theme = theme
        hands.app.rebuild()
        for key in ("f3", "f5", "f6", "f2"):
            await hands.press(key)
        await hands.sees("Netzwerktreffen")


async def test_no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened() as hands:
        await hands.press("f5")
        await hands.sees("Wer ist da?")
