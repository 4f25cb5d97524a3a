"""What F6 and F2 say of the versions at a glance: nothing of it may vanish, whatever else is so."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable

import msgspec
import pytest

from kooperation_tui.domain.data import Change
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Meeting,
    MeetingStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import in_force, in_the_making
from kooperation_tui.tui import words
from kooperation_tui.tui.drawing.agreement import at_a_glance, version_words, whole
from kooperation_tui.tui.drawing.signatures import signatures_short
from kooperation_tui.tui.view import View
from tests.screens import assert_fits
from tests.tui.hands import LANGUAGES, Hands, opened

S = VersionStatus
MAKING = (None, S.WORKING, S.PROPOSED, S.ADOPTED, S.OPEN_FOR_SIGNATURE)
BLOCKS: tuple[dict[str, BlockState], ...] = (
    {},
    {"p5": BlockState.NOT_NEEDED},
    {"p3": BlockState.DRAFT, "p5": BlockState.NOT_NEEDED, "p7": BlockState.OPEN},
    {f"p{n}": BlockState.DRAFT for n in range(1, 10)},
    {f"p{n}": BlockState.OPEN for n in range(1, 10)},
    {f"p{n}": BlockState.NOT_NEEDED for n in range(1, 10)},
)


def changed(hands: Hands, making: S | None, blocks: dict[str, BlockState], *, ahead: bool) -> View:
    """The model network with these states, as F6 draws it at 80 columns."""
    data = hands.data
    valid = in_force(data)
    assert valid is not None
    kept = [v for v in data.rows(Version) if v is valid]
    if making is not None:
        texts = valid.texts if making is not S.WORKING else {}
        kept.append(Version(id="f" * 32, number="2.0", status=making, texts=texts))
    gone = tuple((Version, v.id) for v in data.rows(Version) if v not in kept)
    puts = [*kept, *_blocks(data.rows(Block), blocks), *_meetings(data.rows(Meeting), ahead)]
    session = hands.app.session
    after = data.apply(Change(puts=tuple(puts), deletes=gone))
    return dataclasses.replace(session.view(hands.app.tr, 77), data=after)


def _blocks(rows: Iterable[Block], states: dict[str, BlockState]) -> Iterable[Block]:
    for row in rows:
        state = states.get(row.key)
        if state is not None:
            text = "" if state is not BlockState.DRAFT else "Ein Entwurf."
            yield msgspec.structs.replace(row, state=state, text=text, reason="Wir sind klein")


def _meetings(rows: Iterable[Meeting], ahead: bool) -> Iterable[Meeting]:
    for row in rows:
        if not ahead and row.status in (MeetingStatus.PLANNED, MeetingStatus.INVITED):
            yield msgspec.structs.replace(row, items=())


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_the_state_of_every_version_stands_in_the_head(lang: str) -> None:
    async with opened(lang=lang) as hands:
        tr = hands.app.tr
        for making, blocks, ahead in itertools.product(MAKING, BLOCKS, (True, False)):
            view = changed(hands, making, blocks, ahead=ahead)
            glance = at_a_glance(view).plain
            assert_fits(glance, 77, 4)
            for version in (in_the_making(view.data), in_force(view.data)):
                if version is None:
                    continue
                state = tr.t(words.VERSION_STATES[version.status])
                assert f"{version.number} {state}" in glance, (making, blocks)
                assert signatures_short(view, version) in glance
                assert version.number in whole(view).plain
            first = in_the_making(view.data) or in_force(view.data)
            assert first is not None
            assert tr.t(words.VERSION_STATES[first.status]) in version_words(view).plain
