"""Several lines of people's Markdown inside a document.

The writer's own spelling stays: source lines are edited, and the result is looked at
inside a frame. What would still break it is shown word for word as a code block.
"""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kooperation_tui.documents.text import at_start, clean, inline, outside_code, reader

_AUTOLINK = r"(?:(?:https?|mailto):[^<>\s]*|[\w.+-]+@[\w.-]+)>"
_DEEPEST = 6


def embed(text: str, base: int) -> str:
    """The text as blocks under a heading of level `base`, ending without a newline.

    Its headings go below that level and never skip one; HTML and pictures are text; an
    open fence is closed. Link definitions, which would reach beyond, make it a code block.
    """
    source = _lines_of(clean(text))
    done = _close_fence(_headings(_escaped(source), base))
    if _same_meaning(_escaped(source), done) and _keeps_frame(done, base):
        return done
    return fenced(source)


def fenced(text: str) -> str:
    """The text word for word as a code block."""
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", text)), 3)
    return f"{fence}text\n{text}\n{fence}"


def bullet_of(text: str, base: int) -> str:
    """People's text as one bullet of a list under a heading of level `base`."""
    if "\n" not in clean(text).strip():
        return f"- {at_start(inline(text))}"
    block = embed(text, base)
    bullet = "- " + "\n".join(f"  {line}" if line else "" for line in block.split("\n"))[2:]
    return bullet if _is_one_bullet(bullet) else f"- {at_start(inline(text))}"


def _lines_of(text: str) -> str:
    """Trailing blanks gone, but for the two that break a line; no blank lines around."""
    lines = [
        line.rstrip() + ("  " if line.endswith("  ") and line.strip() else "")
        for line in text.expandtabs(4).split("\n")
    ]
    return "\n".join(lines).strip("\n").rstrip()


def _parser(*, html: bool) -> MarkdownIt:
    return reader(html=html).disable("image")


def _code_lines(text: str) -> set[int]:
    """Numbers of the lines inside code blocks."""
    found: set[int] = set()
    for token in _parser(html=False).parse(text):
        if token.type in ("fence", "code_block") and token.map:
            found.update(range(*token.map))
    return found


def _escaped(text: str) -> str:
    """No HTML, no pictures, no emphasis inside words; code stays as it is."""
    code = _code_lines(text)
    return "\n".join(
        line if number in code else outside_code(line, _escape_line)
        for number, line in enumerate(text.split("\n"))
    )


# Not after an odd number of backslashes, which escape already.
_OPENS = re.compile(rf"(?<!\\)((?:\\\\)*)(<(?!{_AUTOLINK})(?=[A-Za-z/!?])|!(?=\[))")


def _escape_line(line: str) -> str:
    line = _OPENS.sub(r"\1\\\2", line)
    return re.sub(r"(?<=[^\W_])\*(?=[^\W_])", r"\\*", line)


def _headings(text: str, base: int) -> str:
    """Headings moved below `base`, without gaps; underlined ones become # lines."""
    tokens = _parser(html=False).parse(text)
    lines = text.split("\n")
    levels = _levels([int(t.tag[1]) for t in tokens if t.type == "heading_open"], base)
    edits: list[tuple[int, int, list[str]]] = []
    for place, token in enumerate(tokens):
        if token.type != "heading_open" or token.map is None:
            continue
        marks = "#" * levels.pop(0)
        first, end = token.map
        if token.markup[0] == "#":
            edits.append((first, end, [lines[first].replace(token.markup, marks, 1)]))
        else:
            words = " ".join(part.strip() for part in tokens[place + 1].content.split("\n"))
            lead = re.match(r"[ >]*", lines[first]) if token.level else None
            edits.append((first, end, [f"{lead[0] if lead else ''}{marks} {words}"]))
    for first, end, new in reversed(edits):
        lines[first:end] = new
    return "\n".join(lines)


def _levels(typed: list[int], base: int) -> list[int]:
    """New levels: the highest one becomes `base` + 1, none is skipped on the way down."""
    found: list[int] = []
    last = base
    for level in typed:
        last = min(base + 1 + level - min(typed), last + 1, _DEEPEST)
        found.append(last)
    return found


def _close_fence(text: str) -> str:
    fences = [t for t in _parser(html=False).parse(text) if t.type == "fence" and not t.level]
    if not fences or fences[-1].map is None:
        return text
    first, end = fences[-1].map
    body = text.split("\n")[first:end]
    mark = fences[-1].markup
    closing = rf" {{0,3}}{re.escape(mark[0])}{{{len(mark)},}}\s*"
    if len(body) > 1 and re.fullmatch(closing, body[-1]):
        return text
    return f"{text}\n{mark}"


def _same_meaning(before: str, after: str) -> bool:
    def meaning(text: str) -> str:
        html: str = _parser(html=False).render(f"{text}\n")
        return re.sub(r"<(/?)h[1-6]>", r"<\1h>", html).strip()

    return meaning(before) == meaning(after)


def _keeps_frame(text: str, base: int) -> bool:
    mark = "#" * max(base, 1)
    probe = f"{mark} A\n\n{text}\n\n{mark} Z\n\nend\n"
    env: dict[str, Any] = {}
    _parser(html=False).parse(text, env)
    if env.get("references"):
        return False
    for html in (False, True):
        tokens = reader(html=html).parse(probe)
        if any(t.type == "html_block" for t in tokens) or _has_foreign(tokens):
            return False
        heads = [
            tokens[place + 1].content
            for place, t in enumerate(tokens)
            if t.type == "heading_open" and not t.level and int(t.tag[1]) <= max(base, 1)
        ]
        if heads != ["A", "Z"] or tokens[-2].content != "end":
            return False
    return True


def _has_foreign(tokens: list[Token]) -> bool:
    """Whether there is HTML or a picture inside a line."""
    kinds = {child.type for t in tokens for child in t.children or ()}
    return bool(kinds & {"html_inline", "image"})


def _is_one_bullet(bullet: str) -> bool:
    """Whether it stays one item between two others, for every reader."""
    probe = f"## A\n\n- x\n{bullet}\n- y\n\n## Z\n"
    for html in (False, True):
        tokens = _parser(html=html).parse(probe)
        top = [t.type for t in tokens if t.level == 0]
        items = [t for t in tokens if t.type == "list_item_open" and t.level == 1]
        if top != [*_HEAD, "bullet_list_open", "bullet_list_close", *_HEAD] or len(items) != 3:
            return False
    return True


_HEAD = ("heading_open", "inline", "heading_close")
