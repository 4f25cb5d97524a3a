"""The versions of the agreement, each with its state and its dates."""

from __future__ import annotations

from textual.content import Content

from kooperation_tui.domain.commands.paper import lacks_text
from kooperation_tui.domain.commands.versions import changed_blocks
from kooperation_tui.domain.model import Version, VersionStatus
from kooperation_tui.domain.versions import in_force, in_the_making, open_points, versions
from kooperation_tui.tui import ink, words
from kooperation_tui.tui.drawing.row import Row
from kooperation_tui.tui.drawing.signatures import counts
from kooperation_tui.tui.view import View

_TONES = {
    VersionStatus.WORKING: "warn",
    VersionStatus.PROPOSED: "warn",
    VersionStatus.ADOPTED: "warn",
    VersionStatus.OPEN_FOR_SIGNATURE: "now",
    VersionStatus.IN_FORCE: "good",
    VersionStatus.SUPERSEDED: "dim",
}


def about(view: View) -> list[Content]:
    """What is being worked on, and what is missing before it can be proposed."""
    tr = view.tr
    if not versions(view.data):
        said = tr.t(
            "There is no version yet. n begins one from the wordings on F6; p enters an agreement "
            "that was signed on paper before."
        )
        return [*ink.put((said, "dim")).wrap(view.width), Content("")]
    rows: list[Content] = []
    missing = open_points(view.data)
    if missing and in_the_making(view.data) is not None:
        numbers = ", ".join(key[1:] for key in missing)
        said = tr.n(
            "Without a wording: point {numbers}",
            "Without a wording: points {numbers}",
            len(missing),
            numbers=numbers,
        )
        rows += ink.put((said, "warn")).wrap(view.width)
    rows += _to_decide(view) + _to_write(view)
    valid = in_force(view.data)
    known = valid is not None and not lacks_text(valid)
    changed = changed_blocks(view.data, valid) if valid is not None and known else ()
    if valid is not None and changed:
        names = ", ".join(words.block_name(key, tr) for key in changed)
        said = tr.t("Worded otherwise than in {number}: {names}", number=valid.number, names=names)
        rows += ink.put((said, "dim")).wrap(view.width)
    return [*rows, Content("")] if rows else []


def _to_decide(view: View) -> list[Content]:
    """How a proposed version is adopted in a meeting."""
    version = in_the_making(view.data)
    if version is None or version.status is not VersionStatus.PROPOSED:
        return []
    said = view.tr.t(
        "A meeting decides on version {number}: while its item about the agreement runs, Enter and "
        "“put to the vote”; once it is carried, Enter and “adopted by a decision”.",
        number=version.number,
    )
    return list(ink.put((said, "dim")).wrap(view.width))


def _to_write(view: View) -> list[Content]:
    """How the text of a version from paper gets into the file."""
    waiting = [v.number for v in versions(view.data) if lacks_text(v)]
    if not waiting:
        return []
    said = view.tr.t(
        "The text of version {number} can be entered: write the points on F6 (e), then Enter here.",
        number=waiting[-1],
    )
    return list(ink.put((said, "dim")).wrap(view.width))


def version_rows(view: View) -> list[Row]:
    """A row for each version, the newest first."""
    return [Row(_version_row(view, v), v.id) for v in reversed(versions(view.data))]


def _version_row(view: View, version: Version) -> Content:
    tr = view.tr
    state = tr.t(words.VERSION_STATES[version.status])
    tone = _TONES[version.status]
    cells = max(ink.width(tr.t(label)) for label in words.VERSION_STATES.values())
    left = ink.put((ink.fit(version.number, 8), "strong"), (ink.fit(state, cells), tone), " ")
    facts = ink.flow(map(ink.put, _facts(view, version)), view.width - left.cell_length)
    return ink.hanging(left, facts, view.width)


def _facts(view: View, version: Version) -> list[str]:
    tr = view.tr
    parts = [tr.t("text not in the file")] if lacks_text(version) else []
    if version.adopted_on is not None:
        how = version.decision or tr.t("on paper")
        parts.append(tr.t("adopted {day}, {how}", day=tr.date_short(version.adopted_on), how=how))
    if version.valid_from is not None:
        parts.append(tr.t("valid from {day}", day=tr.date_short(version.valid_from)))
    if version.status in (VersionStatus.OPEN_FOR_SIGNATURE, VersionStatus.IN_FORCE):
        signed, expected = counts(view, version)
        parts.append(tr.t("{signed} of {all} signatures", signed=signed, all=expected))
    return parts
