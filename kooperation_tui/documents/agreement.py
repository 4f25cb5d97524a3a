"""The cooperation agreement: a frozen version, or the blocks as they stand."""

from __future__ import annotations

import datetime as dt

from kooperation_tui.documents.blocks import block_heading
from kooperation_tui.documents.document import Audience, Document, DocumentKind
from kooperation_tui.documents.embed import embed
from kooperation_tui.documents.naming import agreement_title
from kooperation_tui.documents.paper import Paper, front_matter
from kooperation_tui.documents.signing import annexes, checksum, signatures
from kooperation_tui.documents.text import inline, plain, sentence
from kooperation_tui.domain import plan, versions
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    Block,
    BlockState,
    Organisation,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import need_filled
from kooperation_tui.i18n import Translator

WORKING = "working"
"""Asks for the blocks as they stand, whatever versions there are."""


def agreement(
    data: Data,
    translator: Translator,
    audience: Audience,
    now: dt.datetime,
    which: str = "",
) -> Document:
    """The agreement as one document.

    Args:
        data: the file.
        translator: the document's language; the blocks' words are as typed.
        audience: `internal` shows the state of each block of a working version,
            `public` leaves out who signed for a partner.
        now: the day of a working version.
        which: number of a version, or `WORKING`. Without it, the newest version
            whose text is kept if nothing was changed since, else the blocks.

    Raises:
        Refused: there is no text of that version in the file, or a place of a sample
            clause is not filled.
    """
    version = _version(data, which)
    frozen = version is not None and _is_shown_frozen(data, version, which)
    need_filled(version.texts if frozen and version is not None else _typed(data))
    paper = Paper()
    title = agreement_title(translator, data.network.name)
    paper.heading(1, title)
    line = _head_line(data, translator, version, now, frozen=frozen)
    if line:
        paper.paragraph(line)
    texts = (
        _frozen(version, paper, translator)
        if frozen and version is not None
        else _blocks(data, translator, audience, paper)
    )
    signed = False
    if version is not None and frozen:
        today = now.astimezone(plan.zone(data)).date()
        signed = signatures(data, translator, audience, version, paper, today)
    annexes(translator, data.network.name, version, texts, paper)
    if version is not None and frozen and version.sha256 and not signed:
        checksum(translator, version, paper)
    return Document(
        title=title,
        lang=translator.lang,
        markdown=_front_matter(data, translator, version, frozen=frozen) + paper.markdown,
        kind=DocumentKind.AGREEMENT,
    )


def _version(data: Data, which: str) -> Version | None:
    """The version asked for; for a working text the version that is being worked on."""
    known = versions.versions(data)
    if which and which != WORKING:
        found = version_called(data, which)
        if not found.texts and found.status is not VersionStatus.WORKING:
            raise Refused(
                "The text of version {number} is not in the file; export the working version.",
                number=which,
            )
        return found
    kept = [v for v in known if v.texts]
    if kept and which != WORKING and kept[-1].texts == versions.current_texts(data):
        return kept[-1]
    working = [v for v in known if v.status in (VersionStatus.WORKING, VersionStatus.PROPOSED)]
    return working[-1] if working else None


def version_called(data: Data, number: str) -> Version:
    """The version with this number. Raises Refused."""
    found = next((v for v in data.rows(Version) if v.number == number), None)
    if found is None:
        raise Refused("There is no version {number} of the agreement.", number=number)
    return found


def _typed(data: Data) -> dict[str, str]:
    """Every text of a working document."""
    return {
        block.key: block.text or block.text_in_force
        for block in data.rows(Block)
        if block.state is not BlockState.NOT_NEEDED
    }


def _is_shown_frozen(data: Data, version: Version, which: str) -> bool:
    if which == WORKING or not version.texts:
        return False
    return which != "" or version.texts == versions.current_texts(data)


def _head_line(
    data: Data, tr: Translator, version: Version | None, now: dt.datetime, *, frozen: bool
) -> str:
    if version is None or not frozen:
        return _working_line(data, tr, version, now)
    number = inline(version.number)
    proposed = version.status is VersionStatus.PROPOSED
    first = tr.t("Proposal for version {number}", number=number)
    parts = [first if proposed else tr.t("Version {number}", number=number)]
    if version.adopted_on is not None:
        parts.append(tr.t("adopted on {day}", day=tr.date_long(version.adopted_on)))
    if version.valid_from is not None:
        parts.append(tr.t("valid from {day}", day=tr.date_long(version.valid_from)))
    said = f"{', '.join(parts)}."
    before = versions.before(data, version)
    if before is None:
        return said
    return f"{said} {tr.t('It supersedes version {number}.', number=inline(before.number))}"


