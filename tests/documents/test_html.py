"""The printable page: valid, accessible, self-contained."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from kooperation_tui.documents import (
    Audience,
    Document,
    DocumentKind,
    Options,
    make,
    to_html,
)
from tests.documents.model_case import NOW, held, held_meeting
from tests.documents.page import Page


def document(kind: DocumentKind, language: str, audience: Audience) -> Document:
    data = held(language)
    about = kind in (DocumentKind.MINUTES, DocumentKind.AGENDA)
    which = held_meeting(data).id if about else ""
    return make(kind, data, Options(audience=audience, lang=language, now=NOW), which)


@pytest.mark.parametrize("audience", list(Audience))
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", list(DocumentKind))
def test_every_document_makes_an_accessible_page(
    kind: DocumentKind, language: str, audience: Audience
) -> None:
    made = document(kind, language, audience)
    page = Page(to_html(made))
    attributes = {tag: attrs for tag, attrs, _ in page.elements}
    assert attributes["html"]["lang"] == language
    assert page.texts["title"] == [made.title]
    assert page.count("h1") == page.count("main") == 1
    levels = [int(t[1]) for t, _, _ in page.elements if t[0] == "h" and t[1:].isdecimal()]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    tables = page.count("table")
    # Only texts of the agreement, and lists in which nothing is entered, have no table.
    assert tables >= 1 or kind in (
        DocumentKind.AGREEMENT,
        DocumentKind.DIFFERENCE,
        DocumentKind.RESOURCES,
        DocumentKind.REGISTERS,
        DocumentKind.REVIEW,
    )
    assert len(page.texts.get("caption", [])) == tables
    assert all(page.texts.get("caption", []))
    assert all(attrs.get("scope") in ("col", "row") for t, attrs, _ in page.elements if t == "th")
    first = next(
        n for n, (t, a, _) in enumerate(page.elements) if t == "a" and a["href"] == "#content"
    )
    assert page.elements[first][2] == "body"


@pytest.mark.parametrize("kind", list(DocumentKind))
def test_no_page_loads_or_runs_anything(kind: DocumentKind) -> None:
    page = Page(to_html(document(kind, "de", Audience.INTERNAL)))
    tags = {tag for tag, _, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "form"}
    for tag, attrs, _ in page.elements:
        assert not any(name.startswith("on") or name == "src" for name in attrs)
        assert tag != "a" or str(attrs["href"]).startswith(("#", "http:", "https:", "mailto:"))
    policy = next(a for t, a, _ in page.elements if t == "meta" and "http-equiv" in a)
    assert str(policy["content"]).startswith("default-src 'none'; style-src 'unsafe-inline'")


def test_the_front_matter_is_not_on_the_page() -> None:
    html = to_html(document(DocumentKind.MINUTES, "de", Audience.INTERNAL))
    assert "verbreitung" not in html
    assert "ergebnisprotokoll</" not in html


def test_typed_scripts_and_pictures_are_text() -> None:
    text = "<script>alert(1)</script> ![x](http://e.org/i.png) [y](javascript:alert(1))"
    page = Page(
        to_html(
            Document(
                title='A "<b>" & B',
                lang="en",
                markdown=f"# A\n\n{text}\n",
                kind=DocumentKind.MINUTES,
            )
        )
    )
    assert page.count("script") == page.count("img") == 0
    assert page.texts["title"] == ['A "<b>" & B']
    links = [a["href"] for t, a, _ in page.elements if t == "a"]
    assert links == ["#content", "http://e.org/i.png"]


def test_the_page_is_the_same_each_time() -> None:
    later = NOW + dt.timedelta(minutes=1)
    data = held("de")
    pages = [
        to_html(make(DocumentKind.ACTIONS, data, Options(audience=a, lang="de", now=n)))
        for a, n in ((Audience.INTERNAL, NOW), (Audience.INTERNAL, later))
    ]
    assert pages[0] == pages[1]
