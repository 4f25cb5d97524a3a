"""F6: an agreement on paper is entered without its text, which follows later."""

from __future__ import annotations

import pytest

from kooperation_tui.domain.data import Change, Data
from kooperation_tui.domain.model import Block, Version
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, SIZES, opened

SAID = {
    "de": ("Der Text kann später folgen", "Text nicht in der Datei", "Steht es so auf dem Papier?"),
    "en": ("Its text can follow", "text not in the file", "Is it what the paper says?"),
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_text_of_the_paper_follows(size: tuple[int, int], lang: str) -> None:
    async with opened(lang=lang, size=size) as hands:
        later, missing, sure = SAID[lang]

        def nothing(data: Data) -> Change:
            kinds = (Version, Block)
            return Change(deletes=tuple((kind, r.id) for kind in kinds for r in data.rows(kind)))

        await hands.app.change(nothing)
        await hands.press("f6", "p")
        form = await hands.sees(later.split()[-1])
        assert_fits(form, *size)
        await hands.press("tab", *"2019-03-12", "enter", "enter", "f")
        assert_fits(await hands.sees(missing), *size)
        await hands.press("escape", "down", "down", "down", "e", *"Wir.", "ctrl+s", "f")
        await hands.press("enter", "enter")
        shown = " ".join((await hands.sees("1.0")).replace("│", " ").split())
        assert sure in shown
        await hands.press("enter")
        version = hands.data.rows(Version)[0]
        assert version.texts == {"p1": "Wir."} and len(version.sha256) == 64
        assert missing not in hands.text()
