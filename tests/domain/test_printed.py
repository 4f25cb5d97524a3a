"""The length meter against what a browser printed (`python bench/pages.py --edges`)."""

from __future__ import annotations

import pytest

from bench.pages import TOLERANCE, network, stretched, texts_of
from kooperation_tui.domain.brevity import MOST_PAGES, brevity
from kooperation_tui.domain.printed import pages
from tests.documents.test_agreement import model_blocks

# Document, words, and pages of the PDF without signatures.
PRINTED = [
    ("de", "model", 774, 2),
    ("de", "informal", 447, 2),
    ("de", "municipal", 367, 2),
    ("de", "consortium", 374, 2),
    ("en", "model", 875, 2),
    ("en", "informal", 476, 2),
    ("en", "municipal", 408, 2),
    ("en", "consortium", 422, 2),
]
# The most words with which the text, made longer one way, still printed on two pages.
EDGES = [
    ("de", "model", "blocks", 871),
    ("de", "model", "paragraphs", 882),
    ("de", "informal", "blocks", 971),
    ("de", "informal", "paragraphs", 923),
    ("de", "municipal", "blocks", 833),
    ("de", "municipal", "paragraphs", 767),
    ("de", "consortium", "blocks", 874),
    ("de", "consortium", "paragraphs", 800),
    ("en", "model", "blocks", 1097),
    ("en", "model", "paragraphs", 1075),
    ("en", "informal", "blocks", 1175),
    ("en", "informal", "paragraphs", 993),
    ("en", "municipal", "blocks", 1134),
    ("en", "municipal", "paragraphs", 997),
    ("en", "consortium", "blocks", 1178),
    ("en", "consortium", "paragraphs", 1042),
]


@pytest.mark.parametrize(("language", "name", "words", "printed"), PRINTED)
def test_the_meter_says_what_was_printed(
    language: str, name: str, words: int, printed: int
) -> None:
    found = brevity(texts_of(network(language), name, language))
    assert found.words == words
    assert printed - 1 < found.pages <= printed
    assert not found.too_long


@pytest.mark.parametrize(("language", "name", "way", "most"), EDGES)
def test_the_meter_turns_where_the_print_spills(
    language: str, name: str, way: str, most: int
) -> None:
    texts = texts_of(network(language), name, language)
    assert not brevity(stretched(texts, round(most * (1 - TOLERANCE)), way)).too_long
    assert brevity(stretched(texts, round(most * (1 + TOLERANCE)), way)).too_long
    there = pages(stretched(texts, most, way).values())
    assert there == pytest.approx(MOST_PAGES, rel=TOLERANCE)


@pytest.mark.parametrize(("language", "words"), [("de", 784), ("en", 886)])
def test_the_finished_model_fits_on_two_pages(language: str, words: int) -> None:
    found = brevity(model_blocks(language))
    assert (found.words, found.too_long) == (words, False)
