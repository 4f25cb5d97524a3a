"""People's text inside a document: it keeps its words and cannot break the frame.

`inline` is for one line (bullets, cells, quotes), `embed` for several. Escaping is
the mildest that holds: ordinary German comes out character for character.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PUNCTUATION = r"[!-/:-@\[-`{-~]"
_CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"(?:https?|mailto):", re.IGNORECASE)
# Control characters, line separators and marks that turn the direction of writing.
_BLANKS = dict.fromkeys(
    (c for c in (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x2029) if c not in (9, 10)), " "
)
_GONE = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF))
_LONE = re.compile("[\ud800-\udfff]")


def reader(*, html: bool) -> MarkdownIt:
    """A reader as the world has them: CommonMark with tables, raw HTML on or off."""
    return MarkdownIt("commonmark", {"html": html}).enable(["table", "strikethrough"])


@cache
def _readers() -> tuple[MarkdownIt, MarkdownIt]:
    """HTML off and on; escaped characters can be told from typed ones."""
    off, on = reader(html=False), reader(html=True)
    return off.disable("text_join"), on.disable("text_join")


def clean(text: str) -> str:
    """The text with plain line ends, without control and direction marks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_BLANKS).translate(_GONE)
    return _LONE.sub("\ufffd", text)


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(part for part in re.split(r"\s*[\n\t]\s*", clean(text).strip()) if part)


def inline(text: str) -> str:
    """One line of Markdown that reads as the text, for any place inside a line.

    Emphasis, code and web links that people typed stay; whatever could reach beyond
    the text, and everything that could become HTML or a picture, is escaped.
    """
    flat = one_line(text)
    mild = outside_code(flat, _escape)
    return mild if _stays_inside(mild) else _escape(flat, everything=True)


def plain(text: str) -> str:
    """One line in which no mark means anything, for places that carry emphasis already."""
    return _escape(one_line(text), everything=True)


def at_start(line: str) -> str:
    """A line that begins a block and must stay a paragraph: `1.`, `-`, `#`, `>` are text."""
    for pattern in _STARTS:
        found = pattern.match(line)
        if found is not None:
            place = found.end("before") if "before" in pattern.groupindex else 0
            return f"{line[:place]}\\{line[place:]}"
    return line


_STARTS = tuple(
    re.compile(pattern)
    for pattern in (
        r"#{1,6}(?=\s|$)",
        r">",
        r"[-+*](?=\s|$)",
        r"(?P<before>\d{1,9})[.)](?=\s|$)",
        r"[-_*](?=[ \t]*(?:[-_*][ \t]*)+$)",
        r"=+$",
        r"~(?=~~)",
        r"`(?=``)(?!`*[^`]+`)",
        r"\[(?=[^\]]*\]:)",
        r"\[(?=[ xX]\](?:\s|$))",
    )
)


def sentence(text: str) -> str:
    """The text as a sentence: with a full stop if it ends without any sign."""
    return (
        text
        if not text or text.rstrip("*_`”“\"')»").endswith((".", "!", "?", "…", ":"))
        else (f"{text}.")
    )


def unmarked(markdown: str) -> str:
    """Markdown as it reads: escapes resolved, signs of emphasis gone. For searching."""
    return re.sub(rf"\\({_PUNCTUATION})", r"\1", re.sub(r"(?<!\\)[*_`~]+", "", markdown))


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """`change` applied to everything but code spans."""
    parts, last = [], 0
    for code in _CODE.finditer(text):
        parts += [change(text[last : code.start()]), code[0]]
        last = code.end()
    return "".join([*parts, change(text[last:])])


_ALWAYS = rf"\\(?={_PUNCTUATION}|$)|<(?=[A-Za-z/!?]|$)|&(?=#?\w+;)|!(?=\[)"
# "Partner*innen und Berater*innen" is no emphasis.
_MILD = re.compile(rf"{_ALWAYS}|(?<=[^\W_])\*(?=[^\W_])")
_STRICT = re.compile(rf"{_ALWAYS}|[*_`~\[\]]")


def _escape(text: str, *, everything: bool = False) -> str:
    """Escapes for what Markdown would not show as it was typed."""
    text = (_STRICT if everything else _MILD).sub(lambda found: f"\\{found[0]}", text)
    return re.sub(r"(?<!\S)(#+)$", r"\\\1", text)


_PAIRS = ("em", "strong", "s", "link")
_INSIDE = frozenset(("text", "text_special", "code_inline")).union(
    f"{kind}_{side}" for kind in _PAIRS for side in ("open", "close")
)


def _stays_inside(line: str) -> bool:
    """Whether no mark of the line is left over to pair with one outside."""
    shapes = []
    for parser in _readers():
        for frame in (f"x {line} x", f"({line})."):
            tokens = parser.parseInline(frame)[0].children or []
            shapes.append([(t.type, t.markup) for t in tokens if t.type != "text"])
            if not all(_harmless(token) for token in tokens):
                return False
    return all(shape == shapes[0] for shape in shapes)


def _harmless(token: Token) -> bool:
    if token.type not in _INSIDE:
        return False
    if token.type == "link_open":
        return _LINK.match(str(token.attrs.get("href", ""))) is not None
    return token.type != "text" or not _active(token.content)


def _active(text: str) -> bool:
    """Whether a mark of emphasis, code or a link is left over in read text."""
    if "`" in text or "~~" in text or "](" in text:
        return True
    for found in re.finditer(r"\*+|_+", text):
        before, after = text[: found.start()][-1:], text[found.end() :][:1]
        blank = before.isspace() and after.isspace()
        within = found[0][0] == "_" and before.isalnum() and after.isalnum()
        if not blank and not within:
            return True
    return False
