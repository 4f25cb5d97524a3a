"""Promises that hold for any text at all."""

from __future__ import annotations

from functools import cache

from hypothesis import assume, example, given
from hypothesis import strategies as st

from kooperation_tui.capture import normalise
from kooperation_tui.capture.reading import Reading
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.events import NoteKind
from kooperation_tui.domain.intents import Say
from tests.model_network import Desk, started

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=120)
_PIECES = """! > # ? : % = + - ~ / \\ @ ( ) " „ “ ... … +BB -BTS ~IHK +AA @BIB @Vogt @niemand Lena
Fiedler 13.11. 31.2. 3/4 Fr so nt +2w M-012 M-999 TS-04 erledigt läuft 8 1 1 8/1/1 einstimmig
konsens konsent finger widerstand A 21 N 2/3 /zu 4 /rolle protokoll /gast da /punkt 3 /nächstes
2.12. 9:00 10:30 08:59 16:00 Uhr s/alt/neu/ q+ next BESCHLUSS: AUFGABE: TOP 3: P3: ohne Termin
(Grund) /vertagen +„Kreis IT“ #agreed #wort Text und online neu /edit "alt" "neu" """
PIECES = st.sampled_from([*_PIECES.split(), "\u00a0", ""])
MARKED_TEXT = st.lists(PIECES, max_size=9).map(" ".join)


@cache
def desk() -> Desk:
    """A running meeting; reading changes nothing, so one is enough."""
    return started().at(10, 45)


def read(line: str, *, english: bool = False, imported: bool = False) -> Reading | Refused:
    try:
        return desk().read(line, english=english, imported=imported)
    except Refused as refusal:
        return refusal


@given(st.one_of(ANY_TEXT, MARKED_TEXT), st.booleans(), st.booleans())
@example("> @BB", False, False)
@example("= " + "9" * 5000, False, False)
@example("> Text @BB " + "1" * 5000 + ".1.", False, False)
def test_any_text_is_read_or_refused(line: str, english: bool, imported: bool) -> None:
    found = read(line, english=english, imported=imported)
    if isinstance(found, Refused):
        assert str(found)
        return
    ways = [found.intent is not None, found.question is not None, found.speakers is not None]
    assert sum(ways) == (1 if found.line.strip() else 0)
    assert bool(found.choices) <= (found.question is not None)


@given(st.one_of(ANY_TEXT, MARKED_TEXT))
def test_the_echo_never_fails(line: str) -> None:
    assert desk().echo(line).plain


@given(st.one_of(ANY_TEXT, MARKED_TEXT))
def test_reading_what_was_normalised_reads_the_same(line: str) -> None:
    first = read(line)
    if isinstance(first, Refused):
        assert str(read(normalise(line)[0])) == str(first)
        return
    second = read(first.line)
    assert isinstance(second, Reading)
    assert second.line == first.line
    assert second.intent == first.intent
    assert second.choices == first.choices


@given(st.one_of(ANY_TEXT, MARKED_TEXT))
def test_a_backslash_makes_any_text_a_note(text: str) -> None:
    exact = normalise("\\" + text)[0][1:]
    assume(exact.strip())
    found = read("\\" + text)
    assert isinstance(found, Reading)
    assert found.intent == Say(kind=NoteKind.NOTE, text=exact)
    assert found.at is None


WORD = st.text(st.characters(categories=["L"]), min_size=1, max_size=12)
SENTENCE = st.builds(
    lambda first, words, end: " ".join([first, *words]) + end,
    WORD,
    st.lists(st.one_of(WORD, st.integers(0, 5000).map(str), PIECES), min_size=1, max_size=8),
    st.sampled_from(["", ".", "!", "?", ")"]),
)


@given(SENTENCE)
def test_an_ordinary_sentence_stays_a_note(sentence: str) -> None:
    first = sentence.split()[0]
    assume(first.casefold() not in {"top", "item", "q", "s"})
    found = read(sentence)
    assert isinstance(found, Reading)
    assert found.intent == Say(kind=NoteKind.NOTE, text=normalise(sentence)[0].strip())


@given(st.one_of(ANY_TEXT, MARKED_TEXT))
def test_choices_that_name_a_line_are_read_like_that(line: str) -> None:
    """What a question offers to write instead is without a doubt."""
    found = read(line)
    if isinstance(found, Refused):
        return
    for choice in found.choices:
        if choice.line and not found.item and found.at is None:
            again = read(choice.line)
            assert isinstance(again, Reading)
            assert again.intent == choice.intent
