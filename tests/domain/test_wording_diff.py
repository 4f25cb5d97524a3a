"""Differences by words: nothing is lost, nothing is invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kooperation_tui.domain.versions import normal
from kooperation_tui.domain.wording_diff import Kind, differences

WORDS = st.lists(st.sampled_from(["Wir", "alle", "nie", "oft.", "Rat", "\n"]), max_size=12).map(
    " ".join
)


def pieces(old: str, new: str) -> list[tuple[str, str]]:
    return [(p.kind.value, p.text) for p in differences(old, new)]


def test_words_that_went_and_came() -> None:
    assert pieces("Wir treffen uns viermal im Jahr.", "Wir treffen uns sechsmal im Jahr.") == [
        ("same", "Wir treffen uns"),
        ("deleted", "viermal"),
        ("inserted", "sechsmal"),
        ("same", "im Jahr."),
    ]


def test_a_single_word_between_two_changes_is_taken_in() -> None:
    assert pieces("a b und c d", "x y und z w") == [
        ("deleted", "a b und c d"),
        ("inserted", "x y und z w"),
    ]


def test_blanks_and_the_spelling_of_umlauts_are_no_change() -> None:
    assert pieces("Prüfung  \r\nam Tag", "Prüfung\nam Tag") == [("same", "Prüfung\nam Tag")]
    assert pieces("", "") == []


def _words(text: str) -> list[str]:
    return normal(text).split()


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_out_of_it(old: str, new: str) -> None:
    found = differences(old, new)
    before = [p.text for p in found if p.kind is not Kind.INSERTED]
    after = [p.text for p in found if p.kind is not Kind.DELETED]
    assert _words(" ".join(before)) == _words(old)
    assert _words(" ".join(after)) == _words(new)
