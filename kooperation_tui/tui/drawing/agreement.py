"""The agreement as a checklist on two tracks, and the whole of it at a glance."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain import versions
from kooperation_tui.domain.applied import Goal
from kooperation_tui.domain.brevity import MOST_PAGES, Brevity, brevity, half_pages
from kooperation_tui.domain.model import (
    BLOCKS,
    CLOSING_BLOCKS,
    FRAME_BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    MeetingStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.plan import block_of, meetings
from kooperation_tui.domain.standing import next_treated
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.drawing.signatures import counts, signatures_lines, signatures_short
from kooperation_tui.tui.view import View

SIGNS = {
    BlockState.AGREED: ("●", "good"),
    BlockState.DRAFT: ("◑", "warn"),
    BlockState.OPEN: ("○", "dim"),
    BlockState.NOT_NEEDED: ("–", "dim"),
}
SETTLED = (BlockState.AGREED, BlockState.NOT_NEEDED)
_BESIDE = 38
"""Cells of the row on F2 before the version: label, dots, how many are settled."""
_TRACK, _STATE = 10, 11
"""Cells of the two columns: what is in force, what is being worked on."""


def block(view: View, key: str) -> Block:
    """A block; an open one if the file has none yet."""
    return block_of(view.data, key) or Block(id="0", key=key)


def dots(view: View) -> Content:
    """The nine points as signs."""
    signs = [SIGNS[block(view, key).state] for key in POINT_BLOCKS]
    return ink.put(*signs)


def block_rows(view: View, compact: bool) -> list[Row]:
    """Frame, nine points, closing; `compact` has one heading with the progress instead."""
    tr = view.tr
    columns = _columns(view, tr.p("track", "in force"), _worked_on(view))
    if compact:
        head = ink.put((progress(view), "head"))
        rows = [Row(ink.apart(head, columns, view.width))]
        return rows + [Row(_block_row(view, key), key) for key in BLOCKS]
    rows = []
    for title, keys in (
        (tr.t("Frame"), FRAME_BLOCKS),
        (tr.t("Nine points"), POINT_BLOCKS),
        (tr.t("Closing part"), CLOSING_BLOCKS),
    ):
        right = Content("") if rows else columns
        rows += [BLANK] if rows else []
        rows.append(Row(ink.apart(ink.put((title, "head")), right, view.width)))
        rows += [Row(_block_row(view, key), key) for key in keys]
    return rows


def _worked_on(view: View) -> str:
    """The head of the second column: in work, or the number of the version that it became."""
    version = versions.in_the_making(view.data)
    done = (VersionStatus.ADOPTED, VersionStatus.OPEN_FOR_SIGNATURE)
    if version is not None and version.status in done:
        texts = versions.current_texts(view.data)
        if versions.canonical_text(texts) == versions.canonical_text(version.texts):
            return version.number
    return view.tr.p("track", "in work")


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
    shown = tone if found.state is BlockState.DRAFT else "dim"
    right = _columns(view, _in_force(view, found), state, shown)
    return ink.apart(ink.put((sign, tone), f" {name}"), right, view.width)


def _in_force(view: View, found: Block) -> str:
    """The number of the version that holds this block; `–` if none that is in force does."""
    version = versions.in_force(view.data)
    if version is None:
        return "–"
    # A version that exists on paper only holds what was agreed on paper.
    on_paper = version.on_paper and not version.texts
    agreed = found.state is BlockState.AGREED and not found.decision
    return version.number if found.text_in_force or (on_paper and agreed) else "–"


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


def at_a_glance(view: View) -> Content:
    """What is missing, where it goes on, length, versions, signatures: as few rows as they need."""
    length = brevity(versions.current_texts(view.data), versions.not_needed(view.data))
    parts = [
        *((missing, "warn") for missing in missing_words(view)),
        *((said, "") for said in next_words(view)),
        (", ".join(length_words(view, length)[:2]) if length.words else "", ""),
        *((said, "") for said in _versions_short(view)),
    ]
    shown = [ink.put((ink.shorten(text, view.width), tone)) for text, tone in parts if text]
    return ink.flow(shown, view.width)


def missing_words(view: View) -> list[str]:
    """Which of the nine points are drafts, and which have no wording yet."""
    tr = view.tr
    empty = versions.open_points(view.data)
    drafts = [
        key for key in POINT_BLOCKS if key not in empty and block(view, key).state not in SETTLED
    ]
    found = []
    if drafts:
        numbers = ", ".join(key[1:] for key in drafts)
        found.append(
            tr.n("Draft: point {numbers}", "Drafts: points {numbers}", len(drafts), numbers=numbers)
        )
    if empty:
        numbers = ", ".join(key[1:] for key in empty)
        found.append(
            tr.n(
                "Without a wording: point {numbers}",
                "Without a wording: points {numbers}",
                len(empty),
                numbers=numbers,
            )
        )
    return found


def next_words(view: View) -> list[str]:
    """For each meeting ahead the blocks to be settled there, once all are settled any others."""
    tr = view.tr
    ahead: dict[str, list[str]] = {}
    waiting = [key for key in BLOCKS if block(view, key).state not in SETTLED]
    for key in waiting or BLOCKS:
        meeting = next_treated(view.data, key)
        if meeting is not None:
            ahead.setdefault(meeting.id, []).append(key)
    found = []
    for meeting in meetings(view.data):
        blocks = words.blocks_name(ahead.get(meeting.id, ()), tr)
        if blocks and meeting.status is MeetingStatus.RUNNING:
            found.append(tr.t("in the running meeting: {blocks}", blocks=blocks))
        elif blocks:
            day = tr.date_short(meeting.start.date())
            found.append(tr.t("on the agenda of {day}: {blocks}", day=day, blocks=blocks))
    return found


def _versions_short(view: View) -> list[str]:
    """`2.0 in Arbeit`, `1.1 in Kraft: 9 von 12 Unterschriften`."""
    found = []
    for version in (versions.in_the_making(view.data), versions.in_force(view.data)):
        if version is not None:
            state = view.tr.t(words.VERSION_STATES[version.status])
            signed = signatures_short(view, version)
            found.append(f"{version.number} {state}" + (f": {signed}" if signed else ""))
    return found


def whole(view: View) -> Content:
    """Under the list: progress, what is missing, length, versions, signatures."""
    rows = [ink.put((progress(view), "head"))]
    for missing in missing_words(view):
        rows += ink.put((missing, "warn")).wrap(view.width)
    for said in next_words(view):
        rows += ink.put(said).wrap(view.width)
    rows += [Content(""), *_length_rows(view), Content("")]
    rows += _version_rows(view)
    rows += signatures_lines(view)
    return ink.lines(rows)


def _length_rows(view: View) -> list[Content]:
    tr = view.tr
    length = brevity(versions.current_texts(view.data), versions.not_needed(view.data))
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
        valid_from = ""
        if going.valid_from is not None:
            day = tr.date_short(going.valid_from)
            valid_from = ", " + tr.t("valid from {day}", day=day)
        rows.append(ink.put(said + "  ", (state, "warn"), (valid_from, "dim")))
    if valid is not None:
        since = f" {tr.date_short(valid.valid_from)}" if valid.valid_from is not None else ""
        said = tr.t("Version {number}", number=valid.number)
        rows.append(ink.put(said + "  ", (tr.t("in force since") + since, "dim")))
    if not rows:
        rows = ink.put((tr.t("No version yet: f begins one."), "dim")).wrap(view.width)
    return rows


def version_words(view: View) -> Content:
    """For F2: the version on its way and the one in force, as far as they fit beside the dots."""
    room = view.width - _BESIDE
    making, valid = versions.in_the_making(view.data), versions.in_force(view.data)
    found = [_version_said(view, v, room) for v in (making, valid) if v is not None]
    if not found:
        return ink.put((view.tr.t("No version is in force yet."), "dim"))
    both = "   ".join(found)
    return ink.put(both if ink.width(both) <= room else found[0])


def _version_said(view: View, version: Version, room: int) -> str:
    """`Fassung 1.1 in Kraft, 9 von 12 Unterschriften`, in short `1.1 in Kraft, 9 von 12`."""
    tr = view.tr
    state = tr.t(words.VERSION_STATES[version.status])
    said = f"{tr.t('Version {number}', number=version.number)} {state}"
    signed = signatures_short(view, version)
    if not signed:
        return said
    given, asked = counts(view, version)
    short = tr.t("{signed} of {all}", signed=given, all=asked)
    ways = (f"{said}, {signed}", f"{said}, {short}", f"{version.number} {state}, {short}")
    return next((way for way in ways if ink.width(way) <= room), ways[-1])
