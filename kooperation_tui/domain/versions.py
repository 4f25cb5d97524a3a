"""Versions of the agreement: their text in one form, its checksum, which one counts.

The checksum covers preamble, points and closing clauses, neither signatures nor
status (I-12). The same words give the same checksum on every machine (I-13).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import Refused
from kooperation_tui.domain.model import (
    BLOCKS,
    POINT_BLOCKS,
    Block,
    BlockState,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)

PLACEHOLDER = re.compile(r"\{\{\s*(\w+)\s*\}\}")
"""A place in a sample clause that a group still has to fill: {{ tage }}."""


def normal(text: str) -> str:
    """One block as it is hashed: NFC, LF, no blanks at the ends of lines, no empty edges."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.rstrip(" \t") for line in lines.split("\n")).strip("\n")


def canonical_text(texts: Mapping[str, str]) -> str:
    """The whole agreement in one form (I-13).

    Each block that has words is a line with its key and its number of lines, then
    those lines; blocks stand in the order of the agreement. The number keeps a
    wording from passing for the beginning of another block.
    """
    parts = []
    for key in BLOCKS:
        text = normal(texts.get(key, ""))
        if text.strip():
            parts.append(f"{key} {text.count(chr(10)) + 1}\n{text}\n")
    return "".join(parts)


def checksum(texts: Mapping[str, str]) -> str:
    """SHA-256 of the canonical text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_text(texts).encode("utf-8", "surrogatepass")).hexdigest()


NO_TEXT = checksum({})
"""What earlier releases noted where the text of a paper was not in the file."""


def text_hash(version: Version) -> str:
    """The checksum that a signature given now carries (I-12); '' while a paper has no text here."""
    if version.on_paper and not version.texts:
        return ""
    return version.sha256 or checksum(version.texts)


def placeholders(text: str) -> tuple[str, ...]:
    """Names of the places in a text that are not filled yet, each once."""
    return tuple(dict.fromkeys(PLACEHOLDER.findall(text)))


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with the places filled for which there is a value."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1]) or found[0], text)


def need_filled(texts: Mapping[str, str]) -> None:
    """Raises Refused if a text still holds a place of a sample clause."""
    for key in BLOCKS:
        left = ", ".join(placeholders(texts.get(key, "")))
        if left and key in POINT_BLOCKS:
            raise Refused(
                "Point {number} still has places to fill: {names}.",
                number=POINT_BLOCKS.index(key) + 1,
                names=left,
            )
        if left:
            raise Refused(
                "The block “{key}” still has places to fill: {names}.", key=key, names=left
            )


def number_key(number: str) -> tuple[int, ...]:
    """Sorts 1.9 before 1.10."""
    return tuple(int(part) if part.isdecimal() else 0 for part in number.split("."))


def versions(data: Data) -> tuple[Version, ...]:
    """All versions by number."""
    return tuple(sorted(data.rows(Version), key=lambda v: number_key(v.number)))


def in_force(data: Data) -> Version | None:
    """The version that is in force, else None."""
    found = [v for v in versions(data) if v.status is VersionStatus.IN_FORCE]
    return found[-1] if found else None


def in_the_making(data: Data) -> Version | None:
    """The newest version on its way: working to open for signature, else None."""
    done = (VersionStatus.IN_FORCE, VersionStatus.SUPERSEDED)
    found = [v for v in versions(data) if v.status not in done]
    return found[-1] if found else None


def to_sign(data: Data) -> Version | None:
    """The version people sign now: open for signature, else the one in force."""
    found = [v for v in versions(data) if v.status is VersionStatus.OPEN_FOR_SIGNATURE]
    return found[-1] if found else in_force(data)


def before(data: Data, version: Version) -> Version | None:
    """The version that this one takes the place of."""
    own = number_key(version.number)
    earlier = [v for v in versions(data) if number_key(v.number) < own]
    return earlier[-1] if earlier else None


def next_number(data: Data) -> str:
    """The number a new version gets unless another is wished: 1.0, then 2.0 …"""
    known = versions(data)
    return f"{number_key(known[-1].number)[0] + 1}.0" if known else "1.0"


def current_texts(data: Data) -> dict[str, str]:
    """The blocks' texts as a version would keep them now.

    What is being worked on stands before what is in force; a block that is not
    needed has no text.
    """
    known = {block.key: block for block in data.rows(Block)}
    texts = {}
    for key in BLOCKS:
        block = known.get(key)
        if block is None or block.state is BlockState.NOT_NEEDED:
            continue
        text = block.text or block.text_in_force
        if text.strip():
            texts[key] = text
    return texts


def not_needed(data: Data) -> dict[str, str]:
    """Reasons of the blocks that are not needed, by key."""
    return {
        block.key: block.reason
        for block in data.rows(Block)
        if block.state is BlockState.NOT_NEEDED
    }


def open_points(data: Data) -> tuple[str, ...]:
    """Keys of the nine points that have neither a wording nor a reason why not."""
    known = {block.key: block for block in data.rows(Block)}
    texts = current_texts(data)
    return tuple(
        key
        for key in POINT_BLOCKS
        if key not in texts and (key not in known or known[key].state is not BlockState.NOT_NEEDED)
    )


def signatures_of(data: Data, version: str) -> tuple[Signature, ...]:
    """What is known about the signatures of a version (by id)."""
    return tuple(s for s in data.rows(Signature) if s.version == version)


def signed_count(data: Data, version: str) -> int:
    """How many partners have signed a version (by id)."""
    return sum(s.status is SignatureStatus.SIGNED for s in signatures_of(data, version))
