"""The length meter: words, pages, the longest sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.brevity import (
    brevity,
    brevity_of,
    half_pages,
    sentences,
    word_count,
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Wir treffen uns viermal im Jahr.", 6),
        ("1. Erstens *ein Kennzeichen*\n2. zweitens", 4),
        ("- Ja-Stimmen zählen, § 3 Abs. 2 nicht.", 6),
        ("Es gilt ab 1.1.2027 um 9:30 Uhr.", 7),
        ("Rund 2.500 Euro und/oder 1,5 Stellen – höchstens.", 7),
        ("Moderations- und Protokollrolle", 3),
        ("Alle *Partner*innen*, jede Berater:in", 4),
        ("one year's notice (8–10 weeks)", 5),
        ("the office—ours", 3),
    ],
)
def test_words_are_what_people_read(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Eins ist da. Zwei auch! Drei?", ("Eins ist da.", "Zwei auch!", "Drei?")),
        ("Ab 1. Januar gilt es, z. B. für uns.", ("Ab 1. Januar gilt es, z. B. für uns.",)),
        ("Der Verein e. V. Nord kommt.", ("Der Verein e. V. Nord kommt.",)),
        ("Er sagt „Nein.“ Dann geht er.", ("Er sagt „Nein.", "Dann geht er.")),
        ("1. Alle Angebote\n2. Alle Wege", ("Alle Angebote", "Alle Wege")),
    ],
)
def test_a_sentence_ends_where_readers_stop(text: str, found: tuple[str, ...]) -> None:
    assert sentences(text) == found


def test_above_two_pages_the_longest_sentences_are_named() -> None:
    long = f"Wir {'sehr ' * 40}lange."
    texts = {"p1": "Kurz. " * 2000, "preamble": f"Mittel lang ist dies. {long}"}
    found = brevity(texts)
    assert found.too_long
    assert (found.longest[0].key, found.longest[0].words) == ("preamble", 42)
    assert half_pages(found) == 2.5


def test_a_word_longer_than_the_page_is_wide_takes_several_lines() -> None:
    assert brevity_of("W" * 6000).too_long


@given(st.text())
def test_sentences_lose_no_word(text: str) -> None:
    assert sum(word_count(one) for one in sentences(text)) <= word_count(text) + 1
    assert brevity_of(text).words == word_count(text)
