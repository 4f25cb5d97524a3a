"""Two wordings side by side in one text: what went, what came, in signs and in colour."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from textual.content import Content

from kooperation_tui.domain.model import BLOCKS
from kooperation_tui.domain.versions import normal
from kooperation_tui.domain.wording_diff import Kind, differences
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.view import View


def difference_rows(view: View, old: str, new: str) -> list[Content]:
    """The new wording with what went and what came, in words and signs, not only in colour."""
    return [*_legend(view), *_changes(view, old, new)]


def version_rows(view: View, old: Mapping[str, str], new: Mapping[str, str]) -> list[Content]:
    """The blocks (key -> text) that differ, each with its name; the others are counted."""
    tr = view.tr
    keys = [key for key in BLOCKS if old.get(key, "").strip() or new.get(key, "").strip()]
    changed = [key for key in keys if normal(old.get(key, "")) != normal(new.get(key, ""))]
    if not changed:
        return [ink.put(tr.t("The two versions have the same words."))]
    rows = _legend(view)
    for key in changed:
        rows += [ink.put((words.block_name(key, tr), "head"))]
        rows += [*_changes(view, old.get(key, ""), new.get(key, "")), Content("")]
    same = len(keys) - len(changed)
    if same:
        said = tr.n("{count} block is unchanged.", "{count} blocks are unchanged.", same)
        rows.append(ink.put((said, "dim")))
    return rows


def _legend(view: View) -> list[Content]:
    legend = view.tr.t("What is dropped stands in [− …], what is new in [+ …].")
    return [*ink.put((legend, "dim")).wrap(view.width), Content("")]


def _changes(view: View, old: str, new: str) -> list[Content]:
    lines: list[list[ink.Piece]] = [[]]
    for piece in differences(old, new):
        for place, part in enumerate(re.split(r"\n+", piece.text)):
            if place and piece.kind is not Kind.DELETED:
                lines.append([])
            if part.strip():
                lines[-1].append(_changed(view, piece.kind, part.strip()))
    rows: list[Content] = []
    for pieces in lines:
        rows += ink.put(*_spaced(pieces)).wrap(view.width) if pieces else []
    return rows


def _changed(view: View, kind: Kind, text: str) -> ink.Piece:
    tr = view.tr
    match kind:
        case Kind.DELETED:
            return (tr.p("difference", "[− dropped: {text}]", text=text), "bad")
        case Kind.INSERTED:
            return (tr.p("difference", "[+ new: {text}]", text=text), "good")
        case Kind.SAME:
            return text


def _spaced(pieces: Iterable[ink.Piece]) -> list[ink.Piece]:
    found: list[ink.Piece] = []
    for piece in pieces:
        found += [" ", piece] if found else [piece]
    return found
