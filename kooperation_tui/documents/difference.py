"""Two versions of the agreement side by side in one text, readable without colour."""

from __future__ import annotations

import datetime as dt
import re

from kooperation_tui.documents.agreement import WORKING, not_needed, version_called
from kooperation_tui.documents.blocks import block_heading
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.text import inline, plain
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import BLOCKS
from kooperation_tui.domain.versions import normal
from kooperation_tui.domain.wording_diff import Kind, differences
from kooperation_tui.i18n import Translator

BETWEEN = ".."
"""Stands between two versions: 1.1..2.0."""


def difference(
    data: Data, tr: Translator, audience: Audience, now: dt.datetime, which: str = ""
) -> Document:
    """What changes from one version to another, word by word.

    Args:
        which: `1.1..2.0`; `2.0` is compared with the version before it; `working`
            (or nothing) is the wording as it stands, compared with what is in force.

    Raises:
        Refused: there is no text of such a version, or nothing to compare it with.
    """
    old_name, new_name = _names(data, which)
    old, new = _texts(data, old_name), _texts(data, new_name)
    versions.need_filled(new)
    paper = Paper()
    title = tr.t(
        "Changes from version {old} to {new}",
        old=inline(old_name),
        new=_called(data, tr, new_name, now),
    )
    paper.heading(1, title)
    paper.paragraph(
        tr.t(
            "Cooperation agreement, {network}. What is dropped reads {dropped}, what is new reads "
            "{new}; everything else is unchanged.",
            network=inline(data.network.name),
            dropped=_dropped(tr, "…"),
            new=_new(tr, "…"),
        )
    )
    changed = [k for k in BLOCKS if normal(old.get(k, "")) != normal(new.get(k, ""))]
    if not changed:
        paper.paragraph(tr.t("The two wordings are the same."))
    needless = _not_needed(data, new_name)
    for key in changed:
        paper.heading(2, block_heading(tr, key))
        _block(tr, paper, old.get(key, ""), new.get(key, ""))
        if key in needless and not new.get(key, "").strip():
            paper.paragraph(not_needed(tr, needless[key]))
    _unchanged(tr, paper, changed, {*old, *new}, {*needless, *_not_needed(data, old_name)})
    for said in filter(None, (_adopted(data, tr, name) for name in (old_name, new_name))):
        paper.paragraph(said)
    for name, texts in ((old_name, old), (new_name, new)):
        paper.paragraph(_checksum_line(data, tr, name, texts, now))
    return _document(tr, data, title, paper)


def _document(tr: Translator, data: Data, title: str, paper: Paper) -> Document:
    values = {
        tr.p("front matter", "type"): tr.p("front matter", "comparison"),
        tr.p("front matter", "network"): data.network.name,
        tr.p("front matter", "language"): tr.lang,
    }
    return Document(
        title=title,
        lang=tr.lang,
        markdown=front_matter(values) + paper.markdown,
        kind=DocumentKind.DIFFERENCE,
    )


def _unchanged(
    tr: Translator, paper: Paper, changed: list[str], worded: set[str], needless: set[str]
) -> None:
    """The blocks that stay as they are; in neither version needed is one of these as well."""
    same = [k for k in BLOCKS if k not in changed and (k in worded or k in needless)]
    if same:
        paper.heading(2, tr.t("Unchanged"))
    for key in same:
        heading = block_heading(tr, key)
        paper.bullet(
            heading if key in worded else tr.p("comparison", "{block} (not needed)", block=heading)
        )


def _names(data: Data, which: str) -> tuple[str, str]:
    old, between, new = which.partition(BETWEEN)
    if between:
        return old.strip(), new.strip() or WORKING
    if which and which != WORKING:
        earlier = versions.before(data, version_called(data, which))
        if earlier is None:
            raise Refused("There is no version before {number}.", number=which)
        return earlier.number, which
    valid = versions.in_force(data)
    if valid is None:
        raise Refused("No version is in force yet; there is nothing to compare with.")
    return valid.number, WORKING


def _texts(data: Data, name: str) -> dict[str, str]:
    if name == WORKING:
        return versions.current_texts(data)
    version = version_called(data, name)
    return version.texts or versions.current_texts(data)


def _not_needed(data: Data, name: str) -> dict[str, str]:
    """Reasons of the blocks that a version leaves out, by key."""
    version = None if name == WORKING else version_called(data, name)
    if version is None or not version.texts:
        return versions.not_needed(data)
    return version.not_needed


def _called(data: Data, tr: Translator, name: str, now: dt.datetime) -> str:
    if name != WORKING:
        return inline(name)
    day = tr.date_long(now.astimezone(plan.zone(data)).date())
    return tr.t("the working version of {day}", day=day)


def _adopted(data: Data, tr: Translator, name: str) -> str:
    """Which decision made a version the one that counts; empty for one without any."""
    version = None if name == WORKING else version_called(data, name)
    if version is None or version.adopted_on is None or not version.decision:
        return ""
    return tr.t(
        "Version {number} was adopted on {day} by decision {decision}.",
        number=inline(version.number),
        day=tr.date_long(version.adopted_on),
        decision=inline(version.decision),
    )


def _checksum_line(
    data: Data, tr: Translator, name: str, texts: dict[str, str], now: dt.datetime
) -> str:
    return tr.t(
        "Checksum of {version} (SHA-256): {checksum}",
        version=tr.t("version {number}", number=inline(name))
        if name != WORKING
        else _called(data, tr, name, now),
        checksum=f"`{versions.checksum(texts)}`",
    )


def _block(tr: Translator, paper: Paper, old: str, new: str) -> None:
    """One block; each line of it is a paragraph."""
    if not new.strip():
        paper.paragraph(tr.t("This block is dropped."))
    elif not old.strip():
        paper.paragraph(tr.t("This block is new."))
    lines: list[list[str]] = [[]]
    for piece in differences(old, new):
        for place, part in enumerate(re.split(r"\n+", piece.text)):
            if place and piece.kind is not Kind.DELETED:
                lines.append([])
            if part.strip():
                lines[-1].append(_marked(tr, piece.kind, part))
    for line in lines:
        if line:
            paper.paragraph(" ".join(line))


def _marked(tr: Translator, kind: Kind, text: str) -> str:
    match kind:
        case Kind.SAME:
            return plain(text)
        case Kind.DELETED:
            return _dropped(tr, plain(text))
        case Kind.INSERTED:
            return _new(tr, plain(text))


def _dropped(tr: Translator, text: str) -> str:
    return tr.p("comparison", "[dropped: ~~{text}~~]", text=text)


def _new(tr: Translator, text: str) -> str:
    return tr.p("comparison", "[new: **{text}**]", text=text)
