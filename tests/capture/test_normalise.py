"""Text before anything is read from it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.capture import normalise, split_lines
from kooperation_tui.domain.errors import Refused

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
"""Text with surrogates and control characters."""


def test_composed() -> None:
    assert normalise("Mu\u0308ller")[0] == "Müller"


def test_control_characters_are_shown() -> None:
    assert normalise("a\x00b\x1b[31m\x7f")[0] == "a␀b␛[31m␡"
    assert normalise("a\x85b\u202ec")[0] == "a‹U+0085›b‹U+202E›c"


def test_a_tab_is_a_blank() -> None:
    assert normalise("a\tb")[0] == "a b"


def test_the_line_break_at_the_end_is_not_part_of_the_line() -> None:
    assert normalise("\ufeffText\r\n")[0] == "Text"
    assert normalise("a\nb\n")[0] == "a␊b"


def test_lone_surrogates_are_replaced_and_said() -> None:
    text, hints = normalise("a\ud800b\udfff")
    assert text == "a�b�"
    assert [hint.args for hint in hints] == [{"count": 2}]


def test_what_is_visible_stays() -> None:
    text = "Grüße 👩‍🏫 an „alle“ – 5 °C\u00a0…"
    assert normalise(text) == (text, ())


def test_a_line_has_64_kilobytes() -> None:
    assert normalise("x" * 65536)[0] == "x" * 65536
    with pytest.raises(Refused, match="64 kB"):
        normalise("x" * 65537)
    with pytest.raises(Refused, match="64 kB"):
        normalise("ä" * 40000)


@given(ANY_TEXT)
def test_twice_is_once(text: str) -> None:
    once, _ = normalise(text)
    again, hints = normalise(once)
    assert again == once
    assert hints == ()
    assert unicodedata.is_normalized("NFC", once)
    once.encode("utf-8")
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in once)


def test_a_paste_loses_nothing() -> None:
    assert split_lines("a\n\r\nb\rc\u2028d\n") == ("a", "", "b", "c\u2028d", "")


@given(st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=20), min_size=1))
def test_pasted_lines_come_back(lines: list[str]) -> None:
    assert list(split_lines("\n".join(lines))) == lines
