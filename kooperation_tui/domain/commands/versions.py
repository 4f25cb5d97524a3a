"""The life of a version: new, proposed, adopted, open for signature, in force (domain 4.3).

A proposed version may go back to work; nothing returns from `open_for_signature`,
a changed text is a new version. No command changes the text of an adopted one.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from kooperation_tui.domain.agreed_rules import following
from kooperation_tui.domain.commands.agreement import paper_version
from kooperation_tui.domain.data import Change, Data, Moment
from kooperation_tui.domain.errors import M_, Refused
from kooperation_tui.domain.fitting import for_version, need_decision
from kooperation_tui.domain.model import (
    Block,
    BlockState,
    Record,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import (
    checksum,
    current_texts,
    in_force,
    in_the_making,
    need_filled,
    next_number,
    normal,
    not_needed,
    open_points,
    signed_count,
    versions,
)

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,4}){0,2}")


def find_version(data: Data, number: str = "") -> Version:
    """The version with this number; without one, the newest on its way. Raises Refused."""
    if not number:
        found = in_the_making(data)
        if found is None:
            raise Refused(
                "No version is being worked on; begin one with “kooperation version new”."
            )
        return found
    known = next((v for v in data.rows(Version) if v.number == number), None)
    if known is None:
        raise Refused("There is no version {number} of the agreement.", number=number)
    return known


def new_version(
    data: Data,
    moment: Moment,
    *,
    number: str = "",
    valid_from: dt.date | None = None,
    on_paper: dt.date | None = None,
) -> Change:
    """Begin a version; with `on_paper` it was agreed on paper and is in force.

    `result` is the version.
    """
    number = number.strip() or next_number(data)
    if not _NUMBER.fullmatch(number):
        raise Refused("“{number}” is no number of a version; write it like 2.0.", number=number)
    if on_paper is not None:
        return paper_version(data, moment, number=number, agreed_on=on_paper, valid_from=valid_from)
    if any(v.number == number for v in data.rows(Version)):
        raise Refused("There is a version {number} already.", number=number)
    going = in_the_making(data)
    if going is not None and going.status in (VersionStatus.WORKING, VersionStatus.PROPOSED):
        raise Refused(
            "Version {number} is being worked on; go on with that one.", number=going.number
        )
    version = Version(id=moment.new_id(), number=number, valid_from=valid_from)
    return Change(puts=(version,), result=version)


def propose(
    data: Data, moment: Moment, *, number: str = "", valid_from: dt.date | None = None
) -> Change:
    """Keep the blocks as they stand as the text to be decided. `result` is the version.

    A proposed version that is proposed again takes the newest text.
    """
    version = _in(data, number, VersionStatus.WORKING, VersionStatus.PROPOSED)
    texts = current_texts(data)
    missing = open_points(data)
    if missing:
        raise Refused(
            "These points have neither a wording nor a reason why they are not needed: {keys}.",
            keys=_names(missing),
        )
    need_filled(texts)
    changed = msgspec.structs.replace(
        version,
        status=VersionStatus.PROPOSED,
        texts=texts,
        not_needed=not_needed(data),
        sha256=checksum(texts),
        valid_from=valid_from or version.valid_from,
    )
    return _changed(version, changed)


def rework(data: Data, moment: Moment, *, number: str = "") -> Change:
    """A proposed version goes back to work; its kept text is dropped."""
    version = _in(data, number, VersionStatus.PROPOSED)
    changed = msgspec.structs.replace(
        version, status=VersionStatus.WORKING, texts={}, not_needed={}, sha256=""
    )
    return _changed(version, changed)


def adopt(
    data: Data,
    moment: Moment,
    *,
    number: str = "",
    decision: str = "",
    on_paper: dt.date | None = None,
    valid_from: dt.date | None = None,
) -> Change:
    """The group took the proposed text: by a decision in force, or on paper on a day.

    The decision is about the agreement and takes the whole text, so it also agrees
    the blocks of that text that were still drafts (domain 4.1: `adopted_by` belongs
    to the version, whose text holds every block). `result` is the version.
    """
    version = _in(data, number, VersionStatus.PROPOSED)
    if current_texts(data) != version.texts:
        raise Refused(
            "The wording was changed since version {number} was proposed; propose it again.",
            number=version.number,
        )
    adopted_on = _adopted_on(data, version, decision, on_paper)
    changed = msgspec.structs.replace(
        version,
        status=VersionStatus.ADOPTED,
        decision=decision,
        adopted_on=adopted_on,
        valid_from=valid_from or version.valid_from,
    )
    if changed.valid_from is not None and changed.valid_from < adopted_on:
        raise Refused("A version cannot be valid before it was adopted.")
    blocks = [
        msgspec.structs.replace(
            block, state=BlockState.AGREED, decision=decision, agreed_on=adopted_on, reason=""
        )
        for block in data.rows(Block)
        if block.key in version.texts and block.state is not BlockState.AGREED
    ]
    return Change(puts=(changed, *blocks, *following(data, blocks)), result=changed)


def _adopted_on(data: Data, version: Version, decision: str, on_paper: dt.date | None) -> dt.date:
    if not decision and on_paper is None:
        raise Refused(
            "Adopted needs the number of its decision, or the day it was adopted on paper."
        )
    if not decision:
        assert on_paper is not None
        return on_paper
    return need_decision(data, decision, for_version(data, version)).decided_on


def open_for_signature(
    data: Data, moment: Moment, *, number: str = "", valid_from: dt.date | None = None
) -> Change:
    """From now on partners sign this text; it never changes again. `result` is the version."""
    version = _in(data, number, VersionStatus.ADOPTED)
    need_intact(version)
    changed = msgspec.structs.replace(
        version,
        status=VersionStatus.OPEN_FOR_SIGNATURE,
        valid_from=valid_from or version.valid_from,
    )
    return _changed(version, changed)


def bring_into_force(
    data: Data, moment: Moment, *, number: str = "", valid_from: dt.date | None = None
) -> Change:
    """The version counts between those who signed; the one before is superseded.

    Its day must have come and somebody must have signed. Nobody loses a vote by it.
    `result` is the version.
    """
    version = _in(data, number, VersionStatus.OPEN_FOR_SIGNATURE)
    need_intact(version)
    day = version.valid_from or valid_from or moment.today
    if day > moment.today:
        raise Refused(
            "Version {number} is valid from {day}; bring it into force on that day.",
            number=version.number,
            day=day,
        )
    if not signed_count(data, version.id):
        raise Refused(
            "Nobody has signed version {number} yet; note the signatures first.",
            number=version.number,
        )
    changed = msgspec.structs.replace(version, status=VersionStatus.IN_FORCE, valid_from=day)
    puts: list[Record] = [changed]
    old = in_force(data)
    if old is not None:
        puts.append(msgspec.structs.replace(old, status=VersionStatus.SUPERSEDED))
    blocks = [_block_in_force(block, version, day) for block in data.rows(Block)]
    puts += [*blocks, *following(data, blocks, in_force=True)]
    return Change(puts=tuple(puts), result=changed)


def _block_in_force(block: Block, version: Version, day: dt.date) -> Block:
    text = version.texts.get(block.key, "")
    return msgspec.structs.replace(block, text_in_force=text, in_force_since=day if text else None)


def need_intact(version: Version) -> None:
    """Raises Refused if the text is not the one the checksum was made of."""
    if version.sha256 and checksum(version.texts) != version.sha256:
        raise Refused(
            "The text of version {number} no longer matches its checksum; "
            "“kooperation check” says more.",
            number=version.number,
        )


def changed_blocks(data: Data, version: Version) -> tuple[str, ...]:
    """Keys of the blocks that are worded otherwise now than in a kept version."""
    now = current_texts(data)
    keys = dict.fromkeys((*version.texts, *now))
    return tuple(k for k in keys if normal(now.get(k, "")) != normal(version.texts.get(k, "")))


_NEXT_STEP = {
    VersionStatus.WORKING: M_("Version {number} is being worked on; propose it first."),
    VersionStatus.PROPOSED: M_("Version {number} is proposed; it has to be adopted first."),
    VersionStatus.ADOPTED: M_(
        "Version {number} is adopted; open it for signature, or begin a new version to change it."
    ),
    VersionStatus.OPEN_FOR_SIGNATURE: M_(
        "Version {number} is open for signature and does not change any more; begin a new version "
        "to change it."
    ),
    VersionStatus.IN_FORCE: M_("Version {number} is in force; begin a new version to change it."),
    VersionStatus.SUPERSEDED: M_("Version {number} is superseded; begin a new version."),
}


def _in(data: Data, number: str, *status: VersionStatus) -> Version:
    """The version in one of these states; without a number the newest one there.

    Raises Refused with the step that comes next, if the version stands elsewhere.
    """
    there = [v for v in versions(data) if v.status in status]
    version = there[-1] if there and not number else find_version(data, number)
    if version.status in status:
        return version
    raise Refused(_NEXT_STEP[version.status], number=version.number)


def _names(keys: tuple[str, ...]) -> str:
    return ", ".join(key.removeprefix("p") for key in keys)


def _changed(before: Version, after: Version) -> Change:
    return Change(puts=(after,) if after != before else (), result=after)
