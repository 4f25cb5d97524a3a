"""The agreement as a checklist on two tracks, and the whole of it at a glance."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import versions
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.brevity import MOST_PAGES, Brevity, brevity, half_pages
from kooperation_tui.domain.commands.agreement import block_of
from kooperation_tui.domain.model import (
    CLOSING_BLOCKS,
    FRAME_BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.drawing.signatures import signatures_lines, signatures_short
from kooperation_tui.tui.view import View

SIGNS = {
    BlockState.AGREED: ("●", "good"),
    BlockState.DRAFT: ("◑", "warn"),
    BlockState.OPEN: ("○", "dim"),
    BlockState.NOT_NEEDED: ("–", "dim"),
}
SETTLED = (BlockState.AGREED, BlockState.NOT_NEEDED)
_TRACK, _STATE = 10, 11
"""Cells of the two columns: what is in force, what is being worked on."""


def block(view: View, key: str) -> Block:
    """A block; an open one if the file has none yet."""
    return block_of(view.data, key) or Block(id="0", key=key)


def settled_points(view: View) -> int:
    """How many of the nine points are agreed or not needed."""
    return sum(block(view, key).state in SETTLED for key in POINT_BLOCKS)


def dots(view: View) -> Content:
    """The nine points as signs."""
    signs = [SIGNS[block(view, key).state] for key in POINT_BLOCKS]
    return ink.put(*signs)


def block_rows(view: View, compact: bool) -> list[Row]:
    """Frame, nine points, closing; `compact` leaves out blank rows."""
    tr = view.tr
    rows: list[Row] = []
    for title, keys in (
        (tr.t("Frame"), FRAME_BLOCKS),
        (tr.t("Nine points"), POINT_BLOCKS),
        (tr.t("Closing part"), CLOSING_BLOCKS),
    ):
        right = Content("")
        if not rows:
            right = _columns(view, tr.p("track", "in force"), tr.p("track", "in work"))
        elif not compact:
            rows.append(BLANK)
        rows.append(Row(ink.apart(ink.put((title, "head")), right, view.width)))
        rows += [Row(_block_row(view, key), key) for key in keys]
    return rows


def _columns(view: View, track: str, state: str, tone: str = "dim") -> Content:
    left = ink.fit(track, _TRACK) if versions.in_force(view.data) is not None else ""
    return ink.put((left, "dim"), (ink.fit(state, _STATE), tone))


def _block_row(view: View, key: str) -> Content:
    found = block(view, key)
    sign, tone = SIGNS[found.state]
    name = words.block_name(key, view.tr)
    if not key[1:].isdigit():
        name = f"  {name}"
    goals = len(view.data.rows(Goal)) if key == "goals" else 0
    if goals:
        name = f"{name} ({goals})"
    state = view.tr.t(words.BLOCK_STATES[found.state])
    version = versions.in_force(view.data)
    track = version.number if version is not None and found.text_in_force else "–"
    right = _columns(view, track, state, tone if found.state is BlockState.DRAFT else "dim")
    return ink.apart(ink.put((sign, tone), f" {name}"), right, view.width)


def progress(view: View) -> str:
    """`7 of 9 agreed`; points that are not needed count as done."""
    found = [block(view, key).state for key in POINT_BLOCKS]
    agreed, not_needed = found.count(BlockState.AGREED), found.count(BlockState.NOT_NEEDED)
    said = view.tr.t("{count} of 9 agreed", count=agreed)
    if not_needed:
        said += ", " + view.tr.t("{count} not needed", count=not_needed)
    return said


def length_words(view: View, length: Brevity) -> tuple[str, str, str]:
    """Words, pages and minutes of a text, each with its unit."""
    tr = view.tr
    pages = half_pages(length)
    number = f"{pages:g}".replace(".", "," if tr.lang == "de" else ".")
    return (
        tr.n("{count} word", "{count} words", length.words),
        tr.t("1 page") if pages == 1 else tr.t("{number} pages", number=number),
        tr.t("{count} min", count=max(1, round(length.minutes)) if length.words else 0),
    )


def whole_line(view: View) -> Content:
    """One row: progress, length, signatures; what does not fit is left out from the end."""
    length = brevity(versions.current_texts(view.data))
    row = ink.put((progress(view), "head"))
    parts = [", ".join(length_words(view, length)[:2]), *_versions_short(view)]
    parts.append(signatures_short(view))
    for part in parts:
        if part and row.cell_length + 3 + ink.width(part) <= view.width:
            row = ink.put(row, "   ", part)
    return row


def _versions_short(view: View) -> list[str]:
    """`2.0 being worked on`, and `1.1 in force` unless its signatures say so."""
    going, valid = versions.in_the_making(view.data), versions.in_force(view.data)
    found = [going] if going is not None else []
    if valid is not None and not signatures_short(view):
        found.append(valid)
    return [f"{v.number} {view.tr.t(words.VERSION_STATES[v.status])}" for v in found]


def whole(view: View) -> Content:
    """Under the list: progress, what is missing, length, versions, signatures."""
    tr = view.tr
    rows = [ink.put((progress(view), "head"))]
    missing = versions.open_points(view.data)
    if missing:
        numbers = ", ".join(key[1:] for key in missing)
        said = tr.n(
            "Without a wording: point {numbers}",
            "Without a wording: points {numbers}",
            len(missing),
            numbers=numbers,
        )
        rows += ink.put((said, "warn")).wrap(view.width)
    rows += [Content(""), *_length_rows(view), Content("")]
    rows += _version_rows(view)
    rows += signatures_lines(view)
    return ink.lines(rows)


def _length_rows(view: View) -> list[Content]:
    tr = view.tr
    length = brevity(versions.current_texts(view.data))
    rows = [ink.put((tr.t("Length") + "   ", "dim"), "   ".join(length_words(view, length)))]
    word = tr.p("length", "too long") if length.too_long else tr.p("length", "short")
    cells = max(view.width - ink.width(word) - 2, 4)
    full = min(cells, round(cells * length.pages / MOST_PAGES))
    tone = "warn" if length.too_long else "good"
    done, left = ("=", "-") if ink.plain_signs() else ("━", "─")
    if length.words:
        rows.append(
            ink.put((done * full, tone), (left * (cells - full), "dim"), "  ", (word, tone))
        )
    if length.too_long:
        said = tr.t("More than two pages are rarely read. The longest sentences:")
        rows += ink.put((said, "warn")).wrap(view.width)
        for one in length.longest:
            name = words.block_name(one.key, tr) if one.key in words.BLOCK_NAMES else ""
            count = tr.n("{count} word", "{count} words", one.words)
            rows.append(ink.put(ink.shorten(f"{name}, {count}: {one.text}", view.width)))
    return rows


def _version_rows(view: View) -> list[Content]:
    tr = view.tr
    valid, going = versions.in_force(view.data), versions.in_the_making(view.data)
    rows = []
    if going is not None:
        state = tr.t(words.VERSION_STATES[going.status])
        said = tr.t("Version {number}", number=going.number)
        rows.append(ink.put(said + "  ", (state, "warn")))
    if valid is not None:
        since = f" {tr.date_short(valid.valid_from)}" if valid.valid_from is not None else ""
        said = tr.t("Version {number}", number=valid.number)
        rows.append(ink.put(said + "  ", (tr.t("in force since") + since, "dim")))
    if not rows:
        rows = ink.put((tr.t("No version yet: f begins one."), "dim")).wrap(view.width)
    return rows


def version_words(view: View) -> Content:
    """The version in force and its signatures."""
    tr = view.tr
    found = [v for v in view.data.rows(Version) if v.status is VersionStatus.IN_FORCE]
    if not found:
        return ink.put((tr.t("No version is in force yet."), "dim"))
    version = found[-1]
    signatures = [s for s in view.data.rows(Signature) if s.version == version.id]
    signed = sum(s.status is SignatureStatus.SIGNED for s in signatures)
    said = tr.t("Version {number} in force", number=version.number)
    if not signatures:
        return ink.put(said)
    return ink.put(
        said, ", ", tr.t("{signed} of {all} signatures", signed=signed, all=len(signatures))
    )
