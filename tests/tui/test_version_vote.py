"""F6: a proposed version is decided in the running meeting; what the head and the keys say."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Decision, Version, VersionStatus
from tests.screens import assert_fits
from tests.tui.hands import SIZES, Hands, opened, running


async def proposed(hands: Hands) -> None:
    """Version 2.0 is proposed, its dialog open."""
    await hands.press("f6", "f", "n", "enter", "enter", "enter")


def version(hands: Hands) -> Version:
    return next(v for v in hands.data.rows(Version) if v.number == "2.0")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["de", "en"])
async def test_a_version_is_put_to_the_vote_and_adopted(size: tuple[int, int], lang: str) -> None:
    async with running(lang=lang, size=size) as hands:
        await hands.send("/item 5")
        await proposed(hands)
        hint = {"de": "beschließt ein Treffen", "en": "decides on version"}[lang]
        assert_fits(await hands.sees(hint), *size)
        await hands.press("enter", "enter")
        await hands.sees("Wie wird entschieden?" if lang == "de" else "How is it decided?")
        wording = hands.state.wording(hands.state.open_wording)
        assert wording is not None and "2.0" in wording.text and wording.no_point
        await hands.send("= 8 1 0")
        number = hands.data.rows(Decision)[-1].number
        await hands.press("f6", "f", "enter", "down", "enter", "enter")
        assert (version(hands).status, version(hands).decision) == (VersionStatus.ADOPTED, number)


async def test_it_waits_for_an_item_about_the_agreement() -> None:
    async with running() as hands:
        await proposed(hands)
        await hands.press("enter", "enter")
        await hands.sees("Die Vereinbarung ist TOP 5")
        assert not hands.state.open_wording
        await hands.press("escape", "f5")
        await hands.send("/top 5", "! P3: Etwas anderes.")
        await hands.press("f6", "f", "enter", "enter")
        await hands.sees("Über einen anderen Wortlaut")


async def test_before_a_meeting_no_vote_is_offered() -> None:
    async with opened() as hands:
        await proposed(hands)
        await hands.press("enter")
        text = await hands.sees("durch einen Beschluss angenommen")
        assert "im laufenden Treffen zur" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_what_lies_for_signature_is_not_called_in_work(size: tuple[int, int]) -> None:
    async with opened(size=size) as hands:
        await proposed(hands)
        await hands.press("enter", "down", "enter", "enter")  # on paper, today
        await hands.press("enter", "enter", "enter")  # open for signature
        text = await hands.sees("zur Unterzeichnung")
        assert "zur Unterzeichn…" not in text
        await hands.press("escape")
        text = await hands.sees("9 von 9 vereinbart")
        head = next(line for line in text.splitlines() if "in Kraft  " in line)
        assert "2.0" in head and "in Arbeit" not in head
        await hands.press("e", *" Neu.", "ctrl+s")
        text = await hands.sees("in Arbeit")
        assert "2.0 zur Unterzeichnung" in text or "Fassung 2.0  zur Unterzeichnung" in text


async def test_without_a_version_only_keys_that_do_something_are_shown() -> None:
    async with opened() as hands:

        def nothing(data: Data) -> Change:
            return Change(deletes=tuple((Version, v.id) for v in data.rows(Version)))

        await hands.app.change(nothing)
        await hands.press("f6", "f")
        text = await hands.sees("n neue Fassung")
        assert "nächster Schritt" not in text and "d Unterschied" not in text
        await hands.press("n", "enter")
        await hands.sees("Enter nächster Schritt")
