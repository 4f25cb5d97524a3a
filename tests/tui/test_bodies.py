"""F4: every role is in sight at 80×24; teams and working groups are entered there."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.model import Body, BodyKind, StandingRoleKind
from kooperation_tui.tui import words
from tests.model_network import everyday, partner_id
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, opened, running


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_every_role_is_in_sight(size: tuple[int, int], lang: str) -> None:
    async with opened(lang=lang, size=size, rows=everyday(lang)) as hands:
        await hands.press("f4")
        for _ in range(7):
            text = hands.text()
            assert_fits(text, *size)
            for kind in StandingRoleKind:
                assert hands.app.tr.t(words.STANDING[kind]) in text
            await hands.press("down")
        await hands.press("up", "up", "up")
        assert "?" in hands.text(), "whose turn it is stands below"


async def test_in_a_running_meeting_they_are_in_sight_too() -> None:
    async with running() as hands:
        await hands.press("f4")
        text = await hands.sees("Feste Zuständigkeiten")
        for kind in StandingRoleKind:
            assert hands.app.tr.t(words.STANDING[kind]) in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_steering_group_is_entered_and_meets(size: tuple[int, int], lang: str) -> None:
    async with opened(lang=lang, size=size) as hands:
        await hands.press("f4", "g")
        assert_fits(await hands.sees("n neu" if lang == "de" else "n new"), *size)
        await hands.press("n", *"Kreis", "tab", "right", "right", "enter")
        assert_fits(await hands.sees("„Kreis“" if lang == "de" else "“Kreis”"), *size)
        await hands.press("space", "down", "space", "enter")
        body = next(b for b in hands.data.rows(Body) if b.name == "Kreis")
        expected = tuple(partner_id(hands.data, code) for code in ("BB", "VHS"))
        assert (body.kind, body.members, body.prefix) == (BodyKind.STEERING, expected, "K")
        await hands.press("enter")
        await hands.press(*"2", "enter", "a", "a", "enter")
        body = next(b for b in hands.data.rows(Body) if b.name == "Kreis2")
        assert (body.members, body.prefix) == ((), "K"), "its numbers keep their letters"
        await hands.press("escape", "f2", "n")
        await hands.sees("Gremium" if lang == "de" else "Body")


async def test_a_body_needs_a_name() -> None:
    async with opened() as hands:
        before = len(hands.data.rows(Body))
        await hands.press("f4", "g", "n", "enter")
        await hands.sees("braucht einen Namen")
        await hands.press("escape", "escape")
        assert len(hands.data.rows(Body)) == before


async def test_the_network_meeting_stays_what_it_is() -> None:
    async with opened() as hands:
        await hands.press("f4", "g", "enter", *" Aue", "enter")
        body = hands.data.rows(Body)[0]
        assert (body.kind, body.members) == (BodyKind.PLENARY, ()) and body.name.endswith(" Aue")
