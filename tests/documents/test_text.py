"""People's text: plain words stay as they are, marks cannot reach beyond their place."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kooperation_tui.documents import Audience, DocumentKind, Options, make, to_html
from kooperation_tui.documents.embed import bullet_of, embed
from kooperation_tui.documents.paper import Paper
from kooperation_tui.documents.text import at_start, inline, one_line, plain, reader
from tests.documents.hostile import SAMPLES, hostile, poisoned
from tests.documents.model_case import NOW, held, held_meeting
from tests.documents.page import Page
from tests.documents.reading import frame, has_html

PLAIN = (
    "HWK wendet ein: Unter TOP 4 steht „Die IHK übernimmt die Pflege.“",
    "Ja 8, Nein 1 (88,9 %); Straße & Co. e. V., 2–3 Räume",
    "s/w-Kopien reichen, 5 * 3 = 15, a < b, datei_name_neu.txt",
    "Frage? Antwort! Ende …",
    "~20 Gäste, +49 170 1234567, info@auental.de, https://auental.de/a_b",
)


@pytest.mark.parametrize("text", PLAIN)
def test_ordinary_german_is_kept_character_for_character(text: str) -> None:
    assert inline(text) == text
    assert at_start(text) == text
    assert embed(text, 2) == text


@pytest.mark.parametrize("text", ["1. Januar", "- Stich", "# eins", "> mehr", "3) x", "* x", "+ y"])
def test_marks_at_the_start_are_text(text: str) -> None:
    tokens = reader(html=False).parse(bullet_of(text, 3))
    inside = [t for t in tokens if t.level >= 2 and t.nesting == 1]
    assert [t.type for t in inside] == ["paragraph_open"]
    assert _shown(bullet_of(text, 3)) == text


def _shown(markdown: str) -> str:
    tokens = reader(html=False).parse(markdown)
    return "".join(c.content for t in tokens for c in t.children or () if c.type == "text")


def test_typed_emphasis_stays() -> None:
    assert inline("das ist **wichtig** und *neu*") == "das ist **wichtig** und *neu*"
    assert inline("[Plan](https://auental.de)") == "[Plan](https://auental.de)"
    assert inline("[Plan](javascript:x)") != "[Plan](javascript:x)"


def test_words_with_a_star_inside_are_no_emphasis() -> None:
    text = "Partner*innen und Berater*innen"
    assert _shown(inline(text)) == text
    assert _shown(embed(text, 2)) == text


@given(st.text(max_size=60))
@example("\\")
@example("a\\|b")
@settings(max_examples=300)
def test_plain_shows_every_character(text: str) -> None:
    flat = one_line(text)
    shown = _shown(f"x {plain(text)} x").replace("\u00a0", " ")
    assert shown == f"x {flat} x".replace("\u00a0", " ")


@given(hostile, hostile)
@settings(max_examples=300, deadline=None)
def test_two_texts_in_a_line_never_meet(first: str, second: str) -> None:
    one, two = inline(first), inline(second)
    line = f"**A:** {one} ({two}). **B:** {two}"
    apart = [_pairs(f"x {one} x"), _pairs(f"({two}).")]
    together = _pairs(line)
    assert together == ["strong", *apart[0], *apart[1], "strong", *apart[1]]
    assert not has_html(f"- {line}\n")


def _pairs(line: str) -> list[str]:
    """What is opened in a line, in order."""
    tokens = reader(html=True).parseInline(line)[0].children or []
    ends = ("_open", "_inline")
    return [t.type.removesuffix("_open") for t in tokens if t.type.endswith(ends)]


@given(hostile)
@settings(max_examples=300, deadline=None)
def test_a_cell_is_one_cell(text: str) -> None:
    paper = Paper()
    paper.table(("A", "B"), [("x", inline(text)), (inline(text), "y")])
    for html in (False, True):
        assert frame(paper.markdown, html=html) == [("table", "2", "2", "2")]


@given(hostile, st.sampled_from([2, 3]))
@settings(max_examples=300, deadline=None)
def test_an_embedded_text_stays_under_its_heading(text: str, base: int) -> None:
    mark = "#" * base
    markdown = f"{mark} A\n\n{embed(text, base)}\n\n{mark} Z\n\nend\n"
    for html in (False, True):
        tokens = reader(html=html).parse(markdown)
        heads = [
            (t.tag, tokens[n + 1].content)
            for n, t in enumerate(tokens)
            if t.type == "heading_open" and int(t.tag[1]) <= base
        ]
        assert heads == [(f"h{base}", "A"), (f"h{base}", "Z")]
        assert tokens[-2].content == "end"
    assert not has_html(markdown)


def test_embedded_headings_skip_no_level() -> None:
    text = "### tief\n\nx\n\n# hoch\n\n###### ganz tief"
    assert embed(text, 2) == "### tief\n\nx\n\n### hoch\n\n#### ganz tief"


def test_an_open_fence_is_closed_and_a_definition_becomes_code() -> None:
    assert embed("```\nx", 2) == "```\nx\n```"
    assert embed("[a]: http://x.org", 2).startswith("```text\n")


Frames = dict[tuple[DocumentKind, bool], list[tuple[str, ...]]]
ABOUT_A_MEETING = (DocumentKind.MINUTES, DocumentKind.AGENDA)
REGISTERS = (DocumentKind.ACTIONS, DocumentKind.DECISIONS, DocumentKind.PARKING)


def _frames(text: str, kinds: tuple[DocumentKind, ...]) -> Frames:
    data = held("de")
    meeting = held_meeting(data).id
    data = poisoned(data, meeting, text)
    options = Options(audience=Audience.INTERNAL, lang="de", now=NOW)
    found = {}
    for kind in kinds:
        document = make(kind, data, options, meeting if kind in ABOUT_A_MEETING else "")
        assert not has_html(document.markdown)
        Page(to_html(document))
        for html in (False, True):
            found[kind, html] = frame(document.markdown, html=html)
    return found


ORDINARY = _frames("Ein Text", (*ABOUT_A_MEETING, *REGISTERS))


@given(hostile.filter(lambda text: bool(one_line(text))))
@example("--")
@settings(max_examples=20, deadline=None)
def test_hostile_words_everywhere_keep_every_frame(text: str) -> None:
    assert _frames(text, (*ABOUT_A_MEETING, *REGISTERS)) == ORDINARY


@pytest.mark.parametrize("text", SAMPLES)
def test_each_hostile_sample_keeps_the_frame_of_the_minutes(text: str) -> None:
    for key, shape in _frames(text, (DocumentKind.MINUTES,)).items():
        assert shape == ORDINARY[key]


@pytest.mark.parametrize("text", SAMPLES)
def test_the_agreement_keeps_its_headings(text: str) -> None:
    data = held("de")
    options = Options(audience=Audience.PARTNERS, lang="de", now=NOW)
    document = make(DocumentKind.AGREEMENT, poisoned(data, held_meeting(data).id, text), options)
    for html in (False, True):
        heads = [tag for tag, *_ in frame(document.markdown, html=html) if tag in ("h1", "h2")]
        assert heads == ["h1"] + ["h2"] * 14
    assert not has_html(document.markdown)
