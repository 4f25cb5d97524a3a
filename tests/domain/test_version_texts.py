"""The text of a version and its checksum."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.model import BLOCKS
from kooperation_tui.domain.versions import (
    canonical_text,
    checksum,
    filled,
    next_number,
    number_key,
    placeholders,
)
from tests.domain.seat import Seat

WRITTEN = st.text(max_size=60).map(lambda text: text.replace(chr(13), ""))
TEXTS = st.dictionaries(st.sampled_from(BLOCKS), WRITTEN)


@given(TEXTS)
def test_how_a_text_was_saved_does_not_change_the_checksum(texts: dict[str, str]) -> None:
    other = {
        key: "\r\n".join(
            f"{line} \t" for line in unicodedata.normalize("NFD", texts[key]).split("\n")
        )
        for key in reversed(list(texts))
    }
    assert checksum(other) == checksum(texts)


@given(TEXTS, TEXTS)
def test_other_words_or_places_give_another_checksum(
    one: dict[str, str], other: dict[str, str]
) -> None:
    same = canonical_text(one) == canonical_text(other)
    assert (checksum(one) == checksum(other)) is same


def test_a_wording_cannot_pass_for_the_next_block() -> None:
    one = {"p1": "Erstes.", "p2": "Zweites."}
    other = {"p1": "Erstes.\np2 1\nZweites."}
    assert canonical_text(one) == "p1 1\nErstes.\np2 1\nZweites.\n"
    assert checksum(one) != checksum(other)


def test_the_checksum_of_known_words_never_changes() -> None:
    texts = {"preamble": "Wir für alle.", "p1": "Zeile eins.\n\nZeile zwei."}
    assert checksum(texts) == "3c13c964944b9c6c04943a56d473d301be8333ab52531ded37a3910bb08f1f9d"


def test_places_are_found_and_filled() -> None:
    text = "Nach {{ tage }} Tagen, {{tage}} für {{ partner }}."
    assert placeholders(text) == ("tage", "partner")
    assert filled(text, {"tage": "5"}) == "Nach 5 Tagen, 5 für {{ partner }}."
    assert placeholders("{ kein } {{ zwei worte }}") == ()


def test_numbers_are_sorted_as_numbers() -> None:
    assert sorted(["1.10", "1.9", "2.0"], key=number_key) == ["1.9", "1.10", "2.0"]
    assert next_number(Seat().data) == "1.0"
    assert next_number(Seat().adopted().data) == "2.0"
