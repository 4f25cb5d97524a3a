"""The agreement as a checklist, and one block of it."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.commands.agreement import block_of
from kooperation_tui.domain.model import (
    CLOSING_BLOCKS,
    FRAME_BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    Organisation,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import BLANK, Row
from kooperation_tui.tui.view import View

SIGNS = {
    BlockState.AGREED: ("●", "good"),
    BlockState.DRAFT: ("◑", "warn"),
    BlockState.OPEN: ("○", "dim"),
    BlockState.NOT_NEEDED: ("–", "dim"),
}
SETTLED = (BlockState.AGREED, BlockState.NOT_NEEDED)


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
    done = tr.t("{count} of 9 settled", count=settled_points(view))
    for title, keys, right in (
        (tr.t("Frame"), FRAME_BLOCKS, ""),
        (tr.t("Nine points"), POINT_BLOCKS, done),
        (tr.t("Closing part"), CLOSING_BLOCKS, ""),
    ):
        if rows and not compact:
            rows.append(BLANK)
        rows.append(Row(ink.apart(ink.put((title, "head")), ink.put(right), view.width)))
        rows += [Row(_block_row(view, key), key) for key in keys]
    return rows


def _block_row(view: View, key: str) -> Content:
    found = block(view, key)
    sign, tone = SIGNS[found.state]
    name = words.block_name(key, view.tr)
    if not key[1:].isdigit():
        name = f"  {name}"
    state = view.tr.t(words.BLOCK_STATES[found.state])
    right = ink.put((state, tone if found.state is BlockState.DRAFT else "dim"))
    return ink.apart(ink.put((sign, tone), f" {name}"), right, view.width)


def detail(view: View, key: str) -> Content:
    """Wording, state and responsible of one block."""
    if key not in words.BLOCK_NAMES:
        return Content("")
    tr, found = view.tr, block(view, key)
    name = words.block_name(key, tr)
    if key[1:].isdigit():
        name = tr.t("Point {points}", points=key[1:]) + "  " + tr.t(words.BLOCK_NAMES[key])
    sign, tone = SIGNS[found.state]
    state = tr.t(words.BLOCK_STATES[found.state])
    rows = [ink.put((name, "strong"), "   ", (f"{sign} {state}", tone))]
    rows += [row for fact in _facts(view, found) for row in fact.wrap(view.width)]
    rows.append(Content(""))
    if found.text.strip():
        count = len(found.text.split())
        said = tr.n("Wording, {count} word", "Wording, {count} words", count)
        rows.append(ink.put((said, "head")))
        for paragraph in found.text.split("\n"):
            rows += ink.put(paragraph).wrap(view.width) or [Content("")]
    else:
        rows.append(ink.put((tr.t("No wording yet: Enter writes it."), "dim")))
    return ink.lines(rows)


def _facts(view: View, found: Block) -> list[Content]:
    tr = view.tr
    facts: list[Content] = []
    if found.state is BlockState.AGREED:
        day = tr.date_short(found.agreed_on) if found.agreed_on is not None else ""
        how = found.decision or tr.t("on paper")
        facts.append(ink.put((tr.t("agreed on {day}, {how}", day=day, how=how), "dim")))
    if found.reason:
        facts.append(ink.put((tr.t("Reason:") + " ", "dim"), found.reason))
    if found.responsible:
        organisation = view.data.find(Organisation, found.responsible)
        name = organisation.code if organisation is not None else ""
        name = name or words.person_name(view.data, found.responsible)
        facts.append(ink.put((tr.t("responsible:") + " ", "dim"), name))
    if found.review_on is not None:
        facts.append(
            ink.put((tr.t("to be reviewed on") + " ", "dim"), tr.date_short(found.review_on))
        )
    if found.state is not BlockState.AGREED and found.text_in_force:
        facts.append(
            ink.put((tr.t("An earlier wording is in force until this one is agreed."), "dim"))
        )
    return facts


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
