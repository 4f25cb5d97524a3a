"""An agreement that existed before the program: in force on paper, with its signatures."""

from __future__ import annotations

import datetime as dt

import msgspec

from kooperation_tui.domain.commands.agreement import blocks_on_paper, paper_version
from kooperation_tui.domain.commands.signing import sign
from kooperation_tui.domain.commands.versions import find_version
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Organisation,
    Record,
    SignatureForm,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import (
    NO_TEXT,
    checksum,
    need_filled,
    not_needed,
    signatures_of,
    versions,
)


def paper_agreement(
    data: Data,
    moment: Moment,
    *,
    number: str,
    agreed_on: dt.date,
    valid_from: dt.date | None = None,
    signed: tuple[str, ...] = (),
) -> Change:
    """A version in force on paper, and who signed it (ids of partners).

    Who put the name under it is not asked: the signature is noted for the partner, not
    for who speaks for it today. `result` is the version.
    """
    made = paper_version(data, moment, number=number, agreed_on=agreed_on, valid_from=valid_from)
    puts: dict[str, Record] = {record.id: record for record in made.puts}
    data = data.apply(made)
    for identity in signed:
        change = sign(
            data,
            moment,
            organisation=identity,
            number=number,
            name=data.get(Organisation, identity).name,
            on=agreed_on,
            form=SignatureForm.INK,
        )
        data = data.apply(change)
        puts.update({record.id: record for record in change.puts})
    return Change(puts=tuple(puts.values()), result=puts[made.result.id])


def lacks_text(version: Version) -> bool:
    """Whether it was entered from paper and its text is not in the file."""
    return version.on_paper and not version.texts


def paper_blocks(data: Data) -> tuple[Block, ...]:
    """The blocks whose wording may be that of the paper: none was decided on since."""
    return tuple(
        block
        for block in data.rows(Block)
        if block.text.strip() and not block.decision and block.state is not BlockState.NOT_NEEDED
    )


def add_text(data: Data, moment: Moment, *, number: str = "") -> Change:
    """The wordings as they stand become the text of a version entered from paper without any.

    Once: it never changes again, and whoever signs from now on signs this text (I-11
    to I-13). Signatures noted before were given to the paper and keep no checksum.
    `result` is the version.

    Args:
        number: the version; without it the newest one that lacks its text.
    """
    version = _without_text(data, number)
    given = signatures_of(data, version.id)
    if any(s.sha256 not in ("", NO_TEXT) for s in given):
        raise Refused(
            "A signature of version {number} has a checksum already, so its text stays as it is; "
            "begin a new version to change it.",
            number=version.number,
        )
    written = paper_blocks(data)
    texts = {block.key: block.text for block in written}
    if not texts:
        raise Refused("No wording stands on F6 yet; write what the paper says there first.")
    need_filled(texts)
    whole = msgspec.structs.replace(
        version,
        texts=texts,
        not_needed=not_needed(data),
        sha256=checksum(texts),
        text_added_on=moment.today,
    )
    bare = [msgspec.structs.replace(s, sha256="") for s in given if s.sha256]
    valid = version.status is VersionStatus.IN_FORCE
    blocks = blocks_on_paper(data, whole, written) if valid else []
    return Change(puts=(whole, *bare, *blocks), result=whole)


def _without_text(data: Data, number: str) -> Version:
    waiting = [v for v in versions(data) if lacks_text(v)]
    if not number and not waiting:
        raise Refused("No version from paper lacks its text.")
    version = find_version(data, number) if number else waiting[-1]
    if not lacks_text(version):
        raise Refused(
            "Version {number} has its text, which does not change any more; begin a new version "
            "to change it.",
            number=version.number,
        )
    return version
