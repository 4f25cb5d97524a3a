"""The agreement: blocks, versions, signatures."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import ClassVar

import msgspec

from kooperation_tui.domain.model.base import Record, Value

FRAME_BLOCKS = ("preamble", "goals", "principles")
POINT_BLOCKS = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9")
CLOSING_BLOCKS = ("data_protection", "entry_into_force")
BLOCKS = FRAME_BLOCKS + POINT_BLOCKS + CLOSING_BLOCKS


class BlockState(StrEnum):
    OPEN = "open"
    DRAFT = "draft"
    AGREED = "agreed"
    NOT_NEEDED = "not_needed"


class Block(Record):
    """A block of the agreement: preamble, goals, principles, a point, a closing.

    Agreed only with a decision number, or on paper with its date; not needed
    only with a reason (I-22). The state and the text in force stand beside the
    draft that is being worked on. `written_on` is the day of its latest wording.
    """

    TABLE: ClassVar[str] = "blocks"

    key: str
    text: str = ""
    state: BlockState = BlockState.OPEN
    decision: str = ""
    agreed_on: dt.date | None = None
    reason: str = ""
    responsible: str = ""
    review_on: dt.date | None = None
    text_in_force: str = ""
    in_force_since: dt.date | None = None
    written_on: dt.date | None = None


class VersionStatus(StrEnum):
    WORKING = "working"
    PROPOSED = "proposed"
    ADOPTED = "adopted"
    OPEN_FOR_SIGNATURE = "open_for_signature"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"


class Version(Record):
    """A numbered version of the whole agreement, on paper or from the blocks.

    `not_needed` holds the reasons of blocks that were left out; the checksum covers
    `texts` alone (I-12). `text_added_on` is the day on which a version that was entered
    from paper got its text; until then it has neither text nor checksum.
    """

    TABLE: ClassVar[str] = "versions"

    number: str
    status: VersionStatus = VersionStatus.WORKING
    adopted_on: dt.date | None = None
    decision: str = ""
    valid_from: dt.date | None = None
    on_paper: bool = False
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    not_needed: dict[str, str] = msgspec.field(default_factory=dict)
    sha256: str = ""
    frozen_on: dt.date | None = None
    text_added_on: dt.date | None = None


class SignatureStatus(StrEnum):
    PENDING = "pending"
    RESERVED = "reserved"
    SIGNED = "signed"
    REFUSED = "refused"


class SignatureForm(StrEnum):
    """How a signature was given; the program records it and judges nothing."""

    INK = "ink"
    TEXT_FORM = "text_form"
    ADVANCED = "advanced"
    QUALIFIED = "qualified"


class EarlierSignature(Value):
    """What was noted of a signature before it was corrected on a day, and why it was."""

    corrected_on: dt.date
    reason: str
    name: str = ""
    function: str = ""
    place: str = ""
    signed_on: dt.date | None = None
    form: str = ""
    sha256: str = ""


class Signature(Record):
    """How far a partner is with a version. `sha256` is the text it was given to (I-12).

    It is '' for a signature on a paper whose text was not in the file then.

    `accession` marks the signature with which a partner joined, `decision` the
    number of the decision that admitted it. `noted_on` is the day a signature was
    entered, `earlier` what was noted before corrections, the oldest first.
    """

    TABLE: ClassVar[str] = "signatures"

    version: str
    organisation: str
    status: SignatureStatus = SignatureStatus.PENDING
    name: str = ""
    function: str = ""
    place: str = ""
    signed_on: dt.date | None = None
    form: str = ""
    sha256: str = ""
    reason: str = ""
    accession: bool = False
    decision: str = ""
    noted_on: dt.date | None = None
    earlier: tuple[EarlierSignature, ...] = ()
