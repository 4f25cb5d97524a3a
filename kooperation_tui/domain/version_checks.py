"""Whether versions, signatures and checksums fit together (I-11, I-12)."""

from __future__ import annotations

from collections.abc import Iterator

from kooperation_tui.domain.checks import Finding, finding
from kooperation_tui.domain.commands.decisions import CHANGEABLE
from kooperation_tui.domain.data import Data
from kooperation_tui.domain.errors import M_
from kooperation_tui.domain.model import (
    Block,
    Decision,
    DecisionStatus,
    Organisation,
    Signature,
    SignatureStatus,
    Version,
    VersionStatus,
)
from kooperation_tui.domain.versions import NO_TEXT, checksum, in_force, normal, text_hash


def check_versions(data: Data) -> tuple[Finding, ...]:
    """Every text that is not the one people signed, every signature of another text."""
    found: list[Finding] = []
    for version in data.rows(Version):
        found += _version(data, version)
    for signature in data.rows(Signature):
        found += _signature(data, signature)
    found += _in_force(data)
    return tuple(found)


def _version(data: Data, version: Version) -> Iterator[Finding]:
    if version.sha256 and checksum(version.texts) != version.sha256:
        yield finding(
            M_("Version {number}: its text no longer matches its checksum."),
            version,
            number=version.number,
        )
    past = version.status is VersionStatus.SUPERSEDED
    enough = CHANGEABLE if past else (DecisionStatus.IN_FORCE,)
    standing = {d.number for d in data.rows(Decision) if d.status in enough}
    if version.decision and version.decision not in standing:
        yield finding(
            M_("Version {number} rests on decision {decision}, which is not in force."),
            version,
            number=version.number,
            decision=version.decision,
        )


def _signature(data: Data, signature: Signature) -> Iterator[Finding]:
    partner = data.find(Organisation, signature.organisation)
    version = data.find(Version, signature.version)
    code = partner.code if partner is not None else "–"
    if version is None:
        yield finding(M_("The signature of {code} belongs to no version."), signature, code=code)
    elif signature.status is SignatureStatus.SIGNED and not _fits(version, signature):
        yield finding(
            M_("The signature of {code} was given to another text than version {number}."),
            signature,
            code=code,
            number=version.number,
        )


def _fits(version: Version, signature: Signature) -> bool:
    """Whether a signature was given to the text of a version, or to its paper before that."""
    if version.on_paper and not version.texts:
        return signature.sha256 in ("", NO_TEXT)
    added, noted = version.text_added_on, signature.noted_on
    if not signature.sha256 and added is not None:
        return noted is None or noted <= added
    return signature.sha256 == text_hash(version)


def _in_force(data: Data) -> Iterator[Finding]:
    version = in_force(data)
    if version is None or not version.texts:
        return
    for block in data.rows(Block):
        if normal(block.text_in_force) != normal(version.texts.get(block.key, "")):
            yield finding(
                M_("Block “{key}”: its text in force is not that of version {number}."),
                block,
                key=block.key,
                number=version.number,
            )
