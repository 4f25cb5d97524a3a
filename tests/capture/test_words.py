"""The words of both languages."""

from __future__ import annotations

from collections import Counter

from kooperation_tui.capture import slash_words, steers, words
from kooperation_tui.capture.slash import HANDLED
from kooperation_tui.domain.model import Majority


def test_no_two_words_collide() -> None:
    """A word stands for one thing only, whatever language it is from."""
    every = Counter(words.fold(w) for group in words.SLASH.values() for w in set(group))
    assert [word for word, count in every.items() if count > 1] == []


def test_every_word_does_something() -> None:
    assert set(words.SLASH) - {"for"} == HANDLED


def test_umlauts_may_be_spelled_out() -> None:
    assert words.BY_WORD[words.fold("ZURÜCKNEHMEN")] == "undo"
    assert words.BY_WORD[words.fold("zuruecknehmen")] == "undo"


def test_words_to_offer_are_of_one_language() -> None:
    assert "vertagen" in slash_words(english=False)
    assert "postpone" not in slash_words(english=False)
    assert "postpone" in slash_words(english=True)


def test_the_nearest_word() -> None:
    assert words.nearest("vertgen") == "vertagen"
    assert words.nearest("nexxt") == "next"
    assert words.nearest("qqqqqqq") == ""


def test_majorities_in_words() -> None:
    said = {
        "2/3": Majority.TWO_THIRDS,
        "zwei Drittel": Majority.TWO_THIRDS,
        "Zweidrittelmehrheit": Majority.TWO_THIRDS,
        "two thirds majority": Majority.TWO_THIRDS,
        "3/4": Majority.THREE_QUARTERS,
        "drei Viertel": Majority.THREE_QUARTERS,
        "three-quarters": Majority.THREE_QUARTERS,
        "absolut": Majority.ABSOLUTE,
        "absolute Mehrheit": Majority.ABSOLUTE,
        "einfach": Majority.SIMPLE,
        "einstimmig": Majority.UNANIMOUS,
        "2/3 aller": Majority.TWO_THIRDS_OF_ALL,
        "zwei Drittel aller Partner": Majority.TWO_THIRDS_OF_ALL,
        "two thirds of all partners": Majority.TWO_THIRDS_OF_ALL,
        "3/4 of all": Majority.THREE_QUARTERS_OF_ALL,
        "drei Viertel der Partner": Majority.THREE_QUARTERS_OF_ALL,
        "alle Partner": Majority.ALL_PARTNERS,
    }
    assert {text: words.majority(text) for text in said} == said
    assert words.majority("viele") is None


def test_blocks_of_the_agreement() -> None:
    assert words.block("3") == words.block("P3") == words.block("p3") == "p3"
    assert words.block("Präambel") == words.block("preamble") == "preamble"
    assert words.block("10") == words.block("0") == words.block("") == ""


def test_lines_that_move_the_meeting_on() -> None:
    for line in ("/start", "09:18 /weiter", "/TOP 6", " /schluss trotzdem"):
        assert steers(line)
    for line in ("/pause 10", "/zu 4 Text", "Text", "! Beschluss", "\\/next", "next"):
        assert not steers(line)
