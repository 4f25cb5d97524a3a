"""The cheat sheet: every line on it is understood, and it is complete."""

from __future__ import annotations

import re

import pytest

from kooperation_tui import capture
from kooperation_tui.capture.words import BY_WORD, SLASH, fold
from kooperation_tui.documents import to_html
from kooperation_tui.documents.cheatsheet import cheat_sheet, sections
from kooperation_tui.domain.errors import Refused
from kooperation_tui.i18n import translator
from tests.model_network import started

NOT_THERE = ("concern", "integrated", "withdrawn", "minority", "recused", "point", "annex")
"""Left out so that it stays one page; they are in the help."""


def lines(language: str) -> list[str]:
    rows = [row for _, group in sections(translator(language), SLASH) for row in group]
    return [line for typed, _ in rows for line in typed]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_line_on_it_is_understood(language: str) -> None:
    desk = started(language)
    desk.type("+bk")
    for line in lines(language):
        try:
            reading = capture.read(
                line,
                desk.data,
                desk.meeting,
                now=desk.now,
                seat="",
                english=language == "en",
            )
        except Refused as refusal:
            # A rule may say no at this moment; that the line means nothing it may not say.
            assert "known" not in str(refusal), line
            continue
        plain = capture.preview(
            line, desk.data, desk.meeting, desk.moment, translator(language)
        ).plain
        note = translator(language).p("echo", "Note")
        if line[0] not in "\\.1" and not line.startswith(("/for", "/zu")):
            assert not plain.startswith(f"{note}:"), line
        assert reading is not None


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_mark_and_nearly_every_word_stands_on_it(language: str) -> None:
    typed = lines(language)
    starts = {line[0] for line in typed}
    assert set("!>#?:%=+-~/") <= starts
    slashes = [BY_WORD[fold(m[1])] for line in typed if (m := re.match(r"/(\S+)", line))]
    assert len(slashes) == len(set(slashes))
    missing = set(SLASH) - set(slashes) - set(NOT_THERE)
    assert missing <= {"edit", "correct", "excused", "minutes", "speak"}


def test_it_speaks_the_readers_language_and_fits_a_page() -> None:
    german = cheat_sheet(translator("de"), SLASH)
    assert german.title == "Spickzettel: So schreiben Sie das Protokoll"
    assert "`/weiter`" in german.markdown and "`/next`" not in german.markdown
    assert "`/next`" in cheat_sheet(translator("en"), {}).markdown
    assert len(german.markdown.splitlines()) < 90
    assert "<code>/weiter</code>" in to_html(german)