def _working_line(data: Data, tr: Translator, version: Version | None, now: dt.datetime) -> str:
    """What is being worked on, and what is in force until then."""
    day = tr.date_long(now.astimezone(plan.zone(data)).date())
    if version is None:
        said = tr.t("Working version of {day}.", day=day)
    else:
        number = inline(version.number)
        said = tr.t("Working version {number} of {day}.", number=number, day=day)
    valid = [v.number for v in data.rows(Version) if v.status is VersionStatus.IN_FORCE]
    if not valid:
        return said
    return f"{said} {tr.t('Version {number} is in force.', number=inline(valid[-1]))}"


def _front_matter(data: Data, tr: Translator, version: Version | None, *, frozen: bool) -> str:
    values: dict[str, object] = {
        tr.p("front matter", "type"): tr.p("front matter", "cooperation_agreement"),
        tr.p("front matter", "network"): data.network.name,
    }
    if version is not None:
        values[tr.p("front matter", "version")] = version.number
        if version.adopted_on is not None:
            values[tr.p("front matter", "adopted")] = version.adopted_on
        if version.valid_from is not None:
            values[tr.p("front matter", "valid_from")] = version.valid_from
        before = versions.before(data, version)
        if before is not None:
            values[tr.p("front matter", "supersedes")] = before.number
    status = version.status if version is not None and frozen else VersionStatus.WORKING
    values[tr.p("front matter", "status")] = _status(tr, status)
    values[tr.p("front matter", "language")] = tr.lang
    return front_matter(values)


def _status(tr: Translator, status: VersionStatus) -> str:
    return {
        VersionStatus.WORKING: tr.p("front matter", "working_version"),
        VersionStatus.PROPOSED: tr.p("front matter", "proposed"),
        VersionStatus.ADOPTED: tr.p("front matter", "adopted_version"),
        VersionStatus.OPEN_FOR_SIGNATURE: tr.p("front matter", "open_for_signature"),
        VersionStatus.IN_FORCE: tr.p("front matter", "in_force"),
        VersionStatus.SUPERSEDED: tr.p("front matter", "superseded"),
    }[status]


def _frozen(version: Version, paper: Paper, tr: Translator) -> list[str]:
    """The blocks of a kept version, and why others are not needed; the rest has no heading."""
    texts = []
    for key in BLOCKS:
        text = version.texts.get(key, "")
        if not text and key not in version.not_needed:
            continue
        paper.heading(2, block_heading(tr, key))
        if text:
            paper.block(embed(text, 2))
            texts.append(text)
        else:
            paper.paragraph(not_needed(tr, version.not_needed[key]))
    return texts


def not_needed(tr: Translator, reason: str) -> str:
    """Why a block has no text."""
    return tr.t("Not needed: {reason}", reason=sentence(inline(reason)))


def _blocks(data: Data, tr: Translator, audience: Audience, paper: Paper) -> list[str]:
    known = {block.key: block for block in data.rows(Block)}
    texts = []
    for key in BLOCKS:
        block = known.get(key) or Block(id="0", key=key)
        paper.heading(2, block_heading(tr, key))
        if audience is Audience.INTERNAL and block.state in (BlockState.DRAFT, BlockState.AGREED):
            paper.paragraph(f"*{_state(data, tr, block)}*")
        text = block.text or block.text_in_force
        if block.state is BlockState.NOT_NEEDED:
            paper.paragraph(not_needed(tr, block.reason))
        elif text.strip():
            paper.block(embed(text, 2))
            texts.append(text)
        else:
            paper.paragraph(tr.t("Not agreed yet."))
    return texts


def _state(data: Data, tr: Translator, block: Block) -> str:
    """Draft, responsible: BIB. Agreed by decision B-2026-3-5."""
    if block.state is BlockState.AGREED and block.decision:
        return tr.t("Agreed by decision {number}.", number=plain(block.decision))
    if block.state is BlockState.AGREED and block.agreed_on is not None:
        return tr.t("Agreed on paper on {day}.", day=tr.date_long(block.agreed_on))
    if block.state is BlockState.AGREED:
        return tr.t("Agreed.")
    partner = data.find(Organisation, block.responsible) if block.responsible else None
    if partner is None:
        return tr.t("Draft.")
    return tr.t("Draft, responsible: {partner}.", partner=plain(partner.code))
