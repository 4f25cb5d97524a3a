"""A document as one self-contained page to read, print and sign (A-11).

No script, no remote content, no raw HTML; tables have a caption and headers with a
scope. The caption of a table is the heading above it, for those who do not see it.
"""

from __future__ import annotations

import re
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kooperation_tui.documents.document import Document, DocumentKind
from kooperation_tui.documents.paper import without_front_matter
from kooperation_tui.documents.text import clean
from kooperation_tui.i18n import Translator, translator

_STYLE = """
:root { color-scheme: light; }
body { font: 11pt/1.45 system-ui, "Segoe UI", "Liberation Sans", sans-serif; color: #1a1a1a;
  background: #fff; margin: 0 auto; max-width: 52rem; padding: 1.5rem; }
h1 { font-size: 1.6em; line-height: 1.2; }
h2 { font-size: 1.25em; margin-top: 2em; border-bottom: 1px solid #767676; }
h3 { font-size: 1.05em; margin-top: 1.5em; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; }
p, li, blockquote { overflow-wrap: anywhere; }
/* In a table "anywhere" would let narrow columns cut every word. */
td, th { overflow-wrap: break-word; hyphens: auto; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: .95em; }
caption, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }
th, td { border: 1px solid #767676; padding: .3em .5em; text-align: left; vertical-align: top; }
thead th { background: #eee; }
tbody th { font-weight: normal; }
td:empty { min-width: 6em; height: 2.2em; }
blockquote { margin: 1em 0; padding: .1em 1em; border-left: 4px solid #1d5a73;
  background: #f3f6f7; break-inside: avoid; }
pre { white-space: pre-wrap; background: #f4f4f4; padding: .5em; }
a { color: #0b4a63; }
.small { font-size: .75em; }
.skip { padding: .5em; }
@page { size: A4; margin: 20mm 18mm;
  @bottom-right { content: counter(page) " / " counter(pages); } }
@media print {
  .table { overflow: visible; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .skip { display: none; }
  .table { overflow: visible; }
  tr, li { break-inside: avoid; }
  thead { display: table-header-group; }
  .agreement .signatures { break-before: page; }
  /* domain/printed.py counts with these measures: what the length meter says is printed. */
  body.agreement { font: 11pt/1.25 "Liberation Sans", Arial, Helvetica, sans-serif; }
  .agreement h1 { font-size: 1.3em; margin: 0 0 .4em; }
  .agreement h2 { font-size: 1.05em; margin: .65em 0 .15em; }
  .agreement p, .agreement ol, .agreement ul { margin: .15em 0; }
}
"""
_CHECKSUM = re.compile(r"`[0-9a-f]{64}`$")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def to_html(document: Document) -> str:
    """The document as one HTML file, without its front matter."""
    tr = translator(document.lang)
    signatures = tr.p("agreement", "Signatures")
    body = _render(without_front_matter(document.markdown), signatures)
    lang, title = escape(document.lang), escape(clean(document.title).replace("\n", " "))
    skip = escape(tr.p("page", "Skip to the content"))
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f'<body class="{document.kind.value}">\n<a class="skip" href="#content">{skip}</a>\n'
        f'<main id="content">\n{body}</main>\n{_foot(document, tr)}</body>\n</html>\n'
    )


def _foot(document: Document, tr: Translator) -> str:
    """Under what people sign: what the program is not."""
    if document.kind not in (DocumentKind.AGREEMENT, DocumentKind.ACCESSION):
        return ""
    said = tr.t("The program records signatures and is no legal advice.")
    return f'<footer class="small"><p>{escape(said)}</p></footer>\n'


def _render(markdown: str, signatures: str) -> str:
    parser = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
    parser.disable("image")
    tokens = parser.parse(markdown)
    html: str = parser.renderer.render(_accessible(tokens, signatures), parser.options, {})
    return html


def _accessible(tokens: list[Token], signatures: str) -> list[Token]:
    """Tables with captions and scopes; the heading of the signature page gets a class."""
    done: list[Token] = []
    heading = ""
    in_body = first_cell = False
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            heading = _text_of(tokens[place + 1])
            if token.tag == "h2" and heading == signatures:
                token.attrSet("class", "signatures")
        elif token.type == "paragraph_open" and _CHECKSUM.search(tokens[place + 1].content):
            token.attrSet("class", "small")
        elif token.type == "tbody_open":
            in_body = True
        elif token.type == "tbody_close":
            in_body = False
        elif token.type == "tr_open":
            first_cell = True
        elif token.type == "th_open":
            token.attrSet("scope", "col")
        elif token.type in ("td_open", "td_close") and in_body and first_cell:
            token.tag = "th"
            if token.type == "td_open":
                token.attrSet("scope", "row")
            else:
                first_cell = False
        done += _around_table(token, heading)
    return done


def _around_table(token: Token, heading: str) -> list[Token]:
    """A wrapper that scrolls on narrow screens, and the caption."""
    if token.type == "table_open":
        wrapper = Token("html_block", "", 0, content='<div class="table">\n')
        caption = f"<caption>{escape(heading)}</caption>\n"
        return [wrapper, token, Token("html_block", "", 0, content=caption)]
    if token.type == "table_close":
        return [token, Token("html_block", "", 0, content="</div>\n")]
    return [token]


def _text_of(inline: Token) -> str:
    return "".join(
        child.content
        for child in inline.children or ()
        if child.type in ("text", "text_special", "code_inline")
    )
