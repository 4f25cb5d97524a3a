"""Documents read back: headings, tables and frame, as CommonMark readers see them."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.documents.text import reader


@dataclass
class Section:
    """What stands under one heading."""

    level: int
    title: str
    tables: list[list[list[str]]] = field(default_factory=list)
    bullets: list[str] = field(default_factory=list)
    quotes: list[list[str]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)


def sections(markdown: str) -> list[Section]:
    """A document heading by heading; words with their marks of emphasis."""
    found = [Section(0, "")]
    tokens = reader(html=False).parse(without_front_matter(markdown))
    inside: list[str] = []
    for place, token in enumerate(tokens):
        if token.nesting == 1:
            inside.append(token.type)
        elif token.nesting == -1:
            inside.pop()
        if token.type == "heading_open" and token.level == 0:
            found.append(Section(int(token.tag[1]), tokens[place + 1].content))
        _take(found[-1], token, inside)
    return found


def _take(section: Section, token: Token, inside: list[str]) -> None:
    match token.type:
        case "table_open":
            section.tables.append([])
        case "tr_open":
            section.tables[-1].append([])
        case "blockquote_open":
            section.quotes.append([])
        case "inline" if "tr_open" in inside:
            section.tables[-1][-1].append(token.content)
        case "inline" if "blockquote_open" in inside:
            section.quotes[-1].append(token.content)
        case "inline" if "list_item_open" in inside:
            section.bullets.append(token.content)
        case "inline" if inside == ["paragraph_open"]:
            section.paragraphs.append(token.content)
        case _:
            pass


def front_matter(markdown: str) -> list[str]:
    return markdown.split("\n---\n")[0].splitlines()[1:]


def frame(markdown: str, *, html: bool) -> list[tuple[str, ...]]:
    """Everything at the top of a document: headings, lists with their length, table shapes."""
    parser = reader(html=html)
    tokens = parser.parse(without_front_matter(markdown))
    found: list[tuple[str, ...]] = []
    for place, token in enumerate(tokens):
        if token.level or token.nesting < 0:
            continue
        match token.type:
            case "heading_open":
                found.append((token.tag,))
            case "table_open":
                found.append(("table", *_shape(tokens, place)))
            case "bullet_list_open":
                found.append(("list", str(_items(tokens, place))))
            case "inline":
                pass
            case other:
                found.append((other,))
    return found


def _until_closed(tokens: list[Token], place: int) -> list[Token]:
    end = next(n for n in range(place + 1, len(tokens)) if tokens[n].level == 0)
    return tokens[place:end]


def _shape(tokens: list[Token], place: int) -> list[str]:
    rows: list[int] = []
    for token in _until_closed(tokens, place):
        if token.type == "tr_open":
            rows.append(0)
        elif token.type in ("th_open", "td_open"):
            rows[-1] += 1
    return [str(cells) for cells in rows]


def _items(tokens: list[Token], place: int) -> int:
    inside = _until_closed(tokens, place)
    return sum(1 for t in inside if t.type == "list_item_open" and t.level == 1)


def has_html(markdown: str) -> bool:
    """Whether a reader with raw HTML on would find any."""
    return _any_html(reader(html=True), markdown)


def _any_html(parser: MarkdownIt, markdown: str) -> bool:
    tokens = parser.parse(without_front_matter(markdown))
    kinds = {t.type for t in tokens}
    kinds |= {child.type for t in tokens for child in t.children or ()}
    return bool(kinds & {"html_block", "html_inline", "image"})
