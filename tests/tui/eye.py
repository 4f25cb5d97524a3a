"""Looks at the founding network on the screens, a program of its own for each look."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests import founding_year as step
from tests.founding_year import Year
from tests.screens import assert_fits
from tests.tui.hands import Hands, opened

SEATS = (((80, 24), "de"), ((120, 40), "en"))
POINT = {f"p{number}": ("down",) * (number + 2) for number in range(1, 10)}
"""Keys from the top of F6 to a point."""


class Eye:
    """Looks at the file as it is, in one language and size; each look is a program of its own."""

    def __init__(self, year: Year, size: tuple[int, int], lang: str) -> None:
        self.year = year
        self.size = size
        self.lang = lang

    @asynccontextmanager
    async def look(self, *keys: str) -> AsyncIterator[Hands]:
        """F6 after these keys."""
        year = self.year
        async with opened(
            store=year.store(), now=year.moment, lang=self.lang, size=self.size
        ) as hands:
            await hands.press("f6", *keys)
            assert_fits(hands.text(), *self.size)
            yield hands

    async def sees(self, *keys: str, de: tuple[str, ...], en: tuple[str, ...]) -> None:
        """After these keys from F6 on, all of these texts stand on the screen."""
        async with self.look(*keys) as hands:
            for wanted in de if self.lang == "de" else en:
                await hands.sees(wanted)
            assert_fits(hands.text(), *self.size)

    async def row(self, key: str, *, de: str, en: str) -> None:
        """The row of a block ends like this."""
        async with self.look() as hands:
            names = {"p4": ("4 Moderation", "4 Facilitation"), "p5": ("5 Daten", "5 Databases")}
            name = names[key][self.lang == "en"]
            row = next(row for row in hands.text().split("\n") if name in row)
            wanted = de if self.lang == "de" else en
            # At 120 columns the block chosen stands beside the list.
            assert wanted in row[:60] if self.size[0] > 100 else row.endswith(wanted), row


def to_the_version(year: Year) -> str:
    """Everything until the decision about version 1.0."""
    step.first_drafts(year)
    step.first_meeting(year)
    step.second_drafts(year)
    step.second_meeting_begins(year)
    step.second_meeting_ends(year)
    step.last_drafts(year)
    step.version_begun(year)
    step.version_proposed(year)
    return step.third_meeting(year)


def until_in_force(year: Year) -> None:
    step.version_adopted(year, to_the_version(year))
    step.version_open(year)
    step.half_signed(year)
    step.all_signed(year)
    step.in_force(year)
